"""Where sentences end: at a full stop that belongs to no abbreviation, no number and no date."""

import re
from collections.abc import Iterator

from ikonzept_desktop.checking import texts
from ikonzept_desktop.checking.findings import Kind, Remark
from ikonzept_desktop.checking.word_parts import ABBREVIATIONS
from ikonzept_desktop.model.text import count_words

MOST_WORDS = 40
_SHOWN = 60
"""Code points of a long sentence that name it."""
_END = re.compile(r"[.!?…]+[“‘\"»)\]\ufffc]*(?=[ \u00a0\u202f]+\S|\s*$)|\n")
_WORD_BEFORE = re.compile(r"([^\W_]+)$")


def sentences(line: str) -> Iterator[tuple[int, int]]:
    """Go through the sentences of a flat line, by where they begin and end."""
    begin = 0
    for match in _END.finditer(line):
        if match[0] == "\n" or _is_end(line, match):
            yield from _trimmed(line, begin, match.end())
            begin = match.end()
    yield from _trimmed(line, begin, len(line))


def long_sentences(line: str) -> Iterator[Remark]:
    """Find the sentences of more than MOST_WORDS words."""
    if line.count(" ") < MOST_WORDS - 1:
        return
    for start, end in sentences(line):
        words = count_words(line[start:end])
        if words > MOST_WORDS:
            head = line[start : start + _SHOWN].rsplit(" ", 1)[0]
            why = texts.LONG_SENTENCE.format(words=words)
            yield Remark(Kind.LONG_SENTENCE, start, end, f"{head} …", why)


def _is_end(line: str, match: re.Match[str]) -> bool:
    """Tell whether a mark ends a sentence: what follows begins one, and what stands before is no abbreviation."""
    after = line[match.end() :].lstrip()
    if after and not (after[0].isupper() or after[0].isdigit() or not after[0].isalnum()):
        return False
    if match[0][0] != ".":
        return True
    before = _WORD_BEFORE.search(line, max(match.start() - 40, 0), match.start())
    if before is None:
        return True
    word = before[1]
    if word.isdigit():
        return not after or len(word) > 2
    return len(word) > 1 and word.lower() not in ABBREVIATIONS


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = line[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
