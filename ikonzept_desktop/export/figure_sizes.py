"""How large figures stand on paper, and how finely they are resolved there; one measure for screen and exporters."""

from collections.abc import Callable

from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.publication.tree import FigureElement

PRINT_DPI = 300
"""Dots to the inch that print asks for."""
TALLEST = 0.55
"""Share of the PDF column's height an image may take."""
_LEAST = 0.02
"""Of the room's width."""
_MM_PER_INCH = 25.4


def wanted_width(width: float, width_mm: float, room: float, per_mm: float) -> float:
    """Give how wide a figure is to stand in a room, both in units of which `per_mm` make a mm; never wider than it."""
    wanted = width_mm * per_mm if width_mm > 0 else width * room
    return min(max(wanted, _LEAST * room), room)


def width_in(figure: FigureElement, room: float, per_mm: float) -> float:
    """Give how wide a figure is to stand in a room of that width."""
    return wanted_width(figure.width, figure.width_mm, room, per_mm)


def text_width_mm(style: HouseStyle) -> float:
    """Give the width of the text on a printed page."""
    return style.page_size_mm[0] - style.margin_inner_mm - style.margin_outer_mm


def printed_width_mm(width: float, width_mm: float, ratio: float, style: HouseStyle) -> float:
    """Give how wide a figure comes out in print; `ratio` is its height by its width, and tall ones are made smaller."""
    tallest = (style.page_size_mm[1] - style.margin_top_mm - style.margin_bottom_mm) * TALLEST
    return min(wanted_width(width, width_mm, text_width_mm(style), 1.0), tallest / ratio)


def resolution(pixels: int, printed_mm: float) -> int:
    """Give the dots to the inch of so many px over so many mm."""
    return round(pixels * _MM_PER_INCH / printed_mm)


def printed_mm(style: HouseStyle) -> Callable[[Figure, float, bool], float]:
    """Give what tells how wide a figure comes out, by its height to its width; one on the cover fills the page."""

    def width(figure: Figure, ratio: float, on_cover: bool) -> float:
        if on_cover:
            return style.page_size_mm[0]
        return printed_width_mm(figure.width, figure.width_mm, ratio, style)

    return width
