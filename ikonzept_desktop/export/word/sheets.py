"""Sheets of paper being filled from top to bottom: what fits, what moves on, what stays together. Lengths are pt."""

from collections.abc import Sequence
from dataclasses import dataclass, field

SEPARATOR = 13.5
"""Height of the line above the first footnote of a page."""


@dataclass(slots=True)
class Sheets:
    """The pages filled so far."""

    height: float
    page: int = 1
    used: float = 0.0
    noted: bool = False
    """Whether this page has a footnote already."""
    held: float = 0.0
    """Height of the headings that wait to be set with what comes next."""
    waiting: list[str] = field(default_factory=list)
    """Their anchors."""
    pages: dict[str, int] = field(default_factory=dict)

    def anchor(self, id: str) -> None:
        """Name the thing that comes next."""
        self.waiting.append(id)

    def hold(self, height: float) -> None:
        """Set something on the page of whatever comes next."""
        self.held += height

    def new_page(self) -> None:
        """Go on at the top of a page; nothing happens on an empty one."""
        self.settle()
        if self.used > 0:
            self._turn()

    def other_paper(self, height: float) -> None:
        """Go on at the top of a page of another height, with the headings that wait."""
        if self.used > 0:
            self._turn()
        self.height = height

    def settle(self) -> None:
        """Set what was held, where it is."""
        self._fit(0.0)

    def block(self, height: float, notes: float = 0.0) -> None:
        """Set something that is never parted."""
        self._fit(height + self._notes(notes))
        self._take(height, notes)

    def space(self, height: float) -> None:
        """Leave room, which is lost at the end of a page."""
        self.used += height

    def row(self, height: float, notes: float, head: float) -> None:
        """Set a row of a table; where it comes to stand on a new page, the table's head is repeated above it."""
        page = self.page
        first = self.held > 0
        self._fit(height + self._notes(notes))
        if self.page != page and not first:
            self.used += head
        self._take(height, notes)

    def lines(self, lines: Sequence[tuple[float, float]], before: float = 0.0, after: float = 0.0) -> None:
        """Set a paragraph of lines, each with its height and that of its notes; no line of it stays alone."""
        count = len(lines)
        firmly = count if count <= 3 else 2
        self._fit(before + sum(height + self._notes(notes) for height, notes in lines[:firmly]))
        self.used += before
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
        self.used += after

    def _how_many(self, lines: Sequence[tuple[float, float]]) -> int:
        room, noted, count = self.height - self.used, self.noted, 0
        for height, notes in lines:
            room -= height + notes + (SEPARATOR if notes and not noted else 0)
            noted = noted or notes > 0
            if room < -0.01:
                return max(count, 1)
            count += 1
        return count

    def _fit(self, height: float) -> None:
        if self.used > 0 and self.used + self.held + height > self.height + 0.01:
            self._turn()
        for id in self.waiting:
            self.pages.setdefault(id, self.page)
        self.waiting.clear()
        self.used += self.held
        self.held = 0.0

    def _turn(self) -> None:
        self.page += 1
        self.used, self.noted = 0.0, False

    def _notes(self, notes: float) -> float:
        return notes + SEPARATOR if notes and not self.noted else notes

    def _take(self, height: float, notes: float) -> None:
        self.used += height + self._notes(notes)
        self.noted = self.noted or notes > 0
