"""The house style as typed values: what a publication's loose pairs of name and value mean to the exporters.

Every field of `HouseStyle` is a name the editor of the house style may set. The pair `style` names a finished style to
build on; what neither it nor the concept says, or what is not understood, is the default. Names nobody knows are left
alone: they may belong to a newer program.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from ikonzept_desktop.export.finished_styles import Value, finished_style
from ikonzept_desktop.export.style_names import CHOICES, LABELS, LIMITS
from ikonzept_desktop.values import dataclass

Pairs = Iterable[tuple[str, Value]]

PAGE_FORMATS = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "B5": (176.0, 250.0), "LETTER": (215.9, 279.4)}
"""Width and height in mm; `170 x 240` names any other size."""
STYLE = "style"
"""The name of the pair that says which finished style a concept builds on."""

_SIZE = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*(?:mm)?\s*$")
_COLOUR = re.compile(r"^#[0-9A-Fa-f]{6}$")


class HouseStyleError(ValueError):
    """A value the house style cannot take; its text is a German sentence for the person who typed it."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How the pages of a house look; lengths in mm and pt, colours as `#RRGGBB`, choices as in `style_names`."""

    page_format: str = "A4"
    margin_top_mm: float = 25.0
    margin_bottom_mm: float = 25.0
    margin_inner_mm: float = 25.0
    margin_outer_mm: float = 20.0
    mirrored: bool = False
    """Whether left pages swap the inner and the outer margin, as a bound book needs it."""
    text_indent_mm: float = 0.0
    """How far running text stands in from tables, boxes and the numbers of headings."""
    text_font: str = "Source Serif 4"
    heading_font: str = "Source Sans 3"
    title_font: str = ""
    """Of the cover and of chapters; nothing for that of the text."""
    text_size_pt: float = 10.5
    leading_pt: float = 15.0
    small_size_pt: float = 8.5
    """Tables, captions and running heads; footnotes are a little smaller than the text."""
    chapter_size: float = 2.3
    """Of a chapter's title, in sizes of the text."""
    chapter_number: str = "beside"
    accent_colour: str = "#0E5A6B"
    tint_colour: str = "#EEF3F4"
    headings_in_colour: bool = True
    field_colours: str = ""
    """A colour for each field of action in turn, parted by commas; nothing for the accent colour."""
    justified: bool = True
    hyphenation: bool = True
    chapter_on_new_page: bool = True
    opening_kinds: str = "field_of_action"
    """Kinds of section that open on a page of their own, parted by commas."""
    opening_layout: str = "band"
    cover_layout: str = "band"
    box_look: str = "tint"
    table_look: str = "filled"
    edge_band: str = "none"
    """Where a band of colour runs along the edge of every page."""
    annex_columns: int = 1
    """Of lists of short entries in the annex, and of its tables that are no higher in a column."""
    running_heads: bool = True
    page_count: bool = False
    """Whether page numbers read `Seite 3 von 34` in place of `3`."""
    funding_line: str = "Gefördert durch"
    """What stands above the logos of those who fund it."""
    watermark: str = "ENTWURF"
    """What stands across the pages of a Word draft; nothing for no watermark."""

    @property
    def page_size_mm(self) -> tuple[float, float]:
        """Width and height of the page."""
        return _page_size(self.page_format)

    @property
    def colours_of_fields(self) -> tuple[str, ...]:
        """The colours of the fields of action; none where all have the accent colour."""
        return tuple(part.strip() for part in self.field_colours.split(",") if part.strip())


_LEAST_WIDTH = 50
_LEAST_HEIGHT = 60
"""Of the text on a page, in mm."""
_USUAL_PAGE: dict[str, Any] = {
    "page_format": "A4",
    "margin_top_mm": 25.0,
    "margin_bottom_mm": 25.0,
    "margin_inner_mm": 25.0,
    "margin_outer_mm": 20.0,
    "text_indent_mm": 0.0,
}
"""What is taken where the page asked for leaves no room."""
_TYPES = {field.name: field.type for field in fields(HouseStyle)}
NAMES = tuple(_TYPES)
"""The names of everything a house style says."""


def house_style(pairs: Pairs) -> HouseStyle:
    """Give the house style of the pairs, with the default for every value that cannot be understood."""
    understood: dict[str, Value] = {}
    for name, value in with_base(pairs):
        if name in _TYPES:
            try:
                understood[name] = checked(name, value)
            except HouseStyleError:
                understood.pop(name, None)
    style = HouseStyle(**understood)  # type: ignore[arg-type]  # every value was checked against its field
    return style if not misfit(style) else replace(style, **_USUAL_PAGE)


def misfit(style: HouseStyle) -> str:
    """Say in German what leaves too little of a page for the text; nothing where all fits."""
    width, height = style.page_size_mm
    if width - style.margin_inner_mm - style.margin_outer_mm - style.text_indent_mm < _LEAST_WIDTH:
        return f"Ränder und Einzug lassen dem Text weniger als {_LEAST_WIDTH} mm Breite. Bitte machen Sie sie schmaler."
    if height - style.margin_top_mm - style.margin_bottom_mm < _LEAST_HEIGHT:
        return f"Die Ränder lassen dem Text weniger als {_LEAST_HEIGHT} mm Höhe. Bitte machen Sie sie schmaler."
    return ""


def with_base(pairs: Pairs) -> Pairs:
    """Give the pairs behind those of the finished style they build on."""
    own = tuple(pairs)
    base = finished_style(base_of(own))
    return (*base.pairs, *own) if base else own


def base_of(pairs: Pairs) -> str:
    """Give the key of the finished style the pairs build on, or nothing."""
    return next((str(value) for name, value in pairs if name == STYLE), "")


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
    if kind is float or kind is int:
        number = _number(name, value)
        return int(number) if kind is int else number
    if name.endswith("_colour"):
        return _colour(name, value)
    if name == "field_colours":
        return ", ".join(_colour(name, part.strip()) for part in str(value).split(",") if part.strip())
    if name in CHOICES and value not in CHOICES[name]:
        known = ", ".join(f"„{each}“" for each in CHOICES[name].values())
        raise HouseStyleError(name, f"„{value}“ gibt es bei „{LABELS[name]}“ nicht. Möglich sind {known}.")
    if name == "page_format":
        _page_size(str(value))
    return str(value) if kind is str else value


def _flag(name: str, value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise HouseStyleError(name, f"Für „{LABELS[name]}“ gilt nur Ja oder Nein, nicht „{value}“.")


def _number(name: str, value: Value) -> float:
    low, high = LIMITS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise HouseStyleError(name, f"„{value}“ passt nicht zu „{LABELS[name]}“. Möglich sind {low:g} bis {high:g}.")
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
