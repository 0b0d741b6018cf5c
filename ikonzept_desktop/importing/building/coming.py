"""Drafts as edits of a concept: sections that come, and values of those that were there."""

from collections.abc import Iterator

from ikonzept_desktop.importing.building.drafts import Draft
from ikonzept_desktop.model.document import Document, Place, Section, children_of
from ikonzept_desktop.model.edits import Edit, InsertSection, SetAttribute, SetField
from ikonzept_desktop.model.fields import Field, FieldAddress
from ikonzept_desktop.model.outline import insert
from ikonzept_desktop.model.template import SectionKind


def draft_edits(document: Document, draft: Draft) -> Iterator[Edit]:
    """Give the edits for a draft, each fitting the ground the one before has left; new ones go to the end."""
    if draft.base is None:
        yield insert(document, _section(draft), Place("", len(document.sections)))
        return
    base = draft.base
    for key, value in draft.values.items():
        if value != base.value(key):
            yield SetField(FieldAddress(base.id, key), base.value(key), value)
    if draft.comments:
        yield SetAttribute(base.id, "comments", base.comments, (*base.comments, *draft.comments))
    end = len(children_of(document, base.id))
    for steps, child in enumerate(draft.children):
        yield InsertSection(Place(base.id, end + steps), _section(child))


def _section(draft: Draft) -> Section:
    kind: SectionKind = draft.kind
    return Section(
        draft.id,
        kind.key,
        draft.title,
        tuple(Field(key, value) for key, value in draft.values.items()),
        tuple(map(_section, draft.children)),
        in_contents=kind.in_contents,
        numbered=kind.numbered,
        comments=tuple(draft.comments),
    )
