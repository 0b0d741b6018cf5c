"""Where in a concept something of its template is used: what is used anywhere can be hidden, not removed."""

from collections.abc import Callable, Iterator

from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Choice, FieldValue, Records, value_of
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_steps import FieldPlace, every_section
from ikonzept_desktop.values import dataclass

AGAIN = "'"
"""Stands behind a parked key that was given before in its section."""


@dataclass(frozen=True, slots=True)
class Use:
    """How many sections use something, those in the Papierkorb counted apart."""

    sections: int = 0
    trashed: int = 0

    def __bool__(self) -> bool:
        """Whether it is used at all."""
        return bool(self.sections or self.trashed)


def parked_key(kind: str, field: str) -> str:
    """Give the key of a field of an earlier kind for which the present kind has another use.

    No key of a template holds a dot.
    """
    return f"{kind}.{field}"


def keys_of(template: Template, section: Section, place: FieldPlace) -> tuple[str, ...]:
    """Give the keys under which a section may hold what was written into a field, whatever kind it now is of."""
    name = parked_key(place.kind, place.field)
    parked = tuple(field.key for field in section.fields if field.key.rstrip(AGAIN) == name)
    own = section.kind == place.kind or template.kind(section.kind).field(place.field) is None
    return (place.field, *parked) if own else parked


def values_of(template: Template, section: Section, place: FieldPlace) -> Iterator[FieldValue]:
    """Go through what a section holds in a field, or in that column of its records."""
    for key in keys_of(template, section, place):
        value = section.value(key)
        if not place.column:
            if value is not None:
                yield value
        elif isinstance(value, Records):
            found = (value_of(record.fields, place.column) for record in value.records)
            yield from (column for column in found if column is not None)


def use_of_field(document: Document, place: FieldPlace) -> Use:
    """Count the sections in which something stands in a field or column."""
    template = document.template
    return _counted(document, lambda section: any(not is_blank(value) for value in values_of(template, section, place)))


def use_of_option(document: Document, place: FieldPlace, key: str) -> Use:
    """Count the sections in which an answer of a choice was chosen."""
    template = document.template
    return _counted(document, lambda section: Choice(key) in values_of(template, section, place))


def use_of_kind(document: Document, kind: str) -> Use:
    """Count the sections that are of a kind, or hold what was written when they were."""
    template = document.template
    places = [FieldPlace(kind, field.key) for field in template.kind(kind).fields]

    def uses(section: Section) -> bool:
        return section.kind == kind or any(any(values_of(template, section, place)) for place in places)

    return _counted(document, uses)


def use_of_status(document: Document, status: str) -> Use:
    """Count the sections in a state; those of which nothing is said are in the first."""
    first = document.template.statuses[0].key
    return _counted(document, lambda section: (section.status or first) == status)


def _counted(document: Document, uses: Callable[[Section], bool]) -> Use:
    places = [trashed for section, trashed in every_section(document) if uses(section)]
    return Use(places.count(False), places.count(True))
