"""The record of what came back; its dialog is made, and its modules imported, when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # for types alone: at run time it comes with the window
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class RecordFeature(QObject):
    """Brings the dialog that gives the record out; a concept that can only be read has one too."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"record_decisions": self._show}

    def ready(self) -> None:
        """Do nothing: there is nothing to be shown before it is asked for."""

    def _show(self) -> None:
        """Show the dialog; what is still being typed belongs to the record of its moment."""
        from ikonzept_desktop.ui.window.returns.record_dialog import RecordDialog

        if self._room.commit_pending():
            RecordDialog(self._room.session, self._room.widget()).exec()
