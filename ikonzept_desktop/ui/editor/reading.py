"""From a paragraph of the view to blocks of the model."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextFragment

from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, length
from ikonzept_desktop.ui.editor.objects import BREAK, KEY, Things, look_of, with_text
from ikonzept_desktop.ui.editor.spots import Spot

Piece = Inline | Table | Figure | Attachment


class Reader:
    """Reads paragraphs of one view, remembering what each of its formats means."""

    def __init__(self, things: Things) -> None:
        """Look up notes, tables and figures among these."""
        self._things = things
        self._formats: dict[int, tuple[bool, str]] = {}

    def forget(self) -> None:
        """Forget the formats, whose numbers mean nothing once the view was emptied."""
        self._formats.clear()

    def pieces(self, block: QTextBlock) -> tuple[Piece, ...]:
        """Give what stands in a paragraph, as it stands there: not cleaned, runs not joined."""
        found: list[Piece] = []
        fragments = block.begin()
        while not fragments.atEnd():
            self._fragment(fragments.fragment(), found)
            fragments += 1
        return tuple(found)

    def _fragment(self, fragment: QTextFragment, found: list[Piece]) -> None:
        is_object, key = self._meaning(fragment)
        text = fragment.text()
        thing = self._things.find(key) if is_object else None
        if thing is not None:
            found.extend(thing for _ in text)
            return
        look = look_of(key)
        for index, line in enumerate(text.split(BREAK)):
            if index:
                found.append(LineBreak())
            if line:
                found.append(with_text(look, line))

    def _meaning(self, fragment: QTextFragment) -> tuple[bool, str]:
        index = fragment.charFormatIndex()
        known = self._formats.get(index)
        if known is None:
            format = fragment.charFormat()
            known = (format.objectType() != 0, str(format.property(KEY) or ""))
            self._formats[index] = known
        return known


def line_of_pieces(pieces: tuple[Piece, ...]) -> Inlines:
    """Give the pieces of a paragraph that holds no table and no figure."""
    return tuple(piece for piece in pieces if not isinstance(piece, Table | Figure | Attachment))


def rebuilt(old: Blocks, paragraphs: list[tuple[Piece, ...]], ids: IdSource) -> Blocks:
    """Give the blocks that touched paragraphs have become, tables and figures alone in theirs.

    Paragraphs keep the id and kind of the block that stood at their place; more of them get new ids.
    """
    used: set[str] = set()
    blocks: list[Block] = []
    for index, pieces in enumerate(paragraphs):
        pattern = old[min(index, len(old) - 1)] if old else None
        for group in _groups(pieces):
            if isinstance(group, Table | Figure | Attachment):
                block: Block = group
            else:
                block = _text_like(pattern, group, ids)
            if block.id not in used:
                blocks.append(block)
            elif not isinstance(block, Table | Figure | Attachment):
                blocks.append(replace(block, id=ids()))
            used.add(block.id)
    return tuple(blocks)


def _groups(pieces: tuple[Piece, ...]) -> list[Inlines | Table | Figure | Attachment]:
    groups: list[Inlines | Table | Figure | Attachment] = []
    line: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Table | Figure | Attachment):
            groups.extend((tuple(line), piece) if line else (piece,))
            line = []
        else:
            line.append(piece)
    if line or not groups:
        groups.append(tuple(line))
    return groups


def _text_like(pattern: Block | None, inlines: Inlines, ids: IdSource) -> Block:
    match pattern:
        case Paragraph() | ListItem():
            return replace(pattern, inlines=inlines)
        case _:
            return Paragraph(ids(), inlines)


def place_in_rebuilt(first: int, paragraphs: list[tuple[Piece, ...]], spot: Spot) -> Spot:
    """Give the place, after `rebuilt`, of a place in the touched paragraphs, the first of which has that index."""
    index = first
    for pieces in paragraphs[: spot.block - first]:
        index += len(_groups(pieces))
    offset = spot.offset
    groups = _groups(paragraphs[spot.block - first])
    for group in groups[:-1]:
        span = 1 if isinstance(group, Table | Figure | Attachment) else length(group)
        if offset <= span and not (isinstance(group, Table | Figure | Attachment) and offset == span):
            break
        index, offset = index + 1, offset - span
    return Spot(index, offset)
