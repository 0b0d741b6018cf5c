"""The shape of a table: rows and columns come, go and move, cells are merged and split. No text is ever lost by it.

Everything gives a new table, in which rows and cells that stay keep their ids, or None where there is nothing to do.
What holds for rows holds for columns, so both are one thing along an axis: a cell stands `at` some line of it and
takes `span` lines, and lies `across` the other axis.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from itertools import product

from ikonzept_desktop.model.blocks import Cell, Column, Row, Table
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, normalise
from ikonzept_desktop.model.table_grid import Area, Placed, cells_in, placed_cells, rebuilt, widened
from ikonzept_desktop.values import dataclass

LARGEST = 100_000
"""Cells a table may have: more would be no table to read."""


class Axis(Enum):
    """Which way a table is looked at."""

    ROWS = "rows"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class _Laid:
    """A cell along an axis: where it begins and how much it takes, and the same across."""

    cell: Cell
    at: int
    span: int
    across: int
    width: int

    @property
    def end(self) -> int:
        return self.at + self.span


def make(rows: int, columns: int, *, header_rows: int = 1, ids: IdSource = new_id) -> Table:
    """Give an empty table. Raises ValueError for fewer than one row or column, or more than LARGEST cells"""
    if rows < 1 or columns < 1 or rows * columns > LARGEST:
        raise ValueError(f"no table has {rows} rows and {columns} columns")
    made = tuple(Row(ids(), tuple(Cell(ids()) for _ in range(columns))) for _ in range(rows))
    return Table(ids(), (Column(),) * columns, made, header_rows=min(header_rows, rows))


def has_room(table: Table, rows: int, columns: int) -> bool:
    """Tell whether a table may grow to so many rows and columns, where it has fewer."""
    return max(rows, len(table.rows)) * max(columns, len(table.columns)) <= LARGEST


def insert(table: Table, axis: Axis, at: int, count: int = 1, ids: IdSource = new_id) -> Table | None:
    """Put empty rows or columns before a line, or behind the last; a cell that spans the place grows.

    New ones are set as their neighbour before, or else behind. Among headers they are headers.
    """
    if _size(table, axis) + count > LARGEST // max(_size(table, _other(axis)), 1):
        return None
    laid = [_grown(each, at, count) for each in _laid(table, axis)]
    taken = {
        (line, spot)
        for each in laid
        for line, spot in product(range(each.at, each.end), range(each.across, each.across + each.width))
    }
    empty = [
        _Laid(Cell(ids()), line, 1, spot, 1)
        for line, spot in product(range(at, at + count), range(_size(table, _other(axis))))
        if (line, spot) not in taken
    ]
    made = _with_headers(table, axis, lambda headers: headers + count if at < headers else headers)
    if axis is Axis.ROWS:
        rows = (*table.rows[:at], *(Row(ids(), ()) for _ in range(count)), *table.rows[at:])
        return _built(made, axis, table.columns, rows, [*laid, *empty])
    model = table.columns[max(at - 1, 0)]
    width = sum(column.width for column in table.columns) / len(table.columns)
    columns = (*table.columns[:at], *(Column(width, model.alignment),) * count, *table.columns[at:])
    return _built(made, axis, columns, table.rows, [*laid, *empty])


def delete(table: Table, axis: Axis, first: int, last: int) -> Table | None:
    """Take out the rows or columns from first to last; None for all of them, for that is the table.

    A cell that reaches in from before grows narrower; one that begins here and reaches beyond is kept with its text.
    """
    if last - first + 1 >= _size(table, axis):
        return None
    laid = [kept for each in _laid(table, axis) if (kept := _narrowed(each, first, last)) is not None]
    made = _with_headers(table, axis, lambda headers: headers - max(min(last + 1, headers) - first, 0))
    if axis is Axis.ROWS:
        return _built(made, axis, table.columns, (*table.rows[:first], *table.rows[last + 1 :]), laid)
    return _built(made, axis, (*table.columns[:first], *table.columns[last + 1 :]), table.rows, laid)


def move(table: Table, axis: Axis, first: int, last: int, by: int) -> tuple[Table, int] | None:
    """Move rows or columns one step on (by 1) or back (by -1); give the table, and how far they have gone.

    Lines that a cell holds together go together, and step over others that are held together.
    """
    seams = _seams(table, axis)
    start = max(seam for seam in seams if seam <= first)
    end = min(seam for seam in seams if seam > last)
    beyond = [seam for seam in seams if seam > end] if by > 0 else [seam for seam in seams if seam < start]
    if not beyond:
        return None
    low, middle, high = (start, end, min(beyond)) if by > 0 else (max(beyond), start, end)
    order = [*range(low), *range(middle, high), *range(low, middle), *range(high, _size(table, axis))]
    places = {old: new for new, old in enumerate(order)}
    laid = [replace(each, at=places[each.at]) for each in _laid(table, axis)]
    gone = high - end if by > 0 else low - start
    if axis is Axis.ROWS:
        return _built(table, axis, table.columns, tuple(table.rows[i] for i in order), laid), gone
    return _built(table, axis, tuple(table.columns[i] for i in order), table.rows, laid), gone


def merge(table: Table, area: Area) -> Table | None:
    """Make one cell of an area and of all cells that reach into it; their texts stand in it line by line."""
    area = widened(table, area)
    inside = cells_in(table, area)
    if len(inside) < 2:
        return None
    text = joined(tuple(placed.cell.inlines for placed in inside))
    first = replace(inside[0].cell, inlines=text, row_span=area.rows, column_span=area.columns)
    rest = [placed for placed in placed_cells(table) if not area.meets(placed)]
    return rebuilt(table, table.columns, table.rows, [*rest, Placed(area.row, area.column, first)])


def split(table: Table, area: Area, ids: IdSource = new_id) -> Table | None:
    """Part every merged cell in an area into single ones; its text stays in the first."""
    if not any(placed.spans for placed in cells_in(table, area)):
        return None
    cells: list[Placed] = []
    for placed in placed_cells(table):
        if not (placed.spans and area.meets(placed)):
            cells.append(placed)
            continue
        cells.append(replace(placed, cell=replace(placed.cell, row_span=1, column_span=1)))
        spots = product(range(placed.row, placed.end_row), range(placed.column, placed.end_column))
        others = [spot for spot in spots if spot != (placed.row, placed.column)]
        cells.extend(Placed(*spot, Cell(ids(), alignment=placed.cell.alignment)) for spot in others)
    return rebuilt(table, table.columns, table.rows, cells)


def joined(lines: tuple[Inlines, ...]) -> Inlines:
    """Put lines below each other as one, empty ones left out."""
    found: list[Inline] = []
    for line in lines:
        if line:
            found.extend((LineBreak(), *line) if found else line)
    return normalise(tuple(found))


def _other(axis: Axis) -> Axis:
    return Axis.COLUMNS if axis is Axis.ROWS else Axis.ROWS


def _size(table: Table, axis: Axis) -> int:
    return len(table.rows) if axis is Axis.ROWS else len(table.columns)


def _laid(table: Table, axis: Axis) -> list[_Laid]:
    if axis is Axis.ROWS:
        return [_Laid(p.cell, p.row, p.cell.row_span, p.column, p.cell.column_span) for p in placed_cells(table)]
    return [_Laid(p.cell, p.column, p.cell.column_span, p.row, p.cell.row_span) for p in placed_cells(table)]


def _built(table: Table, axis: Axis, columns: tuple[Column, ...], rows: tuple[Row, ...], laid: list[_Laid]) -> Table:
    return rebuilt(table, columns, rows, (_placed(each, axis) for each in laid))


def _placed(laid: _Laid, axis: Axis) -> Placed:
    cell = laid.cell
    if axis is Axis.ROWS:
        return Placed(laid.at, laid.across, _spanning(cell, laid.span, laid.width))
    return Placed(laid.across, laid.at, _spanning(cell, laid.width, laid.span))


def _spanning(cell: Cell, rows: int, columns: int) -> Cell:
    same = (cell.row_span, cell.column_span) == (rows, columns)
    return cell if same else replace(cell, row_span=rows, column_span=columns)


def _grown(laid: _Laid, at: int, count: int) -> _Laid:
    if laid.at >= at:
        return replace(laid, at=laid.at + count)
    return replace(laid, span=laid.span + count) if laid.end > at else laid


def _narrowed(laid: _Laid, first: int, last: int) -> _Laid | None:
    gone = max(min(laid.end, last + 1) - max(laid.at, first), 0)
    if gone == laid.span:
        return None
    at = laid.at if laid.at < first else max(laid.at, last + 1) - (last - first + 1)
    return replace(laid, at=at, span=laid.span - gone)


def _seams(table: Table, axis: Axis) -> list[int]:
    """Give the places between lines, both ends among them, that no cell crosses."""
    crossed = {line for each in _laid(table, axis) for line in range(each.at + 1, each.end)}
    return [line for line in range(_size(table, axis) + 1) if line not in crossed]


def _with_headers(table: Table, axis: Axis, change: Callable[[int], int]) -> Table:
    if axis is Axis.ROWS:
        return replace(table, header_rows=change(table.header_rows))
    return replace(table, header_columns=change(table.header_columns))
