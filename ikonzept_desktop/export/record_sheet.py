"""The records of a field as a table that can be read back: their number, then a column for each of theirs."""

from ikonzept_desktop.export.sheets import CellValue, OutSheet
from ikonzept_desktop.model.column_heads import columns_of
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Day, Record, value_of
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.cell_texts import cell_text
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.numbering import record_number

NUMBER_HEAD = "Nr."


def record_sheet(type: FieldType, section: Section, labels: Labels) -> OutSheet:
    """Give all records of a field of a section; internal columns too, hidden ones not."""
    columns = columns_of(type)
    numbered = (NUMBER_HEAD,) if type.numbering else ()
    rows = tuple(
        (
            *((record_number(type, section, count),) if numbered else ()),
            *(_value(record, column, labels) for column in columns),
        )
        for count, record in enumerate(section.records(type.key), start=1)
    )
    return OutSheet(type.label, (*numbered, *(column.label for column in columns)), rows)


def _value(record: Record, column: FieldType, labels: Labels) -> CellValue:
    value = value_of(record.fields, column.key)
    if isinstance(value, Day) and value.day is not None and not value.draft:
        return value.day
    return cell_text(value, column, labels) or None
