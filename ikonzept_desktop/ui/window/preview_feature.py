"""The command „Seitenansicht“; the panel beside the text, and the modules behind, come when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # for types alone: at run time they come with the panel
    from ikonzept_desktop.ui.window.preview.desk import PreviewDesk
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class PreviewFeature(QObject):
    """Opens and shuts the page view."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self.desk: PreviewDesk | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"preview": self._toggle}

    def ready(self) -> None:
        """Do nothing: what the page view follows, it follows from when it is first opened."""

    def _toggle(self) -> None:
        if self.desk is None:
            from ikonzept_desktop.ui.window.preview.desk import PreviewDesk

            self.desk = PreviewDesk(self._room)
        self.desk.toggle()
