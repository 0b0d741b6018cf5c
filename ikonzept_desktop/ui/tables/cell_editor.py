"""The one cell that is written in: a rich text over the grid, framed, growing with what is typed."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.ui.editor.clipboard import Images
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.looks import Look
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.tables import cell_clipboard
from ikonzept_desktop.ui.tables.cell_paint import ABOVE, SIDE

_MOVES = {
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier): "next",
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier): "previous",
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.NoModifier): "previous",
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier): "previous",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "below",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "below",
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "out",
}


def way_of(event: QKeyEvent) -> str:
    """Give where a key leads out of a cell: next, previous, below, out; nothing for other keys."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _MOVES.get((Qt.Key(event.key()), held), "")


class CellText(RichTextEdit):
    """A cell's text: Tab and Return go on to other cells, cells from the clipboard go into the grid."""

    went = Signal(str)
    """Where a key leads: next, previous, below, out."""
    cells_pasted = Signal(object)
    """A QMimeData with more than one cell."""
    left = Signal()
    """The keyboard went elsewhere in this window."""

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt leaves the text by it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and (way := way_of(event)):
            self.went.emit(way)
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in text; several cells go into the grid from here on."""
        if cell_clipboard.holds_cells(source) and not self.isReadOnly():
            self.cells_pasted.emit(source)
        else:
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the cell was left, unless a menu or another window has come before it."""
        super().focusOutEvent(event)
        passing = {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }
        if event.reason() not in passing:
            self.left.emit()


class CellEditor(QWidget):
    """The frame around the text of the cell that is written in."""

    grown = Signal()

    def __init__(self, port: LinePort, naming: Naming, images: Images, look: Look, parent: QWidget) -> None:
        """Write at the place of a cell."""
        super().__init__(parent)
        self.text = CellText(port, naming, images, look, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text)
        layout.addStretch(1)
        self.text.grown.connect(self.grown)
        self.setFocusProxy(self.text)
        self.hide()

    def needed(self) -> int:
        """Give how high the text needs it to be. px"""
        return self.text.height() + ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, and the ring of what has the keyboard."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        draw_ring(painter, QRectF(self.rect()))
