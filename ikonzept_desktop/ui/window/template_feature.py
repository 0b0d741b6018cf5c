"""Opens the dialog of fields and kinds from the menu, and from the head of a section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for its type alone: the dialog is imported when it is opened
    from ikonzept_desktop.ui.template.dialog import TemplateDialog


class TemplateFeature:
    """One dialog for a window, which stays open beside the text."""

    def __init__(self, room: Surroundings) -> None:
        """Open nothing yet."""
        self._room = room
        self._dialog: TemplateDialog | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command."""
        return {"template": self.open}

    def ready(self) -> None:
        """Open from the head of sections, too."""
        self._room.text.fields_asked.connect(self.open)

    def open(self) -> None:
        """Show the dialog at the kind of the section that is open, at the field one is in."""
        if self._dialog is None:
            self._dialog = self._made()
        page = self._room.text.pages.shown()
        if page is not None:
            self._dialog.show_kind(page.kind.key, page.field)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _made(self) -> TemplateDialog:
        from ikonzept_desktop.ui.template.dialog import TemplateDialog

        room, actions = self._room, self._room.actions_by_key
        keys = {
            sequence.toString(): actions[key].trigger
            for key in ("undo", "redo")
            for sequence in actions[key].shortcuts()
        }
        dialog = TemplateDialog(room.session, room.commit_pending, keys, self._save, room.widget())
        dialog.finished.connect(self._forget)
        return dialog

    def _save(self) -> None:
        from ikonzept_desktop.ui.template.saving import ask_and_save

        if self._dialog is not None and self._room.commit_pending():
            self._dialog.hand.said.emit(ask_and_save(self._room.session.document, self._dialog))

    def _forget(self) -> None:
        self._dialog = None
