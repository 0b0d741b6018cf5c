"""Tracked changes of a foreign Word file: held against the file without them, they are proposals like a reviewer's.

What the pieces say is the file as it was before all changes. So that text is the base, the file itself the copy, and
the review compares the two as it compares whatever comes back. Lines are known by the ids they have in the manuscript
until a concept holds them; then by the ids, and in the words, they have there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from itertools import chain

from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Told, Where
from ikonzept_desktop.model.blocks import Table, lines_of, named_lines
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ChangeProposals, Edit, SetReturned, compound
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import Footnote, Inlines
from ikonzept_desktop.model.proposals import Ground, KeptProposal, LeftOut, ReturnedFile
from ikonzept_desktop.model.table_grid import placed_cells
from ikonzept_desktop.publication.block_ids import PREFIX, Spot, spots
from ikonzept_desktop.reading.word.content import (
    Block,
    Bookmark,
    Copy,
    Part,
    Position,
    View,
    is_shown,
)
from ikonzept_desktop.reading.word.views import paragraphs, text_in_view
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from ikonzept_desktop.review.standing import Standing

FILE = "import"
"""What the file is called until it has an id."""
_NUMBER_WORDS, _LEAST = 2, 12
"""Words that a number before a title may have, `Maßnahme 3` say; letters by which a title is known without it."""
_NOTES = {"footnote": Part.FOOTNOTE, "endnote": Part.ENDNOTE}


def held_against_itself(copy: Copy, pieces: tuple[Piece, ...]) -> ReadBack:
    """Compare a file with what it was before its tracked changes; lines bear the ids they have in the pieces."""
    ids = _line_ids(copy, pieces)
    firsts = _firsts(copy, ids)
    blocks = tuple(
        replace(block, bookmarks=(PREFIX + firsts[at],) if at in firsts else ()) for at, block in enumerate(copy.blocks)
    )
    changed = replace(copy, blocks=blocks, bookmarks=(), comments=(), not_taken=())
    return read_back(_without_changes(changed, ids), {FILE: Returned(changed)})


def _without_changes(copy: Copy, ids: Mapping[int, str]) -> Copy:
    """Give a file with all changes rejected, every line of ours marked over the whole of its words."""
    blocks: list[Block] = []
    marks: list[Bookmark] = []
    for shown in paragraphs(copy.blocks, View.REJECTED):
        owner = copy.blocks[shown.owner]
        spans = tuple(
            replace(span, revisions=())
            for index in shown.blocks
            for span in copy.blocks[index].spans
            if not span.is_code and is_shown(span.revisions, View.REJECTED)
        )
        names = tuple(chain.from_iterable(copy.blocks[index].bookmarks for index in shown.blocks))
        block = replace(owner, spans=spans, mark=(), within=(), row=(), formats=(), bookmarks=names[:1])
        id = next((ids[index] for index in shown.blocks if index in ids), None)
        if id is not None:
            at = len(blocks)
            marks.append(Bookmark(PREFIX + id, Position(at, 0), Position(at, len(block.text))))
        blocks.append(block)
    return replace(copy, blocks=tuple(blocks), bookmarks=tuple(marks))


def _firsts(copy: Copy, ids: Mapping[int, str]) -> dict[int, str]:
    """Give the paragraphs that lines are known by: the first of each that said something before the changes."""
    found: dict[str, int] = {}
    for at in sorted(ids):
        known = found.get(ids[at])
        if known is None or not text_in_view(copy.blocks[known], View.REJECTED):
            found[ids[at]] = at
    return {at: id for id, at in found.items()}


def _line_ids(copy: Copy, pieces: tuple[Piece, ...]) -> dict[int, str]:
    """Give the id of the line that each paragraph of the file has become: of a block, a cell, a note."""
    found: dict[int, str] = {}
    notes: dict[tuple[Part, str], str] = {}
    for piece in pieces:
        if isinstance(piece.block, Table):
            found.update(_cell_ids(copy, piece.block, piece.source))
        else:
            found.update(dict.fromkeys(piece.source, piece.block.id))
        own = [each.id for line in lines_of(piece.block) for each in line if isinstance(each, Footnote)]
        notes.update(zip(_references(copy, piece.source), own, strict=False))
    for at, block in enumerate(copy.blocks):
        if (id := notes.get((block.place.part, block.place.holder))) is not None:
            found[at] = id
    return found


def _references(copy: Copy, source: tuple[int, ...]) -> Iterator[tuple[Part, str]]:
    """Go through the notes that paragraphs refer to, as far as they did before all changes."""
    for at in source:
        for span in copy.blocks[at].spans:
            if span.atom is not None and span.atom.kind in _NOTES and is_shown(span.revisions, View.REJECTED):
                yield _NOTES[span.atom.kind], span.atom.ref


def _cell_ids(copy: Copy, table: Table, source: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    """Go through the paragraphs of a table's cells; its caption and source bear its own id."""
    held = [(at, copy.blocks[at].place) for at in source]
    depth = min((len(place.cells) for _, place in held if place.cells), default=0)
    rows = sorted({place.cells[depth - 1].row for _, place in held if place.cells})
    order = {row: index for index, row in enumerate(rows)}
    by_spot = {
        (row, column): placed.cell.id
        for placed in placed_cells(table)
        for row in range(placed.row, placed.row + placed.cell.row_span)
        for column in range(placed.column, placed.column + placed.cell.column_span)
    }
    for at, place in held:
        if not place.cells:
            yield at, table.id
            continue
        cell = place.cells[depth - 1]
        if (id := by_spot.get((order[cell.row], cell.column))) is not None:
            yield at, id


def with_changes(
    document: Document,
    manuscript: Manuscript,
    places: Mapping[int, tuple[str, str]],
    digest: str,
    when: datetime,
) -> tuple[Edit | None, tuple[Told, ...]]:
    """Give the edit that adds the file's changes as proposals, and the file to those that came; None without any.

    `document` is the concept with the import in it, `places` tells where each piece went: the section, and the block or
    nothing for its title. `digest` names the file's bytes, which the store keeps. What was changed in the contents is
    only told: the program computes them.
    """
    read = manuscript.changed
    if read is None or not (read.proposals or read.forms):
        return None, ()
    id = new_id()
    settled = _Settled(document, manuscript, places, id)
    found = kept_proposals(settled.translated(read), id, document)
    told = tuple(chain.from_iterable(map(_told, filter(settled.is_of_contents, found))))
    kept = tuple(settled.kept(each) for each in found if not settled.is_of_contents(each))
    if not kept:
        return None, told
    left = tuple(LeftOut(each.kind, "", each.text) for _, each in read.not_taken)
    author = next((source.author for each in kept for source in each.sources if source.author), "")
    file = ReturnedFile(id, "", manuscript.name, author, when, digest, id, 1.0, left)
    return compound([SetReturned(document.returned, (*document.returned, file)), ChangeProposals((), kept)]), told


def _told(kept: KeptProposal) -> Iterator[Told]:
    for variant in kept.variants:
        yield Told("contents_change", variant.text, kept.before)


class _Settled:
    """Brings what was compared in the file into the words of the concept."""

    def __init__(
        self, document: Document, manuscript: Manuscript, places: Mapping[int, tuple[str, str]], file: str
    ) -> None:
        self._standing = Standing(document, new_id)
        self._file = file
        self._titles: dict[str, str] = {}
        self._sections: dict[str, str] = {}
        self._contents = frozenset(each.block.id for each in manuscript.pieces if each.where is Where.CONTENTS)
        for at, piece in enumerate(manuscript.pieces):
            section, block = places.get(at, ("", ""))
            if section and not block:
                self._titles[piece.block.id] = section
            for line in _ids_in(piece):
                self._sections[line] = section
        self._spots: dict[str, list[tuple[str, Spot]]] = {}
        for name, spot in spots(document).items():
            self._spots.setdefault(spot.address.section, []).append((name.removeprefix(PREFIX), spot))

    def translated(self, read: ReadBack) -> ReadBack:
        """Give what was read with the ids of titles in place of those of the paragraphs they were."""
        units = tuple(
            replace(unit, ranges=tuple(replace(each, id=self._titles.get(each.id, each.id)) for each in unit.ranges))
            if any(each.id in self._titles for each in unit.ranges)
            else unit
            for unit in read.units
        )
        return replace(read, units=units)

    def is_of_contents(self, found: KeptProposal) -> bool:
        """Tell whether a proposal is about lines of the contents alone."""
        return bool(found.grounds) and all(each.id in self._contents for each in found.grounds)

    def kept(self, found: KeptProposal) -> KeptProposal:
        """Give a proposal with its grounds in the concept's own words, and the file as its source."""
        targets = tuple(None if each is None else self._ground(each) for each in found.targets)
        return replace(
            found,
            section=found.section or next((self._section(each) for each in found.grounds), ""),
            variants=tuple(
                replace(each, sources=tuple(replace(source, copy=self._file) for source in each.sources))
                for each in found.variants
            ),
            against=tuple(replace(source, copy=self._file) for source in found.against),
            grounds=tuple(self._ground(each) for each in found.grounds),
            target=None if found.target is None else self._ground(found.target),
            targets=targets,
        )

    def _section(self, ground: Ground) -> str:
        return self._sections.get(ground.id, "")

    def _ground(self, ground: Ground) -> Ground:
        """Give words as the concept shows them: without the number that was typed before them, say."""
        spot, id = self._standing.spot(ground.id), ground.id
        if spot is None:
            found = self._elsewhere(ground)
            if found is None:
                return ground
            id, spot = found
        shown = self._shown(spot)
        start, end = _onto(shown, ground.text, ground.start, ground.end)
        return Ground(id, shown, start, end)

    def _elsewhere(self, ground: Ground) -> tuple[str, Spot] | None:
        """Find words that are no paragraph of their own any more: a value, a record; only where there is one such.

        A number that was typed before them may be gone.
        """
        words = ground.text.split()
        near = [
            (id, spot, " ".join(self._shown(spot).split())) for id, spot in self._spots.get(self._section(ground), [])
        ]
        for start in range(min(len(words), _NUMBER_WORDS + 1)):
            wanted = " ".join(words[start:])
            found = [(id, spot) for id, spot, shown in near if wanted in shown]
            if found or len(wanted) < _LEAST:
                return found[0] if len(found) == 1 else None
        return None

    def _shown(self, spot: Spot) -> str:
        return self._standing.shown(self._standing.line(spot))


def _ids_in(piece: Piece) -> Iterator[str]:
    yield piece.block.id
    for name, line in named_lines(piece.block):
        yield name
        yield from _note_ids(line)


def _note_ids(line: Inlines) -> Iterator[str]:
    return (each.id for each in line if isinstance(each, Footnote))


def _onto(shown: str, said: str, start: int, end: int) -> tuple[int, int]:
    """Give where in a line as it is shown a stretch of the same line as the file has it begins and ends."""
    if shown == said:
        return start, end
    at = shown.find(said)
    if at >= 0 and said:
        return start + at, end + at
    steps = SequenceMatcher(None, said, shown, autojunk=False).get_opcodes()
    first = _moved(steps, start, at_end=False)
    return first, max(first, _moved(steps, end, at_end=True))


def _moved(steps: Sequence[tuple[str, int, int, int, int]], at: int, *, at_end: bool) -> int:
    for kind, i1, i2, j1, j2 in steps:
        if i1 <= at <= i2 and kind == "equal":
            return j1 + at - i1
        if i1 <= at < i2:
            return j2 if at_end else j1
    return steps[-1][4] if steps else 0
