"""What several copies propose, put together: in the order of the text, each with all who want it, conflicts marked.

Equal proposals are one. Where two people want different things of the same words, it is a conflict that shows every
variant. Structure is a layer of its own: to strike out what others edit, or to move one thing to two places, is a
conflict too. In what order the copies came in makes no difference.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from ikonzept_desktop.model.proposals import Kind, Source, Variant
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.comparing import Comparison
from ikonzept_desktop.review.merging import Passage, merge
from ikonzept_desktop.review.structures import Structure
from ikonzept_desktop.review.units import Unit
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that one or several people want changed."""

    id: str
    """The same for the same proposal, in whatever order copies came in."""
    kind: Kind
    unit: int
    """What it is about, by index in the text that was given out; see `Structure.unit`."""
    block: str
    """The id of the block it is about; nothing where the program itself has written what was changed."""
    start: int
    end: int
    before: str
    """What stands there now."""
    variants: tuple[Variant, ...]
    target: int = -1
    copied: str = ""
    units: tuple[int, ...] = ()
    order: int = 0
    """Of what is written after the same unit: which comes first."""
    against: tuple[Source, ...] = ()
    """Who else wants something of what is to be struck out, or moved."""
    targets: tuple[int, ...] = ()
    """Of a move after which unit, for each variant."""
    outside: bool = False
    """Whether what is new stands after the table in whose last cell the unit is."""

    @property
    def is_conflict(self) -> bool:
        """Whether somebody has to decide between different wishes."""
        return len(self.variants) > 1 or bool(self.against)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All who want it."""
        return tuple(dict.fromkeys(source for variant in self.variants for source in variant.sources))


def proposals_of(ours: Sequence[Unit], comparisons: Mapping[str, Comparison]) -> tuple[Proposal, ...]:
    """Give what all copies propose, in the order of the text that was given out."""
    found = [*_of_texts(ours, comparisons), *_of_structures(ours, comparisons)]
    return tuple(_told_apart(sorted(_with_conflicts(found), key=_place)))


def _told_apart(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Give ids of their own to those that are alike: one paragraph written twice, say."""
    counts: dict[str, int] = {}
    for each in found:
        count = counts[each.id] = counts.get(each.id, 0) + 1
        yield each if count == 1 else replace(each, id=_digest(f"{each.id}\0{count}"))


_MANY = 1_000_000
"""More than there are units."""


def _of_texts(ours: Sequence[Unit], comparisons: Mapping[str, Comparison]) -> Iterator[Proposal]:
    for unit in sorted({unit for each in comparisons.values() for unit in each.changes}):
        changes = {copy: each.changes[unit] for copy, each in comparisons.items() if unit in each.changes}
        base = ours[unit].before
        passages = merge(base, changes)
        for count, passage in enumerate(passages):
            beside = {(each.start, each.end) for each in passages if each is not passage and not each.is_withdrawn}
            made = _of_passage(ours, unit, base, passage, alone=(passage.start, passage.end) not in beside)
            # A new paragraph is next to the unit, whatever else is written between that and its neighbour.
            nearness = 0 if made.kind is not Kind.INSERT else -_MANY if made.unit == unit else _MANY
            yield replace(made, order=count + nearness)


def _of_passage(ours: Sequence[Unit], unit: int, base: str, passage: Passage, *, alone: bool) -> Proposal:
    """Make a proposal of a passage; only one that is alone in its place can be a whole paragraph."""
    kind, variants = Kind.TEXT, passage.variants
    start, end = passage.start, passage.end
    if passage.is_withdrawn:
        kind, variants = Kind.WITHDRAWN, (Variant(passage.withdrawn, variants[0].sources),)
    elif not passage.is_conflict and PARAGRAPH_END in variants[0].text:
        text = variants[0].text
        if alone and start == end == len(base) and text.startswith(PARAGRAPH_END):
            kind, variants = Kind.INSERT, (Variant(text[1:], variants[0].sources),)
        elif alone and start == end == 0 and text.endswith(PARAGRAPH_END):
            kind, variants, unit = Kind.INSERT, (Variant(text[:-1], variants[0].sources),), unit - 1
            start = end = len(ours[unit].before) if unit >= 0 else 0
        else:
            kind = Kind.SPLIT
    before = base[start:end] if kind is not Kind.INSERT else ""
    return _proposal(ours, kind, unit, start, end, before, variants)


def _of_structures(ours: Sequence[Unit], comparisons: Mapping[str, Comparison]) -> Iterator[Proposal]:
    """Give each change of structure once, with all who want it; one thing moved to several places is one conflict."""
    grouped: dict[tuple[object, ...], list[tuple[str, Structure]]] = {}
    for copy in sorted(comparisons):
        counts: dict[tuple[object, ...], int] = {}
        for each in comparisons[copy].structures:
            text = " ".join(each.text.split())
            key: tuple[object, ...] = (each.kind, each.unit, text, each.copied, each.outside)
            counts[key] = counts.get(key, 0) + 1
            grouped.setdefault((*key, counts[key]), []).append((copy, each))
    for same in grouped.values():
        first = same[0][1]
        wanted: dict[tuple[int, str], list[Source]] = {}
        for _, each in same:
            text = first.text if first.kind is not Kind.MOVE else _named(ours, each.target)
            wanted.setdefault((each.target, text), []).extend(each.sources)
        variants = tuple(Variant(text, tuple(dict.fromkeys(wanted[target, text]))) for target, text in sorted(wanted))
        targets = tuple(target for target, _ in sorted(wanted))
        yield _of_structure(ours, first, variants, targets, min(each.order for _, each in same))


def _of_structure(
    ours: Sequence[Unit], first: Structure, variants: tuple[Variant, ...], targets: tuple[int, ...], order: int
) -> Proposal:
    length = len(ours[first.unit].before) if first.unit >= 0 else 0
    is_new = first.kind in (Kind.INSERT, Kind.ROW_INSERT)
    before = "" if is_new else "\t".join(ours[at].before for at in first.units or (first.unit,))
    start = length if is_new or first.kind is Kind.JOIN else 0
    made = _proposal(ours, first.kind, first.unit, start, length, before, variants)
    return replace(
        made,
        target=targets[0],
        copied=first.copied,
        units=first.units,
        order=order,
        targets=targets,
        outside=first.outside,
    )


def _named(ours: Sequence[Unit], unit: int) -> str:
    """Give the text after which something is moved."""
    return ours[unit].before if unit >= 0 else ""


def _proposal(
    ours: Sequence[Unit], kind: Kind, unit: int, start: int, end: int, before: str, variants: tuple[Variant, ...]
) -> Proposal:
    block = ours[unit].id if unit >= 0 else ""
    said = "\0".join([kind, block or str(unit), str(start), str(end), before, *(each.text for each in variants)])
    return Proposal(_digest(said), kind, unit, block, start, end, before, variants)


def _digest(said: str) -> str:
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _with_conflicts(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Tell of everything that is to be struck out who wants something of it."""
    all_found = list(found)
    wishes: dict[int, list[Proposal]] = {}
    for each in all_found:
        if each.kind in (Kind.TEXT, Kind.SPLIT, Kind.MOVE, Kind.JOIN):
            wishes.setdefault(each.unit, []).append(each)
    for each in all_found:
        if each.kind not in (Kind.DELETE, Kind.ROW_DELETE):
            yield each
            continue
        copies = {source.copy for source in each.sources}
        others = [
            source
            for unit in each.units or (each.unit,)
            for wish in wishes.get(unit, ())
            for source in wish.sources
            if source.copy not in copies
        ]
        against = tuple(sorted(dict.fromkeys(others), key=lambda source: (source.copy, source.author, source.date)))
        yield replace(each, against=against)


_RANKS = {kind: rank for rank, kind in enumerate(Kind)}
_RANKS |= {Kind.SPLIT: _RANKS[Kind.TEXT], Kind.ROW_INSERT: _RANKS[Kind.INSERT]}
"""What is written in one place stays in the order in which it was written."""


def _place(proposal: Proposal) -> tuple[object, ...]:
    first = proposal.variants[0].text
    where = proposal.unit, proposal.start, proposal.end, proposal.outside
    return *where, _RANKS[proposal.kind], proposal.order, first, proposal.id
