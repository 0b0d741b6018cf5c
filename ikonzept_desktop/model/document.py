"""A whole concept as one frozen value."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.fields import (
    Field,
    FieldAddress,
    FieldValue,
    Record,
    Records,
    RichText,
    canonical,
    value_of,
    value_words,
)
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.proposals import KeptProposal, ReturnedFile
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment."""

    id: str
    author: str
    created: datetime
    text: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """An internal note, never printed; its anchor is the runs that name its id, or else the whole section."""

    id: str
    author: str
    created: datetime
    text: str
    initials: str = ""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()
    origin: str = ""
    """Of one that came as a comment in a Word file: the id of the file that came back, a colon, and its id there."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter, cross-cutting task, field of action, annex or part of the front matter."""

    id: str
    kind: str
    """A key of the template's kinds."""
    title: str = ""
    fields: tuple[Field, ...] = ()
    children: tuple["Section", ...] = ()
    status: str = ""
    """A key of the template's statuses; empty is the first of them."""
    responsible: str = ""
    deadline: date | None = None
    target_words: int | None = None
    in_contents: bool = True
    numbered: bool = True
    """Whether its number is printed; it counts only then."""
    comments: tuple[Comment, ...] = ()
    deadline_draft: str = ""
    target_draft: str = ""
    """What was typed for deadline and target and is no day, no number yet."""

    def __post_init__(self) -> None:
        """Bring the fields into canonical form."""
        object.__setattr__(self, "fields", canonical(self.fields))

    def value(self, key: str) -> FieldValue | None:
        """Give the value of one of its fields, or None where none was ever written."""
        return value_of(self.fields, key)

    def blocks(self, key: str) -> Blocks:
        """Give the blocks of one of its rich texts; none where it is empty."""
        value = self.value(key)
        return value.blocks if isinstance(value, RichText) else ()

    def records(self, key: str) -> tuple[Record, ...]:
        """Give the records of one of its fields; none where it is empty."""
        value = self.value(key)
        return value.records if isinstance(value, Records) else ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands: under a parent (none at the top) as the child of that index."""

    parent: str
    index: int


@dataclass(frozen=True, slots=True)
class Trashed:
    """A deleted section that waits in the Papierkorb, with the place it was taken from."""

    section: Section
    place: Place
    deleted: datetime


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the concept uses, and what it stands for."""

    short: str
    """`KI`; never empty in a concept's list."""
    long: str = ""
    """`Kommunales Integrationszentrum`."""


@dataclass(frozen=True, slots=True)
class BindingDate:
    """A day by which something has to have happened, whatever the sections say."""

    day: date
    """The last one that counts; the order goes by it."""
    said: str = ""
    """What is said instead of the day where it is not that exact: `Oktober 2013`."""
    event: str = ""


LOGO_PLACES = ("cover", "imprint", "back")
"""Where a logo may stand: on the cover, in the imprint among those who fund the concept, on the last page."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that is printed with the concept."""

    image: str
    """SHA-256 of the image's bytes, in hexadecimal."""
    alternative_text: str = ""
    place: str = "cover"
    """One of LOGO_PLACES; any other one is not printed."""


class CopyState(StrEnum):
    """What is known of a copy that was given out."""

    OUT = "out"
    RETURNED = "returned"
    CLOSED = "closed"
    """No longer waited for."""


@dataclass(frozen=True, slots=True)
class GivenCopy:
    """A copy that somebody was given for review."""

    id: str
    """It stands in the file too, by which it is known when it comes back."""
    reviewer: str
    sent: datetime
    version: str
    """The id of the snapshot whose text it holds."""
    packet: str = ""
    """The group whose sections may be changed in it; empty for the whole concept."""
    due: date | None = None
    return_to: str = ""
    """Whom it goes back to, as its covering page says."""
    file: str = ""
    """The name it was given out under."""
    state: CopyState = CopyState.OUT
    returned: datetime | None = None
    """When it came back last."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What is said of the concept as a whole."""

    title: str = ""
    subtitle: str = ""
    publisher: str = ""
    as_of: str = ""
    """The state the text describes, as printed: `März 2015`."""
    draft: str = ""
    """The name of the present draft: `Entwurf 0.7`."""
    language: str = "de-DE"
    own_words: tuple[str, ...] = ()
    """Words that are right in this concept, sorted."""
    passed_over: tuple[str, ...] = ()
    """What the checks are to pass over in this concept, by the keys of `checking.findings`, sorted."""
    abbreviations: tuple[Abbreviation, ...] = ()
    """In the order they were entered; each short form once."""
    print_abbreviations: bool = False
    """Whether the list of those that are used is printed after the contents."""
    print_tables_list: bool = False
    print_figures_list: bool = False
    """Whether lists of all tables and of all figures are printed after the contents."""
    dates: tuple[BindingDate, ...] = ()
    """In the order of their days."""
    logos: tuple[Logo, ...] = ()
    """In the order they are printed."""
    concept: str = ""
    """The id by which copies know the concept they were made from; empty until the first is given out."""
    copies: tuple[GivenCopy, ...] = ()
    """Those given out for review, in the order they were."""


@dataclass(frozen=True, slots=True)
class Document:
    """A concept: its sections in order, its own copy of the template, and what is said of it as a whole."""

    template: Template
    sections: tuple[Section, ...] = ()
    properties: Properties = Properties()
    trash: tuple[Trashed, ...] = ()
    returned: tuple[ReturnedFile, ...] = ()
    """The Word files that came back, in the order they did."""
    proposals: tuple[KeptProposal, ...] = ()
    """What they propose; see `proposals.in_order`."""


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Go through the sections and all below them in reading order."""
    for section in sections:
        yield section
        yield from walk(section.children)


def find_section(document: Document, id: str) -> Section | None:
    """Give the section of that id; None where there is none outside the Papierkorb."""
    return _BY_ID(document).get(id)


def _by_id(document: Document) -> dict[str, Section]:
    found: dict[str, Section] = {}
    waiting = list(document.sections)
    while waiting:
        section = waiting.pop()
        found[section.id] = section
        waiting += section.children
    return found


_BY_ID: IdentityMemo[Document, dict[str, Section]] = IdentityMemo(_by_id, capacity=4)
"""A key asks for its section half a dozen times; the last few documents are enough."""


def path_to(sections: tuple[Section, ...], id: str) -> tuple[int, ...] | None:
    """Give the child indices that lead from the top to a section, or None."""
    for index, section in enumerate(sections):
        if section.id == id:
            return (index,)
        if section.children and (below := path_to(section.children, id)) is not None:
            return (index, *below)
    return None


def place_of(document: Document, id: str) -> Place | None:
    """Give the place of a section, or None."""
    path = path_to(document.sections, id)
    if path is None:
        return None
    parent = ""
    siblings = document.sections
    for index in path[:-1]:
        parent, siblings = siblings[index].id, siblings[index].children
    return Place(parent, path[-1])


def children_of(document: Document, parent: str) -> tuple[Section, ...]:
    """Give the sections right below a parent, the top ones for the empty id; none for an unknown one."""
    if not parent:
        return document.sections
    section = find_section(document, parent)
    return section.children if section else ()


def field_value(document: Document, address: FieldAddress) -> FieldValue | None:
    """Give the value at an address, or None where nothing was ever written there."""
    section = find_section(document, address.section)
    if section is None:
        return None
    if not address.record:
        return section.value(address.field)
    for record in section.records(address.field):
        if record.id == address.record:
            return value_of(record.fields, address.column)
    return None


def has_place(document: Document, address: FieldAddress) -> bool:
    """Tell whether the section of an address, and its record if it names one, are still there."""
    section = find_section(document, address.section)
    if section is None or not address.record:
        return section is not None
    return any(record.id == address.record for record in section.records(address.field))


def section_words(section: Section) -> int:
    """Count the words of one section without those below it; its title counts."""
    from_fields = sum(value_words(field.value) for field in section.fields)
    return from_fields + len(section.title.split())


counted_words: IdentityMemo[Section, int] = IdentityMemo(section_words)
"""`section_words`, each section counted once for all who ask."""


def replace_section(document: Document, section: Section) -> Document:
    """Give the document with the section of the same id replaced; raises KeyError where there is none."""
    path = path_to(document.sections, section.id)
    if path is None:
        raise KeyError(section.id)
    return replace(document, sections=_replace_at(document.sections, path, section))


def _replace_at(sections: tuple[Section, ...], path: tuple[int, ...], section: Section) -> tuple[Section, ...]:
    index, rest = path[0], path[1:]
    if rest:
        parent = sections[index]
        section = replace(parent, children=_replace_at(parent.children, rest, section))
    return (*sections[:index], section, *sections[index + 1 :])


def left_of(before: Document, gone: str, after: Document) -> str:
    """Give the section that stood before one that is gone, of those that are left; nothing where none is."""
    left = {section.id for section in walk(after.sections)}
    order = [section.id for section in walk(before.sections)]
    at = order.index(gone) if gone in order else 0
    nearest = [*reversed(order[:at]), *order[at:]]
    return next((id for id in nearest if id in left), "")
