"""Asking for an internal note on the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ikonzept_desktop.ui.window import dialog_texts as texts


class CommentDialog(QDialog):
    """Some lines for a note: Return begins another, Tab leads to the buttons, Strg+Eingabe is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self.setWindowTitle(texts.COMMENT)
        self.setMinimumWidth(460)
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(texts.COMMENT)
        self.words.setTabChangesFocus(True)
        self.words.setProperty("role", "field")
        hint = QLabel(texts.COMMENT_ON, self)
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts.NOTE, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)

    def comment(self) -> str:
        """Give what was written."""
        return self.words.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the note with Strg+Eingabe, which the lines leave to the dialog."""
        done = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if done and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)
