"""A section as plain lines that know what they stand for: what two states of it are compared by."""

from collections.abc import Iterable, Iterator

from ikonzept_desktop.model.blocks import Attachment, Block, Figure, ListItem, Table
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Choice, Day, Field, FieldValue, Line, Links, Records, RichText, YesNo
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, LineBreak, Text
from ikonzept_desktop.model.page_choice import pages_in_words
from ikonzept_desktop.model.template import FieldType, SectionKind
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.references import chip_text
from ikonzept_desktop.publication.short_values import choice_label, german_date
from ikonzept_desktop.values import dataclass

_BULLET = "• "
_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A line of a section."""

    key: str
    """What it stands for, the same in every state of the concept: a block, a field, a cell's row."""
    text: str
    heading: bool = False


def section_lines(section: Section, kind: SectionKind, labels: Labels) -> tuple[SectionLine, ...]:
    """Give the title and the fields of a section, in the template's order, notes at their places in brackets."""
    lines = [SectionLine("title", section.title, heading=True)]
    for type in kind.fields:
        value = section.value(type.key)
        found = [] if value is None else list(_value_lines(value, type, labels, type.key))
        if found and type.heading:
            lines.append(SectionLine(f"{type.key} label", type.label, heading=True))
        lines += found
    return tuple(lines)


def _value_lines(value: FieldValue, type: FieldType, labels: Labels, key: str) -> Iterator[SectionLine]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from _block_lines(block, labels)
        case Records(records=records):
            for record in records:
                yield from _record_lines(record.fields, type.columns, labels, record.id)
        case _:
            if text := _short(value, type, labels):
                yield SectionLine(key, text)


def _record_lines(
    fields: Iterable[Field], columns: Iterable[FieldType], labels: Labels, record: str
) -> Iterator[SectionLine]:
    values = {field.key: field.value for field in fields}
    for column in columns:
        value = values.get(column.key)
        if isinstance(value, RichText):
            yield from _value_lines(value, column, labels, f"{record} {column.key}")
        elif value is not None and (text := _short(value, column, labels)):
            yield SectionLine(f"{record} {column.key}", f"{column.label}: {text}")


def _block_lines(block: Block, labels: Labels) -> Iterator[SectionLine]:
    match block:
        case Table():
            yield from _filled(f"{block.id} caption", _plain(block.caption, labels))
            for row in block.rows:
                cells = [_plain(cell.inlines, labels) for cell in row.cells]
                if row.cells and any(cells):
                    yield SectionLine(row.cells[0].id, _BETWEEN_CELLS.join(cells))
            yield from _filled(f"{block.id} source", _plain(block.source, labels))
        case Figure():
            yield from _filled(f"{block.id} caption", _plain(block.caption, labels))
            yield from _filled(f"{block.id} source", _plain(block.source, labels))
        case Attachment():
            yield SectionLine(f"{block.id} caption", _attached(block, labels))
        case ListItem(level=level):
            yield SectionLine(block.id, "   " * level + _BULLET + _plain(block.inlines, labels))
        case _:
            yield from _filled(block.id, _plain(block.inlines, labels))


def _attached(attachment: Attachment, labels: Labels) -> str:
    title = _plain(attachment.caption, labels) or attachment.file.name
    return f"{title} ({pages_in_words(attachment.pages, attachment.file.pages)})"


def _filled(key: str, text: str) -> Iterator[SectionLine]:
    if text:
        yield SectionLine(key, text)


def _short(value: FieldValue, type: FieldType, labels: Labels) -> str:
    match value:
        case Line(text=text):
            return text
        case Choice(key=key):
            return choice_label(type, key) if key else ""
        case Day(day=day, draft=draft):
            return german_date(day) if day else draft
        case YesNo(answer=answer):
            return "" if answer is None else "ja" if answer else "nein"
        case Links(targets=targets):
            known = (labels.targets.get(target) for target in targets)
            return ", ".join(f"{label.number} {label.title}".strip() for label in known if label)
        case _:
            return ""


def _plain(inlines: Inlines, labels: Labels) -> str:
    said = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                said.append(text)
            case LineBreak():
                said.append(" ")
            case CrossReference():
                said.append(chip_text(inline, labels))
            case Footnote(content=content):
                said.append(f" [{_plain(content, labels)}]")
    return "".join(said)
