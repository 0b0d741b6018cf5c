"""What can be done to the outline, as edits: add, move, promote, demote, duplicate, delete, restore."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from ikonzept_desktop.model.document import (
    Document,
    Place,
    Section,
    Trashed,
    children_of,
    find_section,
    place_of,
    walk,
)
from ikonzept_desktop.model.edits import (
    AttributeValue,
    Edit,
    EmptyTrash,
    InsertSection,
    MoveSection,
    RestoreSection,
    SetAttribute,
    TrashSection,
)
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.renewal import renewed
from ikonzept_desktop.model.template import Placement, Role, SectionKind, Seed, Template
from ikonzept_desktop.model.text import clean


def new_section(template: Template, kind: str, title: str = "", ids: IdSource = new_id) -> Section:
    """Give an empty section of a kind, as the template has it begin."""
    type = template.kind(kind)
    return Section(ids(), kind, clean(title), in_contents=type.in_contents, numbered=type.numbered)


def new_document(template: Template, ids: IdSource = new_id) -> Document:
    """Give a concept with the template's first outline."""
    return Document(template, tuple(_from_seed(template, seed, ids) for seed in template.outline))


def insert(document: Document, section: Section, place: Place) -> Edit:
    """Give the edit that adds a section, as near to the place as the order of the parts allows."""
    return InsertSection(_allowed(document, section, place), section)


def place_after(document: Document, id: str) -> Place:
    """Give the place right after a section, among its siblings; the very end for an unknown one."""
    place = place_of(document, id)
    return Place("", len(document.sections)) if place is None else replace(place, index=place.index + 1)


def place_below(document: Document, id: str) -> Place:
    """Give the place of a new last child."""
    return Place(id, len(children_of(document, id)))


def kind_for(document: Document, place: Place) -> SectionKind:
    """Give the kind a new section at a place becomes: that of its neighbours, or what its parent holds first."""
    template = document.template
    siblings = children_of(document, place.parent)
    if siblings:
        return _offered(template, (siblings[min(max(place.index - 1, 0), len(siblings) - 1)].kind,))
    parent = find_section(document, place.parent)
    if parent is not None:
        return _offered(template, (*template.kind(parent.kind).child_kinds, parent.kind))
    return _offered(template, ())


def _offered(template: Template, wanted: tuple[str, ...]) -> SectionKind:
    """Give the first of the wanted kinds that is not hidden, or else one for the body."""
    kinds = [*map(template.kind, wanted), *(kind for kind in template.kinds if kind.placement is Placement.BODY)]
    return next((kind for kind in (*kinds, *template.kinds) if not kind.hidden), template.kinds[0])


def place_for(document: Document, kind: str, near: str) -> Place:
    """Give the place of a new section of a kind: after a section, or below it, or as near as the template has it.

    Where nothing near may hold it, it follows the last of its kind, a top one first, or else everything.
    """
    section = find_section(document, near)
    if section is None:
        tops, everywhere = (
            [other.id for other in sections if other.kind == kind]
            for sections in (document.sections, walk(document.sections))
        )
        return place_after(document, (tops or everywhere or [""])[-1])
    if _may_stand_beside(document, section, kind):
        return place_after(document, near)
    if kind in document.template.kind(section.kind).child_kinds:
        return place_below(document, near)
    return place_for(document, kind, _parent(document, near))


def set_attribute(document: Document, id: str, name: str, value: AttributeValue) -> Edit | None:
    """Give the edit that sets an attribute of a section; None where it has that value already."""
    section = find_section(document, id)
    value = clean(value) if isinstance(value, str) else value
    if section is None or getattr(section, name) == value:
        return None
    return SetAttribute(id, name, getattr(section, name), value)


def move(document: Document, id: str, target: Place) -> Edit | None:
    """Give the edit that moves a section to a place counted before the move; None where that is no move.

    A section cannot go below itself, and a top one stays within its part of the concept.
    """
    origin, section = place_of(document, id), find_section(document, id)
    if origin is None or section is None or _is_within(section, target.parent):
        return None
    if target.parent == origin.parent and target.index > origin.index:
        target = replace(target, index=target.index - 1)
    target = _allowed(document, section, target, without=id)
    return None if target == origin else MoveSection(id, origin, target)


def move_by(document: Document, id: str, steps: int) -> Edit | None:
    """Give the edit that moves a section among its siblings, up for negative steps; None at the end."""
    origin = place_of(document, id)
    if origin is None:
        return None
    index = origin.index + (steps if steps < 0 else steps + 1)
    if not 0 <= index <= len(children_of(document, origin.parent)):
        return None
    return move(document, id, replace(origin, index=index))


def promote(document: Document, id: str) -> Edit | None:
    """Give the edit that puts a section right after its parent; None for a top one."""
    place = place_of(document, id)
    if place is None or not place.parent:
        return None
    return move(document, id, place_after(document, place.parent))


def demote(document: Document, id: str) -> Edit | None:
    """Give the edit that makes a section the last child of the sibling before it; None for a first one."""
    place = place_of(document, id)
    if place is None or place.index == 0:
        return None
    return move(
        document,
        id,
        place_below(document, children_of(document, place.parent)[place.index - 1].id),
    )


def duplicate(document: Document, id: str, ids: IdSource = new_id) -> Edit | None:
    """Give the edit that puts a copy of a section, with all below it under ids of its own, right after it."""
    section = find_section(document, id)
    return None if section is None else InsertSection(place_after(document, id), renewed(section, ids))


def trash(document: Document, id: str, now: datetime) -> Edit | None:
    """Give the edit that puts a section into the Papierkorb."""
    place = place_of(document, id)
    return None if place is None else TrashSection(id, place, place, len(document.trash), now)


def restore(document: Document, id: str) -> Edit | None:
    """Give the edit that takes a section out of the Papierkorb, back to its place or as near as can be."""
    found = _in_trash(document, id)
    if found is None:
        return None
    position, trashed = found
    place = trashed.place
    if place.parent and find_section(document, place.parent) is None:
        place = Place("", len(document.sections))
    nearest = replace(place, index=min(place.index, len(children_of(document, place.parent))))
    allowed = _allowed(document, trashed.section, nearest)
    return RestoreSection(id, allowed, trashed.place, position, trashed.deleted)


def purge(document: Document, id: str) -> Edit | None:
    """Give the edit that takes a section out of the Papierkorb for good."""
    found = _in_trash(document, id)
    return None if found is None else EmptyTrash(*found)


def _from_seed(template: Template, seed: Seed, ids: IdSource) -> Section:
    section = new_section(template, seed.kind, seed.title, ids)
    return replace(
        section,
        children=tuple(_from_seed(template, child, ids) for child in seed.children),
    )


def _in_trash(document: Document, id: str) -> tuple[int, Trashed] | None:
    found = ((i, trashed) for i, trashed in enumerate(document.trash) if trashed.section.id == id)
    return next(found, None)


def _is_within(section: Section, id: str) -> bool:
    return section.id == id or any(_is_within(child, id) for child in section.children)


def _allowed(document: Document, section: Section, place: Place, without: str = "") -> Place:
    """Give the nearest place that keeps the order of the parts, counted as if `without` were gone."""
    if place.parent:
        return place
    known = _ranks(document.template)
    rank = known.get(section.kind, list(Placement).index(Placement.BODY))
    ranks = [known[top.kind] for top in document.sections if top.id != without]
    first = sum(other < rank for other in ranks)
    last = sum(other <= rank for other in ranks)
    return replace(place, index=min(max(place.index, first), last))


def _may_stand_beside(document: Document, section: Section, kind: str) -> bool:
    """Tell whether the template has sections of that kind where the section stands."""
    template, parent = document.template, find_section(document, _parent(document, section.id))
    if parent is not None:
        return kind in template.kind(parent.kind).child_kinds
    if section.kind == kind:
        return True
    is_lower = any(kind in other.child_kinds for other in template.kinds if other.key != kind)
    return not is_lower and template.kind(kind).placement is template.kind(section.kind).placement


def _parent(document: Document, id: str) -> str:
    place = place_of(document, id)
    return place.parent if place else ""


def _ranks(template: Template) -> Mapping[str, int]:
    """Give the order of the parts that top sections of each kind keep to; what waits for its place comes last."""
    order = list(Placement)
    return {kind.key: len(order) if kind.role is Role.INBOX else order.index(kind.placement) for kind in template.kinds}
