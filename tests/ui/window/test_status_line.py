"""The line at the bottom says what is true."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model import outline
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import status_line
from ikonzept_desktop.ui.window.status_line import StatusLine
from tests.builders import chapter, doc
from tests.ui.window.sessions import SpokenStore, session


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Give what holds the line, for as a window of its own the line would not become narrower than what it says."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def desk(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> tuple[StatusLine, Session, SpokenStore]:
    monkeypatch.setattr(status_line, "SLOW", 20)
    opened, store = session(doc(chapter("Ziele")))
    line = StatusLine(opened, window)
    line.show()
    return line, opened, store


def rename(opened: Session, title: str) -> None:
    opened.apply(outline.set_attribute(opened.document, opened.document.sections[0].id, "title", title), "Umbenennen")


def test_saved_is_said_only_after_the_acknowledgement(desk: tuple[StatusLine, Session, SpokenStore]) -> None:
    line, opened, store = desk
    rename(opened, "Leitziele")
    assert "Gespeichert um" not in line.saved.text()
    store.acknowledge(1)
    assert line.saved.text() == "Gespeichert um 10:42:07"


def test_a_slow_disk_is_mentioned(desk: tuple[StatusLine, Session, SpokenStore], qtbot: QtBot) -> None:
    line, opened, _store = desk
    rename(opened, "Leitziele")
    qtbot.waitUntil(lambda: line.saved.text() == "Wird gespeichert …")


def test_an_old_acknowledgement_does_not_cover_a_newer_edit(
    desk: tuple[StatusLine, Session, SpokenStore], qtbot: QtBot
) -> None:
    line, opened, store = desk
    rename(opened, "Leitziele")
    rename(opened, "Leitlinien")
    store.acknowledge(1)
    assert not opened.all_saved
    qtbot.waitUntil(lambda: line.saved.text() == "Wird gespeichert …")


def test_trouble_is_said_until_everything_is_on_disk(desk: tuple[StatusLine, Session, SpokenStore]) -> None:
    line, opened, store = desk
    rename(opened, "Leitziele")
    store.complain("Auf dem Laufwerk ist kein Platz mehr.")
    assert line.saved.text() == "Noch nicht gespeichert"
    store.acknowledge(1)
    assert line.saved.text().startswith("Gespeichert um")


def test_words_are_counted_the_german_way(desk: tuple[StatusLine, Session, SpokenStore]) -> None:
    line, _opened, _store = desk
    line.show_words(1, 10444)
    assert (line.section_words.text(), line.concept_words.text()) == ("Abschnitt 1 Wort", "Konzept 10.444 Wörter")


def test_words_have_their_room_as_soon_as_they_are_counted(desk: tuple[StatusLine, Session, SpokenStore]) -> None:
    line, _opened, _store = desk
    line.resize(1000, 28)
    line.show_words(170, 12053)
    assert line.concept_words.isVisible()
    assert line.zoom.isVisible()
    assert cut_off(line) == []


@pytest.mark.parametrize("width", [1000, 700, 640])
def test_what_has_no_room_gives_way_and_nothing_is_cut_off(
    desk: tuple[StatusLine, Session, SpokenStore], width: int
) -> None:
    line, opened, store = desk
    rename(opened, "Leitziele")
    line.show_words(1042, 12053)
    line.resize(width, 28)
    store.acknowledge(1)
    assert cut_off(line) == []
    line.say("Abschnitt gelöscht. Rückgängig mit Strg+Z.")
    assert cut_off(line) == []
    line.resize(1200, 28)
    assert line.concept_words.isVisible()


def cut_off(line: StatusLine) -> list[str]:
    """Give what the line says but has no room for."""
    said = [label for label in line.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in said if label.width() < label.sizeHint().width()]


def test_zoom_is_asked_for_by_slider_and_shown_without_asking(
    desk: tuple[StatusLine, Session, SpokenStore],
) -> None:
    line, _opened, _store = desk
    asked: list[int] = []
    line.zoom_asked.connect(asked.append)
    line.show_zoom(150)
    line.zoom.setValue(120)
    assert asked == [120]


def test_a_concept_opened_to_read_says_so(qtbot: QtBot) -> None:
    opened, _store = session(doc(chapter("Ziele")), read_only=True)
    line = StatusLine(opened)
    qtbot.addWidget(line)
    assert line.saved.text() == "Nur zum Lesen geöffnet"
