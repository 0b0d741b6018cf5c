"""Cells are filled, emptied, copied, aligned and sorted."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model.blocks import Alignment, NumberFormat, line_of, with_line
from ikonzept_desktop.model.inline import LineBreak, Text
from ikonzept_desktop.model.table_content import (
    align,
    clear,
    fill,
    from_cells,
    lines_in,
    part_of,
    set_number,
    sort_rows,
    text_line,
    text_lines,
)
from ikonzept_desktop.model.table_grid import Area
from ikonzept_desktop.model.tables import merge
from tests.model.grids import grid, is_whole, written


def test_cells_make_a_table_short_rows_filled_up() -> None:
    made = from_cells((("Ort", "Zahl"), ("Haan",), ("Hilden", "55.600")))
    assert (written(made), is_whole(made)) == (["Ort Zahl", "Haan _", "Hilden 55.600"], True)


def test_headers_and_columns_of_numbers_are_found() -> None:
    made = from_cells((("Ort", "Anteil"), ("Haan", "12 %"), ("Hilden", "7 %")))
    assert (made.header_rows, made.columns[1].number, made.columns[1].alignment) == (
        1,
        NumberFormat(0, unit="%"),
        Alignment.RIGHT,
    )
    assert made.columns[0].number is None
    assert from_cells((("1", "2"), ("3", "4"))).header_rows == 0
    assert from_cells((("Ort", "Zahl"), ("Haan", "1")), header=False).header_rows == 0


def test_columns_that_hold_more_are_wider_and_equal_where_they_are_much_alike() -> None:
    made = from_cells((("Nr.", "Maßnahme"), ("1", "Sprachkurse am Abend mit Betreuung der Kinder")))
    assert [column.width for column in made.columns] == [0.33, 1.67]
    assert {column.width for column in from_cells((("Ort", "Zahl"), ("Haan", "30.000"))).columns} == {1.0}


def test_lines_of_a_cell_are_parted_and_cleaned() -> None:
    assert text_line("a\r\nb\x00\n") == (Text("a"), LineBreak(), Text("b"))


def test_filling_grows_the_table_where_it_reaches_beyond() -> None:
    made = fill(grid("a b", "c d"), 1, 1, text_lines((("1", "2"), ("3", "4"))))
    assert (written(made), is_whole(made)) == (["a b _", "c 1 2", "_ 3 4"], True)


def test_filling_passes_over_what_a_merged_cell_covers() -> None:
    wide = merge(grid("a b", "c d"), Area(0, 0, 1, 2))
    assert wide is not None
    assert written(fill(wide, 0, 0, text_lines((("1", "2"), ("3", "4"))))) == ["1 <", "3 4"]


def test_rows_that_nothing_is_put_into_stay_the_very_same() -> None:
    before = grid("a b", "c d")
    after = clear(before, Area(1, 0, 1, 2))
    assert written(after) == ["a b", "_ _"]
    assert after.rows[0] is before.rows[0]


def test_an_area_is_a_table_of_its_own_with_what_reaches_in_left_empty() -> None:
    tall = merge(grid("a b c", "d e f", "g h i"), Area(0, 0, 2, 1))
    assert tall is not None
    part = part_of(tall, Area(1, 0, 2, 2))
    assert (written(part), part.header_rows, is_whole(part)) == (["_ e", "g h"], 0, True)
    assert len(lines_in(part)) == 2


def test_whole_columns_are_aligned_as_columns_single_cells_by_themselves() -> None:
    made = grid("a b", "c d", "e f")
    whole = align(made, Area(0, 1, 3, 1), Alignment.RIGHT)
    assert (whole.columns[1].alignment, whole.rows[1].cells[1].alignment) == (Alignment.RIGHT, None)
    single = align(made, Area(1, 1), Alignment.CENTRE)
    assert (single.columns[1].alignment, single.rows[1].cells[1].alignment) == (Alignment.LEFT, Alignment.CENTRE)


def test_columns_of_numbers_stand_to_the_right_and_of_words_to_the_left_again() -> None:
    numbers = set_number(grid("a", "1"), Area(0, 0), NumberFormat(0))
    assert numbers.columns[0].alignment is Alignment.RIGHT
    assert set_number(numbers, Area(0, 0), None).columns[0].alignment is Alignment.LEFT


def test_rows_are_sorted_the_german_way_below_the_headers() -> None:
    made = sort_rows(grid("Ort", "Zell", "Ärzte", "Arnsberg", "_", "Öhningen", "Oder"), 0)
    assert written(made) == ["Ort", "Arnsberg", "Ärzte", "Oder", "Öhningen", "Zell", "_"]


def test_numbers_are_sorted_as_numbers_and_parts_of_names_too() -> None:
    assert written(sort_rows(grid("Zahl", "1.000", "9", "20,5"), 0)) == ["Zahl", "9", "20,5", "1.000"]
    assert written(sort_rows(grid("Name", "AG-10", "AG-9"), 0)) == ["Name", "AG-9", "AG-10"]


def test_sorting_downwards_keeps_empty_cells_last_and_what_is_sorted_is_nothing_to_do() -> None:
    made = sort_rows(grid("Ort", "a", "_", "b"), 0, descending=True)
    assert written(made) == ["Ort", "b", "a", "_"]
    assert sort_rows(grid("Ort", "a", "b"), 0) is None


def test_rows_that_a_merged_cell_holds_together_are_sorted_together() -> None:
    tall = merge(grid("Ort x", "b 1", "_ 2", "a 3"), Area(1, 0, 2, 1))
    assert tall is not None
    assert written(sort_rows(replace(tall), 0)) == ["Ort x", "a 3", "b 1", "< 2"]


def test_a_cell_is_found_where_it_has_gone_to() -> None:
    made = grid("a", "b", "c")
    id = made.rows[0].cells[0].id
    assert line_of(made, id) == (Text("a"),)
    moved = replace(made, rows=made.rows[::-1])
    assert line_of(moved, id) == (Text("a"),)
    assert written(with_line(moved, id, (Text("x"),))) == ["c", "b", "x"]  # type: ignore[arg-type]  # a table
    with pytest.raises(KeyError):
        line_of(replace(made, rows=made.rows[1:]), id)
