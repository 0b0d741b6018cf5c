"""The copies that were given out for review: who has which text, until when, and what came back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from ikonzept_desktop.model.document import CopyState, Document, GivenCopy, Properties
from ikonzept_desktop.model.edits import Edit, SetProperties
from ikonzept_desktop.model.ids import IdSource, new_id


class Standing(StrEnum):
    """How a copy stands on a day: what a reader of the list wants to know."""

    OVERDUE = "overdue"
    OUT = "out"
    RETURNED = "returned"
    CLOSED = "closed"


def standing(copy: GivenCopy, today: date) -> Standing:
    """Tell how a copy stands; one whose last day has passed is overdue, one without a day never."""
    if copy.state is not CopyState.OUT:
        return Standing(copy.state)
    return Standing.OVERDUE if copy.due is not None and copy.due < today else Standing.OUT


def days_late(copy: GivenCopy, today: date) -> int:
    """Give how many days ago it was due; 0 where it is not overdue."""
    return (today - copy.due).days if copy.due and standing(copy, today) is Standing.OVERDUE else 0


def find_copy(document: Document, id: str) -> GivenCopy | None:
    """Give the copy of that id, or None."""
    return next((copy for copy in document.properties.copies if copy.id == id), None)


def concept_id(document: Document, ids: IdSource = new_id) -> str:
    """Give the id by which its copies know the concept; a fresh one where none was ever given out."""
    return document.properties.concept or ids()


def give_out(document: Document, concept: str, copies: Iterable[GivenCopy]) -> Edit:
    """Keep what was given out, all of it in one step; `concept` is the id that the copies carry."""
    before = document.properties
    return SetProperties(before, replace(before, concept=concept, copies=(*before.copies, *copies)))


def mark_returned(document: Document, id: str, when: datetime) -> Edit | None:
    """Keep that a copy came back, now or again; None where there is no such copy."""
    return _changed(document, id, lambda copy: replace(copy, state=CopyState.RETURNED, returned=when))


def mark_closed(document: Document, id: str) -> Edit | None:
    """Wait no longer for a copy; None where it is not waited for."""
    copy = find_copy(document, id)
    if copy is None or copy.state is not CopyState.OUT:
        return None
    return _changed(document, id, lambda copy: replace(copy, state=CopyState.CLOSED))


def mark_out(document: Document, id: str) -> Edit | None:
    """Wait for a copy again; None where it is waited for already."""
    return _changed(document, id, lambda copy: replace(copy, state=CopyState.OUT, returned=None))


def set_due(document: Document, id: str, due: date | None) -> Edit | None:
    """Give a copy another last day; None where it has that one."""
    return _changed(document, id, lambda copy: replace(copy, due=due))


def _changed(document: Document, id: str, change: Callable[[GivenCopy], GivenCopy]) -> Edit | None:
    before = document.properties
    after = tuple(change(copy) if copy.id == id else copy for copy in before.copies)
    return SetProperties(before, replace(before, copies=after)) if after != before.copies else None


def known_versions(properties: Properties) -> frozenset[str]:
    """Give the ids of the texts that were given out for review."""
    return frozenset(copy.version for copy in properties.copies)
