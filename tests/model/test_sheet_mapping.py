"""What the columns of foreign tables are proposed to mean."""

import pytest

from ikonzept_desktop.model.column_heads import NUMBER
from ikonzept_desktop.model.sheet_mapping import Mapping, header_row, keys_offered, proposed
from tests.builders import GOALS, INDICATORS, MEASURES

ROWS = (
    ("lfd. Nr.", "Maßnahme", "zuständig", "Prio", "bis", "Kosten"),
    ("1", "Pool aufbauen", "Amt 50", "hoch", "31.12.2015", "1.200 €"),
)


def columns(*heads: str) -> tuple[str, ...]:
    return proposed((heads, ("a",) * len(heads)), MEASURES, header=0).columns


def test_heads_are_known_by_labels_and_other_words_for_them() -> None:
    assert proposed(ROWS, MEASURES) == Mapping((NUMBER, "title", "lead", "priority", "due", ""), header=0, key="title")


@pytest.mark.parametrize(
    ("head", "key"),
    [("FEDERFUEHRUNG", ""), ("Federführung (Amt)", "lead"), ("öffentlich", "public"), ("Frist", "due"), ("Wetter", "")],
)
def test_a_head_is_known_whatever_its_capitals_and_with_more_words(head: str, key: str) -> None:
    assert columns("Titel", head) == ("title", key)


def test_each_column_is_proposed_once_the_closest_head_first() -> None:
    assert columns("Verantwortlich", "Federführung", "Titel") == ("", "lead", "title")


def test_titles_of_a_list_above_its_heads_are_not_taken_for_heads() -> None:
    rows = (("Maßnahmen des Kreises", "", ""), ("", "", ""), ("Nr.", "Titel", "Federführung"), ("1", "Pool", "Amt"))
    assert header_row(rows, MEASURES) == 2


def test_without_heads_cells_and_their_order_tell_the_columns() -> None:
    rows = (("Pool aufbauen", "31.12.2015", "Geschulte begleiten.", "ja"), ("Haus öffnen", "1.3.16", "Für alle.", "x"))
    assert proposed(rows, MEASURES) == Mapping(("title", "due", "description", "public"), key="title")


def test_unknown_heads_over_numbers_are_heads_still_and_words_become_titles() -> None:
    rows = (("Zahl der Leute", "Worum"), ("12", "Kurse"), ("13", "Treffen"))
    assert proposed(rows, INDICATORS).header == 0
    assert proposed(rows, INDICATORS).columns == ("", "title")


def test_a_number_is_no_column_of_a_field_that_has_none() -> None:
    assert proposed((("Nr.", "Indikator"), ("1", "Kurse")), INDICATORS).columns == ("", "title")
    assert proposed((("Nr.", "Teilziel"), ("1", "Kurse")), GOALS).columns == (NUMBER, "title")


def test_rows_are_known_by_lines_and_by_the_number() -> None:
    assert keys_offered(("lead", "title", "due", NUMBER), MEASURES) == ("title", "lead", NUMBER)


def test_an_empty_table_means_nothing() -> None:
    assert proposed((), MEASURES) == Mapping(())
