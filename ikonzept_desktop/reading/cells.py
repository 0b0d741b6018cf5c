"""Cells as other programs hand them over: tab-separated from a clipboard, or in a file of separated values."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ikonzept_desktop.model.cell_guard import guarded, unguarded
from ikonzept_desktop.model.tables import LARGEST
from ikonzept_desktop.values import dataclass

Rows = tuple[tuple[str, ...], ...]
MOST_ROWS, MOST_COLUMNS, LONGEST = 10_000, 200, 40_000
"""How much of a sheet is read; characters of a cell."""
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ";\t,|"
_PROBED = 50
_LARGEST_FIELD = 10_000_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
# Excel and Calc put a field into quotation marks where a tab, a line end or a quotation mark stands in it; Word never.
_FIELD = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r|\n|\Z)|([^\t\r\n]*)')
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one; what is in it stands in the first of them."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of the cells of a sheet beside their texts; rows and columns count from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    uncomputed: int = 0
    """Formulas whose value nobody has computed: their cells are empty."""


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file: its rows as a reader of it would see them, all of them as long as the longest."""

    name: str
    rows: Rows
    left_out: int = 0
    """Rows that no table has room for, and were not read."""
    marks: Marks = NO_MARKS
    is_cut: bool = False
    """Whether columns at its right, or the ends of long cells, were not read."""
    hidden_sheets: int = 0
    """Other sheets of the file that cannot be seen, and were not read."""


class NoSheet(Exception):
    """A file holds no table that could be read; the message is a German sentence."""


def tab_separated(text: str) -> Rows | None:
    """Give the cells of a text from a clipboard; None where it is no table: at least two columns, in each row as many.

    A lone line with a tab in it is a line of text; so is each of more than a table has room for.
    """
    if "\t" not in text or is_beyond(text):
        return None
    rows = tuple(_tab_rows(text))
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return None
    return rows


def is_beyond(text: str) -> bool:
    """Tell whether a text from a clipboard holds more cells than a table has room for."""
    rows = text.count("\n") or text.count("\r")
    return rows > MOST_ROWS or text.count("\t") + rows > LARGEST


def tab_cells(text: str) -> Rows:
    """Give the cells of a text from a clipboard, whatever it is: a text without tabs has one in each line."""
    return squared(list(_tab_rows(text)))


def as_tabs(rows: Rows) -> str:
    """Write cells as Excel and Calc read them from a clipboard; none of them is computed there."""
    return "\n".join("\t".join(_quoted(guarded(text)) for text in row) for row in rows)


def separated(data: bytes) -> Rows:
    """Read a file of separated values: encoding and delimiter are found out."""
    return squared(separated_rows(data))


def separated_rows(data: bytes) -> list[tuple[str, ...]]:
    """Read the same with all that stands in it, up to a column more than is read."""
    text = decoded(data)
    reader = csv.reader(_lines(text), delimiter=delimiter_of(text))
    csv.field_size_limit(_LARGEST_FIELD)
    rows: list[tuple[str, ...]] = []
    try:
        for row in reader:
            rows.append(tuple(map(unguarded, row[: MOST_COLUMNS + 1])))
            if len(rows) > MOST_ROWS * 2:
                break
    except csv.Error as error:
        raise NoSheet("Die Datei enthält keine Tabelle, die gelesen werden kann.") from error
    return rows


def _lines(text: str) -> Iterator[str]:
    """Go through the lines with their ends, as a file would give them, without a second copy of all."""
    return (found[0] for found in _LINE.finditer(text))


def decoded(data: bytes) -> str:
    """Give the text of a file: after its byte order mark, as UTF-8 where it is that, else as Windows writes German."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:200].count(0) > len(data[:200]) // 4:
        even, odd = data[:200:2].count(0), data[1:200:2].count(0)
        return data.decode("utf-16-be" if even > odd else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """Find what parts the values: the sign that stands equally often in most lines; in doubt a semicolon."""
    lines = [line for line in re.sub(r'"[^"]*"', '""', text[:100_000]).splitlines() if line.strip()][:_PROBED]
    best, most = ";", (0, 0)
    for sign in _DELIMITERS:
        counts = Counter(line.count(sign) for line in lines)
        counts.pop(0, None)
        if counts:
            count, lines_so = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
            if (lines_so, count) > most and lines_so * 2 >= len(lines):
                best, most = sign, (lines_so, count)
    return best


def squared(rows: list[tuple[str, ...]]) -> Rows:
    """Give rows of equal length, without the empty ones at the end and the empty columns at the right."""
    cut = [tuple(text[:LONGEST] for text in row[:MOST_COLUMNS]) for row in rows]
    while cut and not any(text.strip() for text in cut[-1]):
        cut.pop()
    width = max((_filled(row) for row in cut), default=0)
    return tuple((*row[:width], *("",) * (width - len(row))) for row in cut)


def sheet_of(name: str, rows: list[tuple[str, ...]], marks: Marks = NO_MARKS) -> Sheet:
    """Give the sheet of rows as they stand in a file; of a column more than is read, it is only told."""
    beyond = any(any(text.strip() for text in row[MOST_COLUMNS:]) for row in rows)
    cut = beyond or any(len(text) > LONGEST for row in rows for text in row)
    return replace(sheet(name, squared(rows), marks), is_cut=cut)


def sheet(name: str, rows: Rows, marks: Marks = NO_MARKS) -> Sheet:
    """Give a sheet of no more rows than a table has room for, and say how many are left out."""
    most = min(MOST_ROWS, LARGEST // max(len(rows[0]), 1)) if rows else 0
    return Sheet(name, rows[:most], len(rows) - len(rows[:most]), marks)


def _filled(row: tuple[str, ...]) -> int:
    return next((index for index in range(len(row), 0, -1) if row[index - 1].strip()), 0)


def _tab_rows(text: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    position = 0
    while position <= len(text) and len(rows) <= MOST_ROWS:
        found = _FIELD.match(text, position)
        assert found is not None  # the second way of it fits anywhere
        row.append(unguarded(_unquoted(found)))
        position = found.end()
        if position < len(text) and text[position] == "\t":
            position += 1
            continue
        rows.append(tuple(row))
        row = []
        end = _END.match(text, position)
        if end is None or end.end() == len(text):
            break
        position = end.end()
    return rows


def _unquoted(found: re.Match[str]) -> str:
    inner = found[1]
    if inner is None:
        return found[2] or ""
    return inner.replace('""', '"') if re.search(r'[\t\r\n]|""', inner) else found[0]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search(r'[\t\r\n"]', text) else text
