"""What a reader expects to find printed of a concept: every word in order, notes apart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

NOTE = re.compile("\ue000(\\d+)\ue001")
PAGE = re.compile("\ue002([^\ue003]+)\ue003")
_REFERENCE = re.compile("\ue004([^\ue005]+)\ue005")


def note_mark(number: int) -> str:
    """Give the sign that stands for a note's number in an expected text."""
    return f"\ue000{number}\ue001"


def page_mark(name: str) -> str:
    """Give the sign that stands for the page of a target in an expected text."""
    return f"\ue002{name}\ue003"


def reference_mark(name: str) -> str:
    """Give the sign that stands before the words of a reference in an expected text."""
    return f"\ue004{name}\ue005"


class Role(Enum):
    """What a line is, where not every judge sees it or sees it alike."""

    TEXT = auto()
    COVER = auto()
    """On the cover only: `text` leaves it out."""
    CONTENTS = auto()
    NUMBER = auto()
    """Of a heading: Word counts it, so pandoc does not see it."""
    BULLET = auto()
    MARK = auto()
    """Of an entry in a numbered list."""
    LABEL = auto()
    """In a box; plain text sets a colon after it."""
    HEAD = auto()
    """Of a table, repeated where the table goes on over a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """Some words in one place."""

    text: str
    role: Role = Role.TEXT
    table: int = 0
    """The count of the table it stands in, from 1."""
    anchor: str = ""
    """The name of what begins here."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is expected, with its place."""

    text: str
    """With the signs for notes and pages."""
    line: Line
    first: bool
    """Whether it is the first of its line."""
    references: tuple[str, ...] = ()
    """The names of what the references in it point at."""

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of the notes that are marked in it."""
        return tuple(map(int, NOTE.findall(self.text)))


@dataclass(frozen=True, slots=True)
class Expected:
    """A whole concept: its lines, those of each note by number, and the names of its sections by outline."""

    lines: tuple[Line, ...]
    notes: tuple[Line, ...]
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The headings above and of each section, with their numbers, by the anchor."""

    def words(self, *without: Role) -> list[Word]:
        """Give the words of the body, some roles left out."""
        return list(words(line for line in self.lines if line.role not in without))

    def head(self, table: int) -> list[str]:
        """Give the words of a table's head."""
        return [word.text for word in words(self.lines) if word.line.table == table and word.line.role is Role.HEAD]


def words(lines: Iterable[Line]) -> Iterator[Word]:
    """Part lines into words."""
    for line in lines:
        for index, text in enumerate(line.text.split()):
            yield Word(_REFERENCE.sub("", text), line, index == 0, tuple(_REFERENCE.findall(text)))
