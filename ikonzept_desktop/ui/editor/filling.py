"""What counts as filled, and what is still missing: shown while writing, required only for the print."""

from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Field, FieldValue, Record, Records, value_of
from ikonzept_desktop.model.template import FieldType, SectionKind


def is_filled(value: FieldValue | None) -> bool:
    """Tell whether there is anything in a field; spaces and empty paragraphs are nothing."""
    return not is_blank(value)


def visible(types: tuple[FieldType, ...]) -> tuple[FieldType, ...]:
    """Give the fields that are shown, in the template's order."""
    return tuple(type for type in types if not type.hidden)


def filled_count(section: Section, kind: SectionKind) -> tuple[int, int]:
    """Count the filled fields of a section, and all that are shown."""
    types = visible(kind.fields)
    return sum(is_filled(section.value(type.key)) for type in types), len(types)


def missing_columns(type: FieldType, record: Record) -> tuple[FieldType, ...]:
    """Give the columns of a record that are required and empty."""
    return _missing(visible(type.columns), record.fields)


def lacks_something(section: Section, type: FieldType) -> bool:
    """Tell whether a required field is empty, or a record lacks a required column."""
    value = section.value(type.key)
    if isinstance(value, Records):
        return any(missing_columns(type, record) for record in value.records)
    return type.required and not is_filled(value)


def _missing(types: tuple[FieldType, ...], fields: tuple[Field, ...]) -> tuple[FieldType, ...]:
    return tuple(type for type in types if type.required and not is_filled(value_of(fields, type.key)))
