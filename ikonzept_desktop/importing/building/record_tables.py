"""Records out of tables: a row each, or a whole table of labels and values each."""

from collections.abc import Iterator

from ikonzept_desktop.importing.building.cell_texts import cell_blocks
from ikonzept_desktop.importing.building.drafts import Bit, Draft
from ikonzept_desktop.importing.building.filling import Filling
from ikonzept_desktop.importing.building.links import Waiting
from ikonzept_desktop.importing.building.records import RecordsHand
from ikonzept_desktop.importing.building.short_values import short_value
from ikonzept_desktop.importing.building.wording import in_one_line, letters, listed, notes_in
from ikonzept_desktop.importing.plan import Entry
from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import Cell, Paragraph, Table
from ikonzept_desktop.model.fields import Line
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.table_grid import Placed, placed_cells
from ikonzept_desktop.model.template import FieldKind, FieldType

_NUMBER_HEADS = frozenset({"nr", "nummer", "lfdnr", "laufendenummer", "lfdnummer", "no", "nro", "ziffer"})
_OLD_NUMBER_LABEL = "herkunft"


def records_of_table(filling: Filling, draft: Draft, type: FieldType, bit: Bit, entry: Entry) -> None:
    """Make records of a table as the entry says; nothing of it is lost, words without a column go to running text."""
    table = bit.block
    assert isinstance(table, Table)
    hand = RecordsHand(filling, draft, type)
    if hand.title is None:
        filling.write_text(draft, [bit])
        return
    if bit.piece >= 0:
        filling.places[bit.piece] = (draft.id, "")
    around = [Bit(Paragraph(filling.ids(), line)) for line in (table.caption, table.source) if not is_blank_line(line)]
    filling.as_text(draft, "", around)
    made = _of_rows(hand, table, entry) if entry.by_rows else _of_columns(hand, table, entry, bit.piece)
    first = next(iter(made), "")
    if bit.piece >= 0 and len(made) == 1:
        filling.records[bit.piece] = first
    filling.telling.tell("table_records", place=draft.title, about=str(len(made)))


def _of_columns(hand: RecordsHand, table: Table, entry: Entry, piece: int) -> list[str]:
    """Make a record of each row below the heads; remember which it is, for pointers that lead to the row."""
    count = table.header_rows or int(entry.has_heads)
    heads, rows = _heads_and_rows(hand, table, count)
    width = len(table.columns)
    columns = [_column(hand.type, entry.columns[at] if at < len(entry.columns) else "") for at in range(width)]
    made: list[str] = []
    over: dict[FieldType, Placed] = {}
    """What goes on from a row above."""
    for at, row in enumerate(rows, start=count):
        over = {column: cell for column, cell in over.items() if cell.end_row > at}
        cells = [cell for cell in row if not is_blank_line(cell.cell.inlines)]
        if not cells:
            continue
        if len(row) == 1 and row[0].cell.column_span == width > 1:
            _stay(hand, "", row[0].cell)
            continue
        if not made or hand.title not in over:
            made.append(hand.begin())
            for wide, cell in over.items():
                _repeat(hand, made[-1], wide, cell.cell)
        hand.filling.rows[piece, at] = made[-1]
        for cell in sorted(cells, key=lambda cell: columns[cell.column] is not hand.title):
            column = next((columns[at] for at in range(cell.column, cell.end_column) if columns[at]), None)
            _fill(hand, made[-1], column, heads[cell.column], cell.cell)
            if column is not None:
                over[column] = cell
    return made


def _repeat(hand: RecordsHand, record: str, column: FieldType, cell: Cell) -> None:
    """Say of a record what a cell beside several rows says of all of them, where that is a short value."""
    found = short_value(column, (cell.inlines,), None, hand.filling.pointers)
    if found is not None and column is not hand.title:
        hand.put(record, column, found.value)


def _heads_and_rows(hand: RecordsHand, table: Table, count: int) -> tuple[list[str], list[list[Placed]]]:
    rows: list[list[Placed]] = [[] for _ in table.rows]
    for placed in placed_cells(table):
        rows[placed.row].append(placed)
    heads = [""] * len(table.columns)
    for placed in (placed for row in rows[:count] for placed in row):
        words = in_one_line(hand.filling.plain(placed.cell.inlines))
        if words:
            hand.filling.telling.tell("column_head", words, place=hand.draft.title)
        if notes_in(placed.cell.inlines):
            _stay(hand, words, placed.cell, notes_only=True)
        for column in range(placed.column, min(placed.end_column, len(heads))):
            heads[column] = f"{heads[column]} {words}".strip()
    return heads, rows[count:]


def _of_rows(hand: RecordsHand, table: Table, entry: Entry) -> list[str]:
    """Make one record of a table whose rows are label and value; a row of one cell alone is its value."""
    record = hand.begin()
    rows: list[list[Placed]] = [[] for _ in table.rows]
    for placed in placed_cells(table):
        rows[placed.row].append(placed)
    pairs = [(_column(hand.type, key), row) for key, row in zip(_keys(entry, len(rows)), rows, strict=True)]
    for column, row in sorted(pairs, key=lambda pair: pair[0] is not hand.title or not pair[1]):
        label, values = (row[0].cell, row[1:]) if len(row) > 1 else (None, row)
        words = in_one_line(hand.filling.plain(label.inlines)) if label else ""
        if words:
            hand.filling.telling.tell("column_head", words, place=hand.draft.title)
        if label is not None and notes_in(label.inlines):
            _stay(hand, words, label, notes_only=True)
        for value in values:
            _fill(hand, record, column, words.rstrip(": "), value.cell)
    return [record]


def _keys(entry: Entry, count: int) -> Iterator[str]:
    return (entry.columns[at] if at < len(entry.columns) else "" for at in range(count))


def _column(type: FieldType, key: str) -> FieldType | None:
    return next((column for column in type.columns if column.key == key), None)


def _stay(hand: RecordsHand, label: str, cell: Cell, *, notes_only: bool = False) -> None:
    """Leave the words of a cell, or its notes, in the section's text."""
    ids = hand.filling.ids
    blocks = [Paragraph(ids(), notes_in(cell.inlines))] if notes_only else cell_blocks(cell.inlines, ids)
    hand.filling.as_text(hand.draft, label, [Bit(block) for block in blocks])


def _fill(hand: RecordsHand, record: str, column: FieldType | None, head: str, cell: Cell) -> None:
    """Put the words of a cell where they belong: into its column, else with its head into running text."""
    inlines = cell.inlines
    if is_blank_line(inlines):
        return
    if column is None:
        if letters(head) not in _NUMBER_HEADS or not _number(hand, record, inlines):
            hand.write(record, _blocks(hand, inlines), head)
    elif column is hand.title:
        words = ", ".join(filter(None, (hand.title_of(record), listed(hand.filling.plain(inlines)))))
        hand.name(record, words)
        if notes_in(inlines):
            hand.write(record, [Bit(Paragraph(hand.filling.ids(), notes_in(inlines)))])
    elif column.kind is FieldKind.RICH_TEXT:
        hand.write(record, _blocks(hand, inlines), column=column)
    elif column.kind is FieldKind.LINKS:
        bits = tuple(_blocks(hand, inlines))
        hand.filling.waiting.append(Waiting(hand.draft, column, (inlines,), bits, hand.type, record))
    else:
        _short(hand, record, column, head, inlines)


def _short(hand: RecordsHand, record: str, column: FieldType, head: str, inlines: Inlines) -> None:
    found = short_value(column, (inlines,), hand.value(record, column), hand.filling.pointers)
    if found is None:
        hand.write(record, _blocks(hand, inlines), column.label)
        hand.filling.telling.tell("stays_text", place=hand.draft.title, about=column.label)
        return
    hand.put(record, column, found.value)
    if found.words:
        hand.filling.telling.tell("read_value", found.words, place=hand.draft.title, about=column.label or head)


def _number(hand: RecordsHand, record: str, inlines: Inlines) -> bool:
    """Take a record's typed number: computed now, or kept as that of before; False where there is no room for it."""
    words = in_one_line(hand.filling.plain(inlines))
    if notes_in(inlines):
        return False
    if hand.is_computed(record, words):
        return True
    origin = next((column for column in hand.type.columns if letters(column.label) == _OLD_NUMBER_LABEL), None)
    if origin is None and hand.type.numbering:
        hand.filling.telling.tell("record_number", words, place=hand.draft.title, about=hand.title_of(record))
        return True
    if origin is None or origin.kind is not FieldKind.LINE:
        return False
    known = hand.value(record, origin)
    before = known.text if isinstance(known, Line) else ""
    hand.put(record, origin, Line("; ".join(filter(None, (before, f"Nr. {words}")))))
    return True


def _blocks(hand: RecordsHand, inlines: Inlines) -> Iterator[Bit]:
    return (Bit(block) for block in cell_blocks(inlines, hand.filling.ids))
