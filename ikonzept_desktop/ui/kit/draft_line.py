"""A line for a value that is typed; what is none yet stays as it was typed, with a sentence under it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.values import dataclass

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """How a value of some kind is typed."""

    read: Callable[[str], tuple[Value | None, str]]
    """Gives the value of what was typed, and the draft that is none: one of them says nothing."""
    written: Callable[[Value | None], str]
    """Gives a value as it is shown."""
    fault: Callable[[str], str]
    """Says in a sentence why a draft is no value."""


class DraftLine(QWidget, Generic[Value]):
    """A line that gives out its value, or the draft of one, when it is left or Return is pressed."""

    committed = Signal(object, str)
    """A value or None, and the draft that is none."""

    def __init__(self, name: str, reading: Reading[Value], parent: QWidget | None = None) -> None:
        """Begin empty, under a name that a screen reader speaks."""
        super().__init__(parent)
        self._reading = reading
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self._note = FieldNote(self.line)
        self.shown: tuple[Value | None, str] = (None, "")
        """What was shown or given out last."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self._note)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.commit)
        self.line.installEventFilter(self)

    def show_value(self, value: Value | None, draft: str = "") -> None:
        """Show a value, or the draft that is none."""
        self.shown = (value, draft)
        self.line.setText(draft or self._reading.written(value))
        self._say_what_is_wrong(draft)

    def commit(self) -> None:
        """Take what is in the line."""
        self.take(*self._reading.read(self.line.text().strip()))

    def take(self, value: Value | None, draft: str = "") -> None:
        """Show a value or a draft, and give it out where it is another one than before."""
        self._say_what_is_wrong(draft)
        if not draft and self.line.text() != self._reading.written(value):
            self.line.setText(self._reading.written(value))
        if (value, draft) != self.shown:
            self.shown = (value, draft)
            self.committed.emit(value, draft)

    def pressed(self, event: QKeyEvent) -> bool:
        """Tell whether a key was one of the field's own, and do what it is for."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the field's own keys; while one writes, nothing is said to be wrong."""
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            self._note.say("")
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.pressed(event)
        return False

    def _say_what_is_wrong(self, draft: str) -> None:
        self._note.say(self._reading.fault(draft) if draft else "")
