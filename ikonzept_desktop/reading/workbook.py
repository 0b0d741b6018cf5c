"""Excel's workbooks, their cells as Excel shows them in German (ECMA-376 Part 1, 18.8.30: number formats)."""

import io
import re
import warnings
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from ikonzept_desktop.reading.cells import MOST_COLUMNS, MOST_ROWS, NoSheet, Sheet, sheet_of
from ikonzept_desktop.reading.workbook_marks import marks_of

_DAMAGED = "Die Arbeitsmappe ist beschädigt oder geschützt und kann nicht gelesen werden."
_PLACES = re.compile(r"[0#?]\.([0#?]+)")
_ASIDE = re.compile(r"\[[^\]]*\]|\"([^\"]*)\"|\\(.)|_.|\*.")
_NO_BREAK = "\u00a0"
# A character that XML has no room for, a carriage return say (ECMA-376 Part 1, 22.9.2.19).
_ESCAPED = re.compile(r"_x((?!D[89A-Fa-f])[0-9A-Fa-f]{4})_")


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a workbook, hidden ones left out; raises NoSheet."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not know, nothing is in the cells
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            pages = [page for page in book.worksheets if page.sheet_state == "visible"]
            found = [(page.title, _rows(page), marks_of(_source(page))) for page in pages]
            hidden = len(book.worksheets) - len(pages)
            book.close()
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError) as error:
        raise NoSheet(_DAMAGED) from error
    made = (sheet_of(name, rows, marks) for name, rows, marks in found)
    return tuple(replace(each, hidden_sheets=hidden) for each in made)


def _source(page: Any) -> Any:
    """Open the part of the package that a sheet is."""
    return page.parent._archive.open(page._worksheet_path)


def _rows(page: Any) -> list[tuple[str, ...]]:
    page.reset_dimensions()  # what the file says of its extent may be wrong
    rows = page.iter_rows(max_row=MOST_ROWS * 2, max_col=MOST_COLUMNS + 1)
    return [_texts(row) for row in rows]


def _texts(row: Sequence[Any]) -> tuple[str, ...]:
    if all(cell.value is None for cell in row):  # of which there may be thousands between two that are filled
        return ()
    return tuple(shown(cell.value, str(getattr(cell, "number_format", ""))) for cell in row)


def shown(value: object, format: str = "General") -> str:
    """Give a cell's value as Excel shows it in German."""
    match value:
        case None:
            return ""
        case bool():
            return "WAHR" if value else "FALSCH"
        case datetime():
            midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
            return f"{value:%d.%m.%Y}" if midnight else f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case int() | float():
            return _number(value, format)
        case _:
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _number(value: float, format: str) -> str:
    section = format.split(";", maxsplit=1)[0]
    bare = _ASIDE.sub("", section)
    if "%" in bare:
        return f"{_written(value * 100, _places(bare), thousands=False)} %".replace(" %", f"{_NO_BREAK}%")
    if bare in {"", "General", "@"} or "E" in bare:
        return _written(value, None, thousands=False)
    unit = f"{_NO_BREAK}€" if "€" in format else ""
    return _written(value, _places(bare), thousands="," in bare) + unit


def _places(bare: str) -> int:
    found = _PLACES.search(bare)
    return len(found[1]) if found else 0


def _written(value: float, places: int | None, *, thousands: bool) -> str:
    text = f"{Decimal(f'{value:.11g}').normalize():,f}" if places is None else f"{value:,.{places}f}"
    whole, _, part = text.partition(".")
    digits = whole.replace(",", "." if thousands else "")
    return digits + (f",{part}" if part else "")
