"""A figure, the yardstick beside it, and the table of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure."""

    name: str
    ours: str
    yardstick: str
    """What it is measured against, with its own figure; nothing for an absolute bound."""
    value: float
    bound: float

    @property
    def is_met(self) -> bool:
        """Whether the value keeps to its bound."""
        return self.value <= self.bound


def ratio(name: str, ours: float, peer: str, theirs: float, bound: float, unit: str = "s") -> Figure:
    """Give a figure that is a share of a peer's."""
    return Figure(name, f"{ours:.3f} {unit}", f"{peer} {theirs:.3f} {unit}", ours / theirs, bound)


def absolute(name: str, value: float, bound: float, unit: str) -> Figure:
    """Give a figure with a bound of its own."""
    return Figure(name, f"{value:.2f} {unit}", "", value, bound)


def table(figures: Iterable[Figure]) -> str:
    """Give the figures as a Markdown table."""
    rows = ["| figure | ours | beside | value | bound | |", "|---|---|---|---|---|---|"]
    for figure in figures:
        verdict = "met" if figure.is_met else f"MISSED by {figure.value / figure.bound - 1:.0%}"
        cells = (figure.name, figure.ours, figure.yardstick, f"{figure.value:.2f}", f"{figure.bound:.2f}", verdict)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)
