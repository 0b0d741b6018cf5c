"""Brings a place in the open section into sight, and keeps it there while the page around it still grows."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

_SETTLING = 400
"""ms in which a page that was just made takes its height."""
_ROOM = 72
"""px of air above and below."""
_WATCHED = "growthFollowed"


class Sight(QObject):
    """Scrolls to what the keyboard or a selection is in, wherever the keyboard itself is."""

    def __init__(self, parent: QObject) -> None:
        """Aim at nothing yet."""
        super().__init__(parent)
        self._target: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLING)

    def aim(self, target: QWidget) -> None:
        """Bring the caret of a text, or another control whole, into sight."""
        self._target = target
        self._settled.start()
        area = _area_around(target)
        if area is not None and area.property(_WATCHED) is None:
            area.setProperty(_WATCHED, True)
            area.verticalScrollBar().rangeChanged.connect(self._follow_growth)
        self._reveal()

    def _follow_growth(self, _low: int, _high: int) -> None:
        if self._settled.isActive():
            self._reveal()

    def _reveal(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            return
        area = _area_around(target)
        if area is None:
            return
        spot = _spot(target)
        corner = target.mapTo(area.widget(), spot.topLeft())
        room = min(_ROOM, area.viewport().height() // 4)
        area.ensureVisible(corner.x(), corner.y() + spot.height(), 0, room)
        area.ensureVisible(corner.x(), corner.y(), 0, room)


def _area_around(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _spot(widget: QWidget) -> QRect:
    if not isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.rect()
    rect = widget.cursorRect()
    return QRect(widget.viewport().mapTo(widget, rect.topLeft()), rect.size())
