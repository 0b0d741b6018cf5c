"""How the name of a bookmark in a Word draft maps to a place in the concept, and back.

A draft holds one bookmark `_ik_ID` over the words of every line of the concept that is printed. What no such bookmark
covers was put there by the program (numbers, labels, contents, totals, the sheet that goes with a copy) and is no text
of the concept. The ids, of which no two are the same in a concept:

| ID | covers | Spot |
|---|---|---|
| `SECTION` | the title of a section | address (SECTION, "") |
| `BLOCK` | a paragraph, a list item; the caption of a table, figure or attached PDF | address, block |
| `BLOCK` over a drawing | a figure without a caption | address, block, line `caption` |
| `BLOCK_source` | the source of a table or figure, without „Quelle: “ before it | address, block, line `source` |
| `CELL` | a cell of a table, its line breaks as `w:br` | address, block, line CELL |
| `SECTION_FIELD` | a short value: line, choice, day, yes or no, links | address (SECTION, FIELD) |
| `RECORD_COLUMN` | the same of a record; its cell in a table where nothing is written | address (…, RECORD, COLUMN) |
| `NOTE` | the words of a footnote, in the part of the notes | that of the line it stands in, note NOTE |
| `concept_NAME` | a line of the cover: title, subtitle, publisher, draft, as_of | address ("", NAME) |

The text of a record's field is written block by block, in a cell of a table and in a list too: `BLOCK` names each.
A name longer than 40 characters is cut and ends in twelve digits of the SHA-256 of its ID; that is why a name is looked
up (`spots`) and not taken apart. LibreOffice adds `_Copy_1` to the names of bookmarks within notes; the sign of a note,
in the text, carries `_in_NOTE`, which stays as it is. Cells of a column of numbers read as they are printed, not as
they are stored: compare with `given_lines`, never with the model.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping

from ikonzept_desktop.model.blocks import Block, named_lines
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, Records, RichText, value_of
from ikonzept_desktop.model.inline import Footnote, Inlines
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.template import FieldType, Role, SectionKind
from ikonzept_desktop.publication.ids import field_id, property_id, source_id
from ikonzept_desktop.publication.runs import own_words
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    Cover,
    Element,
    FieldHeading,
    FigureElement,
    ListElement,
    Publication,
    Runs,
    TableElement,
    TextElement,
    TextRun,
    all_sections,
)
from ikonzept_desktop.values import dataclass

PREFIX = "_ik_"
COVER_LINES = ("title", "subtitle", "publisher", "draft", "as_of")
"""The properties of a concept that its cover prints."""
_OTHER = re.compile(r"[^A-Za-z0-9_]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a concept that an edit can go to."""

    address: FieldAddress
    """Of its field; with no field, the title of the section; with no section, a property of the concept."""
    block: str = ""
    """Empty for a short value, a title or a property."""
    line: str = ""
    """As in ReplaceSpan: empty for the block's own line, `caption`, `source`, or the id of a cell."""
    note: str = ""
    """The footnote of that line whose words are meant."""


def bookmark_name(id: str, prefix: str = PREFIX) -> str:
    """Name a bookmark after an id: at most 40 letters, digits and underscores (ECMA-376 Part 1, 17.13.6.2).

    One that begins with an underscore is hidden from readers.
    """
    name = prefix + id
    if len(name) <= _LONGEST and not _OTHER.search(name):
        return name
    digest = hashlib.sha256(id.encode()).hexdigest()[:12]
    return f"{prefix}{_OTHER.sub('_', id)[: _LONGEST - len(prefix) - 13]}_{digest}"


def id_of(spot: Spot) -> str:
    """Give the id that a draft knows a line by."""
    address = spot.address
    if spot.note:
        return spot.note
    if spot.block:
        own = spot.line in ("", "caption")
        return spot.block if own else source_id(spot.block) if spot.line == "source" else spot.line
    if address.record:
        return field_id(address.record, address.column)
    if not address.section:
        return property_id(address.field)
    return field_id(address.section, address.field) if address.field else address.section


def spots(document: Document) -> Mapping[str, Spot]:
    """Give the line that each bookmark of a draft of this concept stands for, by the bookmark's name."""
    found = {bookmark_name(id_of(spot)): spot for spot in _properties()}
    for section in walk(document.sections):
        found.update(_OF_KIND(document.template.kind(section.kind))(section))
    return found


def _of_kind(kind: SectionKind) -> IdentityMemo[Section, dict[str, Spot]]:
    """Give what finds the lines of each section of a kind once."""
    return IdentityMemo(lambda section: {bookmark_name(id_of(spot)): spot for spot in _in_section(section, kind)})


_OF_KIND: IdentityMemo[SectionKind, IdentityMemo[Section, dict[str, Spot]]] = IdentityMemo(_of_kind, capacity=256)


def _properties() -> Iterator[Spot]:
    return (Spot(FieldAddress("", name)) for name in COVER_LINES)


def _in_section(section: Section, kind: SectionKind) -> Iterator[Spot]:
    yield Spot(FieldAddress(section.id, ""))
    for type in kind.fields:
        yield from _in_field(FieldAddress(section.id, type.key), type, section.value(type.key))


def _in_field(address: FieldAddress, type: FieldType, value: FieldValue | None) -> Iterator[Spot]:
    if not isinstance(value, Records):
        yield from _in_value(address, value)
        return
    for record in value.records:
        for column in type.columns:
            inner = FieldAddress(address.section, address.field, record.id, column.key)
            yield from _in_value(inner, value_of(record.fields, column.key))


def _in_value(address: FieldAddress, value: FieldValue | None) -> Iterator[Spot]:
    yield Spot(address)
    for block in value.blocks if isinstance(value, RichText) else ():
        yield from _in_block(address, block)


def _in_block(address: FieldAddress, block: Block) -> Iterator[Spot]:
    for name, inlines in named_lines(block):
        spot = Spot(address, block.id, name)
        yield spot
        yield from _notes(spot, inlines)


def _notes(spot: Spot, inlines: Inlines) -> Iterator[Spot]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield Spot(spot.address, spot.block, spot.line, inline.id)


def given_lines(publication: Publication) -> Mapping[str, Runs]:
    """Give the words that a draft of it shows within each of its bookmarks, by the bookmark's name.

    The number of a page, which only the draft knows, is a run of no text.
    """
    found = dict(_on_cover(publication.cover))
    for section in all_sections(publication.sections):
        if section.role is not Role.COVER:  # whose title is that of the concept
            found[section.id] = (TextRun(section.title),)
        for element in section.elements:
            found.update(_given(element))
    found.update((note.id, note.runs) for note in publication.notes)
    return {bookmark_name(id): own_words(runs) for id, runs in found.items() if id and not _is_added(runs)}


def _is_added(runs: Runs) -> bool:
    """Tell whether there is something, and all of it from the program."""
    return bool(runs) and not own_words(runs)


def _on_cover(cover: Cover) -> Iterator[tuple[str, Runs]]:
    for name in COVER_LINES:
        if text := getattr(cover, name):
            yield property_id(name), (TextRun(text),)


def _given(element: Element) -> Iterator[tuple[str, Runs]]:
    match element:
        case TextElement(id=id, runs=runs) | AttachmentElement(id=id, title=runs):
            yield id, runs
        case ListElement():
            yield from _given_in_list(element)
        case TableElement():
            yield from _given_around(element)
            for cell in (cell for row in element.rows for cell in row.cells):
                yield from ((piece.id, piece.runs) for piece in cell.pieces) if cell.pieces else ((cell.id, cell.runs),)
        case FigureElement():
            yield from _given_around(element)
        case BoxElement():
            yield element.title_id, (TextRun(element.title),) if element.title else ()
            for inner in (inner for line in element.lines for inner in line.elements):
                yield from _given(inner)
        case FieldHeading():
            pass


def _given_in_list(element: ListElement) -> Iterator[tuple[str, Runs]]:
    for entry in element.entries:
        yield from ((piece.id, piece.runs) for piece in entry.pieces) if entry.pieces else ((entry.id, entry.runs),)
        for below in entry.below:
            yield from _given_in_list(below)


def _given_around(element: TableElement | FigureElement) -> Iterator[tuple[str, Runs]]:
    is_alone = isinstance(element, FigureElement) and not element.label
    if element.caption or is_alone:
        yield element.id, element.caption
    if element.source:
        yield source_id(element.id), element.source
