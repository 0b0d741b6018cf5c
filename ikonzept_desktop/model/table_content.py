"""What stands in a table and how it is set: cells are filled, emptied, copied, aligned and sorted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ikonzept_desktop.model.blocks import Alignment, Cell, Column, NumberFormat, Table, Total
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, Text, normalise, plain
from ikonzept_desktop.model.table_grid import Area, Grid, Placed, cells_in, placed_cells, rebuilt
from ikonzept_desktop.model.table_numbers import guessed_format, number_of, parsed
from ikonzept_desktop.model.tables import LARGEST, Axis, insert, make

Lines = tuple[tuple[Inlines, ...], ...]
"""Rows of cells' texts."""
SortKey = tuple[int, tuple[Any, ...], str]
_MOST_COLUMNS = 200
_LONGEST = 40_000
_LEAST_NEED, _MOST_NEED = 6, 30
"""Characters of room that a column of the shortest and of the longest texts asks for."""
_MUCH_ALIKE = 1.6
_DIGITS = re.compile(r"(\d+)")
_GERMAN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "Ä": "A", "Ö": "O", "Ü": "U"})


def text_line(text: str) -> Inlines:
    """Give plain text as a cell's line, its own lines parted by line breaks."""
    found: list[Inline] = []
    for index, line in enumerate(text[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")):
        found.extend((LineBreak(), Text(line)) if index else (Text(line),))
    return normalise(tuple(found))


def text_lines(rows: tuple[tuple[str, ...], ...]) -> Lines:
    """Give rows of plain texts as rows of cells' lines."""
    return tuple(tuple(map(text_line, row)) for row in rows)


def from_cells(rows: tuple[tuple[str, ...], ...], *, header: bool | None = None, ids: IdSource = new_id) -> Table:
    """Make a table of plain texts, short rows filled up; columns of numbers are found and set as such,
    and those that hold more are wider.

    Whether the first row is a header is guessed unless it is told. Raises ValueError where there is no cell.
    """
    width = min(max((len(row) for row in rows), default=0), _MOST_COLUMNS)
    kept = rows[: LARGEST // max(width, 1)]
    table = fill(make(len(kept), width, header_rows=0, ids=ids), 0, 0, text_lines(kept), ids)
    table = replace(table, header_rows=int(looks_like_header(kept) if header is None else header))
    return with_guessed_widths(with_guessed_numbers(table))


def with_guessed_widths(table: Table) -> Table:
    """Give columns of short words less room than columns of sentences; they stay equal where they are much alike."""
    grid = Grid(table)
    needs = []
    for index in range(len(table.columns)):
        texts = [plain(grid.cell(table, row, index).cell.inlines) for row in range(len(table.rows))]
        word = max((len(word) for text in texts for word in text.split()), default=0)
        needs.append(max(_LEAST_NEED, word, min(max(map(len, texts)), _MOST_NEED)))
    if max(needs) < _MUCH_ALIKE * min(needs):
        return table
    mean = sum(needs) / len(needs)
    return set_widths(table, tuple(round(need / mean, 2) for need in needs))


def looks_like_header(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Guess whether the first row names the columns: filled with words, while below it are numbers or other rows."""
    if len(rows) < 2:
        return False
    first = [text.strip() for text in rows[0]]
    words = [text for text in first if text and parsed(text) is None]
    filled = [text for text in first[1:] if text] if len(first) > 1 else first
    return bool(filled) and len(words) == len([text for text in first if text])


def with_guessed_numbers(table: Table) -> Table:
    """Set the columns as numbers that hold nothing else, and to the right."""
    grid = Grid(table)
    columns = []
    for index, column in enumerate(table.columns):
        texts = [plain(grid.cell(table, row, index).cell.inlines) for row in range(table.header_rows, len(table.rows))]
        format = guessed_format(texts)
        columns.append(column if format is None else replace(column, number=format, alignment=Alignment.RIGHT))
    return replace(table, columns=tuple(columns))


def fill(table: Table, row: int, column: int, lines: Lines, ids: IdSource = new_id) -> Table:
    """Put texts into the cells from a spot on, growing the table where they reach beyond it.

    What a merged cell covers is passed over, its texts with it, unless they stand in the cell's first spot.
    """
    height, width = len(lines), max(map(len, lines), default=0)
    for axis, needed, there in (
        (Axis.ROWS, row + height, len(table.rows)),
        (Axis.COLUMNS, column + width, len(table.columns)),
    ):
        if needed > there:
            table = insert(table, axis, there, needed - there, ids) or table
    grid = Grid(table)
    rows = list(table.rows)
    for index, texts in enumerate(lines[: len(rows) - row], row):
        cells = (_refilled(placed, texts, column) for placed in grid.row(table, index))
        rows[index] = replace(rows[index], cells=tuple(cells))
    return replace(table, rows=tuple(rows))


def clear(table: Table, area: Area) -> Table:
    """Empty the cells of an area."""
    return _changed(
        table, area, lambda placed: replace(placed.cell, inlines=()) if placed.cell.inlines else placed.cell
    )


def with_lines(table: Table, lines: Mapping[str, Inlines]) -> Table:
    """Give cells other lines, by their ids; rows in which none is named stay the very same values."""
    rows = tuple(
        replace(row, cells=tuple(_with_line(cell, lines) for cell in row.cells))
        if any(cell.id in lines for cell in row.cells)
        else row
        for row in table.rows
    )
    return replace(table, rows=rows)


def part_of(table: Table, area: Area) -> Table:
    """Give an area as a table of its own, the ids as they are; cells that reach beyond it are cut."""
    inside = [placed for placed in cells_in(table, area) if placed.row >= area.row and placed.column >= area.column]
    cut = [
        Placed(
            placed.row - area.row,
            placed.column - area.column,
            replace(
                placed.cell,
                row_span=min(placed.end_row, area.end_row) - placed.row,
                column_span=min(placed.end_column, area.end_column) - placed.column,
            ),
        )
        for placed in inside
    ]
    taken = {
        (row, column)
        for placed in cut
        for row in range(placed.row, placed.end_row)
        for column in range(placed.column, placed.end_column)
    }
    gaps = [
        Placed(row, column, Cell(new_id()))
        for row in range(area.rows)
        for column in range(area.columns)
        if (row, column) not in taken
    ]
    headers = min(max(table.header_rows - area.row, 0), area.rows)
    bare = Table(table.id, (), (), (), (), headers, min(max(table.header_columns - area.column, 0), area.columns))
    columns = table.columns[area.column : area.end_column]
    rows = table.rows[area.row : area.end_row]
    return rebuilt(replace(bare, columns=columns, rows=rows), columns, rows, [*cut, *gaps])


def lines_in(table: Table) -> Lines:
    """Give the texts spot by spot, nothing for what a merged cell covers."""
    grid = Grid(table)
    found = []
    for row in range(len(table.rows)):
        texts: list[Inlines] = [()] * len(table.columns)
        for placed in grid.row(table, row):
            texts[placed.column] = placed.cell.inlines
        found.append(tuple(texts))
    return tuple(found)


def align(table: Table, area: Area, alignment: Alignment) -> Table:
    """Set the cells of an area; whole columns are set as columns, so that new rows follow."""
    if area.row <= table.header_rows and area.end_row == len(table.rows):
        columns = _with_columns(table, area, lambda column: replace(column, alignment=alignment))
        table = replace(table, columns=columns)
    return _changed(table, area, lambda placed: _aligned(table, placed, alignment))


def set_number(table: Table, area: Area, number: NumberFormat | None) -> Table:
    """Set the columns of an area as numbers, and to the right; or as words again, and to the left."""
    side = Alignment.LEFT if number is None else Alignment.RIGHT

    def change(column: Column) -> Column:
        if (column.number is None) == (number is None):
            return replace(column, number=number)
        return replace(column, number=number, alignment=side)

    return replace(table, columns=_with_columns(table, area, change))


def set_total(table: Table, area: Area, total: Total) -> Table:
    """Have something computed below the columns of an area."""
    return replace(table, columns=_with_columns(table, area, lambda column: replace(column, total=total)))


def set_widths(table: Table, widths: tuple[float, ...]) -> Table:
    """Give the columns their widths, relative to each other; what is not above 0 becomes a sliver."""
    columns = (replace(column, width=max(width, 0.01)) for column, width in zip(table.columns, widths, strict=True))
    return replace(table, columns=tuple(columns))


def sort_rows(table: Table, column: int, *, descending: bool = False) -> Table | None:
    """Sort the rows below the headers by a column, the German way, numbers as numbers, empty cells last.

    Rows that a merged cell holds together stay together. None where they stand so already.
    """
    grid = Grid(table)
    filled: list[tuple[SortKey, list[int]]] = []
    empty: list[int] = []
    for group in _groups(table):
        text = plain(grid.cell(table, group[0], column).cell.inlines).strip()
        if text:
            filled.append((sort_key(text, table.columns[column].number), group))
        else:
            empty.extend(group)
    filled.sort(key=lambda entry: entry[0], reverse=descending)
    order = [*range(table.header_rows), *(row for _, group in filled for row in group), *empty]
    rows = tuple(table.rows[row] for row in order)
    return None if rows == table.rows else replace(table, rows=rows)


def sort_key(text: str, number: NumberFormat | None = None) -> SortKey:
    """Give what German texts are sorted by: numbers first, then letters after DIN 5007-1 (ä as a, ß as ss)."""
    value = number_of(text, number) if number is not None else parsed(text)
    if value is not None:
        return (0, value if isinstance(value, tuple) else (value, ""), text)
    parts = _DIGITS.split(text.translate(_GERMAN).casefold())
    key = tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)
    return (1, key, text)


def _with_line(cell: Cell, lines: Mapping[str, Inlines]) -> Cell:
    line = lines.get(cell.id, cell.inlines)
    return cell if line == cell.inlines else replace(cell, inlines=line)


def _refilled(placed: Placed, texts: tuple[Inlines, ...], column: int) -> Cell:
    at = placed.column - column
    return replace(placed.cell, inlines=texts[at]) if 0 <= at < len(texts) else placed.cell


def _changed(table: Table, area: Area, change: Callable[[Placed], Cell]) -> Table:
    placed = (replace(p, cell=change(p)) if area.meets(p) else p for p in placed_cells(table))
    return rebuilt(table, table.columns, table.rows, placed)


def _aligned(table: Table, placed: Placed, alignment: Alignment) -> Cell:
    own = None if table.columns[placed.column].alignment is alignment else alignment
    return placed.cell if placed.cell.alignment is own else replace(placed.cell, alignment=own)


def _with_columns(table: Table, area: Area, change: Callable[[Column], Column]) -> tuple[Column, ...]:
    inside = range(area.column, area.end_column)
    return tuple(change(column) if index in inside else column for index, column in enumerate(table.columns))


def _groups(table: Table) -> list[list[int]]:
    """Give the rows below the headers, those together that a merged cell holds together."""
    held = {row for p in placed_cells(table) if p.spans for row in range(p.row + 1, p.end_row)}
    groups: list[list[int]] = []
    for row in range(table.header_rows, len(table.rows)):
        if row in held and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
