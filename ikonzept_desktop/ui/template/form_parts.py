"""The controls of the dialog's forms: each tells once when something else was put into it by hand."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.kit.labels import label_for
from ikonzept_desktop.ui.kit.quiet import QuietCombo

_LINES = 3


class FormLine(QLineEdit):
    """One line, taken by Return and when it is left, be it for another window."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Be empty."""
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self.put)

    def show_text(self, text: str) -> None:
        """Show what stands there."""
        self._shown = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def put(self) -> None:
        """Tell what was written, where it is another text."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.written.emit(self.text())


class FormText(QPlainTextEdit):
    """A few lines of plain text, taken when they are left."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Be empty, some lines high."""
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")
        self.setUndoRedoEnabled(False)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 16)

    def show_text(self, text: str) -> None:
        """Show what stands there."""
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def put(self) -> None:
        """Tell what was written, where it is another text."""
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.written.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was written."""
        super().focusOutEvent(event)
        self.put()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what was written by Return: a help is one paragraph."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.put()
        else:
            super().keyPressEvent(event)


class FormBox(QCheckBox):
    """A yes or no."""

    def show_on(self, on: bool) -> None:
        """Show a state without a signal."""
        blocker = QSignalBlocker(self)
        self.setChecked(on)
        del blocker


class FormCombo(QuietCombo):
    """One of a few, by key."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self.activated.connect(lambda row: self.picked.emit(str(self.itemData(row))))

    def offer(self, choices: Iterable[tuple[str, str]], key: str) -> None:
        """Offer keys and names, one of them chosen."""
        wanted = list(choices)
        if wanted != [(self.itemData(row), self.itemText(row)) for row in range(self.count())]:
            self.clear()
            for each, name in wanted:
                self.addItem(name, each)
        self.setCurrentIndex(self.findData(key))


class Named(QWidget):
    """A control with its name above it; both come and go together."""

    def __init__(self, name: str, control: QWidget, parent: QWidget) -> None:
        """Put a control under its name, which a screen reader speaks too."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        control.setAccessibleName(name)
        self.label: QLabel = label_for(name, control)
        layout.addWidget(self.label)
        layout.addWidget(control)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Put controls beside each other, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row


def at_left(widget: QWidget) -> QHBoxLayout:
    """Put a button at the left, as wide as it needs."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def in_two_columns(widgets: Iterable[QWidget]) -> QGridLayout:
    """Put controls into two columns, row by row."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for at, widget in enumerate(widgets):
        grid.addWidget(widget, at // 2, at % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def offer_to_delete(button: QPushButton, words: str, *, used: bool) -> None:
    """Have a button delete, or hide what is used."""
    button.setText(words)
    set_icon(button, "eye-off" if used else "trash-2")


def icon_button(icon_name: str, name: str, parent: QWidget, *, word: str = "") -> IconButton:
    """Make a flat button for the foot of a list, with a word beside its icon where it has one."""
    button = IconButton(icon_name, name, parent=parent)
    button.setAccessibleName(name)
    if word:
        button.setText(word)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
