"""A sheet's rows as their reader takes them."""

from ikonzept_desktop.reading.cells import Marks, Merged, Sheet
from ikonzept_desktop.reading.sheet_rows import rows_of

ROWS = (
    ("Feld", "Titel", "Notiz"),
    ("Sprache", "Pool", "a"),
    ("", "Kurse", "b"),
    ("", "", ""),
    ("Amt", "Messe", "c"),
)


def test_what_is_hidden_is_left_out_unless_it_is_wanted_and_counted_either_way() -> None:
    sheet = Sheet("x", ROWS, marks=Marks(frozenset({3, 4}), frozenset({2})))
    found = rows_of(sheet)
    assert (found.rows, found.numbers, found.columns) == (
        (("Feld", "Titel"), ("Sprache", "Pool"), ("", "Kurse")),
        (1, 2, 3),
        (0, 1),
    )
    assert (found.hidden_rows, found.hidden_columns) == (1, 1)
    assert (rows_of(sheet, hidden=True).rows, rows_of(sheet, hidden=True).hidden_rows) == (ROWS, 1)


def test_a_merged_cell_is_said_in_each_row_that_says_something_itself() -> None:
    sheet = Sheet("x", ROWS, marks=Marks(merged=(Merged(1, 0, 3, 1), Merged(0, 1, 1, 2), Merged(9, 9, 2, 2))))
    found = rows_of(sheet)
    assert ([row[0] for row in found.rows], found.repeated) == (["Feld", "Sprache", "Sprache", "", "Amt"], 1)


def test_an_empty_sheet_has_no_rows() -> None:
    assert rows_of(Sheet("x", ())).rows == ()
