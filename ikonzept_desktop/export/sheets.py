"""Tables for spreadsheet programs: a workbook with typed cells, or separated values that no program computes."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from ikonzept_desktop.model.cell_guard import guarded
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole."""

    percent: int


CellValue = str | int | date | Share | None
LONGEST = 32_767
"""Characters that Excel keeps in a cell (Excel specifications and limits)."""
_DAY, _PERCENT = "dd.mm.yyyy", "0 %"
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts no days before 1900, and those of its first two months wrongly."""
_NARROW, _WIDE, _PER_LETTER = 8, 60, 1.15
"""Widths of columns, in figures of the workbook's font."""
_WIDTHS_ASKED = 200
_BAD_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# Excel reads _x0041_ as A (ECMA-376 Part 1, 22.9.2.19); an underscore is kept by escaping it.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A table that goes out."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]

    @property
    def too_long(self) -> int:
        """How many of its texts a workbook has no room for."""
        return sum(isinstance(value, str) and len(value) > LONGEST for row in self.rows for value in row)


def as_separated(sheet: OutSheet) -> bytes:
    """Write separated values as Excel opens them in German: semicolons, UTF-8 after a byte order mark."""
    held = io.StringIO(newline="")
    # Every value in quotation marks: so nobody takes a comma in one of them for what parts them.
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(head) for head in sheet.heads])
    writer.writerows([guarded(_words(value)) for value in row] for row in sheet.rows)
    return held.getvalue().encode("utf-8-sig")


def as_workbook(sheet: OutSheet) -> bytes:
    """Write a workbook: days, numbers and shares as such, all else as text and never as a formula; the heads stay."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    page = book.create_sheet(_sheet_name(sheet.name))
    page.freeze_panes = "A2"
    for index, width in enumerate(_widths(sheet)):
        page.column_dimensions[_letters(index)].width = width
    top = Alignment(vertical="top", wrap_text=True)
    heads = [_cell(page, head) for head in sheet.heads]
    for cell in heads:
        cell.font, cell.alignment = Font(bold=True), top
    page.append(heads)
    for row in sheet.rows:
        cells = [_cell(page, value) for value in row]
        for cell in cells:
            cell.alignment = top
        page.append(cells)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _cell(page: Any, value: CellValue) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page)
    if isinstance(value, date) and value < _FIRST_DAY:
        value = written(value)
    match value:
        case str():
            cell.value = _ESCAPE.sub("_x005F_", value[:LONGEST])
            cell.data_type = "s"  # which openpyxl takes for a formula where it begins with =
            cell.quotePrefix = guarded(value) != value
        case Share(percent=percent):
            cell.value, cell.number_format = percent / 100, _PERCENT
        case date():
            cell.value, cell.number_format = value, _DAY
        case _:
            cell.value = value
    return cell


def _words(value: CellValue) -> str:
    match value:
        case None:
            return ""
        case Share(percent=percent):
            return f"{percent} %"
        case date():
            return written(value)
        case _:
            return str(value)


def _widths(sheet: OutSheet) -> list[float]:
    columns: Sequence[Sequence[CellValue]] = list(zip(sheet.heads, *sheet.rows[:_WIDTHS_ASKED], strict=True))
    longest = (max(len(line) for value in column for line in _words(value).split("\n")) for column in columns)
    return [min(max(letters * _PER_LETTER + 2, _NARROW), _WIDE) for letters in longest]


def _sheet_name(name: str) -> str:
    """Give a name that Excel takes: up to 31 characters, none of []:*?/\\, no apostrophe at its ends."""
    return _BAD_NAME.sub(" ", name).strip().strip("'")[:31].strip() or "Tabelle"


def _letters(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(index + 1)
