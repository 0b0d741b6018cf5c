"""Marks wrong words in a text with a wavy line, a moment after they were written, and never while they are.

The marks are formats of the layout alone, as a highlighter's are: the document, the concept and undo know nothing of
them. A key only moves the marks of its paragraph.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ikonzept_desktop.checking.lines import FACTS
from ikonzept_desktop.checking.verdicts import Verdicts
from ikonzept_desktop.checking.words import Word, words_of
from ikonzept_desktop.ui.editor.positions import to_code_points, to_utf16
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.spots import inlines_of
from ikonzept_desktop.ui.kit import theme

_MOST_CLEARED = 200
"""Paragraphs whose marks are taken away at once when they may be others'."""
_MOST_TYPED = 64
"""UTF-16 units that count as typed at once; more of them are a text that was loaded or pasted."""
_NOWHERE = (-1, -1)
TextView = QTextEdit | QPlainTextEdit
Marks = list[Any]
"""QTextLayout.FormatRange, whose parts PySide's types do not name."""


class Marked(Protocol):
    """A text or a line with its marks."""

    def forget(self) -> None:
        """Look at all of it again."""

    def leave(self) -> None:
        """Take notice that the keyboard went elsewhere."""

    def is_seen(self) -> bool:
        """Tell whether it is on screen."""

    def look(self, verdicts: Verdicts | None) -> bool:
        """Look at one part that is still to be looked at; tell whether there was one."""

    def word_at(self, position: int) -> tuple[int, Word] | None:
        """Give the word at a position (UTF-16), and its paragraph's number."""


class MarkedText(QObject):
    """One text with its marks; which of its paragraphs are still to be looked at."""

    def __init__(self, view: TextView, look_soon: Callable[[], object]) -> None:
        """Look at everything once; `look_soon` has that done after a pause."""
        super().__init__(view)
        self.view = view
        self._look_soon = look_soon
        self._todo: tuple[int, int] | None = (0, 0)
        """The first paragraph to be looked at, and how many after the last one need not be."""
        self._held: tuple[int, int] | None = None
        """Paragraph and beginning of a wrong word that is not marked because it is being typed."""
        self._typed = _NOWHERE
        """The characters changed last: a caret that is still there is writing. UTF-16"""
        view.document().contentsChange.connect(self._take)
        view.cursorPositionChanged.connect(self._let_go)

    def forget(self) -> None:
        """Look at every paragraph again."""
        self._todo = (0, 0)

    def is_seen(self) -> bool:
        """Tell whether the text is on screen."""
        return self.view.isVisible()

    def leave(self) -> None:
        """Mark the word that was being typed: the keyboard went elsewhere."""
        self._typed = _NOWHERE
        self._release()

    def look(self, verdicts: Verdicts | None) -> bool:
        """Look at one paragraph that is still to be looked at; tell whether there was one."""
        if self._todo is None:
            return False
        first, spared = self._todo
        document = self.view.document()
        if first >= document.blockCount() - spared:
            self._todo = None
            return False
        if isinstance(self.view, RichTextEdit) and self.view.loop.behind:
            return False
        self._todo = (first + 1, spared)
        block = document.findBlockByNumber(first)
        if not block.layout().preeditAreaText():
            self._mark(block, self._wrong(block, verdicts) if verdicts is not None else [])
        return True

    def word_at(self, position: int) -> tuple[int, Word] | None:
        """Give the word at a position (UTF-16) of the document, and its paragraph's number."""
        block = self.view.document().findBlock(position)
        at = to_code_points(block.text(), position - block.position())
        for word in self._words(block):
            if word.start <= at <= word.end:
                return block.blockNumber(), word
        return None

    def _words(self, block: QTextBlock) -> Iterable[Word]:
        if isinstance(self.view, RichTextEdit):
            shown, number = self.view.loop.shown, block.blockNumber()
            return FACTS(inlines_of(shown[number])).words if number < len(shown) else ()
        return words_of(block.text())

    def _wrong(self, block: QTextBlock, verdicts: Verdicts) -> list[Word]:
        wrong = [word for word in self._words(block) if verdicts.is_wrong(word.text, stops=word.stops)]
        caret = self.view.textCursor()
        writing = self._typed[0] <= caret.position() <= self._typed[1] and self.view.hasFocus()
        if writing and caret.block() == block:
            at = to_code_points(block.text(), caret.positionInBlock())
            typed = [word for word in wrong if word.start <= at <= word.end]
            if typed:
                self._held = (block.blockNumber(), typed[0].start)
                wrong.remove(typed[0])
        return wrong

    def _mark(self, block: QTextBlock, wrong: list[Word]) -> None:
        layout = block.layout()
        marks: Marks = layout.formats()
        before = [(mark.start, mark.length) for mark in marks]
        text = block.text()
        spans = [(start := to_utf16(text, word.start), to_utf16(text, word.end) - start) for word in wrong]
        if spans != before:
            layout.setFormats([_mark(start, length) for start, length in spans])
            self.view.document().markContentsDirty(block.position(), block.length())

    def _take(self, position: int, removed: int, added: int) -> None:
        """Move the marks of the paragraph that was changed, and have it looked at after a pause."""
        document = self.view.document()
        block = document.findBlock(position)
        end = document.findBlock(min(position + added, document.characterCount() - 1))
        self._have_looked_at(block.blockNumber(), document.blockCount() - 1 - end.blockNumber())
        self._typed = (position, position + added) if added <= _MOST_TYPED else _NOWHERE
        marks: Marks = block.layout().formats()
        at = position - block.position()
        if block == end:
            if marks:
                block.layout().setFormats(_moved(marks, at, removed, added))
            return
        block.layout().setFormats([mark for mark in marks if mark.start + mark.length < at])
        for _ in range(min(end.blockNumber() - block.blockNumber(), _MOST_CLEARED)):
            # A paragraph that was parted or joined carries marks of another.
            block = block.next()
            block.layout().clearFormats()

    def _let_go(self) -> None:
        """Mark the word that was being typed, once the caret has left it."""
        if self._held is None:
            return
        block, start = self._held
        caret = self.view.textCursor()
        text = caret.block().text()
        at = to_code_points(text, caret.positionInBlock())
        # The line is not read for this: whoever writes a long word writes on.
        if caret.blockNumber() != block or at < start or not all(map(_is_in_word, text[start:at])):
            self._release()

    def _release(self) -> None:
        if self._held is not None:
            held, self._held = self._held[0], None
            self._have_looked_at(held, max(self.view.document().blockCount() - 1 - held, 0))

    def _have_looked_at(self, first: int, spared: int) -> None:
        """Have paragraphs looked at after a pause: from one on, but for so many at the end."""
        if self._todo is not None:
            first, spared = min(first, self._todo[0]), min(spared, self._todo[1])
        self._todo = (first, spared)
        self._look_soon()


def mark_format() -> QTextCharFormat:
    """Give the wavy line."""
    format = QTextCharFormat()
    format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    format.setUnderlineColor(theme.colour("red"))
    return format


def _mark(start: int, length: int) -> Any:
    mark: Any = QTextLayout.FormatRange()
    mark.start, mark.length, mark.format = start, length, mark_format()
    return mark


def _moved(marks: Marks, at: int, removed: int, added: int) -> Marks:
    """Give the marks behind a change moved with it; those it touches go, for their word is being written."""
    kept = []
    for mark in marks:
        if mark.start > at + removed:
            mark.start += added - removed
            kept.append(mark)
        elif mark.start + mark.length < at:
            kept.append(mark)
    return kept


def _is_in_word(sign: str) -> bool:
    return sign.isalpha() or sign in "-‐‑'’*:_/·"
