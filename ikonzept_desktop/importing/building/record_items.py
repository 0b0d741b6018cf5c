"""Records out of what stands below a records field's label: a record for each item, or for each bold line."""

from ikonzept_desktop.importing.building.drafts import Bit, Draft
from ikonzept_desktop.importing.building.filling import Filling
from ikonzept_desktop.importing.building.records import RecordsHand
from ikonzept_desktop.importing.building.wording import bold_length, listed, notes_in, stripped, without
from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph, plain_text
from ikonzept_desktop.model.inline import length, part
from ikonzept_desktop.model.template import FieldType

_LONGEST_TITLE = 400
"""Letters; a longer paragraph is text and no title of a record."""


def records_of_items(filling: Filling, draft: Draft, type: FieldType, bits: list[Bit]) -> None:
    """Make records of items and paragraphs; what stands before the first, or has no room in them, stays text."""
    hand = RecordsHand(filling, draft, type)
    kept = [bit for bit in bits if not _is_blank(bit.block)]
    if hand.title is None:
        filling.as_text(draft, type.label, kept)
        return
    has_table = any(part.field == type.key and part.table is not None for part in draft.parts)
    begins = _beginnings(kept, has_text=hand.text is not None, has_table=has_table)
    left: list[Bit] = []
    record = ""
    for at, bit in enumerate(kept):
        if at in begins and isinstance(bit.block, Paragraph | ListItem):
            record = _begun(hand, bit, bit.block)
        elif record and hand.text is not None:
            hand.write(record, [bit])
        else:
            left.append(bit)
    filling.as_text(draft, type.label, left)


def _begun(hand: RecordsHand, bit: Bit, block: Paragraph | ListItem) -> str:
    """Begin a record with a line: a bold beginning of it is the title, and what follows its text."""
    at = bold_length(block.inlines) if hand.text is not None else 0
    name, rest = part(block.inlines, 0, at), part(block.inlines, at, length(block.inlines))
    rest = without(rest, ":") or rest
    if not at:
        name, rest = block.inlines, notes_in(block.inlines)
    record = hand.begin()
    hand.name(record, listed(hand.filling.plain(name)).rstrip(":").rstrip() if at else listed(hand.filling.plain(name)))
    if bit.piece >= 0:
        hand.filling.places[bit.piece] = (hand.draft.id, "")
        hand.filling.records[bit.piece] = record
    if rest:
        hand.write(record, [Bit(Paragraph(block.id, stripped((*(notes_in(name) if at else ()), *rest))))])
    return record


def _beginnings(bits: list[Bit], *, has_text: bool, has_table: bool) -> frozenset[int]:
    """Tell which of the blocks begin a record: bold lines and headings, or items, or else every short paragraph.

    A paragraph beside a table of the same records says something of all of them, and is none.
    Where records have no running text an item below another is a record as well.
    """
    bold = {at for at, bit in enumerate(bits) if isinstance(bit.block, Paragraph) and _is_head(bit, bit.block)}
    items = {at: bit.block.level for at, bit in enumerate(bits) if isinstance(bit.block, ListItem)}
    if bold and has_text:
        return frozenset(bold)
    if items:
        highest = min(items.values())
        return frozenset(at for at, level in items.items() if not has_text or level == highest)
    if has_table:
        return frozenset()
    short = (at for at, bit in enumerate(bits) if len(plain_text(bit.block)) <= _LONGEST_TITLE)
    return frozenset(at for at in short if isinstance(bits[at].block, Paragraph))


def _is_head(bit: Bit, block: Paragraph) -> bool:
    return bit.hints.is_bold or bit.hints.level is not None or bool(bold_length(block.inlines))


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph | ListItem) and is_blank_line(block.inlines)
