"""Two fields of an attached PDF: which of its pages are printed, and what is to be seen on one without words."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ikonzept_desktop.model.page_choice import pages_of
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor.context import Pending
from ikonzept_desktop.ui.kit.buttons import LinkButton
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.labels import hint, label_for
from ikonzept_desktop.ui.window.attachments import texts

_LINES = 3


class PageChoice(QWidget):
    """Which pages are printed, as one writes it."""

    chosen = Signal(str)
    """What was written, where it names pages of the file; what names none stays in the field, with a word on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Know no file yet."""
        super().__init__(parent)
        self._count = 1
        self.field = QLineEdit(self)
        self.note = FieldNote(self.field, self)
        self._help = hint(texts.PAGES_HELP)
        self._writing = Pending(self._take, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (label_for(texts.PAGES, self.field), self.field, self.note, self._help):
            layout.addWidget(part)
        layout.addStretch(1)
        self.field.textEdited.connect(lambda _text: self._writing.begin())
        self.field.editingFinished.connect(self.commit)

    def show_choice(self, choice: str, count: int) -> None:
        """Show what is chosen of a file of so many pages, unless something is being written."""
        self._count = count
        if not self._writing.waits:
            if self.field.text() != choice:
                self.field.setText(choice)
            self._judge(choice)

    def commit(self) -> None:
        """Take over what is written."""
        self._writing.finish()

    def drop(self) -> None:
        """Let go of what is being written."""
        self._writing.drop()

    def _judge(self, choice: str) -> bool:
        fits = bool(pages_of(choice, self._count))
        self.note.say("" if fits else texts.no_such_pages(self._count))
        self._help.setVisible(fits)
        return fits

    def _take(self) -> None:
        choice = clean(self.field.text()).strip()
        if self._judge(choice):
            self.chosen.emit(choice)


class PageDescription(QWidget):
    """What is to be seen on a page whose text cannot be read, and the way to the next one that needs it."""

    described = Signal(int, str)
    """The number of the page, and the words, after a pause in typing."""
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no page yet."""
        super().__init__(parent)
        self._number = 1
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setProperty("role", "field")
        self.words.setPlaceholderText(texts.DESCRIPTION_HELP)
        self.words.setFixedHeight(QFontMetrics(self.words.font()).lineSpacing() * _LINES + 14)
        self._label = label_for(texts.description_of(1), self.words)
        self.next = LinkButton(texts.NEXT_UNDESCRIBED, "chevron-right", self)
        self._writing = Pending(self._take, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._label, self.words, self.next):
            layout.addWidget(part)
        self.words.textChanged.connect(self._writing.begin)
        self.next.clicked.connect(self.next_asked)

    def show_page(self, number: int, said: str, *, needed: bool, more: bool) -> None:
        """Show what is said of a page, where it needs that; `more` tells whether there are others to describe."""
        self._number = number
        self._label.setText(texts.description_of(number))
        self.words.setAccessibleName(texts.description_of(number))
        self._label.setVisible(needed)
        self.words.setVisible(needed)
        self.next.setVisible(more)
        if not self._writing.waits and said != self._said():
            blocked = QSignalBlocker(self.words)
            self.words.setPlainText(said)
            del blocked

    def commit(self) -> None:
        """Take over what is written."""
        self._writing.finish()

    def drop(self) -> None:
        """Let go of what is being written."""
        self._writing.drop()

    def _said(self) -> str:
        return clean(self.words.toPlainText()).strip()

    def _take(self) -> None:
        self.described.emit(self._number, self._said())
