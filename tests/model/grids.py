"""Tables in a small language: `grid("a b", "c d")`, and how they are written down."""

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.table_grid import Grid
from tests.builders import cell, chapter, doc, row, table


def grid(*rows: str, headers: tuple[int, int] = (1, 0)) -> Table:
    """Give a table of words, one in each cell; an underscore is an empty one."""
    return table(*(row(*(cell() if word == "_" else word for word in line.split())) for line in rows), headers=headers)


def written(table: Table | None) -> list[str]:
    """Write a table down spot by spot: a cell's lines parted by /, what a merged cell covers as <, empty as _."""
    assert table is not None
    found = Grid(table)
    return [
        " ".join(_spot(found, table, row, column) for column in range(len(table.columns)))
        for row in range(len(table.rows))
    ]


def is_whole(table: Table) -> bool:
    """Tell whether a concept may hold the table."""
    document = Project(doc(chapter("Ziele", table))).document
    return list(schema.problems(document)) == []


def _spot(found: Grid, table: Table, row: int, column: int) -> str:
    placed = found.cell(table, row, column)
    if (placed.row, placed.column) != (row, column):
        return "<"
    return plain(placed.cell.inlines).replace("\n", "/").replace(" ", "·") or "_"
