"""Tables whose rows are divided by a thin line: Fusion's own grid is lost on a dark ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ikonzept_desktop.ui.kit.look import colour


def line_rows(table: QTableView) -> None:
    """Have a table draw a line below each row instead of a grid."""
    table.setShowGrid(False)
    table.setItemDelegate(_Lined(table))


class _Lined(QStyledItemDelegate):
    """Draws and edits cells as usual, with a line below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        rect = option.rect  # type: ignore[attr-defined]  # as Qt has it
        painter.setPen(colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
