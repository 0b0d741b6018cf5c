"""Days are read as Germans write them."""

from datetime import date

import pytest

from ikonzept_desktop.model.german_days import read_day, written


@pytest.mark.parametrize(
    "typed",
    ["1.3.15", "01.03.2015", "1. 3. 2015", "1. März 2015", "1.März 2015", "1. Mär. 2015", "2015-03-01", " 1.3.15 "],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_day(typed) == date(2015, 3, 1)


@pytest.mark.parametrize("typed", ["", "31.02.2015", "1.3.", "1. Märchen 2015", "März 2015", "1.3.015", "heute"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed) is None


def test_a_day_is_written_as_din_5008_has_it() -> None:
    assert (written(date(215, 3, 1)), written(None)) == ("01.03.0215", "")
