"""The two lines of find and replace, and the switches beside them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.icons import icon

_RETURNS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WordLine(QLineEdit):
    """A line for what is searched for, or put in its place: Return goes on, Down goes into the list."""

    step_asked = Signal(int)
    """1 for the next hit, -1 for the one before."""
    list_asked = Signal()

    def __init__(self, name: str, icon_name: str, parent: QWidget) -> None:
        """Stand under a name."""
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setProperty("iconLeft", True)
        self.addAction(icon(icon_name, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(140)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Return, back by Umschalt+Return, into the list by Down."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _RETURNS and held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
            self.step_asked.emit(-1 if held else 1)
        elif event.key() == Qt.Key.Key_Down and not held:
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)


class Switch(IconButton):
    """A button that is on or off: its icon is drawn otherwise, and a screen reader says so."""

    def __init__(self, icon_name: str, name: str, parent: QWidget) -> None:
        """Be off, under a name."""
        super().__init__(icon_name, name, parent=parent)
        self.setCheckable(True)
        self.setAccessibleName(name)


class LetterSwitch(Switch):
    """A switch whose sign is a letter."""

    def __init__(self, letters: str, name: str, parent: QWidget) -> None:
        """Show letters instead of an icon."""
        super().__init__("search", name, parent)
        self.setText(letters)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(name)
        self.setAccessibleName(name)
