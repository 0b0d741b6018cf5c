"""Which copy a Word file is that comes back: told by what its custom properties say (see `publication.copy_marks`)."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from ikonzept_desktop.model.copies import find_copy
from ikonzept_desktop.model.document import CopyState, Document, GivenCopy
from ikonzept_desktop.publication.copy_marks import CONCEPT, COPY, PACKET, REVIEWER, SNAPSHOT
from ikonzept_desktop.values import dataclass


class Origin(StrEnum):
    """Where a Word file comes from."""

    COPY = "copy"
    """A copy of this concept that was given to somebody, and is kept as such."""
    DRAFT = "draft"
    """Made from this concept, but for nobody that the concept remembers."""
    OTHER = "other"
    """Made from another concept."""
    UNMARKED = "unmarked"
    """Carries no mark of ours: written by somebody, or saved by a program that drops what it does not know."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is known of a file before its text is looked at."""

    origin: Origin
    copy: GivenCopy | None = None
    version: str = ""
    """The id of the snapshot it was made from, where this concept still has it; else its text is aligned by content."""
    reviewer: str = ""
    """Whom it was made for, as the file says."""
    packet: str = ""
    again: bool = False
    """Whether this copy has come back before."""


def recognise(properties: Mapping[str, str], document: Document, snapshots: Collection[str]) -> Recognised:
    """Tell which copy a file is by its custom properties; `snapshots` are the ids of those the concept's file keeps.

    The name of the file counts for nothing. A file may be made up: what it says is compared with what is kept here.
    """
    said = {name: properties.get(name, "").strip() for name in (CONCEPT, COPY, PACKET, REVIEWER, SNAPSHOT)}
    if not (said[SNAPSHOT] or said[COPY] or said[CONCEPT]):
        return Recognised(Origin.UNMARKED)
    copy = find_copy(document, said[COPY]) if said[COPY] else None
    version = said[SNAPSHOT] if said[SNAPSHOT] in snapshots else ""
    own = document.properties.concept
    foreign = bool(said[CONCEPT] and own and said[CONCEPT] != own)
    if copy is not None and not foreign:
        kept = copy.version if copy.version in snapshots else version
        return Recognised(Origin.COPY, copy, kept, copy.reviewer, copy.packet, again=copy.returned is not None)
    ours = not foreign and bool(version or (own and said[CONCEPT] == own))
    origin = Origin.DRAFT if ours else Origin.OTHER
    return Recognised(origin, None, version if ours else "", said[REVIEWER], said[PACKET])


def meant(document: Document, reviewer: str, taken: Collection[str] = ()) -> GivenCopy | None:
    """Give the copy that a file counts as which tells nobody's name, once somebody has said whose it is.

    It is the last that this person got: of those that are still out, else of those that came back. None where this
    person has none but those whose ids are `taken`.
    """
    name = reviewer.casefold()
    theirs = [
        copy
        for copy in document.properties.copies
        if copy.reviewer.casefold() == name and copy.state is not CopyState.CLOSED and copy.id not in taken
    ]
    return max(theirs, key=lambda copy: (copy.state is CopyState.OUT, copy.sent), default=None)
