"""How a line of the outline is drawn: the number muted at the right, the title, the shape of its state."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ikonzept_desktop.model.template import Template
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.icons import icon, status_icon
from ikonzept_desktop.ui.window.outline_model import NUMBER, SECTION_ROLE, STATUS, STATUS_ROLE, TITLE, WAITS_ROLE

ROW_HEIGHT = 25
SHAPE = 16
BAR = 3
MARGIN = 6
"""px beside the words of a cell, as the style has it."""
NUMBER_PADDING = 14
"""px beside a number."""
_State = QStyle.StateFlag
_NOT_PLAIN = _State.State_Selected | _State.State_MouseOver | _State.State_HasFocus


class OutlineDelegate(QStyledItemDelegate):
    """Draws a section's line, and the heading of a part as a quiet label."""

    def __init__(self, parent: QWidget) -> None:
        """Draw without states until a template says which there are."""
        super().__init__(parent)
        self._template: Template | None = None

    def set_template(self, template: Template) -> None:
        """Draw states as the template has them."""
        self._template = template

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of 25 px, higher where the font needs it."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(ROW_HEIGHT, option.fontMetrics.height() + 7))

    def initStyleOption(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Set number, heading and chosen line apart."""
        super().initStyleOption(option, index)
        muted = theme.colour("muted")
        if not index.data(SECTION_ROLE):
            option.palette.setColor(QPalette.ColorRole.Text, muted)
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        elif index.column() == NUMBER:
            if _width(option, index) > option.rect.width():
                option.text = ""
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            option.palette.setColor(QPalette.ColorRole.Text, muted)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("muted", chosen=True))
        elif option.state & _State.State_Selected:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a cell, the accent bar at the chosen line's left and the state's shape at its right."""
        if option.state & _NOT_PLAIN:
            self._draw_whole(painter, option, index)
        elif index.column() != STATUS:
            _draw_plain(painter, option, index)
        if index.column() == STATUS and self._template is not None and index.data(SECTION_ROLE):
            status = self._template.status(str(index.data(STATUS_ROLE)))
            shape = icon("inbox", "muted") if index.data(WAITS_ROLE) else status_icon(status.shape, status.colour)
            spot = QRect(0, 0, SHAPE, SHAPE)
            spot.moveCenter(option.rect.center())
            chosen = option.state & _State.State_Selected
            mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
            shape.paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)

    def _draw_whole(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a cell with its ground and its ring, as the style has them."""
        if index.column() == TITLE and _runs_on(option, index):
            title = title_rect(option, index)
            number: Any = QStyleOptionViewItem(option)
            number.rect = QRect(0, title.top(), title.left(), title.height())
            super().paint(painter, number, index.sibling(index.row(), NUMBER))
            option.rect = title
        super().paint(painter, option, index)
        if index.column() == NUMBER and option.state & _State.State_Selected:
            painter.fillRect(QRect(0, option.rect.top(), BAR, option.rect.height()), theme.colour("accent"))

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        """Edit a title where it stands."""
        option.rect = title_rect(option, index)
        super().updateEditorGeometry(editor, option, index)


def _draw_plain(painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
    """Write a number or a title that is neither chosen nor pointed at, as nearly all are.

    The style would draw the same, by way of a dozen questions for each cell.
    """
    muted = theme.colour("muted")
    if index.column() == NUMBER:
        if _width(option, index) <= option.rect.width():
            _write(painter, option, option.rect, index, muted)
        return
    title = title_rect(option, index)
    if title != option.rect:
        number = QRect(0, title.top(), title.left(), title.height())
        _write(painter, option, number, index.sibling(index.row(), NUMBER), muted)
    ink = option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    _write(painter, option, title, index, ink if index.data(SECTION_ROLE) else muted)


def _write(
    painter: QPainter, option: Any, rect: QRect, index: QModelIndex | QPersistentModelIndex, colour: QColor
) -> None:
    font = QFont(option.font)
    if not index.data(SECTION_ROLE):
        font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    # The style rounds down where Qt's own centring rounds up: a line must not jump when it is chosen.
    box = rect.adjusted(MARGIN, (rect.height() - metrics.height()) // 2, -MARGIN, 0)
    words = metrics.elidedText(str(index.data() or ""), option.textElideMode, box.width())
    side = Qt.AlignmentFlag.AlignRight if index.column() == NUMBER else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, words)


def title_rect(option: Any, index: QModelIndex | QPersistentModelIndex) -> QRect:
    """Give what of the title's cell is left to the title, by the cell's option."""
    rect = QRect(option.rect)
    if _runs_on(option, index):
        rect.setLeft(max(rect.left(), _width(option, index)))
    return rect


def _width(option: Any, index: QModelIndex | QPersistentModelIndex) -> int:
    """Give the room that the number of a line needs. px"""
    number = str(index.sibling(index.row(), NUMBER).data() or "")
    return int(option.fontMetrics.horizontalAdvance(number)) + NUMBER_PADDING


def _runs_on(option: Any, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Tell whether the number of a line has no room in its column."""
    return bool(_width(option, index) > option.widget.columnWidth(NUMBER))
