"""The cells of a Word table put into a grid that a concept's table fills: merged ones whole, gaps with empty ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ikonzept_desktop.importing.word.cells import Flat
from ikonzept_desktop.importing.word.lines import parted
from ikonzept_desktop.model.inline import Inlines


@dataclass(slots=True, eq=False)
class Held:
    """A cell that was read."""

    column: int
    span: int
    goes_on: bool
    flat: Flat


@dataclass(slots=True, eq=False)
class Spot:
    """A cell in its place."""

    row: int
    column: int
    width: int = 1
    height: int = 1
    lines: list[Inlines] = field(default_factory=list)
    flats: list[Flat] = field(default_factory=list)

    @property
    def line(self) -> Inlines:
        """All that stands in it."""
        return parted(self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are."""
        letters = sum(flat.looks.letters for flat in self.flats)
        return 0 < letters == sum(flat.looks.bold for flat in self.flats)

    @property
    def alignment(self) -> str:
        """How its first line is set."""
        return next((told for flat in self.flats for told in flat.alignments), "")


@dataclass(slots=True, eq=False)
class Grid:
    """The cells of a table, row by row, each spot covered once."""

    width: int
    rows: list[list[Spot]]


def width_of(rows: Sequence[Sequence[Held]], most_columns: int) -> int:
    """Give how many columns the cells take."""
    return min(max((cell.column + cell.span for row in rows for cell in row), default=1), most_columns)


def grid_of(rows: Sequence[Sequence[Held]], width: int) -> Grid:
    """Put cells into a grid; what stands in the lower part of a merged cell goes to the end of the whole."""
    above: list[Spot | None] = [None] * width
    made: list[list[Spot]] = []
    for index, row in enumerate(rows):
        here: list[Spot | None] = [None] * width
        for cell in row:
            _place(cell, index, here, above, width)
        _fill(index, here)
        spots = [spot for spot in dict.fromkeys(here) if spot is not None]
        made.append([spot for spot in spots if spot.row == index])
        above = here
    return Grid(width, made)


def _place(cell: Held, index: int, here: list[Spot | None], above: Sequence[Spot | None], width: int) -> None:
    """Put one cell into its row; one for which no spot is left goes with the last cell of the row."""
    column = next((at for at in range(min(cell.column, width), width) if here[at] is None), -1)
    if column < 0:
        last = next((spot for spot in reversed(here) if spot is not None), None)
        if last is not None:
            _add(last, cell)
        return
    span = 1
    while span < cell.span and column + span < width and here[column + span] is None:
        span += 1
    upper = above[column] if cell.goes_on else None
    if upper is not None and upper.column == column and _is_free(here, upper):
        upper.height += 1
        _add(upper, cell)
        here[column : column + upper.width] = [upper] * upper.width
        return
    spot = Spot(index, column, span)
    _add(spot, cell)
    here[column : column + span] = [spot] * span


def _is_free(here: Sequence[Spot | None], upper: Spot) -> bool:
    return all(spot is None for spot in here[upper.column : upper.column + upper.width])


def _fill(index: int, here: list[Spot | None]) -> None:
    for column, spot in enumerate(here):
        if spot is None:
            here[column] = Spot(index, column)


def _add(spot: Spot, cell: Held) -> None:
    spot.lines += cell.flat.lines
    spot.flats.append(cell.flat)
