"""What has to be decided, in the order of the concept as it is now: proposals, and comments that came in Word files."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from ikonzept_desktop.model.blocks import ListItem, Paragraph
from ikonzept_desktop.model.comments import anchor_of
from ikonzept_desktop.model.document import Comment, Document, Section, field_value, walk
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import part, plain
from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.publication.block_ids import PREFIX, spots
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.values import dataclass


class Sort(StrEnum):
    """What an entry is to whoever reads the list."""

    CONFLICT = "conflict"
    INSERTED = "inserted"
    DELETED = "deleted"
    CHANGED = "changed"
    PARAGRAPH = "paragraph"
    GONE = "gone"
    SPLIT = "split"
    JOINED = "joined"
    MOVED = "moved"
    ROW = "row"
    COMMENT = "comment"
    FORM = "form"
    WITHDRAWN = "withdrawn"


_SORTS = {
    Kind.SPLIT: Sort.SPLIT,
    Kind.INSERT: Sort.PARAGRAPH,
    Kind.DELETE: Sort.GONE,
    Kind.MOVE: Sort.MOVED,
    Kind.JOIN: Sort.JOINED,
    Kind.ROW_INSERT: Sort.ROW,
    Kind.ROW_DELETE: Sort.ROW,
    Kind.FORMAT: Sort.FORM,
    Kind.WITHDRAWN: Sort.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list."""

    id: str
    """Of the proposal, or of the internal note."""
    section: str
    """The id of the section it stands in now; empty for the cover and what the program writes itself."""
    sort: Sort
    persons: tuple[Person, ...]
    kept: KeptProposal | None = None
    comment: Comment | None = None
    anchor: str = ""
    """The words a comment is about."""
    goal: str = ""
    """The id of the section it is to be moved to, where that is another one."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision; what nobody proposes any more does not."""
        if self.kept is not None:
            return self.kept.is_open and not self.kept.outdated
        return self.comment is not None and not self.comment.resolved

    @property
    def words(self) -> str:
        """What it is known by in the list."""
        if self.comment is not None:
            return self.comment.text
        kept = self.kept
        assert kept is not None
        wanted = kept.variants[0].text.replace("\u2029", " ").replace("\t", " · ")
        if self.sort in _BY_WHAT_STOOD or not wanted.strip():
            return kept.before.replace("\t", " · ")
        return wanted


_BY_WHAT_STOOD = frozenset({Sort.CONFLICT, Sort.DELETED, Sort.GONE, Sort.MOVED, Sort.JOINED, Sort.FORM, Sort.CHANGED})


def sort_of(kept: KeptProposal) -> Sort:
    """Tell what a proposal is to whoever reads the list."""
    if kept.is_conflict:
        return Sort.CONFLICT
    if kept.kind is Kind.TEXT:
        if not kept.before:
            return Sort.INSERTED
        return Sort.CHANGED if kept.variants[0].text else Sort.DELETED
    return _SORTS[kept.kind]


class Order:
    """Where everything stands in a concept: asked for each entry, found once for all of them."""

    def __init__(self, document: Document) -> None:
        """Look at a concept as it is."""
        self.sections: dict[str, int] = {section.id: at for at, section in enumerate(walk(document.sections))}
        self._places: dict[str, int] = {}
        self._section_of: dict[str, str] = {}
        for at, (name, spot) in enumerate(spots(document).items()):
            self._places[name] = at
            self._section_of[name] = spot.address.section

    def of(self, kept: KeptProposal) -> tuple[str, tuple[int, int, int]]:
        """Give the section a proposal stands in now, and what it is sorted by."""
        name = PREFIX + kept.grounds[0].id if kept.grounds else ""
        section = self._section_of.get(name, kept.section)
        if section not in self.sections:
            return "", (-1, kept.place, 0)
        return section, (self.sections[section], self._places.get(name, len(self._places)), kept.place)

    def goal_of(self, kept: KeptProposal, section: str) -> str:
        """Give the section something is to be moved to; nothing where it stays in its own."""
        goal = self._section_of.get(PREFIX + kept.target.id, "") if kept.target is not None else ""
        return goal if goal != section else ""

    def of_comment(self, section: Section, place: Selection | None) -> tuple[int, int, int]:
        """Give what a comment is sorted by: behind what is proposed of its line."""
        at = self._places.get(PREFIX + place.block, 0) if place is not None else 0
        return self.sections[section.id], at, 1 << 30


def entries_of(document: Document, persons: Mapping[str, Person], order: Order) -> tuple[Entry, ...]:
    """Give all entries in the order of the concept."""
    found = [*_proposals(document, persons, order), *_comments(document, persons, order)]
    found.sort(key=lambda pair: pair[0])
    return tuple(entry for _, entry in found)


_Placed = tuple[tuple[int, int, int], Entry]


def _proposals(document: Document, persons: Mapping[str, Person], order: Order) -> Iterator[_Placed]:
    for kept in document.proposals:
        section, place = order.of(kept)
        people = tuple(dict.fromkeys(persons[each.copy] for each in kept.sources if each.copy in persons))
        yield place, Entry(kept.id, section, sort_of(kept), people, kept, goal=order.goal_of(kept, section))


def _comments(document: Document, persons: Mapping[str, Person], order: Order) -> Iterator[_Placed]:
    for section in walk(document.sections):
        for comment in section.comments:
            if comment.origin:
                person = persons.get(comment.origin.partition(":")[0])
                people = (person,) if person is not None else ()
                anchor = anchor_of(section, comment.id)
                words = _anchored(document, anchor)
                entry = Entry(comment.id, section.id, Sort.COMMENT, people, comment=comment, anchor=words)
                yield order.of_comment(section, anchor), entry


def _anchored(document: Document, place: Selection | None) -> str:
    """Give the words a comment is about."""
    value = field_value(document, place.address) if place is not None and place.address is not None else None
    if place is None or not isinstance(value, RichText):
        return ""
    block = next((block for block in value.blocks if block.id == place.block), None)
    if not isinstance(block, Paragraph | ListItem) or place.line:
        return ""  # a table or a note: which words of it, the place does not tell
    return plain(part(block.inlines, place.anchor, place.caret))
