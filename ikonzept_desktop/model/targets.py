"""Where something that can be pointed at stands, to go there."""

from ikonzept_desktop.model.blocks import Figure, Table
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, Records, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.schema import SECTION_IDS


def selection_of(document: Document, id: str) -> Selection | None:
    """Select a section, a table, a figure or a record by its id; None where it is gone."""
    for section in walk(document.sections):
        if section.id == id:
            return Selection(id)
        if id in SECTION_IDS(section):
            return _within(section, id)
    return None


def _within(section: Section, id: str) -> Selection:
    for field in section.fields:
        address = FieldAddress(section.id, field.key)
        if _holds(field.value, id):
            return Selection(section.id, address, id, "", 0, 1)
        if isinstance(field.value, Records):
            for record in field.value.records:
                if record.id == id:
                    return Selection(section.id, FieldAddress(section.id, field.key, id))
                for column in record.fields:
                    if _holds(column.value, id):
                        inner = FieldAddress(section.id, field.key, record.id, column.key)
                        return Selection(section.id, inner, id, "", 0, 1)
    return Selection(section.id)


def _holds(value: FieldValue, id: str) -> bool:
    """Tell whether a text holds a table or figure of that id."""
    blocks = value.blocks if isinstance(value, RichText) else ()
    return any(block.id == id and isinstance(block, Table | Figure) for block in blocks)
