"""From the caret to its place on the pages, and from a place on a page back into the text."""

from ikonzept_desktop.export.pdf.painting import NOTE_ANCHOR
from ikonzept_desktop.export.preview.values import Shown
from ikonzept_desktop.model.blocks import Figure, Paragraph, Table
from ikonzept_desktop.model.document import Document, Section, field_value, find_section, path_to, walk
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, Records, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import length
from ikonzept_desktop.model.targets import selection_of
from ikonzept_desktop.publication.ids import field_id


def anchors_of(selection: Selection) -> tuple[str, ...]:
    """Give the anchors a selection may be found by on the pages, the innermost first."""
    address = selection.address
    record = address.record if address is not None else ""
    field = field_id(selection.section, address.field) if address is not None else ""
    return tuple(anchor for anchor in (selection.block, record, field, selection.section) if anchor)


def share_of(document: Document, selection: Selection) -> float:
    """Give how far into its paragraph the caret is, 0 to 1."""
    value = field_value(document, selection.address) if selection.address is not None else None
    blocks = value.blocks if isinstance(value, RichText) else ()
    block = next((block for block in blocks if block.id == selection.block), None)
    size = length(block.inlines) if isinstance(block, Paragraph) else 0
    return min(selection.caret / size, 1.0) if size else 0.0


def top_section(document: Document, section: str) -> str:
    """Give the chapter a section is in, or nothing."""
    path = path_to(document.sections, section)
    return document.sections[path[0]].id if path else ""


def place_at(shown: Shown) -> tuple[int, float, float] | None:
    """Give the image, top and bottom (shares of its height) of what the wish was found by."""
    for index, (page, top, anchor) in enumerate(shown.places):
        if anchor == shown.found:
            image = next((at for at, each in enumerate(shown.images) if each.page == page), None)
            if image is None:
                return None
            below = [lower for where, lower, _ in shown.places[index + 1 :] if where == page and lower < top]
            bottom = max(below, default=top - 40.0)
            return image, 1 - top / shown.height, 1 - bottom / shown.height
    return _bar_of_the_rest(shown) if shown.images and shown.found and shown.found == shown.before else None


def _bar_of_the_rest(shown: Shown) -> tuple[int, float, float]:
    """Give the bar of what goes on at the top of the first page."""
    first, (above, below) = shown.images[0].page, shown.margins
    tops = [top for where, top, anchor in shown.places if where == first and not anchor.startswith(NOTE_ANCHOR)]
    return 0, above / shown.height, 1 - max(tops, default=below) / shown.height


def selection_at(document: Document, shown: Shown, page: int, height: float) -> Selection | None:
    """Give what stands on a page at a height in pt above its lower edge."""
    above = [(top, anchor) for where, top, anchor in shown.places if where == page and top >= height]
    anchors = [anchor for _, anchor in sorted(above, key=lambda each: each[0])] or [shown.before]
    for anchor in anchors:
        if not anchor.startswith(NOTE_ANCHOR):
            found = _selection_of(document, anchor)
            if found is not None:
                return found
    return None


def _selection_of(document: Document, anchor: str) -> Selection | None:
    for section in walk(document.sections):
        for field in section.fields:
            address = FieldAddress(section.id, field.key)
            if field_id(section.id, field.key) == anchor:
                return Selection(section.id, address)
            found = _within(section, address, field.value, anchor)
            if found is not None:
                return found
    section_or_record = anchor.split("_", maxsplit=1)[0]
    if find_section(document, section_or_record) is not None:
        return Selection(section_or_record)
    return selection_of(document, section_or_record)


def _within(section: Section, address: FieldAddress, value: FieldValue, anchor: str) -> Selection | None:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                if block.id == anchor:
                    whole = isinstance(block, Table | Figure)
                    return Selection(section.id, address, block.id, "", 0, 1 if whole else 0)
                if isinstance(block, Table) and any(row.id == anchor for row in block.rows):
                    return Selection(section.id, address, block.id, "", 0, 1)
        case Records(records=records):
            for record in records:
                for column in record.fields:
                    inner = FieldAddress(section.id, address.field, record.id, column.key)
                    found = _within(section, inner, column.value, anchor)
                    if found is not None:
                        return found
        case _:
            return None
    return None
