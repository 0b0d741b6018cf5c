"""Narrow tables of the annex: set in columns side by side, each with the head above it."""

from dataclasses import replace

from ikonzept_desktop.export.pdf.columns import Group, Heads, add_in_columns, column_width
from ikonzept_desktop.export.pdf.figures import caption_rows
from ikonzept_desktop.export.pdf.rows import Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.tables import add_table, height_of_line, rows_of
from ikonzept_desktop.publication.tree import NoteRun, TableElement, TableRow

_MOST_COLUMNS = 4
"""Columns of a table that is still looked at."""
_FEWEST_ROWS = 4
"""Rows that a column begins with at the least, or the table is short as it is."""
_ROUNDING = 0.01
_PAD = 4.5
"""Between caption, table and source, in pt."""


def add_table_of_annex(setting: Setting, table: TableElement, parent: Element) -> None:
    """Put a table onto the page: in columns where no cell takes more lines there than over the whole width."""
    for count in range(setting.columns, 1, -1):
        tried = replace(setting, columns=count, indent=0.0)
        if len(table.rows) - table.header_rows >= count * _FEWEST_ROWS and _is_narrow(tried, table):
            _add_in_columns(tried, table, parent)
            return
    add_table(setting, table, parent)


def _is_narrow(setting: Setting, table: TableElement) -> bool:
    """Tell whether a table is as high in a column as it is over the whole width, and each row stands by itself."""
    width = column_width(setting)
    if not width or len(table.widths) > _MOST_COLUMNS:
        return False
    cells = [cell for row in table.rows for cell in row.cells]
    if any(cell.row_span > 1 or any(isinstance(run, NoteRun) for run in cell.runs) for cell in cells):
        return False
    narrow = setting.narrowed(width)
    return all(_is_as_low(setting, narrow, table, row, at < table.header_rows) for at, row in enumerate(table.rows))


def _is_as_low(setting: Setting, narrow: Setting, table: TableElement, row: TableRow, in_head: bool) -> bool:
    """Tell whether a row takes no more room in the narrow setting: of one line there, it is of one anywhere."""
    height = _tried(narrow, table, row, in_head)
    least = height_of_line(setting, in_head) + _ROUNDING
    return height <= least or height <= _tried(setting, table, row, in_head) + _ROUNDING


def _tried(setting: Setting, table: TableElement, row: TableRow, in_head: bool) -> float:
    return sum(each.height for each in rows_of(setting, table, [row], None, in_head, setting.depth))


def _add_in_columns(setting: Setting, table: TableElement, parent: Element) -> None:
    structure = parent.below("Table")
    caption = caption_rows(setting, table.label, table.caption, (), structure)
    head = table.rows[: table.header_rows]
    narrow = setting.narrowed(column_width(setting))
    first = rows_of(narrow, table, head, structure.below("THead"), True, setting.depth) if head else []
    again = rows_of(narrow, table, head, None, True, setting.depth)
    groups = _groups(narrow, table, structure.below("TBody") if head else structure)
    source = caption_rows(setting, "", (), table.source, parent)
    start: list[Row] = caption or first or groups[0]
    start[0].anchors = (table.id, *start[0].anchors)
    space = setting.looks.body.leading
    for row in caption:
        row.keep = True
    setting.prepare_notes([*caption, *source], parent)
    setting.flow.add(caption, space * 0.8, _PAD)
    add_in_columns(setting, lambda _: groups, parent, Heads(tuple(first), tuple(again)))
    setting.flow.add(source, 0.0, space)


def _groups(narrow: Setting, table: TableElement, parent: Element) -> list[Group]:
    body = table.rows[table.header_rows :]
    return [[row] for row in rows_of(narrow, table, body, parent, False, narrow.depth)]
