"""Records that are printed as a list, one line each: entries that are new or moved."""

from ikonzept_desktop.model.edits import Edit, ReplaceRecords
from ikonzept_desktop.model.fields import Field, FieldAddress, Line, Record
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.model.template import RecordForm
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.block_ids import Spot
from ikonzept_desktop.publication.order import record_title, title_column
from ikonzept_desktop.review.by_hand import NotByItself, Reason
from ikonzept_desktop.review.placing import Behind
from ikonzept_desktop.review.standing import Standing


def new_entries(standing: Standing, after: FieldAddress, texts: list[str], earlier: list[str]) -> Edit:
    """Give the edit that writes entries after one, or first of all, and behind those that were written there before."""
    field = FieldAddress(after.section, after.field)
    type = standing.type(field)
    title = title_column(type)
    if title is None:
        raise NotByItself(Reason.NO_PLACE)
    records = standing.records(field).records
    at = _place(records, after.record)
    for text in earlier:
        if at < len(records) and record_title(type, records[at]) == _title(text):
            at += 1
    new = tuple(Record(standing.ids(), (Field(title.key, Line(_title(text))),)) for text in texts)
    return ReplaceRecords(field, at, (), new)


def entry_moved(standing: Standing, kept: KeptProposal, spot: Spot, found: Behind) -> Edit | None:
    """Give the edit that puts a record behind another one of the same field, or first; None where it is there.

    In a box only its title stands for all of it: what else of it is moved is there once that is.
    """
    after = found.spot.address
    field = FieldAddress(after.section, after.field)
    records = standing.records(field).records
    (moved,) = (record for record in records if record.id == spot.address.record)
    rest = tuple(record for record in records if record is not moved)
    at = _place(rest, after.record)
    for id in standing.taken.moved_after(kept.version, found.wanted, kept.order):
        other = standing.spot(id)
        if at < len(rest) and other is not None and rest[at].id == other.address.record:
            at += 1
    order = (*rest[:at], moved, *rest[at:])
    if order == records:
        return None
    if spot.block and standing.form(field) is RecordForm.BOXES:
        raise NotByItself(Reason.NO_PLACE)
    return ReplaceRecords(field, 0, records, order)


def is_of_entry(spot: Spot, after: FieldAddress) -> bool:
    """Tell whether words of a record go behind another one of the same field."""
    same = (spot.address.section, spot.address.field) == (after.section, after.field)
    return bool(spot.address.record) and same and spot.address.record != after.record


def _place(records: tuple[Record, ...], after: str) -> int:
    return next((at for at, record in enumerate(records, start=1) if record.id == after), 0)


def _title(text: str) -> str:
    return clean(text).strip()
