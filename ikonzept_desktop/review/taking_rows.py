"""Rows of tables that are new or struck out: those of a table in a text, and those that print records."""

from dataclasses import replace

from ikonzept_desktop.model import tables
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Cell, Row, Table
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, ReplaceRecords, SetField, compound
from ikonzept_desktop.model.fields import Field, FieldAddress, FieldValue, Record, RichText
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.model.tables import Axis
from ikonzept_desktop.model.template import FieldKind, FieldType, RecordForm
from ikonzept_desktop.publication.block_ids import Spot
from ikonzept_desktop.publication.order import is_printed
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.line_view import inlines_of
from ikonzept_desktop.review.placing import behind
from ikonzept_desktop.review.standing import Standing
from ikonzept_desktop.review.taking_texts import fresh
from ikonzept_desktop.review.values_read import value_read


def edit_of_new_row(standing: Standing, kept: KeptProposal, wanted: str) -> Edit | None:
    """Give the edit that writes a row after the one that a proposal names."""
    spot = behind(standing, kept, standing.ground(kept), kept.behind).spot
    texts = wanted.split("\t")
    field = FieldAddress(spot.address.section, spot.address.field)
    if spot.address.record or (spot.address.field and not spot.block):
        return _new_record(standing, field, spot.address.record, texts)
    block = standing.find_block(spot)
    if not isinstance(block, Table):
        raise NotByItself(Reason.TABLE)
    at = _row_of(block, spot.line) + 1
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


def _new_record(standing: Standing, field: FieldAddress, after: str, texts: list[str]) -> Edit:
    """Write a record of which a table's row says the fields."""
    type = standing.type(field)
    if type.form is not RecordForm.TABLE or type.kind is not FieldKind.RECORDS:
        raise NotByItself(Reason.TABLE)
    records = standing.records(field).records
    used = {each.key for record in records for each in record.fields if not is_blank(each.value)}
    columns = [column for column in type.columns if is_printed(column) and column.key in used]
    if type.numbering:
        texts = texts[1:]  # the program counts
    if len(texts) > len(columns):
        raise NotByItself(Reason.TABLE)
    values = ((column.key, _value(standing, column, text)) for column, text in zip(columns, texts, strict=False))
    record = Record(standing.ids(), tuple(Field(key, value) for key, value in values if value is not None))
    at = next((at for at, each in enumerate(records, start=1) if each.id == after), 0)
    return ReplaceRecords(field, at, (), (record,))


def _value(standing: Standing, column: FieldType, text: str) -> FieldValue | None:
    if not text.strip():
        return None
    if column.kind is FieldKind.RICH_TEXT:
        return RichText(tuple(fresh(None, inlines_of(each), standing) for each in text.split(PARAGRAPH_END)))
    joined = text.replace(PARAGRAPH_END, " ")
    return value_read(joined, column, standing.document, standing.labels, standing.ids)
