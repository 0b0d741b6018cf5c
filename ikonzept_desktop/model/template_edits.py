"""What can be done to the fields of a kind, to the columns of records and the answers of choices, as edits.

Each is one edit that undo takes back whole. What was written is never lost: what is used can be hidden, not removed,
and a field becomes one of another kind only where every value has an equal there. Whatever cannot be raises
TemplateRefusal with a sentence for the user.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ikonzept_desktop.model import template_usage as usage
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.edits import Edit, compound
from ikonzept_desktop.model.fields import Field, FieldValue, Record, Records, value_of, with_value
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.schema import VALUE_TYPES
from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType, RecordForm, Template
from ikonzept_desktop.model.template_conversion import Lossy, converted, texts_in
from ikonzept_desktop.model.template_steps import (
    FieldPlace,
    TemplateRefusal,
    carried_over,
    every_section,
    fresh_key,
    named,
    siblings_at,
    template_edit,
    type_at,
    with_siblings,
)
from ikonzept_desktop.model.text import clean

MOST_ANSWERS = 60
"""Answers that a choice may get out of what was written before."""
_ENTRY = "Eintrag"


def put_field(document: Document, place: FieldPlace, after: FieldType, ids: IdSource = new_id) -> Edit | None:
    """Give the edit that makes a field or column another one; its key and its columns stay as they are.

    Where its kind changes, what was written is converted with it.
    """
    template = document.template
    before = type_at(template, place)
    after = replace(after, key=before.key, label=named(after.label), help=clean(after.help))
    after = _with_sound_options(document, place, before, after)
    if after.kind is before.kind:
        after = _bare(replace(after, columns=before.columns))
        return template_edit(document, _with_type(template, place, after))
    after = _of_other_kind(document, place, before, after, ids)
    edit = template_edit(document, _with_type(template, place, after))
    return compound([*carried_over(document, lambda section: _converted(template, section, place, after, ids)), edit])


def add_field(
    document: Document,
    place: FieldPlace,
    label: str,
    kind: FieldKind = FieldKind.RICH_TEXT,
    ids: IdSource = new_id,
) -> tuple[Edit | None, FieldPlace]:
    """Give the edit that adds a field behind the one at a place, and where it then stands.

    A place of a column adds a column, one of an unknown key adds at the end.
    """
    template = document.template
    siblings = siblings_at(template, place)
    key = fresh_key("field", ids)
    type = _begun(FieldType(key, named(label), kind), ids)
    at = next((i + 1 for i, known in enumerate(siblings) if known.key == (place.column or place.field)), len(siblings))
    after = with_siblings(template, place, (*siblings[:at], type, *siblings[at:]))
    there = replace(place, column=key) if place.column else replace(place, field=key)
    return template_edit(document, after), there


def remove_field(document: Document, place: FieldPlace) -> Edit | None:
    """Give the edit that takes an unused field or column out of the template."""
    template = document.template
    type = type_at(template, place)
    if usage.use_of_field(document, place):
        raise TemplateRefusal(f"In „{type.label}“ steht schon etwas. Das Feld lässt sich ausblenden, nicht löschen.")
    _refuse_if_leaned_on(template, place, type)
    siblings = tuple(known for known in siblings_at(template, place) if known.key != type.key)
    return template_edit(document, with_siblings(template, place, siblings))


def move_field(document: Document, place: FieldPlace, index: int) -> Edit | None:
    """Give the edit that puts a field or column at an index among its siblings; None where it stands there."""
    template = document.template
    type = type_at(template, place)
    others = [known for known in siblings_at(template, place) if known.key != type.key]
    others.insert(min(max(index, 0), len(others)), type)
    return template_edit(document, with_siblings(template, place, tuple(others)))


def add_option(
    document: Document, place: FieldPlace, label: str, ids: IdSource = new_id
) -> tuple[Edit | None, ChoiceOption]:
    """Give the edit that adds an answer to a choice, and the answer."""
    type = type_at(document.template, place)
    option = ChoiceOption(fresh_key("answer", ids), named(label))
    return put_field(document, place, replace(type, options=(*type.options, option))), option


def _with_type(template: Template, place: FieldPlace, type: FieldType) -> Template:
    siblings = (type if known.key == type.key else known for known in siblings_at(template, place))
    return with_siblings(template, place, tuple(siblings))


def _with_sound_options(document: Document, place: FieldPlace, before: FieldType, after: FieldType) -> FieldType:
    if after.kind is not FieldKind.CHOICE or before.kind is not FieldKind.CHOICE:
        return after
    options = tuple(replace(option, label=named(option.label)) for option in after.options)
    if all(option.hidden for option in options):
        raise TemplateRefusal("Eine Auswahl braucht mindestens eine Möglichkeit, die angeboten wird.")
    kept = {option.key for option in options}
    for option in before.options:
        if option.key not in kept and usage.use_of_option(document, place, option.key):
            raise TemplateRefusal(f"„{option.label}“ ist gewählt worden. Es lässt sich ausblenden, nicht löschen.")
    return replace(after, options=options)


def _of_other_kind(
    document: Document, place: FieldPlace, before: FieldType, after: FieldType, ids: IdSource
) -> FieldType:
    """Give the type as one of its new kind, with what that needs; raises TemplateRefusal."""
    if place.column and after.kind is FieldKind.RECORDS:
        raise TemplateRefusal("Eine Spalte kann selbst keine Einträge enthalten.")
    _refuse_if_leaned_on(document.template, place, before)
    values = [
        (section, value)
        for section, _ in every_section(document)
        for value in usage.values_of(document.template, section, place)
        if isinstance(value, VALUE_TYPES[before.kind])
    ]
    after = replace(_bare(after), options=())
    if after.kind is FieldKind.CHOICE:
        after = replace(after, options=_options_for([value for _, value in values], before, ids))
    after = _begun(after, ids)
    for section, value in values:
        try:
            converted(value, before, after, ids)
        except Lossy:
            title = section.title or "Ohne Titel"
            raise TemplateRefusal(
                f"In „{title}“ steht unter „{before.label}“ mehr, als diese Art von Feld fassen kann. "
                "Nichts wurde geändert."
            ) from None
    return after


def _options_for(values: list[FieldValue], before: FieldType, ids: IdSource) -> tuple[ChoiceOption, ...]:
    try:
        texts = texts_in(values, before)
    except Lossy:
        return ()
    if len(texts) > MOST_ANSWERS:
        raise TemplateRefusal(
            f"Unter „{before.label}“ stehen {len(texts)} verschiedene Texte, zu viele für eine Auswahl. "
            "Nichts wurde geändert."
        )
    known = {option.label: option for option in before.options}
    return tuple(known.get(text) or ChoiceOption(fresh_key("answer", ids), text) for text in texts)


def _bare(type: FieldType) -> FieldType:
    """Give a type without what only other kinds have."""
    if type.kind is not FieldKind.CHOICE:
        type = replace(type, options=())
    if type.kind is not FieldKind.LINKS:
        type = replace(type, target="")
    if type.kind is not FieldKind.RECORDS:
        type = replace(type, columns=(), form=RecordForm.TABLE, singular="", numbering="")
    return type


def _begun(type: FieldType, ids: IdSource) -> FieldType:
    """Give a type with the least its kind needs."""
    match type.kind:
        case FieldKind.CHOICE if not type.options:
            answers = ("ja", "nein")
            return replace(type, options=tuple(ChoiceOption(fresh_key("answer", ids), answer) for answer in answers))
        case FieldKind.LINKS if not type.target:
            return replace(type, target="section:")
        case FieldKind.RECORDS if not type.columns:
            title = FieldType(fresh_key("field", ids), "Titel", FieldKind.LINE, required=True)
            return replace(type, columns=(title,), singular=type.singular or _ENTRY)
        case _:
            return type


def _refuse_if_leaned_on(template: Template, place: FieldPlace, type: FieldType) -> None:
    """Raise TemplateRefusal where something else in the template would lose its ground without this field."""
    siblings = [known for known in siblings_at(template, place) if known.key != type.key]
    if place.column:
        if type.kind is FieldKind.LINE and not any(known.kind is FieldKind.LINE for known in siblings):
            raise TemplateRefusal(f"„{type.label}“ ist der Titel der Einträge; eine Zeile Text muss bleiben.")
        return
    for other in siblings:
        if re.search(rf"\{{{re.escape(type.key)}\}}", other.numbering):
            raise TemplateRefusal(f"Die Nummern von „{other.label}“ werden aus „{type.label}“ gebildet.")
    if type.kind is FieldKind.RECORDS and not _is_elsewhere(template, place):
        for pointing in _types_of(template):
            if pointing.target == f"record:{type.key}" and pointing is not type:
                raise TemplateRefusal(f"Das Feld „{pointing.label}“ verweist auf die Einträge von „{type.label}“.")


def _is_elsewhere(template: Template, place: FieldPlace) -> bool:
    others = (kind.field(place.field) for kind in template.kinds if kind.key != place.kind)
    return any(other is not None and other.kind is FieldKind.RECORDS for other in others)


def _types_of(template: Template) -> Iterator[FieldType]:
    for kind in template.kinds:
        for field in kind.fields:
            yield field
            yield from field.columns


def _converted(template: Template, section: Section, place: FieldPlace, after: FieldType, ids: IdSource) -> Section:
    """Give a section with what it holds in a field as a value of another type."""
    before = type_at(template, place)
    fields = section.fields
    for key in usage.keys_of(template, section, place):
        value = section.value(key)
        if isinstance(value, Records) and place.column:
            records = tuple(_converted_record(record, place.column, before, after, ids) for record in value.records)
            fields = with_value(fields, key, Records(records))
        elif value is not None and not place.column:
            fields = _with_converted(fields, key, before, after, ids)
    return section if fields == section.fields else replace(section, fields=fields)


def _converted_record(record: Record, column: str, before: FieldType, after: FieldType, ids: IdSource) -> Record:
    if value_of(record.fields, column) is None:
        return record
    return replace(record, fields=_with_converted(record.fields, column, before, after, ids))


def _with_converted(
    fields: tuple[Field, ...], key: str, before: FieldType, after: FieldType, ids: IdSource
) -> tuple[Field, ...]:
    """Convert one value; one of another type, that an earlier kind of the section has left, is none of this field."""
    value = value_of(fields, key)
    if value is None or not isinstance(value, VALUE_TYPES[before.kind]):
        return fields
    return with_value(fields, key, converted(value, before, after, ids))
