"""What is searched for, and how it is met in a line of characters.

Plain words meet what a reader takes for the same: quotation marks and dashes of any form for the plain ones, protected
spaces for spaces, words that hold a soft hyphen. Regular expressions are those of the package `regex`.
"""

import re
import time
from collections.abc import Iterator
from typing import Protocol

from ikonzept_desktop.model.search.passages import OBJECT, Passage
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.values import dataclass

TIME_LIMIT = 0.5
"""Seconds that regular expressions may take in all, for one search."""
LONGEST = 1000
"""Characters of the longest thing that is searched for."""

_MOST_COPIES = 10_000
"""How often a regular expression may have its parts repeated: each repetition is laid out in memory."""
_COUNTED = re.compile(r"\{(\d+)")
_RECURSION = re.compile(r"\(\?(?:R|[+-]?\d|&|P>)")

_SOFT_HYPHEN = "\u00ad"
_SPACES = " \u00a0\u2007\u2009\u202f"
_ALIKE = {
    '"': '["„“”«»]',
    "'": "['‚‘’‹›]",
    "-": "[-\u2010\u2011\u2012–—−]",
    **dict.fromkeys(_SPACES, f"{OBJECT}*[{_SPACES}]"),
}
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}


class BadPattern(Exception):
    """A regular expression, or what is to be put in its place, cannot be understood."""

    def __init__(self, position: int | None = None) -> None:
        """Name the code point it cannot be understood from, where that is known."""
        super().__init__(position)
        self.position = position


class TookTooLong(Exception):
    """A regular expression tries so many ways that the search was given up."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for."""

    text: str = ""
    whole_words: bool = False
    case: bool = False
    """Whether capitals and small letters are told apart."""
    is_regex: bool = False
    umlauts: bool = False
    """Whether `ae` is met by `ä`, `ss` by `ß`, and the other way round."""


class Match(Protocol):
    """A place that was met."""

    def span(self, /) -> tuple[int, int]:
        """Give where it begins and ends."""

    def expand(self, template: str, /) -> str:
        """Give the template with what its groups met."""


class Finder(Protocol):
    """Meets one query in one passage after another."""

    def matches(self, passage: Passage) -> Iterator[Match]:
        """Give every place in a passage, in order; raises TookTooLong."""


def finder(query: Query) -> Finder | None:
    """Give what finds a query; None where nothing is searched for. Raises BadPattern."""
    if not query.text or len(query.text) > LONGEST:
        return None
    return _RegexFinder(query) if query.is_regex else _PlainFinder(query)


class _PlainFinder:
    """Finds words as they are written."""

    def __init__(self, query: Query) -> None:
        text = clean(query.text)
        self._case = query.case
        wanted = text if query.case else text.lower()
        parts = list(_parts(wanted, query))
        self._pattern = re.compile(_bounded("".join(parts), text, query))
        self._soft = re.compile(_bounded(f"{_SOFT_HYPHEN}?".join(parts), text, query))

    def matches(self, passage: Passage) -> Iterator[Match]:
        text = passage.text if self._case else passage.low
        return (self._soft if _SOFT_HYPHEN in text else self._pattern).finditer(text)


class _RegexFinder:
    """Finds what a regular expression describes, for as long as there is time."""

    def __init__(self, query: Query) -> None:
        import regex  # not before it is asked for: it takes 30 ms

        if _is_too_large(query.text):
            raise BadPattern
        flags = regex.MULTILINE if query.case else regex.MULTILINE | regex.IGNORECASE
        pattern = rf"\b(?:{query.text})\b" if query.whole_words else query.text
        try:
            regex.compile(query.text)  # by itself first: brackets could close ours
            self._pattern = regex.compile(pattern, flags)
        except regex.error as error:
            raise BadPattern(getattr(error, "pos", None)) from error
        except (RecursionError, OverflowError, ValueError, MemoryError) as error:
            raise BadPattern from error
        self._end = time.monotonic() + TIME_LIMIT

    def matches(self, passage: Passage) -> Iterator[Match]:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TookTooLong
        try:
            for match in self._pattern.finditer(passage.text, timeout=left):
                if match.end() > match.start():
                    yield match
        except TimeoutError as error:
            raise TookTooLong from error


def expanded(match: Match, template: str) -> str:
    r"""Give a replacement with what the groups of a regular expression met, `\\1`; raises BadPattern."""
    import regex

    try:
        return match.expand(template)
    except (regex.error, IndexError, ValueError) as error:
        raise BadPattern(getattr(error, "pos", None)) from error


def _is_too_large(pattern: str) -> bool:
    copies = 1
    for count in _COUNTED.findall(pattern):
        copies *= max(int(count[:9]), 1)
        if copies > _MOST_COPIES:
            return True
    return _RECURSION.search(pattern) is not None


def _parts(text: str, query: Query) -> Iterator[str]:
    """Give the pattern for each sign of the query."""
    at = 0
    while at < len(text):
        pair, sign = text[at : at + 2], text[at]
        if text.startswith("...", at):
            yield r"(?:\.\.\.|…)"
            at += 3
        elif query.umlauts and (umlaut := _umlaut_for(pair)):
            yield f"(?:{re.escape(pair)}|{umlaut})"
            at += 2
        elif query.umlauts and sign in _SPELT_OUT:
            yield f"(?:{sign}|{_spelt_out(sign, query)})"
            at += 1
        else:
            yield _ALIKE.get(sign) or re.escape(sign)
            at += 1


def _umlaut_for(pair: str) -> str:
    same = (sign for sign, spelt in _SPELT_OUT.items() if spelt == pair or (sign.isupper() and spelt.upper() == pair))
    return next(same, "")


def _spelt_out(sign: str, query: Query) -> str:
    spelt = _SPELT_OUT[sign]
    return f"{spelt}|{spelt.upper()}" if query.case else spelt


def _bounded(pattern: str, text: str, query: Query) -> str:
    """Ask for the edges of words where the query has letters at its own edges."""
    if not query.whole_words:
        return pattern
    before = r"(?<!\w)" if _is_letter(text[:1]) else ""
    after = r"(?!\w)" if _is_letter(text[-1:]) else ""
    return f"{before}{pattern}{after}"


def _is_letter(sign: str) -> bool:
    return re.fullmatch(r"\w", sign) is not None
