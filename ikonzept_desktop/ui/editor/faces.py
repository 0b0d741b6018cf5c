"""What of a table or figure is seen in the text: of a note within it, its mark alone."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Cell, Figure, Row, Table
from ikonzept_desktop.model.inline import Footnote, Inlines


def look_alike(old: Block, new: Block) -> bool:
    """Tell whether two states of a block are drawn alike; writing a note of a large table draws nothing anew."""
    if isinstance(old, Figure) and isinstance(new, Figure):
        return replace(old, caption=(), source=()) == replace(new, caption=(), source=()) and _framed_alike(old, new)
    if isinstance(old, Table) and isinstance(new, Table):
        return _frame(old) == _frame(new) and _framed_alike(old, new) and _filled_alike(old, new)
    return old == new


def _frame(table: Table) -> Table:
    return replace(table, rows=(), caption=(), source=())


def _framed_alike(old: Table | Figure, new: Table | Figure) -> bool:
    return _lines_alike(old.caption, new.caption) and _lines_alike(old.source, new.source)


def _filled_alike(old: Table, new: Table) -> bool:
    rows = zip(old.rows, new.rows, strict=False)
    return len(old.rows) == len(new.rows) and all(left is right or _rows_alike(left, right) for left, right in rows)


def _rows_alike(old: Row, new: Row) -> bool:
    cells = zip(old.cells, new.cells, strict=False)
    return len(old.cells) == len(new.cells) and all(left is right or _cells_alike(left, right) for left, right in cells)


def _cells_alike(old: Cell, new: Cell) -> bool:
    return replace(old, inlines=()) == replace(new, inlines=()) and _lines_alike(old.inlines, new.inlines)


def _lines_alike(old: Inlines, new: Inlines) -> bool:
    return old is new or tuple(map(_mark, old)) == tuple(map(_mark, new))


def _mark(inline: object) -> object:
    return inline.id if isinstance(inline, Footnote) else inline
