"""Brings a field into sight, and keeps it there while the fields above it still find their height."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

SETTLING = 400
"""ms in which texts that were just filled take their height."""
MARGIN = 12


class Aim(QObject):
    """Scrolls to a widget, and again whenever what is above it grows within a moment."""

    def __init__(self, scroll: QScrollArea) -> None:
        """Aim at nothing yet."""
        super().__init__(scroll)
        self._scroll = scroll
        self._target: QWidget | None = None
        self._held: int | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLING)
        self._settled.timeout.connect(self.let_go)
        scroll.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._go())

    def at(self, target: QWidget) -> None:
        """Bring a widget of the scrolled content to the top of what is seen."""
        self._target, self._held = target, None
        self._settled.start()
        self._go()

    def hold(self, scrolled: int) -> None:
        """Keep the content scrolled down as far as that. px"""
        self._target, self._held = None, scrolled
        self._settled.start()
        self._go()

    def let_go(self) -> None:
        """Leave the scrolling to the user."""
        self._target = self._held = None

    def _go(self) -> None:
        if self._held is not None:
            self._scroll.verticalScrollBar().setValue(self._held)
        if self._target is not None:
            top = self._target.mapTo(self._scroll.widget(), QPoint(0, 0)).y()
            self._scroll.verticalScrollBar().setValue(max(top - MARGIN, 0))
