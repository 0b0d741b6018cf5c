"""The internal notes of a concept: all of them in reading order, and where in the text each is fixed."""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.document import Comment, Document, Section, walk
from ikonzept_desktop.model.fields import FieldAddress, Records, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Footnote, Inlines, Text, size
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Noted:
    """A note, and the section it belongs to."""

    section: Section
    comment: Comment


def every_note(document: Document) -> Iterator[Noted]:
    """Go through the notes of all sections in reading order."""
    for section in walk(document.sections):
        for comment in section.comments:
            yield Noted(section, comment)


def anchor_of(section: Section, comment: str) -> Selection | None:
    """Give the place of a note in its section's text, from its first run to the last of the same line.

    None for a note on the whole section, or whose words have gone; the whole of a table or figure for a note in it.
    """
    for address, blocks in _texts(section):
        for block in blocks:
            for line, inlines in _named_lines(block):
                reach = _reach(inlines, comment)
                if reach is not None and isinstance(block, Table | Figure | Attachment):
                    return Selection(section.id, address, block.id, "", 0, 1)
                if reach is not None:
                    return Selection(section.id, address, block.id, line, *reach)
    return None


def notes_at(section: Section, selection: Selection) -> tuple[str, ...]:
    """Give the ids of the notes on the words where the caret is."""
    for address, blocks in _texts(section):
        for block in blocks:
            if address == selection.address and block.id == selection.block:
                return _covering(dict(_named_lines(block)).get(selection.line, ()), selection.caret)
    return ()


def _texts(section: Section) -> Iterator[tuple[FieldAddress, Blocks]]:
    for field in section.fields:
        match field.value:
            case RichText(blocks=blocks):
                yield FieldAddress(section.id, field.key), blocks
            case Records(records=records):
                for record in records:
                    for column in record.fields:
                        if isinstance(column.value, RichText):
                            yield FieldAddress(section.id, field.key, record.id, column.key), column.value.blocks


def _named_lines(block: Block) -> Iterator[tuple[str, Inlines]]:
    match block:
        case Paragraph() | ListItem():
            lines: list[tuple[str, Inlines]] = [("", block.inlines)]
        case Table():
            cells = [(cell.id, cell.inlines) for row in block.rows for cell in row.cells]
            lines = [("caption", block.caption), *cells, ("source", block.source)]
        case Figure():
            lines = [("caption", block.caption), ("source", block.source)]
        case _:
            lines = [("caption", block.caption)]
    for line, inlines in lines:
        yield line, inlines
        for inline in inlines:
            if isinstance(inline, Footnote):
                yield inline.id, inline.content


def _reach(inlines: Inlines, comment: str) -> tuple[int, int] | None:
    places: list[int] = []
    at = 0
    for inline in inlines:
        end = at + size(inline)
        if isinstance(inline, Text) and comment in inline.comments:
            places += (at, end)
        at = end
    return (places[0], places[-1]) if places else None


def _covering(inlines: Inlines, caret: int) -> tuple[str, ...]:
    at = 0
    for inline in inlines:
        end = at + size(inline)
        if at <= caret < end:
            return inline.comments if isinstance(inline, Text) else ()
        at = end
    return ()
