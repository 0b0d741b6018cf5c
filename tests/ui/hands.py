"""What hands do that Qt's own tests have no word for."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def turn_wheel(widget: QWidget, notch: int) -> None:
    """Turn the mouse wheel over a widget; 120 is one notch away from the hand."""
    spot, at = QPointF(widget.rect().center()), QPointF(widget.mapToGlobal(widget.rect().center()))
    none, hands_off = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(widget, QWheelEvent(spot, at, QPoint(), QPoint(0, notch), none, hands_off, phase, False))
