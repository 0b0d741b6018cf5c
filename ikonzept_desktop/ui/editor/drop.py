"""Text dragged from one place to another of the same concept: one step that undo takes back whole."""

import os
from dataclasses import replace
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

from ikonzept_desktop.model.blocks import Blocks, Paragraph
from ikonzept_desktop.model.edits import Edit, compound
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.ui.editor import clipboard, commands, texts
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.port import blocks_at, edit_between
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, extent

_WORDS: WeakKeyDictionary[Project, str] = WeakKeyDictionary()


def concept_word(project: Project) -> str:
    """Give a word for an open concept that no other has, in this program or another."""
    return _WORDS.setdefault(project, os.urandom(8).hex())


def moved_here(loop: TextLoop, event: QDropEvent, spot: Spot) -> bool:
    """Carry out a drop that moves text within the concept; False where it is none."""
    data = event.mimeData()
    origin = clipboard.origin_of(data)
    project = loop.port.project
    if origin is None or event.proposedAction() is not Qt.DropAction.MoveAction or loop.port.one_line:
        return False
    if origin.concept != concept_word(project) or not _still_there(blocks_at(project.document, origin.address), origin):
        return False
    # The source must not take its text out: that is part of our one step.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    outcome, edit = move(project, origin, loop.port.address, spot)
    if edit is not None:
        after = loop.port.selection(outcome.blocks, outcome.selected)
        project.apply(edit, texts.MOVE_TEXT, before=loop.note_selection(), after=after)
        loop.refresh()
        loop.select(outcome.selected)
        loop.view.setFocus()
    return True


def move(project: Project, origin: clipboard.Origin, address: FieldAddress, spot: Spot) -> tuple[Outcome, Edit | None]:
    """Give what stands at an address after text was moved there, and the one edit for it."""
    source = blocks_at(project.document, origin.address)
    taken = commands.copied(source, origin.selected)
    left = commands.erase(source, origin.selected).blocks
    taken = _with_fresh_halves(taken, left)
    if origin.address == address:
        if origin.selected.start <= spot <= origin.selected.end:
            return Outcome(source, origin.selected), None
        ground, spot = left, _after_erasing(source, left, origin.selected, spot)
        outcome = commands.insert_blocks(ground, Range(spot, spot), taken)
        return outcome, edit_between(address, 0, source, outcome.blocks)
    target = blocks_at(project.document, address)
    outcome = commands.insert_blocks(target or (Paragraph(new_id()),), Range(spot, spot), taken)
    out, into = edit_between(origin.address, 0, source, left), edit_between(address, 0, target, outcome.blocks)
    return outcome, compound((out, into))


def _still_there(blocks: Blocks, origin: clipboard.Origin) -> bool:
    spots = (origin.selected.anchor, origin.selected.caret)
    return all(0 <= s.block < len(blocks) and 0 <= s.offset <= extent(blocks[s.block]) for s in spots)


def _with_fresh_halves(taken: Blocks, left: Blocks) -> Blocks:
    """Give moved blocks new ids where a part of them stays behind under the old one."""
    kept = {block.id for block in left}
    return tuple(replace(block, id=new_id()) if block.id in kept else block for block in taken)


def _after_erasing(before: Blocks, left: Blocks, erased: Range, spot: Spot) -> Spot:
    """Give where a place outside what was erased is now."""
    if spot < erased.start:
        return spot
    if spot.block > erased.end.block:
        return Spot(spot.block - (len(before) - len(left)), spot.offset)
    joined = erased.end.block - (len(before) - len(left))
    return Spot(joined, extent(left[joined]) - (extent(before[spot.block]) - spot.offset))
