"""Which units of a copy are which of the text that was given out: by the marks of our draft, else by what they say."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter

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
    found = align(["" if at in joined else unit.before for at, unit in enumerate(ours)], texts, known)
    matches = _in_their_rows(ours, theirs, found.matches, frozenset({*hidden, *found.split_off}))
    joined = {**found.joined, **joined}
    parts = {**found.split_off, **parts}
    base_of = {there: pair.base for there, pair in matches.items() if pair.base not in joined}
    # What goes on after what it was joined to is a part of both in one.
    base_of.update((there, base_of.get(joined.get(here, -1), here)) for there, here in parts.items())
    _attach(theirs, base_of, fresh | set(left.values()))
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
    is_struck = [_is_struck(unit) for unit in theirs]
    struck = {mark.id for at, marks in enumerate(held) if is_struck[at] for mark in marks}
    alive = {mark.id for at, marks in enumerate(held) if not is_struck[at] for mark in marks if not mark.copied}
    for unit, marks in zip(theirs, held, strict=True):
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
    places = [row_of(unit) for unit in theirs]
    unsure = {row for at, row in enumerate(places) if row and at not in hidden and not _is_sure(matches.get(at))}
    if not unsure:
        return dict(matches)
    votes: dict[Row, Counter[Row]] = {row: Counter() for row in unsure}
    for at, row in enumerate(places):
        if row in unsure and theirs[at].before.strip():
            pair = matches.get(at)
            votes[row][row_of(ours[pair.base]) if pair else ()] += 1
    rows = {row: here for row in unsure if (here := _best(votes[row]))}
    found = {
        there: pair
        for there, pair in matches.items()
        if _is_sure(pair) or places[there] not in unsure or rows.get(places[there]) == row_of(ours[pair.base])
    }
    _pair_by_column(ours, theirs, found, rows, hidden)
    return found


def _best(votes: Counter[Row]) -> Row:
    """Give the row that at least half of the cells are for; nothing where there is none."""
    here, count = max(((here, count) for here, count in votes.items() if here), key=itemgetter(1), default=((), 0))
    return here if 2 * count >= votes.total() else ()


def _is_sure(pair: Match | None) -> bool:
    return pair is not None and pair.how is How.MARK


def _pair_by_column(
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    found: dict[int, Match],
    rows: Mapping[Row, Row],
    hidden: frozenset[int],
) -> None:
    """Pair what is left of rows that belong together: cells that hold one paragraph, by their columns."""
    taken = {pair.base for pair in found.values()}
    left = {cell: at for cell, at in _cells(ours, frozenset(rows.values())).items() if at not in taken}
    for (row, column), there in _cells(theirs, rows.keys()).items() if left else ():
        here = left.get((rows[row], column))
        if here is not None and there not in found and there not in hidden:
            found[there] = Match(here, How.LIKE, likeness(theirs[there].before, ours[here].before))


def _cells(units: Sequence[Unit], rows: Collection[Row]) -> dict[tuple[Row, int], int]:
    found: dict[tuple[Row, int], int] = {}
    several: set[tuple[Row, int]] = set()
    for at, unit in enumerate(units):
        row = row_of(unit)
        if row in rows:
            cell = row, unit.place.cells[-1].column
            if cell in found:
                several.add(cell)
            found[cell] = at
    return {cell: at for cell, at in found.items() if cell not in several}


def _attach(theirs: Sequence[Unit], base_of: dict[int, int], others: frozenset[int]) -> None:
    """Make new units a part of what they go on in, or of what goes on in them, changes tracked."""
    pairs = [at for at in range(len(theirs) - 1) if goes_on(theirs, at) and theirs[at].after]
    for at in reversed(pairs):
        if at + 1 in base_of and at not in base_of and at not in others:
            base_of[at] = base_of[at + 1]
    for at in pairs:
        if at in base_of and at + 1 not in base_of and at + 1 not in others and _is_there(theirs[at + 1]):
            base_of[at + 1] = base_of[at]


def goes_on(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a unit goes on in the next one with the changes accepted."""
    return units[at].is_end_deleted and at + 1 < len(units) and units[at].flow == units[at + 1].flow


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
