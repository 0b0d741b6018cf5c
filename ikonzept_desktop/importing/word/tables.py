"""Tables of a Word file as those of a concept, or as what they only put side by side (ECMA-376 Part 1, 17.4)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ikonzept_desktop.importing.word.captions import evenly
from ikonzept_desktop.importing.word.cells import flat_lines
from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.grids import Grid, Held, Spot, grid_of, width_of
from ikonzept_desktop.importing.word.hints import level_of
from ikonzept_desktop.importing.word.lines import ReadNote
from ikonzept_desktop.importing.word.tree import CellItems, Para, TableItem, paras_of
from ikonzept_desktop.model.blocks import Alignment, Cell, Column, Row, Table
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.table_numbers import parsed
from ikonzept_desktop.model.tables import LARGEST
from ikonzept_desktop.reading.word.content import TableForm

MOST_COLUMNS = 63
"""Word's own bound of a table."""
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "both": Alignment.LEFT,
}
_LEAST_SHARE = 0.05
_COVER_LINES, _COVER_LINE = 12, 160
"""Of a table that is the cover: lines at most, and letters of one."""
_TITLE_SIZE = 20.0
"""pt of a line that no table of values at the beginning has."""
_NO_FORM = TableForm()


def rows_of(desk: Desk, item: TableItem, read_note: ReadNote) -> list[list[Held]]:
    """Read the cells of a table."""
    return [
        [
            Held(each.cell.column, each.cell.span, each.cell.goes_on, flat_lines(desk, each.items, read_note))
            for each in row
        ]
        for row in item.rows
    ]


def table_of(desk: Desk, item: TableItem, rows: Sequence[Sequence[Held]]) -> Table | None:
    """Give a table; None for one that is larger than a table may be."""
    width = width_of(rows, MOST_COLUMNS)
    if width * len(rows) > LARGEST:
        return None
    grid = grid_of(rows, width)
    form = desk.copy.tables[item.number] if item.number < len(desk.copy.tables) else _NO_FORM
    heads = _header_rows(item, grid, form)
    side = _header_columns(grid, heads)
    alignments = [_alignment(grid, column, heads) for column in range(grid.width)]
    columns = tuple(map(Column, _widths(form, grid.width), alignments))
    made = tuple(_row(desk, row, heads, side, alignments) for row in grid.rows)
    return Table(desk.ids(), columns, made, header_rows=heads, header_columns=side)


def is_for_layout(desk: Desk, item: TableItem) -> bool:
    """Tell whether a table only frames things or puts them beside each other.

    A frame of one cell is one, a column or a cell of text under headings, and what is mostly pictures.
    """
    cells = [cell for row in item.rows for cell in row if not cell.cell.goes_on]
    if len(cells) <= 1 or _holds_sections(desk, item):
        return True
    filled = [cell for cell in cells if any(not para.is_empty for para in _paras(cell))]
    pictures = sum(_has_picture(desk, cell) for cell in filled)
    return pictures > 0 and (2 * pictures >= len(filled) or len(item.rows) == 1)


def is_cover(desk: Desk, item: TableItem, *, goes_on: bool) -> bool:
    """Tell whether a table at the beginning of a document is its cover.

    That is one with words as large as the title of a whole document, and where the document goes on for long one of
    short lines below each other.
    """
    paras = [para for row in item.rows for cell in row for para in _paras(cell)]
    if len(paras) > _COVER_LINES:
        return False
    spans = (span for para in paras for at in para.blocks for span in desk.copy.blocks[at].spans)
    if any(span.look.size >= _TITLE_SIZE and span.text.strip() for span in spans):
        return True
    is_column = all(len(row) == 1 for row in item.rows)
    return goes_on and is_column and all(len(desk.text(para.blocks)) <= _COVER_LINE for para in paras)


def unfolded(desk: Desk, item: TableItem) -> Iterator[CellItems]:
    """Go through the cells of a table for layout as they are read: row by row, but pictures with what is below."""
    waiting = list(reversed(item.rows))
    while waiting:
        row = waiting.pop()
        below = waiting[-1] if waiting else []
        if len(row) == len(below) > 1 and _are_pictures(desk, row) and not any(_has_picture(desk, c) for c in below):
            waiting.pop()
            for pair in zip(row, below, strict=True):
                yield from pair
        else:
            yield from row


def _are_pictures(desk: Desk, row: Sequence[CellItems]) -> bool:
    return all(_has_picture(desk, cell) for cell in row)


def _holds_sections(desk: Desk, item: TableItem) -> bool:
    """Tell whether text under headings stands in it: in one cell, or in cells below each other."""
    is_column = all(len(row) == 1 for row in item.rows)
    for cell in (cell for row in item.rows for cell in row):
        outlined = [level_of(desk.copy.blocks[para.owner]) is not None for para in _paras(cell)]
        if any(outlined) and (is_column or not all(outlined)):
            return True
    return False


def _paras(cell: CellItems) -> list[Para]:
    return [para for para in paras_of(cell.items) if not para.is_empty]


def _has_picture(desk: Desk, cell: CellItems) -> bool:
    return any(
        span.atom is not None and span.atom.kind in {"drawing", "object"} and bool(span.atom.image)
        for para in _paras(cell)
        for at in para.blocks
        for span in desk.copy.blocks[at].spans
    )


def _row(desk: Desk, row: Sequence[Spot], heads: int, side: int, alignments: Sequence[Alignment]) -> Row:
    """Give a row; heads lose what every head is, but for the first cell of a row that is bold throughout."""
    is_total = len(row) > 1 and _is_bold(row)
    cells = []
    for spot in row:
        is_head = spot.row < heads or (spot.column < side and not is_total)
        cells.append(_cell(desk, spot, is_head, alignments[spot.column]))
    return Row(desk.ids(), tuple(cells))


def _cell(desk: Desk, spot: Spot, is_head: bool, usual: Alignment) -> Cell:
    line = evenly(spot.line) if is_head and spot.is_bold else spot.line
    own = _ALIGNMENTS.get(spot.alignment)
    return Cell(desk.ids(), line, spot.width, spot.height, own if own is not None and own is not usual else None)


def _header_rows(item: TableItem, grid: Grid, form: TableForm) -> int:
    """Give how many rows head a table: those that are repeated, else bold ones, else one of words above numbers."""
    told = sum(1 for row in item.rows if row and row[0].cell.row < form.header_rows)
    if told or len(grid.rows) < 2:
        return min(told, len(grid.rows))
    count = 0
    while count < len(grid.rows) and _is_bold(grid.rows[count]):
        count += 1
    if 0 < count < len(grid.rows):
        # A title across all columns heads none of them.
        return 0 if len(grid.rows[count - 1]) == 1 and grid.width > 1 else count
    if count == 0 and _names_columns(grid):
        return 1
    return 0


def _is_bold(row: Sequence[Spot]) -> bool:
    filled = [spot for spot in row if spot.lines]
    return bool(filled) and all(spot.is_bold for spot in filled)


def _names_columns(grid: Grid) -> bool:
    """Tell whether the first row has words alone, and every other one a number."""
    first, *others = [[plain(spot.line).strip() for spot in row] for row in grid.rows]
    named = len(first) > 1 and any(first) and all(parsed(text) is None for text in first)
    return named and all(any(parsed(text) is not None for text in row) for row in others)


def _header_columns(grid: Grid, heads: int) -> int:
    """Give 1 where the first cell of each row below the heads is bold and the others are not; rows of totals aside."""
    below = [row for row in grid.rows[heads:] if any(spot.lines for spot in row) and len(row) > 1 and not _is_bold(row)]
    firsts = [row[0] for row in below if row[0].column == 0 and row[0].lines]
    others = [spot for row in below for spot in row if spot.column > 0 and spot.lines]
    bold = bool(firsts) and all(spot.is_bold for spot in firsts)
    return int(bold and bool(others) and not any(spot.is_bold for spot in others))


def _widths(form: TableForm, width: int) -> list[float]:
    """Give the columns' shares, 1 on average."""
    told = form.columns[:width]
    if len(told) < width or not all(share > 0 for share in told):
        return [1.0] * width
    mean = sum(told) / width
    return [max(round(share / mean, 2), _LEAST_SHARE) for share in told]


def _alignment(grid: Grid, column: int, heads: int) -> Alignment:
    """Give how most cells of a column are set."""
    told = Counter(
        _ALIGNMENTS.get(spot.alignment, Alignment.LEFT)
        for row in grid.rows[heads:]
        for spot in row
        if spot.column == column and spot.width == 1 and spot.lines
    )
    return told.most_common(1)[0][0] if told else Alignment.LEFT


def has_words(table: Table) -> bool:
    """Tell whether anything stands in a table."""
    return any(
        not isinstance(inline, Text) or inline.text.strip()
        for row in table.rows
        for cell in row.cells
        for inline in cell.inlines
    )
