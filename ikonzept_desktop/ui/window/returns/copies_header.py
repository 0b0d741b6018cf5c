"""The head of the list of copies: its words stand over those of the cells."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.window.returns import texts

INSET = 6
"""px from the edge of a cell to its words, as the style sets them."""


class CopiesHeader(QHeaderView):
    """Names, semibold and quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand above a table."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(fonts.small_font(strong=True))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw the ground as the style has it, and the words over those of the cells."""
        option = QStyleOptionHeader()
        option.rect, option.state = rect, QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        box = rect.adjusted(INSET, 0, -INSET, 0)
        words = QFontMetrics(self.font()).elidedText(texts.COLUMNS[column], Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self.font())
        painter.setPen(colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
