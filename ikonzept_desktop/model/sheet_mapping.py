"""Which columns of a field those of a foreign table are taken for: proposed, then as a person has corrected it."""

from collections.abc import Sequence
from enum import Enum

from ikonzept_desktop.model.cell_values import value_in
from ikonzept_desktop.model.column_heads import NUMBER, columns_of, keys_for, likeness, title_of
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.table_numbers import parsed
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.values import dataclass

Rows = tuple[tuple[str, ...], ...]
_LOOKED_AT = 15
"""Rows among which the heads are sought: titles of lists stand above them."""
_PROBED = 200
_MOSTLY = 0.8
_TOLD_BY_CELLS = (FieldKind.CHOICE, FieldKind.DAY, FieldKind.YES_NO)
_WORDS = (FieldKind.LINE, FieldKind.RICH_TEXT)


class Way(Enum):
    """What the rows are to records that are there already."""

    NEW = "new"
    """All of them become new records after the others."""
    COMPLETE = "complete"
    """A row that is known fills what is empty in its record."""
    UPDATE = "update"
    """A row that is known replaces what its record says otherwise."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What becomes of a table."""

    columns: tuple[str, ...]
    """For each of its columns the key of a column of the field, NUMBER, or nothing."""
    header: int = -1
    """The row of the heads, from 0; -1 for none."""
    way: Way = Way.NEW
    key: str = ""
    """By what a known row is known: the key of a column, or NUMBER."""
    rest: bool = True
    """Whether what has no column of its own is added to the first running text, its head before it."""


def fitting(rows: Rows, type: FieldType) -> int:
    """Tell how many heads of a table name columns of a field: a field that none fits is hardly meant."""
    at = header_row(rows, type)
    return sum(map(bool, keys_for(rows[at], type))) if at >= 0 else 0


def head_of(mapping: Mapping, rows: Rows, column: int) -> str:
    """Give what stands over a column of the table, in one line; nothing without heads."""
    return " ".join(rows[mapping.header][column].split()) if mapping.header >= 0 else ""


def proposed(rows: Rows, type: FieldType, *, header: int | None = None) -> Mapping:
    """Propose what a table's columns mean, by their heads, else by what stands in them and by their order.

    Where the heads are is found out unless it is told.
    """
    if not rows:
        return Mapping(())
    at = header_row(rows, type) if header is None else header
    below = [row for row in rows[at + 1 :] if any(text.strip() for text in row)][:_PROBED]
    columns = keys_for(rows[at], type) if at >= 0 else _by_cells(below, len(rows[0]), type)
    columns = _with_title(columns, below, type)
    return Mapping(columns, at, key=first_key(columns, type))


def first_key(columns: Sequence[str], type: FieldType) -> str:
    """Give by what rows are best known: by the record's title, by another line, by its number."""
    keys = keys_offered(columns, type)
    return next((key for key in keys if key != NUMBER), keys[0] if keys else "")


def keys_offered(columns: Sequence[str], type: FieldType) -> tuple[str, ...]:
    """Give by what rows can be known: the lines that are taken over, in the field's order, and the number."""
    lines = (c.key for c in columns_of(type) if c.kind is FieldKind.LINE and c.key in columns)
    return (*lines, *((NUMBER,) if NUMBER in columns else ()))


def header_row(rows: Rows, type: FieldType) -> int:
    """Find the row of the heads, from 0: the one with most known words; -1 where the first row is like all others."""
    best, most = -1, 0
    for index, row in enumerate(rows[:_LOOKED_AT]):
        known = sum(max(likeness(text, c, type) for c in columns_of(type)) for text in row if text.strip())
        filled = sum(bool(text.strip()) for text in row)
        if known > most and 2 * sum(map(bool, keys_for(row, type))) >= filled:
            best, most = index, known
    return best if best >= 0 else _guessed_header(rows)


def _guessed_header(rows: Rows) -> int:
    """Take the first row for heads of unknown words where columns hold days or numbers below words."""
    if len(rows) < 2 or not all(text.strip() for text in rows[0]):
        return -1
    for column, head in enumerate(rows[0]):
        below = [row[column].strip() for row in rows[1:_PROBED] if row[column].strip()]
        if below and not _is_measured(head) and all(map(_is_measured, below)):
            return 0
    return -1


def _is_measured(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and (parsed(text) is not None or text.replace(".", "").isdigit())


def _by_cells(below: Sequence[tuple[str, ...]], width: int, type: FieldType) -> tuple[str, ...]:
    """Take columns for what their cells are: a day, a choice, an answer; those of words in the field's order."""
    found = [""] * width
    for column in columns_of(type):
        if column.kind in _TOLD_BY_CELLS:
            for place in range(width):
                if not found[place] and _fits(below, place, column):
                    found[place] = column.key
                    break
    words = [column.key for column in columns_of(type) if column.kind in _WORDS]
    for place in range(width):
        if not found[place] and words and any(row[place].strip() for row in below):
            found[place] = words.pop(0)
    return tuple(found)


def _fits(below: Sequence[tuple[str, ...]], place: int, column: FieldType) -> bool:
    filled = [row[place] for row in below if row[place].strip()]
    fitting = sum(_is_value(text, column) for text in filled)
    return bool(filled) and fitting >= _MOSTLY * len(filled)


def _is_value(text: str, column: FieldType) -> bool:
    value, misfit = value_in(text, column, lambda _type, _text: None, new_id)
    return value is not None and misfit is None


def _with_title(columns: tuple[str, ...], below: Sequence[tuple[str, ...]], type: FieldType) -> tuple[str, ...]:
    """Take the first column of words for the record's title where no head names one."""
    title = title_of(type)
    if title is None or title.key in columns:
        return columns
    for place, key in enumerate(columns):
        filled = [row[place] for row in below if row[place].strip()]
        if not key and 2 * len(filled) > len(below) and any(parsed(text) is None for text in filled):
            return (*columns[:place], title.key, *columns[place + 1 :])
    return columns
