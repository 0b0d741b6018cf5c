"""Tables: rows never parted, heads repeated on every page, a row taller than a page line by line."""

from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.figures import caption_rows
from ikonzept_desktop.export.pdf.looks import LINE, Look
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.rows import DrawnRow, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.publication.tree import TableCell, TableElement, TableRow
from ikonzept_desktop.values import dataclass

_PAD = 4.5
_PAD_ABOVE = 3.2
_PAD_BELOW = 4.2
_RULE = 0.4
_TALLEST = 0.8
"""Share of the column's height up to which a row is kept whole."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell laid out."""

    block: Block
    left: float
    width: float
    row_span: int

    @property
    def height(self) -> float:
        return len(self.block.lines) * self.block.leading + _PAD_ABOVE + _PAD_BELOW

    @property
    def notes(self) -> tuple[int, ...]:
        return tuple(note for line in self.block.lines for note in line.notes)


def add_table(setting: Setting, table: TableElement, parent: Element) -> None:
    """Put a table with its caption above and its source below onto the page."""
    rows = table_rows(setting, table, parent)
    if rows:
        setting.prepare_notes(rows, parent)
        space = setting.looks.body.leading
        setting.flow.add(rows, space * 0.8, space)


def table_rows(setting: Setting, table: TableElement, parent: Element) -> list[Row]:
    """Give the rows of a table with its caption above and its source below."""
    structure = parent.below("Table")
    caption = caption_rows(setting, table.label, table.caption, (), structure)
    head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    head_rows = _rows(setting, table, head, structure.below("THead") if head else structure, True)
    body_rows = _rows(setting, table, body, structure.below("TBody") if head else structure, False)
    for row in [*caption, *head_rows, *body_rows[-2:-1]]:
        row.keep = True
    if head_rows and _height(head_rows) < setting.depth * 0.4:
        repeat = tuple(_rows(setting, table, head, None, True))
        for row in body_rows[1:]:
            row.repeat = repeat
    rows: list[Row] = [*caption, *head_rows, *body_rows]
    if rows:
        rows[0].anchors = (table.id, *rows[0].anchors)
    if 0 < len(caption) < len(rows):
        rows[len(caption)].space = _PAD
    source = caption_rows(setting, "", (), table.source, parent)
    if source:
        source[0].space = _PAD
        for row in rows[-1:]:
            row.keep = True
        rows.extend(source)
    return rows


def _rows(
    setting: Setting, table: TableElement, rows: Sequence[TableRow], parent: Element | None, in_head: bool
) -> list[Row]:
    """Lay out neighbouring rows; without an element they are repeated heads, and artifacts."""
    edges = [0.0]
    for share in table.widths:
        edges.append(edges[-1] + share * setting.width)
    laid_out = [_cells(setting, edges, row, parent.below("TR") if parent else None, in_head) for row in rows]
    heights = _heights(laid_out)
    found: list[Row] = []
    bound = 0
    for index, (row, cells) in enumerate(zip(rows, laid_out, strict=True)):
        bound = max([bound - 1, *(cell.row_span - 1 for cell in cells)])
        pieces = _pieces(setting, cells, heights[index], in_head)
        pieces[-1].keep = bound > 0
        pieces[0].anchors = (row.id,) if parent else ()
        found.extend(pieces)
    return found


def _cells(
    setting: Setting, edges: Sequence[float], row: TableRow, parent: Element | None, in_head: bool
) -> list[_Cell]:
    cells = []
    last = len(edges) - 1
    for cell in row.cells:
        left = edges[min(cell.column, last - 1)]
        width = edges[min(cell.column + cell.column_span, last)] - left
        element = parent.below("TH" if cell.header else "TD") if parent else None
        if element is not None:
            element.attributes = _attributes(cell, in_head)
        look = replace(_look(setting, cell, in_head), alignment=cell.alignment.value)
        cells.append(_Cell(setting.block(cell.runs, look, width - 2 * _PAD, element), left, width, cell.row_span))
    return cells


def _look(setting: Setting, cell: TableCell, in_head: bool) -> Look:
    if in_head:
        return setting.looks.head_cell
    return replace(setting.looks.cell, bold=True) if cell.header else setting.looks.cell


def _attributes(cell: TableCell, in_head: bool) -> str:
    """Give the attributes of a cell (ISO 32000-1, 14.8.5.7)."""
    parts = []
    if cell.header:
        parts.append(f"/Scope/{'Column' if in_head else 'Row'}")
    if cell.column_span > 1:
        parts.append(f"/ColSpan {cell.column_span}")
    if cell.row_span > 1:
        parts.append(f"/RowSpan {cell.row_span}")
    return f"<</O/Table{''.join(parts)}>>" if parts else ""


def _heights(rows: list[list[_Cell]]) -> list[float]:
    """Give the height of each row; a cell over several rows makes the last of them taller where it has to."""
    heights = [max([cell.height for cell in row if cell.row_span == 1], default=0.0) for row in rows]
    smallest = _PAD_ABOVE + _PAD_BELOW
    heights = [max(height, smallest) for height in heights]
    for index, row in enumerate(rows):
        for cell in row:
            covered = heights[index : index + cell.row_span]
            if cell.row_span > 1 and cell.height > sum(covered):
                heights[index + len(covered) - 1] += cell.height - sum(covered)
    return heights


def _pieces(setting: Setting, cells: list[_Cell], height: float, in_head: bool) -> list[Row]:
    """Give a row as one piece, or line by line where it is taller than a page has room for."""
    notes = tuple(note for cell in cells for note in cell.notes)
    if height <= setting.depth * _TALLEST:
        return [_drawn(setting, cells, height, in_head, notes)]
    count = max(len(cell.block.lines) for cell in cells)
    return [_slice(cells, index, count) for index in range(count)]


def _drawn(setting: Setting, cells: list[_Cell], height: float, in_head: bool, notes: tuple[int, ...]) -> Row:
    ground = setting.looks.accent if in_head else None

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        with canvas.artifact():
            if ground is not None:
                box = f"{left:.2f} {top - height:.2f} {setting.width:.2f} {height:.2f}"
                canvas.paint.append(f"{ground.fill} {box} re f")
            _rule_below(canvas, cells, left, top - height)
        for cell in cells:
            count = len(cell.block.lines)
            if count:
                Pen(canvas, cell.block).write(0, count, left + cell.left + _PAD, top - _PAD_ABOVE)

    return DrawnRow(height=height, paint=paint, notes=notes)


def _rule_below(canvas: TaggedCanvas, cells: list[_Cell], left: float, y: float) -> None:
    for cell in cells:
        if cell.row_span == 1:
            x = left + cell.left
            canvas.paint.append(f"{LINE.stroke} {_RULE} w {x:.2f} {y:.2f} m {x + cell.width:.2f} {y:.2f} l S")


def _slice(cells: list[_Cell], index: int, count: int) -> Row:
    """Give one line of every cell of a tall row."""
    above = _PAD_ABOVE if index == 0 else 0.0
    below = _PAD_BELOW if index == count - 1 else 0.0
    height = max(cell.block.leading for cell in cells) + above + below
    notes = tuple(n for cell in cells if index < len(cell.block.lines) for n in cell.block.lines[index].notes)

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        if below:
            with canvas.artifact():
                _rule_below(canvas, cells, left, top - height)
        for cell in cells:
            if index < len(cell.block.lines):
                Pen(canvas, cell.block).write(index, index + 1, left + cell.left + _PAD, top - above)

    return DrawnRow(height=height, paint=paint, notes=notes)


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)
