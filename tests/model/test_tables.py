"""Rows and columns come, go and move, cells are merged and split, and no word is lost."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from ikonzept_desktop.model.blocks import NumberFormat, Table
from ikonzept_desktop.model.ids import seeded_ids
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.table_grid import Area, Grid, placed_cells, widened
from ikonzept_desktop.model.tables import Axis, delete, insert, make, merge, move, split
from tests.builders import cell, row, table
from tests.model.grids import grid, is_whole, written

ROWS, COLUMNS = Axis.ROWS, Axis.COLUMNS


def merged(first: Table, area: Area) -> Table:
    made = merge(first, area)
    assert made is not None
    return made


def test_cells_take_the_places_that_spans_leave() -> None:
    spanning = table(row(cell("a", down=2), cell("b", across=2)), row("c", "d"), headers=(0, 0))
    assert [(p.row, p.column, plain(p.cell.inlines)) for p in placed_cells(spanning)] == [
        (0, 0, "a"),
        (0, 1, "b"),
        (1, 1, "c"),
        (1, 2, "d"),
    ]
    assert Grid(spanning).cell(spanning, 1, 0).cell.inlines == spanning.rows[0].cells[0].inlines


def test_a_new_table_has_empty_cells_and_a_header() -> None:
    made = make(3, 2)
    assert (written(made), made.header_rows, is_whole(made)) == (["_ _", "_ _", "_ _"], 1, True)


@pytest.mark.parametrize(("rows", "columns"), [(0, 2), (2, 0), (1001, 100)])
def test_a_table_has_at_least_a_cell_and_no_more_than_can_be_read(rows: int, columns: int) -> None:
    with pytest.raises(ValueError, match="no table"):
        make(rows, columns)


def test_a_row_comes_between_others_which_keep_their_ids() -> None:
    before = grid("a b", "c d")
    after = insert(before, ROWS, 1)
    assert written(after) == ["a b", "_ _", "c d"]
    assert after is not None
    assert (after.rows[0], after.rows[2]) == before.rows


def test_a_column_comes_at_the_end_and_is_set_as_the_one_before() -> None:
    after = insert(grid("a b", "c d"), COLUMNS, 2)
    assert written(after) == ["a b _", "c d _"]
    assert after is not None
    assert after.columns[2] == after.columns[1]


def test_a_row_put_among_headers_is_a_header() -> None:
    first, second = insert(grid("a b", "c d"), ROWS, 0), insert(grid("a b", "c d"), ROWS, 1)
    assert first is not None
    assert second is not None
    assert (first.header_rows, second.header_rows) == (2, 1)


def test_what_comes_within_a_merged_cell_widens_it() -> None:
    wide = merged(grid("a b c", "d e f"), Area(0, 0, 1, 3))
    assert written(insert(wide, COLUMNS, 1)) == ["a/b/c < < <", "d _ e f"]
    tall = merged(grid("a b", "c d", "e f"), Area(0, 0, 3, 1))
    assert written(insert(tall, ROWS, 2)) == ["a/c/e b", "< d", "< _", "< f"]


def test_a_row_goes_and_a_merged_cell_that_reaches_in_grows_narrower() -> None:
    tall = merged(grid("a b", "c d", "e f"), Area(0, 0, 2, 1))
    assert written(delete(tall, ROWS, 1, 1)) == ["a/c b", "e f"]


def test_text_of_a_merged_cell_stays_when_its_first_row_goes() -> None:
    tall = merged(grid("a b", "c d", "e f"), Area(0, 0, 2, 1))
    assert written(delete(tall, ROWS, 0, 0)) == ["a/c d", "e f"]
    wide = merged(grid("a b c", "d e f"), Area(0, 1, 1, 2))
    assert written(delete(wide, COLUMNS, 1, 1)) == ["a b/c", "d f"]


def test_all_rows_or_columns_cannot_go_for_that_is_the_table() -> None:
    assert delete(grid("a b", "c d"), ROWS, 0, 1) is None
    assert delete(grid("a b", "c d"), COLUMNS, 0, 1) is None


def test_headers_go_with_their_rows() -> None:
    after = delete(grid("a", "b", "c", headers=(2, 0)), ROWS, 1, 1)
    assert after is not None
    assert after.header_rows == 1


def test_rows_and_columns_move_a_step() -> None:
    down = move(grid("a b", "c d", "e f"), ROWS, 0, 0, 1)
    assert down is not None
    assert (written(down[0]), down[1]) == (["c d", "a b", "e f"], 1)
    left = move(grid("a b c", "d e f"), COLUMNS, 1, 2, -1)
    assert left is not None
    assert (written(left[0]), left[1]) == (["b c a", "e f d"], -1)


def test_rows_move_no_further_than_the_edge() -> None:
    assert move(grid("a", "b"), ROWS, 0, 0, -1) is None
    assert move(grid("a", "b"), ROWS, 1, 1, 1) is None


def test_what_a_merged_cell_holds_together_moves_together() -> None:
    tall = merged(grid("a b", "c d", "e f", "g h"), Area(1, 0, 2, 1))
    down = move(tall, ROWS, 0, 0, 1)
    assert down is not None
    assert (written(down[0]), down[1]) == (["c/e d", "< f", "a b", "g h"], 2)
    up = move(tall, ROWS, 2, 2, 1)
    assert up is not None
    assert written(up[0]) == ["a b", "g h", "c/e d", "< f"]


def test_merging_puts_the_texts_below_each_other_and_keeps_the_first_id() -> None:
    before = grid("a b", "_ d")
    after = merged(before, Area(0, 0, 2, 2))
    assert written(after) == ["a/b/d <", "< <"]
    assert after.rows[0].cells[0].id == before.rows[0].cells[0].id
    assert is_whole(after)


def test_merging_takes_in_what_reaches_into_the_area() -> None:
    wide = merged(grid("a b c", "d e f"), Area(0, 1, 1, 2))
    assert widened(wide, Area(0, 0, 2, 2)) == Area(0, 0, 2, 3)
    assert written(merge(wide, Area(0, 0, 2, 2))) == ["a/b/c/d/e/f < <", "< < <"]


def test_one_cell_is_merged_with_nothing() -> None:
    assert merge(grid("a b"), Area(0, 0)) is None


def test_splitting_gives_single_cells_the_text_in_the_first() -> None:
    whole = merged(grid("a b", "c d"), Area(0, 0, 2, 2))
    assert written(split(whole, Area(0, 0))) == ["a/b/c/d _", "_ _"]
    assert split(grid("a b"), Area(0, 0, 1, 2)) is None


def test_a_table_that_its_cells_do_not_cover_is_none() -> None:
    made = grid("a b", "c d")
    first = made.rows[0]
    short = replace(first, cells=first.cells[:1])
    wide = replace(first, cells=(replace(first.cells[0], column_span=2), first.cells[1]))
    assert [is_whole(replace(made, rows=(row, made.rows[1]))) for row in (first, short, wide)] == [True, False, False]
    assert not is_whole(replace(made, columns=(replace(made.columns[0], number=NumberFormat(unit="\x00")),) * 2))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_done_the_table_stays_whole_and_loses_no_word(seed: int) -> None:
    chance, ids = random.Random(seed), seeded_ids(seed)
    made = grid("a b c d", "e f g h", "i j k l", "m n o p")
    words = Counter("abcdefghijklmnop")
    for _ in range(25):
        changed = random_step(made, chance, ids)
        if changed is not None:
            made = changed
            assert is_whole(made)
            kept = Counter("".join(plain(p.cell.inlines) for p in placed_cells(made)).replace("\n", ""))
            assert kept == words


def random_step(made: Table, chance: random.Random, ids: object) -> Table | None:
    """Do anything but deleting what holds words."""
    height, width = len(made.rows), len(made.columns)
    area = Area(row_at := chance.randrange(height), column_at := chance.randrange(width))
    area = Area(row_at, column_at, chance.randint(1, height - row_at), chance.randint(1, width - column_at))
    axis = chance.choice([ROWS, COLUMNS])
    size = height if axis is ROWS else width
    match chance.randrange(5):
        case 0:
            return insert(made, axis, chance.randint(0, size), chance.randint(1, 2)) if size < 12 else None
        case 1:
            moved = move(made, axis, at := chance.randrange(size), at, chance.choice([1, -1]))
            return moved and moved[0]
        case 2:
            return merge(made, area) if chance.random() < 0.5 else None
        case 3:
            return split(made, area)
        case _:
            return without_an_empty_line(made, axis, size)


def without_an_empty_line(made: Table, axis: Axis, size: int) -> Table | None:
    """Delete a row or column in which no cell begins that has a word."""
    for at in range(size):
        begun = [p for p in placed_cells(made) if (p.row if axis is ROWS else p.column) == at]
        if not any(p.cell.inlines for p in begun):
            return delete(made, axis, at, at)
    return None
