"""A small editor over the words of a proposal, for other words than anybody proposed."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.ui.editor.looks import CHAPTER
from ikonzept_desktop.ui.editor.positions import for_qt
from ikonzept_desktop.ui.kit import fonts, labels, theme
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.painting import RING, draw_box
from ikonzept_desktop.ui.window.returns import shown_texts as texts

_LINE = "\u2028"
"""How Qt holds a new line within a paragraph."""
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ShownEditor(QFrame):
    """Words in a field of several lines: Strg+Eingabe takes them, Esc leaves them."""

    taken = Signal(str)
    """The words; paragraphs end in PARAGRAPH_END, lines within them in a new line."""
    left = Signal()

    def __init__(self, text: str, zoom: int, parent: QWidget) -> None:
        """Begin with a text, in the size of the text around. per cent"""
        super().__init__(parent)
        self.field = _Field(self)
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setFont(fonts.text_font(CHAPTER.size * zoom / 100))
        self.field.setAccessibleName(texts.EDITOR)
        self.field.setAccessibleDescription(texts.KEYS)
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(for_qt(text.replace("\n", _LINE).replace(PARAGRAPH_END, "\n")))
        self.field.selectAll()
        self.take = push_button(texts.TAKE, primary=True)
        self.back = push_button(texts.BACK)
        self._lay_out()
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self.left)
        self.field.taken.connect(self._take)
        self.field.left.connect(self.left)

    def text(self) -> str:
        """Give the words as they are now."""
        document = self.field.document()
        block, found = document.begin(), []
        while block.isValid():
            found.append(block.text().replace(_LINE, "\n"))
            block = block.next()
        return PARAGRAPH_END.join(found)

    def wanted_height(self, width: int) -> int:
        """Say how high it wants to be for its words to be seen at a width. px"""
        metrics = self.field.fontMetrics()
        across = max(width - 28, 40)
        box = metrics.boundingRect(0, 0, across, 1 << 20, int(Qt.TextFlag.TextWordWrap), self.field.toPlainText())
        return box.height() + metrics.lineSpacing() * 2 + self.take.sizeHint().height() + 30

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box around words and buttons, with the ring of what has the keyboard."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.colour("paper"), theme.colour("accent"), RING)

    def _take(self) -> None:
        self.taken.emit(self.text())

    def _lay_out(self) -> None:
        hint = labels.hint()
        hint.setText(texts.KEYS)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(hint, 1)
        row.addWidget(self.back)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        layout.addLayout(row)


class _Field(QPlainTextEdit):
    """Hands its two keys on."""

    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the words by Strg+Eingabe, leave them by Esc."""
        if event.key() in _RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
