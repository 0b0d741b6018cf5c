"""Choosing how many rows and columns a table has, by drawing it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.tables import make_texts as texts

MOST_ROWS, MOST_COLUMNS = 8, 10
_BOX, _GAP, _EDGE = 22, 4, 4
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class SizePicker(QWidget):
    """A field of small boxes: those up to the pointer become the table; the arrow keys do the same."""

    picked = Signal(int, int)
    """Rows and columns, whenever they change."""
    decided = Signal()
    """A click: so many it is to be."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with one box."""
        super().__init__(parent)
        self._size = (1, 1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.PICK)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_size(self, rows: int, columns: int) -> None:
        """Show a size that was chosen elsewhere."""
        self._size = (rows, columns)
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for all boxes."""
        return QSize(_extent(MOST_COLUMNS), _extent(MOST_ROWS))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the boxes up to the pointer."""
        self._pick(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the boxes up to the pointer, and be done."""
        self._pick(event.position().toPoint())
        self.decided.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row or column more or less."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._take(self._size[0] + step[0], self._size[1] + step[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes, the first row as headers are drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(MOST_ROWS):
            for column in range(MOST_COLUMNS):
                inside = row < self._size[0] and column < self._size[1]
                painter.setPen(QPen(theme.colour("accent" if inside else "border"), 1))
                painter.setBrush(theme.colour("selection" if inside and row == 0 else "soft" if inside else "paper"))
                at = QPoint(_EDGE + column * (_BOX + _GAP), _EDGE + row * (_BOX + _GAP))
                painter.drawRoundedRect(QRectF(at.x() + 0.5, at.y() + 0.5, _BOX - 1, _BOX - 1), 3, 3)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))

    def _pick(self, at: QPoint) -> None:
        self._take((at.y() - _EDGE) // (_BOX + _GAP) + 1, (at.x() - _EDGE) // (_BOX + _GAP) + 1)

    def _take(self, rows: int, columns: int) -> None:
        size = (min(max(rows, 1), MOST_ROWS), min(max(columns, 1), MOST_COLUMNS))
        if size != self._size:
            self._size = size
            self.update()
            self.picked.emit(*size)


def _extent(count: int) -> int:
    return count * _BOX + (count - 1) * _GAP + 2 * _EDGE
