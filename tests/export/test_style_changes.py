"""What changes of a house style when something is put, chosen, taken back or taken over."""

import pytest

from ikonzept_desktop.export.house_style import HouseStyleError, base_of, house_style
from ikonzept_desktop.export.style_changes import own_names, taken_over, with_finished, with_value, without_own

NEWER = ("of_a_newer_program", 3)


def test_a_value_put_holds_and_one_that_holds_anyway_is_not_said() -> None:
    pairs = with_value((("style", "klar"), NEWER), "leading_pt", 17)
    assert house_style(pairs).leading_pt == 17
    assert own_names(pairs) == ("leading_pt",)
    assert with_value(pairs, "leading_pt", 15.0) == (("style", "klar"), NEWER)


def test_a_value_that_cannot_be_is_refused() -> None:
    with pytest.raises(HouseStyleError):
        with_value((), "leading_pt", 1000)


def test_choosing_a_finished_style_lets_go_of_what_it_says_itself_and_keeps_the_rest() -> None:
    pairs = (("style", "klar"), ("accent_colour", "#FF0000"), ("watermark", "GEHEIM"), NEWER)
    chosen = with_finished(pairs, "kreisband")
    assert base_of(chosen) == "kreisband"
    assert house_style(chosen).accent_colour == "#1D3A66"
    assert house_style(chosen).watermark == "GEHEIM"
    assert NEWER in chosen


def test_a_style_nobody_has_takes_the_base_away() -> None:
    assert with_finished((("style", "klar"), ("leading_pt", 16.0)), "gibt es nicht") == (("leading_pt", 16.0),)


def test_taking_back_ones_own_leaves_the_finished_style_and_the_unknown() -> None:
    assert without_own((("style", "klar"), ("leading_pt", 17.0), NEWER)) == (("style", "klar"), NEWER)


def test_a_file_takes_the_place_of_ones_own_but_not_of_the_unknown() -> None:
    pairs = (("style", "klar"), ("leading_pt", 17.0), NEWER)
    assert taken_over(pairs, (("text_size_pt", 12.0),)) == (NEWER, ("text_size_pt", 12.0))
