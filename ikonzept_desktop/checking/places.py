"""Where in a concept text stands: every line of a section with its place."""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Field, FieldAddress, Line, Records, RichText
from ikonzept_desktop.model.inline import Footnote, Inlines, Text
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a line, or a whole field, block or section.

    Positions count code points of the line, of the note where one is named, or of the plain text of a short field.
    """

    section: str
    """Empty for what belongs to no section: a logo, which the form of the house style shows."""
    field: str = ""
    """Empty for the section itself: its title, or the whole of it."""
    record: str = ""
    column: str = ""
    block: str = ""
    """Empty for short fields, and where the whole field is meant."""
    line: str = ""
    """As `model.blocks.line_of` has it."""
    note: str = ""
    start: int = 0
    end: int = 0

    @property
    def address(self) -> FieldAddress | None:
        """The field; None for the title, for the whole section, and for what belongs to none."""
        return FieldAddress(self.section, self.field, self.record, self.column) if self.section and self.field else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A line within a field, and what it says."""

    record: str
    column: str
    block: str
    line: str
    note: str
    inlines: Inlines

    def place(self, section: str, field: str, start: int, end: int) -> Place:
        """Give a span of the line as a place of the concept."""
        return Place(section, field, self.record, self.column, self.block, self.line, self.note, start, end)


def _field_spots(field: Field) -> tuple[Spot, ...]:
    return tuple(_value_spots(field, "", ""))


FIELD_SPOTS: IdentityMemo[Field, tuple[Spot, ...]] = IdentityMemo(_field_spots)
"""Gives every line of a field in reading order, each note after the line it stands in."""


def title_spot(section: Section) -> Spot:
    """Give a section's title as a line."""
    return Spot("", "", "", "", "", _AS_LINE(section.title))


def _as_line(text: str) -> Inlines:
    return (Text(text),) if text else ()


_AS_LINE: IdentityMemo[str, Inlines] = IdentityMemo(_as_line)


def _value_spots(field: Field, record: str, column: str) -> Iterator[Spot]:
    match field.value:
        case RichText(blocks=blocks):
            yield from _blocks_spots(blocks, record, column)
        case Line(text=text):
            yield Spot(record, column, "", "", "", _AS_LINE(text))
        case Records(records=records):
            for entry in records:
                for part in entry.fields:
                    yield from _value_spots(part, entry.id, part.key)
        case _:
            pass


def _blocks_spots(blocks: Blocks, record: str, column: str) -> Iterator[Spot]:
    for block in blocks:
        for line, inlines in named_lines(block):
            yield Spot(record, column, block.id, line, "", inlines)
            for inline in inlines:
                if isinstance(inline, Footnote):
                    yield Spot(record, column, block.id, line, inline.id, inline.content)


def named_lines(block: Block) -> tuple[tuple[str, Inlines], ...]:
    """Give the lines of a block under the names that `model.blocks.line_of` knows."""
    match block:
        case Paragraph() | ListItem():
            return (("", block.inlines),)
        case Table():
            cells = tuple((cell.id, cell.inlines) for row in block.rows for cell in row.cells)
            return (("caption", block.caption), *cells, ("source", block.source))
        case Figure():
            return (("caption", block.caption), ("source", block.source))
        case Attachment():
            return (("caption", block.caption),)
