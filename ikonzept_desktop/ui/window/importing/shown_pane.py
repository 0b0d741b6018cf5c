"""The text of an entry as it will stand, to be read; a section or a field can begin at any of its paragraphs."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.importing.shown_entry import lines_of_entry, piece_of
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.correcting import Correcting
from ikonzept_desktop.ui.window.returns.shown_view import ShownView

_ZOOM = 85
"""Per cent of the text's size in the window: here one looks over, and does not write."""


class ShownPane(ShownView):
    """Shows one entry of the plan."""

    menu_asked = Signal(int, QPoint)
    """At which piece, and where on the screen."""
    split_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(texts.SHOWN)
        self._shown: tuple[int, int] = (-1, 0)

    def show_entry(self, hand: Correcting, at: int) -> None:
        """Show an entry from its beginning, or where it was scrolled to if it is the same one."""
        entry = hand.plan.entries[at]
        kept = self.verticalScrollBar().value() if self._shown[0] == entry.piece else 0
        outlook = hand.outlook()
        lines = lines_of_entry(outlook, hand.manuscript, hand.plan, at)
        self.show_lines("", lines, {}, outlook.labels, _ZOOM)
        self._shown = (entry.piece, at)
        self.verticalScrollBar().setValue(kept)

    def piece_at(self, position: int) -> int | None:
        """Give the piece that stands at a position of the text (UTF-16), or the nearest one before it."""
        best: tuple[int, int] | None = None
        for name, reach in self.setting.lines.items():
            piece = piece_of(name)
            if piece is not None and reach.start <= position and (best is None or reach.start > best[0]):
                best = (reach.start, piece)
        return best[1] if best else None

    def go_to_first(self) -> None:
        """Put the caret on the first paragraph behind the title."""
        starts = sorted(reach.start for name, reach in self.setting.lines.items() if piece_of(name) is not None)
        if starts:
            cursor = QTextCursor(self.document())
            cursor.setPosition(starts[min(1, len(starts) - 1)])
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Part the text at the caret with S; everything else is as in any text that is read."""
        if event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            piece = self.piece_at(self.textCursor().position())
            if piece is not None:
                self.split_asked.emit(piece)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can begin at the paragraph that was pointed at, or where the caret is."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        piece = self.piece_at(cursor.position())
        if piece is not None:
            spot = self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft()) if by_key else event.globalPos()
            self.menu_asked.emit(piece, spot)
        event.accept()
