"""The list of proposals; while it has the keyboard single keys decide."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.proposals_delegate import ProposalsDelegate
from ikonzept_desktop.ui.window.returns.proposals_model import ProposalsModel

_DIGITS = {Qt.Key(Qt.Key.Key_0.value + number): number for number in range(10)}
_PAGE = 10
"""Entries that Bild auf and Bild ab go on by."""


class ProposalsList(QListView):
    """Arrow keys go from entry to entry, past the headings."""

    stepped = Signal(int)
    """By how many entries."""
    accepted = Signal()
    rejected = Signal()
    edit_asked = Signal()
    later_asked = Signal()
    variant_chosen = Signal(int)
    """0 for the text as it was, from 1 for the variants."""
    entry_clicked = Signal(str)

    def __init__(self, model: ProposalsModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ProposalsDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.LIST)
        self.setAccessibleDescription(texts.HINT)
        self.setToolTip("")
        self.clicked.connect(lambda index: self._tell(index.row()))

    def show_current(self, id: str) -> None:
        """Have an entry chosen and in sight, with the heading above the first of a section."""
        row = self._model.row_of(id)
        if row < 0:
            self.clearSelection()
            return
        index = self._model.index(row)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        if row and self._model.entry_at(row - 1) is None:
            self.scrollTo(self._model.index(row - 1))
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, or go on."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # Strg+Z and the rest are the window's
            return
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_Home: -len(self._model.rows),
            Qt.Key.Key_End: len(self._model.rows),
        }
        deeds = {
            Qt.Key.Key_Return: self.accepted,
            Qt.Key.Key_Enter: self.accepted,
            Qt.Key.Key_Delete: self.rejected,
            Qt.Key.Key_E: self.edit_asked,
            Qt.Key.Key_S: self.later_asked,
        }
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in deeds:
            deeds[key].emit()
        elif key in _DIGITS:
            self.variant_chosen.emit(_DIGITS[key])
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Search for nothing: letters decide here."""

    def _tell(self, row: int) -> None:
        if (entry := self._model.entry_at(row)) is not None:
            self.entry_clicked.emit(entry.id)
