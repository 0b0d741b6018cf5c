"""The mouse wheel with Strg held: it makes the text larger or smaller, and scrolls nothing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_NOTCH = 120
"""Eighths of a degree to one notch of a wheel."""


class ZoomedByWheel(QWidget):
    """Counts the notches that the wheel is turned with Strg held, wherever in it the mouse is."""

    zoom_turned = Signal(int)
    """Notches, up counts."""
    zoomed = Signal(int)
    """The text is shown at another zoom now. Per cent"""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a turn."""
        super().__init__(parent)
        self._turned = 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take the turns that everything inside has left alone."""
        if not is_zoom(event):
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.zoom_turned.emit(notches)
        event.accept()


class PageScroll(QScrollArea):
    """Scrolls by the wheel, but with Strg held leaves it to what is around."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        if is_zoom(event):
            event.ignore()
        else:
            super().wheelEvent(event)


def is_zoom(event: QEvent) -> bool:
    """Tell whether an event is a turn of the wheel with Strg held."""
    return isinstance(event, QWheelEvent) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
