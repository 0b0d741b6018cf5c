"""What stands where in a concept after an import, in the same terms as the second opinion."""

from collections.abc import Iterator

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Becomes, Plan
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph, Table, lines_of, plain_text
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import FieldValue, Line, Records, RichText
from ikonzept_desktop.model.inline import Footnote, Inlines, plain
from tests.importing.pandoc import Kind, Said, compact

_LABELS = frozenset({Becomes.FIELD, Becomes.TITLE, Becomes.SUBTITLE, Becomes.CONTENTS})
"""What else a heading may become; „Contents“ is that of lines which the program computes itself."""


def landed(document: Document, manuscript: Manuscript, plan: Plan) -> list[Said]:
    """Give headings, items, cells and notes in the order of the concept; a field's label counts as a heading."""
    titles = {section.title for section in walk(document.sections)}
    found: list[Said] = []
    for entry in plan.entries:
        text = plain_text(manuscript.pieces[entry.piece].block)
        if entry.becomes in _LABELS or (entry.becomes is Becomes.SECTION and entry.title in titles):
            found.append(
                (Kind.HEADING, compact(text if entry.becomes is not Becomes.SECTION else entry.typed + entry.title))
            )
    for section in walk(document.sections):
        found += _in_section(section)
    return [(kind, text) for kind, text in found if text]


def _in_section(section: Section) -> Iterator[Said]:
    for field in section.fields:
        yield from _in_value(field.value)


def _in_value(value: FieldValue) -> Iterator[Said]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from _in_block(block)
        case Records(records=records):
            for record in records:
                for field in record.fields:
                    yield Kind.CELL, compact(_words(field.value))
                    yield from _in_value(field.value)


def _words(value: FieldValue) -> str:
    match value:
        case Line(text=text):
            return text
        case RichText(blocks=blocks):
            return " ".join(plain_text(block) for block in blocks)
        case _:
            return ""


def _in_block(block: Block) -> Iterator[Said]:
    match block:
        case Paragraph():
            pass
        case ListItem():
            yield Kind.ITEM, compact(plain(block.inlines))
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield Kind.CELL, compact(plain(cell.inlines))
    for line in lines_of(block):
        yield from _notes(line)


def _notes(line: Inlines) -> Iterator[Said]:
    for inline in line:
        if isinstance(inline, Footnote):
            yield Kind.NOTE, compact(plain(inline.content))
