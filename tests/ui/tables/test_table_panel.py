"""The panel of a table: cells from the keyboard, tools, what undo leads back to."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from ikonzept_desktop.model.blocks import Alignment, NumberFormat, Total
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.inline import CrossReference, Footnote, LineBreak, Marks, Text, plain
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.tables import texts
from ikonzept_desktop.ui.tables.cells_model import letters
from ikonzept_desktop.ui.window.word_places import place_in
from tests.builders import bold, cell, fn, p, row, table
from tests.model.grids import grid
from tests.ui.desk import settle
from tests.ui.tables.desk import ALT_SHIFT, CTRL, SHIFT, TableDesk, focused

AtTable = Callable[..., TableDesk]
Key = Qt.Key


def test_return_on_a_selected_table_opens_its_panel_and_escape_shuts_it(at_table: AtTable) -> None:
    desk = at_table(replace(grid("a b", "c d"), caption=(Text("Orte"),)))
    assert (desk.panel.title(), focused()) == ("Tabelle 1: Orte", desk.panel.desk.view)
    desk.presses(Key.Key_Escape)
    assert desk.window.drawer.panel is None
    assert focused() is desk.window.text.text
    text = desk.window.text.text
    assert text is not None
    text.moveCursor(text.textCursor().MoveOperation.Start)
    desk.presses(Key.Key_Down)
    desk.presses(Key.Key_Right, SHIFT)
    desk.presses(Key.Key_Return)
    assert desk.panel.title() == "Tabelle 1: Orte"


def test_typing_begins_a_cell_anew_and_return_goes_below(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.types("neu")
    assert (desk.cells, desk.panel.desk.writing) == (["neu b", "c d"], True)
    desk.presses(Key.Key_Return)
    assert (desk.spot(), desk.panel.desk.writing, focused()) == ((1, 0), False, desk.panel.desk.view)


def test_f2_goes_on_with_what_stands_in_the_cell_and_escape_leaves_it(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.presses(Key.Key_F2)
    desk.types("bc")
    desk.presses(Key.Key_Escape)
    assert (desk.cells[0], focused()) == ("abc b", desk.panel.desk.view)
    desk.presses(Key.Key_Escape)
    assert desk.window.drawer.panel is None


def test_tab_goes_from_cell_to_cell_and_makes_a_row_after_the_last(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    spots = []
    for _ in range(4):
        desk.presses(Key.Key_Tab)
        spots.append(desk.spot())
    assert (spots, desk.cells) == ([(0, 1), (1, 0), (1, 1), (2, 0)], ["a b", "c d", "_ _"])
    desk.types("x")
    desk.presses(Key.Key_Tab, SHIFT)
    assert (desk.spot(), desk.cells[2]) == ((1, 1), "x _")


def test_a_cell_holds_lines_marks_notes_and_references(at_table: AtTable) -> None:
    desk = at_table(grid("a b"))
    desk.presses(Key.Key_F2)
    desk.presses(Key.Key_Return, SHIFT)
    desk.window.actions_by_key["bold"].trigger()
    desk.types("c")
    desk.window.text.insert_reference("ziele")
    desk.window.actions_by_key["footnote"].trigger()
    line = desk.table.rows[0].cells[0].inlines
    assert line[:4] == (Text("a"), LineBreak(), Text("c", Marks.BOLD), CrossReference("ziele"))
    assert isinstance(line[4], Footnote)
    assert focused().accessibleName() == "Fußnote 1"


def test_delete_empties_what_is_chosen_in_one_step(at_table: AtTable) -> None:
    desk = at_table(grid("a b c", "d e f"))
    desk.chooses(0, 1, 2, 2)
    desk.presses(Key.Key_Delete)
    assert desk.cells == ["a _ _", "d _ _"]
    desk.undoes()
    assert desk.cells == ["a b c", "d e f"]


def test_the_history_holds_the_texts_that_changed_not_the_table_twice(at_table: AtTable) -> None:
    desk = at_table(grid("a b c", "d e f"))
    told: list[Notice] = []
    desk.window.session.changed.connect(told.append)
    desk.chooses(0, 1, 2, 2)
    desk.presses(Key.Key_Delete)
    assert told[-1].changes.blocks is False
    desk.uses("merge")
    assert told[-1].changes.blocks is True


def test_whoever_watches_the_words_hears_of_cells_caption_and_source(at_table: AtTable) -> None:
    desk = at_table(grid("a b"))
    desk.presses(Key.Key_Escape)
    watched: list[object] = []
    desk.window.text.text_made.connect(watched.append)
    desk.opens()
    desk.presses(Key.Key_F2)
    editor = desk.panel.desk.editor
    assert editor is not None
    assert watched == [desk.panel.caption.text, desk.panel.source.text, editor.text]
    place = place_in(editor.text, "ziele", 1)
    assert place is not None
    assert (place.block, place.line, place.start) == (desk.id, desk.table.rows[0].cells[0].id, 1)


def test_undo_and_redo_lead_back_to_the_cell(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.chooses(1, 1)
    desk.presses(Key.Key_F2)
    desk.types("x")
    desk.presses(Key.Key_Escape)
    desk.chooses(0, 0)
    desk.undoes()
    assert (desk.cells, desk.spot(), desk.panel.desk.writing) == (["a b", "c d"], (1, 1), True)
    editor = desk.panel.desk.editor
    assert editor is not None
    assert (editor.text.toPlainText(), editor.text.textCursor().position()) == ("d", 1)
    desk.redoes()
    assert (desk.cells[1], editor.text.toPlainText()) == ("c dx", "dx")


@pytest.mark.parametrize(
    ("key", "cells", "spot"),
    [
        ("row_above", ["a b", "_ _", "c d"], (1, 0)),
        ("row_below", ["a b", "c d", "_ _"], (2, 0)),
        ("row_up", ["c d", "a b"], (0, 0)),
        ("delete_rows", ["a b"], (0, 0)),
        ("column_left", ["_ a b", "_ c d"], (1, 0)),
        ("column_right", ["a _ b", "c _ d"], (1, 1)),
        ("column_on", ["b a", "d c"], (1, 1)),
        ("delete_columns", ["b", "d"], (1, 0)),
    ],
)
def test_rows_and_columns_come_go_and_move(
    at_table: AtTable, key: str, cells: list[str], spot: tuple[int, int]
) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.chooses(1, 0)
    desk.uses(key)
    assert (desk.cells, desk.spot()) == (cells, spot)
    desk.undoes()
    assert (desk.cells, desk.spot()) == (["a b", "c d"], (1, 0))


def test_rows_and_columns_move_by_keys_while_the_outline_stays(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.presses(Key.Key_Down, ALT_SHIFT)
    assert (desk.cells, desk.spot()) == (["c d", "a b"], (1, 0))
    desk.presses(Key.Key_F2)
    desk.presses(Key.Key_Right, ALT_SHIFT)
    assert (desk.cells, desk.spot()) == (["d c", "b a"], (1, 1))


def test_merged_cells_are_one_and_can_be_parted(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.chooses(0, 0, 2, 1)
    desk.uses("merge")
    assert desk.cells == ["a/c b", "< d"]
    assert desk.panel.desk.view.rowSpan(0, 0) == 2
    desk.presses(Key.Key_Tab)
    desk.presses(Key.Key_Tab)
    assert desk.spot() == (1, 1)
    desk.chooses(0, 0)
    desk.uses("split")
    assert (desk.cells, desk.panel.desk.view.rowSpan(0, 0)) == (["a/c b", "_ d"], 1)


def test_all_rows_cannot_be_deleted_and_the_way_is_told(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    said: list[str] = []
    desk.panel.said.connect(said.append)
    desk.chooses(0, 0, 2, 2)
    desk.panel.desk.do("delete_rows")
    assert (desk.cells, said) == (["a b", "c d"], [texts.EVERYTHING])


def test_a_total_takes_a_column_of_words_for_the_numbers_that_stand_in_it(at_table: AtTable) -> None:
    desk = at_table(grid("Ort Anteil Rest", "a 12% x", "b 7,5% 3"))
    desk.chooses(1, 1, 1, 2)
    desk.uses("total_sum")
    assert desk.table.columns[1].number == NumberFormat(1, unit="%")
    assert desk.table.columns[2].number is None
    assert [plain(desk.panel.desk.model.shown(3, at).line) for at in range(3)] == ["Summe", "19,5\u00a0%", "3"]
    desk.undoes()
    assert desk.table.columns[1].number is None


def test_headers_alignment_numbers_and_totals_are_set_and_ticked(at_table: AtTable) -> None:
    desk = at_table(grid("Ort Zahl", "a 1000", "b 20"))
    desk.chooses(0, 1, 3, 1)
    desk.uses("number_euro")
    desk.uses("total_sum")
    desk.uses("header_columns")
    column = desk.table.columns[1]
    assert (column.number, column.total, column.alignment) == (
        NumberFormat(0, unit="€"),
        Total.SUM,
        Alignment.RIGHT,
    )
    assert (desk.table.header_columns, desk.table.header_rows) == (2, 1)
    model = desk.panel.desk.model
    assert [plain(model.shown(at, 1).line) for at in range(4)] == ["Zahl", "1.000\u00a0€", "20\u00a0€", "1.020\u00a0€"]
    ticked = {key for key, action in desk.panel.tools.actions_by_key.items() if action.isChecked()}
    assert ticked == {"right", "total_sum", "number_euro"}


def test_what_is_no_number_is_marked_and_told(at_table: AtTable) -> None:
    made = grid("Zahl", "1", "viele")
    made = replace(made, columns=(replace(made.columns[0], number=NumberFormat(0)),))
    desk = at_table(made)
    shown = [desk.panel.desk.model.shown(at, 0).wrong for at in range(3)]
    desk.panel._quiet.timeout.emit()
    assert shown == [False, False, True]
    assert desk.panel._wrong.text() == texts.no_numbers(1)
    index = desk.panel.desk.model.index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == texts.no_number("viele")


def test_cells_are_copied_as_excel_reads_them_and_come_back_with_everything(at_table: AtTable) -> None:
    desk = at_table(table(row(cell(bold("a"), fn("Quelle")), "b"), row("c", "d"), row("e", "f")))
    desk.chooses(0, 0, 2, 2)
    desk.presses(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "a\tb\nc\td"
    desk.chooses(2, 1)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["a b _", "c d _", "e a b", "_ c d"]
    first, copied = desk.table.rows[0].cells[0].inlines, desk.table.rows[2].cells[1].inlines
    assert (copied[0], isinstance(copied[1], Footnote), copied[1] == first[1]) == (first[0], True, False)


def test_cutting_empties_the_cells_in_one_step(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.chooses(0, 0, 1, 2)
    desk.presses(Key.Key_X, CTRL)
    assert (desk.cells, QGuiApplication.clipboard().text()) == (["_ _", "c d"], "a\tb")
    desk.undoes()
    assert desk.cells == ["a b", "c d"]


def test_cells_of_excel_fill_the_table_from_the_current_one_on(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    QGuiApplication.clipboard().setText('1\t"x ""y""\nz"\r\n3\t4\r\n')
    desk.chooses(1, 1)
    desk.window.actions_by_key["paste"].trigger()
    assert desk.cells == ["a b _", 'c 1 x·"y"/z', "_ 3 4"]


def test_a_column_of_excel_fills_the_cells_below_a_text_of_lines_one_cell(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    data = QMimeData()
    data.setText("1\r\n2\r\n3\r\n")
    QGuiApplication.clipboard().setMimeData(data)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["1/2/3 b", "c d"]
    data = QMimeData()
    data.setText("1\r\n2\r\n3\r\n")
    data.setHtml("<table><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["1 b", "2 d", "3 _"]
    desk.chooses(0, 1)
    desk.presses(Key.Key_F2)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["1 1", "2 2", "3 3"]


def test_what_goes_into_the_chosen_cells_fills_them_all_in_one_step(at_table: AtTable) -> None:
    desk = at_table(grid("a b c", "d e f", "g h i"))
    QGuiApplication.clipboard().setText("x")
    desk.chooses(1, 0, 2, 3)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["a b c", "x x x", "x x x"]
    desk.undoes()
    QGuiApplication.clipboard().setText("1\t2\t3\r\n")
    desk.chooses(1, 0, 2, 3)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["a b c", "1 2 3", "1 2 3"]
    desk.undoes()
    desk.chooses(1, 0, 2, 2)
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["a b c", "1 2 3", "g h i"]


def test_an_image_empties_no_cell_and_the_way_is_told(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    said: list[str] = []
    desk.panel.said.connect(said.append)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    desk.presses(Key.Key_V, CTRL)
    assert (desk.cells, said) == (["a b", "c d"], [texts.NO_IMAGES])
    QGuiApplication.clipboard().clear()
    desk.presses(Key.Key_V, CTRL)
    assert desk.cells == ["a b", "c d"]


@pytest.mark.parametrize(
    "cells", ["a\tb\n" * 10_001, ("\t".join("ab" * 26) + "\n") * 2_000, ("a" + "\tb" * 10 + "\n") * 9_000]
)
def test_what_a_table_has_no_room_for_is_refused_whole(at_table: AtTable, cells: str) -> None:
    desk = at_table(grid("a b", "c d"))
    said: list[str] = []
    desk.panel.said.connect(said.append)
    desk.chooses(0, 1)
    QGuiApplication.clipboard().setText(cells)
    desk.presses(Key.Key_V, CTRL)
    assert (desk.cells, said) == (["a b", "c d"], [texts.TOO_LARGE])


def test_words_of_a_text_keep_their_marks_in_a_chosen_cell(at_table: AtTable) -> None:
    desk = at_table(grid("a b"), p("sehr ", bold("wichtig")))
    text = desk.window.text.pages.shown().form.rich_fields()[0].text  # type: ignore[union-attr]  # it is shown
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    desk.presses(Key.Key_Home, SHIFT)
    desk.presses(Key.Key_C, CTRL)
    desk.chooses(0, 1)
    desk.presses(Key.Key_V, CTRL)
    assert desk.table.rows[0].cells[1].inlines == (Text("sehr "), Text("wichtig", Marks.BOLD))


def test_cells_pasted_while_writing_go_into_the_grid_text_into_the_cell(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.presses(Key.Key_F2)
    editor = desk.panel.desk.editor
    assert editor is not None
    data = QMimeData()
    data.setText("!")
    editor.text.insertFromMimeData(data)
    assert desk.cells[0] == "a! b"
    data.setText("1\t2\n3\t4")
    editor.text.insertFromMimeData(data)
    assert (desk.cells, desk.panel.desk.writing) == (["1 2", "3 4"], False)


def test_bold_is_set_on_all_chosen_cells(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.chooses(0, 0, 1, 2)
    desk.presses(Key.Key_B, CTRL)
    assert [part.inlines for part in desk.table.rows[0].cells] == [(bold("a"),), (bold("b"),)]
    desk.presses(Key.Key_B, CTRL)
    assert desk.cells == ["a b", "c d"]


def test_caption_and_source_are_written_below_the_cells(at_table: AtTable) -> None:
    desk = at_table(grid("a b"))
    desk.panel.caption.setFocus()
    desk.types("Orte")
    desk.presses(Key.Key_Tab)
    desk.types("Kreis")
    assert (plain(desk.table.caption), plain(desk.table.source)) == ("Orte", "Kreis")
    assert desk.panel.title() == "Tabelle 1: Orte"
    desk.undoes()
    assert plain(desk.table.source) == ""
    desk.undoes()
    assert (plain(desk.table.caption), focused()) == ("", desk.panel.caption.text)


def test_a_dragged_edge_gives_the_columns_their_widths_in_one_step(at_table: AtTable) -> None:
    desk = at_table(grid("a b"))
    desk.panel.desk.view.widths_dragged.emit((300, 100))
    assert [column.width for column in desk.table.columns] == [1.5, 0.5]
    view = desk.panel.desk.view
    assert abs(view.columnWidth(0) - 3 * view.columnWidth(1)) <= 3


def test_another_table_takes_the_place_of_the_first_whose_panel_goes(at_table: AtTable) -> None:
    second = grid("x")
    desk = at_table(grid("a b"), second)
    first = desk.panel
    desk.presses(Key.Key_F2)
    desk.window.text.atom_opened.emit((desk.address, second))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert (desk.panel.place.id, isValid(first)) == (second.id, False)
    assert desk.window.text.text is None
    desk.types("y")
    assert desk.cells == ["a b"]


def test_what_others_change_is_seen_and_a_deleted_table_shuts_the_panel(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.chooses(1, 1)
    before = desk.table
    after = replace(before, rows=before.rows[::-1])
    desk.window.session.apply(ReplaceBlocks(desk.address, 1, (before,), (after,)), "Umkehren")
    assert desk.panel.desk.model.table is after
    desk.window.session.apply(ReplaceBlocks(desk.address, 1, (after,), ()), "Löschen")
    settle()
    assert desk.window.drawer.panel is None


def test_a_concept_to_be_read_shows_the_cells_and_changes_none(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"), read_only=True)
    for key in (Key.Key_F2, Key.Key_X, Key.Key_Delete):
        desk.presses(key)
    assert (desk.cells, desk.panel.desk.writing) == (["a b", "c d"], False)
    assert not any(action.isEnabled() for action in desk.panel.tools.actions_by_key.values())


def test_a_table_in_the_text_follows_the_cells_after_a_moment(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    text = next(field.text for field in desk.window.text.pages.shown().form.rich_fields())  # type: ignore[union-attr]
    desk.types("x")
    assert text.loop.shown[1] is not desk.table
    desk.window.text.focus_field()
    assert text.loop.shown[1] is desk.table


def test_strg_tab_leaves_the_cells_and_the_menu_of_the_cells_has_every_tool(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    desk.presses(Key.Key_Tab, CTRL)
    assert focused() is desk.panel.caption.text
    desk.panel.desk.view.setFocus()
    desk.presses(Key.Key_Tab, SHIFT)
    assert focused().parent() is desk.panel.tools
    held = set(actions_of(desk.panel._context_menu))
    assert set(desk.panel.tools.actions_by_key.values()) <= held


def actions_of(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        yield action
        if isinstance(inner, QMenu):
            yield from actions_of(inner)


def test_columns_are_named_as_everywhere() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_every_control_of_the_panel_has_a_name(at_table: AtTable) -> None:
    desk = at_table(grid("a b", "c d"))
    reached = [w for w in desk.panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) > 10
    assert [type(w).__name__ for w in reached if w.isVisible() and not w.accessibleName()] == []
