"""Headings, list items, cells and notes of other people's files land where pandoc too sees them."""

from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from ikonzept_desktop.importing.building.building import built
from ikonzept_desktop.importing.reading_in import read_in
from ikonzept_desktop.importing.recognition.proposing import proposed
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.importing import pandoc
from tests.importing.landed import landed
from tests.reading.word.corpus import corpus, needs_corpus

LEAST = 0.98
