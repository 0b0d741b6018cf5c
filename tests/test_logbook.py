"""The log says when something happened, holds no word of a concept, stays small, and never fails."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop import logbook
from ikonzept_desktop.logbook import LARGEST, LONGEST, Logbook, LogStream, without_names


def at_noon() -> datetime:
    return datetime(2015, 3, 12, 12, 0, 7, tzinfo=UTC)


def lines_of(book: Logbook) -> list[str]:
    return book.path.read_text(encoding="utf-8").splitlines()


def test_an_event_is_a_line_with_its_time(tmp_path: Path) -> None:
    book = Logbook(tmp_path / "not there yet", at_noon)
    book.note("Begonnen.")
    book.note("Beendet.")
    assert lines_of(book) == ["2015-03-12 12:00:07  Begonnen.", "2015-03-12 12:00:07  Beendet."]


@pytest.mark.parametrize(
    ("event", "left"),
    [
        ("Die Datei „Konzept Müller.ikonzept“ fehlt.", "Die Datei „…“ fehlt."),
        ('open "C:\\Users\\Müller\\k.ikonzept" failed', "open „…“ failed"),
        ("Schlüssel 'Aus dem Text' fehlt", "Schlüssel „…“ fehlt"),
        ("params ['Kreis' Mittel', 2]", "params [„…“, 2]"),
        ("it doesn't 'Müller's Text' work", "it doesn't „…“ work"),
        ("KeyError: Aus dem Text", "KeyError: …"),
        ("sqlalchemy.exc.StatementError: Aus dem Text", "sqlalchemy.exc.StatementError: …"),
        ("Die Überschrift „Ziele und", "Die Überschrift „…“"),
        ("Maßnahmen“ steht schon da.", "„…“ steht schon da."),
        ("QFile: cannot open C:/Kreis Müller/Konzept.ikonzept", "QFile: cannot open …"),
        ("cannot open \\\\srv\\Kreis\\Konzept.ikonzept", "cannot open …"),
        ("cannot open /home/müller/Konzept.ikonzept", "cannot open …"),
        ("failed: file:///H:/Konzept%20neu.ikonzept", "failed: …"),
        ("zwei\nZeilen", "zwei Zeilen"),
        ("nichts Besonderes", "nichts Besonderes"),
    ],
)
def test_names_and_words_are_left_out(event: str, left: str) -> None:
    assert without_names(event) == left


def test_an_event_that_goes_on_and_on_is_cut() -> None:
    assert len(without_names("x" * 10_000)) == LONGEST


def test_a_log_that_has_grown_is_put_aside_and_only_a_few_are_kept(tmp_path: Path) -> None:
    book = Logbook(tmp_path, at_noon)
    for number in range(6):
        book.path.write_text(f"{number}\n" + "x" * LARGEST, encoding="utf-8")
        book.note("Neu.")
    assert lines_of(book) == ["2015-03-12 12:00:07  Neu."]
    older = sorted(path.name for path in tmp_path.iterdir() if path != book.path)
    assert older == ["Protokoll-1.txt", "Protokoll-2.txt", "Protokoll-3.txt"]
    assert (tmp_path / "Protokoll-1.txt").read_text(encoding="utf-8").startswith("5\n")


def test_a_log_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    Logbook(in_the_way / "folder").note("Niemand liest das.")
    assert in_the_way.read_bytes() == b""


def test_what_is_said_to_nobody_comes_into_the_log_line_by_line(tmp_path: Path) -> None:
    book = Logbook(tmp_path, at_noon)
    stream = LogStream(book)
    print("eine Warnung\n\nund ", end="", file=stream)
    assert [line[21:] for line in lines_of(book)] == ["eine Warnung"]
    print("noch eine", file=stream)
    assert [line[21:] for line in lines_of(book)] == ["eine Warnung", "und noch eine"]


def test_without_a_log_an_event_is_passed_over_and_with_one_it_is_kept(tmp_path: Path) -> None:
    logbook.note("Vorher.")
    book = logbook.begin(tmp_path)
    try:
        logbook.note("Dabei.")
    finally:
        logbook.end()
    logbook.note("Nachher.")
    assert [line[21:] for line in lines_of(book)] == ["Dabei."]
    assert list(tmp_path.iterdir()) == [book.path]
