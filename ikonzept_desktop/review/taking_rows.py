"""Rows of tables that are new or struck out: those of a table in a text, and those that print records."""

from dataclasses import replace

from ikonzept_desktop.model import tables
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Cell, Row, Table, named_lines
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, ReplaceRecords, SetField, compound
from ikonzept_desktop.model.fields import Field, FieldAddress, FieldValue, Record, RichText, value_of
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.model.table_grid import Grid
from ikonzept_desktop.model.tables import Axis
from ikonzept_desktop.model.template import FieldKind, FieldType, RecordForm
from ikonzept_desktop.publication.block_ids import Spot
from ikonzept_desktop.publication.order import is_printed
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.line_view import inlines_of
from ikonzept_desktop.review.placing import Behind, behind
from ikonzept_desktop.review.standing import Standing
from ikonzept_desktop.review.taking_texts import fresh
from ikonzept_desktop.review.values_read import value_read


def edit_of_new_row(standing: Standing, kept: KeptProposal, wanted: str) -> Edit | None:
    """Give the edit that writes a row after the one that a proposal names."""
    ground = standing.ground(kept)
    found = behind(standing, kept, ground, kept.behind)
    spot = found.spot
    texts = wanted.split("\t")
    earlier = [
        row
        for id in found.passed
        for row in standing.taken.rows_after(kept.version, id, kept.place if id == ground.id else None)
    ]
    if standing.form(spot.address) is RecordForm.TABLE:
        return _new_record(standing, spot.address, texts, earlier)
    block = standing.find_block(spot)
    if not isinstance(block, Table):
        raise NotByItself(Reason.TABLE)
    at = _row_of(block, spot.line) + 1
    for row in earlier:
        if at < len(block.rows) and _said(standing, block.rows[at]) == row.replace(PARAGRAPH_END, "\n"):
            at += 1
    made = tables.insert(block, Axis.ROWS, at, ids=standing.ids)
    if made is None or len(texts) > len(made.rows[at].cells):
        raise NotByItself(Reason.TABLE)
    filled = _filled(made.rows[at], texts)
    after = replace(made, rows=(*made.rows[:at], filled, *made.rows[at + 1 :]))
    return ReplaceBlocks(spot.address, standing.blocks(spot.address).index(block), (block,), (after,))


def edit_of_struck_row(standing: Standing, kept: KeptProposal) -> Edit | None:
    """Give the edit that takes a row out; None where it is gone."""
    standing.ground(kept)
    spots = [spot for ground in kept.grounds if (spot := standing.spot(ground.id)) is not None]
    if not spots:
        return None
    _require_unchanged(standing, kept)
    if all(spot.address.record for spot in spots):
        return emptied(standing, tuple(dict.fromkeys(spot.address for spot in spots)))
    return _without_row(standing, spots)


def row_moved(standing: Standing, kept: KeptProposal, spot: Spot, found: Behind) -> Edit | None:
    """Give the edit that puts the row of a cell behind another row of its table; None where it is there."""
    table = standing.find_block(spot)
    is_plain = isinstance(table, Table) and Grid(table).plain
    if not isinstance(table, Table) or not is_plain or found.spot.block != spot.block:
        raise NotByItself(Reason.TABLE)
    moved = table.rows[_row_of(table, spot.line)]
    rest = tuple(row for row in table.rows if row is not moved)
    at = _row_of(replace(table, rows=rest), found.spot.line) + 1
    if moved.id == table.rows[_row_of(table, found.spot.line)].id and found.spot.line:
        raise NotByItself(Reason.TABLE)  # from one cell to another of the same row
    earlier = set(standing.taken.moved_after(kept.version, found.wanted, kept.order))
    while at < len(rest) and any(cell.id in earlier for cell in rest[at].cells):
        at += 1
    rows = (*rest[:at], moved, *rest[at:])
    if rows == table.rows:
        return None
    place = standing.blocks(spot.address).index(table)
    return ReplaceBlocks(spot.address, place, (table,), (replace(table, rows=rows),))


def emptied(standing: Standing, addresses: tuple[FieldAddress, ...]) -> Edit | None:
    """Give the edit that empties fields of one record; where it would say nothing then, the record goes."""
    first = addresses[0]
    field = FieldAddress(first.section, first.field)
    records = standing.records(field).records
    at = next((at for at, each in enumerate(records) if each.id == first.record), -1)
    if at < 0 or any(address.record != first.record for address in addresses):
        raise GroundShifted
    columns = {address.column for address in addresses}
    shown = {column.key for column in standing.type(field).columns if is_printed(column)}
    said = {each.key for each in records[at].fields if each.key in shown and not is_blank(each.value)}
    if said <= columns:
        return ReplaceRecords(field, at, (records[at],), ())
    values = ((address, standing.value(address)) for address in addresses)
    return compound(SetField(address, value, None) for address, value in values if value is not None)


def _require_unchanged(standing: Standing, kept: KeptProposal) -> None:
    for ground in kept.grounds:
        if not standing.is_gone(ground.id):
            strand = standing.strand(kept, ground)
            if standing.shown(strand.line) != strand.base:
                raise GroundShifted


def _without_row(standing: Standing, spots: list[Spot]) -> Edit:
    spot = spots[0]
    block = standing.find_block(spot)
    if not isinstance(block, Table) or any(each.block != spot.block for each in spots):
        raise NotByItself(Reason.TABLE)
    rows = {_row_of(block, each.line) for each in spots}
    if len(rows) != 1 or -1 in rows:
        raise NotByItself(Reason.TABLE)
    (row,) = rows
    after = tables.delete(block, Axis.ROWS, row, row)
    at = standing.blocks(spot.address).index(block)
    return ReplaceBlocks(spot.address, at, (block,), () if after is None else (after,))


def _row_of(table: Table, cell: str) -> int:
    """Give the row in which a cell ends; that before the first for a line that is no cell."""
    for at, row in enumerate(table.rows):
        for each in row.cells:
            if each.id == cell:
                return at + each.row_span - 1
    return -1


def _filled(row: Row, texts: list[str]) -> Row:
    lines = [_in_cell(text) for text in texts]
    lines += [()] * (len(row.cells) - len(lines))
    cells: tuple[Cell, ...] = tuple(replace(cell, inlines=line) for cell, line in zip(row.cells, lines, strict=True))
    return replace(row, cells=cells)


def _in_cell(text: str) -> Inlines:
    return inlines_of(text.replace(PARAGRAPH_END, "\n"))


def _said(standing: Standing, row: Row) -> str:
    return "\t".join(standing.shown(cell.inlines) for cell in row.cells)


def _new_record(standing: Standing, address: FieldAddress, texts: list[str], earlier: list[str]) -> Edit:
    """Write a record of which a table's row says the fields."""
    field = FieldAddress(address.section, address.field)
    type, records = standing.type(field), standing.records(field).records
    columns = _columns(type, records)
    record = _record(standing, type, columns, texts)
    at = next((at for at, each in enumerate(records, start=1) if each.id == address.record), 0)
    for row in earlier:
        other = _record(standing, type, columns, row.split("\t"))
        if at < len(records) and _same(standing, columns, records[at], other):
            at += 1
    return ReplaceRecords(field, at, (), (record,))


def _columns(type: FieldType, records: tuple[Record, ...]) -> list[FieldType]:
    """Give the columns that the table of some records has."""
    used = {each.key for record in records for each in record.fields if not is_blank(each.value)}
    return [column for column in type.columns if is_printed(column) and column.key in used]


def _record(standing: Standing, type: FieldType, columns: list[FieldType], texts: list[str]) -> Record:
    if type.numbering:
        texts = texts[1:]  # the program counts
    if len(texts) > len(columns):
        raise NotByItself(Reason.TABLE)
    values = ((column.key, _value(standing, column, text)) for column, text in zip(columns, texts, strict=False))
    return Record(standing.ids(), tuple(Field(key, value) for key, value in values if value is not None))


def _same(standing: Standing, columns: list[FieldType], one: Record, other: Record) -> bool:
    """Tell whether two records say the same in a table."""
    return all(
        _words(standing, value_of(one.fields, column.key)) == _words(standing, value_of(other.fields, column.key))
        for column in columns
    )


def _words(standing: Standing, value: FieldValue | None) -> object:
    if isinstance(value, RichText):
        return [standing.shown(line) for block in value.blocks for _, line in named_lines(block)]
    return value


def _value(standing: Standing, column: FieldType, text: str) -> FieldValue | None:
    if not text.strip():
        return None
    if column.kind is FieldKind.RICH_TEXT:
        return RichText(tuple(fresh(None, inlines_of(each), standing) for each in text.split(PARAGRAPH_END)))
    joined = text.replace(PARAGRAPH_END, " ")
    return value_read(joined, column, standing.document, standing.labels, standing.ids)
