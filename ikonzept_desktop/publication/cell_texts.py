"""Values as they are written into the cells of a table that goes out, so that they can be read back."""

from collections.abc import Iterator
from functools import cache

from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph, lines_of
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import FieldValue, Links, RichText
from ikonzept_desktop.model.inline import CrossReference, Inline, Inlines, LineBreak, ReferenceForm, Text
from ikonzept_desktop.model.taken_rows import Words
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.numbering import record_number
from ikonzept_desktop.publication.references import reference_run
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.short_values import short_runs
from ikonzept_desktop.publication.target_names import ids_named, names_of

_BULLET = "• "


def words_for(type: FieldType, section: Section, document: Document, labels: Labels) -> Words:
    """Give what has to be known of a concept to take rows over into a field of a section."""

    @cache
    def names(key: str) -> dict[str, str]:
        column = next(column for column in type.columns if column.key == key)
        return names_of(column, document, labels, section.id)

    return Words(
        links=lambda column, text: ids_named(text, names(column.key)),
        said=lambda value, column: cell_text(value, column, labels),
        number=lambda count: record_number(type, section, count),
    )


def cell_text(value: FieldValue | None, type: FieldType, labels: Labels) -> str:
    """Write a value; paragraphs, items of lists and links stand on lines of their own, notes in brackets."""
    match value:
        case None:
            return ""
        case RichText(blocks=blocks):
            return "\n".join(line for block in blocks for line in _block_lines(block, labels) if line.strip())
        case Links(targets=targets):
            references = (CrossReference(target, ReferenceForm.NUMBER_TITLE) for target in targets)
            return "\n".join(reference_run(reference, labels).text for reference in references)
        case _:
            return runs_text(short_runs(value, type, labels))


def _block_lines(block: Block, labels: Labels) -> Iterator[str]:
    match block:
        case Paragraph(inlines=inlines):
            yield _line(inlines, labels)
        case ListItem():
            yield f"{'  ' * block.level}{_BULLET}{_line(block.inlines, labels)}"
        case _:
            yield from (_line(line, labels) for line in lines_of(block))


def _line(inlines: Inlines, labels: Labels) -> str:
    return "".join(_characters(inline, labels) for inline in inlines)


def _characters(inline: Inline, labels: Labels) -> str:
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return "\n"
        case CrossReference():
            return reference_run(inline, labels).text
        case _:
            return f" [{_line(inline.content, labels)}]"
