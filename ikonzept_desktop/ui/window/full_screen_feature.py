"""The commands „Nur der Text“ and „Zeile in der Mitte halten“, and the wheel that zooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # for types alone: at run time it comes with F11
    from ikonzept_desktop.ui.window.full_screen import FullScreen
    from ikonzept_desktop.ui.window.surroundings import Surroundings

NOWHERE, NEAR_MIDDLE, IN_MIDDLE = 0.0, 0.3, 0.5
"""Shares of the height that the line which is written keeps from its ends."""


class FullScreenFeature(QObject):
    """Leaves the text alone on the screen, and keeps the line that is written where the eye is."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self.mode: FullScreen | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"full_screen": self._toggle, "typewriter": self._turn_typewriter}

    def ready(self) -> None:
        """Take up the user's choice, and the wheel."""
        self._room.text.zoom_turned.connect(self._zoom)
        if self._room.memory.recall().typewriter:
            self._keep()

    def _toggle(self) -> None:
        if self.mode is None:
            from ikonzept_desktop.ui.window.full_screen import FullScreen

            self.mode = FullScreen(self._room)
            self.mode.changed.connect(self._keep)
        self.mode.toggle()

    def _turn_typewriter(self) -> None:
        self._room.memory.remember(lambda known: replace(known, typewriter=not known.typewriter))
        self._keep()

    def _keep(self) -> None:
        on = self._room.memory.recall().typewriter
        alone = self.mode is not None and self.mode.on
        self._room.actions_by_key["typewriter"].setChecked(on)
        self._room.text.keep_in_middle(IN_MIDDLE if on else NEAR_MIDDLE if alone else NOWHERE)

    def _zoom(self, notches: int) -> None:
        action = self._room.actions_by_key["zoom_in" if notches > 0 else "zoom_out"]
        for _ in range(abs(notches)):
            action.trigger()
