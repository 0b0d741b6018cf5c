"""A program with our fonts and colours, and a writer at a text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import fonts, theme, undo_keys
from tests.ui.editor.desk import Writer
from tests.ui.editor.room import Room


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    if not qapp.property("dressed"):
        fonts.load(qapp)
        theme.apply(qapp, theme.Scheme.LIGHT)
        qapp.setProperty("dressed", True)
    end = undo_keys.watch(qapp)
    yield
    end()
    # Qt's offscreen clipboard outlives Python and would take it down with what Python has put there.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def at_desk(qtbot: QtBot) -> Iterator[Callable[..., Writer]]:
    """Gives writers, and sees them out."""
    writers: list[Writer] = []

    def begin(*blocks: object, **more: object) -> Writer:
        writer = Writer(*blocks, **more)  # type: ignore[arg-type]  # what a Writer takes
        writers.append(writer)
        return writer

    yield begin
    for writer in writers:
        writer.close()


@pytest.fixture
def in_room(qtbot: QtBot) -> Iterator[Callable[..., Room]]:
    """Gives section views, and sees them out."""
    rooms: list[Room] = []

    def enter(*args: object, **more: object) -> Room:
        room = Room(*args, **more)  # type: ignore[arg-type]  # what a Room takes
        qtbot.waitUntil(room.view.isActiveWindow)
        rooms.append(room)
        return room

    yield enter
    for room in rooms:
        room.close()
