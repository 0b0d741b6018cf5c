"""Where in a concept something stands that can be pointed at."""

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import FieldAddress, Record, Records, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.schema import SECTION_IDS


def selection_of_target(document: Document, id: str) -> Selection | None:
    """Give the selection that shows a section, record, table or figure; None where it is gone."""
    section = next((section for section in walk(document.sections) if id in SECTION_IDS(section)), None)
    if section is None or section.id == id:
        return None if section is None else Selection(id)
    return _in_section(section, id)


def _in_section(section: Section, id: str) -> Selection | None:
    for field in section.fields:
        address = FieldAddress(section.id, field.key)
        match field.value:
            case RichText(blocks=blocks) if _holds(blocks, id):
                return _whole(address, id)
            case Records(records=records):
                found = next((shown for record in records if (shown := _in_record(address, record, id))), None)
                if found is not None:
                    return found
    return None


def _in_record(records: FieldAddress, record: Record, id: str) -> Selection | None:
    if record.id == id:
        return Selection(records.section, FieldAddress(records.section, records.field, id))
    for field in record.fields:
        if isinstance(field.value, RichText) and _holds(field.value.blocks, id):
            return _whole(FieldAddress(records.section, records.field, record.id, field.key), id)
    return None


def _holds(blocks: Blocks, id: str) -> bool:
    return any(block.id == id for block in blocks)


def _whole(address: FieldAddress, block: str) -> Selection:
    return Selection(address.section, address, block, "", 0, 1)
