"""Typographic help as one types, after DIN 5008 and Duden: a few characters before the caret, and what they become.

Pure and quick: it is asked after every key. Protected spaces are U+00A0, for DIN 5008 knows no narrow ones.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from ikonzept_desktop.values import dataclass

REACH = 40
"""Code points before the caret in which something may be found."""
ADDRESS_REACH = 200
"""Code points before the caret that are to be handed in: an address may have begun long before."""


class Rule(StrEnum):
    """What can be switched off on its own."""

    QUOTES = "quotes"
    """`"` and `'` to „“ and ‚‘, and ’ within words."""
    DASHES = "dashes"
    """`--` and a hyphen between spaces to –."""
    ELLIPSIS = "ellipsis"
    SPACES = "spaces"
    """Protected spaces: z. B., § 5, 10 km."""
    RANGES = "ranges"
    """2015-2017 to 2015–2017."""


EVERY_RULE = frozenset(Rule)


@dataclass(frozen=True, slots=True)
class Correction:
    """The last characters before the caret replaced by others."""

    taken: int
    """Code points before the caret that are replaced."""
    text: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Replacement:
    """A span of a text replaced. Code points"""

    start: int
    end: int
    text: str


_OPENS = re.compile("(?:^|[\\s(\\[{/„‚»›–—\ufffc-])$")
"""What an opening quotation mark stands behind."""
_ADDRESS = re.compile(r"://|www\.|@|\\\\|^[\w.-]+\.(?:de|org|com|net|eu|nrw|info)(?:/|$)", re.IGNORECASE)
_NO_BREAK = "\u00a0"

_ABBREVIATIONS = (
    *("z. B.", "d. h.", "u. a.", "u. Ä.", "u. ä.", "o. Ä.", "o. ä.", "z. T.", "u. U.", "s. o.", "s. u.", "v. a."),
    *("m. E.", "z. Z.", "o. g.", "e. V.", "i. A.", "i. V.", "i. d. R.", "i. S. d.", "i. S. v.", "i. V. m.", "a. a. O."),
    *("u. v. m.", "i. H. v.", "n. Chr.", "v. Chr.", "v. H.", "p. a.", "a. D.", "i. R.", "b. w.", "z. Hd.", "u. E."),
    *("g. g. A.", "i. e. S.", "i. w. S.", "n. F.", "a. F.", "i. Vj.", "v. l. n. r."),
)
_WITHOUT_SPACES = {re.sub(r"\s", "", known): known.replace(" ", _NO_BREAK) for known in _ABBREVIATIONS}
_LONGEST_FORM = max(map(len, _ABBREVIATIONS)) + 1
_LETTERS_AND_DOT = re.compile(r"(?<![\w.])[A-Za-zÄÖÜäöü]+\.")
"""Where an abbreviation may begin."""
_INITIALS = re.compile(r"(?<![\w.])[A-ZÄÖÜ]\. [A-ZÄÖÜ]\.$")
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:§§?|Art\.|Abs\.|Nr\.|Nrn\.|Ziff\.|Rn\.|Rz\.|S\.|Bd\.|Kap\.|Abb\.|Tab\.|Anl\.|Az\.|Tel\.|Str\.) \d$"
)
_TITLES = re.compile(r"(?<!\w)(?:Dr\.|Prof\.|Hr\.|Fr\.|Hrn\.|Dipl\.-Ing\.|St\.) [A-ZÄÖÜ]$")
_SIGNS = re.compile(r"\d ([%‰€°$£])$")
_UNITS = (
    "km²|km|m²|m³|cm|mm|ha|kg|mg|g|t|l|ml|kWh|MWh|GWh|kW|MW|°C|Std\\.|Min\\.|Sek\\.|h|min|Euro|EUR|Cent|Ct|Mio\\."
    "|Mrd\\.|Tsd\\.|m|Uhr|Prozent"
)
_MEASURE = re.compile(rf"\d ({_UNITS})[\s.,;:!?)\]/–-]$")
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DAY = re.compile(rf"(?<![\d.])\d{{1,2}}\. ({_MONTHS})[\s.,;:!?)\]–-]$")
_RANGE = re.compile(r"(?<![\w./–-])(\d{1,4})-(\d{1,4})[\s,;:.!?)\]]$")


def correction(before: str, rules: frozenset[Rule] = EVERY_RULE) -> Correction | None:
    """Give what the help makes of the characters before the caret, the last of which was just typed; mostly nothing.

    Of a longer text only the last code points are looked at.
    """
    if not before:
        return None
    near = before[-REACH:]
    for rule, find in _finders(near[-1]):
        if rule in rules and (found := find(near)) is not None and not _is_in_address(before, found):
            return found
    return None


def replacements(text: str, rules: frozenset[Rule] = EVERY_RULE) -> tuple[Replacement, ...]:
    """Give what would have become of a text, had it been typed with the help, in reading order and apart."""
    pieces: list[Replacement] = []
    for index, character in enumerate(text):
        pieces.append(Replacement(index, index + 1, character))
        near = "".join(piece.text for piece in pieces[-ADDRESS_REACH:])
        if (found := correction(near, rules)) is not None:
            _correct(pieces, found)
    return tuple(piece for piece in pieces if piece.text != text[piece.start : piece.end])


def _correct(pieces: list[Replacement], found: Correction) -> None:
    """Have the last pieces of a text say what a correction says; what it leaves as it was stays a piece of its own."""
    taken: list[Replacement] = []
    while sum(len(piece.text) for piece in taken) < found.taken:
        taken.insert(0, pieces.pop())
    held = "".join(piece.text for piece in taken)
    new = held[: len(held) - found.taken] + found.text
    while taken and new and taken[0].text == new[: len(taken[0].text)] and len(taken) > 1:
        new = new[len(taken[0].text) :]
        pieces.append(taken.pop(0))
    kept: list[Replacement] = []
    while len(taken) > 1 and new.endswith(taken[-1].text) and taken[-1].text:
        new = new[: len(new) - len(taken[-1].text)]
        kept.insert(0, taken.pop())
    pieces.append(Replacement(taken[0].start, taken[-1].end, new))
    pieces.extend(kept)


Finder = Callable[[str], Correction | None]


def _finders(key: str) -> tuple[tuple[Rule, Finder], ...]:
    """Give what may be found when that key was typed."""
    known = _BY_KEY.get(key)
    if known is not None:
        return known
    if key.isalpha():
        return _AFTER_CAPITAL if key.isupper() else _AFTER_LETTER
    return _AFTER_DIGIT if key.isdigit() else _AFTER_END if key.isspace() else ()


def _double_quote(near: str) -> Correction:
    head = near[:-1]
    opens = _OPENS.search(head) is not None
    if opens and head[-1:] in "–—-" and head.count("„") > head.count("“"):
        opens = not head
    return Correction(1, "„" if opens else "“", Rule.QUOTES)


def _single_quote(near: str) -> Correction:
    head = near[:-1]
    if _OPENS.search(head) is not None:
        return Correction(1, "‚", Rule.QUOTES)
    return Correction(1, "‘" if head.count("‚") > head.count("‘") else "’", Rule.QUOTES)


def _apostrophe(near: str) -> Correction | None:
    """A closing mark that a letter follows was an apostrophe: ‚Wie geht’s?‘"""
    if len(near) < 3 or near[-2] != "‘" or not near[-3].isalpha():
        return None
    return Correction(2, "’" + near[-1], Rule.QUOTES)


def _two_hyphens(near: str) -> Correction | None:
    return Correction(2, "–", Rule.DASHES) if near.endswith("--") and near[-3:-2] not in {"-", "–"} else None


def _lone_hyphen(near: str) -> Correction | None:
    if not near.endswith(" - ") or near[-4:-3].isspace() or len(near) < 4:
        return None
    return Correction(2, "– ", Rule.DASHES)


def _three_dots(near: str) -> Correction | None:
    return Correction(3, "…", Rule.ELLIPSIS) if near.endswith("...") and near[-4:-3] != "." else None


def _short_form(near: str) -> Correction | None:
    """Protect the spaces of an abbreviation, and put them in where they lack: `z.B.` and `z. B.` to `z. B.`"""
    for match in _LETTERS_AND_DOT.finditer(near[-_LONGEST_FORM:]):
        typed = near[-_LONGEST_FORM:][match.start() :]
        known = _WITHOUT_SPACES.get(typed.replace(" ", "").replace(_NO_BREAK, ""))
        if known is not None:
            return Correction(len(typed), known, Rule.SPACES) if known != typed else None
    return None


def _before_last(pattern: re.Pattern[str], back: int = 2) -> Finder:
    """Give what protects the space that stands some places before the caret, where a pattern is met."""

    def find(near: str) -> Correction | None:
        if near[-back:][:1] != " " or pattern.search(near) is None:
            return None
        return Correction(back, _NO_BREAK + near[len(near) - back + 1 :], Rule.SPACES)

    return find


def _before_group(pattern: re.Pattern[str]) -> Finder:
    """Give what protects the space before the first group of a pattern."""

    def find(near: str) -> Correction | None:
        match = pattern.search(near)
        if match is None:
            return None
        rest = near[match.start(1) :]
        return Correction(len(rest) + 1, _NO_BREAK + rest, Rule.SPACES)

    return find


def _range(near: str) -> Correction | None:
    match = _RANGE.search(near)
    if match is None or not _is_range(match[1], match[2]):
        return None
    rest = near[match.start(2) :]
    return Correction(len(rest) + 1, "–" + rest, Rule.RANGES)


def _is_range(first: str, last: str) -> bool:
    """Tell a range (2015-2017, 2015-17, 8-12) from a number with a hyphen (50-2015, 02-7)."""
    if first.startswith("0") or last.startswith("0"):
        return False
    if len(first) == 4:
        return len(last) == 2 or (len(last) == 4 and int(last) > int(first))
    return len(last) < 4 and int(last) > int(first)


def _is_in_address(before: str, found: Correction) -> bool:
    """Tell whether what would be corrected is part of an address of the web, of mail or of a folder."""
    if found.text in {"„", "“"}:
        return False
    start = len(before) - found.taken
    begin = start
    while begin > 0 and start - begin < ADDRESS_REACH and not before[begin - 1].isspace():
        begin -= 1
    return _ADDRESS.search(before[begin:].rstrip()) is not None


_AFTER_LETTER: tuple[tuple[Rule, Finder], ...] = ((Rule.QUOTES, _apostrophe),)
_AFTER_CAPITAL = (*_AFTER_LETTER, (Rule.SPACES, _before_last(_TITLES)))
_AFTER_DIGIT = ((Rule.SPACES, _before_last(_BEFORE_NUMBER)),)
_AFTER_END = (
    (Rule.DASHES, _lone_hyphen),
    (Rule.RANGES, _range),
    (Rule.SPACES, _before_group(_MEASURE)),
    (Rule.SPACES, _before_group(_DAY)),
)
_BY_KEY: Mapping[str, tuple[tuple[Rule, Finder], ...]] = {
    '"': ((Rule.QUOTES, _double_quote),),
    "'": ((Rule.QUOTES, _single_quote),),
    "-": ((Rule.DASHES, _two_hyphens), *_AFTER_END),
    ".": (
        (Rule.ELLIPSIS, _three_dots),
        (Rule.SPACES, _short_form),
        (Rule.SPACES, _before_last(_INITIALS, 3)),
        *_AFTER_END,
    ),
    **dict.fromkeys(",;:!?)]/–", _AFTER_END),
    **dict.fromkeys("%‰€°$£", ((Rule.SPACES, _before_last(_SIGNS)),)),
}
