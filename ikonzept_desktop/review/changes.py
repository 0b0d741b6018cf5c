"""What one copy changes in one block of text, in positions of the text that was given out.

Tracked changes are taken as they stand in the copy, to the character. Where the copy with all its changes rejected is
not what was given out, somebody wrote without tracking: what differs is found by comparison and put before the tracked
changes, as it was done. Positions count code points.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from ikonzept_desktop.model.proposals import Source
from ikonzept_desktop.reading.word.content import State
from ikonzept_desktop.review.comparison import differences, is_in_word
from ikonzept_desktop.values import dataclass

PARAGRAPH_END = "\u2029"
"""Stands for the end of a paragraph within a text: where one is parted, or a new one is written."""


_BEFORE = frozenset({State.STABLE, State.DELETED, State.MOVED_FROM})
_AFTER = frozenset({State.STABLE, State.INSERTED, State.MOVED_TO})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a copy's text that one person left in one state."""

    text: str
    state: State = State.STABLE
    author: str = ""
    date: str = ""
    """As the file has it (ISO 8601), or nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` become `text`."""

    start: int
    end: int
    text: str
    sources: tuple[Source, ...]
    withdrawn: str = ""
    """What was written here and deleted again; it changes nothing."""


def without_changes(pieces: Sequence[Piece]) -> str:
    """Give the text with every change rejected."""
    if len(pieces) == 1 and pieces[0].state is State.STABLE:
        return pieces[0].text  # most paragraphs, asked for again and again
    return "".join([piece.text for piece in pieces if piece.state in _BEFORE])


def with_changes(pieces: Iterable[Piece]) -> str:
    """Give the text with every change accepted."""
    return "".join(piece.text for piece in pieces if piece.state in _AFTER)


def changes_of(base: str, pieces: Sequence[Piece], copy: str, reviewer: str = "") -> tuple[Change, ...]:
    """Give what turns the text that was given out into the copy's, in order; they do not overlap.

    What was not tracked is the reviewer's to whom the copy was sent.
    """
    tracked = _tracked(pieces, copy)
    rejected = without_changes(pieces)
    if rejected == base:
        return tracked
    source = (Source(copy, reviewer, tracked=False),)
    untracked = [Change(start, end, text, source) for start, end, text in differences(base, rejected)]
    return tuple(_one_after_the_other(base, untracked, rejected, tracked))


def apply(base: str, changes: Iterable[Change]) -> str:
    """Give the text with changes made; they are in order and do not overlap."""
    parts, at = [], 0
    for change in changes:
        parts += [base[at : change.start], change.text]
        at = change.end
    return "".join([*parts, base[at:]])


def _tracked(pieces: Sequence[Piece], copy: str) -> tuple[Change, ...]:
    """Give the tracked changes in positions of the text without them: neighbours of one person are one change."""
    found: list[Change] = []
    at, joins = 0, False
    for piece in pieces:
        if piece.state is State.STABLE:
            at, joins = at + len(piece.text), False
            continue
        if not piece.text:
            continue
        if not joins or found[-1].sources[0].author != piece.author:
            found.append(Change(at, at, "", (Source(copy, piece.author, piece.date),)))
        found[-1], joins = _with_piece(found[-1], piece), True
        at = found[-1].end
    return tuple(found)


def _with_piece(change: Change, piece: Piece) -> Change:
    source = change.sources[0]
    latest = Source(source.copy, source.author, max(source.date, piece.date))
    end, text, withdrawn = change.end, change.text, change.withdrawn
    match piece.state:
        case State.DELETED | State.MOVED_FROM:
            end += len(piece.text)
        case State.INSERTED | State.MOVED_TO:
            text += piece.text
        case _:
            withdrawn += piece.text
    return Change(change.start, end, text, (latest,), withdrawn)


def _one_after_the_other(
    base: str, first: Sequence[Change], between: str, second: Sequence[Change]
) -> Iterator[Change]:
    """Give one list for two: the first makes `between` of the base, the second what the copy shows.

    Changes that meet in the text between them become one.
    """
    done, to_do = deque(_once_made(first)), deque(second)
    shift = 0
    while done or to_do:
        older, newer = _next_group(done, to_do)
        low = min([at for at, _ in older] + [change.start for change in newer])
        high = max([at + len(change.text) for at, change in older] + [change.end for change in newer])
        start = low + shift
        if older:
            at, last = older[-1]
            shift = last.end - (at + len(last.text))
        shown = [Change(each.start - low, each.end - low, each.text, ()) for each in newer]
        parts = [*(change for _, change in older), *newer]
        sources = tuple(dict.fromkeys(source for part in parts for source in part.sources))
        withdrawn = "".join([*(part.withdrawn for part in parts), *_struck_again(older, newer, between)])
        made = Change(start, high + shift, apply(between[low:high], shown), sources, withdrawn)
        yield _trimmed(base, made) if older and newer else made


def _struck_again(older: Iterable[tuple[int, Change]], newer: Iterable[Change], between: str) -> Iterator[str]:
    """Go through what the first changes have written and the second ones strike out."""
    for at, change in older:
        for each in newer:
            start, end = max(at, each.start), min(at + len(change.text), each.end)
            yield between[start : max(start, end)]


def _next_group(done: deque[tuple[int, Change]], to_do: deque[Change]) -> tuple[list[tuple[int, Change]], list[Change]]:
    """Take the next change from the front of the two lists, with all that meets it or what meets it."""
    older: list[tuple[int, Change]] = []
    newer: list[Change] = []
    if done and (not to_do or done[0][0] + len(done[0][1].text) <= to_do[0].start):
        return [done.popleft()], newer
    if to_do and (not done or to_do[0].end <= done[0][0]):
        return older, [to_do.popleft()]
    high = to_do[0].end  # the two in front meet
    while (done and done[0][0] < high) or (to_do and to_do[0].start < high):
        if done and done[0][0] < high:
            older.append(done.popleft())
            high = max(high, older[-1][0] + len(older[-1][1].text))
        else:
            newer.append(to_do.popleft())
            high = max(high, newer[-1].end)
    return older, newer


def _once_made(changes: Iterable[Change]) -> Iterator[tuple[int, Change]]:
    """Give each change with the place where its text begins once all of them are made."""
    shift = 0
    for change in changes:
        yield change.start + shift, change
        shift += len(change.text) - (change.end - change.start)


def _trimmed(base: str, change: Change) -> Change:
    """Take off at both ends the words that the change leaves as they were."""
    old, new = base[change.start : change.end], change.text
    head = _whole_words(old, new, _alike(old, new))
    old, new = old[head:], new[head:]
    tail = _whole_words(old[::-1], new[::-1], _alike(old[::-1], new[::-1]))
    text = new[: len(new) - tail]
    return Change(change.start + head, change.end - tail, text, change.sources, change.withdrawn)


def _alike(one: str, other: str) -> int:
    """Count the characters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _whole_words(old: str, new: str, count: int) -> int:
    """Give how many of the characters both begin with are whole words."""
    while count and any(is_in_word(text, count - 1) and is_in_word(text, count) for text in (old, new)):
        count -= 1
    return count
