"""The words of a line as a speller is to be asked for them. Positions count code points (see `model.inline`)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ikonzept_desktop.checking.gender import without_sign
from ikonzept_desktop.model.inline import Inlines, LineBreak, Text
from ikonzept_desktop.values import dataclass

OBJECT, FOREIGN = "\ufffc", "\ufffd"
"""Stand in a flat line for a note or reference, and for each character that is in another language."""
LANGUAGE = "de"

_L = "[^\\W\\d_\u0300-\u036f]"
_LETTERS = f"{_L}[^\\W\\d_]*(?:[\u00ad\u0300-\u036f][^\\W\\d_]*)*"
_SIGN = f"(?:[*:_·•]|/-?)(?=(?:inn?en|in|[rnsme]|e[rnms])\\b|innen)|[*](?={_L})"
_WORD = re.compile(f"[-‐‑]?{_LETTERS}(?:(?:[-‐‑'’]|{_SIGN}){_LETTERS})*[-‐‑]?")
_DIGIT_BESIDE = re.compile(r"[\d_@\\]")
_NO_WORDS = re.compile(
    r"(?:https?|ftp|mailto):\S+|www\.\S+|[^\s<>()]+@[^\s<>()]+\.\w+|[A-Za-z]:\\\S+|\\\\\S+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|info|nrw|pdf|docx?|xlsx?)\b(?:/\S*)?",
    re.IGNORECASE,
)
_LATIN = re.compile("[A-Za-zÀ-ɏ\u0300-\u036fḀ-ỿ]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_VOWELS = frozenset("aeiouäöümnrs")
"""What the second letter of a word of two letters may be that begins with a capital: `Am`, `Er`, never `Sp`."""
_CAPITALS_AT_MOST = 6
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line."""

    start: int
    end: int
    text: str
    """As it stands there."""
    stops: bool = False
    """Whether a full stop follows, as after an abbreviation."""


def flat(inlines: Inlines) -> str:
    """Give a line as one string in which every position of the line is one character."""
    return "".join(_flat(inline) for inline in inlines)


def words_of(line: str) -> Iterator[Word]:
    """Go through the words of a flat line that are to be asked for, in order."""
    closed = [match.span() for match in _NO_WORDS.finditer(line)] if any(sign in line for sign in "@.:\\") else []
    for match in _WORD.finditer(line):
        start, end = match.span()
        text = match[0]
        if len(text) == 1 or any(low < end and start < high for low, high in closed):
            continue
        if _DIGIT_BESIDE.match(line[end : end + 1]) or (start and _DIGIT_BESIDE.match(line[start - 1])):
            continue
        if is_asked(text):
            yield Word(start, end, text, line[end : end + 1] == ".")


@lru_cache(maxsize=32768)
def is_asked(word: str) -> bool:
    """Tell whether a word is one a German dictionary can know: no abbreviation in capitals, no other script."""
    bare = word.strip("-‐‑")
    letters = without_sign(bare)
    if len(bare) < 2 or len(bare) > _LONGEST or not _LATIN.fullmatch(re.sub(r"[^\w\u0300-\u036f]", "", letters)):
        return False
    return not _is_abbreviation(bare) and not (len(bare) == 2 and bare[0].isupper() and bare[1] not in _VOWELS)


@lru_cache(maxsize=32768)
def questions(word: str) -> tuple[tuple[str, ...], ...]:
    """Give the ways in which a word may be right: each asks for units, all of which must be known.

    A unit that ends in a hyphen stands before another word. Gender signs are taken out, hyphens are one and the same.
    """
    plain = without_sign(word.replace("\u00ad", "").replace("‐", "-").replace("‑", "-").replace("’", "'"))
    ways: list[tuple[str, ...]] = [(plain.removeprefix("-"),)]
    if "*" in plain or ":" in plain or "/" in plain:
        ways = [tuple(part for part in re.split(r"[*:/]", plain) if len(part) > 1)]
    if plain.endswith("'s"):
        ways.append((plain.removesuffix("'s"),))
    bare = plain.strip("-")
    if "-" in bare:
        parts = bare.split("-")
        heads = [f"{part}-" for part in parts[:-1] if not _is_abbreviation(part) and len(part) > 1]
        last = parts[-1] + ("-" if plain.endswith("-") else "")
        tail = () if _is_abbreviation(parts[-1]) or len(parts[-1]) < 2 else (last,)
        ways.append((*heads, *tail))
    return tuple(ways)


def _flat(inline: object) -> str:
    match inline:
        case Text(text=text, language=language) if not language or language.lower().startswith(LANGUAGE):
            return text
        case Text(text=text):
            return FOREIGN * len(text)
        case LineBreak():
            return "\n"
        case _:
            return OBJECT


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is capitals (NRW, KI), with a plural or a genitive s (PKWs), or a Roman number."""
    stem = word[:-1] if word[-1:] == "s" else word
    if stem.isupper() and (len(stem) <= _CAPITALS_AT_MOST or _ROMAN.fullmatch(stem)):
        return True
    return sum(map(str.isupper, word)) > len(word) / 2 and len(word) <= _CAPITALS_AT_MOST
