"""A field for a whole number, typed the German way; what is no number yet stays as it was typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.ui.kit.draft_line import DraftLine, Reading
from ikonzept_desktop.ui.kit.german_number import no_number, read_number, too_large, written_number

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class NumberEdit(DraftLine[int]):
    """A line for a number (arrow keys step); under it, a sentence where what was typed is none. 0 is none at all."""

    def __init__(self, name: str, empty: str, largest: int, step: int, parent: QWidget | None = None) -> None:
        """Begin empty, under a name that a screen reader speaks; `empty` stands there while there is no number."""
        super().__init__(name, Reading(self._read, written_number, self._fault), parent)
        self._largest, self._step = largest, step
        self.line.setPlaceholderText(empty)

    def pressed(self, event: QKeyEvent) -> bool:
        """Step with the arrow keys."""
        steps = _STEPS.get(Qt.Key(event.key()), 0) if not event.modifiers() else 0
        if steps and not self.line.isReadOnly():
            self._go(steps * self._step)
        return bool(steps)

    def _go(self, by: int) -> None:
        now = read_number(self.line.text())
        if now is not None or not self.line.text().strip():
            self.take(min(max((now or 0) + by, 0), self._largest) or None)

    def _read(self, text: str) -> tuple[int | None, str]:
        number = read_number(text)
        sound = number is not None and number <= self._largest
        return (number or None, "") if sound else (None, text)

    def _fault(self, draft: str) -> str:
        return no_number(draft) if read_number(draft) is None else too_large(draft, self._largest)
