"""Which block of a copy is which block of the text that was given out, found by what they say.

Needed where the marks of our drafts are gone: a file that was retyped, or came by way of another program. Unique equal
texts first, those of them that stand in the same order as a spine; between two of them the likeliest pairs in order
(Needleman and Wunsch 1970); then blocks that were moved; then those that were split off or joined.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from ikonzept_desktop.values import dataclass

LIKE, MOVED = 0.45, 0.70
"""Likeness from which two blocks in the same place, or in different ones, are the same."""
_SURE_OF_WORDS = 0.35
"""Share of words in common below which their order is not looked at."""
_MOST_PAIRS = 40_000
"""Pairs within one gap beyond which they are not compared: so much was rewritten that nobody could tell."""
_LEAST_MOVED = 15
"""Letters below which a block is not looked for elsewhere."""
_LEAST_PART = 12
"""Letters below which a text within another proves nothing."""
_CANDIDATES = 8
_WORDS = re.compile(r"\d+(?:[.,:]\d+)+|\w+|[^\w\s]")


class How(StrEnum):
    """How one knows that a block is the same."""

    MARK = "mark"
    """By the mark of our draft."""
    SAME = "same"
    """By its text, which stands once in both."""
    LIKE = "like"
    """By its place and a text that is like it."""
    MOVED = "moved"
    """By a text that is much like it, in another place."""


@dataclass(frozen=True, slots=True)
class Match:
    """The block of the base that a block of the copy is."""

    base: int
    how: How
    likeness: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the blocks of a copy belong to those of the base; all by their index."""

    matches: Mapping[int, Match]
    """By block of the copy."""
    split_off: Mapping[int, int]
    """Blocks of the copy that are a part of a block of the base whose other part stands beside them."""
    joined: Mapping[int, int]
    """Blocks of the base that stand within a block of the copy, with what stood beside them."""

    @property
    def certainty(self) -> float:
        """How sure one may be of the whole, from 0 to 1: the mean likeness of what was found."""
        found = [match.likeness for match in self.matches.values()]
        return sum(found) / len(found) if found else 0.0


def align(base: Sequence[str], copy: Sequence[str], known: Mapping[int, int] | None = None) -> Alignment:
    """Find the base's block of every block of the copy; `known` holds those that marks have told."""
    texts, others = [_plain(text) for text in base], [_plain(text) for text in copy]
    search = _Search(texts, others)
    for there, here in (known or {}).items():
        search.take(there, here, How.MARK, 1.0)
    search.take_unique()
    search.fill_gaps()
    search.find_moved()
    return Alignment(search.matches, search.split_off(), search.joined())


def likeness(one: str, other: str) -> float:
    """Tell how like two texts are, from 0 to 1: half by their words, half by the order of these."""
    if one == other:
        return 1.0
    words, others = _counted(one), _counted(other)
    whole = words.total() + others.total()
    if not whole:
        return 0.0
    shared = 2 * (words & others).total() / whole
    if shared < _SURE_OF_WORDS:
        return shared * 0.8
    ordered = SequenceMatcher(None, _WORDS.findall(one), _WORDS.findall(other), autojunk=False).ratio()
    return 0.5 * shared + 0.5 * ordered


class _Search:
    """Finds pairs, the surest first."""

    def __init__(self, base: Sequence[str], copy: Sequence[str]) -> None:
        self.base = base
        self.copy = copy
        self.matches: dict[int, Match] = {}
        self._taken: set[int] = set()

    def take(self, there: int, here: int, how: How, likeness: float) -> None:
        """Take a pair, unless one of them has another already."""
        if there not in self.matches and here not in self._taken:
            self.matches[there] = Match(here, how, likeness)
            self._taken.add(here)

    def take_unique(self) -> None:
        """Take texts that stand once in the base and once in the copy."""
        ours, theirs = self._by_text(self.base, self._taken), self._by_text(self.copy, self.matches)
        for text, places in theirs.items():
            if len(places) == 1 and len(ours.get(text, ())) == 1:
                self.take(places[0], ours[text][0], How.SAME, 1.0)

    def fill_gaps(self) -> None:
        """Take the likeliest pairs, in order, between those that stand in the same order in both."""
        for theirs, ours in self._gaps():
            self._take_equal(theirs, ours)
        for theirs, ours in self._gaps():
            if len(theirs) * len(ours) <= _MOST_PAIRS:
                self._pair(theirs, ours)

    def find_moved(self) -> None:
        """Take pairs that are much like each other wherever they stand, the likeliest first."""
        shingles: dict[str, list[int]] = defaultdict(list)
        for here, text in enumerate(self.base):
            if here not in self._taken:
                for shingle in _shingles(text):
                    shingles[shingle].append(here)
        pairs = []
        for there, text in enumerate(self.copy):
            if there in self.matches or len(text) < _LEAST_MOVED:
                continue
            shared = Counter(here for shingle in _shingles(text) for here in shingles.get(shingle, ()))
            for here, _ in shared.most_common(_CANDIDATES):
                like = likeness(text, self.base[here])
                if like >= MOVED:
                    pairs.append((-like, there, here))
        for like, there, here in sorted(pairs):
            self.take(there, here, How.MOVED, -like)

    def split_off(self) -> dict[int, int]:
        """Give the blocks of the copy that stand in the base's text of a neighbour."""
        found = {}
        for there, text in enumerate(self.copy):
            if there in self.matches or len(text) < _LEAST_PART:
                continue
            for beside in self._beside(there, self.matches, len(self.copy)):
                here = self.matches[beside].base
                if text in self.base[here] and text not in self.copy[beside]:
                    found[there] = here
                    break
        return found

    def joined(self) -> dict[int, int]:
        """Give the blocks of the base that stand in the copy's text of a neighbour."""
        by_base = {match.base: there for there, match in self.matches.items()}
        found = {}
        for here, text in enumerate(self.base):
            if here in self._taken or len(text) < _LEAST_PART:
                continue
            for beside in self._beside(here, by_base, len(self.base)):
                if text in self.copy[by_base[beside]] and text not in self.base[beside]:
                    found[here] = by_base[beside]
                    break
        return found

    def _beside(self, at: int, known: Mapping[int, object], count: int) -> list[int]:
        """Give the nearest blocks before and after that are known."""
        before = next((place for place in range(at - 1, -1, -1) if place in known), None)
        after = next((place for place in range(at + 1, count) if place in known), None)
        return [place for place in (before, after) if place is not None]

    def _by_text(self, texts: Sequence[str], but: Iterable[int]) -> dict[str, list[int]]:
        left_out = set(but)
        found: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            if text and at not in left_out:
                found[text].append(at)
        return found

    def _spine(self) -> list[tuple[int, int]]:
        """Give the longest run of pairs whose order is the same in both."""
        pairs = sorted((there, match.base) for there, match in self.matches.items())
        return [pairs[at] for at in rising([here for _, here in pairs])]

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Give what has no pair yet between two that stand in the same order in both, where both have something."""
        found = []
        there, here = -1, -1
        for next_there, next_here in [*self._spine(), (len(self.copy), len(self.base))]:
            theirs = [at for at in range(there + 1, next_there) if at not in self.matches and self.copy[at]]
            ours = [at for at in range(here + 1, next_here) if at not in self._taken and self.base[at]]
            if theirs and ours:
                found.append((theirs, ours))
            there, here = next_there, next_here
        return found

    def _take_equal(self, theirs: Sequence[int], ours: Sequence[int]) -> None:
        """Take equal texts that stand several times, in the order of the longest runs of them."""
        texts, others = [self.copy[at] for at in theirs], [self.base[at] for at in ours]
        for run in SequenceMatcher(None, texts, others, autojunk=False).get_matching_blocks():
            for step in range(run.size):
                self.take(theirs[run.a + step], ours[run.b + step], How.SAME, 1.0)

    def _pair(self, theirs: Sequence[int], ours: Sequence[int]) -> None:
        like = [[likeness(self.copy[there], self.base[here]) for here in ours] for there in theirs]
        best = [[0.0] * (len(ours) + 1) for _ in range(len(theirs) + 1)]
        for i in range(len(theirs) - 1, -1, -1):
            for j in range(len(ours) - 1, -1, -1):
                paired = best[i + 1][j + 1] + like[i][j] if like[i][j] >= LIKE else -1.0
                best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
        i = j = 0
        while i < len(theirs) and j < len(ours):
            if like[i][j] >= LIKE and best[i][j] == best[i + 1][j + 1] + like[i][j]:
                self.take(theirs[i], ours[j], How.LIKE, like[i][j])
                i, j = i + 1, j + 1
            elif best[i + 1][j] >= best[i][j + 1]:
                i += 1
            else:
                j += 1


def rising(values: Sequence[int]) -> list[int]:
    """Give the places of the longest rising run (Schensted 1961)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        length = bisect_left(tails, value)
        before.append(places[length - 1] if length else -1)
        if length == len(tails):
            tails.append(value)
            places.append(at)
        else:
            tails[length], places[length] = value, at
    found = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _plain(text: str) -> str:
    """Give a text as it is compared: white space and hidden hyphens make no difference."""
    return " ".join(text.replace("\u00ad", "").split())


@lru_cache(maxsize=8192)
def _counted(text: str) -> Counter[str]:
    return Counter(_WORDS.findall(text.lower()))


def _shingles(text: str) -> set[str]:
    words = _WORDS.findall(text.lower())
    return {" ".join(words[at : at + 3]) for at in range(max(len(words) - 2, 1))}
