"""What somebody wrote where a day, a choice, an answer or links are printed, read as such."""

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.fields import Choice, FieldValue, Links
from ikonzept_desktop.model.german_days import read_day
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.model.template_conversion import Lossy, from_text
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.target_names import ids_named, names_of
from ikonzept_desktop.review.by_hand import NotByItself, Reason


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
    targets = ids_named(text, names_of(type, document, labels))
    if targets is None:
        raise Lossy
    return Links(targets)
