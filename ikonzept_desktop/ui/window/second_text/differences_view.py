"""What a second text and the written one differ in, as one text: struck what is gone, underlined what has come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ikonzept_desktop.publication.differences import Change, ComparedLine
from ikonzept_desktop.ui.editor.looks import FIELD, MEASURE
from ikonzept_desktop.ui.editor.rich_text import be_for_reading
from ikonzept_desktop.ui.editor.wheel import is_zoom
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.window.second_text import texts


class DifferencesView(QTextEdit):
    """To be read, selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        be_for_reading(self)
        self.setAccessibleName(texts.COMPARED)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self._lines: tuple[ComparedLine, ...] = ()
        self._zoom = 100
        self._colours = ""

    def show_lines(self, lines: Sequence[ComparedLine], zoom: int) -> None:
        """Show compared lines as large as the text, where reading has got to."""
        colours = theme.colour("ink").name() + theme.colour("paper").name()
        if (tuple(lines), zoom, colours) == (self._lines, self._zoom, self._colours):
            return
        self._lines, self._zoom, self._colours = tuple(lines), zoom, colours
        place = self.verticalScrollBar().value()
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for at, line in enumerate(lines):
            if at:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block_format(line))
            for piece in line.pieces:
                cursor.insertText(piece.text, self._format(piece.change, heading=line.heading, title=not at))
        cursor.endEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)
        self._keep_measure()

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave Strg+wheel to what is around."""
        if is_zoom(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.Resize:
            self._keep_measure()
        return super().viewportEvent(event)

    def _keep_measure(self) -> None:
        """Set the lines no longer than the text's own, in the middle of the width."""
        measure = round(MEASURE * self._zoom / 100)
        beside = max((self.width() - measure) // 2, 28)
        if self.viewportMargins().left() != beside:
            self.setViewportMargins(beside, 16, max(beside - 12, 16), 0)

    def _block_format(self, line: ComparedLine) -> QTextBlockFormat:
        format = QTextBlockFormat()
        style = FIELD.zoomed(self._zoom)
        format.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        format.setBottomMargin(style.gap * (0.5 if line.heading else 1))
        format.setTopMargin(style.gap if line.heading else 0)
        return format

    def _format(self, change: Change, *, heading: bool, title: bool) -> QTextCharFormat:
        format = QTextCharFormat()
        size = FIELD.size * (1.5 if title else 1) * self._zoom / 100
        format.setFont(fonts.text_font(size, strong=heading))
        ink, tint = {
            Change.SAME: ("ink", ""),
            Change.GONE: ("red", "red_tint"),
            Change.NEW: ("green", "green_tint"),
        }[change]
        format.setForeground(theme.colour(ink))
        if tint and not theme.is_high_contrast():
            format.setBackground(theme.colour(tint))
        format.setFontStrikeOut(change is Change.GONE)
        format.setFontUnderline(change is Change.NEW)
        return format
