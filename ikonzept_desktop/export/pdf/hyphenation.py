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

_DIGITS = str.maketrans("", "", "0123456789")
_NO_PATTERN = frozenset("#%ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""How comments and directives of a dictionary begin."""


class Hyphenator:
    """The patterns of one language."""

    def __init__(self, path: Path) -> None:
        raw = path.read_bytes()
        encoding = raw[: raw.index(b"\n")].strip().decode("ascii")
        lines = [line for line in raw.decode(encoding).split("\n")[1:] if line and line[0] not in _NO_PATTERN]
        letters = "\n".join(lines).translate(_DIGITS).split("\n")
        self._raw = dict(zip(letters, lines, strict=True))
        self._longest: dict[str, int] = {}
        """Of the patterns that begin with two letters."""
        for pattern in letters:
            if len(pattern) > self._longest.get(pattern[:2], 0):
                self._longest[pattern[:2]] = len(pattern)
        self._prepared: dict[str, tuple[int, ...]] = {}
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
        raw = self._raw
        for start in range(size):
            longest = self._longest.get(dotted[start : start + 2], 1)
            for end in range(start + 1, min(start + longest, size) + 1):
                letters = dotted[start:end]
                if letters in raw:
                    for place, value in enumerate(self._values(letters), start):
                        if value > values[place]:
                            values[place] = value
        return tuple(at for at in range(LEFT, len(word) - RIGHT + 1) if values[at + 1] % 2)

    def _values(self, letters: str) -> tuple[int, ...]:
        values = self._prepared.get(letters)
        if values is None:
            values = self._prepared[letters] = _values(self._raw[letters])
        return values


def _values(pattern: str) -> tuple[int, ...]:
    """Give the digit before each letter of a pattern and after the last, 0 where there is none."""
    values = [0]
    for character in pattern:
        if character.isdigit():
            values[-1] = int(character)
        else:
            values.append(0)
    return tuple(values)


@cache
def hyphenator(language: str) -> Hyphenator | None:
    """Give the patterns of a BCP 47 language, or None where there are none."""
    name = pyphen.language_fallback(language.replace("-", "_"))
    return Hyphenator(pyphen.LANGUAGES[name]) if name else None
