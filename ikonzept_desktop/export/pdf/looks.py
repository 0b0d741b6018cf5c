"""How kinds of text look: fonts, sizes in pt, colours, made from the house style."""

from dataclasses import replace
from functools import cached_property

from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.values import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the screen, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def fill(self) -> str:
        """The operator that fills and writes in it."""
        return f"{self.red:.3f} {self.green:.3f} {self.blue:.3f} rg"

    @property
    def stroke(self) -> str:
        """The operator that draws lines in it."""
        return f"{self.red:.3f} {self.green:.3f} {self.blue:.3f} RG"

    @property
    def luminance(self) -> float:
        """Relative luminance as WCAG 2 defines it."""
        parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (self.red, self.green, self.blue)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """Give the colour with a share of another in it."""
        mix = [a + (b - a) * share for a, b in zip(self._parts, other._parts, strict=True)]
        return Colour(*mix)

    @property
    def _parts(self) -> tuple[float, float, float]:
        return (self.red, self.green, self.blue)


def colour(text: str) -> Colour:
    """Give the colour written `#RRGGBB`."""
    return Colour(*(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)))


WHITE = Colour(1, 1, 1)
INK = Colour(0.09, 0.1, 0.11)
MUTED = Colour(0.32, 0.35, 0.38)
LINE = Colour(0.62, 0.64, 0.66)


def readable_on(ground: Colour) -> Colour:
    """Give white or ink, whichever stands out more from the ground."""
    return WHITE if 1.05 / (ground.luminance + 0.05) >= 4.5 else INK


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set."""

    family: str
    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False
    alignment: str = "left"
    """left, centre, right or justified."""
    hyphenated: bool = False
    before: float = 0.0
    """Room above, in pt; the larger of two that meet is taken."""
    after: float = 0.0
    link_colour: Colour = INK


class Looks:
    """The looks of every kind of text in one house style."""

    def __init__(self, style: HouseStyle) -> None:
        self.style = style
        self.accent = colour(style.accent_colour)
        self.tint = colour(style.tint_colour)
        self.on_accent = readable_on(self.accent)
        self.heading_colour = self.accent if style.headings_in_colour else INK
        self.title_font = style.title_font or style.text_font

    def in_colour(self, text: str) -> "Looks":
        """Give the same looks for a field of action with a colour of its own, written `#RRGGBB`."""
        tint = colour(text).mixed(WHITE, _TINTED)
        parts = (round(part * 255) for part in (tint.red, tint.green, tint.blue))
        tint_text = "#" + "".join(f"{part:02X}" for part in parts)
        return Looks(replace(self.style, accent_colour=text, tint_colour=tint_text))

    @cached_property
    def body(self) -> Look:
        """Running text."""
        style = self.style
        return Look(
            style.text_font,
            style.text_size_pt,
            style.leading_pt,
            alignment="justified" if style.justified else "left",
            hyphenated=style.hyphenation,
            after=style.leading_pt * 0.5,
            link_colour=self.accent,
        )

    @cached_property
    def quote(self) -> Look:
        """A quotation."""
        return replace(self.body, italic=True, before=self.body.after, colour=MUTED.mixed(INK, 0.5))

    @cached_property
    def item(self) -> Look:
        """The text of a list's item."""
        return replace(self.body, after=self.body.leading * 0.2)

    @cached_property
    def lead(self) -> Look:
        """A guiding goal: short text that has to be seen."""
        size = self.body.size * 1.14
        return replace(
            self.body, size=size, leading=size * 1.4, bold=True, colour=self.accent, alignment="left", before=4.0
        )

    @cached_property
    def note(self) -> Look:
        """A footnote."""
        size = max(self.body.size * 0.8, 7.0)
        return replace(self.body, size=size, leading=size * 1.28, after=1.5)

    def heading(self, level: int) -> Look:
        """Give the look of a heading; level 1 is a chapter's."""
        unit = self.body.size
        family = self.title_font if level == 1 else self.style.heading_font
        scale, before, after = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        size = unit * (self.style.chapter_size if level == 1 else scale)
        return Look(family, size, size * 1.2, self.heading_colour, bold=True, before=unit * before, after=unit * after)

    @cached_property
    def field_heading(self) -> Look:
        """The label of a field above its text."""
        return replace(self.heading(4), before=self.body.size * 1.1, after=self.body.size * 0.25)

    @cached_property
    def cell(self) -> Look:
        """The text of a table's cell."""
        size = self.style.small_size_pt
        return Look(
            self.style.heading_font, size, size * 1.3, hyphenated=self.style.hyphenation, link_colour=self.accent
        )

    @cached_property
    def head_cell(self) -> Look:
        """A cell of a table's head."""
        ink = self.accent if self.table_ground is None else self.on_accent
        return replace(self.cell, bold=True, colour=ink, hyphenated=True)

    @cached_property
    def table_ground(self) -> Colour | None:
        """What a table's head stands on; None for white with lines."""
        return None if self.style.table_look == "lined" else self.accent

    @cached_property
    def caption(self) -> Look:
        """What stands with a table or figure."""
        return replace(self.cell, colour=MUTED)

    @cached_property
    def box_title(self) -> Look:
        """The title of a measure."""
        size = self.body.size
        ink = self.on_accent if self.style.box_look == "frame" else self.accent
        return Look(self.style.heading_font, size, size * 1.3, ink, bold=True, after=2.0)

    @cached_property
    def box_text(self) -> Look:
        """Text in a box."""
        size = self.style.small_size_pt * 1.06
        return replace(self.cell, size=size, leading=size * 1.36)

    @cached_property
    def opening_kinds(self) -> frozenset[str]:
        """Kinds of section that open under a band."""
        return frozenset(kind.strip() for kind in self.style.opening_kinds.split(",")) - {""}

    @cached_property
    def band_title(self) -> Look:
        """A title on the band that opens a page."""
        size = self.body.size * self.style.chapter_size * 1.17
        return Look(self.title_font, size, size * 1.18, self.on_accent, bold=True)

    @cached_property
    def chapter_number(self) -> Look:
        """A chapter's number above its title."""
        size = self.body.size * self.style.chapter_size * 1.9
        return Look(self.title_font, size, size * 1.1, self.heading_colour.mixed(WHITE, _PALE))

    @cached_property
    def band_number(self) -> Look:
        """What stands above the title on a band."""
        size = self.body.size * 1.2
        return Look(self.style.heading_font, size, size * 1.5, self.on_accent)

    def contents(self, level: int) -> Look:
        """Give the look of a line of the table of contents."""
        size = self.body.size * (1.0 if level == 1 else 0.95)
        bold = level == 1
        return Look(self.style.heading_font, size, size * 1.42, self.accent if bold else INK, bold=bold)

    @cached_property
    def cover_title(self) -> Look:
        """The title on the cover."""
        size = self.body.size * 3.5
        return Look(self.title_font, size, size * 1.14, self._on_cover, bold=True)

    @cached_property
    def cover_subtitle(self) -> Look:
        """The subtitle on the cover."""
        size = self.body.size * 1.5
        return Look(self.style.heading_font, size, size * 1.35, self._on_cover)

    @cached_property
    def _on_cover(self) -> Colour:
        """Of the title on the cover: on the accent colour, or in it."""
        return self.on_accent if self.style.cover_layout == "band" else self.accent

    @cached_property
    def cover_text(self) -> Look:
        """Publisher and date on the cover."""
        size = self.body.size * 1.1
        return Look(self.style.heading_font, size, size * 1.4, INK)

    @cached_property
    def running(self) -> Look:
        """Running heads and page numbers."""
        size = min(self.style.small_size_pt, 8.5)
        return Look(self.style.heading_font, size, size * 1.3, MUTED)


_TINTED = 0.92
"""The share of white in the tint of a field of action's colour."""
_PALE = 0.25
"""The share of white in a chapter's number above its title."""
_HEADINGS = ((2.3, 0.0, 1.2), (1.5, 1.8, 0.6), (1.2, 1.5, 0.45), (1.05, 1.2, 0.3), (1.0, 1.0, 0.25))
"""Size, room above and room below, in sizes of the running text."""
