"""Follows an expected concept through the pages of a PDF, word by word; the notes at the feet of the pages apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tests.judges.expected import NOTE, PAGE, Expected, Role, Word, words
from tests.judges.reading import Page

BREAKABLE = "-–—/"
_NEIGHBOURS = 6
CONTINUED = "(Fortsetzung)"
"""What may be said behind the head of a box that goes on over the page."""


class Fits(Protocol):
    """Tells how many of a page's words, from one of them on, are the expected word; 0 for none."""

    def __call__(self, expected: Word, page: Page, start: int) -> int: ...


@dataclass(slots=True)
class Found:
    """Where on the pages everything was found."""

    anchors: dict[str, int] = field(default_factory=dict)
    """The page that each name is found on."""
    cited_pages: list[tuple[str, int, Role]] = field(default_factory=list)
    """The pages that are printed for names."""
    marks: dict[int, int] = field(default_factory=dict)
    """The page of each note's mark."""
    notes: dict[int, int] = field(default_factory=dict)
    """The page that each note begins on."""
    references: list[tuple[str, int]] = field(default_factory=list)
    """What references point at, each with the page it stands on."""
    heads_repeated: int = 0
    headings: dict[int, list[str]] = field(default_factory=dict)
    """The sections that begin on each page."""


def follow(expected: Expected, pages: Sequence[Page], *without: Role) -> Found:
    """Go through the pages; an AssertionError names the first word that differs, with its neighbours."""
    reader = _Reader(expected, expected.words(*without))
    for page in pages:
        reader.read(page)
    reader.finish()
    return reader.found


class _Reader:
    def __init__(self, expected: Expected, body: list[Word]) -> None:
        self._expected = expected
        self._body = body
        self._notes = [list(words([note])) for note in expected.notes]
        self._at = 0
        self._note, self._note_at = 0, 0
        """The note that is being read, from 1, and how many of its words have been."""
        self.found = Found()

    def read(self, page: Page) -> None:
        place = self._skip_repeated_head(page)
        place = self._read_body(page, place)
        place = self._read_notes(page, place)
        if place < len(page.words):
            self._complain(page, place)

    def finish(self) -> None:
        left = [word.text for word in self._body[self._at :]]
        assert not left, f"{len(left)} words are missing at the end: {' '.join(left[:20])}"
        assert self._note == len(self._notes), f"notes {self._note + 1} to {len(self._notes)} are missing"
        assert not self._note or self._note_at == len(self._notes[-1]), "the last note breaks off"

    def _skip_repeated_head(self, page: Page) -> int:
        """Expect the head of a table again where it goes on over the page."""
        if not 0 < self._at < len(self._body):
            return 0
        before, after = self._body[self._at - 1].line, self._body[self._at].line
        if not after.table or before.table != after.table or after.role is Role.HEAD:
            return 0
        head = [word for word in self._body if word.line.table == after.table and word.line.role is Role.HEAD]
        place = 0
        for word in head:
            count = fits(word, page, place)
            assert count, f"page {page.number}: the table's head „{word.line.text}“ is not repeated: {page.words[:20]}"
            place += count
        self.found.heads_repeated += 1
        return place + (page.words[place : place + 1] == (CONTINUED,))

    def _read_body(self, page: Page, place: int) -> int:
        while self._at < len(self._body) and place < len(page.words):
            word = self._body[self._at]
            count = fits(word, page, place)
            if not count or not self._goes_on(page, place + count):
                break
            self._take(word, page, "".join(page.words[place : place + count]))
            self._at += 1
            place += count
        return place

    def _goes_on(self, page: Page, place: int) -> bool:
        """Tell a heading's number from a note's by what follows."""
        text = self._body[self._at].text
        if not text.isdigit() or self._at + 1 == len(self._body) or place == len(page.words):
            return True
        next_note = str(self._note + 1)
        begins_notes = page.words[place] == next_note != text and place in page.line_starts
        return begins_notes or fits(self._body[self._at + 1], page, place) > 0

    def _take(self, word: Word, page: Page, text: str) -> None:
        if word.first and word.line.anchor:
            self.found.anchors.setdefault(word.line.anchor, page.number)
            if word.line.anchor in self._expected.sections:
                self.found.headings.setdefault(page.number, []).append(word.line.anchor)
        self._refer(word, page)
        for number in word.notes:
            self.found.marks[number] = page.number
        cited = PAGE.search(word.text)
        if cited:
            before, after = len(PAGE.split(word.text)[0]), len(PAGE.split(word.text)[2])
            if word.line.role is not Role.CONTENTS:
                self.found.references.append((cited[1], page.number))
            self.found.cited_pages.append((cited[1], int(text[before : len(text) - after]), word.line.role))

    def _refer(self, word: Word, page: Page) -> None:
        self.found.references.extend((name, page.number) for name in word.references)

    def _read_notes(self, page: Page, place: int) -> int:
        while place < len(page.words):
            if self._note and self._note_at < len(self._notes[self._note - 1]):
                count = fits(self._notes[self._note - 1][self._note_at], page, place)
                if not count:
                    return place
                self._refer(self._notes[self._note - 1][self._note_at], page)
                self._note_at += 1
            elif page.words[place] == str(self._note + 1) and place in page.line_starts:
                self._note, self._note_at, count = self._note + 1, 0, 1
                self.found.notes[self._note] = page.number
            else:
                return place
            place += count
        return place

    def _complain(self, page: Page, place: int) -> None:
        before = " ".join(shown(word) for word in self._body[max(self._at - _NEIGHBOURS, 0) : self._at])
        after = " ".join(shown(word) for word in self._body[self._at : self._at + _NEIGHBOURS])
        there = " ".join(page.words[place : place + _NEIGHBOURS])
        note = ""
        if self._note and self._note_at < len(self._notes[self._note - 1]):
            rest = self._notes[self._note - 1][self._note_at :]
            note = f", or note {self._note} to go on with „{' '.join(shown(word) for word in rest[:_NEIGHBOURS])}“"
        raise AssertionError(f"page {page.number}: after „{before}“ expected „{after}“{note}, found „{there}“")


def shown(word: Word) -> str:
    """Give a word as a page shows it, with dots for a page's number."""
    return PAGE.sub("…", NOTE.sub(r"\1", word.text))


def fits(expected: Word, page: Page, start: int) -> int:
    """Compare to the letter; a line may end behind a hyphen, a dash, a stroke or the number of a note."""
    text, breaks = _with_breaks(expected)
    there, count = "", 0
    while start + count < len(page.words) and len(there) < len(text):
        there += page.words[start + count]
        count += 1
        if text == _page_as_dots(expected, there):
            return count
        if len(there) not in breaks:
            return 0
    return 0


def _with_breaks(word: Word) -> tuple[str, set[int]]:
    """Give a word as shown, and where within it a line may end."""
    breaks: set[int] = set()
    text = ""
    for index, part in enumerate(NOTE.split(PAGE.sub("…", word.text))):
        if index:
            breaks.add(len(text))
        breaks.update(len(text) + place + 1 for place, sign in enumerate(part) if sign in BREAKABLE)
        text += part
    return text, breaks | {len(text)}


def _page_as_dots(word: Word, there: str) -> str:
    """Put dots for the number where the number of a page is expected."""
    parts = PAGE.split(word.text)
    if len(parts) == 1:
        return there
    before, _, after = parts
    number = there[len(before) : len(there) - len(after)]
    return f"{before}…{after}" if number.isdigit() and there == f"{before}{number}{after}" else there
