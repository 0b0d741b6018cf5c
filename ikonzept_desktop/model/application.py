"""How an edit is carried out: a new document, or EditError and nothing changed."""

from dataclasses import replace
from functools import reduce

from ikonzept_desktop.model.blocks import Blocks, line_of, with_line
from ikonzept_desktop.model.document import (
    Document,
    Place,
    Section,
    Trashed,
    children_of,
    field_value,
    find_section,
    path_to,
    place_of,
    replace_section,
)
from ikonzept_desktop.model.edits import (
    ATTRIBUTES,
    AttributeValue,
    ChangeProposals,
    Compound,
    Decide,
    Edit,
    EditError,
    EmptyTrash,
    InsertSection,
    MoveSection,
    RefillTrash,
    RemoveSection,
    ReplaceBlocks,
    ReplaceRecords,
    ReplaceSpan,
    RestoreSection,
    SetAttribute,
    SetField,
    SetProperties,
    SetReturned,
    SetTemplate,
    TrashSection,
)
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, Records, RichText, is_empty, with_value
from ikonzept_desktop.model.inline import length, part, splice
from ikonzept_desktop.model.proposals import in_order


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
        case SetReturned() | ChangeProposals() | Decide():
            return _apply_to_review(document, edit)
        case Compound(edits=edits):
            return reduce(apply, edits, document)
        case _:
            return _apply_to_outline(document, edit)


def _apply_to_outline(
    document: Document,
    edit: InsertSection | RemoveSection | MoveSection | TrashSection | RestoreSection | EmptyTrash | RefillTrash,
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


def _apply_to_review(document: Document, edit: SetReturned | ChangeProposals | Decide) -> Document:
    match edit:
        case SetReturned():
            _require(document.returned == edit.before, "what came back")
            return replace(document, returned=edit.after)
        case ChangeProposals():
            known = {kept.id: kept for kept in document.proposals}
            for gone in edit.removed:
                _require(known.pop(gone.id, None) == gone, f"proposal {gone.id}")
            for come in edit.added:
                _require(known.setdefault(come.id, come) is come, f"proposal {come.id}")
            return replace(document, proposals=in_order(tuple(known.values())))
        case Decide():
            at = next((at for at, kept in enumerate(document.proposals) if kept.id == edit.proposal), -1)
            _require(at >= 0 and document.proposals[at].decision == edit.before, f"proposal {edit.proposal}")
            decided = replace(document.proposals[at], decision=edit.after)
            return replace(document, proposals=(*document.proposals[:at], decided, *document.proposals[at + 1 :]))


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
    try:
        line = line_of(blocks[index], edit.line)
    except KeyError as error:
        raise EditError(f"block {edit.block} has no line {edit.line!r}") from error
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
