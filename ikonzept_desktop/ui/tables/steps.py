"""What the tools of the panel do, as functions of a table and an area of it: a new table, and what is chosen then."""

from collections.abc import Callable
from dataclasses import replace

from ikonzept_desktop.model import table_content as content
from ikonzept_desktop.model import tables
from ikonzept_desktop.model.blocks import Alignment, NumberFormat, Table, Total
from ikonzept_desktop.model.inline import Inlines, Marks, Text, normalise
from ikonzept_desktop.model.table_grid import Area, cells_in, placed_cells
from ikonzept_desktop.model.table_numbers import guessed_format
from ikonzept_desktop.model.tables import Axis
from ikonzept_desktop.ui.tables import texts
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A table as a tool leaves it, what the step is called, and the area that is chosen then."""

    table: Table
    label: str
    area: Area


Make = Callable[[Table, Area], tuple[Table | None, Area] | None]


def step_for(key: str, table: Table, area: Area) -> Step | None:
    """Give the step of a tool by its key; None where there is nothing to do."""
    made = _STEPS[key](table, area)
    if made is None or made[0] is None or made[0] == table:
        return None
    return Step(made[0], _LABELS.get(key) or texts.NAMES.get(key, key).rstrip(" …"), made[1])


def keys() -> tuple[str, ...]:
    """Give the keys of all tools."""
    return tuple(_STEPS)


def with_number(table: Table, area: Area, number: NumberFormat | None) -> Step | None:
    """Have the columns of an area hold numbers, written so, or words."""
    made = content.set_number(table, area, number)
    return None if made == table else Step(made, texts.NUMBER_FORMAT, area)


def with_width(table: Table, area: Area, percent: float) -> Step | None:
    """Give an area's first column a share of the width, in per cent; the others share the rest as before."""
    widths, column = [each.width for each in table.columns], area.column
    others = sum(widths) - widths[column]
    if not others:
        return None
    widths[column] = others * percent / (100 - percent)
    return with_widths(table, area, tuple(widths))


def with_widths(table: Table, area: Area, widths: tuple[float, ...]) -> Step | None:
    """Give the columns widths relative to each other; the area stays chosen."""
    total = sum(widths)
    rounded = tuple(round(width / total * len(widths), 3) for width in widths)
    made = content.set_widths(table, rounded)
    return None if made == table else Step(made, texts.WIDTH, area)


def guess(table: Table, area: Area) -> NumberFormat:
    """Guess the format of an area's first column from what stands in it."""
    return _guessed(table, area.column) or NumberFormat()


def _guessed(table: Table, column: int) -> NumberFormat | None:
    """Guess a column's format; None where not all in it are numbers."""
    found = [
        "".join(inline.text for inline in placed.cell.inlines if isinstance(inline, Text))
        for placed in placed_cells(table)
        if placed.column == column and placed.row >= table.header_rows
    ]
    return guessed_format(found)


def _inserted(axis: Axis, *, after: bool) -> Make:
    def make(table: Table, area: Area) -> tuple[Table | None, Area]:
        if axis is Axis.ROWS:
            at, count = (area.end_row if after else area.row), area.rows
            return tables.insert(table, axis, at, count), Area(at, area.column, count, area.columns)
        at, count = (area.end_column if after else area.column), area.columns
        return tables.insert(table, axis, at, count), Area(area.row, at, area.rows, count)

    return make


def _deleted(axis: Axis) -> Make:
    def make(table: Table, area: Area) -> tuple[Table | None, Area]:
        if axis is Axis.ROWS:
            made = tables.delete(table, axis, area.row, area.end_row - 1)
            return made, Area(min(area.row, len(table.rows) - area.rows - 1), area.column)
        made = tables.delete(table, axis, area.column, area.end_column - 1)
        return made, Area(area.row, min(area.column, len(table.columns) - area.columns - 1))

    return make


def _moved(axis: Axis, by: int) -> Make:
    def make(table: Table, area: Area) -> tuple[Table | None, Area] | None:
        first, last = (area.row, area.end_row) if axis is Axis.ROWS else (area.column, area.end_column)
        moved = tables.move(table, axis, first, last - 1, by)
        if moved is None:
            return None
        made, gone = moved
        return made, replace(area, row=area.row + gone) if axis is Axis.ROWS else replace(
            area, column=area.column + gone
        )

    return make


def _aligned(alignment: Alignment) -> Make:
    return lambda table, area: (content.align(table, area, alignment), area)


def _totalled(total: Total) -> Make:
    """Have something computed below columns; one that is not yet of numbers is taken for what stands in it."""

    def make(table: Table, area: Area) -> tuple[Table, Area]:
        for column in range(area.column, area.end_column) if total in {Total.SUM, Total.AVERAGE} else ():
            part = replace(area, column=column, columns=1)
            if table.columns[column].number is None and (found := _guessed(table, column)) is not None:
                table = content.set_number(table, part, found)
        return content.set_total(table, area, total), area

    return make


def _sorted(*, descending: bool) -> Make:
    return lambda table, area: (content.sort_rows(table, area.column, descending=descending), area)


def _numbered(number: NumberFormat | None) -> Make:
    return lambda table, area: (content.set_number(table, area, number), area)


def _merged(table: Table, area: Area) -> tuple[Table | None, Area]:
    return tables.merge(table, area), Area(area.row, area.column)


def _split(table: Table, area: Area) -> tuple[Table | None, Area]:
    return tables.split(table, area), area


def _cleared(table: Table, area: Area) -> tuple[Table | None, Area]:
    return content.clear(table, area), area


def _header_rows(table: Table, area: Area) -> tuple[Table, Area]:
    return replace(table, header_rows=area.end_row), area


def _header_columns(table: Table, area: Area) -> tuple[Table, Area]:
    return replace(table, header_columns=area.end_column), area


def _equal(table: Table, area: Area) -> tuple[Table, Area]:
    return content.set_widths(table, (1.0,) * len(table.columns)), area


def _marked(mark: Marks) -> Make:
    """Set a mark on all text of an area, or take it off where all of it has the mark."""

    def make(table: Table, area: Area) -> tuple[Table, Area] | None:
        inside = [placed.cell for placed in cells_in(table, area)]
        runs = [inline for cell in inside for inline in cell.inlines if isinstance(inline, Text)]
        if not runs:
            return None
        off = all(mark in run.marks for run in runs)
        changed = {cell.id: _with_mark(cell.inlines, mark, off=off) for cell in inside}
        return content.with_lines(table, changed), area

    return make


def _with_mark(inlines: Inlines, mark: Marks, *, off: bool) -> Inlines:
    return normalise(
        tuple(
            replace(each, marks=each.marks & ~mark if off else each.marks | mark) if isinstance(each, Text) else each
            for each in inlines
        )
    )


_STEPS: dict[str, Make] = {
    "row_above": _inserted(Axis.ROWS, after=False),
    "row_below": _inserted(Axis.ROWS, after=True),
    "row_up": _moved(Axis.ROWS, -1),
    "row_down": _moved(Axis.ROWS, 1),
    "delete_rows": _deleted(Axis.ROWS),
    "column_left": _inserted(Axis.COLUMNS, after=False),
    "column_right": _inserted(Axis.COLUMNS, after=True),
    "column_back": _moved(Axis.COLUMNS, -1),
    "column_on": _moved(Axis.COLUMNS, 1),
    "delete_columns": _deleted(Axis.COLUMNS),
    "equal_widths": _equal,
    "merge": _merged,
    "split": _split,
    "left": _aligned(Alignment.LEFT),
    "centre": _aligned(Alignment.CENTRE),
    "right": _aligned(Alignment.RIGHT),
    "header_rows": _header_rows,
    "no_header_rows": lambda table, area: (replace(table, header_rows=0), area),
    "header_columns": _header_columns,
    "no_header_columns": lambda table, area: (replace(table, header_columns=0), area),
    "clear": _cleared,
    "bold": _marked(Marks.BOLD),
    "italic": _marked(Marks.ITALIC),
    "sort_up": _sorted(descending=False),
    "sort_down": _sorted(descending=True),
    "words": _numbered(None),
    **{f"total_{total}": _totalled(total) for total in Total},
    **{f"number_{key}": _numbered(format) for key, (_, format) in texts.FORMATS.items()},
}
_LABELS = {
    **dict.fromkeys(("left", "centre", "right"), texts.ALIGNMENT),
    **dict.fromkeys(("bold", "italic"), texts.MARKED),
    **dict.fromkeys(("sort_up", "sort_down"), texts.SORT),
    **dict.fromkeys(("header_rows", "no_header_rows", "header_columns", "no_header_columns"), texts.HEADER_STEP),
    **dict.fromkeys((f"total_{total}" for total in Total), texts.TOTAL_STEP),
    **dict.fromkeys(("words", *(f"number_{key}" for key in texts.FORMATS)), texts.NUMBER_FORMAT),
    "equal_widths": texts.WIDTH,
}
