"""Lists out of neighbouring items, each of which only knows its level."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from ikonzept_desktop.model.blocks import ListItem
from ikonzept_desktop.publication.tree import ListElement, ListEntry, Runs

_BULLETS = "•–▪"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

_Levelled = tuple[int, ListItem]


def list_elements(items: Sequence[ListItem], write: Callable[[ListItem], Runs]) -> tuple[ListElement, ...]:
    """Nest neighbouring items: a change of kind or a restart begins a new list; a skipped level is not missed."""
    return tuple(_lists(_levelled(items), 0, write))


def _levelled(items: Sequence[ListItem]) -> list[_Levelled]:
    """Give each item with the number of items it truly stands below."""
    above: list[int] = []
    levelled = []
    for item in items:
        while above and above[-1] >= item.level:
            above.pop()
        levelled.append((len(above), item))
        above.append(item.level)
    return levelled


def _lists(items: Sequence[_Levelled], level: int, write: Callable[[ListItem], Runs]) -> Iterator[ListElement]:
    for heads in _alike(list(_families(items, level))):
        ordered = heads[0][0].ordered
        entries = tuple(
            ListEntry(item.id, write(item), count if ordered else 0, tuple(_lists(below, level + 1, write)))
            for count, (item, below) in enumerate(heads, start=1)
        )
        yield ListElement(ordered, level, entries)


_Family = tuple[ListItem, Sequence[_Levelled]]


def _families(items: Sequence[_Levelled], level: int) -> Iterator[_Family]:
    """Part the items of a level, each with the deeper ones that follow it."""
    heads = [index for index, (own, _) in enumerate(items) if own == level]
    for index, end in pairwise((*heads, len(items))):
        yield items[index][1], items[index + 1 : end]


def _alike(families: list[_Family]) -> Iterator[list[_Family]]:
    group: list[_Family] = []
    for family in families:
        if group and (family[0].restart or family[0].ordered != group[-1][0].ordered):
            yield group
            group = []
        group.append(family)
    if group:
        yield group


def entry_mark(element: ListElement, entry: ListEntry) -> str:
    """Give what stands before an entry: `1.`, below it `a)`, below that `i.`, and again; a bullet if not counted."""
    turn = element.level % 3
    if not element.ordered:
        return _BULLETS[turn]
    if turn == 1:
        return f"{_letters(entry.number)})"
    return f"{entry.number}." if turn == 0 else f"{_roman(entry.number)}."


def _letters(number: int) -> str:
    """Count in letters as Word does: after z comes aa, then bb."""
    turns, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (turns + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written
