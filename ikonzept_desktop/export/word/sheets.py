"""Sheets of paper being filled from top to bottom: what fits, what moves on, what stays together. Lengths are pt.

Between two paragraphs the larger of the spaces below and above counts; at the top of a page that was simply full the
space above is dropped, as Word and LibreOffice do.
"""

from collections.abc import Sequence
from dataclasses import field

from ikonzept_desktop.values import dataclass

SEPARATOR = 3.2
"""Height of the line above the first footnote of a page, less the space below the last, which is not needed."""
_TOLERANCE = 0.15
"""What lines may stand over the page's end, as heights are rounded."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The room something takes: its height, and the space it asks for above and below."""

    height: float
    before: float = 0.0
    after: float = 0.0


@dataclass(slots=True)
class Sheets:
    """The pages filled so far."""

    height: float
    page: int = 1
    used: float = 0.0
    gap: float = 0.0
    """Space asked for below the last thing."""
    noted: bool = False
    """Whether this page has a footnote already."""
    full: bool = False
    """Whether this page was begun because the one before was full."""
    held: list[Extent] = field(default_factory=list)
    """The headings that wait to be set with what comes next."""
    waiting: list[str] = field(default_factory=list)
    """The anchors of what comes next."""
    pages: dict[str, int] = field(default_factory=dict)

    def anchor(self, id: str) -> None:
        """Name the thing that comes next."""
        self.waiting.append(id)

    def hold(self, extent: Extent) -> None:
        """Set something on the page of whatever comes next."""
        self.held.append(extent)

    def new_page(self) -> None:
        """Go on at the top of a page; nothing happens on an empty one."""
        self.settle()
        if self.used > 0:
            self._turn(full=False)

    def other_paper(self, height: float) -> None:
        """Go on at the top of a page of another height, with the headings that wait."""
        if self.used > 0:
            self._turn(full=False)
        self.height = height

    def settle(self) -> None:
        """Set what was held, where it is."""
        self._fit(Extent(0.0))

    def leave(self, space: float) -> None:
        """Ask for that space below the last thing."""
        self.gap = max(self.gap, space)

    def block(self, extent: Extent, notes: float = 0.0) -> None:
        """Set something that is never parted."""
        self._fit(Extent(extent.height + self._notes(notes), extent.before))
        self._take(extent.height, notes)
        self.gap = extent.after

    def row(self, height: float, notes: float, head: float) -> None:
        """Set a row of a table; where it comes to stand on a new page, the table's head is repeated above it."""
        page, first = self.page, bool(self.held)
        self._fit(Extent(height + self._notes(notes)))
        if self.page != page and not first:
            self.used += head
        self._take(height, notes)

    def lines(self, lines: Sequence[tuple[float, float]], before: float = 0.0, after: float = 0.0) -> None:
        """Set a paragraph of lines, each with its height and that of its notes; no line of it stays alone."""
        count = len(lines)
        firmly = count if count <= 3 else 2
        self._fit(Extent(sum(height + self._notes(notes) for height, notes in lines[:firmly]), before))
        done = 0
        while done < count:
            here = self._how_many(lines[done:])
            if here < count - done:
                here = max(min(here, count - done - 2), 2 if done == 0 and count > 3 else 1)
            for height, notes in lines[done : done + here]:
                self._take(height, notes)
            done += here
            if done < count:
                self._turn()
        self.gap = after

    def _how_many(self, lines: Sequence[tuple[float, float]]) -> int:
        room, noted, count = self.height - self.used, self.noted, 0
        for height, notes in lines:
            room -= height + notes + (SEPARATOR if notes and not noted else 0)
            noted = noted or notes > 0
            if room < -_TOLERANCE:
                return max(count, 1)
            count += 1
        return count

    def _fit(self, first: Extent) -> None:
        """Set what was held, on a page that has room for it and for the first part of what comes next."""
        if self.used > 0 and self.used + self._reach(first) > self.height + _TOLERANCE:
            self._turn()
        for id in self.waiting:
            self.pages.setdefault(id, self.page)
        self.waiting.clear()
        self.used += self._reach(Extent(0.0, first.before))
        self.gap = 0.0
        self.held.clear()

    def _reach(self, last: Extent) -> float:
        """Add up what is held and one thing more, with the spaces between."""
        total, gap = 0.0, self.gap
        at_top = self.used == 0.0
        for extent in (*self.held, last):
            above = 0.0 if at_top and self.full else max(gap, extent.before)
            total += above + extent.height
            gap, at_top = extent.after, at_top and total == 0.0
        return total

    def _turn(self, full: bool = True) -> None:
        self.page += 1
        self.used, self.gap, self.noted, self.full = 0.0, 0.0, False, full

    def _notes(self, notes: float) -> float:
        return notes + SEPARATOR if notes and not self.noted else notes

    def _take(self, height: float, notes: float) -> None:
        self.used += height + self._notes(notes)
        self.noted = self.noted or notes > 0
