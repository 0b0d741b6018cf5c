"""Shapes that the style and the small widgets have in common."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ikonzept_desktop.ui.kit.look import colour

RADIUS = 4.0
RING = 2.0
"""px"""
_ARROWS = {
    "down": ((0.0, 0.28), (0.5, 0.74), (1.0, 0.28)),
    "up": ((0.0, 0.72), (0.5, 0.26), (1.0, 0.72)),
    "right": ((0.28, 0.0), (0.74, 0.5), (0.28, 1.0)),
    "left": ((0.72, 0.0), (0.26, 0.5), (0.72, 1.0)),
}
_TICK = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.31))
_DASH = ((0.27, 0.5), (0.73, 0.5))


@contextmanager
def smooth(
    painter: QPainter, edge: QColor | None = None, fill: QColor | None = None, width: float = 1.0
) -> Iterator[None]:
    """Draw with smoothed edges, a pen and a filling, and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    yield
    painter.restore()


def draw_box(painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None, width: float = 1.0) -> None:
    """Draw a rounded box whose edge lies inside the rectangle."""
    inset = 0.0 if edge is None else width / 2
    with smooth(painter, edge, fill, width):
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def draw_pill(painter: QPainter, rect: QRectF, fill: QColor, radius: float = 0.0) -> None:
    """Draw a filled shape with round ends, or with the given radius."""
    radius = radius or min(rect.width(), rect.height()) / 2
    with smooth(painter, fill=fill):
        painter.drawRoundedRect(rect, radius, radius)


def draw_ring(painter: QPainter, rect: QRectF, ink: str = "accent") -> None:
    """Draw the ring around what has the keyboard, inside the rectangle."""
    draw_box(painter, rect, None, colour(ink), RING)


def draw_tick(painter: QPainter, box: QRectF, ink: QColor, width: float) -> None:
    """Draw a tick into a square."""
    _draw_line(painter, box, _TICK, ink, width)


def draw_dash(painter: QPainter, box: QRectF, ink: QColor, width: float) -> None:
    """Draw the dash of a box that is neither ticked nor empty."""
    _draw_line(painter, box, _DASH, ink, width)


def draw_chevron(painter: QPainter, rect: QRectF, direction: str, ink: QColor) -> None:
    """Draw an open arrow, 8 px wide at most, in the middle: `down`, `up`, `right` or `left`."""
    side = min(8.0, rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    _draw_line(painter, box, _ARROWS[direction], ink, 1.4)


def draw_triangle(painter: QPainter, rect: QRectF, ink: QColor, *, up: bool) -> None:
    """Draw a small full arrow in the middle, for steps up and down."""
    centre, sign = rect.center(), -1 if up else 1
    tip = QPointF(centre.x(), centre.y() + sign * 2.5)
    base = centre.y() - sign * 2.0
    with smooth(painter, fill=ink):
        painter.drawPolygon(QPolygonF([tip, QPointF(centre.x() - 3.5, base), QPointF(centre.x() + 3.5, base)]))


def square_in(rect: QRectF) -> QRectF:
    """Give the largest square in the middle of a rectangle."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    return square


def _draw_line(
    painter: QPainter, box: QRectF, points: Sequence[tuple[float, float]], ink: QColor, width: float
) -> None:
    first, *others = (QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for x, y in points)
    path = QPainterPath(first)
    for point in others:
        path.lineTo(point)
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    with smooth(painter):
        painter.setPen(pen)
        painter.drawPath(path)
