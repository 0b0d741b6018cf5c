"""Days and numbers are typed the German way."""

from datetime import date

import pytest

from ikonzept_desktop.ui.kit.german_day import read_entry
from ikonzept_desktop.ui.kit.german_number import read_number, written_number

TODAY = date(2015, 2, 28)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", TODAY),
        (" Morgen ", date(2015, 3, 1)),
        ("gestern", date(2015, 2, 27)),
        ("übermorgen", date(2015, 3, 2)),
        ("1. März 2015", date(2015, 3, 1)),
        ("bald", None),
    ],
)
def test_words_for_days_are_days(typed: str, day: date | None) -> None:
    assert read_entry(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["1200", "1.200", "1 200", "1\u00a0200", " 1.200 "])
def test_a_number_is_read_with_or_without_its_dots(typed: str) -> None:
    assert read_number(typed) == 1200
    assert written_number(1200) == "1.200"


@pytest.mark.parametrize("typed", ["", "1.20", "12,5", "1.2000", "-3", "zwölf", "١٢", "²", "9" * 13])
def test_what_is_no_whole_number_is_none(typed: str) -> None:
    assert read_number(typed) is None
