"""The resolution of a figure is that at the width it is printed in."""

from dataclasses import replace

import pytest

from ikonzept_desktop.export.figure_sizes import printed_width_mm, resolution, text_width_mm
from ikonzept_desktop.export.house_style import HouseStyle

STYLE = HouseStyle()
"""A4 with margins of 25 and 20 mm: 165 mm of text."""


def test_a_page_is_as_wide_as_its_margins_leave_it() -> None:
    assert text_width_mm(STYLE) == 165
    assert text_width_mm(replace(STYLE, page_format="A5", margin_inner_mm=18.0, margin_outer_mm=14.0)) == 116


@pytest.mark.parametrize(
    ("share", "mm", "ratio", "printed"),
    [(1.0, 0, 0.5, 165), (0.5, 0, 0.5, 82.5), (1.0, 80, 0.5, 80), (0.5, 400, 0.5, 165), (1.0, 0, 2.0, 67.925)],
)
def test_a_figure_is_printed_as_wide_as_it_asks_for_but_no_taller_than_fits(
    share: float, mm: float, ratio: float, printed: float
) -> None:
    assert printed_width_mm(share, mm, ratio, STYLE) == pytest.approx(printed)


@pytest.mark.parametrize(("pixels", "mm", "dpi"), [(1949, 165, 300), (1377, 165, 212), (600, 25.4, 600)])
def test_the_resolution_is_px_to_the_inch_on_paper(pixels: int, mm: float, dpi: int) -> None:
    assert resolution(pixels, mm) == dpi
