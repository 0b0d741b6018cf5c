"""One history for the whole concept: editors leave the keys of undo, and of the program's commands, to the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

_LEFT_TO_THE_WINDOW = tuple(
    QKeySequence(keys)
    for keys in (
        *("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+K", "Ctrl+.", "Ctrl+,", "Ctrl+B", "Ctrl+I", "Ctrl+D", "Ctrl+S"),
        *("Ctrl+Shift+F", "Ctrl+Shift+K", "Ctrl+Shift+N", "Ctrl+Shift+Q", "Ctrl+Shift+L", "Ctrl+Shift+M"),
        *("Ctrl+Shift+V", "Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        *("Ctrl+PgUp", "Ctrl+PgDown", "Alt+Shift+Up", "Alt+Shift+Down", "Alt+Shift+Left", "Alt+Shift+Right"),
        *("Alt+Backspace", "Ctrl+0", "Ctrl++", "Ctrl+-"),
    )
)


class UndoKeys(QObject):
    """Keeps every text, number, date and combo field from taking keys that belong to the window.

    Qt asks the focused widget by ShortcutOverride first; fields that know an undo of their own say yes there.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer ShortcutOverride in the place of the field, for these keys alone."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == keys for keys in _LEFT_TO_THE_WINDOW):
                event.ignore()
                return True
        return False


def watch(target: QObject) -> Callable[[], None]:
    """Have the program's fields leave those keys to the window; gives the call that ends it."""
    keys = UndoKeys(target)
    target.installEventFilter(keys)
    return lambda: target.removeEventFilter(keys)
