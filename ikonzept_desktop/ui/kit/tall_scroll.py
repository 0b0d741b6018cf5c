"""A part of a dialog that scrolls where the screen is low, and asks for all of its height where it is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_EDGES = 32
"""px between the edges of a window and what stands in it."""
_LEAST = 120
"""px of height below which scrolling is no help."""


class TallScroll(QScrollArea):
    """Shows a widget whole; its window grows with it as far as the screen allows, then it scrolls."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        """Hold a widget, without a frame of its own."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for the room the widget asks for, its lines broken as they are at the width there will be."""
        width = max(self.widget().sizeHint().width(), self.window().minimumWidth() - _EDGES, self.viewport().width())
        return QSize(width + self.verticalScrollBar().sizeHint().width(), self._height_at(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few lines at the least."""
        return QSize(self.widget().minimumSizeHint().width(), _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window grow when there is more to show."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            window, lacking = self.window(), self._height_at(self.viewport().width()) - self.viewport().height()
            if lacking > 0 and window.isVisible():
                _grow(window, lacking)
        return super().eventFilter(watched, event)

    def _height_at(self, width: int) -> int:
        inside = self.widget()
        if inside.hasHeightForWidth():
            return inside.heightForWidth(width)
        return inside.sizeHint().height()


def _grow(window: QWidget, lacking: int) -> None:
    """Make a window higher, px, as far as its screen has room, and move it up where its foot would leave the screen."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    edges = frame.height() - window.height()
    height = max(min(window.height() + lacking, room.height() - edges), window.height())
    below = frame.top() + height + edges - (room.top() + room.height())
    if below > 0:
        window.move(frame.left(), max(frame.top() - below, room.top()))
    window.resize(window.width(), height)
