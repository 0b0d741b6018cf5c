"""The alternative text, with advice while it is written, and the word that a figure needs none."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.labels import hint, label_for
from ikonzept_desktop.ui.window.figures import texts
from ikonzept_desktop.ui.window.figures.advice import advice

_LINES = 3


class Description(QWidget):
    """Two fields that belong together: what is to be seen, or that nothing is."""

    typed = Signal()
    """When a character has changed."""
    decorative_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be empty."""
        super().__init__(parent)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setProperty("role", "field")
        self.words.setFixedHeight(QFontMetrics(self.words.font()).lineSpacing() * _LINES + 14)
        self._hint = hint(texts.ALTERNATIVE_ADVICE)
        self.note = FieldNote(self.words, self)
        self.decorative = QCheckBox(texts.DECORATIVE, self)
        self.caption = ""
        """What the caption says, so that the text need not repeat it."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label_for(texts.ALTERNATIVE_TEXT, self.words))
        layout.addWidget(self.words)
        layout.addWidget(self.note)
        layout.addWidget(self._hint)
        layout.addWidget(self.decorative)
        self.words.textChanged.connect(self._take_words)
        self.decorative.toggled.connect(self._take_decorative)

    def text(self) -> str:
        """Give the alternative text as a concept may hold it."""
        return clean(self.words.toPlainText()).strip()

    def show_text(self, text: str, *, decorative: bool) -> None:
        """Show what a figure says, the caret where it is if that is said already."""
        blocked = (QSignalBlocker(self.words), QSignalBlocker(self.decorative))
        if text != self.text():
            self.words.setPlainText(text)
        self.decorative.setChecked(decorative)
        del blocked
        self.words.setEnabled(not decorative)
        self.advise()

    def set_read_only(self, read_only: bool) -> None:
        """Only show, or let change too."""
        self.words.setReadOnly(read_only)
        self.decorative.setEnabled(not read_only)

    def is_missing(self) -> bool:
        """Tell whether a description is needed and not there."""
        return not self.decorative.isChecked() and not self.text()

    def demand(self) -> None:
        """Say that it is missing, and bring the keyboard there."""
        self._hint.hide()
        self.note.say(texts.ALTERNATIVE_MISSING)
        self.words.setFocus()

    def ask_again(self) -> None:
        """Ask whether what is said is still true: the image is another one."""
        if self.text() and not self.decorative.isChecked():
            self._hint.hide()
            self.note.say(texts.ALTERNATIVE_STILL, "missing")
            self.words.setFocus()

    def advise(self) -> None:
        """Say what could be better, or what is wanted at all."""
        said = "" if self.decorative.isChecked() else advice(self.text(), self.caption)
        self._hint.setVisible(self.is_missing() and not said)
        self.note.say(said, "missing")

    def _take_words(self) -> None:
        self.advise()
        self.typed.emit()

    def _take_decorative(self, on: bool) -> None:
        self.words.setEnabled(not on)
        self.advise()
        self.decorative_chosen.emit(on)
