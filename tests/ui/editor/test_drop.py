"""Text dragged to another place of the concept is one step."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from ikonzept_desktop.model.blocks import plain_text
from ikonzept_desktop.model.inline import Footnote
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from tests.builders import chapter, doc, field, field_of_action, fn, p
from tests.ui.editor.room import Room

InRoom = Callable[..., Room]


def words(room: Room, key: str) -> str:
    return "|".join(map(plain_text, room.section("sprache").blocks(key)))


def drop(view: RichTextEdit, data: QMimeData, at: int) -> Qt.DropAction:
    cursor = view.textCursor()
    cursor.setPosition(at)
    place = view.cursorRect(cursor)
    event = QDropEvent(
        QPointF(place.left(), place.center().y()),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        # Without a drag under way Qt proposes a copy; Shift asks for the move that is proposed to a real one.
        Qt.KeyboardModifier.ShiftModifier,
    )
    view.dropEvent(event)
    return event.dropAction()


def a_room(in_room: InRoom) -> Room:
    room = in_room(
        doc(
            field_of_action(
                "Sprache",
                field("situation", (p("Eins ", fn("Quelle", id="note1"), id="p1"), p("Zwei", id="p2"))),
                field("editing", p("Hier", id="p3")),
                id="sprache",
            ),
            chapter("Ziele", p("x", id="p4"), id="ziele"),
        )
    )
    room.view.show_section("sprache")
    return room


def test_text_dropped_into_another_field_is_moved_in_one_step(in_room: InRoom) -> None:
    room = a_room(in_room)
    source, target = room.text("Ausgangslage"), room.text("Bearbeitung")
    cursor = source.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    source.setTextCursor(cursor)
    told = drop(target, source.createMimeDataFromSelection(), 4)
    # The source is told that it was a copy, or it would take the text out once more.
    assert told is Qt.DropAction.CopyAction
    assert (words(room, "situation"), words(room, "editing")) == ("|Zwei", "HierEins ")
    moved = room.section("sprache").blocks("editing")[0].inlines[-1]  # type: ignore[union-attr]
    assert isinstance(moved, Footnote)
    assert moved.id == "note1"
    assert source.toPlainText().startswith("\nZwei")
    room.undo()
    assert (words(room, "situation"), words(room, "editing")) == ("Eins |Zwei", "Hier")


def test_text_dropped_within_its_field_is_moved(in_room: InRoom) -> None:
    room = a_room(in_room)
    source = room.text("Ausgangslage")
    cursor = source.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    source.setTextCursor(cursor)
    drop(source, source.createMimeDataFromSelection(), 11)
    assert words(room, "situation") == "|ZweiEins "
    room.undo()
    assert words(room, "situation") == "Eins |Zwei"


def test_text_from_another_concept_is_put_in_and_stays_there(in_room: InRoom) -> None:
    room, other = a_room(in_room), a_room(in_room)
    source = other.text("Ausgangslage")
    source.selectAll()
    drop(room.text("Bearbeitung"), source.createMimeDataFromSelection(), 4)
    assert words(room, "editing") == "HierEins |Zwei"
    assert words(other, "situation") == "Eins |Zwei"
