"""A section becomes one of another kind: what it holds stays, readable even where the new kind has no field for it."""

from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.document import Document, Section, find_section, place_of
from ikonzept_desktop.model.edits import Compound, Edit, compound
from ikonzept_desktop.model.fields import Choice, Field, FieldValue, Records, value_of
from ikonzept_desktop.model.schema import VALUE_TYPES
from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType, SectionKind, Template
from ikonzept_desktop.model.template_steps import differences
from ikonzept_desktop.model.template_usage import AGAIN, parked_key

_KIND_OF = {value: kind for kind, value in VALUE_TYPES.items()}
_LOST_LABEL = "Frühere Angabe"


def set_kind(document: Document, id: str, kind: str) -> Edit | None:
    """Give the edit that makes a section one of another kind; None where it is of that kind, or there is none.

    Values for which the new kind has the same field go there; others stay under their key, or where the new kind has
    another use for that key, under one that tells the old kind (see `parked_key`).
    """
    section = find_section(document, id)
    if section is None or section.kind == kind:
        return None
    old, new = document.template.kind(section.kind), document.template.kind(kind)
    changed = replace(_kept_to(section, old, new), kind=kind, fields=_rehoused(section.fields, old, new))
    edits: list[Edit | None] = list(differences(section, changed))
    place = place_of(document, id)
    if place is not None and not place.parent:
        edits.append(outline.move(apply(document, Compound(tuple(filter(None, edits)))), id, place))
    return compound(edits)


def left_over(template: Template, section: Section) -> tuple[FieldType, ...]:
    """Give types for what a section still holds from kinds it was of before, and its own kind has no field for.

    They come in the order those kinds have them, first those of the kind that knows most of them.
    """
    kind = template.kind(section.kind)
    left = [field for field in section.fields if kind.field(field.key) is None and not is_blank(field.value)]
    if not left:
        return ()
    kinds = sorted(template.kinds, key=lambda known: -sum(known.field(field.key) is not None for field in left))
    order = [type for known in kinds for type in known.fields]
    found = [(_known_type(kinds, field), field) for field in left]
    found.sort(key=lambda pair: order.index(pair[0]) if pair[0] is not None else len(order))
    return tuple(_type_of_left(type, field) for type, field in found)


def _rehoused(fields: tuple[Field, ...], old: SectionKind, new: SectionKind) -> tuple[Field, ...]:
    kept: dict[str, FieldValue] = {}
    for field in fields:
        type = new.field(field.key)
        if type is None or _fits(field.value, type):
            kept[field.key] = field.value
        else:
            key = parked_key(old.key, field.key)
            while value_of(fields, key) is not None:
                key += AGAIN
            kept[key] = field.value
    prefix = parked_key(new.key, "")
    for key in [key for key in kept if key.startswith(prefix)]:
        own = key.removeprefix(prefix).rstrip(AGAIN)
        type = new.field(own)
        if type is not None and own not in kept and _fits(kept[key], type):
            kept[own] = kept.pop(key)
    return tuple(Field(key, value) for key, value in kept.items())


def _fits(value: FieldValue, type: FieldType) -> bool:
    """Tell whether a field of that type shows all of a value."""
    if not isinstance(value, VALUE_TYPES[type.kind]):
        return False
    match value:
        case Choice(key=key):
            return any(option.key == key for option in type.options)
        case Records(records=records):
            columns = {column.key: column for column in type.columns}
            fields = (field for record in records for field in record.fields)
            return all(field.key in columns and _fits(field.value, columns[field.key]) for field in fields)
        case _:
            return True


def _kept_to(section: Section, old: SectionKind, new: SectionKind) -> Section:
    """Have a section follow its kind in what it has followed until now."""
    numbered = new.numbered if section.numbered == old.numbered else section.numbered
    in_contents = new.in_contents if section.in_contents == old.in_contents else section.in_contents
    return replace(section, numbered=numbered, in_contents=in_contents)


def _type_of_left(found: FieldType | None, field: Field) -> FieldType:
    if found is not None:
        return replace(found, key=field.key, printed=False, required=False, internal=False, hidden=False)
    kind = _KIND_OF[type(field.value)]
    options = (ChoiceOption(field.value.key, field.value.key),) if isinstance(field.value, Choice) else ()
    columns = _columns_of(field.value) if isinstance(field.value, Records) else ()
    target = "section:" if kind is FieldKind.LINKS else ""
    return FieldType(field.key, _LOST_LABEL, kind, printed=False, options=options, target=target, columns=columns)


def _known_type(every: Sequence[SectionKind], field: Field) -> FieldType | None:
    kind_key, _, own = field.key.rstrip(AGAIN).rpartition(".")
    kinds = [kind for kind in every if not kind_key or kind.key == kind_key]
    types = (kind.field(own) for kind in kinds)
    return next((type for type in types if type is not None and _fits(field.value, type)), None)


def _columns_of(value: Records) -> tuple[FieldType, ...]:
    found: dict[str, FieldType] = {}
    for record in value.records:
        for field in record.fields:
            kind = _KIND_OF[type(value_of(record.fields, field.key) or field.value)]
            target = "section:" if kind is FieldKind.LINKS else ""
            found.setdefault(field.key, FieldType(field.key, _LOST_LABEL, kind, target=target))
    return tuple(found.values())
