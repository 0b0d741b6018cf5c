"""The box above the text that says what the paragraph at the caret is, and makes it another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.ui.editor.commands import BlockKind
from ikonzept_desktop.ui.editor.tools import FormatState
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window import texts

_OPENING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class KindBox(QuietCombo):
    """Follows the caret; a choice or Escape gives the keyboard back to the text."""

    chosen = Signal(object)
    """The BlockKind that the selected paragraphs are to be."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing until a caret is somewhere."""
        super().__init__(parent)
        # A click must not take the caret out of the text.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(texts.KIND)
        for kind, name in texts.KINDS.items():
            self.addItem(name, kind)
        self.setPlaceholderText(texts.NO_KIND)
        self.show_state(FormatState())
        self.activated.connect(self._choose)

    def show_state(self, state: FormatState) -> None:
        """Say what the paragraph at the caret is; nothing where it can be nothing else."""
        can_be_another = state.editable and state.structured
        self.setCurrentIndex(self.findData(state.kind) if can_be_another else -1)
        self.setEnabled(self.currentIndex() >= 0)

    def offer(self) -> None:
        """Take the keyboard and offer the kinds."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the arrows, which choose nothing by themselves; leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _OPENING and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        self.chosen.emit(BlockKind(self.itemData(row)))
        self.left.emit()
