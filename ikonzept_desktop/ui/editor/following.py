"""Follows the caret of a text that has grown, once there is room for it all the way up to what scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget


class Following(QTimer):
    """Runs out when the events have gone round."""

    def __init__(self, view: QWidget, text: Callable[[], QWidget | None], follow: Callable[[], object]) -> None:
        """Have a view follow its caret; `text` gives what has grown."""
        super().__init__(view, singleShot=True, interval=0)
        self._view = view
        self._text = text
        self._follow = follow
        self.timeout.connect(self._settle)

    def _settle(self) -> None:
        text = self._text()
        above = text.parentWidget() if text is not None else None
        while above is not None and above is not self._view:
            QCoreApplication.sendPostedEvents(above, QEvent.Type.LayoutRequest)
            above = above.parentWidget()
        self._follow()
