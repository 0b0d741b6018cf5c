"""The words of a generated concept as they are said, noted beside the concept and independently of it."""

from collections.abc import Iterator
from contextlib import contextmanager

ANY_PAGE = "<Seite>"
"""Stands in a list of words for the number of a page, which only an exporter knows."""

_SIGNS = ".,;:!?()[]{}„“”‚‘’\"'»«–—-…/§%*&+=•▪·"


def bare_words(text: str) -> list[str]:
    """Give the words of a text in order, parted at white space, without signs at their ends."""
    return [bare for word in text.split() if (bare := word.strip(_SIGNS))]


class WordList:
    """What is printed of a concept, word by word in reading order, notes apart."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.body: list[str] = []
        self.notes: list[str] = []
        self.count = 0
        """Words written so far, printed or not."""
        self._into = self.body

    def say(self, text: str) -> None:
        """Take down a text; its ends must be ends of words."""
        self._take(bare_words(text))

    def say_page(self) -> None:
        """Take down that the number of a page stands here."""
        self._take([ANY_PAGE])

    def _take(self, words: list[str]) -> None:
        self._into.extend(words)
        self.count += len(words)

    @contextmanager
    def note(self) -> Iterator[None]:
        """Take down what is said meanwhile as a note."""
        with self._written_to(self.notes):
            yield

    @contextmanager
    def apart(self) -> Iterator[list[str]]:
        """Take down what is said meanwhile in a list of its own, to be repeated in its place or dropped.

        It counts as written either way.
        """
        own: list[str] = []
        with self._written_to(own):
            yield own

    def repeat(self, words: list[str]) -> None:
        """Put words that were taken down apart in their place."""
        self._into.extend(words)

    @contextmanager
    def _written_to(self, words: list[str]) -> Iterator[None]:
        before, self._into = self._into, words
        try:
            yield
        finally:
            self._into = before
