"""Where a title is written: as high as it needs, with typographic help, the caret kept where it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ikonzept_desktop.ui.editor import keys, texts
from ikonzept_desktop.ui.editor.positions import for_qt, to_code_points, to_utf16
from ikonzept_desktop.ui.kit import fonts


class TitleEdit(QPlainTextEdit):
    """A title."""

    written = Signal()
    """A key has written a character."""

    def __init__(self, parent: QWidget) -> None:
        """Be empty."""
        super().__init__(parent)
        self._showing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(texts.TITLE)
        self.setPlaceholderText(texts.UNTITLED)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def show_text(self, text: str) -> None:
        """Show a text; only what differs is changed, so that the caret stays."""
        before = self.toPlainText()
        start = _alike(before, text)
        end = _alike(before[start:][::-1], text[start:][::-1])
        self._showing = True
        self._put(start, len(before) - end, text[start : len(text) - end])
        self._showing = False

    def before_caret(self) -> str:
        """Give what stands before the caret; nothing while there is a selection, or something is composed."""
        cursor = self.textCursor()
        if cursor.hasSelection() or cursor.block().layout().preeditAreaText():
            return ""
        text = self.toPlainText()
        return text[: to_code_points(text, cursor.position())]

    def correct(self, taken: int, text: str) -> None:
        """Write another text instead of the last characters before the caret."""
        end = len(self.before_caret())
        self._put(end - taken, end, text)

    def set_size(self, size: float) -> None:
        """Write larger or smaller. px"""
        self.setFont(fonts.text_font(size, strong=True))
        self._fit()

    def is_being_typed(self) -> bool:
        """Tell whether a change comes from the keyboard."""
        return not self._showing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, and tell of it."""
        super().keyPressEvent(event)
        if keys.typed(event) and not self.isReadOnly():
            self.written.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _put(self, start: int, end: int, text: str) -> None:
        """Write a text instead of what stands from start to end. Code points"""
        known = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(known, start))
        cursor.setPosition(to_utf16(known, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(for_qt(text))

    def _fit(self) -> None:
        """Take the height of as many lines as the text has at this width; asking for its extent lays a block out."""
        block = self.document().firstBlock()
        self.document().documentLayout().blockBoundingRect(block)
        lines = max(block.layout().lineCount(), 1)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2)


def _alike(one: str, other: str) -> int:
    """Give how many characters two texts begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
