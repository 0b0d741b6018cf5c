"""Comparing two states of the concept in a Word file; the dialog is made, and its modules imported, when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for types alone: at run time they come with the dialog
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class CompareFeature:
    """Brings the dialog."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"compare": self._compare}

    def ready(self) -> None:
        """Need nothing more."""

    def _compare(self) -> None:
        """Show the dialog; what is still being typed belongs to the present state."""
        from ikonzept_desktop.ui.window.comparing.dialog import CompareDialog

        if self._room.commit_pending():
            CompareDialog(self._room.session, self._room.widget()).exec()
