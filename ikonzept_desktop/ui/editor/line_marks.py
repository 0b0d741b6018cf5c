"""Marks wrong words in a field of one line.

QLineEdit gives no way to its layout but one: the formats that an input method gives to what is being composed reach any
part of the line, and change nothing else. While something is composed they belong to the input method.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ikonzept_desktop.checking.verdicts import Verdicts
from ikonzept_desktop.checking.words import Word, words_of
from ikonzept_desktop.ui.editor.marked_text import mark_format
from ikonzept_desktop.ui.editor.positions import to_code_points, to_utf16


class MarkedLine(QObject):
    """One line with its marks."""

    def __init__(self, line: QLineEdit, look_soon: Callable[[], object]) -> None:
        """Look at the line once it can be seen."""
        super().__init__(line)
        self.view = line
        self._look_soon = look_soon
        self._todo = True
        self._marked: list[tuple[int, int]] = []
        self._composing = False
        self._own = False
        line.textChanged.connect(lambda _text: self._take())
        line.editingFinished.connect(self.forget)
        line.installEventFilter(self)

    def forget(self) -> None:
        """Look at the line again after a pause."""
        self._todo = True
        self._look_soon()

    def leave(self) -> None:
        """Nothing is held back here: a line that is left is looked at again when its editing ends."""

    def is_seen(self) -> bool:
        """Tell whether the line is on screen."""
        return self.view.isVisible()

    def look(self, verdicts: Verdicts | None) -> bool:
        """Look at the line; tell whether it was still to be looked at."""
        if not self._todo or self._composing:
            return False
        self._todo = False
        text = self.view.text()
        wrong = verdicts.wrong_words(text) if verdicts is not None else []
        caret = to_code_points(text, self.view.cursorPosition())
        if self.view.hasFocus() and self.view.isModified():
            wrong = [word for word in wrong if not word.start <= caret <= word.end]
        self._mark([(to_utf16(text, word.start), to_utf16(text, word.end)) for word in wrong])
        return True

    def word_at(self, position: int) -> tuple[int, Word] | None:
        """Give the word at a position (UTF-16) of the line; its paragraph is 0."""
        at = to_code_points(self.view.text(), position)
        found = (word for word in words_of(self.view.text()) if word.start <= at <= word.end)
        return next(((0, word) for word in found), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep off while something is composed, and look when the line comes to sight."""
        if isinstance(event, QInputMethodEvent) and not self._own:
            self._composing = bool(event.preeditString())
            self._marked = []
            self._todo = True
        elif event.type() == QEvent.Type.Show and self._todo:
            self._look_soon()
        return False

    def _take(self) -> None:
        if self._marked and not self._composing:
            self._mark([])
        self.forget()

    def _mark(self, spans: list[tuple[int, int]]) -> None:
        if spans == self._marked:
            return
        self._marked = spans
        caret = self.view.cursorPosition()
        kind = QInputMethodEvent.AttributeType.TextFormat
        marks = [QInputMethodEvent.Attribute(kind, start - caret, end - start, mark_format()) for start, end in spans]
        self._own = True
        try:
            QApplication.sendEvent(self.view, QInputMethodEvent("", marks))
        finally:
            self._own = False
