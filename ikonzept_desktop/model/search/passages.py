"""Everything in a concept that can be searched, as plain lines in reading order.

A passage has one character for each position of the line it stands for (code points, see `inline`), so that a place
found in it is a place in the line: a line break is a new line, a footnote or reference is OBJECT.
"""

from collections.abc import Iterator
from enum import StrEnum

from ikonzept_desktop.model.blocks import Attachment, Block, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.document import Comment, Properties, Section
from ikonzept_desktop.model.fields import Choice, Day, FieldAddress, FieldValue, Line, Records, RichText, value_of
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, LineBreak, Text
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.template import FieldType, SectionKind
from ikonzept_desktop.values import dataclass

OBJECT = "\ufffc"
"""Stands for a footnote or a reference; no text of a concept holds it (see `text`)."""
PROPERTIES = ("title", "subtitle", "publisher", "as_of", "draft")
"""What is said of the concept as a whole, in the order it is searched."""


class Part(StrEnum):
    """What a passage is in its section."""

    PROPERTY = "property"
    TITLE = "title"
    TEXT = "text"
    """A paragraph or list item."""
    CAPTION = "caption"
    CELL = "cell"
    SOURCE = "source"
    ALTERNATIVE = "alternative"
    NOTE = "note"
    LINE = "line"
    CHOICE = "choice"
    DAY = "day"
    RESPONSIBLE = "responsible"
    COMMENT = "comment"
    REPLY = "reply"


FIXED = frozenset({Part.CHOICE, Part.DAY})
"""What can be found, but is chosen and not written."""
INTERNAL = frozenset({Part.RESPONSIBLE, Part.COMMENT, Part.REPLY})
"""What is never printed, whatever the template says."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a passage stands."""

    part: Part
    section: str = ""
    """Empty for what is said of the concept as a whole."""
    address: FieldAddress | None = None
    block: str = ""
    line: str = ""
    """As in ReplaceSpan: empty, `caption`, `source` or the id of a cell; for a note, the line it stands in."""
    id: str = ""
    """The footnote, the comment, or the name of the property."""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of characters, with the place it stands for."""

    site: Site
    text: str
    low: str
    """The text in small letters, of the same length."""
    label: str = ""
    """What the template calls its field or column."""
    references: frozenset[int] = frozenset()
    """Which of its objects are cross-references."""


def passages_of(section: Section, kind: SectionKind) -> tuple[Passage, ...]:
    """Give what can be searched in a section without those below it; computed once for each frozen section."""
    return _OF_KIND(kind)(section)


def passages_of_properties(properties: Properties) -> tuple[Passage, ...]:
    """Give what can be searched of what is said of the concept as a whole."""
    said = ((name, getattr(properties, name)) for name in PROPERTIES)
    return tuple(_plain(Site(Part.PROPERTY, id=name), text) for name, text in said if text)


def characters(inlines: Inlines) -> str:
    """Give a line with one character for each of its positions."""
    return "".join(map(_character, inlines))


def _character(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return "\n"
        case _:
            return OBJECT


def _in_section(section: Section, kind: SectionKind) -> Iterator[Passage]:
    yield _plain(Site(Part.TITLE, section.id), section.title)
    for type in kind.fields:
        value = None if type.hidden else section.value(type.key)
        if value is not None:
            yield from _in_field(FieldAddress(section.id, type.key), type, value)
    yield _plain(Site(Part.RESPONSIBLE, section.id), section.responsible)
    for comment in section.comments:
        yield from _in_comment(section.id, comment)


def _in_field(address: FieldAddress, type: FieldType, value: FieldValue) -> Iterator[Passage]:
    if not isinstance(value, Records):
        yield from _in_value(address, type, value)
        return
    for record in value.records:
        for column in type.columns:
            inner = None if column.hidden else value_of(record.fields, column.key)
            if inner is not None:
                yield from _in_value(FieldAddress(address.section, address.field, record.id, column.key), column, inner)


def _in_value(address: FieldAddress, type: FieldType, value: FieldValue) -> Iterator[Passage]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from _in_block(address, type.label, block)
        case Line(text=text):
            yield _plain(Site(Part.LINE, address.section, address), text, type.label)
        case Choice(key=key):
            chosen = next((option.label for option in type.options if option.key == key), "")
            yield _plain(Site(Part.CHOICE, address.section, address), chosen, type.label)
        case Day(day=day, draft=draft):
            written = f"{day:%d.%m.%Y}" if day else draft
            yield _plain(Site(Part.DAY, address.section, address), written, type.label)


def _in_block(address: FieldAddress, label: str, block: Block) -> Iterator[Passage]:
    match block:
        case Paragraph(id=id, inlines=inlines) | ListItem(id=id, inlines=inlines):
            yield from _in_line(Site(Part.TEXT, address.section, address, id), label, inlines)
        case Table(id=id):
            yield from _in_line(Site(Part.CAPTION, address.section, address, id, "caption"), label, block.caption)
            for row in block.rows:
                for cell in row.cells:
                    site = Site(Part.CELL, address.section, address, id, cell.id)
                    yield from _in_line(site, label, cell.inlines)
            yield from _in_line(Site(Part.SOURCE, address.section, address, id, "source"), label, block.source)
        case Figure(id=id):
            yield from _in_line(Site(Part.CAPTION, address.section, address, id, "caption"), label, block.caption)
            yield from _in_line(Site(Part.SOURCE, address.section, address, id, "source"), label, block.source)
            yield _plain(Site(Part.ALTERNATIVE, address.section, address, id), block.alternative_text, label)
        case Attachment(id=id):
            yield from _in_line(Site(Part.CAPTION, address.section, address, id, "caption"), label, block.caption)


def _in_line(site: Site, label: str, inlines: Inlines) -> Iterator[Passage]:
    """Give a line, and after it what the notes in it say."""
    if not inlines:
        return
    yield _passage(site, label, inlines)
    for inline in inlines:
        if isinstance(inline, Footnote) and inline.content:
            note = Site(Part.NOTE, site.section, site.address, site.block, site.line, inline.id)
            yield _passage(note, label, inline.content)


def _in_comment(section: str, comment: Comment) -> Iterator[Passage]:
    yield _plain(Site(Part.COMMENT, section, id=comment.id), comment.text)
    for reply in comment.replies:
        yield _plain(Site(Part.REPLY, section, id=comment.id, reply=reply.id), reply.text)


def _passage(site: Site, label: str, inlines: Inlines) -> Passage:
    text = characters(inlines)
    if OBJECT not in text:
        return _plain(site, text, label)
    places, at = [], 0
    for inline in inlines:
        if isinstance(inline, CrossReference):
            places.append(at)
        at += len(_character(inline))
    return Passage(site, text, _low(text), label, frozenset(places))


def _plain(site: Site, text: str, label: str = "") -> Passage:
    return Passage(site, text, _low(text), label)


def _low(text: str) -> str:
    """Give the text in small letters, letter for letter: the small form of some would be two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _memo_for(kind: SectionKind) -> IdentityMemo[Section, tuple[Passage, ...]]:
    return IdentityMemo(
        lambda section: tuple(passage for passage in _in_section(section, kind) if passage.text), capacity=4096
    )


_OF_KIND: IdentityMemo[SectionKind, IdentityMemo[Section, tuple[Passage, ...]]] = IdentityMemo(_memo_for, capacity=256)
