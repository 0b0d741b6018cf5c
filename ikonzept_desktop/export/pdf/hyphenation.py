"""Where German words may be broken.

The patterns are Liang's, in the dictionaries that pyphen carries. Its own loader takes 0.4 s to prepare 78,000
patterns of which a text meets a few thousand, so they are read here and prepared as they are met.
"""

from functools import cache
from pathlib import Path

import pyphen

LEFT = 3
RIGHT = 3
"""Letters that stay together at either end of a word."""

_SHORT = 5
"""Patterns of fewer letters are put together for what a word goes on with; longer ones are tried where their first
letters stand."""


_Digit = tuple[int, int]
"""How many letters of a pattern stand before a digit, and the digit: odd ones allow a break, the highest one counts."""


class Hyphenator:
    """The patterns of one language."""

    def __init__(self, path: Path) -> None:
        first, _, raw = path.read_bytes().partition(b"\n")
        encoding = first.strip().decode("ascii")
        letters = raw.translate(None, b"0123456789").decode(encoding).split("\n")
        # Comments and directives may stay among them: no word has a space, a sign or a capital letter in it.
        self._raw = dict(zip(letters, raw.decode(encoding).split("\n"), strict=True))
        letters.sort(key=len)
        self._longest = dict(zip((pattern[:_SHORT] for pattern in letters), map(len, letters), strict=True))
        """Of the patterns that begin with the same letters."""
        self._prepared: dict[str, tuple[_Digit, ...]] = {}
        self._begun: dict[str, tuple[_Digit, ...]] = {}
        """What all short patterns say together that the same few letters begin with."""
        self._words: dict[str, tuple[int, ...]] = {}

    def positions(self, word: str) -> tuple[int, ...]:
        """Give after how many letters the word, letters only, may be broken."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._search(word.lower()) if len(word) >= LEFT + RIGHT else ()
        return found

    def _search(self, word: str) -> tuple[int, ...]:
        dotted = f".{word}."
        size = len(dotted)
        values = [0] * (size + 1)
        begun, longest_of = self._begun.get, self._longest.get
        for start in range(size):
            letters = dotted[start : start + _SHORT]
            digits = begun(letters[: _SHORT - 1])
            if digits is None:
                digits = self._begin(letters[: _SHORT - 1])
            longest = longest_of(letters)
            if longest is not None:
                digits += self._long(dotted[start : start + longest])
            for place, value in digits:
                if value > values[start + place]:
                    values[start + place] = value
        return tuple(at for at in range(LEFT, len(word) - RIGHT + 1) if values[at + 1] % 2)

    def _begin(self, letters: str) -> tuple[_Digit, ...]:
        """Give the highest digit of each place that any pattern has which these letters begin with."""
        highest: dict[int, int] = {}
        for end in range(1, len(letters) + 1):
            for place, value in self._digits_of(letters[:end]):
                highest[place] = max(value, highest.get(place, 0))
        found = self._begun[letters] = tuple(highest.items())
        return found

    def _long(self, letters: str) -> tuple[_Digit, ...]:
        """Give the digits of the long patterns that these letters begin with."""
        raw = self._raw
        found: tuple[_Digit, ...] = ()
        for end in range(_SHORT, len(letters) + 1):
            if letters[:end] in raw:
                found += self._digits_of(letters[:end])
        return found

    def _digits_of(self, letters: str) -> tuple[_Digit, ...]:
        if letters not in self._raw:
            return ()
        return self._prepared.get(letters) or self._prepare(letters)

    def _prepare(self, letters: str) -> tuple[_Digit, ...]:
        found = self._prepared[letters] = _digits(self._raw[letters])
        return found


def _digits(pattern: str) -> tuple[_Digit, ...]:
    """Give the digits of a pattern, each with the number of letters before it."""
    found: list[_Digit] = []
    for at, character in enumerate(pattern):
        if character.isdigit():
            found.append((at - len(found), int(character)))
    return tuple(found)


@cache
def hyphenator(language: str) -> Hyphenator | None:
    """Give the patterns of a BCP 47 language, or None where there are none."""
    name = pyphen.language_fallback(language.replace("-", "_"))
    return Hyphenator(pyphen.LANGUAGES[name]) if name else None
