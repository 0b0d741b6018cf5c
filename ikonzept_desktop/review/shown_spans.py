"""The words of one line with what is proposed of them: stretches that share their look and their fate."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, LineBreak, Text, length, part
from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.publication.differences import Change, word_pieces
from ikonzept_desktop.reading.word.content import STAND_IN
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.values import dataclass

_NONE = Text("")
END_SIGN = "¶"
"""Shown where a paragraph is to end, or to end no more."""


class Fate(StrEnum):
    """What is proposed of some words."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    CONTESTED = "contested"
    """Different people want different things of them; they stand as they are."""
    FORMED = "formed"
    """To be set in another form."""
    POINT = "point"
    """No words: the place where something is contested or was withdrawn."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of a line, or one note, reference or line break."""

    inline: Inline
    fate: Fate = Fate.SAME
    by: str = ""
    """The id of the proposal whose words or whose doing it is."""
    remarks: tuple[str, ...] = ()
    """The ids of comments from Word files that are about it."""
    closing: tuple[str, ...] = ()
    """The ids of proposals and comments that end with it in this line: who made them is told behind it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal, and where in the line as it is now its words stand."""

    kept: KeptProposal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    fate: Fate
    by: str


@dataclass(frozen=True, slots=True)
class _Written:
    at: int
    inlines: Inlines
    fate: Fate
    by: str


def spans_of(words: Inlines, placed: Sequence[Placed] = (), remarks: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """Give a line with proposals in it; `remarks` are the comments that count."""
    if not placed:
        return _closed([_plain_span(inline, remarks) for inline in words])
    marks = [mark for each in placed for mark in _marks(words, each)]
    spans = list(_woven(words, marks, remarks))
    seen = {span.by for span in spans}
    unseen = [each for each in placed if each.kept.id not in seen]
    if unseen:  # what others cover, or what comes to nothing
        marks += [_Written(each.start, (_NONE,), Fate.POINT, each.kept.id) for each in unseen]
        spans = list(_woven(words, marks, remarks))
    return _closed(spans)


def new_spans(text: str, by: str, look: Text | None = None) -> tuple[Span, ...]:
    """Give a text that is proposed to be written, without the persons at its end; of no words the place for them."""
    return tuple(Span(inline, Fate.NEW, by) for inline in _inlines(text, look, ())) or (Span(_NONE, Fate.POINT, by),)


def closed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give the same spans, each proposal and comment ended behind the last of its own."""
    return _closed([replace(span, closing=()) for span in spans])


def _plain_span(inline: Inline, remarks: frozenset[str]) -> Span:
    if isinstance(inline, Text) and inline.comments:
        return Span(inline, remarks=tuple(id for id in inline.comments if id in remarks))
    return Span(inline)


def _marks(words: Inlines, placed: Placed) -> Iterator[_Stretch | _Written]:
    kept, start, end = placed.kept, placed.start, placed.end
    match kept.kind:
        case Kind.TEXT | Kind.SPLIT if kept.is_conflict:
            yield _contested(kept.id, start, end)
        case Kind.TEXT | Kind.SPLIT:
            yield from _change(words, placed)
        case Kind.FORMAT:
            yield _formed(words, placed)
        case Kind.WITHDRAWN:
            yield _Written(start, (_NONE,), Fate.POINT, kept.id)
        case Kind.DELETE | Kind.ROW_DELETE if words:
            yield _Stretch(0, length(words), Fate.GONE, kept.id)
        case Kind.DELETE | Kind.ROW_DELETE:
            yield _Written(0, (Text(END_SIGN),), Fate.GONE, kept.id)
        case Kind.JOIN:
            yield _Written(length(words), (Text(END_SIGN),), Fate.GONE, kept.id)
            yield _Written(length(words), _inlines(kept.variants[0].text, None, ()), Fate.NEW, kept.id)
        case Kind.INSERT:
            text = PARAGRAPH_END + kept.variants[0].text
            size = length(words)
            yield _Written(size, _inlines(text, _look(words, size, size), ()), Fate.NEW, kept.id)
        case _:
            pass


def _contested(by: str, start: int, end: int) -> _Stretch | _Written:
    if start < end:
        return _Stretch(start, end, Fate.CONTESTED, by)
    return _Written(start, (_NONE,), Fate.POINT, by)


def _formed(words: Inlines, placed: Placed) -> _Stretch | _Written:
    """Mark the words whose form is another; where they are not found, the end of the line."""
    text = placed.kept.before
    at = _text(words).find(text) if text.strip() else -1
    if at < 0:
        return _Written(length(words), (_NONE,), Fate.POINT, placed.kept.id)
    return _Stretch(at, at + len(text), Fate.FORMED, placed.kept.id)


def _change(words: Inlines, placed: Placed) -> Iterator[_Stretch | _Written]:
    """Mark what goes and what comes; word by word where most of it stays."""
    kept, start, end = placed.kept, placed.start, placed.end
    text = kept.variants[0].text
    removed = part(words, start, end)
    before = _text(removed)
    notes = tuple(inline for inline in removed if isinstance(inline, Footnote))
    look = _look(words, start, end)
    pieces = word_pieces(before, text) if before and text and before == kept.before else ()
    same = sum(len(piece.text) for piece in pieces if piece.change is Change.SAME)
    if 2 * same < len(before) or not same:
        if start < end:
            yield _Stretch(start, end, Fate.GONE, kept.id)
        if text:
            yield _Written(end, _inlines(text, look, notes), Fate.NEW, kept.id)
        return
    at = start
    for piece in pieces:
        if piece.change is Change.NEW:
            yield _Written(at, _inlines(piece.text, look, ()), Fate.NEW, kept.id)
            continue
        if piece.change is Change.GONE:
            yield _Stretch(at, at + len(piece.text), Fate.GONE, kept.id)
        at += len(piece.text)


def _woven(words: Inlines, marks: Sequence[_Stretch | _Written], remarks: frozenset[str]) -> Iterator[Span]:
    size = length(words)
    stretches = [mark for mark in marks if isinstance(mark, _Stretch)]
    at_point: dict[int, list[_Written]] = {}
    for mark in marks:
        if isinstance(mark, _Written):
            at_point.setdefault(min(mark.at, size), []).append(mark)
    ends = {end for stretch in stretches for end in (stretch.start, stretch.end)}
    cuts = sorted({0, size, *(min(end, size) for end in ends), *at_point})
    for low, high in pairwise((*cuts, size)):
        for mark in at_point.get(low, ()):
            yield from (Span(inline, mark.fate, mark.by) for inline in mark.inlines)
        covering = _foremost(stretches, low, high)
        for inline in part(words, low, high):
            span = _plain_span(inline, remarks)
            yield replace(span, fate=covering.fate, by=covering.by) if covering else span


def _foremost(stretches: Sequence[_Stretch], low: int, high: int) -> _Stretch | None:
    """Give what covers some words; of several what is about the fewest."""
    covering = [stretch for stretch in stretches if stretch.start <= low and high <= stretch.end and low < high]
    return min(covering, key=lambda each: (each.fate is Fate.FORMED, each.end - each.start), default=None)


def _closed(spans: list[Span]) -> tuple[Span, ...]:
    last: dict[str, int] = {}
    for at, span in enumerate(spans):
        for id in (span.by, *span.remarks):
            if id:
                last[id] = at
    ends: dict[int, list[str]] = {}
    for id, at in last.items():
        ends.setdefault(at, []).append(id)
    return tuple(replace(span, closing=tuple(ends[at])) if at in ends else span for at, span in enumerate(spans))


def _inlines(text: str, look: Text | None, notes: Sequence[Footnote]) -> Inlines:
    """Give a proposed text as inlines: the end of a paragraph as its sign and a new line."""
    found: list[Inline] = []
    kept = list(notes)
    run = ""
    look = look or _NONE

    def close() -> None:
        nonlocal run
        if run:
            found.append(Text(run, look.marks, "", look.language))
            run = ""

    for character in text:
        if character in _BORDERS:
            if character == PARAGRAPH_END:
                run += END_SIGN
            close()
            found.extend(_border(character, kept))
        else:
            run += character
    close()
    return tuple(found)


_BORDERS: Mapping[str, None] = dict.fromkeys((PARAGRAPH_END, "\n", STAND_IN))


def _border(character: str, notes: list[Footnote]) -> Iterator[Inline]:
    if character != STAND_IN:
        yield LineBreak()
    elif notes:
        yield notes.pop(0)


def _look(words: Inlines, start: int, end: int) -> Text | None:
    """Give the look of what is replaced, or of what stands before."""
    removed = part(words, start, end) or part(words, max(start - 1, 0), start)
    return next((inline for inline in removed if isinstance(inline, Text)), None)


def _text(words: Inlines) -> str:
    """Give one character for each position."""
    return "".join(
        inline.text if isinstance(inline, Text) else "\n" if isinstance(inline, LineBreak) else STAND_IN
        for inline in words
    )
