"""What can be done to the list of a field's records, each as one edit: add, duplicate, delete, move."""

from ikonzept_desktop.model.edits import ReplaceRecords
from ikonzept_desktop.model.fields import FieldAddress, Record
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.renewal import renewed_record
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.values import dataclass

COMMANDS = frozenset({"new_after", "duplicate", "delete", "move_up", "move_down"})
Records = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class RecordStep:
    """An edit of the list, what the user calls it, and the record that is chosen afterwards."""

    edit: ReplaceRecords
    label: str
    chosen: str = ""
    """Empty: whichever then stands in the place of the one that was chosen."""


def step_for(
    command: str, address: FieldAddress, records: Records, row: int, noun: str, ids: IdSource = new_id
) -> RecordStep | None:
    """Give the step that a command of COMMANDS makes with the record in a row chosen, -1 for none; None for no step."""
    if command == "new_after":
        return _added(address, row, Record(ids()), texts.new_record(noun))
    if not 0 <= row < len(records):
        return None
    match command:
        case "duplicate":
            return _added(address, row, renewed_record(records[row], ids), texts.duplicate_record(noun))
        case "delete":
            return RecordStep(ReplaceRecords(address, row, (records[row],), ()), texts.delete_record(noun))
        case "move_up":
            return _swapped(address, records, row - 1, records[row].id, noun)
        case "move_down":
            return _swapped(address, records, row, records[row].id, noun)
        case _:
            return None


def _added(address: FieldAddress, row: int, record: Record, label: str) -> RecordStep:
    return RecordStep(ReplaceRecords(address, row + 1, (), (record,)), label, record.id)


def _swapped(address: FieldAddress, records: Records, first: int, chosen: str, noun: str) -> RecordStep | None:
    if not 0 <= first < len(records) - 1:
        return None
    pair = records[first : first + 2]
    return RecordStep(ReplaceRecords(address, first, pair, pair[::-1]), texts.move_record(noun), chosen)
