"""Where the cells of a table stand: each with the row and column it begins in, and what covers every spot."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from ikonzept_desktop.model.blocks import Cell, Column, Row, Table
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the row and column it begins in, from 0."""

    row: int
    column: int
    cell: Cell

    @property
    def end_row(self) -> int:
        """The first row below it."""
        return self.row + self.cell.row_span

    @property
    def end_column(self) -> int:
        """The first column to its right."""
        return self.column + self.cell.column_span

    @property
    def spans(self) -> bool:
        """Whether it takes more than one spot."""
        return self.cell.row_span > 1 or self.cell.column_span > 1


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of spots, from 0."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def end_row(self) -> int:
        """The first row below it."""
        return self.row + self.rows

    @property
    def end_column(self) -> int:
        """The first column to its right."""
        return self.column + self.columns

    def meets(self, placed: Placed) -> bool:
        """Tell whether a cell stands in it, if only in part."""
        return (
            placed.row < self.end_row
            and placed.end_row > self.row
            and placed.column < self.end_column
            and placed.end_column > self.column
        )


class Grid:
    """Finds cells by spot and spots by cell. It knows the shape of a table alone, and fits each table of that shape."""

    def __init__(self, table: Table) -> None:
        """Look at the shape of a table."""
        self._width = len(table.columns)
        # Where each row has as many cells as there are columns, nothing spans anything.
        self.plain = all(len(row.cells) == self._width for row in table.rows)
        every = tuple(range(self._width))
        self._starts: list[tuple[int, ...]] = [every] * len(table.rows)
        self._covered: dict[tuple[int, int], tuple[int, int]] = {}
        if not self.plain:
            self._walk(table)

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """Give the spot where the cell begins that takes a spot."""
        return self._covered.get((row, column), (row, column))

    def cell(self, table: Table, row: int, column: int) -> Placed:
        """Give the cell that takes a spot."""
        row, column = self.owner(row, column)
        starts = self._starts[row]
        at = column if self.plain else bisect_right(starts, column) - 1
        return Placed(row, column, table.rows[row].cells[at])

    def row(self, table: Table, row: int) -> Iterator[Placed]:
        """Go through the cells that begin in a row."""
        for column, cell in zip(self._starts[row], table.rows[row].cells, strict=True):
            yield Placed(row, column, cell)

    def cells(self, table: Table) -> Iterator[Placed]:
        """Go through all cells in reading order."""
        for row in range(len(table.rows)):
            yield from self.row(table, row)

    def find(self, table: Table, id: str, near: tuple[int, int] = (0, 0)) -> Placed | None:
        """Give the cell of an id, looking first at a spot where it may be; None where it is gone."""
        if near[0] < len(table.rows) and near[1] < self._width:
            there = self.cell(table, *near)
            if there.cell.id == id:
                return there
        for row, held in enumerate(table.rows):
            for column, cell in zip(self._starts[row], held.cells, strict=True):
                if cell.id == id:
                    return Placed(row, column, cell)
        return None

    def _walk(self, table: Table) -> None:
        for row, held in enumerate(table.rows):
            starts, column = [], 0
            for cell in held.cells:
                while (row, column) in self._covered:
                    column += 1
                starts.append(column)
                spots = product(range(row, row + cell.row_span), range(column, column + cell.column_span))
                if cell.row_span > 1 or cell.column_span > 1:
                    self._covered.update((spot, (row, column)) for spot in spots)
                column += cell.column_span
            self._starts[row] = tuple(starts)


def placed_cells(table: Table) -> tuple[Placed, ...]:
    """Give every cell in reading order with its place."""
    return tuple(Grid(table).cells(table))


def cells_in(table: Table, area: Area) -> tuple[Placed, ...]:
    """Give the cells that stand in an area, if only in part, in reading order."""
    return tuple(placed for placed in placed_cells(table) if area.meets(placed))


def widened(table: Table, area: Area) -> Area:
    """Give the smallest area around one that cuts through no cell."""
    while True:
        touched = cells_in(table, area)
        row, column = min(c.row for c in touched), min(c.column for c in touched)
        rows, columns = max(c.end_row for c in touched) - row, max(c.end_column for c in touched) - column
        grown = Area(row, column, rows, columns)
        if grown == area:
            return area
        area = grown


def rebuilt(table: Table, columns: tuple[Column, ...], rows: tuple[Row, ...], placed: Iterable[Placed]) -> Table:
    """Give a table of these columns, rows (whose cells do not count) and placed cells.

    Header rows and columns stay as many as there is room for.
    """
    kept: list[list[Placed]] = [[] for _ in rows]
    for each in placed:
        kept[each.row].append(each)
    filled = tuple(_filled(row, tuple(sorted(cells, key=_by_column))) for row, cells in zip(rows, kept, strict=True))
    return replace(
        table,
        columns=columns,
        rows=filled,
        header_rows=min(table.header_rows, len(rows)),
        header_columns=min(table.header_columns, len(columns)),
    )


def _filled(row: Row, placed: tuple[Placed, ...]) -> Row:
    cells = tuple(each.cell for each in placed)
    return row if cells == row.cells else replace(row, cells=cells)


def _by_column(placed: Placed) -> int:
    return placed.column
