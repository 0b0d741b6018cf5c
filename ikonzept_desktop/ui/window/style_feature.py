"""Opens the form of the house style from the menu; it stays open beside the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for its type alone: the form is imported when it is opened
    from ikonzept_desktop.ui.style.dialog import StyleDialog


class StyleFeature:
    """One form for a window."""

    def __init__(self, room: Surroundings) -> None:
        """Open nothing yet."""
        self._room = room
        self._dialog: StyleDialog | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command."""
        return {"style": self.open}

    def ready(self) -> None:
        """Do nothing: the form follows the concept while it is open."""

    def open(self) -> None:
        """Show the form."""
        if self._dialog is None:
            self._dialog = self._made()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _made(self) -> StyleDialog:
        from ikonzept_desktop.ui.style.dialog import StyleDialog

        room, actions = self._room, self._room.actions_by_key
        keys = {
            sequence.toString(): actions[key].trigger
            for key in ("undo", "redo")
            for sequence in actions[key].shortcuts()
        }
        dialog = StyleDialog(room.session, room.commit_pending, keys, room.widget())
        dialog.finished.connect(self._forget)
        return dialog

    def _forget(self) -> None:
        self._dialog = None


def show_logos(room: Surroundings) -> None:
    """Show the form of the house style at its logos."""
    from ikonzept_desktop.ui.style.dialog import StyleDialog

    room.actions_by_key["style"].trigger()
    form = room.widget().findChild(StyleDialog)
    if form is not None:
        form.show_page("logos")
