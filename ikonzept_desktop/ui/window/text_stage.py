"""Where the text stands, and a second one beside it or, where it is narrow, below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

SIDE_BY_SIDE = 920
"""px of the middle from which two texts stand beside each other."""


class TextStage(QSplitter):
    """Turns itself with the width."""

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        """Hold the text alone."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(text)

    def put(self, second: QWidget) -> None:
        """Put a second widget beside the text, in equal parts."""
        self.addWidget(second)
        self._turn()
        self.setSizes([10_000, 10_000])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= SIDE_BY_SIDE
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.setSizes([10_000] * self.count())
