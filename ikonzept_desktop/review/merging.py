"""What several copies change in one block of text, put together: who agrees with whom, and who does not.

Changes that touch the same words belong together. Where all copies that touch them end in the same words, it is one
proposal with all their names; where they do not, it is a conflict that shows every variant. In what order the copies
came in makes no difference.
"""

from collections.abc import Iterable, Mapping, Sequence

from ikonzept_desktop.model.proposals import Variant
from ikonzept_desktop.review.changes import Change, apply
from ikonzept_desktop.review.comparison import is_in_word
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of a block, and what they are to become."""

    start: int
    end: int
    variants: tuple[Variant, ...]
    withdrawn: str = ""
    """What was written here and deleted again by the same copies; it changes nothing."""

    @property
    def is_conflict(self) -> bool:
        """Whether the copies want different things."""
        return len(self.variants) > 1

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing is wanted any more."""
        return self.start == self.end and not any(variant.text for variant in self.variants)


def merge(base: str, copies: Mapping[str, Sequence[Change]]) -> tuple[Passage, ...]:
    """Give what all copies want of a block, in order; passages that change something do not overlap."""
    found: list[Passage] = []
    items: list[_Item] = []
    withdrawn: dict[tuple[int, str], list[Change]] = {}
    for copy in sorted(copies):
        for each in copies[copy]:  # what was withdrawn touches nothing
            if each.withdrawn:
                alone = Change(each.start, each.start, "", each.sources, each.withdrawn)
                withdrawn.setdefault((each.start, each.withdrawn), []).append(alone)
        changing = [each for each in copies[copy] if each.text or each.start < each.end]
        items += _items(base, [Change(each.start, each.end, each.text, each.sources) for each in changing], copy)
    found += [_agreed(same) for same in withdrawn.values()]
    for group in _groups(items):
        found += _passages(base, group)
    return tuple(sorted(found, key=lambda passage: (passage.start, passage.end)))


def merged(base: str, passages: Iterable[Passage]) -> str:
    """Give the text with every passage on which all agree taken over; where they do not, the text stays."""
    agreed = (each for each in passages if not each.is_conflict and not each.is_withdrawn)
    return apply(base, (Change(each.start, each.end, each.variants[0].text, ()) for each in agreed))


@dataclass(frozen=True, slots=True)
class _Item:
    change: Change
    copy: str
    low: int
    high: int
    """The whole words it touches."""


def _items(base: str, changes: Sequence[Change], copy: str) -> list[_Item]:
    """Give one copy's changes with the words around them; they stay in their order, also where words are the same."""
    around = [_words_around(base, change) for change in changes]
    low = len(base)
    items: list[_Item] = []
    for change, (begin, high) in zip(reversed(changes), reversed(around), strict=True):
        low = min(low, begin)
        items.append(_Item(change, copy, low, high))
    return items[::-1]


def _words_around(base: str, change: Change) -> tuple[int, int]:
    """Give where the words begin and end that a change is within, or that grow by it."""
    low, high = change.start, change.end
    after, before = base[low : low + 1], base[high - 1 : high]
    grows_left = (change.text or base[high : high + 1])[:1]
    grows_right = (change.text or base[max(low - 1, 0) : low])[-1:]
    if after.isalnum() or grows_left.isalnum():
        while low > 0 and is_in_word(base, low - 1):
            low -= 1
    if before.isalnum() or grows_right.isalnum():
        while high < len(base) and is_in_word(base, high):
            high += 1
    return low, high


def _groups(items: list[_Item]) -> list[list[_Item]]:
    """Give what touches the same words together; one copy's own changes follow each other and stay apart."""
    groups: list[list[_Item]] = []
    high = -1
    for item in sorted(items, key=lambda item: (item.low, item.change.start, item.change.end)):
        if groups and _touches(item, groups[-1], high):
            groups[-1].append(item)
            high = max(high, item.high)
        else:
            groups.append([item])
            high = item.high
    return groups


def _touches(item: _Item, group: list[_Item], high: int) -> bool:
    if item.low < high:
        return True
    at_one_place = item.low == item.high or any(other.low == other.high == high for other in group)
    return item.low == high and at_one_place


def _passages(base: str, group: list[_Item]) -> list[Passage]:
    by_copy: dict[str, list[Change]] = {}
    for item in group:
        by_copy.setdefault(item.copy, []).append(item.change)
    plain = {copy: [(each.start, each.end, each.text) for each in changes] for copy, changes in by_copy.items()}
    first = next(iter(plain.values()))
    if all(changes == first for changes in plain.values()):
        return [_agreed(changes) for changes in zip(*by_copy.values(), strict=True)]
    return [_differing(base, by_copy, min(item.low for item in group), max(item.high for item in group))]


def _agreed(changes: Sequence[Change]) -> Passage:
    """Give the passage that every copy changes in the same way."""
    change = changes[0]
    sources = tuple(dict.fromkeys(source for each in changes for source in each.sources))
    return Passage(change.start, change.end, (Variant(change.text, sources),), change.withdrawn)


def _differing(base: str, by_copy: Mapping[str, Sequence[Change]], low: int, high: int) -> Passage:
    """Give a passage with all its variants; two that differ in nothing but white space are one."""
    variants: dict[str, Variant] = {}
    for copy in sorted(by_copy):
        changes = by_copy[copy]
        inside = [Change(each.start - low, each.end - low, each.text, ()) for each in changes]
        text = apply(base[low:high], inside)
        key = " ".join(text.split())
        sources = tuple(source for each in changes for source in each.sources)
        known = variants.get(key)
        best = text if known is None else min(known.text, text)
        variants[key] = Variant(best, tuple(dict.fromkeys([*(known.sources if known else ()), *sources])))
    return Passage(low, high, tuple(variants[key] for key in sorted(variants)))
