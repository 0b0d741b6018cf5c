"""Finds names by a few of their letters, as people type them: `5.2 spr`, `neu absch`, `massnahme`.

Case, accents and umlauts do not count: `ä` is met by `a`, `ae` and `ä`, `ß` by `ss`. Every word of the query has to
be met, in any order.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from ikonzept_desktop.values import dataclass

_MISSING = 2
"""Letters that may lack in a word that is typed from its beginning."""
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


@dataclass(frozen=True, slots=True)
class _Folded:
    """A name as it is compared."""

    letters: str
    origin: tuple[int, ...]
    """For each letter the code point of the name it comes from."""
    starts: frozenset[int]
    """The letters that begin a word."""


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Where a word of the query was met, and how well: the lower the better."""

    tier: int
    letters: tuple[int, ...]


def rank(query: str, names: Sequence[str]) -> list[int]:
    """Give the indices of the names that the query means, the likeliest first; all in order for an empty query."""
    words = _words(query)
    found = [(score, index) for index, name in enumerate(names) if (score := _score(words, name)) is not None]
    return [index for _, index in sorted(found)]


def spans(query: str, name: str) -> list[tuple[int, int]]:
    """Give the parts of a name that the query meets, from and to in code points, in order; none where it does not."""
    met: set[int] = set()
    for form in _forms(name):
        meetings = [_meet(word, form) for word in _words(query)]
        if all(meetings):
            met = {form.origin[letter] for meeting in meetings if meeting for letter in meeting.letters}
            break
    runs = (list(run) for _, run in groupby(enumerate(sorted(met)), lambda numbered: numbered[1] - numbered[0]))
    return [(run[0][1], run[-1][1] + 1) for run in runs]


def fold(text: str) -> str:
    """Give the text without case, accents and umlauts' dots."""
    return _folded(text, spelt_out=False).letters


def _words(query: str) -> list[str]:
    return [folded for word in query.split() if (folded := fold(word))]


def _score(words: list[str], name: str) -> tuple[int, int] | None:
    scores = [score for form in _forms(name) if (score := _form_score(words, form)) is not None]
    return min(scores, default=None)


def _form_score(words: list[str], form: _Folded) -> tuple[int, int] | None:
    total, first = 0, 0
    for word in words:
        meeting = _meet(word, form)
        if meeting is None:
            return None
        total += meeting.tier
        first += meeting.letters[0]
    return total, first


def _meet(word: str, form: _Folded) -> _Meeting | None:
    """Meet a word whole, at its beginning or within, by the beginnings of several, or with letters left out."""
    best: _Meeting | None = None
    at = form.letters.find(word)
    while at >= 0:
        tier = _tier(word, form, at)
        if best is None or tier < best.tier:
            best = _Meeting(tier, tuple(range(at, at + len(word))))
        at = form.letters.find(word, at + 1)
    return best or _by_beginnings(word, form) or _with_gaps(word, form)


def _tier(word: str, form: _Folded, at: int) -> int:
    end = at + len(word)
    whole = end == len(form.letters) or form.letters[end].isspace()
    if at == 0:
        return 0 if whole else 1
    if at in form.starts:
        return 2 if whole else 3
    return 5


def _by_beginnings(word: str, form: _Folded) -> _Meeting | None:
    """Meet `neuab` in `Neuer Abschnitt`: each letter follows the one before or begins a word."""
    ways: list[tuple[int, ...]] = [(start,) for start in sorted(form.starts) if form.letters[start] == word[0]]
    for letter in word[1:]:
        longer: dict[int, tuple[int, ...]] = {}
        for way in ways:
            for at in (way[-1] + 1, *(start for start in form.starts if start > way[-1] + 1)):
                if at < len(form.letters) and form.letters[at] == letter:
                    longer.setdefault(at, (*way, at))
        ways = list(longer.values())
    return _Meeting(6, min(ways)) if ways else None


def _with_gaps(word: str, form: _Folded) -> _Meeting | None:
    """Meet `abscnitt` in `Abschnitt`: typed from the word's beginning, with a letter or two left out."""
    if len(word) < 4:
        return None
    for start in sorted(form.starts):
        met: list[int] = []
        at = start
        while at < len(form.letters) and len(met) < len(word) and at - start - len(met) <= _MISSING:
            if form.letters[at] == word[len(met)]:
                met.append(at)
            at += 1
        if len(met) == len(word) and met[0] == start:
            return _Meeting(8, tuple(met))
    return None


def _forms(name: str) -> tuple[_Folded, ...]:
    plain = _folded(name, spelt_out=False)
    return (plain, _folded(name, spelt_out=True)) if any(sign in name.casefold() for sign in "äöü") else (plain,)


@lru_cache(maxsize=8192)
def _folded(name: str, *, spelt_out: bool) -> _Folded:
    letters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(name):
        folded = _folded_character(character, spelt_out=spelt_out)
        letters.append(folded)
        origin += [index] * len(folded)
    text = "".join(letters)
    starts = (at for at, letter in enumerate(text) if letter.isalnum() and (at == 0 or not text[at - 1].isalnum()))
    return _Folded(text, tuple(origin), frozenset(starts))


def _folded_character(character: str, *, spelt_out: bool) -> str:
    small = character.lower()
    if small == "ß" or (spelt_out and small in _UMLAUTS):
        return _UMLAUTS[small]
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)
    return "".join(part for part in apart if not unicodedata.combining(part)).casefold()
