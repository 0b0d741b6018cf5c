"""Every line of a section with the place it stands at: what notes, references and texts are looked for in."""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Blocks, named_lines
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Field, FieldAddress, Records, RichText
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a block, and where it stands."""

    address: FieldAddress
    block: str
    line: str
    """The name `model.blocks.line_of` knows it by: empty, `caption`, `source`, or the id of a cell."""
    inlines: Inlines


def lines_of_section(section: Section) -> Iterator[PlacedLine]:
    """Go through the lines of a section's rich texts, those of its records among them; not of sections below."""
    for field in section.fields:
        match field.value:
            case RichText(blocks=blocks):
                yield from _lines(FieldAddress(section.id, field.key), blocks)
            case Records(records=records):
                for record in records:
                    yield from _columns(FieldAddress(section.id, field.key, record.id), record.fields)


def _columns(place: FieldAddress, columns: tuple[Field, ...]) -> Iterator[PlacedLine]:
    for column in columns:
        if isinstance(column.value, RichText):
            address = FieldAddress(place.section, place.field, place.record, column.key)
            yield from _lines(address, column.value.blocks)


def _lines(address: FieldAddress, blocks: Blocks) -> Iterator[PlacedLine]:
    for block in blocks:
        for name, inlines in named_lines(block):
            if inlines:
                yield PlacedLine(address, block.id, name, inlines)
