"""Every change to a concept as a value: how it is applied, undone, and what it touches.

An edit carries what stood there before, so its inverse needs no document, and an edit that meets
other ground than it was made for raises EditError and changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import reduce

from ikonzept_desktop.model.blocks import (
    Block,
    Blocks,
    Cell,
    Figure,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from ikonzept_desktop.model.changes import Changes, in_field
from ikonzept_desktop.model.document import (
    Comment,
    Document,
    Place,
    Properties,
    Section,
    Trashed,
    children_of,
    field_value,
    find_section,
    path_to,
    place_of,
    replace_section,
)
from ikonzept_desktop.model.fields import (
    FieldAddress,
    FieldValue,
    Record,
    Records,
    RichText,
    is_empty,
    with_value,
)
from ikonzept_desktop.model.inline import Footnote, Inlines, length, part, splice
from ikonzept_desktop.model.template import Template

AttributeValue = str | bool | int | date | tuple[Comment, ...] | None
ATTRIBUTES = frozenset(
    {
        "kind",
        "title",
        "status",
        "responsible",
        "deadline",
        "target_words",
        "in_contents",
        "numbered",
        "comments",
    }
)


class EditError(Exception):
    """An edit does not fit the document it was applied to; the document stays as it was."""


@dataclass(frozen=True, slots=True)
class ReplaceSpan:
    """Characters and inlines replaced within one line; positions count code points (see `inline`)."""

    address: FieldAddress
    block: str
    line: str
    """Empty for the block's own line, `caption`, `source`, or the id of a cell."""
    start: int
    removed: Inlines
    inserted: Inlines


@dataclass(frozen=True, slots=True)
class ReplaceBlocks:
    """Neighbouring blocks of a rich text replaced by others."""

    address: FieldAddress
    start: int
    before: Blocks
    after: Blocks


@dataclass(frozen=True, slots=True)
class ReplaceRecords:
    """Neighbouring records of a records field replaced by others; the address names no record."""

    address: FieldAddress
    start: int
    before: tuple[Record, ...]
    after: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class SetField:
    """A field's whole value replaced; None is a field never written."""

    address: FieldAddress
    before: FieldValue | None
    after: FieldValue | None


@dataclass(frozen=True, slots=True)
class SetAttribute:
    """An attribute of a section replaced: one of ATTRIBUTES."""

    section: str
    name: str
    before: AttributeValue
    after: AttributeValue


@dataclass(frozen=True, slots=True)
class InsertSection:
    """A section, with all below it, comes to a place."""

    place: Place
    section: Section


@dataclass(frozen=True, slots=True)
class RemoveSection:
    """A section goes without a trace; deleting by a person is TrashSection."""

    place: Place
    section: Section


@dataclass(frozen=True, slots=True)
class MoveSection:
    """A section goes from one place to another; `target` is its place when it has arrived."""

    section: str
    origin: Place
    target: Place


@dataclass(frozen=True, slots=True)
class TrashSection:
    """A section goes from its place to the Papierkorb, to that position in it."""

    section: str
    place: Place
    remembered: Place
    """The place the Papierkorb remembers; the same as `place`, unless this undoes a restoration elsewhere."""
    position: int
    deleted: datetime


@dataclass(frozen=True, slots=True)
class RestoreSection:
    """The inverse of TrashSection: out of the Papierkorb, to a place."""

    section: str
    place: Place
    remembered: Place
    position: int
    deleted: datetime


@dataclass(frozen=True, slots=True)
class EmptyTrash:
    """A section leaves the Papierkorb for good."""

    position: int
    trashed: Trashed


@dataclass(frozen=True, slots=True)
class RefillTrash:
    """The inverse of EmptyTrash."""

    position: int
    trashed: Trashed


@dataclass(frozen=True, slots=True)
class SetTemplate:
    """The concept's own template replaced."""

    before: Template
    after: Template


@dataclass(frozen=True, slots=True)
class SetProperties:
    """What is said of the concept as a whole replaced."""

    before: Properties
    after: Properties


@dataclass(frozen=True, slots=True)
class Compound:
    """Several edits as one step, each fitting the ground the one before has left."""

    edits: tuple["Edit", ...]


Edit = (
    ReplaceSpan
    | ReplaceBlocks
    | ReplaceRecords
    | SetField
    | SetAttribute
    | InsertSection
    | RemoveSection
    | MoveSection
    | TrashSection
    | RestoreSection
    | EmptyTrash
    | RefillTrash
    | SetTemplate
    | SetProperties
    | Compound
)


def compound(edits: Iterable[Edit | None]) -> Edit | None:
    """Give one edit for several; None where there is nothing to do."""
    kept = tuple(edit for edit in edits if edit is not None)
    return kept[0] if len(kept) == 1 else Compound(kept) if kept else None


def inverse(edit: Edit) -> Edit:
    """Give the edit that takes this one back."""
    match edit:
        case ReplaceSpan():
            return replace(edit, removed=edit.inserted, inserted=edit.removed)
        case ReplaceBlocks():
            return replace(edit, before=edit.after, after=edit.before)
        case ReplaceRecords():
            return replace(edit, before=edit.after, after=edit.before)
        case SetField():
            return replace(edit, before=edit.after, after=edit.before)
        case SetAttribute():
            return replace(edit, before=edit.after, after=edit.before)
        case SetTemplate():
            return SetTemplate(edit.after, edit.before)
        case SetProperties():
            return SetProperties(edit.after, edit.before)
        case MoveSection():
            return MoveSection(edit.section, edit.target, edit.origin)
        case Compound():
            return Compound(tuple(inverse(part) for part in reversed(edit.edits)))
        case _:
            return _inverse_of_coming_and_going(edit)


def touched(edit: Edit) -> Changes:
    """Give what the edit touches."""
    match edit:
        case ReplaceSpan():
            notes = any(isinstance(inline, Footnote) for inline in edit.removed + edit.inserted)
            return in_field(edit.address, blocks=notes)
        case ReplaceBlocks(address=address) | ReplaceRecords(address=address) | SetField(address=address):
            return in_field(address, blocks=True)
        case SetAttribute(section=section, name=name):
            return Changes(sections=frozenset({section}), attributes=frozenset({(section, name)}))
        case InsertSection() | RemoveSection() | MoveSection():
            return Changes(outline=True)
        case TrashSection() | RestoreSection():
            return Changes(outline=True, trash=True)
        case EmptyTrash() | RefillTrash():
            return Changes(trash=True)
        case SetTemplate():
            return Changes(template=True)
        case SetProperties():
            return Changes(properties=True)
        case Compound(edits=edits):
            return reduce(Changes.joined, map(touched, edits), Changes())


def apply(document: Document, edit: Edit) -> Document:
    """Give the document after the edit; raises EditError where the edit does not fit it."""
    match edit:
        case ReplaceSpan():
            return _replace_span(document, edit)
        case ReplaceBlocks():
            return _replace_blocks(document, edit)
        case ReplaceRecords():
            return _replace_records(document, edit)
        case SetField():
            return _set_field(document, edit)
        case SetAttribute():
            return _set_attribute(document, edit)
        case SetTemplate():
            _require(document.template == edit.before, "template")
            return replace(document, template=edit.after)
        case SetProperties():
            _require(document.properties == edit.before, "properties")
            return replace(document, properties=edit.after)
        case Compound(edits=edits):
            return reduce(apply, edits, document)
        case _:
            return _apply_to_outline(document, edit)


def line_of(block: Block, line: str) -> Inlines:
    """Give a line of a block by the name ReplaceSpan uses; raises EditError where it has none of that name."""
    match block:
        case Paragraph() | ListItem() if not line:
            return block.inlines
        case Table() | Figure() if line == "caption":
            return block.caption
        case Table() | Figure() if line == "source":
            return block.source
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    if cell.id == line:
                        return cell.inlines
    raise EditError(f"block {block.id} has no line {line!r}")


def with_line(block: Block, line: str, inlines: Inlines) -> Block:
    """Give the block with one of its lines replaced."""
    match block:
        case Paragraph() | ListItem():
            return replace(block, inlines=inlines)
        case Table() | Figure() if line == "caption":
            return replace(block, caption=inlines)
        case Table() | Figure() if line == "source":
            return replace(block, source=inlines)
        case Table():
            return replace(block, rows=tuple(_with_cell(row, line, inlines) for row in block.rows))
    raise EditError(f"block {block.id} has no line {line!r}")


def _inverse_of_coming_and_going(
    edit: InsertSection | RemoveSection | TrashSection | RestoreSection | EmptyTrash | RefillTrash,
) -> Edit:
    match edit:
        case InsertSection():
            return RemoveSection(edit.place, edit.section)
        case RemoveSection():
            return InsertSection(edit.place, edit.section)
        case TrashSection():
            return RestoreSection(edit.section, edit.place, edit.remembered, edit.position, edit.deleted)
        case RestoreSection():
            return TrashSection(edit.section, edit.place, edit.remembered, edit.position, edit.deleted)
        case EmptyTrash():
            return RefillTrash(edit.position, edit.trashed)
        case RefillTrash():
            return EmptyTrash(edit.position, edit.trashed)


def _apply_to_outline(
    document: Document,
    edit: InsertSection
    | RemoveSection
    | MoveSection
    | TrashSection
    | RestoreSection
    | EmptyTrash
    | RefillTrash,
) -> Document:
    match edit:
        case InsertSection():
            return _inserted(document, edit.place, edit.section)
        case RemoveSection():
            _require(
                find_section(document, edit.section.id) == edit.section,
                f"section {edit.section.id}",
            )
            return _taken_out(document, edit.section.id, edit.place)[0]
        case MoveSection():
            left, section = _taken_out(document, edit.section, edit.origin)
            return _inserted(left, edit.target, section)
        case TrashSection():
            left, section = _taken_out(document, edit.section, edit.place)
            return _into_trash(left, edit.position, Trashed(section, edit.remembered, edit.deleted))
        case RestoreSection():
            left, trashed = _out_of_trash(document, edit.position, edit.section)
            return _inserted(left, edit.place, trashed.section)
        case EmptyTrash():
            return _out_of_trash(document, edit.position, edit.trashed.section.id)[0]
        case RefillTrash():
            return _into_trash(document, edit.position, edit.trashed)


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise EditError(f"{what} is not what the edit was made for")


def _section(document: Document, id: str) -> Section:
    section = find_section(document, id)
    if section is None:
        raise EditError(f"no section {id}")
    return section


def _with_field(document: Document, address: FieldAddress, value: FieldValue | None) -> Document:
    section = _section(document, address.section)
    if address.record:
        value = Records(
            tuple(
                replace(record, fields=with_value(record.fields, address.column, value))
                if record.id == address.record
                else record
                for record in section.records(address.field)
            )
        )
    return replace_section(
        document,
        replace(section, fields=with_value(section.fields, address.field, value)),
    )


def _blocks_at(document: Document, address: FieldAddress) -> Blocks:
    value = field_value(document, address)
    if value is None:
        return ()
    if not isinstance(value, RichText):
        raise EditError(f"{address} holds no rich text")
    return value.blocks


def _replace_span(document: Document, edit: ReplaceSpan) -> Document:
    blocks = _blocks_at(document, edit.address)
    index = next((i for i, block in enumerate(blocks) if block.id == edit.block), -1)
    _require(index >= 0, f"block {edit.block}")
    line = line_of(blocks[index], edit.line)
    end = edit.start + length(edit.removed)
    _require(
        part(line, edit.start, end) == edit.removed and edit.start <= length(line),
        f"span of {edit.block}",
    )
    changed = with_line(blocks[index], edit.line, splice(line, edit.start, end, edit.inserted))
    return _with_field(
        document,
        edit.address,
        RichText((*blocks[:index], changed, *blocks[index + 1 :])),
    )


def _replace_blocks(document: Document, edit: ReplaceBlocks) -> Document:
    blocks = _blocks_at(document, edit.address)
    end = edit.start + len(edit.before)
    _require(
        blocks[edit.start : end] == edit.before and edit.start <= len(blocks),
        f"blocks of {edit.address}",
    )
    return _with_field(
        document,
        edit.address,
        RichText((*blocks[: edit.start], *edit.after, *blocks[end:])),
    )


def _replace_records(document: Document, edit: ReplaceRecords) -> Document:
    value = field_value(document, edit.address)
    records = value.records if isinstance(value, Records) else ()
    end = edit.start + len(edit.before)
    _require(
        records[edit.start : end] == edit.before and edit.start <= len(records),
        f"records of {edit.address}",
    )
    return _with_field(
        document,
        edit.address,
        Records((*records[: edit.start], *edit.after, *records[end:])),
    )


def _set_field(document: Document, edit: SetField) -> Document:
    _require(
        _has_room(_section(document, edit.address.section), edit.address),
        f"place {edit.address}",
    )
    _require(field_value(document, edit.address) == _written(edit.before), f"field {edit.address}")
    return _with_field(document, edit.address, edit.after)


def _written(value: FieldValue | None) -> FieldValue | None:
    return None if value is None or is_empty(value) else value


def _has_room(section: Section, address: FieldAddress) -> bool:
    return not address.record or any(record.id == address.record for record in section.records(address.field))


def _set_attribute(document: Document, edit: SetAttribute) -> Document:
    section = _section(document, edit.section)
    known = edit.name in ATTRIBUTES and getattr(section, edit.name) == edit.before
    _require(known, f"{edit.name} of section {edit.section}")
    return replace_section(document, _with_attribute(section, edit.name, edit.after))


def _with_attribute(section: Section, name: str, value: AttributeValue) -> Section:
    changed: dict[str, AttributeValue] = {name: value}
    return replace(section, **changed)  # type: ignore[arg-type]  # the name decides the type; schema checks it


def _with_cell(row: Row, id: str, inlines: Inlines) -> Row:
    if all(cell.id != id for cell in row.cells):
        return row
    return replace(row, cells=tuple(_changed_cell(cell, id, inlines) for cell in row.cells))


def _changed_cell(cell: Cell, id: str, inlines: Inlines) -> Cell:
    return replace(cell, inlines=inlines) if cell.id == id else cell


def _with_children(document: Document, parent: str, children: tuple[Section, ...]) -> Document:
    if not parent:
        return replace(document, sections=children)
    return replace_section(document, replace(_section(document, parent), children=children))


def _inserted(document: Document, place: Place, section: Section) -> Document:
    if place.parent:
        _section(document, place.parent)
    siblings = children_of(document, place.parent)
    _require(0 <= place.index <= len(siblings), f"place {place}")
    _require(path_to(document.sections, section.id) is None, f"section {section.id}")
    return _with_children(
        document,
        place.parent,
        (*siblings[: place.index], section, *siblings[place.index :]),
    )


def _taken_out(document: Document, id: str, place: Place) -> tuple[Document, Section]:
    _require(place_of(document, id) == place, f"place of section {id}")
    siblings = children_of(document, place.parent)
    rest = (*siblings[: place.index], *siblings[place.index + 1 :])
    return _with_children(document, place.parent, rest), siblings[place.index]


def _into_trash(document: Document, position: int, trashed: Trashed) -> Document:
    _require(0 <= position <= len(document.trash), "place in the trash")
    return replace(
        document,
        trash=(*document.trash[:position], trashed, *document.trash[position:]),
    )


def _out_of_trash(document: Document, position: int, section: str) -> tuple[Document, Trashed]:
    _require(
        position < len(document.trash) and document.trash[position].section.id == section,
        "trash",
    )
    rest = (*document.trash[:position], *document.trash[position + 1 :])
    return replace(document, trash=rest), document.trash[position]
