"""Paragraphs as they stood before all changes, put back into the tables and the stories they are of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ikonzept_desktop.reading.word.content import Cell, Copy, Part, Place, View
from ikonzept_desktop.reading.word.views import paragraphs
from ikonzept_desktop.values import dataclass

Key = tuple[Part, str, str, int | None]
"""What a story is known by: its part, the part's name, the note or comment, the text box."""
_RUNNING = frozenset({Part.BODY, Part.CHUNK})


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; joined of several where their ends have been inserted."""

    blocks: tuple[int, ...]
    """Of the copy, by index."""
    owner: int
    """The one whose form it has."""
    cells: tuple[Cell, ...]
    """The tables it stands in, those around a text box as well; the outermost first."""
    is_empty: bool = False


@dataclass(slots=True, eq=False)
class CellItems:
    """A cell of a table with all that stands in it."""

    cell: Cell
    items: list["Item"]


@dataclass(slots=True, eq=False)
class TableItem:
    """A table, row by row; rows that have been inserted are not there."""

    number: int
    rows: list[list[CellItems]]

    def paras(self) -> Iterator[Para]:
        """Go through all paragraphs in its cells."""
        for row in self.rows:
            for cell in row:
                yield from paras_of(cell.items)


Item = Para | TableItem


def paras_of(items: Iterable[Item]) -> Iterator[Para]:
    """Go through all paragraphs, those in tables as well."""
    for item in items:
        if isinstance(item, Para):
            yield item
        else:
            yield from item.paras()


def blocks_of(items: Iterable[Item]) -> Iterator[int]:
    """Go through the indices of all their blocks."""
    for para in paras_of(items):
        yield from para.blocks


@dataclass(slots=True, eq=False)
class Stories:
    """Everything a file says, story by story."""

    body: list[Item]
    boxes: dict[int, list[list[Item]]]
    """Text boxes by the paragraph they are anchored in."""
    others: dict[Key, list[Item]]
    """Headers, footers, notes and comments, building blocks, and what nothing leads to."""


def stories_of(copy: Copy) -> Stories:
    """Give the stories of a file as they were before all changes."""
    blocks = copy.blocks
    body: list[Para] = []
    boxes: dict[int, list[Para]] = defaultdict(list)
    others: dict[Key, list[Para]] = defaultdict(list)
    for shown in paragraphs(blocks, View.REJECTED):
        place = blocks[shown.owner].place
        para = Para(shown.blocks, shown.owner, place.cells, not shown.text)
        if place.box is not None:
            boxes[place.box].append(para)
        elif place.part in _RUNNING and not place.holder:
            body.append(para)
        else:
            others[place.part, place.source, place.holder, None].append(para)
    anchored: dict[int, list[list[Item]]] = defaultdict(list)
    anchors = _anchors(copy) if boxes else {}
    for box, paras in boxes.items():
        anchor = anchors[box]
        depth = _depth(blocks[anchor].place, paras[0])
        anchored[anchor].append(nested(paras, depth))
    return Stories(nested(body), anchored, {key: nested(paras) for key, paras in others.items()})


def nested(paras: Sequence[Para], depth: int = 0) -> list[Item]:
    """Give paragraphs with those that stand in tables put into them; raises RecursionError for tables without end."""
    items: list[Item] = []
    for number, group in groupby(paras, lambda para: para.cells[depth].table if len(para.cells) > depth else None):
        if number is None:
            items += group
        else:
            items.append(TableItem(number, _rows(list(group), depth)))
    return items


def _rows(paras: Sequence[Para], depth: int) -> list[list[CellItems]]:
    return [
        [
            CellItems(inner[0].cells[depth], nested(inner, depth + 1))
            for _, cell in groupby(row, lambda para: para.cells[depth].column)
            if (inner := list(cell))
        ]
        for _, row in groupby(paras, lambda para: para.cells[depth].row)
    ]


def _anchors(copy: Copy) -> dict[int, int]:
    """Give the paragraph that each text box hangs in: the last one before it in its story that is in none."""
    found: dict[int, int] = {}
    last: dict[tuple[Part, str, str], int] = {}
    for at, block in enumerate(copy.blocks):
        place = block.place
        story = (place.part, place.source, place.holder)
        if place.box is None:
            last[story] = at
        else:
            found.setdefault(place.box, last.get(story, at))
    return found


def _depth(anchor: Place, para: Para) -> int:
    """Give how many of the tables around a paragraph of a text box are around the box itself."""
    cells = anchor.cells
    return len(cells) if anchor.box is None and para.cells[: len(cells)] == cells else 0
