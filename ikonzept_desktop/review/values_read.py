"""What somebody wrote where a day, a choice, an answer or links are printed, read as such."""

from collections import Counter
from collections.abc import Iterator

from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.fields import Choice, FieldValue, Links
from ikonzept_desktop.model.german_days import read_day
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.model.template_conversion import Lossy, from_text
from ikonzept_desktop.publication.labels import Label, Labels
from ikonzept_desktop.publication.references import cited
from ikonzept_desktop.review.by_hand import NotByItself, Reason

_BETWEEN = (";", ",")


def value_read(text: str, type: FieldType, document: Document, labels: Labels, ids: IdSource) -> FieldValue | None:
    """Give the value that a text says, None for an empty one; raises NotByItself where it says none of that type."""
    text = text.strip()
    if not text:
        return None
    try:
        match type.kind:
            case FieldKind.CHOICE:
                return _choice(text, type)
            case FieldKind.LINKS:
                return _links(text, type, document, labels)
            case FieldKind.DAY if read_day(text) is None:
                raise Lossy
            case FieldKind.YES_NO:
                return from_text(text.rstrip("."), type, ids)
            case _:
                return from_text(text, type, ids)
    except Lossy as lossy:
        raise NotByItself(Reason.VALUE) from lossy


def _choice(text: str, type: FieldType) -> Choice:
    for option in type.options:
        if option.label.casefold() == text.casefold():
            return Choice(option.key)
    raise Lossy


def _links(text: str, type: FieldType, document: Document, labels: Labels) -> Links:
    known = _names(type, document, labels)
    for between in _BETWEEN:
        names = [name.strip() for name in text.split(between)]
        if all(name in known for name in names):
            return Links(tuple(dict.fromkeys(known[name] for name in names)))
    raise Lossy


def _names(type: FieldType, document: Document, labels: Labels) -> dict[str, str]:
    """Give what a field may point at by how that is called; a name that several share is none."""
    found = [(name, id) for id in _targets(type, document) for name in _called(labels.targets.get(id))]
    counts = Counter(name for name, _ in set(found))
    return {name: id for name, id in found if counts[name] == 1}


def _called(label: Label | None) -> set[str]:
    return {cited(label, form) for form in ReferenceForm} if label is not None else set()


def _targets(type: FieldType, document: Document) -> Iterator[str]:
    sort, _, key = type.target.partition(":")
    for section in walk(document.sections):
        if sort == "record":
            yield from (record.id for record in section.records(key))
        elif key in ("", section.kind):
            yield section.id
