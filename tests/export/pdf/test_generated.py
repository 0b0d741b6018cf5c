"""A generated concept, word for word, judged by the words its generator took down."""

import re
from pathlib import Path

import pytest

from ikonzept_desktop.example.generator import generate
from ikonzept_desktop.example.word_list import ANY_PAGE, bare_words
from ikonzept_desktop.export.pdf.writer import write_pdf
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from tests.export.pdf.builders import DATE
from tests.export.pdf.judges import complaints_of_qpdf, raw_text

FRONT = 500
"""How many words of the body may stand before the table of contents."""
CONTENTS = 2000
"""How many words a table of contents may have."""
BETWEEN = 120
"""How many words of notes, running heads and repeated heads may stand between two of the body."""


@pytest.mark.parametrize("seed", [3, 2015])
def test_every_word_of_a_generated_concept_stands_in_its_place(tmp_path: Path, seed: int) -> None:
    made = generate(24, seed, read_template(resource("templates", "integrationskonzept.toml")))
    out = tmp_path / "a.pdf"
    publication = build(made.document)
    report = write_pdf(publication, made.images, out, date=DATE)
    assert report.notes == len(publication.notes)
    assert complaints_of_qpdf(out) == ""
    read = bare_words(raw_text(out))
    at = 0
    for count, word in enumerate(made.body_words):
        reach = CONTENTS if count < FRONT else BETWEEN
        found = next((place for place in range(at, min(at + reach, len(read))) if _is(read[place], word)), None)
        assert found is not None, (word, read[max(0, at - 5) : at + 10])
        at = found + 1
    everything = set(read)
    assert [word for word in made.note_words if word not in everything and word != ANY_PAGE] == []


def _is(read: str, word: str) -> bool:
    """Tell whether a word was read, the number of a note perhaps behind it."""
    if word == ANY_PAGE:
        return read.isdigit()
    return read == word or (read.startswith(word) and re.fullmatch(r"\W*\d+", read[len(word) :]) is not None)
