"""The abbreviations of a concept: where those of its list are used, and which it uses that are not in its list."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ikonzept_desktop.model.document import Abbreviation, Document, Section
from ikonzept_desktop.model.fields import FieldValue, Line, Records
from ikonzept_desktop.model.folding import folded, german_order
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.inline import Footnote, Inlines, plain
from ikonzept_desktop.model.lines import lines_of_section
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.values import dataclass

LEAST_USES = 2
"""How often something has to be used to be proposed."""
_MOST_WORDS = 8
_TOKEN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][A-Za-zÄÖÜäöüß0-9]{1,7}(?![\w])")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_NEVER = frozenset({"GmbH", "OK"})
_IN_BRACKETS = re.compile(r" \(([A-ZÄÖÜ]\w{1,7})\)")
_REACH = 160
"""Characters before a bracket in which the words are that a short form may stand for."""
_BRACKET_BEHIND = re.compile(r"\b([A-ZÄÖÜ]\w{1,7}) \(([^()]{3,100})\)")
_KEPT_SECTIONS = 4096


@dataclass(frozen=True, slots=True)
class Use:
    """How often an abbreviation is used, and in which section first; an empty id for nowhere."""

    count: int = 0
    first: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What looks like an abbreviation and is not in the list yet."""

    short: str
    long: str
    """What the text says it stands for, or nothing."""
    use: Use


def uses(document: Document, shorts: Iterable[str]) -> Mapping[str, Use]:
    """Count short forms as whole words through the concept: titles, lines, texts, notes, captions, cells."""
    found = dict.fromkeys(shorts, Use())
    pattern = _any_of(found)
    for section in given_out(document):
        for short, count in _counted(pattern, _TEXT(section)).items():
            known = found[short]
            found[short] = Use(known.count + count, known.first or section.id)
    return found


def used_in(abbreviations: Iterable[Abbreviation], text: str) -> tuple[Abbreviation, ...]:
    """Give the abbreviations that a text uses, sorted the German way."""
    known = {abbreviation.short: abbreviation for abbreviation in abbreviations}
    found = _counted(_any_of(known), text)
    return tuple(sorted((known[short] for short in found), key=lambda known: german_order(known.short)))


def candidates(document: Document) -> tuple[Candidate, ...]:
    """Give what is used at least twice, has two capitals or more and is not in the list, the most used first."""
    listed = {abbreviation.short for abbreviation in document.properties.abbreviations}
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    meanings: dict[str, str] = {}
    for section in given_out(document):
        here = _LIKELY(section)
        counts.update(here)
        for short in here:
            first.setdefault(short, section.id)
        for short, long in _MEANINGS(section).items():
            meanings.setdefault(short, long)
    every = [
        Candidate(short, meanings.get(short, ""), Use(count, first[short]))
        for short, count in counts.items()
        if count >= LEAST_USES and short not in listed
    ]
    return tuple(sorted(every, key=lambda found: (-found.use.count, german_order(found.short))))


def with_abbreviation(known: tuple[Abbreviation, ...], added: Abbreviation) -> tuple[Abbreviation, ...]:
    """Give the list with one more; one of the same short form is replaced where it stands."""
    if all(one.short != added.short for one in known):
        return (*known, added)
    return tuple(added if one.short == added.short else one for one in known)


def stands_for(short: str, long: str) -> bool:
    """Tell whether the letters of a short form come in a long one in order, the first at its begin."""
    letters, words = folded(short), folded(long)
    if not words.startswith(letters[:1]):
        return False
    at = 0
    for letter in letters:
        at = words.find(letter, at) + 1
        if not at:
            return False
    return True


def _any_of(shorts: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(shorts, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")


def _counted(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(pattern.findall(text))


def _text(section: Section) -> str:
    lines = [section.title, *(_line_text(line.inlines) for line in lines_of_section(section))]
    for field in section.fields:
        lines.extend(_short_texts(field.value))
    return "\n".join(lines)


def _line_text(inlines: Inlines) -> str:
    notes = (_line_text(inline.content) for inline in inlines if isinstance(inline, Footnote))
    return "\n".join((plain(inlines), *notes))


def _short_texts(value: FieldValue) -> list[str]:
    match value:
        case Line(text=text):
            return [text]
        case Records(records=records):
            return [text for record in records for column in record.fields for text in _short_texts(column.value)]
        case _:
            return []


def _likely(section: Section) -> Counter[str]:
    return Counter(token for token in _TOKEN.findall(_TEXT(section)) if _looks_short(token))


def _looks_short(token: str) -> bool:
    capitals = len(_CAPITALS.findall(token))
    letters = sum(sign.isalpha() for sign in token)
    return capitals >= 2 and capitals * 2 >= letters and not _ROMAN.fullmatch(token) and token not in _NEVER


def _meanings(section: Section) -> dict[str, str]:
    found: dict[str, str] = {}
    text = _TEXT(section)
    for bracket in _IN_BRACKETS.finditer(text):
        words = re.split(r"[^\w ./&\-]", text[max(bracket.start() - _REACH, 0) : bracket.start()])[-1].split()
        if long := _last_words(bracket[1], words):
            found.setdefault(bracket[1], long)
    for short, long in _BRACKET_BEHIND.findall(text):
        if stands_for(short, long):
            found.setdefault(short, long.strip())
    return found


def _last_words(short: str, words: list[str]) -> str:
    """Give as few of the last words as a short form can stand for."""
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        long = " ".join(words[-count:])
        if stands_for(short, long):
            return long
    return ""


_TEXT: IdentityMemo[Section, str] = IdentityMemo(_text, _KEPT_SECTIONS)
_LIKELY: IdentityMemo[Section, Counter[str]] = IdentityMemo(_likely, _KEPT_SECTIONS)
_MEANINGS: IdentityMemo[Section, dict[str, str]] = IdentityMemo(_meanings, _KEPT_SECTIONS)
