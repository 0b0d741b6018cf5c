"""Logos: side by side on the cover, among those who fund the concept in the imprint, and on the last page."""

from collections.abc import Sequence

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.figures import paint_picture, picture_of
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.export.pdf.looks import MM
from ikonzept_desktop.export.pdf.rows import DrawnRow
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.model.document import Logo
from ikonzept_desktop.publication.tree import FigureElement, TextRun
from ikonzept_desktop.values import dataclass

_TALLEST = 16 * MM
_WIDEST = 48 * MM
_GAP = 9 * MM
_ABOVE_BACK = 60 * MM
"""From the lower edge of the last page to the upper edge of its logos."""
UNNAMED = "Logo"
"""What a screen reader says of a logo that nobody has described."""


@dataclass(frozen=True, slots=True)
class LogoLine:
    """Logos side by side, as large as they stand on the page; lengths in pt."""

    parts: tuple[tuple[FigureElement, Picture, float, float], ...]
    """Each with its image, its width and its height."""

    @property
    def width(self) -> float:
        """With the gaps between them."""
        return sum(part[2] for part in self.parts) + _GAP * max(len(self.parts) - 1, 0)

    @property
    def height(self) -> float:
        """Of the tallest."""
        return max((part[3] for part in self.parts), default=0.0)

    def paint(self, setting: Setting, elements: Sequence[Element], left: float, bottom: float) -> None:
        """Paint them from left to right, halfway up each other."""
        for (figure, picture, width, height), element in zip(self.parts, elements, strict=True):
            low = bottom + (self.height - height) / 2
            paint_picture(setting, figure, picture, (left, low, left + width, low + height), element)
            left += width + _GAP

    def elements(self, parent: Element) -> list[Element]:
        """Give each its place in the reading order: here."""
        made = [parent.below("Figure") for _ in self.parts]
        for element, (figure, *_) in zip(made, self.parts, strict=True):
            element.alternative = figure.alternative_text
        return made


def logo_lines(setting: Setting, place: str, room: float) -> list[LogoLine]:
    """Give the logos of a place in lines no wider than the room, in pt."""
    lines: list[LogoLine] = []
    for logo in setting.publication.logos:
        part = _part(setting, logo, min(_WIDEST, room)) if logo.place == place else None
        if part is None:
            continue
        if lines and lines[-1].width + _GAP + part[2] <= room:
            lines[-1] = LogoLine((*lines[-1].parts, part))
        else:
            lines.append(LogoLine((part,)))
    return lines


def _part(setting: Setting, logo: Logo, widest: float) -> tuple[FigureElement, Picture, float, float] | None:
    figure = FigureElement(logo.image, "", (), logo.image, logo.alternative_text.strip() or UNNAMED, 1.0)
    picture = picture_of(setting, figure)
    if picture is None:
        return None
    if not logo.alternative_text.strip():
        setting.without_words.append(logo.image)
    scale = min(_TALLEST / picture.height, widest / picture.width)
    return figure, picture, picture.width * scale, picture.height * scale


def add_funders(setting: Setting, parent: Element, *, first: bool) -> None:
    """Put the logos of those who fund the concept below the imprint, the first thing on a page where it has none."""
    lines = logo_lines(setting, "imprint", setting.width - setting.indent)
    if not lines:
        return
    if first:
        setting.flow.open_chapter()
    group, look = parent.below("Sect"), setting.looks.field_heading
    words = setting.looks.style.funding_line
    rows = setting.text_rows((TextRun(words),), look, group.below("P"), setting.indent) if words.strip() else []
    setting.flow.add_heading(rows, look.before * 2, look.after * 3)
    for line in lines:
        setting.flow.add([_row(setting, line, group)], 0.0, _GAP / 2)


def _row(setting: Setting, line: LogoLine, parent: Element) -> DrawnRow:
    elements = line.elements(parent)

    def paint(_: TaggedCanvas, left: float, top: float) -> None:
        line.paint(setting, elements, left + setting.indent, top - line.height)

    return DrawnRow(height=line.height, paint=paint)


def add_back(setting: Setting, parent: Element) -> None:
    """Paint the last page where there are logos for it; all others are closed."""
    lines = logo_lines(setting, "back", setting.width)
    if not lines:
        return
    canvas, page = setting.canvas, setting.flow.geometry
    group, left = parent.below("Sect"), page.left(canvas.page)
    top = max(_ABOVE_BACK, sum(line.height + _GAP for line in lines) + page.bottom / 2)
    for line in lines:
        top -= line.height
        line.paint(setting, line.elements(group), left, top)
        top -= _GAP
    canvas.close_page()
