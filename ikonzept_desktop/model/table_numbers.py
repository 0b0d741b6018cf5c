"""Numbers in tables, the German way: read as people type them, printed as their column says, and totalled.

Nothing of this is stored: the cells keep what was typed, and what is printed is computed (`printed`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from ikonzept_desktop.model.blocks import Alignment, Cell, Column, NumberFormat, Row, Table, Total
from ikonzept_desktop.model.inline import Inline, Inlines, Marks, Text, plain
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.table_grid import Grid

TOTAL_NAMES = {Total.SUM: "Summe", Total.AVERAGE: "Durchschnitt", Total.COUNT: "Anzahl"}
UNITS = ("%", "€", "km", "m²")
"""What stands behind a number in these concepts, by habit."""
NO_BREAK = "\u00a0"
MINUS = "\u2212"
_NOTHING = frozenset({"", "-", "–", "—"})
"""What stands where there is no number to be had."""
_LONGEST = 40
_NUMBER = re.compile(
    r"(?P<sign>[+\-\u2212\u2013]?)\s?"
    r"(?P<whole>\d{1,3}(?:[.\u00a0\u202f\u2009 ']\d{3})+|\d+)"
    r"(?:,(?P<part>\d+))?"
    r"(?:\s?(?P<unit>%|‰|€|EUR|Euro|[A-Za-zµ°²³/]{1,6}[²³]?))?"
)
_SAME_UNIT = {"EUR": "€", "Euro": "€"}


@lru_cache(maxsize=16384)
def parsed(text: str) -> tuple[Decimal, str] | None:
    """Read a German number with its unit: 1.234,5 · 12 % · 1.200 € · −3; None where it is none.

    What begins with a zero counts nothing: a postcode like 01067, a telephone number, a key.
    """
    if len(text) > _LONGEST:
        return None
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["whole"])
    if len(digits) > 1 and digits.startswith("0"):
        return None
    sign = "-" if found["sign"] not in {"", "+"} else ""
    try:
        value = Decimal(f"{sign}{digits}.{found['part'] or '0'}" if found["part"] else f"{sign}{digits}")
    except InvalidOperation:  # digits of scripts that Decimal does not know
        return None
    unit = found["unit"] or ""
    return value, _SAME_UNIT.get(unit, unit)


def number_of(text: str, format: NumberFormat) -> Decimal | None:
    """Read the number of a column's cell, with or without the column's own unit; None where it is none."""
    found = parsed(text)
    if found is None:
        bare = text.strip().removesuffix(format.unit).strip() if format.unit else ""
        found = parsed(bare) if bare else None
    if found is None or found[1] not in {"", format.unit}:
        return None
    return found[0]


def written(value: Decimal, format: NumberFormat) -> str:
    """Write a number as a column says, with a protected space before its unit and a true minus."""
    places = max(-_exponent(value), 0) if format.decimals is None else format.decimals
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):,f}".partition(".")
    digits = whole.replace(",", "." if format.thousands else "") + (f",{part}" if part else "")
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{digits}{NO_BREAK}{format.unit}" if format.unit else f"{sign}{digits}"


def guessed_format(texts: Iterable[str]) -> NumberFormat | None:
    """Guess how a column's numbers are written, from its texts; None where any is none, or where there are none.

    Years, postcodes and the like have no points: where no large number has one, none gets one.
    """
    filled = [text for text in texts if text.strip() not in _NOTHING]
    found = [parsed(text) for text in filled]
    numbers = [number for number in found if number is not None]
    units = {unit for _, unit in numbers if unit}
    if not numbers or len(numbers) < len(filled) or len(units) > 1:
        return None
    places = {max(-_exponent(value), 0) for value, _ in numbers}
    large = [text for text, (value, _) in zip(filled, numbers, strict=True) if abs(value) >= 1000]
    bare = bool(large) and all(re.match(r"\D*\d{4}", text) for text in large)
    return NumberFormat(max(places), thousands=not bare, unit=next(iter(units), ""))


def is_wrong(cell: Cell, column: Column) -> bool:
    """Tell whether a cell of a column of numbers holds something else; empty is not wrong, nor is a dash."""
    if column.number is None:
        return False
    text = plain(cell.inlines).strip()
    return text not in _NOTHING and number_of(text, column.number) is None


def shown_line(cell: Cell, column: Column) -> Inlines:
    """Give a cell's line as it is printed: a number as its column says, all else as it was typed."""
    if column.number is None:
        return cell.inlines
    runs = [inline for inline in cell.inlines if isinstance(inline, Text)]
    value = number_of(runs[0].text, column.number) if len(runs) == 1 else None
    if value is None:
        return cell.inlines
    plus = "+" if runs[0].text.lstrip().startswith("+") else ""
    run = replace(runs[0], text=plus + written(value, column.number))
    return tuple(run if isinstance(inline, Text) else inline for inline in cell.inlines)


def has_totals(table: Table) -> bool:
    """Tell whether anything is computed below the table."""
    return any(column.total is not Total.NONE for column in table.columns)


def total_kinds(table: Table) -> tuple[Total, ...]:
    """Give the sorts of totals a table has, each a row below it."""
    there = {column.total for column in table.columns}
    return tuple(kind for kind in TOTAL_NAMES if kind in there)


def total_rows(table: Table) -> tuple[Row, ...]:
    """Give the computed rows below a table: one for each sort of total it has, in the order sum, average, count.

    Their ids are made of the table's, with an underscore that no id of the model has.
    """
    return tuple(_TOTALS(table)) if has_totals(table) else ()


def printed(table: Table) -> Table:
    """Give the table as it is printed: numbers as their columns say, the totals below."""
    numbers = [index for index, column in enumerate(table.columns) if column.number is not None]
    if not numbers and not has_totals(table):
        return table
    return _PRINTED(table)


def _printed(table: Table) -> Table:
    grid = Grid(table)
    rows = []
    for index, row in enumerate(table.rows):
        if index < table.header_rows:
            rows.append(row)
            continue
        cells = (_shown_cell(placed.cell, table.columns[placed.column]) for placed in grid.row(table, index))
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=(*rows, *total_rows(table)))


def _shown_cell(cell: Cell, column: Column) -> Cell:
    line = shown_line(cell, column)
    return cell if line is cell.inlines else replace(cell, inlines=line)


def _total_rows(table: Table) -> tuple[Row, ...]:
    return tuple(_total_row(table, kind) for kind in total_kinds(table))


def _total_row(table: Table, kind: Total) -> Row:
    label = next((index for index, column in enumerate(table.columns) if column.total is not kind), -1)
    cells = []
    for index, column in enumerate(table.columns):
        line: tuple[Inline, ...] = ()
        if column.total is kind:
            name = "" if label >= 0 or index else f"{TOTAL_NAMES[kind]}: "
            line = (Text(name + total_of(table, index), Marks.BOLD),)
        elif index == label:
            line = (Text(TOTAL_NAMES[kind], Marks.BOLD),)
        side = Alignment.LEFT if index == label and column.number is None else None
        cells.append(Cell(f"{table.id}_0{index}_{kind}", line, alignment=side))
    return Row(f"{table.id}_0_{kind}", tuple(cells))


def total_of(table: Table, index: int) -> str:
    """Compute what stands below a column, written as the column says; a dash where there is nothing to compute."""
    column, format = table.columns[index], table.columns[index].number or NumberFormat()
    texts = list(_texts(table, index))
    numbers = [value for text in texts if (value := number_of(text, format)) is not None]
    if column.total is Total.COUNT:
        return written(Decimal(len(numbers if column.number is not None else texts)), NumberFormat(0))
    if not numbers:
        return "–"
    total = sum(numbers, Decimal(0))
    if column.total is Total.SUM:
        return written(total, format)
    places = max((max(-_exponent(value), 0) for value in numbers), default=0)
    held = format.decimals if format.decimals is not None else places
    return written(total / len(numbers), replace(format, decimals=max(held, 1)))


def _texts(table: Table, index: int) -> Iterator[str]:
    """Go through the filled cells of a column below the headers, a merged one once."""
    grid = Grid(table)
    for row in range(table.header_rows, len(table.rows)):
        if grid.owner(row, index) == (row, index):
            cell = table.rows[row].cells[index] if grid.plain else grid.cell(table, row, index).cell
            if text := plain(cell.inlines).strip():
                yield text


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


_TOTALS: IdentityMemo[Table, tuple[Row, ...]] = IdentityMemo(_total_rows, 64)
_PRINTED: IdentityMemo[Table, Table] = IdentityMemo(_printed, 64)
