"""The workspace „Rückläufe“, and giving out for review; both are made, and their modules imported, when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ikonzept_desktop.model.returned import open_count

if TYPE_CHECKING:  # for types alone: at run time they come with the page
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.window.returns.stage import ReturnsStage
    from ikonzept_desktop.ui.window.surroundings import Surroundings

RETURNS = "returns"
_NAME = "Rückläufe"


class ReturnsFeature(QObject):
    """Brings the copies on stage, and the dialog that gives them out."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._stage: ReturnsStage | None = None
        self._open = 0

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"returns": self._look, "give_out": self._give_out, "take_in": lambda: self._take_in([])}

    def ready(self) -> None:
        """Offer the workspace."""
        self._room.workspaces.add(RETURNS, _NAME, "inbox", self._make)
        self._room.workspaces.shown.connect(self._arrive)
        self._room.session.changed.connect(self._take)
        self._show_count()

    def _make(self) -> QWidget:
        return self._the_stage()

    def _the_stage(self) -> ReturnsStage:
        if self._stage is None:
            from ikonzept_desktop.ui.window.returns.stage import ReturnsStage

            room = self._room
            self._stage = stage = ReturnsStage(
                room.session, room.labels, room.inspector.notes.author, room.actions_by_key
            )
            stage.copies.give_out_asked.connect(self._give_out)
            stage.copies.take_in_asked.connect(self._take_in)
            stage.review.place_asked.connect(room.restore)
            stage.review.left_out_asked.connect(self._show_left_out)
            stage.desk.said.connect(room.status.say)
            stage.review.set_zoom(room.text.zoom())
            room.text.zoomed.connect(stage.review.set_zoom)
            stage.review.text.zoom_turned.connect(room.text.zoom_turned.emit)
            room.leaving.connect(stage.review.commit)
            for pane in (stage.copies.table, stage.review.list, stage.review.text, stage.review.card):
                room.pane_homes[pane] = pane
        return self._stage

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.review or changes.outline or any(name == "comments" for _section, name in changes.attributes):
            self._show_count()

    def _show_count(self) -> None:
        count = open_count(self._room.session.document)
        if count != self._open:
            self._open = count
            self._room.workspaces.tabs.set_count(RETURNS, count, "amber")

    def _show_left_out(self) -> None:
        from ikonzept_desktop.ui.window.returns.left_out_dialog import LeftOutDialog

        LeftOutDialog(self._room.session.document.returned, self._room.widget()).exec()

    def _look(self) -> None:
        self._room.workspaces.show(RETURNS)

    def _arrive(self, key: str) -> None:
        if key == RETURNS:
            self._room.commit_pending()
            self._the_stage().first().setFocus()

    def _take_in(self, paths: list[Path]) -> None:
        """Show the dialog on files, which are asked for where none are given."""
        from ikonzept_desktop.ui.window.returns.take_in_dialog import TakeInDialog, ask_for_files

        room = self._room
        if room.session.read_only or not room.commit_pending():
            return
        chosen = paths or ask_for_files(room.session.path.parent, room.widget())
        if chosen and TakeInDialog(room.session, chosen, room.widget()).exec():
            self._look()
            stage = self._the_stage()
            stage.show_view("proposals" if stage.desk.entries else "copies")

    def _give_out(self) -> None:
        """Show the dialog; what is still being typed goes out with the rest."""
        from ikonzept_desktop.ui.window.returns.give_out_dialog import GiveOutDialog

        room = self._room
        if room.session.read_only or not room.commit_pending():
            return
        if GiveOutDialog(room.session, room.widget()).exec():
            self._look()
            self._the_stage().show_view("copies")
