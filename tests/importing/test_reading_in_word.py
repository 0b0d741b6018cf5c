"""Word files read in a child process: what they say, and the hostile ones beside the corpus."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ikonzept_desktop.importing.reading_in import ImportRefused, read_apart
from tests.importing.written import written
from tests.reading.word.corpus import VARIABLE, needs_corpus
from tests.reading.word.files import docx, p, tbl, tc, tr
from tests.reading.word.test_hostile import HARMLESS

WORDLESS = {
    "external_template.docx",
    "gridspan_1e9.docx",
    "huge_image_60000x60000.docx",
    "rel_cycle.docx",
    "rel_traversal.docx",
}
"""Those of the harmless ones in which nothing stands."""


def test_a_word_file_is_read_in(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(docx(p("Ziele"), tbl(tr(tc(p("A")), tc(p("B"))), tr(tc(p("C")), tc(p("D"))))))
    assert written(read_apart(path, "Konzept.odt")) == ["Ziele", "| A | B |", "| C | D |"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx(p(" ")), "ist leer"),
        (docx(p("A"))[:-40], "ist beschädigt"),
        (docx(p("A"), more={"word/vbaProject.bin": "x"}), "enthält Makros"),
        (docx(p("A"), more={"../a": "x"}), "ist so gebaut"),
    ],
)
def test_what_is_wrong_with_a_word_file_is_said_in_its_own_words(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match=f"„Konzept.docx“ {words}.*unverändert.*\\.$"):
        read_apart(path, "Konzept.docx")


@needs_corpus
def test_hostile_files_are_refused_in_a_sentence_or_read_without_harm(tmp_path: Path) -> None:
    maker = Path(os.environ[VARIABLE]).parent / "make_hostile.py"
    if not maker.exists():
        pytest.skip("no hostile files are made beside the corpus")
    subprocess.run([sys.executable, "-W", "ignore", maker, tmp_path], check=True, capture_output=True)
    read, said = set(), {}
    for path in sorted(tmp_path.iterdir()):
        try:
            read_apart(path, "Konzept.docx")
            read.add(path.name)
        except ImportRefused as refusal:
            said[path.name] = str(refusal)
    assert read == HARMLESS - WORDLESS
    assert all("\n" not in each and each.endswith(".") for each in said.values())
    assert [name for name in WORDLESS if "ist leer" not in said[name]] == []
