"""Tables out of HTML: cells put where their spans leave room, widths, alignments, and what is a header."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ikonzept_desktop.model.blocks import Alignment, Cell, Column, ListItem, Row, Table
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inlines, Marks, Text, normalise, plain
from ikonzept_desktop.reading.clipboard.lines import joined, line_of
from ikonzept_desktop.reading.clipboard.pasted import Part, TooMuch
from ikonzept_desktop.reading.clipboard.styles import is_hidden
from ikonzept_desktop.reading.clipboard.tree import Node
from ikonzept_desktop.values import dataclass

MOST_COLUMNS = 200
MOST_CELLS = 100_000
"""Spots of a table."""
_ALIGNMENTS = {"center": Alignment.CENTRE, "right": Alignment.RIGHT, "left": Alignment.LEFT, "end": Alignment.RIGHT}
_FIGURE = re.compile(r"[+−-]?\s?\d[\d.,\s]*(?:\s?[%€])?")
_WIDTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(px|pt|%|cm|mm|in)?")
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "cm": 96 / 2.54, "mm": 96 / 25.4, "in": 96.0, "%": 1.0}

_ROWS = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th"})
ReadCell = Callable[[Node], list[Part]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A cell as the HTML has it."""

    node: Node
    line: Inlines
    columns: int
    rows: int


def table_of(node: Node, read_cell: ReadCell, ids: IdSource) -> Table | None:
    """Give the table that an element is; None where nothing stands in it. Raises TooMuch for one without end."""
    rows = [[_found(cell, read_cell) for cell in cells_of(row)] for row in rows_of(node)]
    while rows and not any(cell.line for cell in rows[-1]):
        rows.pop()
    if not rows:
        return None
    laid, width = _laid_out(rows)
    headers = _header_rows(rows)
    columns = _columns(node, rows, width)
    columns = tuple(replace(column, alignment=_alignment(laid, at, headers)) for at, column in enumerate(columns))
    caption = next((child for child in node.children if isinstance(child, Node) and child.tag == "caption"), None)
    return Table(
        ids(),
        columns,
        tuple(_row(row, ids, header=index < headers) for index, row in enumerate(laid)),
        caption=joined_parts(read_cell(caption)) if caption is not None else (),
        header_rows=headers,
        header_columns=int(_has_header_column(rows[headers:])),
    )


def rows_of(table: Node) -> Iterator[Node]:
    """Go through the rows of a table, those of tables within it left out."""
    for child in table.children:
        if not isinstance(child, Node) or is_hidden(child.style):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag not in {"td", "th", "caption", "table"}:
            yield from rows_of(child)


def hidden_in(table: Node) -> Iterator[Node]:
    """Go through the rows and cells of a table that nobody was to see."""
    for child in _direct(table):
        if child.tag in _ROWS and is_hidden(child.style):
            yield child
        elif child.tag in _ROWS - {"td", "th"}:
            yield from hidden_in(child)


def cells_of(row: Node) -> Iterator[Node]:
    """Go through the cells of a row."""
    return (child for child in row.children if isinstance(child, Node) and child.tag in {"td", "th"})


def joined_parts(parts: Sequence[Part]) -> Inlines:
    """Give what stands in a cell as its one line; items of lists behind a dash or their number."""
    lines: list[Inlines] = []
    number = 0
    for part in parts:
        number = number + 1 if isinstance(part, ListItem) and part.ordered else 0
        if isinstance(part, ListItem):
            lines.append(line_of((Text(f"{number}. " if part.ordered else "– "), *part.inlines)))
        elif line := getattr(part, "inlines", ()):
            lines.append(line)
    return joined(lines)


def is_for_layout(table: Node, *, framed: bool) -> bool:
    """Tell whether a table only puts things beside each other: a mail's frame, or a signature within one."""
    if table.get("role") in {"presentation", "none"}:
        return True
    rows = list(rows_of(table))
    return len(rows) <= 1 and (framed or sum(1 for row in rows for _ in cells_of(row)) <= 1)


def _found(node: Node, read_cell: ReadCell) -> _Found:
    shown = not is_hidden(node.style)
    line = joined_parts(read_cell(node)) if shown else ()
    return _Found(node, line, _span(node, "colspan", MOST_COLUMNS), _span(node, "rowspan", MOST_CELLS))


def _span(node: Node, name: str, most: int) -> int:
    value = node.get(name).strip()
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 10 else 1


_Spot = tuple[_Found | None, int, int, int]
"""What begins at a spot, how many columns and rows it takes, and its column; None where the HTML has nothing there."""


def _laid_out(rows: list[list[_Found]]) -> tuple[list[list[_Spot]], int]:
    """Put the cells where there is room and give the table's width; spans end where another cell or the table does."""
    free_from: dict[int, int] = {}
    """For each column the row from which on it is free."""
    placed: list[dict[int, _Spot]] = []
    width = 1
    for index, row in enumerate(rows):
        spots: dict[int, _Spot] = {}
        column = 0
        for cell in row:
            while free_from.get(column, 0) > index:
                column += 1
            if column >= MOST_COLUMNS:
                break
            span = 1
            while span < cell.columns and column + span < MOST_COLUMNS and free_from.get(column + span, 0) <= index:
                span += 1
            height = min(cell.rows, len(rows) - index)
            spots[column] = (cell, span, height, column)
            free_from |= dict.fromkeys(range(column, column + span), index + height)
            column += span
        width = max(width, column)
        placed.append(spots)
    if width * len(rows) > MOST_CELLS:
        raise TooMuch(f"a table of {len(rows)} rows and {width} columns")
    return _with_gaps(placed, width), width


def _with_gaps(placed: list[dict[int, _Spot]], width: int) -> list[list[_Spot]]:
    """Give the rows with an empty spot wherever the HTML has left one out."""
    free_from = [0] * width
    filled: list[list[_Spot]] = []
    for index, spots in enumerate(placed):
        row: list[_Spot] = []
        for column in range(width):
            if free_from[column] > index:
                continue
            spot = spots.get(column, (None, 1, 1, column))
            row.append(spot)
            free_from[column : column + spot[1]] = [index + spot[2]] * spot[1]
        filled.append(row)
    return filled


def _row(spots: list[_Spot], ids: IdSource, *, header: bool) -> Row:
    return Row(ids(), tuple(_cell(spot, ids, header=header) for spot in spots))


def _cell(spot: _Spot, ids: IdSource, *, header: bool) -> Cell:
    found, width, height, _ = spot
    if found is None:
        return Cell(ids())
    line = _without_bold(found.line) if header or found.node.tag == "th" else found.line
    return Cell(ids(), line, width, height)


def _without_bold(line: Inlines) -> Inlines:
    return normalise(
        tuple(replace(part, marks=part.marks & ~Marks.BOLD) if isinstance(part, Text) else part for part in line)
    )


def _header_rows(rows: list[list[_Found]]) -> int:
    """Give how many rows head the table: by its own word, by their look, or because figures stand only below them."""
    count = 0
    for row in rows:
        parent = row[0].node.parent if row else None
        in_head = parent is not None and parent.parent is not None and parent.parent.tag == "thead"
        if not in_head and not (row and all(cell.node.tag == "th" for cell in row)):
            break
        count += 1
    if count or len(rows) < 2 or not rows[0]:
        return min(count, len(rows))
    first, rest = rows[0], rows[1:]
    if all(_is_bold(cell.line) for cell in first if cell.line) and not all(
        _is_bold(cell.line) for row in rest for cell in row if cell.line
    ):
        return 1
    named = all(not _FIGURE.fullmatch(plain(cell.line)) for cell in first) and any(cell.line for cell in first)
    counted = all(any(_FIGURE.fullmatch(plain(cell.line)) for cell in row) for row in rest)
    return int(named and counted)


def _has_header_column(rows: list[list[_Found]]) -> bool:
    return bool(rows) and all(len(row) > 1 and row[0].node.tag == "th" and row[1].node.tag == "td" for row in rows)


def _is_bold(line: Inlines) -> bool:
    runs = [part for part in line if isinstance(part, Text)]
    return bool(runs) and all(Marks.BOLD in run.marks or not run.text.strip() for run in runs)


def _columns(table: Node, rows: list[list[_Found]], width: int) -> tuple[Column, ...]:
    """Give the columns with their shares, 1 on average, where the HTML says how wide each is."""
    told = _widths([col for child in _direct(table) for col in ([child] if child.tag == "col" else _direct(child))])
    if len(told) != width:
        plain_row = next((row for row in rows if len(row) == width), [])
        told = _widths([cell.node for cell in plain_row])
    if len(told) != width or not all(told):
        return (Column(),) * width
    mean = sum(told) / width
    return tuple(Column(max(round(share / mean, 2), 0.05)) for share in told)


def _widths(nodes: list[Node]) -> list[float]:
    """Give how wide columns are. px, or per cent where all are; 0 where one does not say"""
    found: list[float] = []
    for node in nodes:
        if node.tag not in {"col", "td", "th"}:
            continue
        told = node.get("width") or node.style.get("width", "")
        match = _WIDTH.match(told.strip())
        repeats = _span(node, "span", MOST_COLUMNS)
        found += [float(match[1]) * _UNITS[match[2] or ""] if match else 0.0] * repeats
        if len(found) > MOST_COLUMNS:
            return []
    return found


def _direct(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node)]


def _alignment(rows: list[list[_Spot]], column: int, headers: int) -> Alignment:
    """Give how most cells of a column are set."""
    told: Counter[Alignment] = Counter()
    for row in rows[headers:]:
        told.update(_own_alignment(found.node) for found, _, _, at in row if at == column and found and found.line)
    return told.most_common(1)[0][0] if told else Alignment.LEFT


def _own_alignment(node: Node) -> Alignment:
    inner = next((child for child in _direct(node) if child.tag in {"p", "div"}), node)
    for each in (inner, node):
        told = each.style.get("text-align") or each.get("align").lower()
        if told in _ALIGNMENTS:
            return _ALIGNMENTS[told]
    return Alignment.LEFT
