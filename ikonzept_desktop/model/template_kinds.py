"""What can be done to the kinds of section, the statuses and the numbering of a template, as edits.

What is used can be hidden, not removed; whatever cannot be raises TemplateRefusal with a sentence for the user.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ikonzept_desktop.model import template_usage as usage
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, Place, Section
from ikonzept_desktop.model.edits import Edit, MoveSection, compound
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.template import (
    FieldKind,
    FieldType,
    Numbering,
    Placement,
    Role,
    SectionKind,
    Status,
    Template,
)
from ikonzept_desktop.model.template_steps import (
    TemplateRefusal,
    carried_over,
    fresh_key,
    named,
    template_edit,
    with_kind,
)
from ikonzept_desktop.model.text import clean

Keyed = TypeVar("Keyed", SectionKind, Status)


def put_kind(document: Document, after: SectionKind) -> Edit | None:
    """Give the edit that makes the kind of that key another one; its fields and its role stay as they are.

    Sections follow: to another part of the concept, and where they kept to the kind's numbering and contents.
    """
    before = document.template.kind(after.key)
    after = replace(
        after,
        label=named(after.label),
        plural=clean(after.plural).strip(),
        heading_prefix=clean(after.heading_prefix).strip(),
        fields=before.fields,
        role=before.role,
    )
    if after.hidden and all(kind.hidden for kind in document.template.kinds if kind.key != after.key):
        raise TemplateRefusal("Eine Abschnittsart muss für neue Abschnitte bleiben.")
    edits: list[Edit | None] = [template_edit(document, with_kind(document.template, after))]
    if (before.numbered, before.in_contents) != (after.numbered, after.in_contents):
        edits += carried_over(document, lambda section: _following(section, before, after))
    if before.placement is not after.placement:
        edits += moves_into_order(document, _placements(with_kind(document.template, after)))
    return compound(edits)


def add_kind(
    document: Document, label: str, placement: Placement, ids: IdSource = new_id
) -> tuple[Edit | None, SectionKind]:
    """Give the edit that adds a kind with one running text, behind the last of its part, and the kind."""
    text = FieldType(fresh_key("field", ids), "Text", FieldKind.RICH_TEXT, heading=False)
    label = named(label)
    kind = SectionKind(fresh_key("kind", ids), label, placement, (text,), plural=label)
    kinds = document.template.kinds
    order = list(Placement)
    at = sum(order.index(known.placement) <= order.index(placement) for known in kinds)
    after = replace(document.template, kinds=(*kinds[:at], kind, *kinds[at:]))
    return template_edit(document, after), kind


def remove_kind(document: Document, key: str) -> Edit | None:
    """Give the edit that takes an unused kind out of the template."""
    template = document.template
    kind = template.kind(key)
    if usage.use_of_kind(document, key):
        raise TemplateRefusal(f"Es gibt Abschnitte der Art „{kind.label}“. Sie lässt sich ausblenden, nicht löschen.")
    for other in template.kinds:
        for field in (type for known in other.fields for type in (known, *known.columns)):
            if field.target == f"section:{key}" and other.key != key:
                raise TemplateRefusal(f"Das Feld „{field.label}“ verweist auf Abschnitte der Art „{kind.label}“.")
    _refuse_to_lose_targets(template, kind)
    left = (known for known in template.kinds if known.key != key)
    kinds = tuple(replace(known, child_kinds=tuple(k for k in known.child_kinds if k != key)) for known in left)
    if all(known.hidden for known in kinds):
        raise TemplateRefusal("Eine Abschnittsart muss für neue Abschnitte bleiben.")
    return template_edit(document, replace(template, kinds=kinds))


def move_kind(document: Document, key: str, index: int) -> Edit | None:
    """Give the edit that puts a kind at an index of the list."""
    kinds = _moved(document.template.kinds, key, index)
    return template_edit(document, replace(document.template, kinds=kinds))


def put_status(document: Document, after: Status) -> Edit | None:
    """Give the edit that makes the status of that key another one."""
    statuses = document.template.statuses
    if after.hidden and after.key == statuses[0].key:
        raise TemplateRefusal(f"„{statuses[0].label}“ ist der Status neuer Abschnitte und bleibt sichtbar.")
    after = replace(after, label=named(after.label))
    changed = tuple(after if status.key == after.key else status for status in statuses)
    return template_edit(document, replace(document.template, statuses=changed))


def add_status(
    document: Document, label: str, shape: str, colour: str, ids: IdSource = new_id
) -> tuple[Edit | None, Status]:
    """Give the edit that adds a status at the end, and the status."""
    status = Status(fresh_key("status", ids), named(label), shape, colour)
    statuses = (*document.template.statuses, status)
    return template_edit(document, replace(document.template, statuses=statuses)), status


def remove_status(document: Document, key: str) -> Edit | None:
    """Give the edit that takes a status out of the template in which no section is."""
    template = document.template
    status = next(status for status in template.statuses if status.key == key)
    if usage.use_of_status(document, key):
        raise TemplateRefusal(
            f"Es gibt Abschnitte im Status „{status.label}“. Er lässt sich ausblenden, nicht löschen."
        )
    left = tuple(status for status in template.statuses if status.key != key)
    return _with_statuses(document, left)


def move_status(document: Document, key: str, index: int) -> Edit | None:
    """Give the edit that puts a status at an index of the list; sections stay in the status they are in."""
    return _with_statuses(document, _moved(document.template.statuses, key, index))


def set_numbering(document: Document, numbering: Numbering) -> Edit | None:
    """Give the edit that numbers the concept another way."""
    numbering = replace(numbering, table_label=named(numbering.table_label), figure_label=named(numbering.figure_label))
    return template_edit(document, replace(document.template, numbering=numbering))


def moves_into_order(document: Document, placements: dict[str, Placement]) -> Iterator[Edit]:
    """Give the moves after which the top sections stand in the order of the parts, by the placement of each kind."""
    order = list(Placement)
    wanted = sorted(document.sections, key=lambda section: order.index(placements[section.kind]))
    for index, section in enumerate(wanted):
        at = next(i for i, known in enumerate(document.sections) if known.id == section.id)
        if at != index:
            edit = MoveSection(section.id, Place("", at), Place("", index))
            document = apply(document, edit)
            yield edit


def _with_statuses(document: Document, statuses: tuple[Status, ...]) -> Edit | None:
    """Set the statuses; a section that says nothing of its status is in the first, and goes on being in that one."""
    if not statuses:
        raise TemplateRefusal("Ein Status muss bleiben.")
    if statuses[0].hidden:
        raise TemplateRefusal(f"„{statuses[0].label}“ ist ausgeblendet; der erste Status ist der neuer Abschnitte.")
    edit = template_edit(document, replace(document.template, statuses=statuses))
    first = document.template.statuses[0].key
    if edit is None or statuses[0].key == first:
        return edit
    known = {status.key for status in document.template.statuses}

    def said(section: Section) -> Section:
        return section if section.status in known else replace(section, status=first)

    return compound([edit, *carried_over(document, said)])


def _following(section: Section, before: SectionKind, after: SectionKind) -> Section:
    if section.kind != after.key:
        return section
    numbered = after.numbered if section.numbered == before.numbered else section.numbered
    in_contents = after.in_contents if section.in_contents == before.in_contents else section.in_contents
    return replace(section, numbered=numbered, in_contents=in_contents)


def _refuse_to_lose_targets(template: Template, kind: SectionKind) -> None:
    others = [known for known in template.kinds if known.key != kind.key]
    kept = {field.key for known in others for field in known.fields if field.kind is FieldKind.RECORDS}
    lost = {field.key: field for field in kind.fields if field.kind is FieldKind.RECORDS and field.key not in kept}
    for known in others:
        for field in (type for one in known.fields for type in (one, *one.columns)):
            target = lost.get(field.target.removeprefix("record:")) if field.target.startswith("record:") else None
            if target is not None:
                raise TemplateRefusal(f"Das Feld „{field.label}“ verweist auf die Einträge von „{target.label}“.")


def _moved(parts: tuple[Keyed, ...], key: str, index: int) -> tuple[Keyed, ...]:
    moving = next(part for part in parts if part.key == key)
    others = [part for part in parts if part.key != key]
    others.insert(min(max(index, 0), len(others)), moving)
    return tuple(others)


def _placements(template: Template) -> dict[str, Placement]:
    return {kind.key: kind.placement for kind in template.kinds}


def can_stand_elsewhere(kind: SectionKind) -> bool:
    """Tell whether the part of a kind may be changed: cover and imprint stand in front by their nature."""
    return kind.role is Role.TEXT
