"""What two states of a section differ in, word by word."""

import re
from collections.abc import Hashable, Iterator, Sequence
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
    before, after = words(old), words(new)
    pieces: list[tuple[str, Change]] = []
    for step in steps(before, after):
        gone, come = "".join(before[step.old]), "".join(after[step.new])
        pieces += [(come, Change.SAME)] if step.same else [(gone, Change.GONE), (come, Change.NEW)]
    return _joined(pieces)


def words(text: str) -> list[str]:
    """Part a text into words, ends of paragraphs, white space, and signs one by one; joined they are the text."""
    return _WORDS.findall(text)


@dataclass(frozen=True, slots=True)
class Step:
    """Stretches of two rows in each other's place."""

    same: bool
    old: slice
    new: slice


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Step]:
    """Go from one row to another; very long ones are not compared in their middle."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    yield Step(True, slice(0, start), slice(0, start))
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if len(before) * len(after) > _LARGEST:
        yield Step(False, slice(start, len(old) - end), slice(start, len(new) - end))
    else:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield Step(tag == "equal", slice(start + i1, start + i2), slice(start + j1, start + j2))
    yield Step(True, slice(len(old) - end, len(old)), slice(len(new) - end, len(new)))


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
    return SequenceMatcher(None, words(old), words(new), autojunk=False).ratio() >= _ALIKE


def _names(lines: Sequence[SectionLine], shared: set[str]) -> list[str]:
    return [f"key {line.key}" if line.key in shared else f"text {line.text}" for line in lines]


def _common(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
