"""A foreign document read in a child process: what it says, or one sentence."""

from pathlib import Path

import pytest

from ikonzept_desktop.importing.reading_in import ImportRefused, read_apart
from tests.importing.written import told, written


def test_a_text_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes("Übersicht\n=========\n\nText".encode("cp1252"))
    read = read_apart(path, "Konzept.txt")
    assert (read.name, written(read)) == ("Konzept.txt", ["# Übersicht", "Text"])
    assert told(read) == [("encoding", "")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ist leer"),
        (bytes(range(256)) * 40, "ist kein Text"),
        (b"a" * (5 << 20), "ist zu groß"),
        (b"a\n\n" * 50_000, "hat mehr Absätze"),
        (b"\n" * 200_000 + b"a", "hat mehr Absätze"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match=f"„Konzept.txt“ {words}.*unverändert.*\\.$"):
        read_apart(path, "Konzept.txt")


def test_a_folder_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    for path, words in ((tmp_path, "ist kein Text"), (tmp_path / "y", "lässt sich nicht lesen")):
        with pytest.raises(ImportRefused, match=words):
            read_apart(path, "Konzept.txt")
