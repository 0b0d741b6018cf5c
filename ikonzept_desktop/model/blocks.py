"""What a rich text is made of: paragraphs, list items, tables and figures, each with a stable id."""

from dataclasses import replace
from enum import StrEnum

from ikonzept_desktop.model.inline import Inlines, plain, words
from ikonzept_desktop.values import dataclass


class ParagraphStyle(StrEnum):
    """What a paragraph is in the run of the text."""

    BODY = "body"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text or of a quotation."""

    id: str
    inlines: Inlines = ()
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; neighbouring items make the list."""

    id: str
    inlines: Inlines = ()
    level: int = 0
    """0 to 8; at most one more than the item before."""
    ordered: bool = False
    restart: bool = False
    """Begins a new list, counted from 1, though the block before is an item of the same kind."""


class Alignment(StrEnum):
    """How the text of a column or cell is set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    width: float = 1.0
    """Share of the table's width, relative to the other columns."""
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; its paragraphs are parted by line breaks."""

    id: str
    inlines: Inlines = ()
    column_span: int = 1
    row_span: int = 1
    alignment: Alignment | None = None
    """Where it differs from its column."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; cells covered by a span from the left or from above are left out."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; its number is computed."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Inlines = ()
    source: Inlines = ()
    header_rows: int = 1
    header_columns: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """An image with its caption; its number is computed."""

    id: str
    image: str
    """The SHA-256 of the image's bytes, in hexadecimal; the bytes live beside the concept, each once."""
    caption: Inlines = ()
    source: Inlines = ()
    alternative_text: str = ""
    width: float = 1.0
    """Share of the text's width, above 0 and at most 1."""


TextBlock = Paragraph | ListItem
Block = Paragraph | ListItem | Table | Figure
Blocks = tuple[Block, ...]


def lines_of(block: Block) -> tuple[Inlines, ...]:
    """Give every line of a block in reading order: the caption before the cells, the source last."""
    match block:
        case Paragraph(inlines=inlines) | ListItem(inlines=inlines):
            return (inlines,)
        case Table():
            cells = tuple(cell.inlines for row in block.rows for cell in row.cells)
            return (block.caption, *cells, block.source)
        case Figure():
            return (block.caption, block.source)


def named_lines(block: Block) -> tuple[tuple[str, Inlines], ...]:
    """Give every line of a block in reading order, with the name `line_of` knows it by."""
    match block:
        case Paragraph(inlines=inlines) | ListItem(inlines=inlines):
            return (("", inlines),)
        case Table():
            cells = tuple((cell.id, cell.inlines) for row in block.rows for cell in row.cells)
            return (("caption", block.caption), *cells, ("source", block.source))
        case Figure():
            return (("caption", block.caption), ("source", block.source))


def plain_text(block: Block) -> str:
    """Give the block's characters, its lines parted by new lines, notes and references left out."""
    return "\n".join(plain(line) for line in lines_of(block))


def block_words(block: Block) -> int:
    """Count the words of a block with its notes."""
    return sum(words(line) for line in lines_of(block))


def line_of(block: Block, line: str) -> Inlines:
    """Give a line of a block by name: empty, `caption`, `source` or the id of a cell; raises KeyError for others."""
    match block:
        case Paragraph() | ListItem() if not line:
            return block.inlines
        case Table() | Figure() if line == "caption":
            return block.caption
        case Table() | Figure() if line == "source":
            return block.source
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    if cell.id == line:
                        return cell.inlines
    raise KeyError(line)


def with_line(block: Block, line: str, inlines: Inlines) -> Block:
    """Give the block with one of its lines replaced."""
    match block:
        case Paragraph() | ListItem():
            return replace(block, inlines=inlines)
        case Table() | Figure() if line == "caption":
            return replace(block, caption=inlines)
        case Table() | Figure() if line == "source":
            return replace(block, source=inlines)
        case Table():
            return replace(block, rows=tuple(_with_cell(row, line, inlines) for row in block.rows))
    raise KeyError(line)


def _with_cell(row: Row, id: str, inlines: Inlines) -> Row:
    if all(cell.id != id for cell in row.cells):
        return row
    return replace(row, cells=tuple(_changed_cell(cell, id, inlines) for cell in row.cells))


def _changed_cell(cell: Cell, id: str, inlines: Inlines) -> Cell:
    return replace(cell, inlines=inlines) if cell.id == id else cell
