"""What the concept's own structure says is missing or wrong: empty fields, images without words, lost targets, days."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ikonzept_desktop.checking import texts
from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.checking.places import Place, named_lines
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Cell, Figure, Table
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Day, FieldValue, Links, Record, Records, RichText, value_of
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, Text, plain, size
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.page_choice import undescribed
from ikonzept_desktop.model.template import FieldType, SectionKind, Template

_NUMBER = re.compile(r"[+±–-]?(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?")
_AROUND = re.compile(
    r"^[\s\u00a0]*(?:ca\.|rd\.|rund|ab|bis|>|<|≥|≤|~)?[\s\u00a0]*"
    r"|(?:[\s\u00a0\u202f]*[%‰€$°]|[\s\u00a0\u202f]+[^\d.,]{1,14}|\s+)$"
)
"""What may stand around a number: a word before it, a sign or a unit behind it."""
_NOTHING_SAID = frozenset({"", "-", "–", "—", "…", "x", "X", "•", "k. A.", "k.A.", "n. v.", "entfällt", "offen"})
_FEWEST = 3
_SHARE = 0.75
_DONE = frozenset({"tick", "lock"})
"""Shapes of the states in which a section is finished."""


def duties(document: Document, section: Section, ids: frozenset[str], today: date) -> Iterator[Finding]:
    """Go through what is missing or wrong in one section; `ids` are all that can be pointed at."""
    kind = document.template.kind(section.kind)
    empty = _is_empty(section, kind)
    if empty and not section.children:
        yield Finding(Kind.EMPTY, Place(section.id), section.title or texts.UNTITLED, texts.EMPTY)
    if section.deadline is not None and section.deadline < today and not _is_done(document.template, section):
        why = texts.OVERDUE.format(day=f"{section.deadline:%d.%m.%Y}")
        yield Finding(Kind.OVERDUE, Place(section.id), section.title or texts.UNTITLED, why)
    for type in kind.fields:
        if not type.hidden:
            yield from _field_duties(section, type, ids, begun=not empty)


def _is_empty(section: Section, kind: SectionKind) -> bool:
    shown = {type.key for type in kind.fields if not type.hidden}
    return bool(shown) and all(is_blank(field.value) for field in section.fields if field.key in shown)


def _is_done(template: Template, section: Section) -> bool:
    return template.status(section.status).shape in _DONE


def _field_duties(section: Section, type: FieldType, ids: frozenset[str], *, begun: bool) -> Iterator[Finding]:
    value = section.value(type.key)
    if type.required and is_blank(value) and begun:
        yield _missing(Place(section.id, type.key), type)
    if isinstance(value, Records):
        for record in value.records:
            yield from _record_duties(section.id, type, record, ids)
    elif value is not None:
        yield from _value_duties(Place(section.id, type.key), type, value, ids)


def _record_duties(section: str, type: FieldType, record: Record, ids: frozenset[str]) -> Iterator[Finding]:
    for column in type.columns:
        if column.hidden:
            continue
        place = Place(section, type.key, record.id, column.key)
        value = value_of(record.fields, column.key)
        if column.required and is_blank(value):
            yield _missing(place, column)
        if value is not None:
            yield from _value_duties(place, column, value, ids)


def _missing(place: Place, type: FieldType) -> Finding:
    return Finding(Kind.MISSING, place, type.label, texts.MISSING.format(field=type.label))


def _value_duties(place: Place, type: FieldType, value: FieldValue, ids: frozenset[str]) -> Iterator[Finding]:
    match value:
        case Day(day=None, draft=draft) if draft.strip():
            yield Finding(Kind.NOT_A_DAY, place, draft, texts.NOT_A_DAY.format(draft=draft))
        case Links(targets=targets) if not ids.issuperset(targets):
            yield Finding(Kind.DANGLING, place, type.label, texts.DANGLING_LINK.format(field=type.label))
        case RichText(blocks=blocks):
            yield from _blocks_duties(place, blocks, ids)
        case _:
            pass


def _blocks_duties(place: Place, blocks: Blocks, ids: frozenset[str]) -> Iterator[Finding]:
    for block in blocks:
        facts = _BLOCK_FACTS(block)
        for line, note, start, target in facts.references:
            if target not in ids:
                at = _within(place, block.id, line, note, start, start + 1)
                yield Finding(Kind.DANGLING, at, texts.REFERENCE, texts.DANGLING)
        if facts.without_words:
            yield Finding(
                Kind.ALTERNATIVE_TEXT, _within(place, block.id), facts.without_words, texts.NO_ALTERNATIVE_TEXT
            )
        if facts.headless:
            yield Finding(Kind.NO_HEADER, _within(place, block.id), facts.headless, texts.NO_HEADER)
        for line, note, start, end, link in facts.empty_links:
            at = _within(place, block.id, line, note, start, end)
            yield Finding(Kind.EMPTY_LINK, at, link, texts.EMPTY_LINK.format(link=link))
        if facts.undescribed:
            pages = texts.pages(facts.undescribed)
            sentence = texts.NO_PAGE_DESCRIPTION.format(pages=pages)
            yield Finding(Kind.ALTERNATIVE_TEXT, _within(place, block.id), pages, sentence)
        for cell, words in facts.no_numbers:
            at = _within(place, block.id, cell, "", 0, len(words))
            yield Finding(Kind.NOT_A_NUMBER, at, words, texts.NOT_A_NUMBER.format(cell=words))


def _within(place: Place, block: str, line: str = "", note: str = "", start: int = 0, end: int = 0) -> Place:
    return Place(place.section, place.field, place.record, place.column, block, line, note, start, end)


class _BlockFacts:
    """What a block says to the duties, read once."""

    __slots__ = ("empty_links", "headless", "no_numbers", "references", "undescribed", "without_words")

    def __init__(self, block: Block) -> None:
        self.references = tuple(_references(block))
        self.without_words = ""
        if isinstance(block, Figure) and not block.decorative and not block.alternative_text.strip():
            self.without_words = plain(block.caption).strip() or texts.FIGURE
        self.headless = ""
        if isinstance(block, Table) and not (block.header_rows or block.header_columns) and len(block.rows) > 1:
            self.headless = plain(block.caption).strip() or texts.TABLE
        self.empty_links = tuple(_empty_links(block))
        self.undescribed = undescribed(block) if isinstance(block, Attachment) else ()
        self.no_numbers = tuple(_no_numbers(block)) if isinstance(block, Table) else ()


_BLOCK_FACTS: IdentityMemo[Block, _BlockFacts] = IdentityMemo(_BlockFacts)


def _references(block: Block) -> Iterator[tuple[str, str, int, str]]:
    """Go through the references of a block: line, note, position and target."""
    for line, inlines in named_lines(block):
        yield from _in_line(line, "", inlines)


def _in_line(line: str, note: str, inlines: Inlines) -> Iterator[tuple[str, str, int, str]]:
    at = 0
    for inline in inlines:
        if isinstance(inline, CrossReference):
            yield line, note, at, inline.target
        elif isinstance(inline, Footnote):
            yield from _in_line(line, inline.id, inline.content)
        at += size(inline)


def _empty_links(block: Block) -> Iterator[tuple[str, str, int, int, str]]:
    """Go through the links of a block that stand on nothing to be seen: line, note, start, end and target."""
    for line, inlines in named_lines(block):
        yield from _empty_in_line(line, "", inlines)


def _empty_in_line(line: str, note: str, inlines: Inlines) -> Iterator[tuple[str, str, int, int, str]]:
    at = 0
    for link, group in groupby(inlines, _link_of):
        parts = tuple(group)
        end = at + sum(map(size, parts))
        if link and not plain(parts).strip():
            yield line, note, at, end, link
        for part in parts:
            if isinstance(part, Footnote):
                yield from _empty_in_line(line, part.id, part.content)
        at = end


def _link_of(inline: Inline) -> str:
    return inline.link if isinstance(inline, Text) else ""


def _no_numbers(table: Table) -> Iterator[tuple[str, str]]:
    """Go through the cells of columns of numbers that hold figures and yet are no number."""
    for column in _columns(table):
        said = [(cell, plain(cell.inlines).strip()) for cell in column]
        said = [(cell, words) for cell, words in said if words not in _NOTHING_SAID]
        doubtful = [(cell.id, words) for cell, words in said if not is_number(words)]
        if len(said) >= _FEWEST and doubtful and len(said) - len(doubtful) >= _SHARE * len(said):
            yield from ((cell, words) for cell, words in doubtful if any(map(str.isdigit, words)))


def is_number(words: str) -> bool:
    """Tell whether a cell says a number as Germans write it, with a unit or a sign around it or without."""
    return _NUMBER.fullmatch(_AROUND.sub("", words)) is not None


def _columns(table: Table) -> list[list[Cell]]:
    """Give the cells of the body by the column they begin in; tables with spans are left alone below their headers."""
    width = len(table.columns)
    body = [row for row in table.rows[table.header_rows :] if len(row.cells) == width]
    return [[row.cells[index] for row in body] for index in range(table.header_columns, width)]
