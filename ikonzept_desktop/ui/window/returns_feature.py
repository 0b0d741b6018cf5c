"""The workspace „Rückläufe“, and giving out for review; both are made, and their modules imported, when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # for types alone: at run time they come with the page
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ikonzept_desktop.ui.window.returns.page import ReturnsPage
    from ikonzept_desktop.ui.window.surroundings import Surroundings

RETURNS = "returns"
_NAME = "Rückläufe"


class ReturnsFeature(QObject):
    """Brings the copies on stage, and the dialog that gives them out."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._page: ReturnsPage | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"returns": self._look, "give_out": self._give_out, "take_in": lambda: self._take_in([])}

    def ready(self) -> None:
        """Offer the workspace."""
        self._room.workspaces.add(RETURNS, _NAME, "inbox", self._make)
        self._room.workspaces.shown.connect(self._arrive)

    def _make(self) -> QWidget:
        return self._the_page()

    def _the_page(self) -> ReturnsPage:
        if self._page is None:
            from ikonzept_desktop.ui.window.returns.page import ReturnsPage

            self._page = page = ReturnsPage(self._room.session)
            page.give_out_asked.connect(self._give_out)
            page.take_in_asked.connect(self._take_in)
            self._room.pane_homes[page.table] = page.table
        return self._page

    def _look(self) -> None:
        self._room.workspaces.show(RETURNS)

    def _arrive(self, key: str) -> None:
        if key == RETURNS:
            self._room.commit_pending()
            self._the_page().first().setFocus()

    def _take_in(self, paths: list[Path]) -> None:
        """Show the dialog on files, which are asked for where none are given."""
        from ikonzept_desktop.ui.window.returns.take_in_dialog import TakeInDialog, ask_for_files

        room = self._room
        if room.session.read_only or not room.commit_pending():
            return
        chosen = paths or ask_for_files(room.session.path.parent, room.widget())
        if chosen and TakeInDialog(room.session, chosen, room.widget()).exec():
            self._look()

    def _give_out(self) -> None:
        """Show the dialog; what is still being typed goes out with the rest."""
        from ikonzept_desktop.ui.window.returns.give_out_dialog import GiveOutDialog

        room = self._room
        if room.session.read_only or not room.commit_pending():
            return
        if GiveOutDialog(room.session, room.widget()).exec():
            self._look()
