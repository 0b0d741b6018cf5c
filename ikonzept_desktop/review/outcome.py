"""What the text becomes when proposals are taken over."""

import re
from collections.abc import Iterable, Sequence

from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.review.changes import PARAGRAPH_END, Change, apply
from ikonzept_desktop.review.proposals import Proposal
from ikonzept_desktop.review.units import Unit

_IN_TEXT = (Kind.TEXT, Kind.SPLIT)
_WRITTEN = (Kind.INSERT, Kind.ROW_INSERT)
_STRUCK = (Kind.DELETE, Kind.ROW_DELETE)


def outcome(ours: Sequence[Unit], accepted: Iterable[Proposal]) -> tuple[str, ...]:
    """Give the paragraphs, the empty ones left out; of a conflict the first variant is taken."""
    taken = list(accepted)
    texts = _texts(ours, taken)
    gone = {unit for each in taken if each.kind in _STRUCK for unit in each.units or (each.unit,)}
    written: dict[int, list[str]] = {}
    for each in taken:
        if each.kind in _WRITTEN:
            text = each.variants[0].text
            parts = re.split(f"[\t{PARAGRAPH_END}]" if each.kind is Kind.ROW_INSERT else PARAGRAPH_END, text)
            written.setdefault(each.unit, []).extend(parts)
    joins = {each.target: (each.unit, each.variants[0].text) for each in taken if each.kind is Kind.JOIN}
    found: list[str] = [*written.get(-1, ())]
    for unit in _order(len(ours), taken):
        if unit in joins and found:
            found += (found.pop() + joins[unit][1] + texts[unit]).split(PARAGRAPH_END)
        elif unit not in gone:
            found += texts[unit].split(PARAGRAPH_END)
        found += written.get(unit, ())
    return tuple(text for text in found if text)


def _texts(ours: Sequence[Unit], taken: Iterable[Proposal]) -> list[str]:
    changes: dict[int, list[Change]] = {}
    for each in taken:
        if each.kind in _IN_TEXT:
            change = Change(each.start, each.end, each.variants[0].text, ())
            changes.setdefault(each.unit, []).append(change)
    return [apply(unit.before, changes.get(at, ())) for at, unit in enumerate(ours)]


def _order(count: int, taken: Iterable[Proposal]) -> list[int]:
    """Give the units in their order, those that are moved in their new places."""
    moves = {each.unit: each for each in taken if each.kind is Kind.MOVE}
    order = [unit for unit in range(count) if unit not in moves]
    for unit, move in sorted(moves.items(), key=lambda pair: -pair[1].order):
        order.insert(order.index(move.target) + 1 if move.target in order else 0, unit)
    return order
