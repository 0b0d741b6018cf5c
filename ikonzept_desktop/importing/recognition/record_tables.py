"""Tables whose heads are those of records: a row each, or a whole table of labels and values each."""

import re
from collections.abc import Sequence

from ikonzept_desktop.importing.recognition.lines import in_one_line
from ikonzept_desktop.importing.recognition.vocabulary import COLUMNS, NUMBER_HEADS
from ikonzept_desktop.importing.recognition.words import bare_key, key
from ikonzept_desktop.model.blocks import Cell, Table
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind
from ikonzept_desktop.values import dataclass

_FEWEST = 2
_FEWEST_ROWS = 3
_LABEL_AND_VALUE = 2
_MOST_ROWS_OF_ONE = 40
_NUMBER_BEHIND = re.compile(r"\s*(?:[A-Z][A-Za-z]{0,3}\s?)?\d+(?:\.\d+)*\.?:?$")
"""Behind the name of a record as a label: `Maßnahme S 1`."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table that can be records of a field."""

    field: FieldType
    columns: tuple[str, ...]
    """For each column of the table, or each row, the key of a column of the field, or nothing."""
    by_rows: bool
    is_sure: bool
    has_heads: bool = False
    """Whether its first row heads the columns, though nothing marks it so."""


def record_table(kind: SectionKind, table: Table, near: FieldType | None) -> RecordTable | None:
    """Give the field of a kind whose columns are a table's heads, the one it stands below first; None where none is."""
    of_records = (field for field in kind.fields if field.kind is FieldKind.RECORDS)
    fields = [field for field in of_records if not (field.hidden or field.internal)]
    best: RecordTable | None = None
    most = 0
    for field in sorted(fields, key=lambda field: field is not near):
        found, count = _as_rows(field, table)
        if found is None:
            found, count = _as_columns(field, table, is_named=field is near)
        if found is not None and count > most:
            best, most = found, count
    return best


def _as_columns(field: FieldType, table: Table, *, is_named: bool) -> tuple[RecordTable | None, int]:
    heads = _heads(table)
    wanted = [at for at, head in enumerate(heads) if head and key(head) not in NUMBER_HEADS]
    if not wanted:
        return None, 0
    found = _matched(field, heads)
    count = len(found)
    fewest = 1 if is_named and len(wanted) == 1 else _FEWEST
    if count < fewest or 2 * count < len(wanted):
        return None, 0
    is_marked = table.header_rows > 0
    if not is_marked and (count < _FEWEST or 4 * count < 3 * len(wanted)):
        return None, 0
    columns = tuple(found.get(at, "") for at in range(len(heads)))
    columns = _with_title(field, columns, wanted)
    is_sure = is_named or 4 * count >= 3 * len(wanted)
    return RecordTable(field, columns, by_rows=False, is_sure=is_sure, has_heads=not is_marked), count


def _with_title(field: FieldType, columns: tuple[str, ...], wanted: Sequence[int]) -> tuple[str, ...]:
    """Let the first column that is left be the title, where nothing else is and it stands before all others."""
    title = _title(field)
    first = wanted[0]
    if title is None or title.key in columns or columns[first]:
        return columns
    return (*columns[:first], title.key, *columns[first + 1 :])


def _as_rows(field: FieldType, table: Table) -> tuple[RecordTable | None, int]:
    rows = table.rows
    if len(table.columns) != _LABEL_AND_VALUE or not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS_OF_ONE:
        return None, 0
    labels = [_words(row.cells[0]).rstrip(": ") if len(row.cells) == _LABEL_AND_VALUE else "" for row in rows]
    found = _matched(field, labels)
    wanted = sum(map(bool, labels))
    title = _title(field)
    if title is not None and title.key not in found.values() and not labels[0] and rows[0].cells:
        found[0] = title.key
    if len(found) < _FEWEST_ROWS or 2 * len(found) < wanted:
        return None, 0
    columns = tuple(found.get(at, "") for at in range(len(rows)))
    return RecordTable(field, columns, by_rows=True, is_sure=title is not None and title.key in columns), len(found)


def _heads(table: Table) -> list[str]:
    """Give the words above each column, of a table whose heads are not marked those of its first row.

    Nothing for a table of one row, or with heads that span several columns.
    """
    width = len(table.columns)
    if table.header_rows > 1 or len(table.rows) < 2 or len(table.rows[0].cells) != width:
        return []
    return [_words(cell) for cell in table.rows[0].cells]


def _words(cell: Cell) -> str:
    return in_one_line(plain(cell.inlines))


def _title(field: FieldType) -> FieldType | None:
    return next((column for column in field.columns if column.kind is FieldKind.LINE), None)


def _matched(field: FieldType, heads: Sequence[str]) -> dict[int, str]:
    """Give the columns that heads name, by their index: by the very label before what means the same."""
    found: dict[int, str] = {}
    for matches in (_is_label, _means_record, _means_same):
        for at, head in enumerate(heads):
            if at not in found and head and key(head) not in NUMBER_HEADS:
                free = (column for column in field.columns if column.key not in found.values())
                column = next((column for column in free if matches(field, column, head)), None)
                if column is not None:
                    found[at] = column.key
    return found


def _is_label(_: FieldType, column: FieldType, head: str) -> bool:
    return not column.internal and key(head) == key(column.label)


def _means_record(field: FieldType, column: FieldType, head: str) -> bool:
    """Tell whether the head says what a record is called, and the column is the record's title."""
    own = {key(field.singular), key(field.label)} - {""}
    return column is _title(field) and not own.isdisjoint((key(head), key(_NUMBER_BEHIND.sub("", head))))


def _means_same(_: FieldType, column: FieldType, head: str) -> bool:
    if column.hidden or column.internal:
        return False
    label = {key(column.label), bare_key(column.label)}
    said = {key(head), bare_key(head)}
    return any(not label.isdisjoint(group) and not said.isdisjoint(group) for group in COLUMNS)
