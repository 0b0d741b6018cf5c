"""What waits for its place in a concept: sections of the kind for it, and all that stands below them."""

from collections.abc import Iterator

from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.template import Role, Template


def inbox_kinds(template: Template) -> frozenset[str]:
    """Give the keys of the kinds whose sections wait for their place."""
    return frozenset(kind.key for kind in template.kinds if kind.role is Role.INBOX)


def given_out(document: Document) -> tuple[Section, ...]:
    """Give the sections that are part of the concept, in reading order: all but those that wait for their place."""
    return tuple(_given_out(document.sections, inbox_kinds(document.template)))


def _given_out(sections: tuple[Section, ...], waiting: frozenset[str]) -> Iterator[Section]:
    for section in sections:
        if section.kind not in waiting:
            yield section
            yield from _given_out(section.children, waiting)
