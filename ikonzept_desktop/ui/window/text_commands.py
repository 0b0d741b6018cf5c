"""What the commands of the text do, and which of them can be done where the caret is."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.ui.editor.commands import BlockKind
from ikonzept_desktop.ui.editor.section_view import SectionView
from ikonzept_desktop.ui.editor.tools import FormatState
from ikonzept_desktop.ui.window.comment_dialog import CommentDialog
from ikonzept_desktop.ui.window.kind_box import KindBox

_MARKS = {
    "bold": Marks.BOLD,
    "italic": Marks.ITALIC,
    "superscript": Marks.SUPERSCRIPT,
    "subscript": Marks.SUBSCRIPT,
}
_KINDS = {"bullets": BlockKind.BULLET, "numbers": BlockKind.NUMBERED, "quote": BlockKind.QUOTE}
_IN_ANY_TEXT = (*_MARKS, "reference", "link", "paste_plain")
_IN_STRUCTURED_TEXT = ("kind", *_KINDS)


@runtime_checkable
class _Holder(Protocol):
    """What has something to cut, copy and paste of its own."""

    def cut(self) -> None:
        """Take what is chosen into the clipboard."""

    def copy(self) -> None:
        """Copy what is chosen."""

    def paste(self) -> None:
        """Put in what the clipboard holds."""


class TextCommands:
    """Carries out the commands on the text that has the keyboard."""

    def __init__(self, view: SectionView, author: Callable[[], tuple[str, str]], window: QWidget) -> None:
        """Serve a section view; `author` gives the writer's name and initials, dialogs stand before the window."""
        self._view = view
        self._author = author
        self._window = window
        self.kinds = KindBox(window)
        view.format_changed.connect(self.kinds.show_state)
        self.kinds.chosen.connect(view.make_block)
        self.kinds.left.connect(view.setFocus)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {
            **{key: partial(self._view.toggle_mark, mark) for key, mark in _MARKS.items()},
            **{key: partial(self._view.set_block, kind) for key, kind in _KINDS.items()},
            "kind": self.kinds.offer,
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "paste_plain": self._view.paste_plain,
            "footnote": self._view.insert_footnote,
            "comment": self._ask_for_comment,
        }

    def show_state(self, state: FormatState, actions: Mapping[str, QAction]) -> None:
        """Tick what is set at the caret and grey what cannot be done there."""
        for key, mark in _MARKS.items():
            actions[key].setChecked(bool(state.marks & mark))
        for key, kind in _KINDS.items():
            actions[key].setChecked(state.kind is kind)
        for key in _IN_ANY_TEXT:
            actions[key].setEnabled(state.editable)
        for key in _IN_STRUCTURED_TEXT:
            actions[key].setEnabled(state.editable and state.structured)
        actions["footnote"].setEnabled(state.editable and state.notes)

    def _cut(self) -> None:
        if (target := self._target()) is not None:
            target.cut()

    def _copy(self) -> None:
        if (target := self._target()) is not None:
            target.copy()

    def _paste(self) -> None:
        if (target := self._target()) is not None:
            target.paste()

    def _target(self) -> _Holder | None:
        """Give what the clipboard is meant for: a line, cells or another text with the keyboard, or else the text.

        None where the text is not to be seen: nothing is to be cut out of it unseen.
        """
        focused = QApplication.focusWidget()
        elsewhere = isinstance(focused, QTextEdit) and not self._view.isAncestorOf(focused)
        if isinstance(focused, QLineEdit) or (isinstance(focused, QTextEdit) and elsewhere):
            return focused
        if isinstance(focused, QAbstractItemView) and isinstance(focused, _Holder):
            return focused
        return self._view if self._view.isVisible() else None

    def _ask_for_comment(self) -> None:
        dialog = CommentDialog(self._window)
        if dialog.exec() and dialog.comment():
            self._view.add_comment(dialog.comment(), *self._author())
