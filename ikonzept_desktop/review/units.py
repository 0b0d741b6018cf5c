"""A file as the paragraphs it had before anybody changed anything: what is compared with what was given out.

A paragraph that was parted with changes tracked is one unit still; the new end within it is a character of its own, so
that parting, and writing a paragraph more, are changes of its text like any other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ikonzept_desktop.publication.copy_marks import FOR_READING, FOR_REVIEW
from ikonzept_desktop.reading.word.content import (
    Block,
    Bookmark,
    Cell,
    Copy,
    Part,
    Place,
    Revisions,
    Span,
    State,
    View,
    is_shown,
    state_of,
)
from ikonzept_desktop.reading.word.marks import Mark, mark_in, marks_of
from ikonzept_desktop.review.changes import PARAGRAPH_END, Piece, with_changes, without_changes
from ikonzept_desktop.values import dataclass

READ = (Part.BODY, Part.FOOTNOTE, Part.ENDNOTE, Part.HEADER, Part.FOOTER, Part.CHUNK, Part.LOOSE)
"""The stories that are compared; comments are remarks, not text, and building blocks are on no page."""
STREWN = frozenset({FOR_REVIEW, FOR_READING})
SHEET = "Durchsicht"
"""How the names of the styles begin in which the sheet that goes with a copy is set."""
RUNNING = frozenset({Part.HEADER, Part.FOOTER})
"""Stories that are repeated on every page."""
_COUNTED = ("PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields whose result is whatever the last program to open the file has counted."""
ANY_NUMBER = "\u2026"
"""Stands for the number of a page, which is another one in every program."""
_CONTENTS = ("toc ", "table of figures")
"""Styles of lines that end in a page's number, with a field for it or, by way of other programs, without."""
_NUMBER = re.compile(r"\d+(?=\s*$)")
_DAY = re.compile(r"\b\d\d\.\d\d\.\d{4}\b")
"""In a running head: the day a copy was made, which is another one in every copy."""
_LAYOUT = frozenset({"page", "column"})
"""Breaks that programs write anew where they think fit."""
_TAKEN = frozenset({State.DELETED, State.MOVED_FROM})


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of a unit's text before the changes that is the words of a block of ours."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph as it was before all tracked changes."""

    pieces: tuple[Piece, ...]
    place: Place
    blocks: tuple[int, ...]
    """The paragraphs of the file that it is made of, by index."""
    marks: tuple[Mark, ...] = ()
    """Of blocks of ours that begin in it."""
    end: Revisions = ()
    """What has become of its own end: where it was deleted, the next unit goes on in it."""
    row: Revisions = ()
    """What has become of the row of a table that it stands in."""
    inside: tuple[str, ...] = ()
    """Ids of blocks of ours that began before it and go on in it."""
    style: str = ""
    ranges: tuple[Range, ...] = ()
    """What of its text is ours; the rest was put there by the program: numbers, labels."""
    flow: int = 0
    """As in `Block`: the same number for units that follow each other directly."""

    @property
    def before(self) -> str:
        """Its text with every change rejected."""
        return without_changes(self.pieces)

    @property
    def after(self) -> str:
        """Its text with every change accepted."""
        return with_changes(self.pieces)

    @property
    def id(self) -> str:
        """The id of the block of ours that it is; nothing for others and for copies."""
        return next((mark.id for mark in self.marks if not mark.copied), "")

    @property
    def is_end_deleted(self) -> bool:
        """Whether it goes on in the next one with the changes accepted."""
        return bool(self.end) and state_of(self.end) in _TAKEN


Row = tuple[Cell | int, ...]
"""A row of a table; nothing outside of tables."""


def row_of(unit: Unit) -> Row:
    """Give what the units of one row of a table have in common."""
    if not unit.place.cells:
        return ()
    *around, cell = unit.place.cells
    return (*around, cell.table, cell.row)


@dataclass(frozen=True, slots=True)
class _Bookmarks:
    going_on: Mapping[int, tuple[str, ...]]
    beginning: Mapping[int, tuple[Bookmark, ...]]


def units_of(copy: Copy, added: frozenset[str] = frozenset(), *, ranged: bool = False) -> tuple[Unit, ...]:
    """Give the units of a file in its order, but for what was added to it and says no word of the concept.

    What of their text is ours is told only where it is asked for. What was added are text boxes with a watermark and
    lines of the sheet that goes with a copy, where they say nothing else.
    """
    open_ids, starts = _ids_going_on(copy), _starts(copy) if ranged else {}
    flows: dict[int, list[int]] = {}
    for index, block in enumerate(copy.blocks):
        if block.place.part in READ:
            flows.setdefault(block.flow, []).append(index)
    found = [unit for flow in flows.values() for unit in _units(copy.blocks, flow, _Bookmarks(open_ids, starts))]
    found = [unit for unit in found if not (_is_around(unit) and unit.before == unit.after in added)]
    found = sorted(_once(found), key=lambda unit: (READ.index(unit.place.part), unit.blocks))
    return tuple(found if any(unit.marks for unit in found) else _without_sheet(found, added))


def _without_sheet(found: Sequence[Unit], added: frozenset[str]) -> Iterator[Unit]:
    """Leave out the sheet of a file that lost the marks and perhaps the styles: it comes first, and says nothing twice.

    That keeps the cover, which says the title once more.
    """
    said: set[str] = set()
    is_first = True
    for unit in found:
        text = unit.before if unit.before == unit.after else ""
        is_first = is_first and (not text.strip() or (text in added and text not in said))
        said.add(text)
        if not (text in STREWN or (is_first and text in added)):
            yield unit


def watermarks_of(copy: Copy) -> frozenset[str]:
    """Give the words drawn across the pages of a file: some programs make text of them."""
    running = (block for block in copy.blocks if block.place.part in RUNNING)
    atoms = (span.atom for block in running for span in block.spans)
    texts = [atom.text for atom in atoms if atom is not None and atom.text]
    return frozenset([*texts, *(word for text in texts for word in text.split())])


def _is_around(unit: Unit) -> bool:
    """Tell whether it stands where there are no words of the concept."""
    return (unit.place.part in RUNNING and unit.place.box is not None) or unit.style.startswith(SHEET)


def _once(units: Sequence[Unit]) -> Iterator[Unit]:
    """Leave out running heads that say the same again: how many of them a file has is up to the program."""
    seen: set[tuple[Piece, ...]] = set()
    for unit in units:
        if unit.place.part in RUNNING:
            if unit.pieces in seen:
                continue
            seen.add(unit.pieces)
        yield unit


def _units(blocks: Sequence[Block], flow: Sequence[int], bookmarks: _Bookmarks) -> Iterator[Unit]:
    group: list[int] = []
    for index in flow:
        group.append(index)
        if index == flow[-1] or is_shown(blocks[index].mark, View.REJECTED):
            while len(group) > 1 and _is_added(blocks[group[0]]):
                yield _unit(blocks, (group.pop(0),), bookmarks)
            yield _unit(blocks, tuple(group), bookmarks)
            group = []


def _is_added(block: Block) -> bool:
    """Tell whether a paragraph whose end is new holds nothing that was there before: it is a unit of its own."""
    return not any(is_shown(span.revisions, View.REJECTED) for span in block.spans if not span.is_code)


def _unit(blocks: Sequence[Block], group: tuple[int, ...], bookmarks: _Bookmarks) -> Unit:
    pieces: list[Piece] = []
    for index in group:
        block = blocks[index]
        holder = block.within[len(block.row) :]  # a row's fate is told of the row
        pieces += [_piece((*holder, *span.revisions), text) for span, text in _shown(block)]
        if index != group[-1]:
            pieces.append(_piece((*holder, *block.mark), PARAGRAPH_END))
    first, last = blocks[group[0]], blocks[group[-1]]
    marks = tuple(mark for index in group for mark in marks_of(blocks[index]))
    joined = tuple(_joined(pieces))
    inside, ranges = bookmarks.going_on.get(group[0], ()), tuple(_ranges(blocks, group, bookmarks.beginning))
    return Unit(joined, first.place, group, marks, last.mark, first.row, inside, first.style, ranges, first.flow)


def _ranges(
    blocks: Sequence[Block], group: tuple[int, ...], beginning: Mapping[int, tuple[Bookmark, ...]]
) -> Iterator[Range]:
    """Go through the stretches of a unit's text that are ours: what our marks cover."""
    if not any(index in beginning for index in group):
        return
    passed = 0
    for index in group:
        for bookmark in beginning.get(index, ()):
            mark = mark_in(bookmark.name)
            if mark is not None and not mark.copied and bookmark.end is not None and bookmark.end.block == index:
                start, end = (passed + _shown_to(blocks[index], at.offset) for at in (bookmark.start, bookmark.end))
                yield Range(mark.id, start, end)
        passed += _shown_to(blocks[index], len(blocks[index].text))


def _shown_to(block: Block, offset: int) -> int:
    """Give how many characters of the text before the changes stand before a place in a paragraph."""
    at = shown = 0
    texts = iter(_shown(block))
    for span in block.spans:
        if span.is_code or _is_watermark(block, span):
            at += len(span.text)
            continue
        _, text = next(texts)
        if at < offset and is_shown(span.revisions, View.REJECTED):
            shown += min(len(text), offset - at) if text == span.text else len(text)
        at += len(span.text)
    return shown


def _shown(block: Block) -> list[tuple[Span, str]]:
    """Give the spans that are text, with their texts: the number a field ends in is any number."""
    spans = [span for span in block.spans if not span.is_code and not _is_watermark(block, span)]
    found = []
    for at, span in enumerate(spans):
        is_last = at + 1 == len(spans)
        counted = span.field.startswith(_COUNTED) and (is_last or spans[at + 1].field != span.field)
        if span.atom is not None and span.atom.kind in _LAYOUT:
            text = ""  # where a page ends is nobody's words
        elif counted or (is_last and block.style.lower().startswith(_CONTENTS)):
            text = _NUMBER.sub(ANY_NUMBER, span.text)
        elif block.place.part in RUNNING:
            text = _DAY.sub(ANY_NUMBER, span.text)
        else:
            text = span.text
        found.append((span, text))
    return found


def _piece(revisions: Revisions, text: str) -> Piece:
    if not revisions:
        return Piece(text)
    last = revisions[-1]
    return Piece(text, state_of(revisions), last.author, last.date)


def _is_watermark(block: Block, span: Span) -> bool:
    """Tell whether it is what every program hangs where it likes in a running head."""
    return block.place.part in RUNNING and span.atom is not None and span.atom.kind in {"drawing", "object"}


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Make one of neighbours that differ in nothing but their text."""
    last: Piece | None = None
    for piece in pieces:
        if last is None or (last.state, last.author, last.date) != (piece.state, piece.author, piece.date):
            if last is not None:
                yield last
            last = piece
        else:
            last = Piece(last.text + piece.text, last.state, last.author, last.date)
    if last is not None:
        yield last


def _starts(copy: Copy) -> dict[int, tuple[Bookmark, ...]]:
    found: dict[int, list[Bookmark]] = {}
    for bookmark in copy.bookmarks:
        found.setdefault(bookmark.start.block, []).append(bookmark)
    return {index: tuple(bookmarks) for index, bookmarks in found.items()}


def _ids_going_on(copy: Copy) -> dict[int, tuple[str, ...]]:
    """Give, by paragraph, the ids of our blocks that began in an earlier one and end in this one or a later one."""
    found: dict[int, list[str]] = {}
    for bookmark in copy.bookmarks:
        mark = mark_in(bookmark.name)
        if mark is None or mark.copied or bookmark.end is None:
            continue
        for index in range(bookmark.start.block + 1, bookmark.end.block + 1):
            if index < bookmark.end.block or bookmark.end.offset:
                found.setdefault(index, []).append(mark.id)
    return {index: tuple(ids) for index, ids in found.items()}
