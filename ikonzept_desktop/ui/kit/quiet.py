"""Fields that the mouse wheel changes only where they have the keyboard: on its way down a page it changes nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget


class QuietCombo(QComboBox):
    """A choice that the mouse wheel changes only where it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the keyboard by Tab and by a click."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class QuietSpin(QSpinBox):
    """A number that the mouse wheel changes only where it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the keyboard by Tab and by a click."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class QuietNumber(QDoubleSpinBox):
    """A number with decimals that the mouse wheel changes only where it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the keyboard by Tab and by a click."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        if _is_meant(self, event):
            super().wheelEvent(event)


def _is_meant(field: QWidget, event: QWheelEvent) -> bool:
    """Tell whether a field is turned on purpose; else the turn goes on to what scrolls around it."""
    if not field.hasFocus():
        event.ignore()
    return field.hasFocus()
