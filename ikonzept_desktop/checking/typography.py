"""What fingers do by mistake: words and spaces twice, straight quotation marks, hyphens in the place of dashes."""

import re
from collections.abc import Iterator

from ikonzept_desktop.checking import texts
from ikonzept_desktop.checking.findings import Kind, Remark

_DOUBLE_WORD = re.compile(r"(?<![\w-])([^\W\d_]+)([ \u00a0\u202f]+)\1(?![\w-])", re.IGNORECASE)
_RELATIVE = frozenset(["der", "die", "das", "den", "dem", "denen", "dessen", "deren", "was", "wer"])
"""What may stand twice behind a comma: `Menschen, die die Sprache lernen`."""
_PRONOUNS = frozenset(["sie", "ihr", "ihnen", "uns", "das", "die", "der"])
"""What may stand twice where one begins a sentence or is polite: `dass sie sie`, `haben Sie sie`."""
_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,}(?=\S)")
_STRAIGHT = re.compile("[\"']")
_DASH = re.compile(r"(?<=\S[ \u00a0])(?:--?)(?=[ \u00a0]\S)")
_YEARS = re.compile(r"(?<![\d/.-])((?:1[89]|20)\d\d)-((?:1[89]|20)\d\d)(?![\d/.-])")
_OPEN_SINGLE = re.compile(r"(?:^|[\s(])'[^']*$")
_OPENS = re.compile(r"(?:^|[\s(\[„‚/–\ufffc-])$")


def slips(line: str) -> Iterator[Remark]:
    """Find all of it in a flat line."""
    yield from _double_words(line)
    yield from _double_spaces(line)
    yield from _straight_marks(line)
    yield from _dashes(line)


def _double_words(line: str) -> Iterator[Remark]:
    for match in _DOUBLE_WORD.finditer(line):
        first, second = match[1], match[0][-len(match[1]) :]
        if not _is_meant(line[: match.start()].rstrip(), first, second):
            why = texts.DOUBLE_WORD.format(word=second)
            yield Remark(Kind.DOUBLE_WORD, *match.span(), match[0], why, first)


def _is_meant(before: str, first: str, second: str) -> bool:
    low = first.lower()
    if before.endswith(",") and low in _RELATIVE:
        return True
    if low in {"sie", "ihr", "ihnen"}:
        return True
    return len(first) == 1 or (first != second and low in _PRONOUNS and bool(before) and before[-1] not in ".!?:")


def _double_spaces(line: str) -> Iterator[Remark]:
    for match in _DOUBLE_SPACE.finditer(line):
        kept = next((space for space in match[0] if space != " "), " ")
        yield Remark(Kind.DOUBLE_SPACE, *match.span(), match[0], texts.DOUBLE_SPACE, kept)


def _straight_marks(line: str) -> Iterator[Remark]:
    for match in _STRAIGHT.finditer(line):
        start, end = match.span()
        before, after = line[:start], line[end:]
        single = match[0] == "'"
        if before[-1:].isdigit() and (single or before.count('"') % 2 == 0):
            continue  # feet, inches, minutes, seconds
        if single and before[-1:].isalpha() and (after[:1].isalpha() or not _OPEN_SINGLE.search(before)):
            yield Remark(Kind.QUOTES, start, end, match[0], texts.STRAIGHT_APOSTROPHE, "’")
            continue
        opens = _OPENS.search(before) is not None and after[:1].strip() != ""
        marks = ("‚", "‘") if single else ("„", "“")
        yield Remark(Kind.QUOTES, start, end, match[0], texts.STRAIGHT_QUOTE, marks[0] if opens else marks[1])


def _dashes(line: str) -> Iterator[Remark]:
    for match in _DASH.finditer(line):
        yield Remark(Kind.DASH, *match.span(), match[0], texts.DASH, "–")
    for match in _YEARS.finditer(line):
        if int(match[1]) < int(match[2]):
            yield Remark(Kind.DASH, *match.span(), match[0], texts.RANGE, f"{match[1]}–{match[2]}")
