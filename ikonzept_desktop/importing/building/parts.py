"""Blocks that came to the fields of a section, understood as the values these hold."""

from collections.abc import Iterable

from ikonzept_desktop.importing.building.drafts import Bit, Draft, Part
from ikonzept_desktop.importing.building.filling import Filling
from ikonzept_desktop.importing.building.kinds import running_text
from ikonzept_desktop.importing.building.links import Waiting
from ikonzept_desktop.importing.building.record_items import records_of_items
from ikonzept_desktop.importing.building.record_tables import records_of_table
from ikonzept_desktop.importing.building.short_values import short_value
from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import ListItem, Paragraph
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.template import FieldKind, FieldType


def fill(filling: Filling, draft: Draft) -> None:
    """Fill the fields of a section and of all below it, in the order of the document."""
    if draft.piece >= 0:
        filling.places[draft.piece] = (draft.id, "")
    for part in draft.parts:
        _fill_part(filling, draft, part)
    for child in draft.children:
        fill(filling, child)


def _fill_part(filling: Filling, draft: Draft, part: Part) -> None:
    type = draft.kind.field(part.field) if part.field else running_text(draft.kind)
    if type is None:
        filling.aside(draft, part.bits)
    elif part.table is not None:
        records_of_table(filling, draft, type, part.bits[0], part.table)
    elif type.kind is FieldKind.RICH_TEXT:
        filling.write(draft, type.key, part.bits)
    elif type.kind is FieldKind.RECORDS:
        records_of_items(filling, draft, type, part.bits)
    else:
        _short(filling, draft, type, part.bits)


def _short(filling: Filling, draft: Draft, type: FieldType, bits: list[Bit]) -> None:
    """Understand what fits in a line; what does not stays in the section's text."""
    lines = _lines(bits)
    if lines == ():
        return
    if lines is not None and type.kind is FieldKind.LINKS:
        filling.waiting.append(Waiting(draft, type, lines, tuple(bits)))
        return
    is_one = lines is not None and len(lines) == 1
    found = short_value(type, lines or (), draft.value(type.key), filling.pointers) if is_one else None
    if found is None:
        filling.as_text(draft, type.label, bits)
        return
    draft.values[type.key] = found.value
    if found.words:
        filling.telling.tell("read_value", found.words, place=draft.title, about=type.label)
    filling.places.update({bit.piece: (draft.id, "") for bit in bits if bit.piece >= 0})


def _lines(bits: Iterable[Bit]) -> tuple[Inlines, ...] | None:
    """Give the lines of blocks of words that leave ink; None where a table or a figure is among them."""
    found: list[Inlines] = []
    for bit in bits:
        if not isinstance(bit.block, Paragraph | ListItem):
            return None
        if not is_blank_line(bit.block.inlines):
            found.append(bit.block.inlines)
    return tuple(found)
