"""The hostile files beside the corpus: each is refused in a sentence, or read without harm."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ikonzept_desktop.reading.word.intake import read_apart
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.reading.word.corpus import VARIABLE, needs_corpus

HARMLESS = {
    "dde_field.docx",
    "external_image.docx",
    "external_template.docx",
    "gridspan_1e9.docx",
    "huge_image_60000x60000.docx",
    "rel_cycle.docx",
    "rel_traversal.docx",
}
"""Those whose text is that of any file: what is wrong with them is never looked at."""


@needs_corpus
def test_hostile_files_are_refused_in_a_sentence_or_read_without_harm(tmp_path: Path) -> None:
    maker = Path(os.environ[VARIABLE]).parent / "make_hostile.py"
    if not maker.exists():
        pytest.skip("no hostile files are made beside the corpus")
    subprocess.run([sys.executable, "-W", "ignore", maker, tmp_path], check=True, capture_output=True)
    read, said = set(), set()
    for path in sorted(tmp_path.iterdir()):
        try:
            read_apart(path, "Kopie.docx")
            read.add(path.name)
        except WordRefused as refusal:
            said.add(str(refusal))
    assert read == HARMLESS
    assert all("\n" not in each and each.endswith(".") for each in said)
