"""Find and replace as a feature of the window; all of it is made when something is first searched for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for types alone: it comes with the first search
    from ikonzept_desktop.ui.window.finding.desk import FindDesk


class FindFeature:
    """Brings the commands to find, to replace, and to go on."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room
        self._desk: FindDesk | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each of its commands by key."""
        return {
            "find": lambda: self.desk().open(replacing=False),
            "replace": lambda: self.desk().open(replacing=True),
            "find_next": lambda: self.desk().step(1),
            "find_previous": lambda: self.desk().step(-1),
        }

    def ready(self) -> None:
        """Wait to be asked."""

    def desk(self) -> FindDesk:
        """Give what serves the window, made when it is first asked for."""
        if self._desk is None:
            from ikonzept_desktop.ui.window.finding.desk import FindDesk

            self._desk = FindDesk(self._room)
        return self._desk
