"""The caption or source of a table or figure as a place to write in."""

from ikonzept_desktop.model.blocks import Block, Blocks, Paragraph, line_of
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Inlines
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.text_edits import normal_block, replace_line
from ikonzept_desktop.ui.editor.port import blocks_at, notes_in
from ikonzept_desktop.ui.editor.spots import Range, Spot, caret_at, inlines_of


class LinePort:
    """One line of a block by name (see `blocks.line_of`): one paragraph, with marks, notes and references."""

    one_line = True
    takes_notes = True

    def __init__(self, project: Project, address: FieldAddress, block: str, line: str) -> None:
        """Stand for a line of the block of that id in the field at an address."""
        self.project = project
        self.address = address
        self.block = block
        self.line = line

    def blocks(self) -> Blocks:
        """Give the line as one paragraph under a name of its own; nothing where it is gone."""
        inlines = self._inlines(self._found())
        return () if inlines is None else (Paragraph(f"{self.block}.{self.line}", inlines),)

    def edit(self, start: int, before: Blocks, after: Blocks) -> Edit | None:
        """Give the edit that changes what differs in the line."""
        block = self._found()
        if block is None or self._inlines(block) is None or len(after) != 1:
            return None
        return replace_line(self.address, block, self.line, inlines_of(normal_block(after[0])))

    def selection(self, shown: Blocks, selected: Range) -> Selection:
        """Give what is selected, within the line."""
        start, end = selected.anchor.offset, selected.caret.offset
        return Selection(self.address.section, self.address, self.block, self.line, start, end)

    def selected(self, shown: Blocks, selection: Selection) -> Range:
        """Give the range within the line; from a note of it the caret comes back behind its mark."""
        if selection.line != self.line:
            places = (place for place in notes_in(shown) if place.note.id == selection.line)
            return next((caret_at(0, place.offset + 1) for place in places), caret_at(0, 0))
        return Range(Spot(0, selection.anchor), Spot(0, selection.caret))

    def holds(self, selection: Selection) -> bool:
        """Tell whether a selection of the history is within this line or one of its notes."""
        if selection.address != self.address or selection.block != self.block:
            return False
        return selection.line == self.line or any(p.note.id == selection.line for p in notes_in(self.blocks()))

    def _found(self) -> Block | None:
        blocks = blocks_at(self.project.document, self.address)
        return next((block for block in blocks if block.id == self.block), None)

    def _inlines(self, block: Block | None) -> Inlines | None:
        try:
            return None if block is None else line_of(block, self.line)
        except KeyError:
            return None
