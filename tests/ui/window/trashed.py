"""Concepts with something in their Papierkorb."""

from datetime import UTC, datetime

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, walk


def with_trash(document: Document, title: str) -> Document:
    """Delete the section of that title."""
    id = next(section.id for section in walk(document.sections) if section.title == title)
    edit = outline.trash(document, id, datetime(2015, 3, 12, tzinfo=UTC))
    assert edit is not None
    return apply(document, edit)
