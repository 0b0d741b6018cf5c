"""The way of a keystroke: what a view's paragraphs have become is read, made an edit, and carried out.

Qt says by `contentsChange` which characters were touched. Only their paragraphs are read, compared with the blocks
they stood for, and become the smallest edit. Where the model holds them otherwise than they were typed (cleaned,
joined), the difference alone goes back into the view. Commands go the other way round: model first, then the view.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ikonzept_desktop.model.blocks import Blocks, Paragraph
from ikonzept_desktop.model.edits import Edit, ReplaceSpan, compound
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import Inlines, Text, length, normalise, part
from ikonzept_desktop.model.text_edits import normal_block
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.looks import Look, is_quote, run_format
from ikonzept_desktop.ui.editor.objects import OBJECT, Things, placeholder
from ikonzept_desktop.ui.editor.port import TextPort
from ikonzept_desktop.ui.editor.positions import to_code_points, to_utf16
from ikonzept_desktop.ui.editor.reading import Piece, Reader, line_of_pieces, place_in_rebuilt, rebuilt
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, caret_at, extent, inlines_of
from ikonzept_desktop.ui.editor.writing import EMPTY, Writer

Command = Callable[[Blocks, Range], Outcome | None]


class TextLoop(QObject):
    """Keeps one text view and its place in the concept equal."""

    refreshed = Signal()
    """After a change that others made, undo among them."""
    edited = Signal()
    """After every change of what is shown, whoever made it."""

    def __init__(self, view: QTextEdit, port: TextPort, look: Look) -> None:
        """Serve a view and a place; `load` shows what stands there, once the view knows how to draw it."""
        super().__init__(view)
        self.view = view
        self.port = port
        self.things = Things()
        self.shown: Blocks = ()
        document = view.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self.writer = Writer(document, self.things, look)
        self._reader = Reader(self.things)
        self._writing = False
        self._touched: tuple[int, int] | None = None
        self._known: tuple[int, int] = (-1, -1)
        self._selection: Selection | None = None
        document.contentsChange.connect(self._remember)
        document.contentsChanged.connect(self._take)

    def load(self, port: TextPort | None = None, look: Look | None = None) -> None:
        """Show everything anew, at another port or in another look where one is given."""
        selected = self.selected() if port is None else caret_at(0, 0)
        self.port = port or self.port
        self.writer.look = look or self.writer.look
        self.shown = self.port.blocks()
        self._fill()
        self.select(selected)
        self.edited.emit()

    def refresh(self) -> None:
        """Show what the concept holds now, where others have changed it."""
        now = self.port.blocks()
        if now is self.shown:
            return
        with self._own_writing():
            self.writer.patch(self.shown, now)
        self.shown = now
        self._known = (-1, -1)
        self.refreshed.emit()
        self.edited.emit()

    def run(self, command: Command, label: str, along: Edit | None = None) -> bool:
        """Carry out a command on what is selected, in one step with another edit where one comes along.

        Tells whether it found anything to do.
        """
        self.note_selection()
        ground = self.shown or (Paragraph(new_id()),)
        outcome = command(ground, self.selected())
        if outcome is None:
            return False
        edit = self.port.edit(0, self.shown, outcome.blocks) if outcome.blocks != ground else None
        if (edit := compound((edit, along))) is not None:
            before = self._selection
            after = self.port.selection(outcome.blocks, outcome.selected)
            self.port.project.apply(edit, label, before=before, after=after, initiator=self)
            self._show(self.port.blocks())
        self.select(outcome.selected)
        self.note_selection()
        return True

    @property
    def behind(self) -> bool:
        """Whether the view has changed and the concept does not know yet: positions mean nothing then."""
        return self._touched is not None or self._writing

    def selected(self) -> Range:
        """Give what is selected in the view."""
        cursor = self.view.textCursor()
        return Range(self.spot(cursor.anchor()), self.spot(cursor.position()))

    def select(self, selected: Range) -> None:
        """Select in the view, as near as its text allows."""
        cursor = self.view.textCursor()
        cursor.setPosition(self.position(selected.anchor))
        cursor.setPosition(self.position(selected.caret), QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)

    def restore(self, selection: Selection) -> None:
        """Put the caret back where a step of the history had it, or as near as the text allows."""
        held = self.port.selected(self.shown, selection)
        self.select(held)
        self.note_selection()

    def type_as(self, run: Text) -> None:
        """Have what is typed next look like a run."""
        at = self.view.textCursor().block().blockNumber()
        quote = at < len(self.shown) and is_quote(self.shown[at])
        self.view.setCurrentCharFormat(run_format(self.writer.look, run, quote=quote))

    def spot(self, position: int) -> Spot:
        """Give the place in the model of a position in the view."""
        block = self.view.document().findBlock(position)
        return Spot(block.blockNumber(), to_code_points(block.text(), position - block.position()))

    def position(self, spot: Spot) -> int:
        """Give the position in the view of a place in the model."""
        document = self.view.document()
        block = document.findBlockByNumber(min(spot.block, document.blockCount() - 1))
        return block.position() + min(to_utf16(block.text(), spot.offset), block.length() - 1)

    def note_selection(self) -> Selection:
        """Remember where the caret stands, for the step of history that may follow, and give it."""
        cursor = self.view.textCursor()
        here = (cursor.anchor(), cursor.position())
        if self._selection is None or here != self._known:
            self._known = here
            self._selection = self.port.selection(self.shown, self.selected())
        return self._selection

    def _fill(self) -> None:
        with self._own_writing():
            self._reader.forget()
            self.writer.fill(self.shown)
        self._known = (-1, -1)

    def _show(self, blocks: Blocks) -> None:
        with self._own_writing():
            self.writer.patch(self.shown, blocks)
        self.shown = blocks
        self.edited.emit()

    @contextmanager
    def _own_writing(self) -> Iterator[None]:
        self._writing = True
        try:
            yield
        finally:
            self._writing = False
            self._touched = None

    def _remember(self, position: int, _removed: int, added: int) -> None:
        if self._writing:
            return
        document = self.view.document()
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(min(position + added, document.characterCount() - 1)).blockNumber()
        if self._touched is not None:
            first, last = min(first, self._touched[0]), max(last, self._touched[1])
        self._touched = (first, last)

    def _take(self) -> None:
        if self._writing or self._touched is None:
            return
        first, last = self._touched
        self._touched = None
        ground = self.shown or (EMPTY,)
        end = last + 1 - (self._paragraph_count() - len(ground))
        if not first <= end <= len(ground):
            first, last, end = 0, self._paragraph_count() - 1, len(ground)
        paragraphs = self._paragraphs(first, last)
        raw = rebuilt(ground[first:end], paragraphs, new_id)
        cleaned = tuple(map(normal_block, raw))
        if cleaned != ground[first:end]:
            self._apply(first, ground[first:end], cleaned)
        self._repair(first, paragraphs, raw)
        if end - first != len(paragraphs):
            self._dress(first)
        self.edited.emit()

    def _paragraphs(self, first: int, last: int) -> list[tuple[Piece, ...]]:
        block = self.view.document().findBlockByNumber(first)
        found = []
        while block.isValid() and block.blockNumber() <= last:
            found.append(self._reader.pieces(block))
            block = block.next()
        return found

    def _apply(self, first: int, before: Blocks, after: Blocks) -> None:
        after = tuple(block if block.id else Paragraph(new_id(), inlines_of(block)) for block in after)
        before = before if self.shown else ()
        edit = self.port.edit(first, before, after)
        if edit is None:
            return
        label = texts.DELETING if isinstance(edit, ReplaceSpan) and not edit.inserted else texts.TYPING
        selected = self.selected()
        rest = self.shown[:first] + after + self.shown[first + len(before) :]
        now = self.port.selection(rest, selected)
        self.port.project.apply(edit, label, typing=True, before=self._selection, after=now, initiator=self)
        self.shown = self.port.blocks()
        self._selection = now
        cursor = self.view.textCursor()
        self._known = (cursor.anchor(), cursor.position())

    def _repair(self, first: int, paragraphs: list[tuple[Piece, ...]], raw: Blocks) -> None:
        """Bring the view to what the model holds, where it was typed otherwise."""
        held = self.shown or (EMPTY,)
        if len(paragraphs) != len(raw) or len(paragraphs) > 1 or self._paragraph_count() != len(held):
            self._rewrite(first, paragraphs, raw)
            return
        paragraph = self.view.document().findBlockByNumber(first)
        shown = line_of_pieces(paragraphs[0])
        if _holds_half_a_pair(paragraph, shown):
            self._rewrite(first, paragraphs, raw)
            return
        if shown == inlines_of(held[first]) or _is_composing(paragraph):
            return
        caret = self.selected().caret
        offset = length(normalise(part(shown, 0, caret.offset)))
        with self._own_writing():
            self.writer.patch_line(paragraph, shown, held[first])
        if caret.block == first:
            self.select(Range(Spot(first, offset), Spot(first, offset)))
            self.note_selection()

    def _dress(self, index: int) -> None:
        """Give a paragraph that Qt has joined the formats of its block; its characters stay."""
        held = self.shown or (EMPTY,)
        with self._own_writing():
            self.writer.dress(held, index)

    def _paragraph_count(self) -> int:
        return self.view.document().blockCount()

    def _rewrite(self, first: int, paragraphs: list[tuple[Piece, ...]], raw: Blocks) -> None:
        if _is_composing(self.view.textCursor().block()):
            return
        caret = self.selected().caret
        if first <= caret.block < first + len(paragraphs):
            caret = place_in_rebuilt(first, paragraphs, caret)
        elif caret.block >= first + len(paragraphs):
            caret = Spot(caret.block + len(raw) - len(paragraphs), caret.offset)
        self._fill()
        block = self.shown[caret.block] if caret.block < len(self.shown) else EMPTY
        self.select(Range(*(Spot(caret.block, min(caret.offset, extent(block))),) * 2))
        self.note_selection()


def _is_composing(paragraph: QTextBlock) -> bool:
    return bool(paragraph.layout().preeditAreaText())


def _holds_half_a_pair(paragraph: QTextBlock, read: Inlines) -> bool:
    """Tell whether a lone surrogate stands in a paragraph: Python is not even told of it."""
    if _is_atom_paragraph(paragraph, read):
        return False
    text = "".join(map(placeholder, read))
    return to_utf16(text, len(text)) != paragraph.length() - 1


def _is_atom_paragraph(paragraph: QTextBlock, read: Inlines) -> bool:
    return not read and paragraph.text() == OBJECT
