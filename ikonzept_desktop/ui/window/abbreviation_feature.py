"""Shows the abbreviations of the concept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for types alone: they come when they are asked for
    from ikonzept_desktop.ui.window.abbreviation_dialog import AbbreviationDialog
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class AbbreviationFeature:
    """Keeps one dialog, which stays open beside the text."""

    def __init__(self, room: Surroundings) -> None:
        """Have none open."""
        self._room = room
        self._dialog: AbbreviationDialog | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"abbreviations": self.show}

    def ready(self) -> None:
        """Nothing to do before it is asked for."""

    def show(self) -> None:
        """Bring the dialog to the front, what is being typed in the text counted."""
        self._room.commit_pending()
        if self._dialog is None:
            from ikonzept_desktop.ui.window.abbreviation_dialog import AbbreviationDialog

            room = self._room
            self._dialog = AbbreviationDialog(room.session, room.labels, room.show_section, room.widget())
        self._dialog.refresh()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
