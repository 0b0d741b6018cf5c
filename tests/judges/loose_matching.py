"""Follows the words a generator took down through the pages of a PDF, signs at their ends and marks of lists aside."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ikonzept_desktop.example.word_list import ANY_PAGE, bare_words
from tests.judges.matching import BREAKABLE, CONTINUED
from tests.judges.reading import Page

_LIST_MARK = re.compile(r"\d{1,2}\.|[a-z]\)|[ivx]{1,4}\.")
_CONTENTS = "Inhalt"
_NEIGHBOURS = 6


@dataclass(slots=True)
class LooselyExpected:
    """The words of a generated concept and what an exporter adds to them."""

    body: Sequence[str]
    notes: Sequence[str]
    contents: Sequence[str]
    """The words of the contents below their title, `ANY_PAGE` for each page."""
    heads: Sequence[Sequence[str]]
    """Heads of tables, repeated where a table goes on over the page."""
    left_out: Sequence[Sequence[str]] = ()
    """The numbers of headings in order, where a judge does not see them."""


@dataclass(slots=True)
class LooselyFound:
    """Where on the pages things were found."""

    marks: list[int] = field(default_factory=list)
    """The page of each note's mark, in the order of their numbers."""
    notes: list[int] = field(default_factory=list)
    """The page that each note begins on."""
    contents: list[int] = field(default_factory=list)
    """The pages that the contents name."""


def follow_loosely(expected: LooselyExpected, pages: Sequence[Page]) -> LooselyFound:
    """Go through the pages; an AssertionError names the first word that differs, with its neighbours."""
    reader = _Reader(expected)
    for page in pages:
        reader.read(page)
    reader.finish()
    return reader.found


class _Reader:
    def __init__(self, expected: LooselyExpected) -> None:
        self._expected = expected
        self._at = self._note_at = self._contents_at = self._left_out_at = 0
        self._in_contents = False
        self.found = LooselyFound()

    def read(self, page: Page) -> None:
        place = self._skip_repeated_head(page)
        place = _go(page, place, self._contents_step, self._body_step)
        place = _go(page, place, self._note_step)
        if place < len(page.words):
            self._complain(page, place)

    def finish(self) -> None:
        left = self._expected.body[self._at :]
        assert not left, f"{len(left)} words are missing at the end: {' '.join(left[:20])}"
        assert self._note_at == len(self._expected.notes), f"notes break off before {self._note_words()}"
        assert self._contents_at == len(self._expected.contents), "the contents break off"
        assert self._left_out_at == len(self._expected.left_out), "a number was not left out"

    def _skip_repeated_head(self, page: Page) -> int:
        """Pass over the head of a table where the words that are expected are others."""
        for head in self._expected.heads:
            place = 0
            for word in head:
                count = _fits(word, page, place)
                if not count:
                    break
                place += count
            else:
                if list(self._expected.body[self._at : self._at + len(head)]) != list(head):
                    return place + (page.words[place : place + 1] == (CONTINUED,))
        return 0

    def _contents_step(self, page: Page, place: int) -> int:
        if not self._in_contents:
            self._in_contents = page.words[place] == _CONTENTS and self._is_contents_entry(page, place + 1)
            return int(self._in_contents)
        if not self._is_contents_entry(page, place):
            return 0
        count = _fits(self._expected.contents[self._contents_at], page, place)
        if self._expected.contents[self._contents_at] == ANY_PAGE:
            self.found.contents.append(int(page.words[place]))
        self._contents_at += 1
        return count

    def _is_contents_entry(self, page: Page, place: int) -> bool:
        left = self._expected.contents[self._contents_at : self._contents_at + 1]
        return bool(left) and _fits(left[0], page, place) > 0

    def _body_step(self, page: Page, place: int) -> int:
        self._pass_left_out(page, place)
        if self._at < len(self._expected.body):
            word = self._expected.body[self._at]
            for mark in ("", str(len(self.found.marks) + 1)):
                count = _fits(word, page, place, mark)
                if count and self._goes_on(page, place, count):
                    if mark:
                        self.found.marks.append(page.number)
                    self._at += 1
                    return count
        if not bare_words(page.words[place]):
            return 1
        return int(place in page.line_starts and _LIST_MARK.fullmatch(page.words[place]) is not None)

    def _pass_left_out(self, page: Page, place: int) -> None:
        due = self._expected.left_out[self._left_out_at : self._left_out_at + 1]
        is_next = due and list(self._expected.body[self._at : self._at + len(due[0])]) == list(due[0])
        if is_next and not _fits(due[0][0], page, place):
            self._at += len(due[0])
            self._left_out_at += 1

    def _goes_on(self, page: Page, place: int, count: int) -> bool:
        """Tell a heading's number from a note's by what follows."""
        after = self._expected.body[self._at + 1 : self._at + 2]
        behind = place + count
        if place not in page.line_starts or page.words[place] != str(len(self.found.notes) + 1):
            return True
        return not after or behind >= len(page.words) or _fits(after[0], page, behind) > 0

    def _note_step(self, page: Page, place: int) -> int:
        word = self._expected.notes[self._note_at : self._note_at + 1]
        count = _fits(word[0], page, place) if word else 0
        if count:
            self._note_at += 1
            return count
        if place in page.line_starts and page.words[place] == str(len(self.found.notes) + 1):
            self.found.notes.append(page.number)
            return 1
        return int(not bare_words(page.words[place]))

    def _note_words(self) -> str:
        return " ".join(self._expected.notes[self._note_at : self._note_at + _NEIGHBOURS])

    def _complain(self, page: Page, place: int) -> None:
        before = " ".join(self._expected.body[max(self._at - _NEIGHBOURS, 0) : self._at])
        after = " ".join(self._expected.body[self._at : self._at + _NEIGHBOURS])
        there = " ".join(page.words[place : place + _NEIGHBOURS])
        notes = f", or in the notes „{self._note_words()}“"
        raise AssertionError(f"page {page.number}: after „{before}“ expected „{after}“{notes}, found „{there}“")


def _go(page: Page, place: int, *steps: Callable[[Page, int], int]) -> int:
    """Take steps while one of them finds words of its own; give the place behind the last of them."""
    while place < len(page.words):
        count = next((count for step in steps if (count := step(page, place))), 0)
        if not count:
            break
        place += count
    return place


def _fits(word: str, page: Page, start: int, mark: str = "") -> int:
    """Tell how many of a page's words make up that word, with the number of a note in or behind it if one is given."""
    there = ""
    for count, part in enumerate(page.words[start : start + 4], start=1):
        there += part
        for bare in _without(there, mark):
            if bare == word or (word == ANY_PAGE and bare.isdigit()):
                return count
        if not there.endswith((*BREAKABLE, mark or "-")):
            return 0
    return 0


def _without(text: str, mark: str) -> list[str]:
    """Give the bare words left of a text by taking out the mark of a note, wherever it may be."""
    if not mark:
        return bare_words(text)[:1]
    places = [match.start() for match in re.finditer(f"(?={mark})", text)]
    cut = [text[:place] + text[place + len(mark) :] for place in places]
    return [bare for each in cut for bare in bare_words(each)[:1]]
