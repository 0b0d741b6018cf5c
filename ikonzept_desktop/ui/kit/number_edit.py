"""A field for a whole number, typed the German way; what is no number yet stays as it was typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.german_number import no_number, read_number, too_large, written_number

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class NumberEdit(QWidget):
    """A line for a number (arrow keys step); under it, a sentence where what was typed is none. 0 is none at all."""

    committed = Signal(object, str)
    """A number or None, and the draft that is none; when the field is left, Return pressed, or by a step."""

    def __init__(self, name: str, empty: str, largest: int, step: int, parent: QWidget | None = None) -> None:
        """Begin empty, under a name that a screen reader speaks; `empty` stands there while there is no number."""
        super().__init__(parent)
        self._largest, self._step = largest, step
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(empty)
        self._note = FieldNote(self.line)
        self._shown: tuple[int | None, str] = (None, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self._note)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.commit)
        self.line.installEventFilter(self)

    def show_number(self, number: int | None, draft: str = "") -> None:
        """Show a number, or the draft that is none."""
        self._shown = (number, draft)
        self.line.setText(draft or written_number(number))
        self._say_what_is_wrong(draft)

    def commit(self) -> None:
        """Take what is in the line."""
        text = self.line.text().strip()
        number = read_number(text)
        sound = number is not None and number <= self._largest
        self._take(number or None if sound else None, "" if sound else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with the arrow keys; while one writes, nothing is said to be wrong."""
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            self._note.say("")
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = _STEPS.get(Qt.Key(event.key()), 0) if not event.modifiers() else 0
            if steps and not self.line.isReadOnly():
                self._go(steps * self._step)
            return bool(steps)
        return False

    def _go(self, by: int) -> None:
        now = read_number(self.line.text())
        if now is not None or not self.line.text().strip():
            self._take(min(max((now or 0) + by, 0), self._largest) or None, "")

    def _take(self, number: int | None, draft: str) -> None:
        self._say_what_is_wrong(draft)
        if not draft and self.line.text() != written_number(number):
            self.line.setText(written_number(number))
        if (number, draft) != self._shown:
            self._shown = (number, draft)
            self.committed.emit(number, draft)

    def _say_what_is_wrong(self, draft: str) -> None:
        said = no_number(draft) if read_number(draft) is None else too_large(draft, self._largest)
        self._note.say(said if draft else "")
