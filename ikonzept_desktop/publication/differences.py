"""What two states of a section differ in, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from ikonzept_desktop.publication.section_lines import SectionLine
from ikonzept_desktop.values import dataclass

_WORDS = re.compile(r"\d+(?:[.,:]\d+)+|\w+|\u2029|[^\S\u2029]+|[^\w\s]")
"""Numbers with the signs in them, words, ends of paragraphs, white space, and signs one by one."""
_LARGEST = 4_000_000
"""Words of one line times words of the other beyond which they are not compared word by word."""
_ALIKE = 0.3
"""How alike two lines in each other's place have to be to be shown as one that was changed."""


class Change(StrEnum):
    """What became of some words on the way from the old state to the new one."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share their fate."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of either state, or of both."""

    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def changed(self) -> bool:
        """Whether the states differ here."""
        return any(piece.change is not Change.SAME for piece in self.pieces)


def compared(old: Sequence[SectionLine], new: Sequence[SectionLine]) -> tuple[ComparedLine, ...]:
    """Give the lines of both states in one row, what has gone before what has come in its place."""
    shared = {line.key for line in old} & {line.key for line in new}
    matcher = SequenceMatcher(None, _names(old, shared), _names(new, shared), autojunk=False)
    lines: list[ComparedLine] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            lines += [_pair(a, b) for a, b in zip(old[i1:i2], new[j1:j2], strict=True)]
        else:
            lines += _replaced(old[i1:i2], new[j1:j2])
    return tuple(lines)


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two lines word by word."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    middle_old, middle_new = before[start : len(before) - end], after[start : len(after) - end]
    pieces = [
        ("".join(before[:start]), Change.SAME),
        *_middle(middle_old, middle_new),
        ("".join(before[len(before) - end :]), Change.SAME),
    ]
    return _joined(pieces)


def _middle(old: list[str], new: list[str]) -> Iterator[tuple[str, Change]]:
    if len(old) * len(new) > _LARGEST:
        yield "".join(old), Change.GONE
        yield "".join(new), Change.NEW
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "".join(old[i1:i2]), Change.SAME
        else:
            yield "".join(old[i1:i2]), Change.GONE
            yield "".join(new[j1:j2]), Change.NEW


def _joined(pieces: Sequence[tuple[str, Change]]) -> tuple[Piece, ...]:
    """Join neighbours of one fate."""
    joined: list[Piece] = []
    for text, change in pieces:
        if not text:
            continue
        if joined and joined[-1].change is change:
            joined[-1] = Piece(joined[-1].text + text, change)
        else:
            joined.append(Piece(text, change))
    return tuple(joined)


def _replaced(old: Sequence[SectionLine], new: Sequence[SectionLine]) -> Iterator[ComparedLine]:
    for at in range(max(len(old), len(new))):
        a = old[at] if at < len(old) else None
        b = new[at] if at < len(new) else None
        if a and b and a.heading == b.heading and _are_alike(a.text, b.text):
            yield _pair(a, b)
            continue
        if a:
            yield ComparedLine((Piece(a.text, Change.GONE),), a.heading)
        if b:
            yield ComparedLine((Piece(b.text, Change.NEW),), b.heading)


def _pair(old: SectionLine, new: SectionLine) -> ComparedLine:
    return ComparedLine(word_pieces(old.text, new.text), new.heading)


def _are_alike(old: str, new: str) -> bool:
    if len(old) * len(new) > _LARGEST:
        return False
    return SequenceMatcher(None, _WORDS.findall(old), _WORDS.findall(new), autojunk=False).ratio() >= _ALIKE


def _names(lines: Sequence[SectionLine], shared: set[str]) -> list[str]:
    return [f"key {line.key}" if line.key in shared else f"text {line.text}" for line in lines]


def _common(left: list[str], right: list[str]) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
