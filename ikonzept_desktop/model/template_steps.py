"""What changes of a template have in common: how they are checked, refused, and carried over to the sections."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.edits import (
    AttributeValue,
    Edit,
    EmptyTrash,
    RefillTrash,
    SetAttribute,
    SetField,
    SetTemplate,
)
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.template import FieldType, Placement, SectionKind, Seed, Template
from ikonzept_desktop.model.template_check import mistakes
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.values import dataclass

_ATTRIBUTES = ("kind", "status", "in_contents", "numbered")
"""What of a section a template may have to do with."""


class TemplateRefusal(Exception):
    """A change of the template would lose something or make no sense; the message is German, for the user."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where in a template a field stands: in a kind of section, or as a column of one of its records fields."""

    kind: str
    field: str
    column: str = ""


def type_at(template: Template, place: FieldPlace) -> FieldType:
    """Give the field type at a place; raises KeyError where there is none."""
    field = template.kind(place.kind).field(place.field)
    types = field.columns if field is not None and place.column else (field,)
    wanted = place.column or place.field
    for type in types:
        if type is not None and type.key == wanted:
            return type
    raise KeyError(place)


def siblings_at(template: Template, place: FieldPlace) -> tuple[FieldType, ...]:
    """Give the field types among which a place is."""
    kind = template.kind(place.kind)
    if not place.column:
        return kind.fields
    field = kind.field(place.field)
    return field.columns if field is not None else ()


def with_siblings(template: Template, place: FieldPlace, types: tuple[FieldType, ...]) -> Template:
    """Give the template with the field types replaced among which a place is."""
    kind = template.kind(place.kind)
    if place.column:
        types = tuple(replace(type, columns=types) if type.key == place.field else type for type in kind.fields)
    return with_kind(template, replace(kind, fields=types))


def with_kind(template: Template, kind: SectionKind) -> Template:
    """Give the template with the kind of the same key replaced."""
    return replace(template, kinds=tuple(kind if known.key == kind.key else known for known in template.kinds))


def template_edit(document: Document, after: Template) -> Edit | None:
    """Give the edit that sets a template; None where it is the same.

    Raises TemplateRefusal for one that does not hold together. Its first outline is fitted to its kinds.
    """
    after = replace(after, outline=_fitting(after.outline, after))
    if after == document.template:
        return None
    for mistake in mistakes(after):
        raise TemplateRefusal(mistake)
    return SetTemplate(document.template, after)


def carried_over(document: Document, change: Callable[[Section], Section]) -> Iterator[Edit]:
    """Give the edits that change every section, those in the Papierkorb among them; `change` leaves children alone."""
    for section in walk(document.sections):
        yield from differences(section, change(section))
    for position, trashed in enumerate(document.trash):
        after = replace(trashed, section=_throughout(trashed.section, change))
        if after != trashed:
            yield EmptyTrash(position, trashed)
            yield RefillTrash(position, after)


def differences(before: Section, after: Section) -> Iterator[Edit]:
    """Give the edits that make one state of a section another, as far as a template has to do with it."""
    for name in _ATTRIBUTES:
        old: AttributeValue = getattr(before, name)
        new: AttributeValue = getattr(after, name)
        if old != new:
            yield SetAttribute(before.id, name, old, new)
    for key in sorted({field.key for field in (*before.fields, *after.fields)}):
        if before.value(key) != after.value(key):
            yield SetField(FieldAddress(before.id, key), before.value(key), after.value(key))


def every_section(document: Document) -> Iterator[tuple[Section, bool]]:
    """Go through all sections; the second says whether it lies in the Papierkorb."""
    for section in walk(document.sections):
        yield section, False
    for trashed in document.trash:
        for section in walk((trashed.section,)):
            yield section, True


def fresh_key(sort: str, ids: IdSource) -> str:
    """Give a key that was never given before, in the form of template files."""
    return f"{sort}_{ids()}"


def named(label: str) -> str:
    """Give a label as it may stand in a template; raises TemplateRefusal for an empty one."""
    cleaned = clean(label).strip()
    if not cleaned:
        raise TemplateRefusal("Eine Bezeichnung ist nötig; bitte geben Sie ein Wort ein.")
    return cleaned


def _throughout(section: Section, change: Callable[[Section], Section]) -> Section:
    changed = change(section)
    return replace(changed, children=tuple(_throughout(child, change) for child in changed.children))


def _fitting(seeds: tuple[Seed, ...], template: Template) -> tuple[Seed, ...]:
    kinds = {kind.key: kind for kind in template.kinds}
    order = list(Placement)
    known = [_fitting_seed(seed, kinds) for seed in seeds if seed.kind in kinds]
    return tuple(sorted(known, key=lambda seed: order.index(kinds[seed.kind].placement)))


def _fitting_seed(seed: Seed, kinds: dict[str, SectionKind]) -> Seed:
    allowed = (child for child in seed.children if child.kind in kinds and child.kind in kinds[seed.kind].child_kinds)
    return replace(seed, children=tuple(_fitting_seed(child, kinds) for child in allowed))
