"""The palette itself: a line and a list over the window, gone with Escape, a choice, or the keyboard elsewhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit import labels, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.ui.window.palette.entries import Entry
from ikonzept_desktop.ui.window.palette.entry_list import EntryList, EntryModel

WIDTH = 600
_MOST_ROWS = 12
_EDGE = 8
"""px"""
_TO_LIST = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
Source = Callable[[str], Sequence[Entry]]
"""Gives the entries for what was typed."""


class Palette(QFrame):
    """Shows what a source offers for the letters in its line."""

    chosen = Signal(object)
    """The Entry, when it can be chosen and was; the keyboard is back where it was then."""

    def __init__(self, window: QWidget) -> None:
        """Stand over a window, hidden."""
        super().__init__(window)
        self._window = window
        self._source: Source | None = None
        self._holder: QWidget | None = None
        self._nothing = ""
        self.line = _Line(self)
        self.model = EntryModel(self)
        self.list = EntryList(self.model, self)
        self.said = labels.hint()
        self.said.setContentsMargins(12, 4, 12, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.said)
        self.line.textEdited.connect(lambda _text: self._fill())
        self.line.chosen.connect(self._choose_current)
        self.line.given_up.connect(self.give_up)
        self.line.left.connect(self._leave)
        self.line.walked.connect(self._walk)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        window.installEventFilter(self)
        self.hide()

    def open(self, name: str, prompt: str, nothing: str, source: Source, spot: QPoint) -> None:
        """Offer what a source gives, with the top right corner at a spot of the window."""
        if not self.isVisible():
            self._holder = self._window.focusWidget()
        self._source, self._nothing = source, nothing
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(prompt)
        self.line.clear()
        self._fill()
        width = min(WIDTH, self._window.width() - 16)
        left = min(max(spot.x() - width, 8), self._window.width() - width - 8)
        self.setGeometry(left, spot.y(), width, self.height())
        self._fit()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def give_up(self) -> None:
        """Go, and bring the keyboard back to where it was."""
        holder, self._holder = self._holder, None
        self.hide()
        if holder is not None and holder.isVisible():
            holder.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the window changes its size: the spot is another one then."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.give_up()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a sheet with an edge."""
        draw_box(QPainter(self), QRectF(self.rect()), theme.colour("paper"), theme.colour("border"))

    def _fill(self) -> None:
        entries = self._source(self.line.text()) if self._source else ()
        self.model.show(entries)
        self.list.setCurrentIndex(self.model.index(0) if entries else QModelIndex())
        self._tell()
        self._fit()

    def _fit(self) -> None:
        rows = len(self.model.entries)
        height = self.list.sizeHintForRow(0) if rows else 0
        room = self._window.height() - self.y() - 80
        shown = max(min(rows, _MOST_ROWS, room // height), 1) if height else 0
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(shown * height)
        self.said.setVisible(bool(self.said.text()))
        self.resize(self.width(), self.minimumSizeHint().height())

    def _tell(self) -> None:
        """Say why the entry cannot be chosen, or that there is none."""
        row = self.list.currentIndex().row()
        entries = self.model.entries
        reason = entries[row].reason if 0 <= row < len(entries) else "" if entries else self._nothing
        if reason != self.said.text():
            self.said.setText(reason)
            self._fit()
        spoken = str(self.model.index(row).data()) if 0 <= row < len(entries) else reason
        self.line.setAccessibleDescription(spoken)

    def _walk(self, event: QKeyEvent) -> None:
        """Go round at the ends, else as lists go."""
        rows, row = len(self.model.entries), self.list.currentIndex().row()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and rows:
            self.list.setCurrentIndex(self.model.index((row + step) % rows))
        else:
            self.list.keyPressEvent(event)

    def _choose_current(self) -> None:
        self._choose(self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self.model.entries):
            return
        entry = self.model.entries[row]
        if entry.reason:
            self.list.setCurrentIndex(self.model.index(row))
            return
        self.give_up()
        self.chosen.emit(entry)

    def _leave(self) -> None:
        """Go where the keyboard went elsewhere; it stays there."""
        self._holder = None
        self.hide()


class _Line(QLineEdit):
    """Keeps the keyboard while one walks through the list below."""

    chosen = Signal()
    given_up = Signal()
    left = Signal()
    walked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("iconLeft", True)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in _TO_LIST and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Stay: Tab leads nowhere from here."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        away = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if event.reason() not in away and self.isVisible():
            self.left.emit()
