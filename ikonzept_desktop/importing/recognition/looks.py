"""Short lines by themselves that look like headings."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from ikonzept_desktop.importing.recognition.lines import BodyLook, Line
from ikonzept_desktop.values import dataclass

_LONGEST_RUN = 2
"""Lines of one look that may follow each other without text between: more are a list of names, an address."""
_CLEARLY = 1.15
"""So much larger than the text is a heading that is not bold."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set; those that compare higher stand above others."""

    size: float
    is_bold: bool
    is_capital: bool

    @property
    def rank(self) -> tuple[float, bool, bool]:
        """Give what looks are ordered by."""
        return (self.size, self.is_bold, self.is_capital)


def look_of(line: Line) -> Look:
    """Give how a line is set, sizes to the half point."""
    hints = line.hints
    return Look(round(hints.size * 2) / 2, line.is_bold, hints.is_capital)


def outstanding(lines: Sequence[Line], body: BodyLook, known: Container[int]) -> Iterator[Line]:
    """Go through the lines that look like headings, those left out that are known already."""
    likely = [line for line in lines if line.index not in known and _stands_out(line, body) and line.may_be_heading]
    near = {line.index: look_of(line) for line in likely}
    for line in likely:
        if _run(line.index, near) <= _LONGEST_RUN and _has_text_below(line, lines, near):
            yield line


def _stands_out(line: Line, body: BodyLook) -> bool:
    hints = line.hints
    if not line.text:
        return False
    larger = 0 < body.size * _CLEARLY <= hints.size
    smaller = 0 < hints.size < body.size - 0.5
    return larger or (
        not smaller and ((line.is_bold and not body.is_bold) or (hints.is_capital and len(line.text) > 3))
    )


def _run(index: int, near: dict[int, Look]) -> int:
    """Count the lines of the same look around one, without anything between."""
    look, first, last = near[index], index, index
    while near.get(first - 1) == look:
        first -= 1
    while near.get(last + 1) == look:
        last += 1
    return last - first + 1


def _has_text_below(line: Line, lines: Sequence[Line], near: dict[int, Look]) -> bool:
    """Tell whether something follows that is no heading of the same kind or higher."""
    for below in lines[line.index + 1 : line.index + 1 + _LONGEST_RUN]:
        if not below.is_body:
            return True
        if below.index not in near or near[below.index].rank < near[line.index].rank:
            return True
    return False


def levels_by_look(lines: Sequence[Line]) -> dict[Look, int]:
    """Rank looks: the largest first. Looks that a title page has once are left to those that know it."""
    counts = Counter(map(look_of, lines))
    return {look: level for level, look in enumerate(sorted(counts, key=lambda look: look.rank, reverse=True))}
