"""What a text view writes into: a rich text field, or the one line of a footnote."""

from dataclasses import replace
from typing import Protocol

from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, named_lines, with_line
from ikonzept_desktop.model.document import Document, field_value
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress, RichText
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Footnote, Inlines, size
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.text_edits import normal_block, replace_line
from ikonzept_desktop.ui.editor.spots import Range, Spot, caret_at, inlines_of


class TextPort(Protocol):
    """The place in the concept that a text view shows and changes."""

    @property
    def project(self) -> Project:
        """The concept."""

    @property
    def address(self) -> FieldAddress:
        """The field, or the field the footnote stands in."""

    @property
    def one_line(self) -> bool:
        """Whether there is just one paragraph, and no tables or figures in it."""

    @property
    def takes_notes(self) -> bool:
        """Whether footnotes may stand in it; in a footnote none may."""

    def blocks(self) -> Blocks:
        """Give the text as the concept has it."""

    def edit(self, start: int, before: Blocks, after: Blocks) -> Edit | None:
        """Give the edit that replaces neighbouring blocks, the first of which has that index; None for no change."""

    def selection(self, shown: Blocks, selected: Range) -> Selection:
        """Give what is selected as the history keeps it: within the block of the caret."""

    def selected(self, shown: Blocks, selection: Selection) -> Range:
        """Give the range that the history kept; the start of the text where its block is gone."""


class FieldPort:
    """A rich text field of a section or record."""

    one_line = False
    takes_notes = True

    def __init__(self, project: Project, address: FieldAddress) -> None:
        """Stand for the field at an address."""
        self.project = project
        self.address = address

    def blocks(self) -> Blocks:
        """Give the field's blocks."""
        return blocks_at(self.project.document, self.address)

    def edit(self, start: int, before: Blocks, after: Blocks) -> Edit | None:
        """Give the smallest edit for a change of neighbouring blocks."""
        return edit_between(self.address, start, before, after)

    def selection(self, shown: Blocks, selected: Range) -> Selection:
        """Give what is selected, within the block of the caret."""
        caret = selected.caret
        anchor = selected.anchor if selected.anchor.block == caret.block else caret
        block = shown[caret.block].id if caret.block < len(shown) else ""
        return Selection(self.address.section, self.address, block, "", anchor.offset, caret.offset)

    def selected(self, shown: Blocks, selection: Selection) -> Range:
        """Find the block by its id; from a note the caret comes back behind its mark."""
        at = next((index for index, block in enumerate(shown) if block.id == selection.block), None)
        if at is None:
            return caret_at(0, 0)
        if selection.line and (place := find_note(shown[at : at + 1], selection.line)) is not None:
            return caret_at(at, place.offset + 1)
        return Range(Spot(at, selection.anchor), Spot(at, selection.caret))


class NotePort:
    """The content of one footnote, wherever in its field it stands."""

    one_line = True
    takes_notes = False

    def __init__(self, project: Project, address: FieldAddress, note: str) -> None:
        """Stand for the note of that id in the field at an address."""
        self.project = project
        self.address = address
        self.note = note

    def blocks(self) -> Blocks:
        """Give the note as one paragraph under its id; nothing where it is gone."""
        place = find_note(blocks_at(self.project.document, self.address), self.note)
        return () if place is None else (Paragraph(self.note, place.note.content),)

    def edit(self, start: int, before: Blocks, after: Blocks) -> Edit | None:
        """Give the edit that changes what the note says."""
        place = find_note(blocks_at(self.project.document, self.address), self.note)
        if place is None or len(after) != 1:
            return None
        content = tuple(inline for inline in inlines_of(normal_block(after[0])) if not isinstance(inline, Footnote))
        changed = replace(place.note, content=content)
        if changed == place.note:
            return None
        return ReplaceSpan(self.address, place.block.id, place.line, place.offset, (place.note,), (changed,))

    def selection(self, shown: Blocks, selected: Range) -> Selection:
        """Give what is selected; the line is the note's id, in the block that holds the note."""
        place = find_note(blocks_at(self.project.document, self.address), self.note)
        block = place.block.id if place else ""
        start, end = selected.anchor.offset, selected.caret.offset
        return Selection(self.address.section, self.address, block, self.note, start, end)

    def selected(self, shown: Blocks, selection: Selection) -> Range:
        """Give the range within the note."""
        return Range(Spot(0, selection.anchor), Spot(0, selection.caret))


class NotePlace:
    """Where a note stands: a block, one of its lines, and the offset there."""

    __slots__ = ("block", "line", "note", "offset")

    def __init__(self, block: Block, line: str, offset: int, note: Footnote) -> None:
        """Name the place."""
        self.block = block
        self.line = line
        self.offset = offset
        self.note = note


def blocks_at(document: Document, address: FieldAddress) -> Blocks:
    """Give the blocks of a rich text; nothing where it is empty or gone."""
    value = field_value(document, address)
    return value.blocks if isinstance(value, RichText) else ()


def notes_in(blocks: Blocks) -> tuple[NotePlace, ...]:
    """Give the notes in reading order."""
    return tuple(
        place for block in blocks for line, inlines in named_lines(block) for place in _in_line(block, line, inlines)
    )


def find_note(blocks: Blocks, id: str) -> NotePlace | None:
    """Give the place of a note; None where it is gone."""
    return next((place for place in notes_in(blocks) if place.note.id == id), None)


def edit_between(address: FieldAddress, start: int, before: Blocks, after: Blocks) -> Edit | None:
    """Give the smallest edit that replaces neighbouring blocks, looking only at those that differ."""
    skipped = 0
    while skipped < min(len(before), len(after)) and _same(before[skipped], after[skipped]):
        skipped += 1
    start, before, after = start + skipped, before[skipped:], after[skipped:]
    while before and after and _same(before[-1], after[-1]):
        before, after = before[:-1], after[:-1]
    if not before and not after:
        return None
    after = tuple(map(normal_block, after))
    if len(before) == len(after) == 1 and _differ_in_text_alone(before[0], after[0]):
        return replace_line(address, before[0], "", inlines_of(after[0]))
    return ReplaceBlocks(address, start, before, after)


def _same(old: Block, new: Block) -> bool:
    return old is new or old == new


def _differ_in_text_alone(old: Block, new: Block) -> bool:
    texts = isinstance(old, Paragraph | ListItem) and isinstance(new, Paragraph | ListItem)
    return texts and with_line(old, "", inlines_of(new)) == new


def _in_line(block: Block, line: str, inlines: Inlines) -> tuple[NotePlace, ...]:
    places: list[NotePlace] = []
    offset = 0
    for inline in inlines:
        if isinstance(inline, Footnote):
            places.append(NotePlace(block, line, offset, inline))
        offset += size(inline)
    return tuple(places)
