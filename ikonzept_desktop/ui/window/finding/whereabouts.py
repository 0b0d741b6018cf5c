"""Where the user is just now, and what is selected there."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.search.passages import OBJECT
from ikonzept_desktop.ui.window.surroundings import Surroundings

_LONGEST = 200
_LINE_ENDS = frozenset("\u2028\u2029")
"""As Qt gives them within what is selected."""


def present(room: Surroundings) -> Selection:
    """Give where the caret is; the beginning of the section where it is in no running text."""
    text, section = room.text.text, room.text.section()
    return Selection(section) if text is None else text.loop.note_selection()


def holds_keyboard(room: Surroundings, panel: QWidget) -> bool:
    """Tell whether the keyboard is in a panel that is to be seen."""
    focus: QWidget | None = room.widget().focusWidget()
    return focus is not None and panel.isVisible() and panel.isAncestorOf(focus)


def selected_words(room: Surroundings, panel: QWidget) -> str:
    """Give what is selected in the text or in a field, if it is one line; nothing of the panel's own lines."""
    focus: QWidget | None = room.widget().focusWidget()
    if holds_keyboard(room, panel):
        return ""
    if isinstance(focus, QLineEdit):
        words = focus.selectedText()
    elif isinstance(focus, QTextEdit | QPlainTextEdit):
        words = focus.textCursor().selectedText()
    else:
        return ""
    return words.replace(OBJECT, "") if len(words) <= _LONGEST and not _LINE_ENDS & set(words) else ""
