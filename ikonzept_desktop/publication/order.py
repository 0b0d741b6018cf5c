"""Which fields are printed, and in which order their contents are read."""

from collections.abc import Iterator, Sequence
from itertools import chain

from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.fields import FieldValue, Line, Record, Records, RichText, value_of
from ikonzept_desktop.model.template import FieldKind, FieldType, RecordForm


def is_printed(type: FieldType) -> bool:
    """Tell whether fields of that type are given out at all."""
    return type.printed and not type.internal and not type.hidden


def title_column(type: FieldType) -> FieldType | None:
    """Give the column that holds the title of each record."""
    return next((column for column in type.columns if column.kind is FieldKind.LINE), None)


def record_title(type: FieldType, record: Record) -> str:
    """Give a record's title, or nothing."""
    column = title_column(type)
    value = value_of(record.fields, column.key) if column else None
    return value.text.strip() if isinstance(value, Line) else ""


def in_one_line(form: RecordForm) -> bool:
    """Tell whether records of that form are set in cells or lines, where no table or figure can stand."""
    return form is not RecordForm.BOXES


def words_of(blocks: Blocks) -> tuple[Paragraph | ListItem, ...]:
    """Give what can be set in a cell or line."""
    return tuple(block for block in blocks if isinstance(block, Paragraph | ListItem))


def displays_of(blocks: Blocks) -> tuple[Table | Figure | Attachment, ...]:
    """Give what must stand on its own."""
    return tuple(block for block in blocks if isinstance(block, Table | Figure | Attachment))


def blocks_in_order(type: FieldType, value: FieldValue, columns: Sequence[FieldType]) -> Iterator[Block]:
    """Go through the blocks of a value in reading order; of records, through those columns of each."""
    match value:
        case RichText(blocks=blocks):
            yield from blocks
        case Records(records=records):
            texts = [column_blocks(record, column) for record in records for column in columns]
            if in_one_line(type.form):
                yield from chain.from_iterable(map(words_of, texts))
                yield from chain.from_iterable(map(displays_of, texts))
            else:
                yield from chain.from_iterable(texts)


def column_blocks(record: Record, column: FieldType) -> Blocks:
    """Give the blocks of a rich text of a record; none where it is empty or of another kind."""
    value = value_of(record.fields, column.key)
    return value.blocks if isinstance(value, RichText) else ()
