"""Running heads, page numbers and the sign of a draft: on every page, and no part of the reading order."""

from ikonzept_desktop.export.pdf.bleed import bleed_rectangle
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.composing import Composer
from ikonzept_desktop.export.pdf.flow import Geometry, PageState
from ikonzept_desktop.export.pdf.looks import LINE, MM, Look, Looks
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.rows import Mark
from ikonzept_desktop.export.pdf.setting import make_block
from ikonzept_desktop.export.shortening import shortened
from ikonzept_desktop.publication.tree import Cover, ReferenceRun, TextRun

_HEAD_DISTANCE = 10 * MM
_FOOT_DISTANCE = 12 * MM
_DEEPEST_MARK = 3
_TOP_BAND = 6 * MM
_OUTER_BAND = 6 * MM
LAST_PAGE = "last-page"
"""The anchor whose page is the last one."""


class Furniture:
    """Paints what stands around the text of every page."""

    def __init__(self, composer: Composer, looks: Looks, geometry: Geometry, cover: Cover) -> None:
        self._composer = composer
        self._looks = looks
        self._geometry = geometry
        self._cover = cover
        self._current: dict[int, Mark] = {}
        self._lines: dict[tuple[str, float], Block] = {}

    def paint(self, canvas: TaggedCanvas, page: PageState) -> None:
        """Paint the running head and the page number of a page that is about to be closed."""
        canvas.pages_of_anchors[LAST_PAGE] = canvas.page
        for mark in page.marks:
            self._remember(mark)
            canvas.addOutlineEntry(mark.text, mark.anchor, self._outline_level(mark), closed=mark.level > 1)
        if page.is_coloured or page.is_bare:
            return
        self._paint_edge(canvas)
        if self._looks.style.running_heads and not page.is_opening:
            self._paint_head(canvas)
        self._paint_foot(canvas)

    def _paint_edge(self, canvas: TaggedCanvas) -> None:
        """Paint the band of colour along an edge; within a field of action it has the colour of that field."""
        place, page = self._looks.style.edge_band, self._geometry
        colours = [mark.colour for _, mark in sorted(self._current.items()) if mark.colour is not None]
        colour = colours[-1] if colours else self._looks.accent
        if place == "top":
            bleed_rectangle(canvas, colour, (0.0, page.height - _TOP_BAND, page.width, page.height))
        elif place == "outer":
            is_left_page = page.mirrored and canvas.page % 2 == 1
            left = 0.0 if is_left_page else page.width - _OUTER_BAND
            bleed_rectangle(canvas, colour, (left, 0.0, left + _OUTER_BAND, page.height))

    def _remember(self, mark: Mark) -> None:
        self._current = {level: known for level, known in self._current.items() if level < mark.level}
        self._current[mark.level] = mark

    def _outline_level(self, mark: Mark) -> int:
        return sum(1 for level in self._current if level < mark.level)

    def _paint_head(self, canvas: TaggedCanvas) -> None:
        levels = sorted(level for level in self._current if level <= _DEEPEST_MARK)
        if not levels:
            return
        geometry, look = self._geometry, self._looks.running
        left, width = geometry.left(canvas.page), geometry.column
        top = geometry.height - geometry.top + _HEAD_DISTANCE
        outer, inner = self._current[levels[0]].text, self._current[levels[-1]].text
        self._write(canvas, outer, look, left, top, width * 0.48, "left")
        if len(levels) > 1:
            self._write(canvas, inner, look, left + width * 0.52, top, width * 0.48, "right")
        with canvas.artifact("/Type/Pagination"):
            y = top - look.leading - 2.5
            canvas.paint.append(f"{LINE.stroke} 0.3 w {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S")

    def _paint_foot(self, canvas: TaggedCanvas) -> None:
        geometry, look = self._geometry, self._looks.running
        left, width = geometry.left(canvas.page), geometry.column
        top = geometry.bottom - _FOOT_DISTANCE + look.leading
        is_left_page = geometry.mirrored and canvas.page % 2 == 1
        note = " · ".join(part for part in (self._cover.title, self._cover.draft) if part)
        self._write(
            canvas,
            note,
            look,
            left + (width * 0.15 if is_left_page else 0.0),
            top,
            width * 0.85,
            "right" if is_left_page else "left",
        )
        self._write_number(canvas, left, top, width, "left" if is_left_page else "right")

    def _write_number(self, canvas: TaggedCanvas, left: float, top: float, width: float, side: str) -> None:
        look = self._looks.running
        number = str(canvas.page + 1)
        if not self._looks.style.page_count:
            self._write(canvas, number, look, left, top, width, side)
            return
        runs = (TextRun(f"Seite {number} von "), ReferenceRun(LAST_PAGE, "", page=True))
        block = make_block(self._composer, runs, look, width, None)
        block.alignment = side
        Pen(canvas, block).write(0, 1, left, top)

    def _write(
        self, canvas: TaggedCanvas, text: str, look: Look, left: float, top: float, width: float, side: str
    ) -> None:
        """Write one line, cut short where it is too long."""
        block = self._line(text, look, width)
        if block.lines:
            block.width, block.alignment = width, side
            Pen(canvas, block).write(0, 1, left, top)

    def _line(self, text: str, look: Look, width: float) -> Block:
        """Give a text as one line, made once for all the pages it stands on."""
        known = self._lines.get((text, width))
        if known is None:
            short = shortened(text, lambda part: self._natural(part, look) <= width)
            known = self._lines[text, width] = self._endless(short, look)
        return known

    def _natural(self, text: str, look: Look) -> float:
        return max((line.natural for line in self._endless(text, look).lines), default=0.0)

    def _endless(self, text: str, look: Look) -> Block:
        return make_block(self._composer, (TextRun(text),), look, 10_000.0, None)
