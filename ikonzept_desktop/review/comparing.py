"""One returned copy held against the text that was given out: what it changes, and where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ikonzept_desktop.model.proposals import Kind, Source
from ikonzept_desktop.reading.word.content import Revisions, State, state_of
from ikonzept_desktop.review.changes import PARAGRAPH_END, Change, Piece, changes_of
from ikonzept_desktop.review.matching import goes_on, match
from ikonzept_desktop.review.structures import Structure
from ikonzept_desktop.review.units import Unit, row_of
from ikonzept_desktop.values import dataclass

_ADDED = frozenset({State.INSERTED, State.MOVED_TO})
_TAKEN = frozenset({State.DELETED, State.MOVED_FROM})
_JOINER = "\u200d"
"""What LibreOffice writes into a row so that its insertion can be tracked."""
_LEAST_MOVED = 15
"""Letters from which words struck out in one place and written in another are the same ones."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one copy changes; units are those of the base, by index."""

    changes: Mapping[int, tuple[Change, ...]]
    structures: tuple[Structure, ...]
    base_of: Mapping[int, int]
    """The base's unit of each unit of the copy that has one."""
    certainty: float


def compare(ours: Sequence[Unit], theirs: Sequence[Unit], copy: str, reviewer: str = "") -> Comparison:
    """Tell what a copy changes; what was not tracked is the reviewer's to whom it was sent."""
    return _Comparing(ours, theirs, copy, reviewer).done()


class _Comparing:
    """Goes through the units once they are matched."""

    def __init__(self, ours: Sequence[Unit], theirs: Sequence[Unit], copy: str, reviewer: str) -> None:
        self.ours = ours
        self.theirs = theirs
        self.copy = copy
        self.untracked = Source(copy, reviewer, tracked=False)
        self.matching = match(ours, theirs)
        self._new, self._gone = frozenset(self.matching.new), frozenset(self.matching.gone)
        self._moved_away: dict[str, int] = {}
        """Units whose text was cut out and may have been put elsewhere, changes tracked, by that text."""
        rows = [(row, state_of(theirs[row[0]].row)) for row in _rows(theirs)]
        self._struck = frozenset(at for row, state in rows if state in _TAKEN for at in row)
        """Units of the copy in rows that were struck out."""
        self._gone_again = self._struck | {at for row, state in rows if state is State.GONE for at in row}
        self.changes: dict[int, tuple[Change, ...]] = {}
        self.structures: list[Structure] = []

    def done(self) -> Comparison:
        """Give everything."""
        for here, parts in self.matching.parts.items():
            self._compare_unit(here, parts)
        self._tell_ends()
        self._tell_new()
        self._tell_gone()
        self._tell_moved()
        self._tell_rows()
        return Comparison(self.changes, tuple(self.structures), self.matching.base_of, self.matching.certainty)

    def _compare_unit(self, here: int, parts: Sequence[int]) -> None:
        joined = sorted(at for at, there in self.matching.joined.items() if there in parts)
        units = sorted([here, *joined])
        base = PARAGRAPH_END.join(self.ours[at].before for at in units)
        pieces = _in_one(self.theirs, parts)
        if here in self.matching.left:  # all of it is new in this place, and was written in the other
            pieces = [Piece(piece.text) if piece.state in _ADDED else piece for piece in pieces]
        changes = changes_of(base, pieces, self.copy, self.untracked.author)
        if parts[0] in self._struck:
            changes = tuple(_taken_back(changes))  # the whole row goes
        if not joined:
            self._keep(here, changes)
        else:
            self._deal_out(units, changes)

    def _keep(self, here: int, changes: Iterable[Change]) -> None:
        kept = (*self.changes.get(here, ()), *changes)
        if kept:
            self.changes[here] = kept

    def _deal_out(self, units: Sequence[int], changes: Iterable[Change]) -> None:
        """Give every one of joined units its own changes; an end between two of them that is gone is a join."""
        starts = [0]
        for at in units[:-1]:
            starts.append(starts[-1] + len(self.ours[at].before) + 1)
        for change in changes:
            first = bisect_right(starts, change.start) - 1
            ends = [at for at in range(first + 1, len(units)) if starts[at] - 1 < change.end]
            glue = change.text if len(ends) == 1 and change.text.isspace() else ""
            for at in ends:
                self._structure(Kind.JOIN, units[at - 1], change.sources, glue, target=units[at])
            at = ends[0] - 1 if ends else first
            start = change.start - starts[at]
            end = min(change.end, starts[at] + len(self.ours[units[at]].before)) - starts[at]
            text = "" if glue else change.text
            if start < end or change.withdrawn or text:
                self._keep(units[at], [Change(start, end, text, change.sources, change.withdrawn)])
            for after in ends:
                end = min(change.end - starts[after], len(self.ours[units[after]].before))
                if end > 0:
                    self._keep(units[after], [Change(0, end, "", change.sources)])

    def _tell_ends(self) -> None:
        """Tell of paragraphs struck out, and of those that go on in the next one, with changes tracked."""
        for here, parts in self.matching.parts.items():
            last = self.theirs[parts[-1]]
            if not last.is_end_deleted or parts[-1] in self._struck:
                continue
            units = sorted([here, *(at for at, there in self.matching.joined.items() if there in parts)])
            if not any(self.theirs[part].after for part in parts):
                self._tell_struck(units, parts, self._sources(last.end))
            elif not _is_absorbed(self.theirs, parts) and (following := self._following(parts[-1])) is not None:
                target = self.matching.base_of[following]
                if self.theirs[following].after or not self.theirs[following].before:
                    self._structure(Kind.JOIN, units[-1], self._sources(last.end), target=target)
                else:  # struck out with the end before it in place of its own
                    self._tell_struck([target], [following], self._sources(last.end))

    def _tell_struck(self, units: Sequence[int], parts: Sequence[int], sources: tuple[Source, ...]) -> None:
        self.structures = [each for each in self.structures if each.kind is not Kind.JOIN or each.unit not in units]
        for here in units:
            if not self.ours[here].before:
                continue
            self._keep(here, _taken_back(self.changes.pop(here, ())))
            self._structure(Kind.DELETE, here, sources)
            before = self.theirs[parts[0]].before
            if len(parts) == 1 and (_is_all(self.theirs[parts[0]], State.MOVED_FROM) or len(before) >= _LEAST_MOVED):
                self._moved_away[before] = here

    def _tell_new(self) -> None:
        new_rows = self._whole_rows(self.theirs, self._new)
        for there in self.matching.new:
            unit = self.theirs[there]
            self._tell_withdrawn(there)
            if unit.row or there in new_rows or not unit.after.strip():
                continue  # rows are told of as a whole
            if unit.after in self._moved_away and (_is_all(unit, State.MOVED_TO) or _is_all(unit, State.INSERTED)):
                self._tell_tracked_move(self._moved_away.pop(unit.after), there)
                continue
            tracked = [piece for piece in unit.pieces if piece.state in _ADDED]
            source = Source(self.copy, tracked[0].author, tracked[0].date) if not unit.before else self.untracked
            copied = next((mark.id for mark in unit.marks if mark.copied), "")
            after = self._base_before(there)
            outside = after >= 0 and bool(self.ours[after].place.cells) and not unit.place.cells
            self._structure(Kind.INSERT, after, (source,), unit.after, copied=copied, order=there, outside=outside)

    def _tell_withdrawn(self, there: int) -> None:
        """Tell of what was struck out again within what is new: nobody wants it, and it is not lost."""
        is_whole = there in self._gone_again
        hidden = [each for each in self.theirs[there].pieces if is_whole or each.state not in {State.STABLE, *_ADDED}]
        if text := "".join(piece.text for piece in hidden):
            source = Source(self.copy, hidden[0].author, hidden[0].date)
            self._structure(Kind.WITHDRAWN, self._base_before(there), (source,), text, order=there)

    def _tell_tracked_move(self, here: int, there: int) -> None:
        """Make one of what is struck out in one place and stands in another."""
        (struck,) = (each for each in self.structures if each.kind is Kind.DELETE and each.unit == here)
        self.structures.remove(struck)
        self._structure(Kind.MOVE, here, struck.sources, target=self._base_before(there, but=here), order=there)

    def _tell_gone(self) -> None:
        rows = self._whole_rows(self.ours, self._gone)
        for here in self.matching.gone:
            if here not in rows:
                self._structure(Kind.DELETE, here, (self.untracked,))

    def _tell_moved(self) -> None:
        own = {parts[0]: here for here, parts in self.matching.parts.items()}
        for there, here in sorted(own.items()):
            if here in self.matching.moved:
                passed = [at for at in range(there) if at in own and own[at] not in self.matching.moved]
                target = self._last_in(passed[-1], own[passed[-1]]) if passed else -1
                left = self.matching.left.get(here)
                sources = (self.untracked,) if left is None else self._sources(self.theirs[left].end)
                with_it = sorted(joined for joined, at in self.matching.joined.items() if at == there)
                for after, each in pairwise([target, here, *with_it]):
                    self._structure(Kind.MOVE, each, sources, target=after, order=there)

    def _tell_rows(self) -> None:
        """Tell of rows of tables that are new, struck out or gone, each as a whole."""
        new_rows = self._whole_rows(self.theirs, self._new)
        for row in _rows(self.theirs):
            first = self.theirs[row[0]]
            state = state_of(first.row)
            is_new = row[0] in new_rows
            says = any(self.theirs[at].after.strip() for at in row)
            if state in _ADDED or (not first.row and is_new and says):
                sources = self._sources(first.row) or (self.untracked,)
                text = "\t".join(self._cells(row))
                self._structure(Kind.ROW_INSERT, self._base_before(row[0]), sources, text, order=row[0])
            elif state in _TAKEN:
                here = tuple(self.matching.base_of[at] for at in row if at in self.matching.base_of)
                if here:
                    self._structure(Kind.ROW_DELETE, here[0], self._sources(first.row), units=here)
        lost_rows = self._whole_rows(self.ours, self._gone)
        for row in _rows(self.ours):
            if row[0] in lost_rows and any(at in self._gone for at in row):
                gone = tuple(at for at in row if at in self._gone)
                self._structure(Kind.ROW_DELETE, gone[0], (self.untracked,), units=gone)

    def _cells(self, row: Sequence[int]) -> Iterator[str]:
        """Go through the texts of a row's cells, the paragraphs of one parted by their ends."""
        for _, cell in groupby(row, key=lambda at: self.theirs[at].place.cells[-1].column):
            yield PARAGRAPH_END.join(self.theirs[at].after.strip(_JOINER) for at in cell)

    def _whole_rows(self, units: Sequence[Unit], these: Iterable[int]) -> frozenset[int]:
        """Give those of some units that stand in rows of which there is nothing else."""
        some = frozenset(these)
        rows = (row for row in _rows(units) if all(at in some or not units[at].before.strip() for at in row))
        return frozenset(at for row in rows for at in row)

    def _structure(
        self,
        kind: Kind,
        unit: int,
        sources: tuple[Source, ...],
        text: str = "",
        *,
        target: int = -1,
        copied: str = "",
        units: tuple[int, ...] = (),
        order: int = 0,
        outside: bool = False,
    ) -> None:
        self.structures.append(Structure(kind, unit, sources, text, target, copied, units, order, outside))

    def _sources(self, revisions: Revisions) -> tuple[Source, ...]:
        return tuple(dict.fromkeys(Source(self.copy, each.author, each.date) for each in revisions))

    def _base_before(self, there: int, but: int = -1) -> int:
        known = self.matching.base_of
        found = next((at for at in range(there - 1, -1, -1) if known.get(at, but) != but), None)
        if found is None:
            return -1
        return self._last_in(found, known[found])

    def _last_in(self, there: int, here: int) -> int:
        """Give the last of those of the base that stand in a unit."""
        return max([here, *(joined for joined, at in self.matching.joined.items() if at == there)])

    def _following(self, there: int) -> int | None:
        """Give the unit, one the base has, in which another goes on, past what is struck out whole."""
        at = there
        while goes_on(self.theirs, at):
            at += 1
            if self.theirs[at].after or not goes_on(self.theirs, at):
                return at if at in self.matching.base_of else None
        return None


def _taken_back(changes: Iterable[Change]) -> Iterator[Change]:
    """Go through what was written within what is struck out as a whole: it changes nothing, and is told."""
    for each in changes:
        if each.text or each.withdrawn:
            yield replace(each, end=each.start, text="", withdrawn=each.text + each.withdrawn)


def _is_all(unit: Unit, state: State) -> bool:
    return all(piece.state is state for piece in unit.pieces)


def _in_one(theirs: Sequence[Unit], parts: Sequence[int]) -> list[Piece]:
    """Give the pieces of a unit's parts, an end between each two."""
    pieces: list[Piece] = []
    for count, part in enumerate(parts):
        if count:
            before = theirs[parts[count - 1]]
            is_last = count + 1 == len(parts)
            end = before.end if before.is_end_deleted else theirs[part].end
            is_struck = before.is_end_deleted or (is_last and _is_absorbed(theirs, parts))
            if before.is_end_deleted and state_of(theirs[part].end) in _ADDED:
                pass  # the new end is there in place of the old one
            elif is_struck:
                pieces.append(Piece(PARAGRAPH_END, State.DELETED, end[-1].author, end[-1].date))
            else:
                pieces.append(_END)
        pieces += theirs[part].pieces
    return pieces


_END = Piece(PARAGRAPH_END)


def _is_absorbed(theirs: Sequence[Unit], parts: Sequence[int]) -> bool:
    """Tell whether nothing is left of the last part with its end: the end before is then that of the whole."""
    last = theirs[parts[-1]]
    return len(parts) > 1 and last.is_end_deleted and not last.after and not theirs[parts[-2]].is_end_deleted


def _rows(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Give the units of each row of a table that holds any, by index."""
    for row, group in groupby(range(len(units)), lambda at: row_of(units[at])):
        if row:
            yield list(group)
