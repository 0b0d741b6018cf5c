"""Tables: rows never parted, heads repeated on every page, a row taller than a page line by line.

Rows bound together by a cell stay together; where they are taller than a page, each has its share of that cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.figures import caption_rows
from ikonzept_desktop.export.pdf.looks import LINE, Colour, Look
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.rows import DrawnRow, Row
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.export.pdf.together import bind_ends, stays_whole
from ikonzept_desktop.publication.tree import NoteRun, TableCell, TableElement, TableRow
from ikonzept_desktop.values import dataclass

_PAD = 4.5
_PAD_ABOVE = 3.2
_PAD_BELOW = 4.2
_RULE = 0.4
_HEAD_RULE = 0.9
_NARROWEST = 2 * _PAD + 12.0
"""Width of a column that has room for two letters side by side."""
_ROUNDING = 0.01
"""What a height may lack of the lines it is made of."""
_FEWEST_ROWS = 3
"""Rows that stand at the least at the foot of a page, and at the head of the next."""
_TALLEST = 0.8
"""Share of the column's height up to which a row is kept whole, with the head repeated above it."""
_TALLEST_REPEATED = 0.4
"""Share of the column's height up to which a head is repeated."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell laid out, or what of its lines stands in one row."""

    block: Block
    left: float
    width: float
    row_span: int
    first: int
    last: int
    """The lines first to last - 1 of the block."""

    @property
    def count(self) -> int:
        return self.last - self.first

    @property
    def height(self) -> float:
        return self.count * self.block.leading + _PAD_ABOVE + _PAD_BELOW

    @property
    def notes(self) -> tuple[int, ...]:
        return tuple(note for line in self.block.lines[self.first : self.last] for note in line.notes)


@dataclass(frozen=True, slots=True)
class _Strip:
    """A row laid out."""

    cells: list[_Cell]
    ending: list[_Cell]
    """The cells that end with it, whichever row they begin in."""
    height: float
    ground: Colour | None
    rule: Colour = LINE
    """Of the line below it."""
    first_rule: Colour | None = None
    """Of the line above it, where there is one."""


def add_table(setting: Setting, table: TableElement, parent: Element) -> None:
    """Put a table with its caption above and its source below onto the page."""
    rows = table_rows(setting, table, parent)
    if rows:
        if stays_whole(setting, rows):
            for row in rows[:-1]:
                row.keep = True
        setting.prepare_notes(rows, parent)
        space = setting.looks.body.leading
        setting.flow.keep_heading_with(len(rows))
        setting.flow.add(rows, space * 0.8, space)


def table_rows(setting: Setting, table: TableElement, parent: Element) -> list[Row]:
    """Give the rows of a table with its caption above and its source below."""
    structure = parent.below("Table")
    caption = caption_rows(setting, table.label, table.caption, (), structure)
    head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    tallest = setting.depth * _TALLEST
    head_rows = rows_of(setting, table, head, structure.below("THead") if head else structure, True, tallest)
    is_repeated = bool(head_rows) and _height(head_rows) < setting.depth * _TALLEST_REPEATED
    tallest -= _height(head_rows) if is_repeated else 0.0
    body_rows = rows_of(setting, table, body, structure.below("TBody") if head else structure, False, tallest)
    for row in [*caption, *head_rows]:
        row.keep = True
    bind_ends(setting, body_rows, _FEWEST_ROWS)
    if is_repeated:
        repeat = tuple(rows_of(setting, table, [_without_notes(row) for row in head], None, True, tallest))
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


def _without_notes(row: TableRow) -> TableRow:
    """Give a row to be repeated: on the pages where it is, the notes are not."""
    cells = [replace(cell, runs=tuple(run for run in cell.runs if not isinstance(run, NoteRun))) for cell in row.cells]
    return replace(row, cells=tuple(cells))


def rows_of(
    setting: Setting,
    table: TableElement,
    rows: Sequence[TableRow],
    parent: Element | None,
    in_head: bool,
    tallest: float,
) -> list[Row]:
    """Lay out neighbouring rows; without an element they are repeated heads, and artifacts."""
    edges = _edges(table.widths, setting.width)
    laid_out = [_cells(setting, edges, row, parent.below("TR") if parent else None, in_head) for row in rows]
    ground = setting.looks.table_ground if in_head else None
    found: list[Row] = []
    bound = 0
    strips = _strips(laid_out, ground, tallest)
    if in_head and setting.looks.table_ground is None:
        strips = _lined(strips, setting.looks.accent)
    for row, strip in zip(rows, strips, strict=True):
        bound = max([bound - 1, *(cell.row_span - 1 for cell in strip.cells)])
        pieces = _pieces(setting, strip, tallest)
        pieces[-1].keep = bound > 0
        pieces[0].anchors = (row.id,) if parent else ()
        found.extend(pieces)
    return found


def height_of_line(setting: Setting, in_head: bool) -> float:
    """Give the height of a row whose cells have one line each, in pt."""
    return (setting.looks.head_cell if in_head else setting.looks.cell).leading + _PAD_ABOVE + _PAD_BELOW


def _lined(strips: list[_Strip], colour: Colour) -> list[_Strip]:
    """Give a head without a ground the lines above and below it that part it from the rest."""
    lined = [replace(strip, rule=colour) for strip in strips]
    return [replace(strip, first_rule=colour if strip is lined[0] else None) for strip in lined]


def _edges(shares: Sequence[float], width: float) -> list[float]:
    """Give where the columns begin and the last one ends; none is too narrow for a letter where that can be."""
    least = min(_NARROWEST, width / max(len(shares), 1))
    narrow = {column for column, share in enumerate(shares) if share * width < least}
    others = sum(share for column, share in enumerate(shares) if column not in narrow) or 1.0
    room = (width - least * len(narrow)) / others
    return list(
        accumulate((least if column in narrow else share * room for column, share in enumerate(shares)), initial=0.0)
    )


def _strips(rows: list[list[_Cell]], ground: Colour | None, tallest: float) -> list[_Strip]:
    """Give the rows with their heights; where cells bind more of them together than a page holds, they let go."""
    ending: list[list[_Cell]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        for cell in row:
            ending[min(index + cell.row_span, len(rows)) - 1].append(cell)
    cells: list[list[_Cell]] = []
    for group in _groups(rows):
        cells.extend(_dealt_out(group) if sum(_heights(group)) > tallest else group)
    return [_Strip(*parts, ground) for parts in zip(cells, ending, _heights(cells), strict=True)]


def _groups(rows: list[list[_Cell]]) -> Iterator[list[list[_Cell]]]:
    """Part rows where no cell reaches from one into the next."""
    start = bound = 0
    for index, row in enumerate(rows):
        bound = max([bound, *(index + cell.row_span for cell in row)])
        if index + 1 >= bound:
            yield rows[start : index + 1]
            start = index + 1
    if start < len(rows):
        yield rows[start:]


def _dealt_out(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """Give each row of a cell over several as many of its lines as it has room for, and the rest to the last."""
    heights = _heights([[cell for cell in row if cell.row_span == 1] for row in rows])
    dealt: list[list[_Cell]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        for cell in row:
            first, end = 0, min(index + cell.row_span, len(rows))
            for place in range(index, end):
                room = int((heights[place] - _PAD_ABOVE - _PAD_BELOW) / cell.block.leading + _ROUNDING)
                last = cell.last if place == end - 1 else min(first + room, cell.last)
                dealt[place].append(replace(cell, row_span=1, first=first, last=last))
                first = last
    return [sorted(row, key=lambda cell: cell.left) for row in dealt]


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
        look = _look(setting, cell, in_head)
        if look.alignment != cell.alignment.value:
            look = replace(look, alignment=cell.alignment.value)
        block = setting.block(cell.runs, look, width - 2 * _PAD, element)
        cells.append(_Cell(block, left, width, cell.row_span, 0, len(block.lines)))
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


def _pieces(setting: Setting, strip: _Strip, tallest: float) -> list[Row]:
    """Give a row as one piece, or line by line where it is taller than a page has room for."""
    if strip.height <= tallest:
        return [_drawn(setting, strip)]
    count = max(cell.count for cell in strip.cells)
    return [_slice(setting, strip, index, count) for index in range(count)]


def _drawn(setting: Setting, strip: _Strip) -> Row:
    height = strip.height

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        with canvas.artifact():
            _ground(canvas, strip, left, top, setting.width, height)
            _rule_above(canvas, strip, left, top, setting.width)
            _rule_below(canvas, strip, left, top - height)
        for cell in strip.cells:
            if cell.count:
                Pen(canvas, cell.block).write(cell.first, cell.last, left + cell.left + _PAD, top - _PAD_ABOVE)

    return DrawnRow(height=height, paint=paint, notes=tuple(note for cell in strip.cells for note in cell.notes))


def _ground(canvas: TaggedCanvas, strip: _Strip, left: float, top: float, width: float, height: float) -> None:
    if strip.ground is not None:
        canvas.paint.append(f"{strip.ground.fill} {left:.2f} {top - height:.2f} {width:.2f} {height:.2f} re f")


def _rule_above(canvas: TaggedCanvas, strip: _Strip, left: float, y: float, width: float) -> None:
    if strip.first_rule is not None:
        line = f"{left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S"
        canvas.paint.append(f"{strip.first_rule.stroke} {_HEAD_RULE} w {line}")


def _rule_below(canvas: TaggedCanvas, strip: _Strip, left: float, y: float) -> None:
    for cell in strip.ending:
        x = left + cell.left
        width = _RULE if strip.rule is LINE else _HEAD_RULE
        canvas.paint.append(f"{strip.rule.stroke} {width} w {x:.2f} {y:.2f} m {x + cell.width:.2f} {y:.2f} l S")


def _slice(setting: Setting, strip: _Strip, index: int, count: int) -> Row:
    """Give one line of every cell of a tall row."""
    above = _PAD_ABOVE if index == 0 else 0.0
    below = _PAD_BELOW if index == count - 1 else 0.0
    height = max(cell.block.leading for cell in strip.cells) + above + below
    cells = [(cell, cell.first + index) for cell in strip.cells if index < cell.count]

    def paint(canvas: TaggedCanvas, left: float, top: float) -> None:
        with canvas.artifact():
            _ground(canvas, strip, left, top, setting.width, height)
            if above:
                _rule_above(canvas, strip, left, top, setting.width)
            if below:
                _rule_below(canvas, strip, left, top - height)
        for cell, line in cells:
            Pen(canvas, cell.block).write(line, line + 1, left + cell.left + _PAD, top - above)

    notes = tuple(note for cell, line in cells for note in cell.block.lines[line].notes)
    return DrawnRow(height=height, paint=paint, notes=notes)


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)
