"""From blocks of the model to paragraphs of the view: no more of it than differs, so that carets stay."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from ikonzept_desktop.model.blocks import Block, Blocks, Paragraph
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, Text, length
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.ui.editor import looks
from ikonzept_desktop.ui.editor.faces import look_alike
from ikonzept_desktop.ui.editor.objects import OBJECT, PLAIN, Things, placeholder
from ikonzept_desktop.ui.editor.positions import for_qt, to_utf16
from ikonzept_desktop.ui.editor.spots import inlines_of, is_atom

_HERE = FieldAddress("", "")
EMPTY = Paragraph("")
"""What an empty rich text shows: a paragraph the model does not have."""
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Writer:
    """Writes blocks into one view."""

    def __init__(self, document: QTextDocument, things: Things, look: looks.Look) -> None:
        """Write into this document, in this look."""
        self._document = document
        self._things = things
        self.look = look

    def fill(self, blocks: Blocks) -> None:
        """Write everything anew."""
        self._things.keep(blocks)
        self._document.clear()
        self._document.setDefaultFont(self.look.font())
        cursor = QTextCursor(self._document)
        with _one_change(cursor):
            for index, block in enumerate(blocks or (EMPTY,)):
                following = blocks[index + 1] if index + 1 < len(blocks) else None
                self._append(cursor, block, following, first=index == 0)

    def patch(self, old: Blocks, new: Blocks) -> None:
        """Turn the view of some blocks into that of others; blocks of the same id are patched in place."""
        self._things.keep(new)
        old, new = old or (EMPTY,), new or (EMPTY,)
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        cursor = QTextCursor(self._document)
        with _one_change(cursor):
            self._align(cursor, start, list(old[start : len(old) - end]), new[start : len(new) - end])
            self._format_blocks(cursor, new, max(start - 1, 0), min(len(new) - end + 1, len(new)))

    def patch_line(self, paragraph: QTextBlock, old: Inlines, new: Block) -> None:
        """Turn a paragraph that shows some inlines into one that shows those of a block."""
        change = replace_line(_HERE, Paragraph("", old), "", inlines_of(new))
        if change is None:
            return
        text = paragraph.text()
        cursor = QTextCursor(paragraph)
        first = paragraph.position() + to_utf16(text, change.start)
        last = paragraph.position() + to_utf16(text, change.start + length(change.removed))
        with _one_change(cursor):
            # What is put in goes before what is taken out, so that a caret behind the span stays behind it.
            cursor.setPosition(last)
            self._insert(cursor, change.inserted, quote=looks.is_quote(new))
            cursor.setPosition(first)
            cursor.setPosition(last, _KEEP)
            cursor.removeSelectedText()

    def repaint_line(self, paragraph: QTextBlock, block: Block) -> None:
        """Give every run of a paragraph the format its block asks for, leaving the characters alone."""
        if is_atom(block):
            return
        quote, text, offset = looks.is_quote(block), paragraph.text(), 0
        cursor = QTextCursor(paragraph)
        with _one_change(cursor):
            cursor.setBlockCharFormat(looks.run_format(self.look, PLAIN, quote=quote))
            for inline in inlines_of(block):
                size = len(placeholder(inline))
                cursor.setPosition(paragraph.position() + to_utf16(text, offset))
                cursor.setPosition(paragraph.position() + to_utf16(text, offset + size), _KEEP)
                cursor.setCharFormat(self._format(inline, quote=quote))
                offset += size

    def dress(self, blocks: Blocks, index: int) -> None:
        """Give a paragraph the formats its block asks for, leaving the characters alone."""
        cursor = QTextCursor(self._document)
        with _one_change(cursor):
            self._format_blocks(cursor, blocks, max(index - 1, 0), min(index + 1, len(blocks)))
            self.repaint_line(self._document.findBlockByNumber(index), blocks[index])

    def _append(self, cursor: QTextCursor, block: Block, following: Block | None, *, first: bool) -> None:
        format = looks.block_format(self.look, block, following)
        characters = looks.run_format(self.look, PLAIN, quote=looks.is_quote(block))
        if first:
            cursor.setBlockFormat(format)
            cursor.setBlockCharFormat(characters)
        else:
            cursor.insertBlock(format, characters)
        self._insert_content(cursor, block)

    def _insert_content(self, cursor: QTextCursor, block: Block) -> None:
        if is_atom(block):
            cursor.insertText(OBJECT, looks.thing_format(self.look, block))  # type: ignore[arg-type]  # an atom
        else:
            self._insert(cursor, inlines_of(block), quote=looks.is_quote(block))

    def _insert(self, cursor: QTextCursor, inlines: Inlines, *, quote: bool) -> None:
        for inline in inlines:
            cursor.insertText(for_qt(placeholder(inline)), self._format(inline, quote=quote))

    def _format(self, inline: Inline, *, quote: bool) -> QTextCharFormat:
        match inline:
            case Text():
                return looks.run_format(self.look, inline, quote=quote)
            case LineBreak():
                return looks.run_format(self.look, PLAIN, quote=quote)
            case _:
                return looks.thing_format(self.look, inline)

    def _align(self, cursor: QTextCursor, index: int, old: list[Block], new: Blocks) -> None:
        """Go through both, patching, putting in and taking out paragraphs."""
        if len(old) == len(new) == 1 and not is_atom(old[0]) and not is_atom(new[0]):
            self._renew(cursor, index, old[0], new[0])
            return
        for block in new:
            known = next((at for at, candidate in enumerate(old) if candidate.id == block.id), None)
            if known is None:
                self._put_in(cursor, index, block)
            else:
                for _ in range(known):
                    self._take_out(cursor, index)
                self._renew(cursor, index, old[known], block)
                del old[: known + 1]
            index += 1
        for _ in old:
            self._take_out(cursor, index)

    def _renew(self, cursor: QTextCursor, index: int, old: Block, new: Block) -> None:
        paragraph = self._document.findBlockByNumber(index)
        if is_atom(old) or is_atom(new):
            self._replace_content(cursor, paragraph, old, new)
            return
        self.patch_line(paragraph, inlines_of(old), new)
        if looks.is_quote(old) != looks.is_quote(new):
            self.repaint_line(self._document.findBlockByNumber(index), new)

    def _replace_content(self, cursor: QTextCursor, paragraph: QTextBlock, old: Block, new: Block) -> None:
        if old.id == new.id and look_alike(old, new):
            return
        start, end = paragraph.position(), paragraph.position() + paragraph.length() - 1
        cursor.setPosition(end)
        self._insert_content(cursor, new)
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        cursor.removeSelectedText()

    def _put_in(self, cursor: QTextCursor, index: int, block: Block) -> None:
        if index < self._document.blockCount():
            cursor.setPosition(self._document.findBlockByNumber(index).position())
            cursor.insertBlock()
            cursor.setPosition(self._document.findBlockByNumber(index).position())
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock()
        cursor.setBlockCharFormat(looks.run_format(self.look, PLAIN, quote=looks.is_quote(block)))
        self._insert_content(cursor, block)

    def _take_out(self, cursor: QTextCursor, index: int) -> None:
        paragraph = self._document.findBlockByNumber(index)
        cursor.setPosition(paragraph.position())
        if paragraph.next().isValid():
            cursor.setPosition(paragraph.next().position(), _KEEP)
        elif index:
            cursor.setPosition(paragraph.position() - 1)
            cursor.setPosition(paragraph.position() + paragraph.length() - 1, _KEEP)
        else:
            cursor.setPosition(paragraph.position() + paragraph.length() - 1, _KEEP)
        cursor.removeSelectedText()

    def _format_blocks(self, cursor: QTextCursor, blocks: Blocks, start: int, end: int) -> None:
        for index in range(start, end):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            wanted = looks.block_format(self.look, blocks[index], following)
            paragraph = self._document.findBlockByNumber(index)
            if paragraph.blockFormat() != wanted:
                cursor.setPosition(paragraph.position())
                cursor.setBlockFormat(wanted)


@contextmanager
def _one_change(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def _common(old: Blocks, new: Blocks) -> int:
    count = 0
    for left, right in zip(old, new, strict=False):
        if left is not right and left != right:
            break
        count += 1
    return count
