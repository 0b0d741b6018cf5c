"""One history for the whole concept: editors leave the keys of undo, and of the program's commands, to the window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence

from ikonzept_desktop.ui.kit.field_menus import History, field_at, history_of_window, show_field_menu

_KEYS = (
    *("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Alt+Backspace", "Alt+Shift+Backspace"),
    *("Ctrl+B", "Ctrl+I", "Ctrl+Shift+F", "Ctrl+Shift+K", "Ctrl+.", "Ctrl+,", "Ctrl+K"),
    *("Ctrl+Shift+N", "Ctrl+Shift+Q", "Ctrl+Shift+T", "Ctrl+Shift+B", "Ctrl+Shift+L", "Ctrl+Shift+M", "Ctrl+Shift+V"),
    *("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"),
    *("Ctrl+N", "Ctrl+O", "Ctrl+W", "Ctrl+Shift+O", "Ctrl+P", "Ctrl+Shift+P", "Ctrl+S", "Ctrl+Shift+S", "Ctrl+Q"),
    *("Ctrl+F", "Ctrl+H", "Ctrl+G", "Ctrl+D"),
    *("Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return", "Ctrl+Shift+Enter", "Ctrl+PgUp", "Ctrl+PgDown"),
    *("Alt+Shift+Up", "Alt+Shift+Down", "Alt+Shift+Left", "Alt+Shift+Right"),
)


def _combination(keys: str) -> int:
    sequence: Any = QKeySequence(keys)
    return int(sequence[0].toCombined())


LEFT_TO_THE_WINDOW = frozenset(map(_combination, _KEYS))

# Each event of the program passes here: no enum is looked up twice.
_SHORTCUT_OVERRIDE = QEvent.Type.ShortcutOverride
_CONTEXT_MENU = QEvent.Type.ContextMenu
_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value


class UndoKeys(QObject):
    """Keeps every text, number, date and combo field from taking keys that belong to the window.

    Qt asks the focused widget by ShortcutOverride first; fields that know an undo of their own say yes there. Their
    context menus are opened from here too, with the same history.
    """

    def __init__(self, parent: QObject, history: History) -> None:
        """Take undo and redo for a field's menu from `history`."""
        super().__init__(parent)
        self._history = history

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer ShortcutOverride in the place of the field, for these keys alone, and open the fields' menus."""
        kind = event.type()
        if kind == _SHORTCUT_OVERRIDE and isinstance(event, QKeyEvent):
            if event.keyCombination().toCombined() & ~_KEYPAD in LEFT_TO_THE_WINDOW:
                event.ignore()
                return True
        elif kind == _CONTEXT_MENU and isinstance(event, QContextMenuEvent):
            field = field_at(watched)
            if field is not None:
                show_field_menu(field, event.globalPos(), self._history)
                return True
        return False


def watch(target: QObject, history: History = history_of_window) -> Callable[[], None]:
    """Have the program's fields leave those keys to the window; gives the call that ends it."""
    keys = UndoKeys(target, history)
    target.installEventFilter(keys)
    return lambda: target.removeEventFilter(keys)
