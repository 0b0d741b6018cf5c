"""Strg and the mouse wheel over the text: it is shown larger or smaller, and nothing scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import chapter, doc, p
from tests.ui.editor.room import Room

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room(doc(chapter("Ziele", *(p(f"Absatz {n}") for n in range(60)), id="z")))
    room.view.show_section("z")
    QApplication.processEvents()
    yield room
    room.close()


def turn(room: Room, by: int, modifiers: Qt.KeyboardModifier) -> None:
    page = room.view.pages.shown()
    assert page is not None
    text = page.form.rich_fields()[0].text.viewport()
    top = room.view.window()
    spot = QPointF(text.mapTo(top, QPoint(20, 20)))
    # The system's own way: what is sent to a widget is not handed on by Qt.
    QTest.wheelEvent(top.windowHandle(), spot, QPoint(0, by), QPoint(), modifiers)
    QApplication.processEvents()


def scrolled(room: Room) -> int:
    page = room.view.pages.shown()
    assert page is not None
    return page._scroll.verticalScrollBar().value()


def test_a_notch_asks_for_a_step_and_scrolls_nothing(room: Room, qtbot: QtBot) -> None:
    turned: list[int] = []
    room.view.zoom_turned.connect(turned.append)
    turn(room, 120, CONTROL)
    turn(room, -240, CONTROL)
    assert (turned, scrolled(room)) == ([1, -2], 0)


def test_small_turns_add_up_to_a_notch(room: Room, qtbot: QtBot) -> None:
    turned: list[int] = []
    room.view.zoom_turned.connect(turned.append)
    for _ in range(4):
        turn(room, 40, CONTROL)
    assert turned == [1]


def test_without_strg_it_scrolls(room: Room, qtbot: QtBot) -> None:
    turned: list[int] = []
    room.view.zoom_turned.connect(turned.append)
    turn(room, -120, NONE)
    assert turned == []
    assert scrolled(room) > 0


def test_the_column_is_measured_in_the_type(room: Room) -> None:
    page = room.view.pages.shown()
    assert page is not None
    widths = []
    for zoom in (100, 150):
        room.view.set_zoom(zoom)
        widths.append(page._column.maximumWidth())
    assert widths == [620, 930]
