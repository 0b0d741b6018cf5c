"""How a cell looks: its text on the ground of its kind, lines around it, a mark where it should be a number."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.tables.cell_layouts import CellLayouts
from ikonzept_desktop.ui.tables.cells_model import CellsModel, Shown

SIDE, ABOVE = 6, 2
"""px between a cell's edge and its text."""
_CORNER = 9
_State = QStyle.StateFlag


class CellDelegate(QStyledItemDelegate):
    """Draws the cells; nothing is edited through it."""

    def __init__(self, model: CellsModel, layouts: CellLayouts, parent: QObject) -> None:
        """Draw a model's cells."""
        super().__init__(parent)
        self._model = model
        self._layouts = layouts

    def height(self, shown: Shown, width: int) -> int:
        """Give how high a cell has to be. px"""
        return round(self._layouts.height(shown, width - 2 * SIDE)) + 2 * ABOVE

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the room a cell needs at its width."""
        shown = self._model.shown(index.row(), index.column())
        return QSize(120, self.height(shown, option.rect.width()))  # type: ignore[attr-defined]  # PySide's stub lacks it

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell."""
        shown = self._model.shown(index.row(), index.column())
        rect: QRect = option.rect  # type: ignore[attr-defined]  # PySide's stub lacks it
        state = option.state  # type: ignore[attr-defined]  # as above
        painter.save()
        painter.setClipRect(rect)
        chosen = bool(state & _State.State_Selected)
        painter.fillRect(rect, theme.colour(_ground(shown, chosen=chosen)))
        self._draw_lines(painter, rect, shown)
        painter.setPen(theme.colour("on_soft" if chosen and theme.is_high_contrast() else "ink"))
        layout = self._layouts.layout(shown, rect.width() - 2 * SIDE)
        layout.draw(painter, QPointF(rect.left() + SIDE, rect.top() + ABOVE))
        if shown.wrong:
            _draw_corner(painter, rect)
        if state & _State.State_HasFocus:
            draw_ring(painter, QRectF(rect))
        painter.restore()

    def _draw_lines(self, painter: QPainter, rect: QRect, shown: Shown) -> None:
        line = theme.colour("line")
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        if shown.total:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.colour("border"))


def _ground(shown: Shown, *, chosen: bool) -> str:
    if chosen:
        return "soft"
    if shown.wrong:
        return "amber_tint"
    return "chip" if shown.header else "panel" if shown.total else "paper"


def _draw_corner(painter: QPainter, rect: QRect) -> None:
    """Draw a corner at the upper right, as table programs mark what is wrong."""
    right, top = rect.right(), rect.top()
    corner = QPolygonF([QPointF(right - _CORNER, top), QPointF(right, top), QPointF(right, top + _CORNER)])
    painter.setPen(QPen(theme.colour("amber"), 0))
    painter.setBrush(theme.colour("amber"))
    painter.drawPolygon(corner)
