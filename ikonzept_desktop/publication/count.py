"""How much a concept holds, whether it is printed or not."""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Block, Figure, Table, lines_of
from ikonzept_desktop.model.document import Document, section_words
from ikonzept_desktop.model.fields import FieldValue, Records, RichText
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.inline import Footnote
from ikonzept_desktop.publication.references import line_references
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted in a concept; the Papierkorb and what waits for its place are left out."""

    sections: int
    blocks: int
    words: int
    """Titles and notes among them."""
    notes: int
    tables: int
    figures: int
    references: int
    """Cross-references in the text and in notes."""


def counts(document: Document) -> Counts:
    """Count everything in a concept."""
    sections = given_out(document)
    values = (field.value for section in sections for field in section.fields)
    blocks = [block for value in values for block in _blocks(value)]
    lines = [line for block in blocks for line in lines_of(block)]
    return Counts(
        sections=len(sections),
        blocks=len(blocks),
        words=sum(map(section_words, sections)),
        notes=sum(isinstance(inline, Footnote) for line in lines for inline in line),
        tables=sum(isinstance(block, Table) for block in blocks),
        figures=sum(isinstance(block, Figure) for block in blocks),
        references=sum(1 for line in lines for _ in line_references(line)),
    )


def _blocks(value: FieldValue) -> Iterator[Block]:
    match value:
        case RichText(blocks=blocks):
            yield from blocks
        case Records(records=records):
            for record in records:
                for field in record.fields:
                    yield from _blocks(field.value)
