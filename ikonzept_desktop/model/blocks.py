"""What a rich text is made of: paragraphs, list items, tables and figures, each with a stable id."""

from dataclasses import replace
from enum import StrEnum

from ikonzept_desktop.model.cropping import WHOLE, Crop
from ikonzept_desktop.model.inline import Inlines, plain, words
from ikonzept_desktop.model.memo import IdentityMemo
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


class Total(StrEnum):
    """What is computed below a column and never stored."""

    NONE = "none"
    SUM = "sum"
    AVERAGE = "average"
    COUNT = "count"
    """How many cells hold a number; in a column of words, how many are filled."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How the numbers of a column are printed, the German way."""

    decimals: int | None = None
    """Places behind the comma, rounded to; None leaves as many as were typed."""
    thousands: bool = True
    """Whether a point parts the thousands."""
    unit: str = ""
    """Stands behind the number after a protected space: %, €, km; or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    width: float = 1.0
    """Share of the table's width, relative to the other columns."""
    alignment: Alignment = Alignment.LEFT
    number: NumberFormat | None = None
    """How numbers are printed; None for a column of words, which stays as it is typed."""
    total: Total = Total.NONE


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
    """Share of the text's width, above 0 and at most 1; counts where no width in mm is set."""
    width_mm: float = 0.0
    """Width on paper in mm, no more than the text's; 0 where the share counts."""
    crop: Crop = WHOLE
    """What is cut away when the image is shown or given out; the file keeps all of it."""
    decorative: bool = False
    """Whether the image says nothing that would have to be described."""


@dataclass(frozen=True, slots=True)
class ForeignPdf:
    """A PDF of others as it was taken in, and what was found out about it then."""

    digest: str
    """The SHA-256 of its bytes, in hexadecimal; the bytes live beside the concept, each once."""
    preview: str
    """The same of an image of its first page."""
    pages: int
    name: str = ""
    """What the file was called."""
    wordless: tuple[int, ...] = ()
    """Pages without a word that can be read, counted from 1: scans, mostly."""
    drawn: tuple[int, ...] = ()
    """Pages that are given out as images, their words laid over them: they do not conform."""
    remarks: tuple[str, ...] = ()
    """German sentences on what was left out."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF of others whose pages are printed where it stands."""

    id: str
    file: ForeignPdf
    caption: Inlines = ()
    """Its title."""
    pages: str = ""
    """Which of its pages, as one writes it: `1-3, 5`; nothing for all of them."""
    whole_page: bool = False
    """Whether its pages fill the paper, with no running heads, in place of the type area."""
    descriptions: tuple[tuple[int, str], ...] = ()
    """What is to be seen on pages without words, by their number, in order."""


TextBlock = Paragraph | ListItem
Block = Paragraph | ListItem | Table | Figure | Attachment
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
        case Attachment():
            return (block.caption,)


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
        case Attachment():
            return (("caption", block.caption),)


def plain_text(block: Block) -> str:
    """Give the block's characters, its lines parted by new lines, notes and references left out."""
    return "\n".join(plain(line) for line in lines_of(block))


def block_words(block: Block) -> int:
    """Count the words of a block with its notes."""
    if isinstance(block, Table):
        return words(block.caption) + words(block.source) + sum(_ROW_WORDS.of_each(block.rows))
    return sum(words(line) for line in lines_of(block))


def _row_words(row: Row) -> int:
    return sum(words(cell.inlines) for cell in row.cells)


_ROW_WORDS: IdentityMemo[Row, int] = IdentityMemo(_row_words)


def line_of(block: Block, line: str) -> Inlines:
    """Give a line of a block by name: empty, `caption`, `source` or the id of a cell; raises KeyError for others."""
    match block:
        case Paragraph() | ListItem() if not line:
            return block.inlines
        case Table() | Figure() | Attachment() if line == "caption":
            return block.caption
        case Table() | Figure() if line == "source":
            return block.source
        case Table() if (spot := _spot_of(block.rows, line)) is not None:
            return block.rows[spot[0]].cells[spot[1]].inlines
    raise KeyError(line)


def with_line(block: Block, line: str, inlines: Inlines) -> Block:
    """Give the block with one of its lines replaced."""
    match block:
        case Paragraph() | ListItem():
            return replace(block, inlines=inlines)
        case Table() | Figure() | Attachment() if line == "caption":
            return replace(block, caption=inlines)
        case Table() | Figure() if line == "source":
            return replace(block, source=inlines)
        case Table():
            return replace(block, rows=_with_cell(block.rows, line, inlines))
    raise KeyError(line)


def _with_cell(rows: tuple[Row, ...], id: str, inlines: Inlines) -> tuple[Row, ...]:
    """Give the rows with one cell's line replaced; all other rows stay the very same values."""
    spot = _spot_of(rows, id)
    if spot is None:
        return rows
    index, place = spot
    row = rows[index]
    changed = replace(row.cells[place], inlines=inlines)
    cells = (*row.cells[:place], changed, *row.cells[place + 1 :])
    return (*rows[:index], replace(row, cells=cells), *rows[index + 1 :])


def _spot_of(rows: tuple[Row, ...], id: str) -> tuple[int, int] | None:
    """Find a cell by its id: first where it was last, for a cell is written in key by key."""
    known = _SPOTS.get(id)
    if known is not None:
        index, place = known
        if index < len(rows) and place < len(rows[index].cells) and rows[index].cells[place].id == id:
            return known
    for index, row in enumerate(rows):
        for place, cell in enumerate(row.cells):
            if cell.id == id:
                if len(_SPOTS) >= _SPOTS_KEPT:
                    _SPOTS.clear()
                _SPOTS[id] = (index, place)
                return index, place
    return None


_SPOTS_KEPT = 1024
_SPOTS: dict[str, tuple[int, int]] = {}
"""Row, and place among its cells, where a cell was found last; looked at before it is believed."""
