"""A part of a dialog that scrolls where the screen is low, and asks for all of its height where it is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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
        """Ask for the room the widget asks for."""
        hint = self.widget().sizeHint()
        return hint + QSize(self.verticalScrollBar().sizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few lines at the least."""
        return QSize(self.widget().minimumSizeHint().width(), _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window grow when there is more to show."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            window, lacking = self.window(), self.widget().sizeHint().height() - self.viewport().height()
            if lacking > 0 and window.isVisible():
                room = self.screen().availableGeometry().height()
                window.resize(window.width(), max(min(window.height() + lacking, room), window.height()))
        return super().eventFilter(watched, event)
