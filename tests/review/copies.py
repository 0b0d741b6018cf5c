"""A small language for what was given out and what came back: `block("a", "Alt", ins(" neu"))`."""

from collections.abc import Mapping

from ikonzept_desktop.review.comparing import Comparison, compare
from ikonzept_desktop.review.proposals import Proposal, proposals_of
from ikonzept_desktop.review.units import Unit, units_of
from tests.reading.word.files import bookmark, p, read

BASE = {
    "a": "Der Kreis fördert Sprache.",
    "b": "Alle zwei Jahre wird das Konzept fortgeschrieben.",
    "c": "Die Städte wirken daran mit.",
}


def block(id: str, *content: str, end: str = "") -> str:
    """Write a paragraph of ours, its mark over all of it."""
    numbers = sum(map(ord, id))
    return p(bookmark(f"_ik_{id}", *content, id=numbers), properties=end)


def given_out() -> list[str]:
    """Write the draft that everybody got."""
    return [block(id, text) for id, text in BASE.items()]


def units(*body: str) -> tuple[Unit, ...]:
    """Give the units of a file."""
    return units_of(read(*body))


def compared(*body: str, base: tuple[str, ...] = (), copy: str = "1", reviewer: str = "Amt") -> Comparison:
    """Hold a copy against what was given out."""
    return compare(units(*(base or given_out())), units(*body), copy, reviewer)


def proposed(copies: Mapping[str, tuple[str, ...]], base: tuple[str, ...] = ()) -> tuple[Proposal, ...]:
    """Put together what copies propose, by the names of those they were sent to."""
    ours = units(*(base or given_out()))
    return proposals_of(ours, {copy: compare(ours, units(*body), copy, copy) for copy, body in copies.items()})


def told(found: tuple[Proposal, ...]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Give kind, block, what stands there and what is to stand there."""
    return [(each.kind.value, each.block, each.before, tuple(v.text for v in each.variants)) for each in found]
