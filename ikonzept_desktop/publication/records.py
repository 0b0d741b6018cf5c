"""Records as a table, as titled boxes or as a list, after the template."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import FieldValue, Record, RichText, value_of
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import FieldType, RecordForm
from ikonzept_desktop.publication.blocks import elements, pieces
from ikonzept_desktop.publication.ids import field_id, header_cell_id, header_id, number_id, table_id
from ikonzept_desktop.publication.order import (
    column_blocks,
    displays_of,
    in_one_line,
    is_printed,
    title_column,
    words_of,
)
from ikonzept_desktop.publication.runs import Writer, added_runs, joined, runs_text
from ikonzept_desktop.publication.short_values import short_runs
from ikonzept_desktop.publication.tables import shares
from ikonzept_desktop.publication.tree import (
    BoxElement,
    BoxLine,
    Element,
    ListElement,
    ListEntry,
    Piece,
    Runs,
    TableCell,
    TableElement,
    TableRow,
    TextElement,
)
from ikonzept_desktop.values import dataclass

_NUMBER_HEADER = "Nr."
_NARROWEST, _WIDEST = 8, 48


@dataclass(frozen=True, slots=True)
class _Printed:
    """The records of a field with the columns that are printed of them."""

    section: Section
    type: FieldType
    records: tuple[Record, ...]
    columns: tuple[FieldType, ...]
    writer: Writer

    @property
    def has_numbers(self) -> bool:
        return bool(self.type.numbering)

    def number(self, record: Record) -> str:
        return self.writer.labels.number(record.id)

    def runs(self, record: Record, column: FieldType) -> Runs:
        """Set a short value in a line."""
        value = _value(record, column)
        return () if value is None else short_runs(value, column, self.writer.labels)

    def pieces(self, record: Record, column: FieldType) -> tuple[Piece, ...]:
        """Set a value line by line; tables and figures in it are set apart, see `_displays`."""
        value = _value(record, column)
        if isinstance(value, RichText):
            return pieces(words_of(value.blocks), self.writer)
        return (Piece(field_id(record.id, column.key), self.runs(record, column)),)


def record_elements(
    section: Section, type: FieldType, records: tuple[Record, ...], writer: Writer
) -> Iterator[Element]:
    """Resolve the records of a field; a column that is empty in all of them is left out."""
    columns = tuple(column for column in type.columns if is_printed(column) and _is_used(column, records))
    printed = _Printed(section, type, records, columns, writer)
    match type.form:
        case RecordForm.BOXES:
            yield from (_box(printed, record) for record in records)
        case RecordForm.TABLE:
            yield _table(printed)
        case RecordForm.LIST:
            yield _list(printed)
    if in_one_line(type.form):
        yield from _displays(printed)


def _is_used(column: FieldType, records: Iterable[Record]) -> bool:
    return any(not is_blank(value_of(record.fields, column.key)) for record in records)


def _value(record: Record, column: FieldType) -> FieldValue | None:
    value = value_of(record.fields, column.key)
    return None if is_blank(value) else value


def _displays(printed: _Printed) -> Iterator[Element]:
    """Set below what found no room in cells and lines."""
    texts = (column_blocks(record, column) for record in printed.records for column in printed.columns)
    return elements(tuple(chain.from_iterable(map(displays_of, texts))), printed.writer)


def _split_title(printed: _Printed) -> tuple[FieldType | None, list[FieldType]]:
    title = title_column(printed.type)
    return (title if title in printed.columns else None), [column for column in printed.columns if column != title]


def _title_id(printed: _Printed, record: Record) -> str:
    title, _ = _split_title(printed)
    return field_id(record.id, title.key) if title else ""


# Boxes


def _box(printed: _Printed, record: Record) -> BoxElement:
    title, others = _split_title(printed)
    words = runs_text(printed.runs(record, title)) if title else ""
    filled = tuple(_box_line(printed, record, column) for column in others if _value(record, column) is not None)
    return BoxElement(record.id, printed.number(record), words, filled, _title_id(printed, record))


def _box_line(printed: _Printed, record: Record, column: FieldType) -> BoxLine:
    value = _value(record, column)
    if isinstance(value, RichText):
        content = tuple(elements(value.blocks, printed.writer))
    else:
        content = (TextElement(field_id(record.id, column.key), printed.runs(record, column)),)
    return BoxLine(column.label if column.heading else "", content)


# A list


def _list(printed: _Printed) -> ListElement:
    """Count the entries if their numbers are the plain count; any other number is set before the title."""
    counted = all(printed.number(record) == str(count) for count, record in enumerate(printed.records, start=1))
    entries = []
    for count, record in enumerate(printed.records, start=1):
        parts = tuple(_entry_pieces(printed, record, counted)) or (Piece(_title_id(printed, record), ()),)
        runs = joined(piece.runs for piece in parts)
        entries.append(ListEntry(record.id, runs, count if counted else 0, pieces=parts))
    return ListElement(counted, 0, tuple(entries))


def _entry_pieces(printed: _Printed, record: Record, counted: bool) -> Iterator[Piece]:
    title, others = _split_title(printed)
    number = "" if counted else printed.number(record)
    head = (added_runs(f"{number} ", Marks.BOLD) if number else ()) + (printed.runs(record, title) if title else ())
    if head:
        yield Piece(_title_id(printed, record), head)
    for column in others:
        if _value(record, column) is not None:
            yield from _labelled(printed, record, column)


def _labelled(printed: _Printed, record: Record, column: FieldType) -> Iterator[Piece]:
    """Set the lines of a field, its label before the first; one of nothing but tables and figures has none."""
    label = added_runs(f"{column.label}: ", Marks.BOLD) if column.heading else ()
    first, *rest = printed.pieces(record, column) or (Piece(field_id(record.id, column.key), ()),)
    if label or first.runs:
        yield Piece(first.id, label + first.runs)
    yield from rest


# A table


def _table(printed: _Printed) -> TableElement:
    section, key = printed.section.id, printed.type.key
    rows = [_row(printed, record) for record in printed.records]
    heads = [column.label for column in printed.columns]
    if printed.has_numbers:
        heads.insert(0, _NUMBER_HEADER)
    return TableElement(
        table_id(section, key),
        label="",
        caption=(),
        widths=shares(_widths(heads, rows, printed.has_numbers)),
        rows=(_header(section, key, heads), *rows),
    )


def _header(section: str, key: str, heads: Sequence[str]) -> TableRow:
    cells = (
        TableCell(header_cell_id(section, key, column), added_runs(head), column, header=True)
        for column, head in enumerate(heads)
    )
    return TableRow(header_id(section, key), tuple(cells))


def _row(printed: _Printed, record: Record) -> TableRow:
    number = TableCell(number_id(record.id), added_runs(printed.number(record)), 0)
    first = (number,) if printed.has_numbers else ()
    others = (_cell(printed, record, column, index) for index, column in enumerate(printed.columns, start=len(first)))
    return TableRow(record.id, (*first, *others))


def _cell(printed: _Printed, record: Record, column: FieldType, index: int) -> TableCell:
    parts = printed.pieces(record, column)
    runs = joined(piece.runs for piece in parts)
    is_text = isinstance(_value(record, column), RichText)
    return TableCell(field_id(record.id, column.key), runs, index, pieces=parts if is_text else ())


def _widths(heads: Sequence[str], rows: Sequence[TableRow], numbered: bool) -> Iterator[float]:
    """Give each column room for its longest line, within bounds, and always for its longest word. characters"""
    for column, head in enumerate(heads):
        texts = [head, *(runs_text(row.cells[column].runs) for row in rows)]
        longest = max(len(line) for text in texts for line in text.split("\n"))
        word = max(len(word) for text in texts for word in (text.split() or [""]))
        if numbered and column == 0:
            yield float(longest + 2)
        else:
            yield float(max(word, min(max(longest, _NARROWEST), _WIDEST)))
