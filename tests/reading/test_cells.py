"""Cells from clipboards and from files of separated values, as they were meant."""

import pytest

from ikonzept_desktop.reading.cells import (
    MOST_ROWS,
    as_tabs,
    decoded,
    delimiter_of,
    separated,
    sheet,
    tab_cells,
    tab_separated,
)


def test_cells_of_a_clipboard_stand_between_tabs_and_line_ends() -> None:
    assert tab_separated("a\tb\r\nc\td\r\n") == (("a", "b"), ("c", "d"))
    assert tab_separated("a\t\n\td") == (("a", ""), ("", "d"))


@pytest.mark.parametrize("text", ["", "a b", "ein\tWort", "a\tb\nohne Tabulator", "a\nb"])
def test_what_is_no_table_stays_text(text: str) -> None:
    assert tab_separated(text) is None


def test_quoted_cells_hold_tabs_line_ends_and_quotation_marks() -> None:
    assert tab_separated('"a\nb"\t"sagt ""ja"""\nc\t"d\te"') == (("a\nb", 'sagt "ja"'), ("c", "d\te"))


def test_quotation_marks_of_a_writer_are_text() -> None:
    assert tab_separated('"Sprache" lernen\t"b"\n5"\t"offen\n') == (('"Sprache" lernen', '"b"'), ('5"', '"offen'))


def test_cells_go_out_as_they_come_in() -> None:
    rows = (("a\nb", 'sagt "ja"'), ("c", "d\te"))
    assert tab_separated(as_tabs(rows)) == rows


def test_a_row_of_cells_is_enough_for_a_table_that_is_there_already() -> None:
    assert tab_cells("a\tb") == (("a", "b"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_of_a_file_is_found(encoding: str) -> None:
    assert decoded("Ort;Förderung\nHaan;1.200 €".encode(encoding)) == "Ort;Förderung\nHaan;1.200 €"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a;b;c\n1,5;2,5;3,5", ";"),
        ("a,b\n1,2\n3,4", ","),
        ("a\tb\n1,5\t2,5", "\t"),
        ("a|b\nc|d", "|"),
        ('"a;b",c\n"d;e",f', ","),
        ("nur Text", ";"),
    ],
)
def test_the_delimiter_of_a_file_is_found(text: str, sign: str) -> None:
    assert delimiter_of(text) == sign


def test_a_file_has_rows_of_equal_length_without_its_empty_ends() -> None:
    assert separated(b'Ort;Zahl;\nHaan\n"Bad\nEms";2;;\n;;\n') == (("Ort", "Zahl"), ("Haan", ""), ("Bad\nEms", "2"))


def test_rows_beyond_the_limit_are_counted_not_kept() -> None:
    found = sheet("a", (("x",),) * (MOST_ROWS + 3))
    assert (len(found.rows), found.left_out) == (MOST_ROWS, 3)
    wide = sheet("a", (("x",) * 100,) * 1003)
    assert (len(wide.rows), wide.left_out) == (1000, 3)
    assert sheet("a", ()).left_out == 0


def test_more_cells_than_a_table_has_room_for_stay_text() -> None:
    assert tab_separated("a\tb\n" * MOST_ROWS) is not None
    assert tab_separated("a\tb\n" * (MOST_ROWS + 1)) is None
    assert tab_separated("\t".join("a" * 200) + "\n" + ("\t".join("b" * 200) + "\n") * 600) is None


@pytest.mark.parametrize("data", [b"", b"\x00" * 1000, bytes(range(256)) * 40, b'"' * 5000, b"\xff\xfe\x00"])
def test_bytes_of_any_kind_are_read_or_refused_but_never_break(data: bytes) -> None:
    assert isinstance(separated(data), tuple)


def test_no_cell_on_the_clipboard_is_computed_by_who_takes_it_and_ours_come_back() -> None:
    rows = (("=1+1", "-5"), ("@SUM(A1)", "'"))
    assert as_tabs(rows) == "'=1+1\t-5\n'@SUM(A1)\t'"
    assert tab_cells(as_tabs(rows)) == rows


def test_an_apostrophe_that_kept_a_value_from_being_computed_is_no_part_of_it() -> None:
    assert separated(b"'=1+1;'so'\n+49 221;''-x") == (("=1+1", "'so'"), ("+49 221", "'-x"))
