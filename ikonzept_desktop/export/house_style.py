"""The house style as typed values: what a publication's loose pairs of name and value mean to the exporters.

Every field of `HouseStyle` is a name the editor of the house style may set; its default is used where a concept
says nothing, or something that is not understood. Names nobody knows are left alone: they may belong to a newer
program.
"""

import re
from collections.abc import Iterable
from dataclasses import fields

from ikonzept_desktop.values import dataclass

Value = str | int | float | bool
Pairs = Iterable[tuple[str, Value]]

PAGE_FORMATS = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "B5": (176.0, 250.0), "LETTER": (215.9, 279.4)}
"""Width and height in mm; `170 x 240` names any other size."""

_SIZE = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*(?:mm)?\s*$")
_COLOUR = re.compile(r"^#[0-9A-Fa-f]{6}$")


class HouseStyleError(ValueError):
    """A value the house style cannot take; its text is a German sentence for the person who typed it."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How the pages of a house look; lengths in mm and pt, colours as `#RRGGBB`."""

    page_format: str = "A4"
    margin_top_mm: float = 25.0
    margin_bottom_mm: float = 25.0
    margin_inner_mm: float = 25.0
    margin_outer_mm: float = 20.0
    mirrored: bool = False
    """Whether left pages swap the inner and the outer margin, as a bound book needs it."""
    text_font: str = "Source Serif 4"
    heading_font: str = "Source Sans 3"
    text_size_pt: float = 10.5
    leading_pt: float = 15.0
    small_size_pt: float = 8.5
    """Tables, captions and running heads; footnotes are a little smaller than the text."""
    accent_colour: str = "#0E5A6B"
    tint_colour: str = "#EEF3F4"
    justified: bool = True
    hyphenation: bool = True
    chapter_on_new_page: bool = True
    opening_kinds: str = "field_of_action"
    """Kinds of section that open on a page of their own under a band of the accent colour, parted by commas."""
    running_heads: bool = True
    page_count: bool = False
    """Whether page numbers read `Seite 3 von 34` in place of `3`."""
    watermark: str = "ENTWURF"
    """What stands across the pages of a Word draft; nothing for no watermark."""

    @property
    def page_size_mm(self) -> tuple[float, float]:
        """Width and height of the page."""
        return _page_size(self.page_format)


_LIMITS: dict[str, tuple[float, float]] = {
    "margin_top_mm": (5, 80),
    "margin_bottom_mm": (5, 80),
    "margin_inner_mm": (5, 80),
    "margin_outer_mm": (5, 80),
    "text_size_pt": (6, 24),
    "leading_pt": (7, 40),
    "small_size_pt": (5, 20),
}
_TYPES = {field.name: field.type for field in fields(HouseStyle)}


def house_style(pairs: Pairs) -> HouseStyle:
    """Give the house style of the pairs, with the default for every value that cannot be understood."""
    understood: dict[str, Value] = {}
    for name, value in pairs:
        if name in _TYPES:
            try:
                understood[name] = checked(name, value)
            except HouseStyleError:
                understood.pop(name, None)
    return HouseStyle(**understood)  # type: ignore[arg-type]  # every value was checked against its field


def findings(pairs: Pairs) -> tuple[HouseStyleError, ...]:
    """Give what is wrong with the values of the names that are known."""
    found = []
    for name, value in pairs:
        try:
            checked(name, value)
        except HouseStyleError as error:
            found.append(error)
    return tuple(found)


def checked(name: str, value: Value) -> Value:
    """Give the value as the house style holds it; raises HouseStyleError for one it cannot take."""
    kind = _TYPES.get(name)
    if kind is bool:
        return _flag(name, value)
    if kind is float:
        return _number(name, value)
    if name.endswith("_colour"):
        return _colour(name, value)
    if name == "page_format":
        _page_size(str(value))
    return str(value) if kind is str else value


def _flag(name: str, value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise HouseStyleError(name, f"Für „{name}“ gilt nur Ja oder Nein, nicht „{value}“.")


def _number(name: str, value: Value) -> float:
    low, high = _LIMITS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise HouseStyleError(name, f"„{value}“ passt nicht zu „{name}“. Möglich sind {low:g} bis {high:g}.")
    return float(value)


def _colour(name: str, value: Value) -> str:
    if isinstance(value, str) and _COLOUR.match(value):
        return value.upper()
    raise HouseStyleError(name, f"„{value}“ ist keine Farbe. Bitte so: #0E5A6B")


def _page_size(name: str) -> tuple[float, float]:
    known = PAGE_FORMATS.get(name.strip().upper())
    if known:
        return known
    match = _SIZE.match(name)
    if match:
        width, height = (float(part.replace(",", ".")) for part in match.groups())
        if 90 <= width <= 500 and 120 <= height <= 700:
            return width, height
    raise HouseStyleError("page_format", f"„{name}“ ist kein Seitenformat. Bitte so: A4 oder 170 x 240 mm")
