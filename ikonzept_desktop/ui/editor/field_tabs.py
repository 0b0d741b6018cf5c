"""The names of a section's fields in a row: the one reached is underlined, a click leads to another."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter, QTabBar, QToolButton, QWidget

from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon

_PAD = 10
_HEIGHT = 34
_ICON = 16


class FieldTabs(QTabBar):
    """Flat tabs; one with an alert says that something in its field is missing."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without tabs."""
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFont(fonts.ui_font())
        self.setAccessibleName(texts.FIELDS)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_tab(self, index: int, name: str, count: int | None, *, alert: bool) -> None:
        """Show a tab's name, the number of its entries where it has such, and whether something is missing."""
        text = name if count is None else f"{name} {count}"
        if self.tabText(index) == text and bool(self.tabData(index)) is alert:
            return
        self.setTabData(index, alert)
        self.setTabToolTip(index, texts.MISSING if alert else "")
        # Last, for this alone makes Qt ask anew how much room the tab needs.
        self.setTabText(index, text)

    def tabSizeHint(self, index: int) -> QSize:
        """Give the room a tab needs."""
        width = QFontMetrics(fonts.ui_font(strong=True)).horizontalAdvance(self.tabText(index))
        return QSize(width + 2 * _PAD + (_ICON + 6 if self.tabData(index) else 0), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs."""
        painter = QStylePainter(self)
        buttons = [child.x() for child in self.findChildren(QToolButton) if child.isVisible()]
        painter.setClipRect(0, 0, min(buttons, default=self.width()), self.height())
        for index in range(self.count()):
            self._paint_tab(painter, index)
        if self.hasFocus() and self.currentIndex() >= 0:
            option = QStyleOptionTab()
            self.initStyleOption(option, self.currentIndex())
            option.rect = self.tabRect(self.currentIndex()).adjusted(1, 1, -1, -1)  # type: ignore[attr-defined]  # Qt's
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        rect, current = self.tabRect(index), index == self.currentIndex()
        painter.setFont(fonts.ui_font(strong=current))
        painter.setPen(theme.colour("accent" if current else "ink"))
        words = rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.tabText(index))
        if current:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.colour("accent"))
        if self.tabData(index):
            spot = QRect(rect.right() - _PAD - _ICON + 2, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            icon("triangle-alert", "amber").paint(painter, spot)
