"""Which units of a copy are which of the text that was given out: by the marks of our draft, else by what they say."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ikonzept_desktop.publication.alignment import Alignment, How, align, rising
from ikonzept_desktop.reading.word.content import State, state_of
from ikonzept_desktop.review.units import Unit
from ikonzept_desktop.values import dataclass


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
    left = _left(by_id, theirs)
    known, joined, parts = _by_marks(by_id, theirs, fresh | set(left.values()))
    hidden = fresh | set(parts) | set(left.values())
    texts = ["" if at in hidden else unit.before for at, unit in enumerate(theirs)]
    found = align([unit.before for unit in ours], texts, known)
    joined = {**found.joined, **joined}
    parts = {**found.split_off, **parts}
    base_of = {there: pair.base for there, pair in found.matches.items() if pair.base not in joined}
    base_of.update(parts)
    by_base: dict[int, list[int]] = {}
    for there in sorted(base_of):
        by_base.setdefault(base_of[there], []).append(there)
    own = {pair.base: there for there, pair in found.matches.items()}
    placed = {*base_of, *left.values()}
    return Matching(
        {here: tuple(places) for here, places in by_base.items()},
        joined,
        tuple(at for at, unit in enumerate(theirs) if at not in placed and _is_there(unit)),
        tuple(at for at, unit in enumerate(ours) if at not in by_base and at not in joined and _was_said(unit)),
        _moved(own),
        base_of,
        left,
        _certainty(ours, found),
    )


def _is_of_new_row(unit: Unit) -> bool:
    return state_of(unit.row) in (State.INSERTED, State.GONE)


def _was_said(unit: Unit) -> bool:
    return bool(unit.before.strip()) and not _is_of_new_row(unit)


def _is_there(unit: Unit) -> bool:
    """Tell whether there is more than white space: nobody means an empty line."""
    return any(piece.text and not piece.text.isspace() for piece in unit.pieces)


def _left(by_id: Mapping[str, int], theirs: Sequence[Unit]) -> dict[int, int]:
    """Give what was struck out in one place and stands, with its mark, in another."""
    struck: dict[str, int] = {}
    alive: set[str] = set()
    for there, unit in enumerate(theirs):
        for mark in unit.marks:
            if mark.copied or mark.id not in by_id:
                continue
            if unit.is_end_deleted and not unit.after:
                struck[mark.id] = there
            else:
                alive.add(mark.id)
    return {by_id[id]: there for id, there in struck.items() if id in alive}


def _by_marks(
    by_id: Mapping[str, int], theirs: Sequence[Unit], passed: frozenset[int]
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
        ids = [by_id[mark.id] for mark in unit.marks if not mark.copied and mark.id in by_id]
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


def _moved(own: Mapping[int, int]) -> frozenset[int]:
    """Give the units that are not of the longest run in the same order."""
    pairs = sorted((there, here) for here, there in own.items())
    kept = {pairs[at][1] for at in rising([here for _, here in pairs])}
    return frozenset(own) - kept


def _certainty(ours: Sequence[Unit], found: Alignment) -> float:
    """Give the mean likeness of all text of the base, by letters; what is not found again counts nothing."""
    whole = sum(len(unit.before) for unit in ours)
    if not whole:
        return 1.0
    counted: Counter[int] = Counter()
    for pair in found.matches.values():
        sure = 1.0 if pair.how in (How.MARK, How.SAME) else pair.likeness
        counted[pair.base] += round(len(ours[pair.base].before) * sure)
    return min(1.0, counted.total() / whole)
