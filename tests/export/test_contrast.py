"""Colours that can be read, and the nearest ones that could."""

from dataclasses import replace

import pytest

from ikonzept_desktop.export.contrast import ENOUGH, contrasts, darker_until, lighter_until, mended, ratio
from ikonzept_desktop.export.finished_styles import FinishedStyle, finished_styles
from ikonzept_desktop.export.house_style import HouseStyle, house_style
from ikonzept_desktop.export.pdf.looks import WHITE, colour


def test_ratios_are_those_of_wcag() -> None:
    assert ratio(colour("#000000"), WHITE) == pytest.approx(21)
    assert ratio(colour("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)
    assert ratio(WHITE, colour("#777777")) == ratio(colour("#777777"), WHITE)


@pytest.mark.parametrize("style", finished_styles(), ids=lambda style: str(style.key))
def test_finished_styles_can_be_read(style: FinishedStyle) -> None:
    pairs = contrasts(house_style(style.pairs))
    assert pairs
    assert [pair.what for pair in pairs if not pair.is_enough] == []


def test_a_weak_colour_is_found_on_paper_on_the_tint_and_for_each_field_of_action() -> None:
    style = replace(HouseStyle(), accent_colour="#66AACC", field_colours="#A63446, #EEAA33")
    weak = [(pair.name, pair.index) for pair in contrasts(style) if not pair.is_enough]
    assert weak == [("accent_colour", 0), ("tint_colour", 0), ("field_colours", 1)]


def test_a_tint_no_box_stands_on_is_not_looked_at() -> None:
    names = [pair.name for pair in contrasts(replace(HouseStyle(), box_look="rule"))]
    assert "tint_colour" not in names


@pytest.mark.parametrize("text", ["#66AACC", "#FFEE00", "#FFFFFF", "#EEAA33"])
def test_the_nearest_colour_is_just_dark_enough(text: str) -> None:
    better = colour(darker_until(text, "#FFFFFF"))
    assert ENOUGH <= ratio(better, WHITE) < ENOUGH + 0.6


def test_the_nearest_ground_is_just_light_enough() -> None:
    better = colour(lighter_until("#88AABB", "#0E5A6B"))
    assert ENOUGH <= ratio(better, colour("#0E5A6B")) < ENOUGH + 0.6


def test_a_colour_that_will_do_stays() -> None:
    assert darker_until("#0E5A6B", "#FFFFFF") == "#0E5A6B"


def test_nothing_is_offered_where_no_ground_would_do() -> None:
    weak = replace(HouseStyle(), accent_colour="#66AACC")
    offered = {pair.name: mended(pair) for pair in contrasts(weak)}
    assert offered["tint_colour"] == ""
    assert offered["accent_colour"] not in {"", "#66AACC"}
