"""What a text that is only read, and a noted one, tell."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Comment, Document
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit, noted_at
from tests.builders import chapter, doc, field, field_of_action, p
from tests.ui.editor.room import Room


def noted() -> Document:
    note = Comment("n", "Sozialplanung", datetime(2015, 3, 10, tzinfo=UTC), "Stimmt das?")
    section = chapter("Ziele", p("Es ", Text("sind zehn", comments=("n",)), " Städte im Kreis."), id="z")
    return doc(replace(section, comments=(note,)))


@pytest.fixture
def reading(qtbot: QtBot) -> Iterator[Room]:
    room = Room(noted(), read_only=True)
    room.view.show_section("z")
    QApplication.processEvents()
    yield room
    room.close()


def text_of(room: Room) -> RichTextEdit:
    page = room.view.pages.shown()
    assert page is not None
    return page.form.rich_fields()[0].text


def test_words_are_selected_by_keys_and_copied_and_none_is_typed(reading: Room) -> None:
    text = text_of(reading)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(text, "x")
    text.copy()
    assert QGuiApplication.clipboard().text() == "Es "
    assert text.toPlainText() == "Es sind zehn Städte im Kreis."


def test_noted_words_tell_their_note_and_others_none(reading: Room) -> None:
    text = text_of(reading)

    def at(place: int) -> QPoint:
        cursor = text.textCursor()
        cursor.setPosition(place)
        return text.cursorRect(cursor).center() + QPoint(2, 0)

    assert noted_at(text, at(5)) == "Sozialplanung: Stimmt das?"
    assert noted_at(text, at(16)) == ""
    assert noted_at(text, at(16) + QPoint(600, 0)) == ""


@pytest.mark.parametrize("width", [900, 1366, 2560])
def test_the_head_of_a_form_stands_over_its_fields(qtbot: QtBot, width: int) -> None:
    texts = field("situation", tuple(p(f"Absatz {n}") for n in range(40)))
    room = Room(doc(field_of_action("Sprache", texts, id="s")))
    room.view.resize(width, 700)
    room.view.show_section("s")
    for _ in range(5):
        QApplication.processEvents()
    page = room.view.pages.shown()
    assert page is not None
    head, fields = (part.mapTo(page, QPoint(0, 0)).x() for part in (page.head, page.form))
    assert abs(head - fields) <= 1
    room.close()
