"""Rows of a foreign table as records of a field, in one edit, with all that did not fit told."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import ListItem, Paragraph, plain_text
from ikonzept_desktop.model.cell_values import Misfit, blocks_in, in_one_line, value_in
from ikonzept_desktop.model.column_heads import NUMBER, columns_of
from ikonzept_desktop.model.edits import ReplaceRecords
from ikonzept_desktop.model.fields import (
    Day,
    Field,
    FieldAddress,
    FieldValue,
    Line,
    Record,
    RichText,
    value_of,
)
from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import LineBreak, Text
from ikonzept_desktop.model.sheet_mapping import Mapping, Rows, Way, head_of
from ikonzept_desktop.model.taken_rows import Kind, Taken, Told, Words
from ikonzept_desktop.model.template import FieldKind, FieldType

_TEXTS_TOLD = 3
_MISFITS = {
    Misfit.DAY: Kind.DAY,
    Misfit.CHOICE: Kind.CHOICE,
    Misfit.ANSWER: Kind.ANSWER,
    Misfit.LINK: Kind.LINK,
}


def taken(
    rows: Rows,
    mapping: Mapping,
    type: FieldType,
    address: FieldAddress,
    present: tuple[Record, ...],
    words: Words,
    *,
    numbers: Sequence[int] = (),
    ids: IdSource = new_id,
) -> Taken:
    """Make records of a table's rows; `numbers` counts the rows as the table does, else from 1."""
    work = _Work(rows, mapping, type, words, ids, list(present))
    for index, row in enumerate(rows):
        number = numbers[index] if numbers else index + 1
        if index < mapping.header:
            work.tell_above(row, number)
        elif index > mapping.header:
            work.take(row, number)
    return Taken(_edit(address, present, work.records), work.new, work.changed, work.same, work.empty, work.told())


def rest_column(type: FieldType) -> FieldType | None:
    """Give the column that takes what has none of its own: a running text that is printed, any other, or a line."""
    columns = columns_of(type)
    texts = [column for column in columns if column.kind is FieldKind.RICH_TEXT]
    lines = [column for column in columns if column.kind is FieldKind.LINE]
    printed = (column for column in texts if column.printed and not column.internal)
    return next(printed, None) or next(iter(texts), None) or next(reversed(lines), None)


def _edit(address: FieldAddress, before: tuple[Record, ...], after: list[Record]) -> ReplaceRecords | None:
    start = 0
    while start < len(before) and after[start] is before[start]:
        start += 1
    old, new = before[start:], tuple(after[start:])
    while old and new and old[-1] is new[-1]:
        old, new = old[:-1], new[:-1]
    return ReplaceRecords(address, start, old, new) if new else None


@dataclass(slots=True)
class _Row:
    """What a row says: values by column, and what goes with the rest."""

    values: dict[str, FieldValue] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    """The column of the table that each value stands in."""
    rest: list[tuple[str, str]] = field(default_factory=list)
    """Heads and texts."""


@dataclass(slots=True)
class _Work:
    """Goes through the rows one by one."""

    rows: Rows
    mapping: Mapping
    type: FieldType
    words: Words
    ids: IdSource
    records: list[Record]
    new: int = 0
    changed: int = 0
    same: int = 0
    empty: int = 0
    found: dict[tuple[Kind, int], list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    known: dict[str, list[int]] = field(init=False)
    by_key: dict[str, FieldType] = field(init=False)

    def __post_init__(self) -> None:
        self.by_key = {column.key: column for column in columns_of(self.type)}
        self.known = defaultdict(list)
        if self.mapping.way is not Way.NEW:
            for place, record in enumerate(self.records):
                self.known[self._key_of(record, place)].append(place)

    def told(self) -> tuple[Told, ...]:
        """Give what was told, by kind and column."""
        order = list(Kind)
        entries = sorted(self.found.items(), key=lambda entry: (order.index(entry[0][0]), entry[0][1]))
        return tuple(
            Told(kind, column, tuple(row for row, _ in cells), tuple(text for _, text in cells[:_TEXTS_TOLD]))
            for (kind, column), cells in entries
        )

    def tell_above(self, row: tuple[str, ...], number: int) -> None:
        """Tell what stands above the heads."""
        for column, text in enumerate(row):
            if text.strip():
                self._tell(Kind.ABOVE, column, number, text)

    def take(self, row: tuple[str, ...], number: int) -> None:
        """Make a record of a row, or put it into the one it is known to be."""
        if not any(text.strip() for text in row):
            self.empty += 1
            return
        place = self._place_of(row)
        read = self._read(row, number, place)
        if place is None:
            self._add_rest(read.values, read.rest)
            self.records.append(Record(self.ids(), _fields(read.values)))
            self.new += 1
            return
        before = self.records[place]
        after = self._merged(before, read, number)
        self.records[place] = before if after == before else after
        self.same += after == before
        self.changed += after != before

    def _read(self, row: tuple[str, ...], number: int, place: int | None) -> _Row:
        read = _Row()
        for column, text in enumerate(row):
            key = self.mapping.columns[column]
            if not text.strip():
                continue
            if key == NUMBER:
                self._read_number(read, column, text, number, place)
            elif key in self.by_key:
                self._read_cell(read, column, text, number)
            else:
                self._read_rest(read, column, text, number)
        return read

    def _read_number(self, read: _Row, column: int, text: str, number: int, place: int | None) -> None:
        """Let the number go that the record gets anyway."""
        given = self.words.number((len(self.records) if place is None else place) + 1)
        said = folded("".join(text.split())).rstrip(".")
        if said.isdigit() and said != folded("".join(given.split())):
            self._tell(Kind.NUMBER, column, number, text)
        elif said != folded("".join(given.split())).rstrip("."):
            self._read_rest(read, column, text, number)  # other documents may name it

    def _read_rest(self, read: _Row, column: int, text: str, number: int) -> None:
        wanted = self.mapping.rest and rest_column(self.type) is not None
        if wanted:
            read.rest.append((self._head(column), text))
        self._tell(Kind.REST if wanted else Kind.LEFT, column, number, text)

    def _read_cell(self, read: _Row, column: int, text: str, number: int) -> None:
        type = self.by_key[self.mapping.columns[column]]
        value, misfit = value_in(text, type, self.words.links, self.ids)
        if misfit is not None:
            self._tell(_MISFITS[misfit], column, number, text)
        if value is not None and type.key in read.values:
            self._add_to(read, value, column, text, number)
        elif value is not None:
            read.values[type.key], read.at[type.key] = value, column
        else:
            read.rest.append((self._head(column), text))

    def _add_to(self, read: _Row, value: FieldValue, column: int, text: str, number: int) -> None:
        """Add a second cell of the same column; where that holds only one, it goes with the rest."""
        key = self.mapping.columns[column]
        joined = _joined(read.values[key], value)
        if joined is not None:
            read.values[key] = joined
        else:
            read.rest.append((self._head(column), text))
            self._tell(Kind.REST, column, number, text)

    def _head(self, column: int) -> str:
        """Give what stands over a column of the table, or over that of the field."""
        type = self.by_key.get(self.mapping.columns[column])
        return head_of(self.mapping, self.rows, column) or (type.label if type else "")

    def _merged(self, record: Record, read: _Row, number: int) -> Record:
        values = {each.key: each.value for each in record.fields}
        for key, value in read.values.items():
            now = values.get(key)
            if key == self.mapping.key or (now is not None and self._same(now, value, self.by_key[key])):
                continue
            if now is None or is_blank(now) or (self.mapping.way is Way.UPDATE and _is_words_alone(now)):
                values[key] = value
            else:
                self._tell(Kind.KEPT, read.at[key], number, self.words.said(value, self.by_key[key]))
        self._add_rest(values, read.rest)
        return Record(record.id, _fields(values))

    def _same(self, now: FieldValue, value: FieldValue, type: FieldType) -> bool:
        return now == value or _plain(self.words.said(now, type)) == _plain(self.words.said(value, type))

    def _add_rest(self, values: dict[str, FieldValue], rest: list[tuple[str, str]]) -> None:
        """Add what has no column of its own, where the record does not hold it already."""
        column = rest_column(self.type)
        if column is None or not rest:
            return
        now = values.get(column.key)
        said = dict.fromkeys(f"{head}: {in_one_line(text)}" if head else in_one_line(text) for head, text in rest)
        if isinstance(now, RichText | None) and column.kind is FieldKind.RICH_TEXT:
            there = {plain_text(block) for block in now.blocks} if now else set()
            more = blocks_in("\n".join(line for line in said if line not in there), self.ids)
            values[column.key] = RichText(((*now.blocks, *more)) if now else more)
        else:
            text = now.text if isinstance(now, Line) else ""
            values[column.key] = Line("; ".join(filter(None, (text, *(line for line in said if line not in text)))))

    def _place_of(self, row: tuple[str, ...]) -> int | None:
        if self.mapping.way is Way.NEW or self.mapping.key not in self.mapping.columns:
            return None
        key = _folded_key(row[self.mapping.columns.index(self.mapping.key)])
        places = self.known.get(key) if key else None
        return places.pop(0) if places else None

    def _key_of(self, record: Record, place: int) -> str:
        if self.mapping.key == NUMBER:
            return _folded_key(self.words.number(place + 1))
        value = value_of(record.fields, self.mapping.key)
        return _folded_key(value.text) if isinstance(value, Line) else ""

    def _tell(self, kind: Kind, column: int, row: int, text: str) -> None:
        self.found[kind, column].append((row, in_one_line(text)))


def _fields(values: dict[str, FieldValue]) -> tuple[Field, ...]:
    return tuple(Field(key, value) for key, value in values.items())


def _joined(first: FieldValue, second: FieldValue) -> FieldValue | None:
    """Give two cells of the same column as one value; None where it holds only one."""
    match first, second:
        case Line(text=one), Line(text=other):
            return Line(in_one_line(f"{one}\n{other}"))
        case RichText(blocks=one), RichText(blocks=other):
            return RichText((*one, *other))
        case _:
            return None


def _is_words_alone(value: FieldValue) -> bool:
    """Tell whether a value holds nothing but words: a text with notes, tables or remarks is not to be replaced."""
    match value:
        case RichText(blocks=blocks):
            return all(
                isinstance(block, Paragraph | ListItem)
                and all(
                    isinstance(inline, LineBreak)
                    or (isinstance(inline, Text) and not inline.link and not inline.comments)
                    for inline in block.inlines
                )
                for block in blocks
            )
        case Day(day=day, draft=draft):
            return not (day and draft)
        case _:
            return True


def _folded_key(text: str) -> str:
    return folded(" ".join(text.split()))


def _plain(text: str) -> str:
    return " ".join(text.split())
