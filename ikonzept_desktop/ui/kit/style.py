"""Fusion, with a focus ring that is seen and check marks in the accent colour."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget

RING = 2.0
_CHECKS = (QStyle.PrimitiveElement.PE_IndicatorCheckBox, QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck)


class KitStyle(QProxyStyle):
    """Fusion with a ring of 2 px in the accent colour around what has the keyboard, and ticks in that colour."""

    def __init__(self) -> None:
        """Stand on Fusion, whatever the system's own style is."""
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draw the ring in place of Fusion's faint focus frame, and boxes with a tick in place of its own."""
        if element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            _draw_ring(painter, QRectF(option.rect), option.palette)
        elif element in _CHECKS:
            _draw_box(painter, QRectF(option.rect), option.palette, option.state)
        else:
            super().drawPrimitive(element, option, painter, widget)


def _draw_ring(painter: QPainter, rect: QRectF, palette: QPalette) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent(), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


def _draw_box(painter: QPainter, rect: QRectF, palette: QPalette, state: QStyle.StateFlag) -> None:
    box = QRectF(0, 0, 15, 15)
    box.moveCenter(rect.center())
    ticked = bool(state & QStyle.StateFlag.State_On)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    accent = palette.accent().color() if enabled else palette.color(QPalette.ColorRole.Mid)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if ticked else palette.color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(accent if ticked else palette.base())
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.setPen(QPen(palette.base().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_tick(box))
    painter.restore()


def _tick(box: QRectF) -> QPainterPath:
    path = QPainterPath(box.topLeft() + QPointF(3.4, 7.6))
    path.lineTo(box.topLeft() + QPointF(6.4, 10.6))
    path.lineTo(box.topLeft() + QPointF(11.6, 4.6))
    return path
