"""What a paste puts into a text, and what it could become instead: sections by its headings, or whole paragraphs."""

from PySide6.QtCore import QMimeData

from ikonzept_desktop.model.blocks import Blocks, Paragraph
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Edit, compound
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.grafts import graft_edits
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.reading.clipboard.html import read_html
from ikonzept_desktop.reading.clipboard.pasted import Omitted, Part, TooMuch, as_grafts, as_text
from ikonzept_desktop.reading.clipboard.plain import is_wrapped, paragraphs_of
from ikonzept_desktop.ui.editor import clipboard, commands
from ikonzept_desktop.ui.editor.port import blocks_at, edit_between
from ikonzept_desktop.ui.editor.spots import Range
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Paste:
    """What was read from the clipboard or a drag."""

    blocks: Blocks
    """What goes into the text."""
    parts: tuple[Part, ...] = ()
    """The same with its headings, where there are any."""
    headings: int = 0
    wrapped: str = ""
    """The plain text, where its lines end only because they were full."""
    omitted: Omitted = Omitted()
    too_much: bool = False
    """Whether the HTML was beyond reading, and its plain text was taken."""

    @property
    def is_worth_a_word(self) -> bool:
        """Whether the user is to be told anything."""
        return bool(self.headings or self.wrapped or self.too_much or self.omitted != Omitted())


@dataclass(frozen=True, slots=True)
class Insertion:
    """A paste that has just been put in; it can be changed as long as nothing else was."""

    paste: Paste
    address: FieldAddress
    ground: Blocks
    """The text before."""
    where: Range
    number: int
    """The number of the edit that put it in."""


def read(data: QMimeData, images: clipboard.Images) -> Paste:
    """Read what was copied here with everything, what comes from elsewhere with its structure alone."""
    own = clipboard.blocks_of(data, images)
    if own is not None:
        return Paste(own)
    too_much = False
    if data.hasHtml():
        try:
            pasted = read_html(data.html())
        except TooMuch:
            too_much = True
        else:
            if pasted.parts or not data.hasText():
                parts = pasted.parts if pasted.headings else ()
                return Paste(as_text(pasted.parts), parts, pasted.headings, omitted=pasted.omitted)
    text = data.text()
    return Paste(clipboard.from_outside(text), wrapped=text if is_wrapped(text) else "", too_much=too_much)


def as_sections(document: Document, insertion: Insertion, *, below: bool) -> Edit | None:
    """Give the edit that makes sections of what was pasted with headings; None where there is no place for them."""
    head, grafts = as_grafts(insertion.paste.parts)
    inserted = graft_edits(document, insertion.address.section, grafts, below=below)
    return compound((_instead(document, insertion, head), *inserted)) if inserted else None


def as_paragraphs(document: Document, insertion: Insertion) -> Edit | None:
    """Give the edit that makes paragraphs of what was pasted line by line."""
    return _instead(document, insertion, paragraphs_of(insertion.paste.wrapped))


def _instead(document: Document, insertion: Insertion, blocks: Blocks) -> Edit | None:
    """Give the edit that has other blocks stand where the pasted ones do."""
    ground = insertion.ground or (Paragraph(new_id()),)
    after = commands.insert_blocks(ground, insertion.where, blocks).blocks
    if not insertion.ground and after == ground:
        after = ()
    return edit_between(insertion.address, 0, blocks_at(document, insertion.address), after)
