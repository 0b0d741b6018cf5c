"""Numbers that were typed before headings: what they say, and which of them make a sequence."""

import re
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise

from ikonzept_desktop.importing.recognition.vocabulary import NUMBERED_WORDS
from ikonzept_desktop.values import dataclass

_DEEPEST = 9
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_SEPARATOR = r"(?:\s*[:–—]\s*|\s+-\s+|\.?\s+|\.?$)"
_DECIMAL = re.compile(
    r"\s*(?P<number>\d{1,2}(?:\s?\.\s?\d{1,2})*)(?P<end>\.?\)?)"
    r"(?P<gap>\s*[:–—]\s+|\s+[-–—]\s+|\s+|(?<=\.)(?=[^\W\d_])|$)"
)
_WORD = re.compile(
    rf"\s*(?P<word>{'|'.join(NUMBERED_WORDS)})\s+(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*|[IVXL]{{1,6}}|[A-Z])(?![\w])"
    rf"{_SEPARATOR}",
    re.IGNORECASE,
)
_ROMANS = re.compile(r"\s*(?P<number>[IVXL]{1,6})(?:\.|\))(?:\s+|$)")
_LETTER = re.compile(r"\s*(?P<number>[A-Z])(?:\.|\)|\s+[–—-]|:)(?:\s+|$)")
_AMOUNT = re.compile(
    r"(?i)^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jahre?n?|tagen?|"
    r"wochen|monaten?|stunden|prozent|uhr|euro|mal|mio)\b|^[%€]"
)
"""Behind a number that is none of a heading: `18. Dezember 2012`, `10 Jahre Integration`."""


class Scheme(Enum):
    """How a number is written."""

    DECIMAL = "decimal"
    WORD = "word"
    """A word and a number: `Anlage 2`."""
    ROMAN = "roman"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Typed:
    """A number before a title."""

    scheme: Scheme
    number: tuple[int, ...]
    cut: str
    """All that is left out with it, to the last blank."""
    word: str = ""
    """`anlage`, in small letters."""


def typed_number(raw: str) -> Typed | None:
    """Read the number a line begins with, a year or an amount taken for none; None without one."""
    found = _DECIMAL.match(raw)
    if found:
        parts = tuple(int(part) for part in found["number"].split("."))
        if 0 in parts[:1] or len(parts) > _DEEPEST or (len(parts) == 1 and _AMOUNT.match(raw[found.end() :])):
            return None
        return Typed(Scheme.DECIMAL, parts, found[0])
    if (found := _WORD.match(raw)) is not None:
        return Typed(Scheme.WORD, _value(found["number"].upper()), found[0], found["word"].lower())
    if (found := _ROMANS.match(raw)) is not None and roman(found["number"]):
        return Typed(Scheme.ROMAN, (roman(found["number"]),), found[0])
    if (found := _LETTER.match(raw)) is not None:
        return Typed(Scheme.LETTER, (ord(found["number"]) - 64,), found[0])
    return None


def roman(signs: str) -> int:
    """Read a Roman number up to LXXXIX; 0 for what is none."""
    values = [_ROMAN.get(sign, 0) for sign in signs]
    total = sum(-left if left < right else left for left, right in pairwise([*values, 0]))
    return total if signs and all(values) and written_roman(total) == signs else 0


def written_roman(number: int) -> str:
    """Write a number below 90 the Roman way."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10] + ones[number % 10] if 0 < number < 90 else ""


def _value(number: str) -> tuple[int, ...]:
    if number[0].isdigit():
        return tuple(map(int, number.split(".")))
    return (roman(number) or ord(number[0]) - 64,)


@dataclass(frozen=True, slots=True)
class _Chain:
    """The best sequence that ends at some line."""

    score: float
    length: int
    last: int
    """Of the numbers looked at, by index."""
    before: "_Chain | None" = None


def sequence(numbers: Sequence[tuple[int, ...]], weight: Callable[[int], float]) -> list[int]:
    """Give which of some numbers, in the document's order, make the best sequence of an outline, by index.

    Each is the first child of the one before, its successor, or the successor of one it stands below; gaps of one are
    forgiven. The weight of a number says how much it looks like a heading's, below 0 where it does not.
    """
    within: dict[tuple[int, ...], _Chain] = {}
    """The best that ends in this number, or in one below it."""
    at: dict[tuple[int, ...], _Chain] = {}
    best: _Chain | None = None
    for index, number in enumerate(numbers):
        chain = _lengthened(number, index, weight(index), at, within)
        if number not in at or chain.score >= at[number].score:
            at[number] = chain
        for depth in range(1, len(number) + 1):
            known = within.get(number[:depth])
            if known is None or chain.score >= known.score:
                within[number[:depth]] = chain
        if best is None or chain.score > best.score:
            best = chain
    found: list[int] = []
    while best is not None:
        found.append(best.last)
        best = best.before
    return found[::-1]


_START, _LATE_START, _GAP = 1.0, -0.5, -0.8


def _lengthened(
    number: tuple[int, ...],
    index: int,
    weight: float,
    at: dict[tuple[int, ...], _Chain],
    within: dict[tuple[int, ...], _Chain],
) -> _Chain:
    """Give the best chain that ends in a number: the best of those it can follow, or one that begins with it."""
    above, last = number[:-1], number[-1]
    starts = _START if set(number) == {1} else _LATE_START
    best = _Chain(weight + starts, 1, index)
    before = [
        (within.get((*above, last - 1)), 1.0),
        (at.get(above) if above and last == 1 else None, 1.0),
        (within.get((*above, last - 2)) if last > 2 else None, _GAP),
        (at.get(above) if above and last == 2 else None, _GAP),
        (at.get(above[:-1]) if len(above) > 1 and number[-2:] == (1, 1) else None, _GAP),
    ]
    for chain, joins in before:
        if chain is not None and chain.score + weight + joins > best.score:
            best = _Chain(chain.score + weight + joins, chain.length + 1, index, chain)
    return best
