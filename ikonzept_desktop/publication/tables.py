"""Tables for the page: where each cell begins under the spans around it, and how wide the columns are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ikonzept_desktop.model.blocks import Row, Table
from ikonzept_desktop.model.table_numbers import printed
from ikonzept_desktop.publication.runs import Writer, as_added, source_runs
from ikonzept_desktop.publication.tree import TableCell, TableElement, TableRow


def table_element(table: Table, writer: Writer) -> TableElement:
    """Resolve a table: the caption, then the cells, then the source, so that notes come in that order.

    Numbers are written as their columns say, and totals stand below.
    """
    written, table = len(table.rows), printed(table)
    caption = writer.runs(table.caption)
    return TableElement(
        table.id,
        label=writer.labels.number(table.id),
        caption=caption,
        widths=shares(column.width for column in table.columns),
        rows=tuple(_rows(table, written, writer)),
        header_rows=table.header_rows,
        header_columns=table.header_columns,
        source=source_runs(writer.runs(table.source)),
    )


def shares(widths: Iterable[float]) -> tuple[float, ...]:
    """Give the widths as parts of 1."""
    every = tuple(widths)
    total = sum(every)
    return tuple(width / total for width in every)


def _rows(table: Table, written: int, writer: Writer) -> Iterator[TableRow]:
    """Go through the rows; those behind the ones that were written hold totals."""
    covered: list[int] = [0] * len(table.columns)
    for index, row in enumerate(table.rows):
        cells = _cells(table, index, row, covered, writer)
        yield TableRow(row.id, tuple(map(_as_added, cells) if index >= written else cells))
        covered = [max(rows - 1, 0) for rows in covered]


def _as_added(cell: TableCell) -> TableCell:
    return replace(cell, runs=as_added(cell.runs))


def _cells(table: Table, index: int, row: Row, covered: list[int], writer: Writer) -> Iterator[TableCell]:
    """Place a row's cells in the free columns; `covered` counts for each the rows, from this one, that it is taken."""
    column = 0
    for cell in row.cells:
        while covered[column]:
            column += 1
        yield TableCell(
            cell.id,
            writer.runs(cell.inlines),
            column,
            cell.column_span,
            cell.row_span,
            alignment=cell.alignment or table.columns[column].alignment,
            header=index < table.header_rows or column < table.header_columns,
        )
        end = column + cell.column_span
        covered[column:end] = [cell.row_span] * cell.column_span
        column = end
