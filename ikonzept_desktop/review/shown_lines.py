"""A section as the lines one reads on screen, each with the place in the concept that its words are kept in."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import (
    Alignment,
    Attachment,
    Block,
    Blocks,
    Cell,
    Figure,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Table,
)
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, Record, Records, RichText, value_of
from ikonzept_desktop.model.inline import Footnote, Inlines, Text
from ikonzept_desktop.model.table_grid import placed_cells
from ikonzept_desktop.model.table_numbers import printed
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.block_ids import COVER_LINES, PREFIX, Spot, bookmark_name, id_of
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.lists import entry_mark, list_elements
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.short_values import short_runs
from ikonzept_desktop.publication.tree import ListElement
from ikonzept_desktop.values import dataclass


class Sort(StrEnum):
    """What a line is in the run of the text."""

    TITLE = "title"
    LABEL = "label"
    """Of a field, above its text."""
    RECORD = "record"
    """What begins an entry of a field of records: its number and what it is called."""
    TEXT = "text"
    QUOTE = "quote"
    ITEM = "item"
    VALUE = "value"
    """A short value, behind its label."""
    CAPTION = "caption"
    TABLE = "table"
    """The cells of a table."""
    FIGURE = "figure"
    ATTACHED = "attached"
    SOURCE = "source"
    NOTE = "note"
    """A footnote, below the text it belongs to."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table, and which rows and columns of it it takes, from 0."""

    spot: Spot | None
    """Nothing for a total, which is computed."""
    words: Inlines
    printed: Inlines
    """How they read where they are a number."""
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is now."""

    sort: Sort
    spot: Spot | None = None
    words: Inlines = ()
    mark: str = ""
    """What stands before its words: a number, a bullet, a label; of a figure or a file all there is to read."""
    level: int = 0
    cells: tuple[GridCell, ...] = ()
    widths: tuple[float, ...] = ()
    """Shares of the columns of a table."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read in it."""
        return self.sort in _NEED_WORDS and is_blank_line(self.words)


_NEED_WORDS = frozenset({Sort.TEXT, Sort.QUOTE, Sort.VALUE, Sort.CAPTION, Sort.SOURCE})


def name_of(spot: Spot) -> str:
    """Give the name by which proposals know the words of a place (see `proposals.Ground`)."""
    return bookmark_name(id_of(spot)).removeprefix(PREFIX)


def cover_lines(document: Document) -> Iterator[Line]:
    """Go through the lines of the cover, which are properties of the concept."""
    for name in COVER_LINES:
        text = getattr(document.properties, name)
        yield Line(Sort.VALUE, Spot(FieldAddress("", name)), (Text(text),) if text else ())


def lines_of(document: Document, section: Section, labels: Labels) -> Iterator[Line]:
    """Go through a section's lines in reading order: the title, then its fields in the template's order.

    Empty ones are among them, for something may be proposed to be written there.
    """
    words = (Text(section.title),) if section.title else ()
    yield Line(Sort.TITLE, Spot(FieldAddress(section.id, "")), words, labels.number(section.id))
    types = [type for type in document.template.kind(section.kind).fields if not type.hidden]
    for type in types:
        yield from _in_field(FieldAddress(section.id, type.key), type, section.value(type.key), labels, len(types) > 1)


def _in_field(
    address: FieldAddress, type: FieldType, value: FieldValue | None, labels: Labels, titled: bool
) -> Iterator[Line]:
    if isinstance(value, Records):
        yield Line(Sort.LABEL, None, (), type.label)
        for record in value.records:
            yield from _in_record(address, type, record, labels)
    elif isinstance(value, RichText):
        if titled and value.blocks:
            yield Line(Sort.LABEL, None, (), type.label)
        yield from text_lines(address, value.blocks, labels)
    else:
        yield _short(address, type, value, labels)


def _in_record(address: FieldAddress, type: FieldType, record: Record, labels: Labels) -> Iterator[Line]:
    said = (type.singular, labels.number(record.id))
    yield Line(Sort.RECORD, None, (), " ".join(filter(None, said)) or type.label)
    for column in type.columns:
        if not column.hidden:
            value = value_of(record.fields, column.key)
            at = FieldAddress(address.section, address.field, record.id, column.key)
            if isinstance(value, RichText):
                if value.blocks:
                    yield Line(Sort.LABEL, None, (), column.label, 1)
                yield from text_lines(at, value.blocks, labels)
            else:
                yield _short(at, column, value, labels)


def _short(address: FieldAddress, type: FieldType, value: FieldValue | None, labels: Labels) -> Line:
    text = runs_text(short_runs(value, type, labels)) if value is not None else ""
    return Line(Sort.VALUE, Spot(address), (Text(text),) if text else (), type.label)


def text_lines(address: FieldAddress, blocks: Blocks, labels: Labels) -> Iterator[Line]:
    """Go through the lines of a rich text, its notes last."""
    marks = dict(_list_marks(blocks))
    notes: list[Line] = []
    for block in blocks:
        for line in _in_block(address, block, labels, marks):
            yield line
            notes += _notes(line, labels)
    yield from notes


def _in_block(address: FieldAddress, block: Block, labels: Labels, marks: dict[str, str]) -> Iterator[Line]:
    own = Spot(address, block.id)
    match block:
        case Paragraph(inlines=words, style=style):
            yield Line(Sort.QUOTE if style is ParagraphStyle.QUOTE else Sort.TEXT, own, words)
        case ListItem(inlines=words, level=level):
            yield Line(Sort.ITEM, own, words, marks[block.id], level)
        case Table():
            yield Line(Sort.CAPTION, Spot(address, block.id, "caption"), block.caption, labels.number(block.id))
            yield Line(Sort.TABLE, None, cells=tuple(_cells(address, block)), widths=_widths(block))
            yield Line(Sort.SOURCE, Spot(address, block.id, "source"), block.source)
        case Figure():
            yield Line(Sort.FIGURE, None, (), block.alternative_text)
            yield Line(Sort.CAPTION, Spot(address, block.id, "caption"), block.caption, labels.number(block.id))
            yield Line(Sort.SOURCE, Spot(address, block.id, "source"), block.source)
        case Attachment():
            yield Line(Sort.ATTACHED, None, (), block.file.name)
            yield Line(Sort.CAPTION, Spot(address, block.id, "caption"), block.caption)


def _widths(table: Table) -> tuple[float, ...]:
    return tuple(column.width for column in table.columns)


def _cells(address: FieldAddress, table: Table) -> Iterator[GridCell]:
    stored = {cell.id: cell for row in table.rows for cell in row.cells}
    for placed in placed_cells(printed(table)):
        row, column, cell = placed.row, placed.column, placed.cell
        own: Cell | None = stored.get(cell.id)
        yield GridCell(
            Spot(address, table.id, cell.id) if own else None,
            own.inlines if own else cell.inlines,
            cell.inlines,
            row,
            column,
            cell.row_span,
            cell.column_span,
            row < table.header_rows or column < table.header_columns,
            cell.alignment or table.columns[column].alignment,
        )


def _notes(line: Line, labels: Labels) -> Iterator[Line]:
    """Give a line for each footnote of a line, or of the cells of a table."""
    held = [(line.spot, line.words), *((cell.spot, cell.words) for cell in line.cells)]
    for spot, words in held:
        for inline in words if spot is not None else ():
            if isinstance(inline, Footnote) and spot is not None:
                number = str(labels.notes.get(inline.id, "*"))
                yield Line(Sort.NOTE, Spot(spot.address, spot.block, spot.line, inline.id), inline.content, number)


def _list_marks(blocks: Blocks) -> Iterator[tuple[str, str]]:
    """Give what stands before each item of a list, by its id."""
    for is_list, group in groupby(blocks, lambda block: isinstance(block, ListItem)):
        if is_list:
            items = [block for block in group if isinstance(block, ListItem)]
            yield from _marks(list_elements(items, lambda _item: ()))


def _marks(elements: Iterable[ListElement]) -> Iterator[tuple[str, str]]:
    for element in elements:
        for entry in element.entries:
            yield entry.id, entry_mark(element, entry)
            yield from _marks(entry.below)
