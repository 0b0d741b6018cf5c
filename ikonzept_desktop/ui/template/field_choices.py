"""What the form of a field offers to choose from: targets of links, numbers of entries, kinds."""

import re

from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind, Template
from ikonzept_desktop.model.template_steps import FieldPlace
from ikonzept_desktop.ui.template import texts

Choices = list[tuple[str, str]]
_PLACE_HOLDER = re.compile(r"\{([^{}]*)\}")


def field_kinds(place: FieldPlace) -> Choices:
    """Give the kinds a field, or a column, may be of."""
    names = texts.FIELD_KINDS.items()
    return [(str(kind), name) for kind, name in names if not (place.column and kind is FieldKind.RECORDS)]


def targets(template: Template) -> Choices:
    """Give what links may point at."""
    found: Choices = [("section:", texts.ALL_SECTIONS)]
    found += [(f"section:{kind.key}", texts.sections_of_kind(kind.label)) for kind in template.kinds]
    records = {field.key: field for kind in template.kinds for field in kind.fields if field.kind is FieldKind.RECORDS}
    return found + [(f"record:{key}", texts.entries_of(field.label)) for key, field in records.items()]


def numbers(kind: SectionKind, field: FieldType) -> Choices:
    """Give how entries may be numbered: not, plainly, or behind the words of a line of their section."""
    lines = [other for other in kind.fields if other.kind is FieldKind.LINE]
    found: Choices = [("", texts.NO_NUMBER), ("{n}", texts.PLAIN_NUMBER)]
    found += [(f"{{{line.key}}} {{n}}", texts.number_with(line.label)) for line in lines]
    if field.numbering not in dict(found):
        labels = {line.key: f"„{line.label}“" for line in lines} | {"n": "1"}
        shown = _PLACE_HOLDER.sub(lambda holder: labels.get(holder[1], holder[0]), field.numbering)
        found.append((field.numbering, shown))
    return found
