"""The shapes that tell a section's state without colour."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ikonzept_desktop.ui.kit.painting import draw_tick

SHAPES = ("ring", "half", "diamond", "tick", "lock")
"""What a template may name: open, begun, under discussion, agreed, decided."""
_SHARE = 0.75
"""Of the square that a shape is drawn into: 12 px in 16."""


def draw_status(painter: QPainter, square: QRectF, shape: str, ink: QColor, ground: QColor) -> None:
    """Draw a shape into a square; `ground` shows through the tick. Raises KeyError for an unknown shape."""
    draw = _DRAWINGS[shape]
    side = min(square.width(), square.height())
    spot = QRectF(0, 0, side * _SHARE, side * _SHARE)
    spot.moveCenter(square.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, spot, ink, ground)
    painter.restore()


def _ring(painter: QPainter, spot: QRectF, ink: QColor, _ground: QColor) -> None:
    width = spot.width() / 9
    painter.setPen(QPen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(spot.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _half(painter: QPainter, spot: QRectF, ink: QColor, ground: QColor) -> None:
    _ring(painter, spot, ink, ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(spot.adjusted(0.5, 0.5, -0.5, -0.5), -90 * 16, 180 * 16)


def _diamond(painter: QPainter, spot: QRectF, ink: QColor, _ground: QColor) -> None:
    centre = spot.center()
    corners = (
        QPointF(centre.x(), spot.top()),
        QPointF(spot.right(), centre.y()),
        QPointF(centre.x(), spot.bottom()),
        QPointF(spot.left(), centre.y()),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF(list(corners)))


def _ticked_disc(painter: QPainter, spot: QRectF, ink: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(spot)
    draw_tick(painter, spot, ground, spot.width() * 0.15)


def _lock(painter: QPainter, spot: QRectF, ink: QColor, _ground: QColor) -> None:
    width = spot.width() * 0.13
    body = QRectF(spot.left() + width * 0.7, spot.top() + spot.height() * 0.45, spot.width() - width * 1.4, 0)
    body.setBottom(spot.bottom())
    bow = QRectF(0, spot.top() + width / 2, spot.width() * 0.46, spot.height() * 0.62)
    bow.moveLeft(spot.center().x() - bow.width() / 2)
    path = QPainterPath(QPointF(bow.left(), body.top() + 1))
    path.lineTo(bow.left(), bow.center().y())
    path.arcTo(bow, 180, -180)
    path.lineTo(bow.right(), body.top() + 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, width))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(body, width * 0.7, width * 0.7)


_DRAWINGS: Mapping[str, Callable[[QPainter, QRectF, QColor, QColor], None]] = {
    "ring": _ring,
    "half": _half,
    "diamond": _diamond,
    "tick": _ticked_disc,
    "lock": _lock,
}
