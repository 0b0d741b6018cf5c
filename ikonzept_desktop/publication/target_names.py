"""What sections and records are called, and which of them somebody means who writes their names."""

from collections import Counter
from collections.abc import Iterator

from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.labels import Label, Labels
from ikonzept_desktop.publication.references import cited

_BETWEEN = ("\n", ";", ",")


def ids_named(text: str, names: dict[str, str]) -> tuple[str, ...] | None:
    """Give the ids of what a text names, one or several; None where it names something else too."""
    if text in names:
        return (names[text],)
    for between in _BETWEEN:
        parts = [part.strip() for part in text.split(between)]
        if all(part in names for part in parts):
            return tuple(dict.fromkeys(names[part] for part in parts))
    return None


def names_of(type: FieldType, document: Document, labels: Labels, section: str = "") -> dict[str, str]:
    """Give what a field may point at by how that is called; a name that several share is none.

    What stands in the section of that id goes before what others call so.
    """
    own = [found for found in walk(document.sections) if found.id == section]
    return _names(type, walk(document.sections), labels) | _names(type, iter(own), labels)


def _names(type: FieldType, sections: Iterator[Section], labels: Labels) -> dict[str, str]:
    found = [(name, id) for id in _targets(type, sections) for name in _called(labels.targets.get(id))]
    counts = Counter(name for name, _ in set(found))
    return {name: id for name, id in found if counts[name] == 1}


def _called(label: Label | None) -> set[str]:
    return {cited(label, form) for form in ReferenceForm} if label is not None else set()


def _targets(type: FieldType, sections: Iterator[Section]) -> Iterator[str]:
    sort, _, key = type.target.partition(":")
    for section in sections:
        if sort == "record":
            yield from (record.id for record in section.records(key))
        elif key in ("", section.kind):
            yield section.id
