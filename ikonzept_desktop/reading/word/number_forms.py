"""Numbers as lists print them (ECMA-376 Part 1, 17.18.59); a form that is not known here is decimal."""

from collections.abc import Callable

_LARGEST = 32_767
"""What Word counts to."""
_LONGEST = 30
"""Letters of a number that is one letter said again and again."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
NO_NUMBER = frozenset({"none", "bullet"})


def printed(number: int, form: str, language: str = "") -> str:
    """Give a number as a list prints it; ordinals are those of the document's language."""
    if form == "none":
        return ""
    make = _FORMS.get(form)
    if form == "ordinal":
        return _english(number) if language.lower().startswith("en") else f"{number}."
    return str(number) if make is None or not 0 < number <= _LARGEST else make(number)


def _roman(number: int) -> str:
    said = []
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        said.append(letters * times)
    return "".join(said)


def _letters(number: int, letters: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """Count in letters: after z comes aa, then bb (17.18.59, lowerLetter)."""
    times, at = divmod(number - 1, len(letters))
    return letters[at] * (times + 1) if times < _LONGEST else str(number)


def _english(number: int) -> str:
    ending = "th" if abs(number) % 100 in _TEENS else _ENDINGS.get(abs(number) % 10, "th")
    return f"{number}{ending}"


def _one_of(first: int, count: int) -> Callable[[int], str]:
    """Give numbers that are characters of their own, so many of them."""
    return lambda number: chr(first + number - 1) if number <= count else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "chicago": lambda number: _letters(number, _CHICAGO),
    "decimalEnclosedCircle": _one_of(0x2460, 20),
    "decimalEnclosedParen": _one_of(0x2474, 20),
    "decimalEnclosedFullstop": _one_of(0x2488, 20),
    "001": lambda number: f"{number:03}",
    "0001": lambda number: f"{number:04}",
    "00001": lambda number: f"{number:05}",
}
