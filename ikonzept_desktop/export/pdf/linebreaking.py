"""Paragraphs into lines by total fit: of all ways to break, the one whose worst lines are least bad.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981). Three things differ, for speed: from each
break only the words around the end of the line are looked at (found by bisection), only those are hyphenated, and the
breaks are taken in the order of their demerits (E. W. Dijkstra, 1959), so that what is worse than a whole paragraph is
never gone on from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from operator import attrgetter
from typing import NamedTuple

from ikonzept_desktop.values import dataclass


class Cut(NamedTuple):
    """A place within a word where it may be broken."""

    offset: int
    """Characters before the cut."""
    width: float
    """Width before the cut."""
    sign: float
    """Width of the hyphen that has to be added, 0 for none."""
    cost: float
    """Demerits of breaking here."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The widths of a paragraph's words in one line of endless length, in any one unit."""

    starts: Sequence[float]
    ends: Sequence[float]
    glue: Sequence[float]
    """The width of all spaces before each word."""
    closed: frozenset[int]
    """Words after which no line may end."""
    cuts: Callable[[int], Sequence[Cut]]


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines may be stretched and shrunk."""

    stretch: float = 0.5
    """By how much of its width a space may grow at ease."""
    shrink: float = 0.3
    """By how much of its width a space may shrink at most."""
    slack: float = 0.0
    """The room that may be left at the end of a line at ease: more than 0 for ragged setting."""
    tolerances: tuple[float, ...] = (2.0, 5.0, 40.0)
    """How often these may be exceeded, tried in turn."""
    stub: float = 0.09
    """Share of the width below which a last line is too short."""
    runs: tuple[float, float, float, float] = (0.0, 8e3, 1e7, 1e7)
    """What a hyphen costs after none, one, two or more lines that end in one."""


JUSTIFIED = Setting()

Place = tuple[int, int]
"""Word and characters within it: where the next line begins."""

_LINE = 10.0
_HYPHEN_BEFORE_LAST = 5e3
_STUB = 2e4
_BROKEN_STUB = 1e6
_ROUNDING = 1e-6
_offset = attrgetter("offset")
_LONG_RUN = 3
"""Lines in a row that end in a hyphen are counted up to here."""

_Key = tuple[int, int, int]
"""Word, characters, and how many lines in a row end in a hyphen here."""


def break_lines(measures: Measures, width: float, setting: Setting = JUSTIFIED) -> list[Place]:
    """Give where each following line begins; the last place is behind the last word."""
    if not measures.ends:
        return []
    found: list[Place] | None = None
    for tolerance in setting.tolerances:
        search = _Search(measures, width, setting, tolerance)
        found = search.run() or found
        if found is not None and not search.is_poor:
            break
    return found or _first_fit(measures, width)


class _Search:
    """The network of possible breaks, from the first word on; every break knows the best way to it."""

    def __init__(self, measures: Measures, width: float, setting: Setting, tolerance: float) -> None:
        self.m = measures
        self.width = width
        self.setting = setting
        self.tolerance = tolerance
        self.last = len(measures.ends) - 1
        reach = tolerance * setting.stretch
        pairs = list(zip(measures.ends, measures.glue, strict=True))
        self.longest = [end + reach * space for end, space in pairs]
        self.shortest = [end - setting.shrink * space for end, space in pairs]
        self.nodes: dict[_Key, tuple[float, _Key | None]] = {(0, 0, 0): (0.0, None)}
        self.heap: list[tuple[float, _Key]] = [(0.0, (0, 0, 0))]
        self.best = 1e30
        self.best_key: _Key | None = None
        self._ends_in_stub = False

    def run(self) -> list[Place] | None:
        """Give the best breaks, or None where no way leads to the end within the tolerance."""
        while self.heap:
            demerits, key = heappop(self.heap)
            if demerits >= self.best:
                break
            if demerits == self.nodes[key][0]:
                self._extend(key, demerits)
        return None if self.best_key is None else self._places(self.best_key)

    @property
    def is_poor(self) -> bool:
        """Whether more than two hyphens follow each other, or the last line is but the rest of a broken word."""
        key = self.best_key if self.setting.stretch else None  # in ragged lines they are no harm
        while key is not None:
            if key[2] == _LONG_RUN:
                return True
            key = self.nodes[key][1]
        return self._ends_in_stub

    def _extend(self, key: _Key, so_far: float) -> None:
        """Look at every line that could begin at a break."""
        first, offset, _ = key
        m, setting = self.m, self.setting
        start = m.starts[first]
        if offset:
            start += _from(m.cuts(first), offset)[0].width
        space = m.glue[first]
        room = start + self.width
        high = bisect_right(self.shortest, room - setting.shrink * space, first) - 1
        if high >= self.last:
            self._close(key, so_far, start)
            high = self.last - 1
        need = room - self.tolerance * (setting.slack - setting.stretch * space)
        low = max(bisect_left(self.longest, need, first), first)
        self._after_words(key, so_far, room, low, high)
        self._within_words(key, so_far, room, low, min(high + 1, self.last))

    def _close(self, key: _Key, so_far: float, start: float) -> None:
        """Take the line that begins here as the last one."""
        natural = self.m.ends[self.last] - start
        spare = self.width - natural
        gaps = self.m.glue[self.last] - self.m.glue[key[0]]
        ratio = 0.0 if spare >= 0 else spare / (gaps * self.setting.shrink)
        demerits = so_far + (_LINE - 100.0 * ratio**3) ** 2
        if key[2]:
            demerits += _HYPHEN_BEFORE_LAST
        is_stub = key[0] > 0 and natural < self.setting.stub * self.width
        if is_stub:
            demerits += _BROKEN_STUB if key[1] else _STUB
        if demerits < self.best:
            self.best, self.best_key = demerits, key
            self._ends_in_stub = is_stub and key[1] > 0

    def _after_words(self, key: _Key, so_far: float, room: float, low: int, high: int) -> None:
        ends, glue, closed = self.m.ends, self.m.glue, self.m.closed
        stretch, shrink, slack = self.setting.stretch, self.setting.shrink, self.setting.slack
        space = glue[key[0]]
        for word in range(low, high + 1):
            if word in closed:
                continue
            gaps = glue[word] - space
            ratio = _ratio(room - ends[word], gaps * stretch + slack, gaps * shrink)
            self._offer((word + 1, 0, 0), so_far + (_LINE + 100.0 * abs(ratio) ** 3) ** 2, key)

    def _within_words(self, key: _Key, so_far: float, room: float, low: int, high: int) -> None:
        starts, glue, cuts = self.m.starts, self.m.glue, self.m.cuts
        stretch, shrink, slack = self.setting.stretch, self.setting.shrink, self.setting.slack
        first, offset, run = key
        so_far += self.setting.runs[run]
        space = glue[first]
        for word in range(low, high + 1):
            gaps = glue[word] - space
            base = room - starts[word]
            widest = base + gaps * shrink + _ROUNDING
            for cut in _from(cuts(word), offset + 1) if word == first else cuts(word):
                if cut.width > widest:
                    break
                ratio = _ratio(base - cut.width - cut.sign, gaps * stretch + slack, gaps * shrink)
                if -1.0 <= ratio <= self.tolerance:
                    demerits = so_far + (_LINE + 100.0 * abs(ratio) ** 3) ** 2 + cut.cost
                    self._offer((word, cut.offset, min(run + 1, _LONG_RUN)), demerits, key)

    def _offer(self, key: _Key, demerits: float, before: _Key) -> None:
        """Take a line that ends in a break, where no better way to it or to the end is known."""
        old = self.nodes.get(key)
        if demerits < self.best and (old is None or demerits < old[0]):
            self.nodes[key] = (demerits, before)
            heappush(self.heap, (demerits, key))

    def _places(self, key: _Key) -> list[Place]:
        places: list[Place] = [(self.last + 1, 0)]
        at: _Key | None = key
        while at is not None:
            places.append(at[:2])
            at = self.nodes[at][1]
        places.reverse()
        return places[1:]


def _from(cuts: Sequence[Cut], offset: int) -> Sequence[Cut]:
    """Give the cuts that leave so many characters or more before them: they come in order."""
    return cuts[bisect_left(cuts, offset, key=_offset) :]


def _ratio(spare: float, stretch: float, shrink: float) -> float:
    """Give how far the spaces of a line are stretched, or shrunk below 0, as a share of what they may be."""
    if spare >= 0:
        return spare / stretch if stretch else (0.0 if spare < 1e-6 else 1e3)
    return spare / shrink if shrink else -1e3


def _first_fit(m: Measures, width: float) -> list[Place]:
    """Break wherever it fits, and where nothing fits after one piece: it sticks out, but it is there."""
    places: list[Place] = []
    here: Place = (0, 0)
    count = len(m.ends)
    while here[0] < count:
        here = _next_place(m, width, here)
        places.append(here)
    return places


def _next_place(m: Measures, width: float, here: Place) -> Place:
    first, offset = here
    start = m.starts[first] + next((cut.width for cut in m.cuts(first) if cut.offset == offset), 0.0)
    found: Place | None = None
    for word in range(first, len(m.ends)):
        for cut in m.cuts(word):
            if word == first and cut.offset <= offset:
                continue
            if found is not None and m.starts[word] + cut.width + cut.sign - start > width:
                return found
            found = (word, cut.offset)
        if word not in m.closed or word == len(m.ends) - 1:
            if found is not None and m.ends[word] - start > width + 1e-6:
                return found
            found = (word + 1, 0)
        elif found is not None and m.ends[word] - start > width:
            return found
    return (len(m.ends), 0)
