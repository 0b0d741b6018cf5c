"""Rows onto pages, one after the other: what belongs together stays together, and notes stand below their marks."""

from collections.abc import Callable, Sequence
from dataclasses import field

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.looks import LINE, MM
from ikonzept_desktop.export.pdf.rows import LineRow, Mark, Placed, Row, paint_rows
from ikonzept_desktop.values import dataclass

LINES_AFTER_HEADING = 3
NOTE_GAP = 11.0
"""Height of the room with the rule between text and notes, in pt."""
_NOTE_RULE = 60.0
_LONG_NOTE = 6
"""Lines from which on a note may be continued on the next page though it would fit there whole."""
_NOTE_START = 3
_CARRIED_SHARE = 0.6
"""How much of a page a continued note may take while there is text to come."""
_TAIL = 2.2
"""How many lines at the end of a chapter are too few for a page of their own."""
_CLOSED_UP = 0.4
"""Share of the room between paragraphs that a page may give up."""
_EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page and its column, in pt."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    mirrored: bool
    indent: float = 0.0
    """How far running text and notes stand in."""

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - self.inner - self.outer

    @property
    def depth(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom

    def left(self, page: int) -> float:
        """Give where the text begins on a page, counted from 0."""
        return self.outer if self.mirrored and page % 2 else self.inner


@dataclass(slots=True)
class PageState:
    """What a page is before it is painted."""

    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0
    notes: list[Row] = field(default_factory=list)
    notes_height: float = 0.0
    marks: list[Mark] = field(default_factory=list)
    overrun: float = 0.0
    """How far it runs over its lower edge, in pt."""
    begins_anew: bool = False
    """Whether it was asked for, and not only needed because the page before was full."""
    is_opening: bool = False
    """Whether it begins with the opening of a chapter and so has no running head."""
    is_coloured: bool = False
    """Whether it is all of one colour and so has nothing around its text."""
    is_bare: bool = False
    """Whether it has no running head and no number: what stands on it fills the paper."""


Furniture = Callable[[TaggedCanvas, PageState], None]
"""Paints running heads and page numbers when a page is closed."""


class Flow:
    """Fills pages with rows and paints each page when it is full."""

    def __init__(
        self,
        canvas: TaggedCanvas,
        geometry: Geometry,
        notes: Callable[[int], list[Row]],
        furniture: Furniture,
        overrun: float = 0.0,
    ) -> None:
        self.canvas = canvas
        self.geometry = geometry
        self._rows_of_note = notes
        self._furniture = furniture
        self._overrun = overrun
        """By how many pt a page may run over, to spare the next one a line or two."""
        self._page = PageState()
        self._full: PageState | None = None
        self._group: list[Row] = []
        self._carried: list[Row] = []
        self._after = 0.0
        self._to_keep = 0
        self.notes_drawn: set[int] = set()

    @property
    def is_page_empty(self) -> bool:
        """Whether nothing stands on the page yet, nor waits to be put there."""
        return not self._page.placed and not self._group

    @property
    def room(self) -> float:
        """Height left on the page below what stands there or waits to, in pt."""
        return self.geometry.depth - self._page.used - self._page.notes_height - self.waiting - self._after

    @property
    def waiting(self) -> float:
        """Height of what has to stand on the page of what comes next, in pt."""
        return sum(row.height + row.space for row in self._group)

    def add(self, rows: Sequence[Row], before: float = 0.0, after: float = 0.0) -> None:
        """Put rows below the others; of two rooms that meet, the larger counts."""
        if not rows:
            return
        rows[0].space = max(before, self._after)
        self._after = after
        for row in rows:
            if self._to_keep > 1:
                row.keep = True
            self._to_keep -= 1
            self._group.append(row)
            if not row.keep:
                self._place()

    def add_heading(self, rows: Sequence[Row], before: float, after: float) -> None:
        """Put a heading: it stays with three lines of what follows."""
        for row in rows:
            row.keep = True
        self.add(rows, before, after)
        self._to_keep = LINES_AFTER_HEADING

    def keep_heading_with(self, count: int) -> None:
        """Have a heading stay with no more than so many rows: with the whole of something short, not with what follows.

        Else one short thing after another, each with its heading, would be bound to more than a page holds.
        """
        self._to_keep = min(self._to_keep, count)

    def new_page(self) -> None:
        """Let what follows begin on a new page."""
        self._place()
        self._to_keep = 0
        self._pull_up()
        if self._page.placed:
            self._close_page()
        self._page.begins_anew = True

    def open_chapter(self) -> None:
        """Begin a page that opens a chapter."""
        self.new_page()
        self._page.is_opening = True

    def fill_with_colour(self) -> None:
        """Let the page that holds what was added last have no running head and no page number."""
        self._place()
        self._page.is_coloured = True

    def finish(self) -> None:
        """Close the last page, and as many more as continued notes need."""
        self._place()
        self._pull_up()
        while self._page.placed or self._page.notes or self._carried:
            self._close_page(1.0)
        self._paint_full()

    def _place(self) -> None:
        group, self._group = self._group, []
        if not group:
            return
        if not self._fits(group) and self._page.placed:
            self._close_page()
        if self._fits(group):
            self._take(group)
            return
        for row in group:
            if not self._fits([row]) and self._page.placed:
                self._close_page()
            self._take([row])

    def _fits(self, group: list[Row]) -> bool:
        rows = self._with_heads(group)
        room = self.geometry.depth - self._page.used - self._page.notes_height - self._height(rows) + _EPSILON
        notes = [self._rows_of_note(number) for row in group for number in row.notes]
        if not notes:
            return room >= 0
        if self._carried:
            return False
        needed = sum(_height_of(note) for note in notes)
        last = notes[-1]
        if len(last) > _LONG_NOTE:
            needed -= _height_of(last[_NOTE_START:])
        return room >= needed + (0.0 if self._page.notes else NOTE_GAP)

    def _with_heads(self, group: list[Row]) -> list[Row]:
        return group if self._page.placed else [*group[0].repeat, *group]

    def _height(self, rows: list[Row]) -> float:
        height = sum(row.height + row.space for row in rows)
        return height if self._page.placed else height - rows[0].space

    def _take(self, group: list[Row]) -> None:
        page = self._page
        top = self.geometry.height - self.geometry.top
        for row in self._with_heads(group):
            page.used += row.space if page.placed else 0.0
            page.placed.append(Placed(row, top - page.used))
            page.used += row.height
            page.is_bare = page.is_bare or row.bare
            if row.mark is not None:
                page.marks.append(row.mark)
        for row in group:
            for number in row.notes:
                self.notes_drawn.add(number)
                self._carried.extend(self._rows_of_note(number))
        self._take_notes(self.geometry.depth - page.used)

    def _take_notes(self, limit: float) -> None:
        """Move note lines that wait onto the page, as many as there is room for."""
        page = self._page
        while self._carried:
            row = self._carried[0]
            height = row.height + row.space + (0.0 if page.notes else NOTE_GAP)
            if page.notes_height + height > limit + _EPSILON:
                return
            page.notes.append(self._carried.pop(0))
            page.notes_height += height

    def _close_page(self, carried_share: float = _CARRIED_SHARE) -> None:
        """Take the page as full; it is painted when the next one is, for it may have to take a few lines more."""
        self._paint_full()
        self._full = self._page
        self._page = PageState()
        self._take_notes(self.geometry.depth * carried_share)

    def _pull_up(self) -> None:
        """Spare a chapter a last page with a line or two: the page before takes them, closing up a little."""
        tail, full = self._page, self._full
        lines = [placed.row for placed in tail.placed]
        if full is None or not lines or tail.begins_anew or tail.notes:
            return
        if _height_of(lines) > _TAIL * self._overrun or not all(isinstance(row, LineRow) for row in lines):
            return
        gaps = sum(placed.row.space for placed in full.placed[1:])
        room = self.geometry.depth - full.used - full.notes_height
        missing = _height_of(lines) - room
        over = min(max(missing, 0.0), self._overrun)
        if missing > self._overrun + gaps * _CLOSED_UP:
            return
        self._close_up(full, max(missing - over, 0.0) / gaps if gaps else 0.0)
        full.overrun = over
        top = self.geometry.height - self.geometry.top
        for row in lines:
            full.used += row.space
            full.placed.append(Placed(row, top - full.used))
            full.used += row.height
        self._page = PageState()

    def _close_up(self, page: PageState, share: float) -> None:
        saved = 0.0
        for placed in page.placed[1:]:
            saved += placed.row.space * share
            placed.top += saved
        page.used -= saved

    def _paint_full(self) -> None:
        page, canvas = self._full, self.canvas
        self._full = None
        if page is None:
            return
        left = self.geometry.left(canvas.page)
        paint_rows(canvas, left, page.placed)
        if page.notes:
            self._paint_notes(page, left)
        self._furniture(canvas, page)
        canvas.close_page()

    def _paint_notes(self, page: PageState, left: float) -> None:
        top = self.geometry.bottom + page.notes_height - page.overrun
        width = self.geometry.indent + _NOTE_RULE if page.notes[0].anchors else self.geometry.column
        with self.canvas.artifact():
            y = top - NOTE_GAP * 0.45
            x = left + self.geometry.indent
            self.canvas.paint.append(f"{LINE.stroke} 0.4 w {x:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S")
        at = top - NOTE_GAP
        placed = []
        for row in page.notes:
            at -= row.space
            placed.append(Placed(row, at))
            at -= row.height
        paint_rows(self.canvas, left, placed)


def _height_of(rows: Sequence[Row]) -> float:
    return sum(row.height + row.space for row in rows)


def geometry_of(
    size_mm: tuple[float, float],
    top: float,
    bottom: float,
    inner: float,
    outer: float,
    mirrored: bool,
    indent: float = 0.0,
) -> Geometry:
    """Give the geometry of a page from lengths in mm."""
    width, height = size_mm
    return Geometry(width * MM, height * MM, top * MM, bottom * MM, inner * MM, outer * MM, mirrored, indent * MM)
