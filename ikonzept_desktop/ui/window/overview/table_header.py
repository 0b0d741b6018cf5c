"""The head of the overview's table: its words stand over those of the cells."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.painting import draw_chevron
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.columns import AT_RIGHT
from ikonzept_desktop.ui.window.overview.delegate import MARGIN

_ARROW = 10
"""px"""


class OverviewHeader(QHeaderView):
    """Names, semibold; the column that is sorted by has an arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand above a table."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(fonts.small_font(strong=True))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw the ground as the style has it, and the words over those of the cells."""
        option = QStyleOptionHeader()
        option.rect, option.state = rect, QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        by_this = self.isSortIndicatorShown() and self.sortIndicatorSection() == column
        font = self.font()
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        words = QFontMetrics(font).elidedText(texts.COLUMNS[column], Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if column in AT_RIGHT else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if by_this else "muted"))
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        if by_this:
            width = QFontMetrics(font).horizontalAdvance(words)
            left = box.right() - width - _ARROW - 4 if column in AT_RIGHT else box.left() + width + 4
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            spot = QRectF(left, rect.center().y() - _ARROW / 2, _ARROW, _ARROW)
            draw_chevron(painter, spot, "up" if up else "down", theme.colour("accent"))
