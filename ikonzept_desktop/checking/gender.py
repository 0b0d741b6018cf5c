"""The ways in which a text names people of every gender: with a sign, with a capital I, or as a pair.

The forms are those the Rat für deutsche Rechtschreibung names in its report of 2018 (Asterisk, Unterstrich,
Doppelpunkt, Schrägstrich, Binnen-I, Paarform), with the middle dot beside them.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from ikonzept_desktop.values import dataclass


class GenderForm(StrEnum):
    """How people of every gender are named."""

    STAR = "star"
    COLON = "colon"
    UNDERSCORE = "underscore"
    SLASH = "slash"
    DOT = "dot"
    CAPITAL = "capital"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class GenderUse:
    """A place where people of every gender are named. Positions count code points of the line."""

    form: GenderForm
    start: int
    end: int
    text: str
    stem: str
    """`Bürger`; the second word of a pair."""
    ending: str
    """`in` or `innen`."""


_LETTER = "[^\\W\\d_]"
_ENDING = "(?:innen|in)"
_SIGN = "(?:[*:_·•]|/-?)"
_SIGNED = re.compile(f"({_LETTER}+)({_SIGN})({_ENDING})({_LETTER}*)\\b")
_CAPITAL = re.compile(f"\\b({_LETTER}*[a-zäöüß])(Innen|In)({_LETTER}*)\\b")
_PAIR = re.compile(
    f"\\b({_LETTER}+)(innen|in)\\s+(?:und|oder|bzw\\.|/)\\s+({_LETTER}+)\\b"
    f"|\\b({_LETTER}+)\\s+(?:und|oder|bzw\\.|/)\\s+({_LETTER}+)(innen|in)\\b"
)
_FORMS = {
    "*": GenderForm.STAR,
    ":": GenderForm.COLON,
    "_": GenderForm.UNDERSCORE,
    "/": GenderForm.SLASH,
    "/-": GenderForm.SLASH,
    "·": GenderForm.DOT,
    "•": GenderForm.DOT,
}
SIGNS = {
    GenderForm.STAR: "*",
    GenderForm.COLON: ":",
    GenderForm.UNDERSCORE: "_",
    GenderForm.SLASH: "/-",
    GenderForm.DOT: "·",
}
_ANY_SIGN = re.compile(f"(?<={_LETTER}){_SIGN}(?=(?:inn?en|in|[rnsme]|e[rnms])(?:\\b|_)|{_ENDING})")
_SAME_STEM = 3


@lru_cache(maxsize=32768)
def without_sign(word: str) -> str:
    """Give a word without its gender sign and with a small i: `Bürger*innen`, `BürgerInnen` -> `Bürgerinnen`."""
    plain = _ANY_SIGN.sub("", word)
    match = _CAPITAL.fullmatch(plain)
    return f"{match[1]}{match[2].lower()}{match[3]}" if match else plain


def sign_in(word: str) -> tuple[str, str] | None:
    """Give the gender sign in a word and what follows it: `*` and `innen`; None where there is none."""
    match = _ANY_SIGN.search(word)
    return (match[0], word[match.end() :]) if match else None


def uses_of(line: str) -> Iterator[GenderUse]:
    """Go through the places of a flat line where people of every gender are named."""
    if "in" not in line and "In" not in line:
        return
    for match in _SIGNED.finditer(line):
        yield GenderUse(_FORMS[match[2]], *match.span(), match[0], match[1], match[3])
    for match in _CAPITAL.finditer(line):
        if not match[3] or match[2] == "Innen":
            yield GenderUse(GenderForm.CAPITAL, *match.span(), match[0], match[1], match[2].lower())
    yield from _pairs(line)


def _pairs(line: str) -> Iterator[GenderUse]:
    match = _PAIR.search(line)
    while match is not None:
        female, ending, male = (match[1], match[2], match[3]) if match[1] else (match[5], match[6], match[4])
        is_pair = _are_a_pair(female, male)
        if is_pair:
            yield GenderUse(GenderForm.PAIR, *match.span(), match[0], male, ending)
        # The second word may be the first of another pair.
        match = _PAIR.search(line, match.end() if is_pair else match.start(3 if match[1] else 5))


def in_form(use: GenderUse, form: GenderForm) -> str | None:
    """Give the same people named in another form; None where that needs more than an exchange of signs."""
    rest = "" if use.form is GenderForm.PAIR else use.text[_end_of_ending(use) :]
    if form is GenderForm.PAIR:
        regular = use.stem.endswith("er") and use.ending == "innen" and not rest
        return f"{use.stem}innen und {use.stem}" if regular else None
    if use.form is GenderForm.PAIR and not _is_plain_pair(use):
        return None
    if form is GenderForm.CAPITAL:
        return f"{use.stem}{use.ending.capitalize()}{rest}"
    return f"{use.stem}{SIGNS[form]}{use.ending}{rest}"


def _end_of_ending(use: GenderUse) -> int:
    return use.text.lower().index(use.ending, len(use.stem)) + len(use.ending)


def _is_plain_pair(use: GenderUse) -> bool:
    return any(word == f"{use.stem}{use.ending}" for word in use.text.split())


def _are_a_pair(female: str, male: str) -> bool:
    """Tell whether two words name the same people: they begin alike, and only the ending differs."""
    if not (female[:1].isupper() and male[:1].isupper()):
        return False
    common = next((at for at, (a, b) in enumerate(zip(female, male, strict=False)) if a != b), len(female))
    folded = female.translate(_UMLAUTS)[:_SAME_STEM] == male.translate(_UMLAUTS)[:_SAME_STEM]
    return folded and len(male) - max(common, _SAME_STEM) <= _SAME_STEM and len(female) - common <= _SAME_STEM


_UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")
