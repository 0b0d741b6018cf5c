"""Every change to a concept as a value: how it is applied, undone, and what it touches.

An edit carries what stood there before, so its inverse needs no document, and an edit that meets
other ground than it was made for raises EditError and changes nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import reduce

from ikonzept_desktop.model.blocks import (
    Blocks,
)
from ikonzept_desktop.model.changes import Changes, in_field
from ikonzept_desktop.model.document import (
    Comment,
    Place,
    Properties,
    Section,
    Trashed,
)
from ikonzept_desktop.model.fields import (
    FieldAddress,
    FieldValue,
    Record,
)
from ikonzept_desktop.model.inline import Footnote, Inlines
from ikonzept_desktop.model.proposals import Decision, KeptProposal, ReturnedFile
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.values import dataclass

AttributeValue = str | bool | int | date | tuple[Comment, ...] | None
ATTRIBUTES = frozenset(
    {
        "kind",
        "title",
        "status",
        "responsible",
        "deadline",
        "deadline_draft",
        "target_words",
        "target_draft",
        "in_contents",
        "numbered",
        "comments",
    }
)


class EditError(Exception):
    """An edit does not fit the document it was applied to; the document stays as it was."""


@dataclass(frozen=True, slots=True)
class ReplaceSpan:
    """Characters and inlines replaced within one line; positions count code points (see `inline`)."""

    address: FieldAddress
    block: str
    line: str
    """Empty for the block's own line, `caption`, `source`, or the id of a cell."""
    start: int
    removed: Inlines
    inserted: Inlines


@dataclass(frozen=True, slots=True)
class ReplaceBlocks:
    """Neighbouring blocks of a rich text replaced by others."""

    address: FieldAddress
    start: int
    before: Blocks
    after: Blocks


@dataclass(frozen=True, slots=True)
class ReplaceRecords:
    """Neighbouring records of a records field replaced by others; the address names no record."""

    address: FieldAddress
    start: int
    before: tuple[Record, ...]
    after: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class SetField:
    """A field's whole value replaced; None is a field never written."""

    address: FieldAddress
    before: FieldValue | None
    after: FieldValue | None


@dataclass(frozen=True, slots=True)
class SetAttribute:
    """An attribute of a section replaced: one of ATTRIBUTES."""

    section: str
    name: str
    before: AttributeValue
    after: AttributeValue


@dataclass(frozen=True, slots=True)
class InsertSection:
    """A section, with all below it, comes to a place."""

    place: Place
    section: Section


@dataclass(frozen=True, slots=True)
class RemoveSection:
    """A section goes without a trace; deleting by a person is TrashSection."""

    place: Place
    section: Section


@dataclass(frozen=True, slots=True)
class MoveSection:
    """A section goes from one place to another; `target` is its place when it has arrived."""

    section: str
    origin: Place
    target: Place


@dataclass(frozen=True, slots=True)
class TrashSection:
    """A section goes from its place to the Papierkorb, to that position in it."""

    section: str
    place: Place
    remembered: Place
    """The place the Papierkorb remembers; the same as `place`, unless this undoes a restoration elsewhere."""
    position: int
    deleted: datetime


@dataclass(frozen=True, slots=True)
class RestoreSection:
    """The inverse of TrashSection: out of the Papierkorb, to a place."""

    section: str
    place: Place
    remembered: Place
    position: int
    deleted: datetime


@dataclass(frozen=True, slots=True)
class EmptyTrash:
    """A section leaves the Papierkorb for good."""

    position: int
    trashed: Trashed


@dataclass(frozen=True, slots=True)
class RefillTrash:
    """The inverse of EmptyTrash."""

    position: int
    trashed: Trashed


@dataclass(frozen=True, slots=True)
class SetTemplate:
    """The concept's own template replaced."""

    before: Template
    after: Template


@dataclass(frozen=True, slots=True)
class SetProperties:
    """What is said of the concept as a whole replaced."""

    before: Properties
    after: Properties


@dataclass(frozen=True, slots=True)
class SetReturned:
    """The list of the files that came back replaced."""

    before: tuple[ReturnedFile, ...]
    after: tuple[ReturnedFile, ...]


@dataclass(frozen=True, slots=True)
class ChangeProposals:
    """Proposals go and others come; all the rest stay."""

    removed: tuple[KeptProposal, ...]
    added: tuple[KeptProposal, ...]


@dataclass(frozen=True, slots=True)
class Decide:
    """How a proposal is decided replaced; None is one that nobody has decided."""

    proposal: str
    before: Decision | None
    after: Decision | None


@dataclass(frozen=True, slots=True)
class Compound:
    """Several edits as one step, each fitting the ground the one before has left."""

    edits: tuple["Edit", ...]


Edit = (
    ReplaceSpan
    | ReplaceBlocks
    | ReplaceRecords
    | SetField
    | SetAttribute
    | InsertSection
    | RemoveSection
    | MoveSection
    | TrashSection
    | RestoreSection
    | EmptyTrash
    | RefillTrash
    | SetTemplate
    | SetProperties
    | SetReturned
    | ChangeProposals
    | Decide
    | Compound
)


def compound(edits: Iterable[Edit | None]) -> Edit | None:
    """Give one edit for several; None where there is nothing to do."""
    kept = tuple(edit for edit in edits if edit is not None)
    return kept[0] if len(kept) == 1 else Compound(kept) if kept else None


def inverse(edit: Edit) -> Edit:
    """Give the edit that takes this one back."""
    match edit:
        case ReplaceSpan():
            return replace(edit, removed=edit.inserted, inserted=edit.removed)
        case ReplaceBlocks():
            return replace(edit, before=edit.after, after=edit.before)
        case ReplaceRecords():
            return replace(edit, before=edit.after, after=edit.before)
        case SetField():
            return replace(edit, before=edit.after, after=edit.before)
        case SetAttribute():
            return replace(edit, before=edit.after, after=edit.before)
        case SetTemplate():
            return SetTemplate(edit.after, edit.before)
        case SetProperties():
            return SetProperties(edit.after, edit.before)
        case MoveSection():
            return MoveSection(edit.section, edit.target, edit.origin)
        case SetReturned() | ChangeProposals() | Decide():
            return _inverse_of_review(edit)
        case Compound():
            return Compound(tuple(inverse(part) for part in reversed(edit.edits)))
        case _:
            return _inverse_of_coming_and_going(edit)


def touched(edit: Edit) -> Changes:
    """Give what the edit touches."""
    match edit:
        case ReplaceSpan():
            moved = edit.line == "caption" or _note_ids(edit.removed) != _note_ids(edit.inserted)
            return in_field(edit.address, blocks=moved)
        case ReplaceBlocks(address=address) | ReplaceRecords(address=address) | SetField(address=address):
            return in_field(address, blocks=True)
        case SetAttribute(section=section, name=name):
            return Changes(sections=frozenset({section}), attributes=frozenset({(section, name)}))
        case InsertSection() | RemoveSection() | MoveSection():
            return Changes(outline=True)
        case TrashSection() | RestoreSection():
            return Changes(outline=True, trash=True)
        case EmptyTrash() | RefillTrash():
            return Changes(trash=True)
        case SetTemplate():
            return Changes(template=True)
        case SetProperties():
            return Changes(properties=True)
        case SetReturned() | ChangeProposals() | Decide():
            return Changes(review=True)
        case Compound(edits=edits):
            return reduce(Changes.joined, map(touched, edits), Changes())


def _note_ids(inlines: Inlines) -> tuple[str, ...]:
    return tuple(inline.id for inline in inlines if isinstance(inline, Footnote))


def _inverse_of_review(edit: SetReturned | ChangeProposals | Decide) -> Edit:
    match edit:
        case SetReturned():
            return SetReturned(edit.after, edit.before)
        case ChangeProposals():
            return ChangeProposals(edit.added, edit.removed)
        case Decide():
            return Decide(edit.proposal, edit.after, edit.before)


def _inverse_of_coming_and_going(
    edit: InsertSection | RemoveSection | TrashSection | RestoreSection | EmptyTrash | RefillTrash,
) -> Edit:
    match edit:
        case InsertSection():
            return RemoveSection(edit.place, edit.section)
        case RemoveSection():
            return InsertSection(edit.place, edit.section)
        case TrashSection():
            return RestoreSection(edit.section, edit.place, edit.remembered, edit.position, edit.deleted)
        case RestoreSection():
            return TrashSection(edit.section, edit.place, edit.remembered, edit.position, edit.deleted)
        case EmptyTrash():
            return RefillTrash(edit.position, edit.trashed)
        case RefillTrash():
            return EmptyTrash(edit.position, edit.trashed)
