"""How a line of the proposed outline is drawn: number and what it becomes muted, what to look at with sign and word."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.plan_model import BECOMES, BECOMES_ROLE, LOOK, NUMBER, SURE_ROLE, TITLE

ROW_HEIGHT = 25
SHAPE, BAR = 16, 3
SIGN_WIDTH = 28
"""px of the column of signs where there is no room for the word."""
_State = QStyle.StateFlag
_QUIET = frozenset({Becomes.TEXT, Becomes.INBOX, Becomes.CONTENTS})
"""What stands in no outline."""


def look_width() -> int:
    """Give the width of the column that says what to look at, with sign and word. px"""
    return QFontMetrics(fonts.small_font()).horizontalAdvance(texts.LOOK) + SIGN_WIDTH + 10


class PlanDelegate(QStyledItemDelegate):
    """Draws a line of the plan."""

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of 25 px, higher where the font needs it."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(ROW_HEIGHT, option.fontMetrics.height() + 7))

    def initStyleOption(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Set number, text that is no heading, and the chosen lines apart."""
        super().initStyleOption(option, index)
        quiet = index.data(BECOMES_ROLE) in _QUIET
        if index.column() == NUMBER:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if index.column() != TITLE or quiet:
            option.palette.setColor(QPalette.ColorRole.Text, theme.colour("muted"))
            option.palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("muted", chosen=True))
        elif option.state & _State.State_Selected:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        if index.column() == BECOMES:
            option.font = fonts.small_font()
            option.fontMetrics = QFontMetrics(option.font)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a cell, the accent bar at a chosen line's left and the sign at the right of one to be looked at."""
        if index.column() != LOOK:
            super().paint(painter, option, index)
        else:
            self._draw_look(painter, option, index)
        if index.column() == NUMBER and option.state & _State.State_Selected:
            painter.fillRect(QRect(0, option.rect.top(), BAR, option.rect.height()), theme.colour("accent"))

    def _draw_look(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        chosen = bool(option.state & _State.State_Selected)
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if index.data(SURE_ROLE):
            return
        rect = option.rect
        spot = QRect(rect.left() + 6, rect.center().y() - SHAPE // 2 + 1, SHAPE, SHAPE)
        mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
        icon("circle-alert", "amber").paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)
        if rect.width() > SIGN_WIDTH + 10:
            painter.save()
            painter.setFont(fonts.small_font())
            painter.setPen(theme.colour("amber", chosen=chosen))
            painter.drawText(rect.adjusted(SIGN_WIDTH, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
            painter.restore()
