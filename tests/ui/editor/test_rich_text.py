"""Writing in one rich text: every key reaches the concept, and the view shows what the concept holds."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.blocks import Paragraph, Table
from ikonzept_desktop.model.inline import CrossReference, Footnote, Marks, Text
from ikonzept_desktop.ui.editor import clipboard, tools
from ikonzept_desktop.ui.editor.commands import BlockKind
from tests.builders import bold, fn, li, p, quote, ref, row, table
from tests.ui.editor.desk import Writer, check

AtDesk = Callable[..., Writer]
RETURN, BACK, DELETE, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left


def test_what_is_typed_stands_in_the_concept(at_desk: AtDesk) -> None:
    writer = at_desk(p("Mit Beschluss"))
    writer.puts_caret_behind("Beschluss")
    writer.types(" vom 18.")
    assert writer.text == "Mit Beschluss vom 18."
    check(writer)


def test_typing_into_nothing_makes_a_paragraph(at_desk: AtDesk) -> None:
    writer = at_desk()
    writer.types("Ja")
    assert writer.text == "Ja"
    check(writer)


def test_return_parts_a_paragraph_and_backspace_joins_it_again(at_desk: AtDesk) -> None:
    first = p("Erster Zweiter")
    writer = at_desk(first)
    writer.puts_caret(7)
    writer.types(RETURN)
    assert writer.text == "Erster |Zweiter"
    assert writer.blocks[0].id == first.id != writer.blocks[1].id
    check(writer)
    writer.types(BACK, BACK)
    assert writer.text == "ErsterZweiter"
    assert writer.blocks[0].id == first.id
    check(writer)


def test_undo_takes_typing_back_in_one_step_and_puts_the_caret_back(at_desk: AtDesk) -> None:
    writer = at_desk(p("Mit Beschluss"))
    writer.puts_caret(3)
    writer.types(" dem")
    writer.undoes()
    assert writer.text == "Mit Beschluss"
    assert writer.view.textCursor().position() == 3
    writer.redoes()
    assert writer.text == "Mit dem Beschluss"
    assert writer.view.textCursor().position() == 7
    check(writer)


def test_return_is_a_step_of_its_own(at_desk: AtDesk) -> None:
    writer = at_desk(p("Ja"))
    writer.puts_caret(2)
    writer.types("!", RETURN, "N")
    writer.undoes()
    assert writer.text == "Ja!|"
    writer.undoes()
    assert writer.text == "Ja!"
    writer.undoes()
    assert writer.text == "Ja"
    check(writer)


def test_return_at_the_start_pushes_the_text_down_under_its_own_id(at_desk: AtDesk) -> None:
    first = p("Leitziel")
    writer = at_desk(first)
    writer.puts_caret(0)
    writer.types(RETURN)
    assert writer.text == "|Leitziel"
    assert writer.blocks[1].id == first.id
    assert writer.view.textCursor().position() == 1
    check(writer)


def test_a_selection_over_paragraphs_is_replaced_by_what_is_typed(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), p("Zwei"), p("Drei"))
    writer.puts_caret(12, anchor=2)
    writer.types("x")
    assert writer.text == "Eixei"
    assert writer.view.textCursor().position() == 3
    check(writer)
    writer.undoes()
    assert writer.text == "Eins|Zwei|Drei"
    check(writer)


def test_delete_at_the_end_takes_in_what_follows(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), li("Zwei"))
    writer.puts_caret(4)
    writer.types(DELETE)
    assert writer.text == "EinsZwei"
    check(writer)


def test_an_emoji_counts_as_one_character(at_desk: AtDesk) -> None:
    writer = at_desk(p("Sport \U0001f600 Kultur"))
    writer.puts_caret_behind("Kultur")
    writer.types("!", BACK, BACK, BACK, BACK, BACK, BACK, BACK, BACK)
    assert writer.text == "Sport \U0001f600"
    check(writer)
    writer.types(BACK, "\U0001f3c3", "x")
    assert writer.text == "Sport \U0001f3c3x"


def test_a_letter_and_its_accent_become_one_character_in_the_view_too(at_desk: AtDesk) -> None:
    writer = at_desk(p("Tur"))
    writer.puts_caret(2)
    writer.types("\u0308")
    assert writer.text == "T\u00fcr"
    assert writer.view.toPlainText() == "T\u00fcr"
    assert writer.view.textCursor().position() == 2
    writer.types("e")
    assert writer.text == "T\u00fcer"
    check(writer)


def test_what_xml_forbids_is_taken_out_of_the_view(at_desk: AtDesk) -> None:
    writer = at_desk(p("Kreis"))
    writer.puts_caret(5)
    writer.view.textCursor().insertText("\x00tag\ufffc!")
    assert writer.text == "Kreistag!"
    assert writer.view.toPlainText() == "Kreistag!"
    assert writer.view.textCursor().position() == 9
    check(writer)


def test_a_dead_key_makes_no_edit_before_its_letter(at_desk: AtDesk) -> None:
    writer = at_desk(p("Caf"))
    writer.puts_caret(3)
    before = writer.project.number
    writer.composes("\u00b4")
    assert (writer.project.number, writer.text) == (before, "Caf")
    writer.composes("", commit="\u00e9")
    assert writer.text == "Caf\u00e9"
    check(writer)
    writer.undoes()
    assert writer.text == "Caf"


def test_composing_over_several_paragraphs_replaces_them(at_desk: AtDesk) -> None:
    writer = at_desk(quote("Eins"), p("Zwei"), p("Drei"))
    writer.puts_caret(12, anchor=2)
    writer.composes("\u00b4")
    writer.composes("", commit="\u00e1")
    assert writer.text == "> Ei\u00e1ei"
    check(writer)


def test_a_composition_survives_a_change_from_elsewhere(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), p("Zwei"))
    writer.puts_caret(4)
    writer.composes("\u00b4")
    other = Writer(project=writer.project)
    other.puts_caret(9)
    other.types("!")
    writer.composes("", commit="\u00e1")
    other.close()
    assert writer.text == "Eins\u00e1|Zwei!"
    check(writer)


def test_return_goes_on_with_a_list_and_in_an_empty_item_ends_it(at_desk: AtDesk) -> None:
    writer = at_desk(li("Kreistag"))
    writer.puts_caret(8)
    writer.types(RETURN, "A", RETURN)
    assert writer.text == "- Kreistag|- A|- "
    writer.types(RETURN)
    assert writer.text == "- Kreistag|- A|"
    check(writer)


def test_backspace_leaves_a_list_level_by_level_before_it_joins(at_desk: AtDesk) -> None:
    writer = at_desk(li("Eins"), li("Zwei", level=1))
    writer.puts_caret(5)
    writer.types(BACK)
    assert writer.text == "- Eins|- Zwei"
    writer.types(BACK)
    assert writer.text == "- Eins|Zwei"
    writer.types(BACK)
    assert writer.text == "- EinsZwei"
    check(writer)


def test_backspace_at_the_start_of_a_quotation_ends_it(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), quote("Zwei"))
    writer.puts_caret(5)
    writer.types(BACK)
    assert writer.text == "Eins|Zwei"
    check(writer)


def test_a_line_break_stays_within_the_paragraph(at_desk: AtDesk) -> None:
    writer = at_desk(p("EinsZwei"))
    writer.puts_caret(4)
    QTest.keyClick(writer.view, RETURN, Qt.KeyboardModifier.ShiftModifier)
    assert writer.text == "Eins/Zwei"
    check(writer)


def test_tab_leaves_the_text(at_desk: AtDesk) -> None:
    writer = at_desk(li("Eins"))
    writer.types(Qt.Key.Key_Tab)
    assert writer.text == "- Eins"


def test_the_first_backspace_selects_a_table_and_the_second_deletes_it(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), table(row("a", "b")), p("Zwei"))
    writer.puts_caret_behind("Z")
    writer.types(LEFT, BACK)
    assert writer.text == "Eins|[Table]|Zwei"
    writer.types(BACK)
    assert writer.text == "Eins|Zwei"
    check(writer)
    writer.undoes()
    assert writer.text == "Eins|[Table]|Zwei"
    check(writer)


def test_text_typed_beside_a_table_becomes_a_paragraph(at_desk: AtDesk) -> None:
    writer = at_desk(table(row("a", "b")))
    writer.puts_caret(0)
    writer.types("v")
    assert writer.text == "v|[Table]"
    writer.puts_caret(3)
    writer.types("n")
    assert writer.text == "v|[Table]|n"
    check(writer)


def test_text_that_gets_into_the_paragraph_of_a_table_is_parted_from_it(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), table(row("a", "b")))
    writer.puts_caret(6)
    writer.view.textCursor().insertText("danach")
    assert writer.text == "Eins|[Table]|danach"
    assert writer.view.textCursor().position() == 13
    check(writer)


def test_typing_behind_a_note_does_not_become_part_of_it(at_desk: AtDesk) -> None:
    writer = at_desk(p("Rat", fn("Quelle", id="note1")))
    writer.puts_caret(4)
    writer.types("haus")
    assert writer.text == "Rat{note note1}haus"
    check(writer)


def test_typing_behind_a_link_is_plain_and_within_it_linked(at_desk: AtDesk) -> None:
    writer = at_desk(p(Text("Kreis", link="https://kreis.example")))
    writer.puts_caret(5)
    writer.types("tag")
    writer.puts_caret(2)
    writer.types("x")
    assert writer.text == "_Krxeis_tag"
    check(writer)


def test_a_mark_is_set_on_what_is_selected_and_taken_off_again(at_desk: AtDesk) -> None:
    writer = at_desk(p("Mit Beschluss vom"))
    writer.selects("Beschluss")
    tools.toggle_mark(writer.view.loop, Marks.BOLD)
    assert writer.text == "Mit *Beschluss* vom"
    check(writer)
    assert writer.view.textCursor().selectedText() == "Beschluss"
    tools.toggle_mark(writer.view.loop, Marks.BOLD)
    assert writer.text == "Mit Beschluss vom"
    check(writer)


def test_a_mark_without_selection_holds_for_what_is_typed_next(at_desk: AtDesk) -> None:
    writer = at_desk(p("Mit "))
    writer.puts_caret(4)
    tools.toggle_mark(writer.view.loop, Marks.BOLD)
    writer.types("Be")
    tools.toggle_mark(writer.view.loop, Marks.BOLD)
    writer.types("!")
    assert writer.text == "Mit *Be*!"
    check(writer)


def test_blocks_become_lists_and_quotations_and_paragraphs_again(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), p("Zwei"))
    writer.view.selectAll()
    tools.set_block(writer.view.loop, BlockKind.NUMBERED)
    assert writer.text == "1. Eins|1. Zwei"
    writer.puts_caret(6)
    tools.shift_level(writer.view.loop, 1)
    assert writer.text == "1. Eins|  1. Zwei"
    tools.set_block(writer.view.loop, BlockKind.QUOTE)
    assert writer.text == "1. Eins|> Zwei"
    tools.set_block(writer.view.loop, BlockKind.QUOTE)
    assert writer.text == "1. Eins|Zwei"
    check(writer)


def test_a_quotation_is_italic_and_its_emphasis_upright(at_desk: AtDesk) -> None:
    writer = at_desk(p("Der ", Text("Rat", Marks.ITALIC)))
    tools.set_block(writer.view.loop, BlockKind.QUOTE)
    assert [writer.italic_at(at) for at in (1, 6)] == [True, False]
    tools.set_block(writer.view.loop, BlockKind.QUOTE)
    assert [writer.italic_at(at) for at in (1, 6)] == [False, True]


def test_a_paragraph_that_qt_joins_looks_like_the_block_it_has_become(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins"), quote("Zwei"))
    cursor = writer.view.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(7, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert writer.text == "Eiei"
    assert [writer.italic_at(at) for at in (1, 4)] == [False, False]
    assert writer.view.document().firstBlock().blockFormat().leftMargin() == 0
    check(writer)


def test_keys_of_the_window_are_left_to_it(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins Zwei"))
    writer.puts_caret(4)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_K):
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
        writer.view.keyPressEvent(pressed)
        assert not pressed.isAccepted()
    assert writer.text == "Eins Zwei"


def test_a_copy_within_the_program_keeps_everything_under_new_ids(at_desk: AtDesk) -> None:
    note, there = fn("Quelle", id="note1"), table(row("a", "b"), id="table1")
    writer = at_desk(p("Der ", bold("Rat"), note, ref("table1")), li("Punkt"), there, p("Ende"))
    writer.view.selectAll()
    writer.view.copy()
    writer.puts_caret_behind("Ende")
    writer.view.paste()
    assert len(writer.blocks) == 7
    assert isinstance(writer.blocks[3], Paragraph)
    ids = [id for block in writer.blocks for id in schema.block_ids(block)]
    assert len(set(ids)) == len(ids)
    copy = next(i for i in writer.blocks[3].inlines if isinstance(i, Footnote))
    assert copy.content == note.content
    assert copy.id != note.id
    again = next(i for i in writer.blocks[3].inlines if isinstance(i, CrossReference))
    assert again.target == next(b.id for b in writer.blocks[4:] if isinstance(b, Table))
    check(writer)
    writer.undoes()
    assert writer.text.count("|") == 3
    check(writer)


def test_text_from_outside_comes_as_paragraphs(at_desk: AtDesk) -> None:
    writer = at_desk(p("Anfang Ende"))
    writer.puts_caret(7)
    data = QMimeData()
    data.setText("eins\r\n\r\nzwei\tdrei\x07")
    writer.view.insertFromMimeData(data)
    assert writer.text == "Anfang eins|zwei dreiEnde"
    check(writer)


def test_the_path_of_a_dropped_file_is_no_text(at_desk: AtDesk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "bild.png"))])
    data.setText(str(tmp_path / "bild.png"))
    writer = at_desk(p("Kreis"))
    writer.view.insertFromMimeData(data)
    assert writer.text == "Kreis"


def test_what_is_copied_reads_as_plain_text_elsewhere(at_desk: AtDesk) -> None:
    writer = at_desk(p("Eins", fn("Quelle")), li("Zwei"))
    writer.view.selectAll()
    assert writer.view.createMimeDataFromSelection().text() == "Eins\n– Zwei"


def test_two_views_of_one_field_stay_equal_and_carets_stay(at_desk: AtDesk) -> None:
    first = at_desk(p("Eins Zwei"), p("Drei"))
    second = at_desk(project=first.project)
    second.puts_caret(12)
    first.puts_caret(4)
    first.types("xyz", RETURN, "w", BACK, BACK)
    first.selects("Zwei")
    tools.toggle_mark(first.view.loop, Marks.BOLD)
    assert first.text == "Einsxyz *Zwei*|Drei"
    check(first)
    check(second)
    assert second.view.textCursor().position() == 15
    second.types("!")
    assert first.text == "Einsxyz *Zwei*|Dr!ei"
    check(first)


def test_a_note_is_put_in_behind_the_selection_and_opened_by_return(at_desk: AtDesk) -> None:
    writer = at_desk(p("Der Rat beschließt"))
    writer.selects("Rat")
    id = tools.insert_footnote(writer.view.loop)
    assert writer.text == f"Der Rat{{note {id}}} beschließt"
    opened: list[object] = []
    writer.view.opened.connect(opened.append)
    writer.puts_caret(8, anchor=7)
    writer.types(RETURN)
    assert [thing.id for thing in opened if isinstance(thing, Footnote)] == [id]
    check(writer)


def test_a_damaged_copy_is_read_as_plain_text(at_desk: AtDesk) -> None:
    writer = at_desk(p("Kreis"))
    data = QMimeData()
    data.setData(clipboard.MIME, b'{"blocks": [{"is": "paragraph", "id": 7}]}')
    data.setText("tag")
    writer.puts_caret(5)
    writer.view.insertFromMimeData(data)
    assert writer.text == "Kreistag"


def test_nothing_is_ever_opened_for_a_text(at_desk: AtDesk, tmp_path: Path) -> None:
    picture = tmp_path / "bild.png"
    QImage(7, 7, QImage.Format.Format_RGB32).save(str(picture))
    writer = at_desk(p("Kreis"))
    found = writer.view.document().resource(2, QUrl.fromLocalFile(str(picture)))
    assert isinstance(found, QImage)
    assert found.width() == 1
