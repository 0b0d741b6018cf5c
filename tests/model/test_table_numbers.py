"""Numbers as Germans type them, as they are printed, and what is computed of them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ikonzept_desktop.model.blocks import NumberFormat, Table, Total
from ikonzept_desktop.model.inline import Footnote, Marks, Text, plain
from ikonzept_desktop.model.table_content import from_cells
from ikonzept_desktop.model.table_numbers import guessed_format, is_wrong, number_of, parsed, printed, written
from tests.builders import bold, cell, fn, row, table
from tests.model.grids import grid
from tests.model.grids import written as shown


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("12", "12", ""),
        ("1.234,5", "1234.5", ""),
        ("1234,50", "1234.50", ""),
        ("1.234.567", "1234567", ""),
        ("12 %", "12", "%"),
        ("12,5\u00a0%", "12.5", "%"),
        ("1.200 €", "1200", "€"),
        ("1200 EUR", "1200", "€"),
        ("\u22123", "-3", ""),
        ("-3,5", "-3.5", ""),
        ("+7", "7", ""),
        ("1\u202f234", "1234", ""),
        (" 8 km ", "8", "km"),
    ],
)
def test_a_number_is_read_as_germans_type_it(typed: str, value: str, unit: str) -> None:
    assert parsed(typed) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "typed", ["", "k. A.", "12.5", "1,2,3", "12.3456", "ca. 12", "12 bis 14", "9" * 50, "01067", "0.123"]
)
def test_what_is_no_number_stays_what_it_is(typed: str) -> None:
    assert parsed(typed) is None


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        ("1234.5", NumberFormat(), "1.234,5"),
        ("1234.5", NumberFormat(0), "1.235"),
        ("1234.5", NumberFormat(2, unit="€"), "1.234,50\u00a0€"),
        ("-3", NumberFormat(0), "\u22123"),
        ("2015", NumberFormat(0, thousands=False), "2015"),
        ("0.125", NumberFormat(1, unit="%"), "0,1\u00a0%"),
        ("-0.04", NumberFormat(1), "0,0"),
    ],
)
def test_a_number_is_written_as_its_column_says(value: str, format: NumberFormat, text: str) -> None:
    assert written(Decimal(value), format) == text


def test_a_column_takes_numbers_with_its_own_unit_or_none() -> None:
    percent = NumberFormat(unit="%")
    assert (number_of("12", percent), number_of("12 %", percent)) == (Decimal(12), Decimal(12))
    assert number_of("12 €", percent) is None


def test_a_format_is_guessed_where_all_are_numbers_of_one_unit() -> None:
    assert guessed_format(["12 %", "", "7,5 %"]) == NumberFormat(1, unit="%")
    assert guessed_format(["1200", "–", "46.000"]) == NumberFormat(0)
    assert guessed_format(["2014", "2015"]) == NumberFormat(0, thousands=False)
    assert guessed_format(["12 %", "3 €"]) is None
    assert guessed_format(["12", "Haan"]) is None
    assert guessed_format(["", ""]) is None


@pytest.mark.parametrize("typed", ["01067", "0.123", "007"])
def test_what_begins_with_a_zero_counts_nothing(typed: str) -> None:
    assert parsed(typed) is None


@pytest.mark.parametrize("typed", [("42781", "40822"), ("42781", "01067"), ("2014", "3000"), ("+3", "\u22122", "+12")])
def test_what_was_pasted_is_printed_as_it_stood(typed: tuple[str, ...]) -> None:
    made = from_cells((("Angabe",), *((text,) for text in typed)), header=True)
    assert shown(printed(made))[1:] == list(typed)


PLAIN = NumberFormat()


def totalled(*rows: str, totals: tuple[Total, ...], number: NumberFormat | None = PLAIN) -> Table:
    made = grid(*rows)
    columns = (
        replace(column, number=number if total is not Total.NONE else None, total=total)
        for column, total in zip(made.columns, totals, strict=True)
    )
    return replace(made, columns=tuple(columns))


def test_sums_averages_and_counts_stand_below_and_are_never_stored() -> None:
    made = totalled("Ort Zahl Anteil", "a 1.000 4", "b 200 5", "c weg 6", totals=(Total.NONE, Total.SUM, Total.AVERAGE))
    assert shown(printed(made))[-2:] == ["Summe 1.200 _", "Durchschnitt _ 5,0"]
    assert len(made.rows) == 4


def test_a_total_of_the_first_column_names_itself() -> None:
    made = totalled("Zahl", "1", "2", totals=(Total.SUM,))
    assert shown(printed(made))[-1] == "Summe:·3"


def test_in_a_column_of_words_the_filled_cells_are_counted() -> None:
    made = totalled("Ort", "a", "_", "b", totals=(Total.COUNT,), number=None)
    assert shown(printed(made))[-1] == "Anzahl:·2"


def test_what_is_no_number_is_printed_as_typed_not_counted_and_told() -> None:
    made = totalled("Zahl", "1", "unbekannt", "–", "3", totals=(Total.SUM,))
    assert shown(printed(made)) == ["Zahl", "1", "unbekannt", "–", "3", "Summe:·4"]
    assert [is_wrong(line.cells[0], made.columns[0]) for line in made.rows[1:]] == [False, True, False, False]


def test_numbers_are_printed_with_their_marks_and_notes() -> None:
    made = table(row("Zahl"), row(cell(bold("1200"), fn("geschätzt", id="n"))))
    made = replace(made, columns=(replace(made.columns[0], number=NumberFormat(0, unit="€")),))
    line = printed(made).rows[1].cells[0].inlines
    assert line == (Text("1.200\u00a0€", Marks.BOLD), Footnote("n", (Text("geschätzt"),)))
    assert plain(made.rows[1].cells[0].inlines) == "1200"


def test_headers_are_words_even_where_they_are_numbers() -> None:
    made = totalled("2015", "1000", totals=(Total.SUM,))
    assert shown(printed(made))[:2] == ["2015", "1.000"]


def test_a_table_without_numbers_is_printed_as_it_is() -> None:
    made = grid("a b", "c d")
    assert printed(made) is made
