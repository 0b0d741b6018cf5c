"""Captions and sources are written like any text: marks, notes and references in one paragraph."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Blocks, Figure
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import CrossReference, Footnote, Marks, Text, plain
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.ui.editor import looks, tools
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.looks import Colours, Look
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from tests.builders import chapter, doc, figure, fn, p, row, table
from tests.ui.editor.desk import Names, Shelf, Writer
from tests.ui.editor.room import Room

AtDesk = Callable[..., Writer]
InRoom = Callable[..., Room]


def at_line(at_desk: AtDesk, *blocks: object, block: str = "karte", line: str = "caption") -> Writer:
    """Give a writer at one line of a block."""
    project = Project(doc(chapter("Ziele", *blocks, id="ziele")))  # type: ignore[arg-type]  # blocks
    return at_desk(project=project, port=LinePort(project, FieldAddress("ziele", "text"), block, line))


def caption_of(writer: Writer) -> str:
    drawn = writer.blocks[0]
    assert isinstance(drawn, Figure)
    return plain(drawn.caption)


def test_typing_changes_the_caption_alone_and_is_one_step(at_desk: AtDesk) -> None:
    writer = at_line(at_desk, figure("Karte", "Quelle: Kreis", id="karte"))
    writer.puts_caret_behind("Karte")
    writer.types(" des Kreises")
    assert writer.blocks == (figure("Karte des Kreises", "Quelle: Kreis", id="karte"),)
    writer.undoes()
    assert (caption_of(writer), writer.view.toPlainText()) == ("Karte", "Karte")
    assert writer.view.textCursor().position() == len("Karte")


def test_the_source_is_a_line_of_its_own(at_desk: AtDesk) -> None:
    writer = at_line(at_desk, figure("Karte", id="karte"), line="source")
    writer.types("Kreis")
    assert writer.blocks == (figure("Karte", "Kreis", id="karte"),)


def test_return_parts_nothing(at_desk: AtDesk) -> None:
    writer = at_line(at_desk, table(row("a"), caption="Zahlen", id="zahlen"), block="zahlen")
    before = writer.blocks
    writer.types(Qt.Key.Key_Return)
    assert writer.blocks == before


def test_marks_notes_and_references_come_into_a_caption(at_desk: AtDesk) -> None:
    writer = at_line(at_desk, figure("Karte", id="karte"))
    writer.selects("Karte")
    tools.toggle_mark(writer.view.loop, Marks.BOLD)
    tools.insert_footnote(writer.view.loop)
    tools.insert_reference(writer.view.loop, CrossReference("ziele"))
    drawn = writer.blocks[0]
    assert isinstance(drawn, Figure)
    assert [type(inline) for inline in drawn.caption] == [Text, Footnote, CrossReference]
    assert drawn.caption[0] == Text("Karte", Marks.BOLD)


def test_paragraphs_pasted_into_a_caption_become_one_line(at_desk: AtDesk) -> None:
    writer = at_line(at_desk, figure(id="karte"))
    pasted = QMimeData()
    pasted.setText("erstens\nzweitens")
    writer.view.insertFromMimeData(pasted)
    assert caption_of(writer) == "erstens zweitens"


def test_a_note_copied_into_a_caption_stays_one(at_desk: AtDesk) -> None:
    first = at_desk(p("Text", fn("Quelle")))
    first.view.selectAll()
    writer = at_line(at_desk, figure(id="karte"))
    writer.view.insertFromMimeData(first.view.createMimeDataFromSelection())
    drawn = writer.blocks[0]
    assert isinstance(drawn, Figure)
    assert [type(inline) for inline in drawn.caption] == [Text, Footnote]


def test_a_line_whose_block_is_gone_takes_nothing_and_shows_nothing(at_desk: AtDesk) -> None:
    writer = at_line(at_desk, p("allein"), block="weg")
    writer.types("x")
    assert writer.blocks[0] == p("allein", id=writer.blocks[0].id)
    assert LinePort(writer.project, writer.address, "weg", "caption").blocks() == ()
    assert LinePort(writer.project, writer.address, writer.blocks[0].id, "caption").blocks() == ()


def test_the_tools_act_on_a_text_beside_the_section(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", figure("Karte", id="karte"), id="ziele")))
    room.view.show_section("ziele")
    port = LinePort(room.session.project, FieldAddress("ziele", "text"), "karte", "caption")
    panel = QWidget()
    look = Look(looks.FORM, Colours.present())
    text = RichTextEdit(port, Names(room.session.project), Shelf(), look, panel)
    QVBoxLayout(panel).addWidget(text)
    opened: list[object] = []
    text.opened.connect(opened.append)
    try:
        room.view.take_text(text)
        assert (room.view.format_state().notes, room.view.format_state().structured) == (True, False)
        room.view.insert_footnote()
        room.view.take_text(None)
    finally:
        panel.deleteLater()
    blocks: Blocks = room.section("ziele").blocks("text")
    drawn = blocks[0]
    assert isinstance(drawn, Figure)
    assert [type(inline) for inline in drawn.caption] == [Footnote, Text]
    assert opened == [drawn.caption[0]]
    assert room.view.format_state().editable is False
