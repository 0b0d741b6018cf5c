"""Which units of a copy are which of the text that was given out: by the marks of our draft, else by what they say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ikonzept_desktop.publication.alignment import How, Match, align, likeness, rising
from ikonzept_desktop.reading.word.content import State, state_of
from ikonzept_desktop.review.units import Row, Unit, row_of
from ikonzept_desktop.values import dataclass

_HEADINGS = ("heading", "überschrift")
"""How the names of the styles of headings begin."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Units by index: of the base first where a pair is named."""

    parts: Mapping[int, tuple[int, ...]]
    """By unit of the base those of the copy that it has become, in order; the first that has its text is its own."""
    joined: Mapping[int, int]
    """Units of the base that stand within the copy's unit of another one, by that one's index in the copy."""
    new: tuple[int, ...]
    """Units of the copy that were not there."""
    gone: tuple[int, ...]
    """Units of the base that are not there any more."""
    moved: frozenset[int]
    """Units of the base that stand in another order in the copy."""
    base_of: Mapping[int, int]
    """By unit of the copy."""
    left: Mapping[int, int]
    """Where units of the base were struck out that stand elsewhere in the copy, changes tracked, by theirs."""
    certainty: float
    """From 0 to 1: how sure one may be that it is this text at all, and that what was found belongs together."""


def match(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Matching:
    """Find every unit of the base in the copy; rows that were inserted with changes tracked are new."""
    fresh = frozenset(at for at, unit in enumerate(theirs) if _is_of_new_row(unit))
    by_id = {unit.id: at for at, unit in enumerate(ours) if unit.id}
    named = list(_named(by_id, theirs))
    left = _left(named, theirs)
    known, joined, parts = _by_marks(by_id, named, theirs, fresh | set(left.values()))
    hidden = fresh | set(parts) | set(left.values())
    texts = ["" if at in hidden else unit.before for at, unit in enumerate(theirs)]
    found = align([unit.before for unit in ours], texts, known)
    matches = _in_their_rows(ours, theirs, found.matches, frozenset({*hidden, *found.split_off}))
    joined = {**found.joined, **joined}
    parts = {**found.split_off, **parts}
    base_of = {there: pair.base for there, pair in matches.items() if pair.base not in joined}
    base_of.update(parts)
    by_base: dict[int, list[int]] = {}
    for there in sorted(base_of):
        by_base.setdefault(base_of[there], []).append(there)
    own = {pair.base: there for there, pair in matches.items()}
    placed = {*base_of, *left.values()}
    return Matching(
        {here: tuple(places) for here, places in by_base.items()},
        joined,
        tuple(at for at, unit in enumerate(theirs) if at not in placed and _is_there(unit)),
        tuple(at for at, unit in enumerate(ours) if at not in by_base and at not in joined and _was_said(unit)),
        _moved(ours, own),
        base_of,
        left,
        _certainty(ours, matches),
    )


def _is_of_new_row(unit: Unit) -> bool:
    return state_of(unit.row) in (State.INSERTED, State.GONE)


def _was_said(unit: Unit) -> bool:
    return bool(unit.before.strip()) and not _is_of_new_row(unit)


def _is_there(unit: Unit) -> bool:
    """Tell whether there is more than white space: nobody means an empty line."""
    return any(piece.text and not piece.text.isspace() for piece in unit.pieces)


def _named(by_id: Mapping[str, int], theirs: Sequence[Unit]) -> Iterator[tuple[int, ...]]:
    """Give, unit by unit, those of the base that its marks name.

    A copy counts where the block itself was struck out: what was cut out and put in elsewhere, changes tracked, is
    named like a copy by some programs.
    """
    held = [[mark for mark in unit.marks if mark.id in by_id] for unit in theirs]
    struck = {mark.id for marks, unit in zip(held, theirs, strict=True) if _is_struck(unit) for mark in marks}
    alive = {
        mark.id
        for marks, unit in zip(held, theirs, strict=True)
        for mark in marks
        if not (mark.copied or _is_struck(unit))
    }
    for marks, unit in zip(held, theirs, strict=True):
        ids = []
        for mark in marks:
            moved_here = mark.copied and mark.id in struck - alive and not unit.before and unit.after
            if moved_here:
                alive.add(mark.id)
            if moved_here or not mark.copied:
                ids.append(by_id[mark.id])
        yield tuple(ids)


def _is_struck(unit: Unit) -> bool:
    return unit.is_end_deleted and not unit.after


def _left(named: Sequence[tuple[int, ...]], theirs: Sequence[Unit]) -> dict[int, int]:
    """Give what was struck out in one place and stands, with its mark, in another."""
    struck: dict[int, int] = {}
    alive: set[int] = set()
    for there, unit in enumerate(theirs):
        if _is_struck(unit):
            struck.update(dict.fromkeys(named[there], there))
        else:
            alive.update(named[there])
    return {here: there for here, there in struck.items() if here in alive}


def _by_marks(
    by_id: Mapping[str, int], named: Sequence[tuple[int, ...]], theirs: Sequence[Unit], passed: frozenset[int]
) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """Give what the marks tell: the pairs, the units that were joined to others, the parts of those that were split.

    A block is the unit that holds the beginning of its mark. A mark that is still open, or seen once more, is a part.
    """
    known: dict[int, int] = {}
    joined: dict[int, int] = {}
    parts: dict[int, int] = {}
    seen: dict[int, int] = {}
    for there, unit in enumerate(theirs):
        if there in passed:
            continue
        ids = named[there]
        new = [here for here in dict.fromkeys(ids) if here not in seen]
        if new:
            known[there] = new[0]
            joined.update(dict.fromkeys(new[1:], there))
            seen.update(dict.fromkeys(new, there))
        elif ids:
            parts[there] = ids[0]
        elif inside := [by_id[id] for id in unit.inside if id in by_id and by_id[id] in seen]:
            parts[there] = inside[0]
    return known, joined, parts


def _in_their_rows(
    ours: Sequence[Unit], theirs: Sequence[Unit], matches: Mapping[int, Match], hidden: frozenset[int]
) -> dict[int, Match]:
    """Give the pairs, the cells of a row all with those of one row: rows belong together as a whole.

    A number in a new row is often that of some other row; and one that was typed over is like none. `hidden` are units
    that have no pair.
    """
    sizes = Counter(row_of(unit) for unit in theirs if unit.before.strip())
    votes: dict[Row, Counter[Row]] = {}
    for there, pair in matches.items():
        if theirs[there].before.strip():
            votes.setdefault(row_of(theirs[there]), Counter())[row_of(ours[pair.base])] += 1
    best = {row: counted.most_common(1)[0][0] for row, counted in votes.items() if row}
    rows = {row: here for row, here in best.items() if here and 2 * votes[row][here] >= sizes[row]}
    found = {
        there: pair
        for there, pair in matches.items()
        if pair.how is How.MARK
        or not row_of(theirs[there])
        or rows.get(row_of(theirs[there])) == row_of(ours[pair.base])
    }
    taken = {pair.base for pair in found.values()}
    left = {cell: at for cell, at in _cells(ours).items() if at not in taken}
    for (row, column), there in _cells(theirs).items():
        here = left.get((rows[row], column)) if row in rows and there not in found and there not in hidden else None
        if here is not None:
            found[there] = Match(here, How.LIKE, likeness(theirs[there].before, ours[here].before))
    return found


def _cells(units: Sequence[Unit]) -> dict[tuple[Row, int], int]:
    """Give the cells that hold one paragraph, by row and column."""
    found: dict[tuple[Row, int], int] = {}
    several: set[tuple[Row, int]] = set()
    for at, unit in enumerate(units):
        if unit.place.cells:
            cell = row_of(unit), unit.place.cells[-1].column
            several.update({cell} & found.keys())
            found[cell] = at
    return {cell: at for cell, at in found.items() if cell not in several}


def _moved(ours: Sequence[Unit], own: Mapping[int, int]) -> frozenset[int]:
    """Give the units that are not of the longest run in the same order.

    Where a heading and one other unit have changed places, it is that one: nobody moves a heading alone.
    """
    pairs = sorted((there, here) for here, there in own.items())
    kept = {pairs[at][1] for at in rising([here for _, here in pairs])}
    for heading in [here for here in own if here not in kept and _is_heading(ours[here])]:
        passed = [here for here in kept if (here < heading) != (own[here] < own[heading])]
        if len(passed) == 1 and not _is_heading(ours[passed[0]]):
            kept.remove(passed[0])
            kept.add(heading)
    return frozenset(own) - kept


def _is_heading(unit: Unit) -> bool:
    return unit.style.lower().startswith(_HEADINGS)


def _certainty(ours: Sequence[Unit], matches: Mapping[int, Match]) -> float:
    """Give the mean likeness of all text of the base, by letters; what is not found again counts nothing."""
    whole = sum(len(unit.before) for unit in ours)
    if not whole:
        return 1.0
    counted: Counter[int] = Counter()
    for pair in matches.values():
        sure = 1.0 if pair.how in (How.MARK, How.SAME) else pair.likeness
        counted[pair.base] += round(len(ours[pair.base].before) * sure)
    return min(1.0, counted.total() / whole)
