"""Lists in columns: read down one and then the next, all ending at about the same height."""

from collections.abc import Callable, Sequence

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.rows import DrawnRow, Placed, Row, paint_rows
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.values import dataclass

_GAP = 1.8
"""Between two columns, in sizes of the running text."""
_LEAST_LINES = 4
"""Lines below which what is left of a page is not begun with."""
_NARROWEST = 10
"""Width that a column has at the least, in sizes of the running text."""
_STEP = 3.0
"""By how many pt the columns grow until all fits into them."""

Group = list[Row]
"""The rows of one item, which stay together where a column has room for them."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above columns, all of one height."""

    first: tuple[Row, ...] = ()
    """Above the very first column."""
    again: tuple[Row, ...] = ()
    """Above all that follow, as high as that above the first."""

    @property
    def height(self) -> float:
        """Of the head of any column, in pt."""
        return _height(self.first)


NO_HEADS = Heads()


def column_width(setting: Setting) -> float:
    """Give the width of one of the setting's columns in pt, 0 where there is no room for so many."""
    count, size = setting.columns, setting.looks.body.size
    width = (setting.width - setting.indent - _GAP * size * (count - 1)) / count
    return width if width >= size * _NARROWEST else 0.0


def add_in_columns(
    setting: Setting, make: Callable[[Setting], Sequence[Group]], parent: Element, heads: Heads = NO_HEADS
) -> None:
    """Put what `make` gives for the width of a column onto the page, as many columns as the setting asks for."""
    count, width, gap = setting.columns, column_width(setting), _GAP * setting.looks.body.size
    if not width:
        count, width = 1, setting.width - setting.indent
    groups = [list(group) for group in make(setting.narrowed(width)) if group]
    after = setting.looks.body.after
    first = True
    while groups:
        height = _room(setting, heads.height) - heads.height
        columns = _balanced(groups, count, height)
        taken = sum(len(column) for column in columns)
        if not taken:  # an item taller than a page goes over pages line by line, in one column
            rows = groups.pop(0)
            setting.prepare_notes(rows, parent)
            setting.flow.add(rows, 0.0, after)
            continue
        del groups[:taken]
        columns = [[list(heads.first if first and not at else heads.again), *each] for at, each in enumerate(columns)]
        row = _side_by_side(setting, columns, width + gap)
        setting.prepare_notes([row], parent)
        setting.flow.add([row], after if first else 0.0, after)
        first = False


def _room(setting: Setting, head: float) -> float:
    """Give the height there is for columns: what is left of the page, or a new one with what has to stand there."""
    left = setting.flow.room - setting.looks.body.after * 2
    is_enough = left >= setting.looks.body.leading * _LEAST_LINES + head
    return left if is_enough else setting.depth - setting.flow.waiting - setting.looks.body.after * 2


def _balanced(groups: list[Group], count: int, room: float) -> list[list[Group]]:
    """Deal groups out into columns no higher than the room, and no higher than all of them need."""
    height = min(room, sum(map(_height, groups)) / count)
    while True:
        columns = _dealt(groups, count, height)
        if sum(map(len, columns)) == len(groups) or height >= room:
            return columns
        height = min(height + _STEP, room)


def _dealt(groups: list[Group], count: int, height: float) -> list[list[Group]]:
    columns: list[list[Group]] = [[]]
    used = 0.0
    for group in groups:
        needed = _height(group)
        if used + needed > height and columns[-1]:
            if len(columns) == count:
                break
            columns.append([])
            used = 0.0
        if needed > height:
            break
        columns[-1].append(group)
        used += needed
    return columns


def _side_by_side(setting: Setting, columns: list[list[Group]], step: float) -> Row:
    """Give columns as one row that stands on one page."""
    rows = [[row for group in column for row in group] for column in columns]
    height = max(map(_height, rows))
    indent = setting.indent

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        for index, column in enumerate(rows):
            at, placed = top, []
            for row in column:
                at -= row.space
                placed.append(Placed(row, at))
                at -= row.height
            paint_rows(canvas, left + indent + index * step, placed)

    notes = tuple(note for column in rows for row in column for note in row.notes)
    return DrawnRow(height=height, paint=paint, notes=notes)


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height + row.space for row in rows)
