"""What has been handed out while a draft is written: bookmark numbers, relationships, list instances, findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ikonzept_desktop.export.word.names import block_name, target_name
from ikonzept_desktop.export.word.targets import Target


@dataclass(slots=True)
class Picture:
    """An image already in the package."""

    relationship: str
    pixels: tuple[int, int]


@dataclass(slots=True)
class Count:
    """Numbers from 1, each given once."""

    last: int = 0

    def next(self) -> int:
        """Give the next number."""
        self.last += 1
        return self.last


@dataclass(slots=True)
class Ink:
    """The writer's memory while it goes once through a publication; one for each part that holds text.

    The parts share everything but their links, which are relationships of the part.
    """

    targets: Mapping[str, Target]
    """What is pointed at somewhere, by id."""
    pictures: Mapping[str, Picture]
    """By the `picture` of their figures."""
    links: dict[str, str] = field(default_factory=dict)
    """Relationship ids by web address."""
    bookmarks: Count = field(default_factory=Count)
    drawings: Count = field(default_factory=Count)
    captions: dict[str, int] = field(default_factory=dict)
    """The last number Word will count for each label."""
    ordered_lists: list[tuple[int, int]] = field(default_factory=list)
    """Level and first number of each ordered list, in the order they were begun."""
    names: set[str] = field(default_factory=set)
    findings: list[str] = field(default_factory=list)
    open_notes: set[int] = field(default_factory=set)
    """Numbers of the notes that may be edited in a draft that is shut otherwise."""
    is_open: bool = False
    """Whether what is being written may be edited there."""

    def link(self, address: str) -> str:
        """Give the relationship id of a web address, the same for the same."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def bookmark(self, name: str, inner: str) -> str:
        """Put a bookmark around runs; a name given before is not given twice."""
        if name in self.names:
            return inner
        self.names.add(name)
        number = self.bookmarks.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'

    def mark(self, id: str, inner: str) -> str:
        """Put the bookmark that references point at around runs, if any does."""
        return self.bookmark(target_name(id), inner) if id in self.targets else inner

    def block(self, id: str, words: str) -> str:
        """Put the bookmark of a block around its own words, and the references' one where it is not set yet.

        What has no id gets none.
        """
        return self.mark(id, self.bookmark(block_name(id), words)) if id else words

    def note(self, number: int) -> None:
        """Take notice of the sign of a note: whoever may edit the line may edit the note."""
        if self.is_open:
            self.open_notes.add(number)

    def for_part(self, links: dict[str, str] | None = None) -> "Ink":
        """Give the memory for another part of the same draft, whose links are those where there are any."""
        return Ink(
            self.targets, self.pictures, {} if links is None else links, self.bookmarks, self.drawings,
            self.captions, self.ordered_lists, self.names, self.findings, self.open_notes,
        )  # fmt: skip

    def beside(self, targets: Mapping[str, Target]) -> "Ink":
        """Give the memory for another text in the same file: every number goes on, names and captions begin anew."""
        return Ink(targets, self.pictures, self.links, self.bookmarks, self.drawings, ordered_lists=self.ordered_lists)
