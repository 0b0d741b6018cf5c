"""Where the page „Befunde“ stands in the side pane before it is made."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

KEY = "findings"
"""The page's key in the side pane."""


class FindingsPlace(QWidget):
    """Where the page stands once it is made."""

    seen = Signal()
    """It came to sight."""

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it can be seen now."""
        super().showEvent(event)
        self.seen.emit()

    def put(self, page: QWidget) -> None:
        """Put the page in."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.setFocusProxy(page)
