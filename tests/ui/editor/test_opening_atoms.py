"""A table or figure in the text is opened by Return or a double click, wherever its text stands."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from tests.builders import chapter, doc, field, field_of_action, figure, p, record, records, row, table
from tests.ui.editor.room import Room

InRoom = Callable[..., Room]


def opened_in(room: Room) -> list[tuple[FieldAddress, Block]]:
    """Collect what is opened from now on."""
    opened: list[tuple[FieldAddress, Block]] = []
    room.view.atom_opened.connect(opened.append)
    return opened


def select(text: RichTextEdit, block: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(block).position())
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_Delete)


@pytest.mark.parametrize("block", [table(row("a", "b"), id="zahlen"), figure("Karte", id="karte")])
def test_return_opens_what_is_selected_and_changes_nothing(in_room: InRoom, block: Block) -> None:
    room = in_room(doc(chapter("Ziele", p("davor"), block, id="ziele")))
    opened = opened_in(room)
    room.view.show_section("ziele")
    text = room.text("Text")
    before = room.session.document
    select(text, 1)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert opened == [(FieldAddress("ziele", "text"), block)]
    assert room.session.document is before


def test_a_click_selects_a_figure_and_a_double_click_opens_it(in_room: InRoom) -> None:
    drawn = figure("Karte")
    room = in_room(doc(chapter("Ziele", p("davor"), drawn, p("danach"), id="ziele")))
    opened = opened_in(room)
    room.view.show_section("ziele")
    text = room.text("Text")
    box = text.document().documentLayout().blockBoundingRect(text.document().findBlockByNumber(1))
    for across in (40, round(box.right()) - 40):
        at = QPoint(across, round(box.center().y()))
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert text.loop.selected().start < text.loop.selected().end
        QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [block for _, block in opened] == [drawn, drawn]


def test_a_double_click_beside_a_figure_opens_nothing(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", p("davor"), figure("Karte"), id="ziele")))
    opened = opened_in(room)
    room.view.show_section("ziele")
    text = room.text("Text")
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert opened == []
    assert text.textCursor().selectedText() == "davor"


def test_a_table_in_a_record_is_opened_with_the_records_address(in_room: InRoom) -> None:
    grid = table(row("a"))
    measure = record("m1", title="Lotsen", description=(grid, p("danach")))
    room = in_room(doc(field_of_action("Sprache", records("measures", measure), field("goal", "Ziel"), id="sprache")))
    opened = opened_in(room)
    room.view.show_section("sprache")
    text = room.text("Beschreibung")
    select(text, 0)
    QTest.keyClick(text, Qt.Key.Key_Enter)
    assert opened == [(FieldAddress("sprache", "measures", "m1", "description"), grid)]


def test_a_selected_figure_is_told_to_a_screen_reader(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", p("davor"), figure("Karte"), id="ziele")))
    room.view.show_section("ziele")
    text = room.text("Text")
    select(text, 1)
    assert text.accessibleDescription() == "Abbildung 1: Karte – öffnen mit Eingabe"
