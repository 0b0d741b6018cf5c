"""Whether the rows of a table make a grid, its cells' spans taken in."""

from collections.abc import Sequence

_WIDEST = 1000
"""Columns; no table of ours has as many, and one that says so is not counted out."""


def is_regular(rows: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Tell whether all rows have as many columns; each cell is given by how many columns and rows it has."""
    reaching: list[int] = []
    """For each column so far how many more rows the cell above reaches into."""
    width = 0
    for index, row in enumerate(rows):
        column, taken = 0, [max(left - 1, 0) for left in reaching]
        free = [left == 0 for left in reaching]
        for columns, down in row:
            while column < len(free) and not free[column]:
                column += 1
            end = column + columns
            if columns < 1 or end > _WIDEST:
                return False
            taken.extend([0] * (end - len(taken)))
            taken[column:end] = [down - 1] * columns
            column = end
        while column < len(free) and not free[column]:
            column += 1
        if index == 0:
            width = column
        elif column != width:
            return False
        reaching = taken
    return True
