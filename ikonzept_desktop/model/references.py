"""The cross-references of a concept, and which of them point at nothing: found once for each frozen section."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Figure, Table
from ikonzept_desktop.model.document import Document, Section, find_section, walk
from ikonzept_desktop.model.edits import Edit, ReplaceSpan, SetField
from ikonzept_desktop.model.fields import Field, FieldAddress, FieldValue, Links, Records, RichText
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, NoteInline, ReferenceForm, normalise, size
from ikonzept_desktop.model.lines import PlacedLine, lines_of_section
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.notes import placed_notes
from ikonzept_desktop.values import dataclass

_KEPT_SECTIONS = 4096


@dataclass(frozen=True, slots=True)
class PlacedReference:
    """A cross-reference of a text, or a target of a field of links, and where it stands."""

    address: FieldAddress
    target: str
    form: ReferenceForm = ReferenceForm.NUMBER
    block: str = ""
    """The block it stands in; empty for a field of links."""
    line: str = ""
    """The line of the block: empty, `caption`, `source`, or the id of a cell."""
    note: str = ""
    """The footnote it stands in, or nothing."""
    offset: int = 0
    """Code points before it in its line, or in its note."""


@dataclass(frozen=True, slots=True)
class _Pointing:
    """What of a section can be pointed at, and what it points at."""

    targets: frozenset[str]
    references: tuple[PlacedReference, ...]


def references_of(section: Section) -> tuple[PlacedReference, ...]:
    """Give the references that stand in a section, in the order of its fields; not those of sections below."""
    return _POINTING(section).references


def dangling(document: Document) -> tuple[PlacedReference, ...]:
    """Give the references whose target is gone, in reading order; what is in the Papierkorb neither has nor is any."""
    return _DANGLING(document)


def targets(document: Document) -> frozenset[str]:
    """Give the ids of all that can be pointed at: sections, tables, figures and records."""
    return frozenset().union(*(_POINTING(section).targets for section in walk(document.sections)))


def points_alike(before: Document, after: Document, sections: Iterable[str]) -> bool:
    """Tell whether these sections hold the same targets and references as before, each in the same place."""
    for id in sections:
        old, new = find_section(before, id), find_section(after, id)
        if old is None or new is None or _POINTING(old) != _POINTING(new):
            return False
    return True


def replaced_reference(document: Document, place: PlacedReference, after: CrossReference | None) -> Edit | None:
    """Give the edit that puts another reference in the place of one, or takes it away; None where it is not there."""
    section = find_section(document, place.address.section)
    if section is None or place not in references_of(section):
        return None
    if not place.block:
        return _relinked(section, place, after)
    line = next(line for line in lines_of_section(section) if _holds(line, place))
    known = CrossReference(place.target, place.form)
    if place.note:
        return _in_note(line, place, after)
    put = () if after is None else (after,)
    return ReplaceSpan(place.address, place.block, place.line, place.offset, (known,), put)


def _holds(line: PlacedLine, place: PlacedReference) -> bool:
    return (line.address, line.block, line.line) == (place.address, place.block, place.line)


def _in_note(line: PlacedLine, place: PlacedReference, after: CrossReference | None) -> Edit:
    start, note = next((at, part) for at, part in placed_notes(line.inlines) if part.id == place.note)
    offset, content = 0, list[NoteInline]()
    for part in note.content:
        if offset != place.offset or not isinstance(part, CrossReference):
            content.append(part)
        elif after is not None:
            content.append(after)
        offset += size(part)
    # What stood on either side may be one run now.
    changed = normalise((replace(note, content=tuple(content)),))
    return ReplaceSpan(place.address, place.block, place.line, start, (note,), changed)


def _relinked(section: Section, place: PlacedReference, after: CrossReference | None) -> Edit:
    before = _links_at(section, place.address)
    put = (after.target,) if after else ()
    kept = (one for known in before.targets for one in (put if known == place.target else (known,)))
    return SetField(place.address, before, Links(tuple(dict.fromkeys(kept))))


def _links_at(section: Section, address: FieldAddress) -> Links:
    fields: tuple[Field, ...] = section.fields
    key = address.field
    if address.record:
        record = next(record for record in section.records(address.field) if record.id == address.record)
        fields, key = record.fields, address.column
    value = next(field.value for field in fields if field.key == key)
    assert isinstance(value, Links)
    return value


def _pointing(section: Section) -> _Pointing:
    found = {section.id}
    for field in section.fields:
        found.update(_targets(field.value))
    in_lines = (reference for line in lines_of_section(section) for reference in _in_line(line, line.inlines))
    return _Pointing(frozenset(found), (*in_lines, *_in_links(section)))


def _targets(value: FieldValue) -> Iterator[str]:
    match value:
        case RichText(blocks=blocks):
            yield from _displays(blocks)
        case Records(records=records):
            for record in records:
                yield record.id
                for column in record.fields:
                    yield from _targets(column.value)


def _displays(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (block.id for block in blocks if isinstance(block, Table | Figure))


def _in_line(line: PlacedLine, inlines: Inlines, note: str = "") -> Iterator[PlacedReference]:
    offset = 0
    for inline in inlines:
        match inline:
            case CrossReference(target=target, form=form):
                yield PlacedReference(line.address, target, form, line.block, line.line, note, offset)
            case Footnote(id=id, content=content):
                yield from _in_line(line, content, id)
            case _:
                pass
        offset += size(inline)


def _in_links(section: Section) -> Iterator[PlacedReference]:
    for field in section.fields:
        match field.value:
            case Links(targets=targets):
                yield from (PlacedReference(FieldAddress(section.id, field.key), target) for target in targets)
            case Records(records=records):
                for record in records:
                    for column in record.fields:
                        if isinstance(column.value, Links):
                            address = FieldAddress(section.id, field.key, record.id, column.key)
                            yield from (PlacedReference(address, target) for target in column.value.targets)


_POINTING: IdentityMemo[Section, _Pointing] = IdentityMemo(_pointing, _KEPT_SECTIONS)


def _dangling(document: Document) -> tuple[PlacedReference, ...]:
    there = targets(document)
    every = (reference for section in walk(document.sections) for reference in references_of(section))
    return tuple(reference for reference in every if reference.target not in there)


_DANGLING: IdentityMemo[Document, tuple[PlacedReference, ...]] = IdentityMemo(_dangling, capacity=4)
