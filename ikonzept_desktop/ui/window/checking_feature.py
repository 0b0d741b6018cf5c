"""Spelling and findings in a window: the page, the commands, the marks in the text, the button in the status line.

Nothing of it is loaded with the window: the dictionary, the checks and the page come when it has stood a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ikonzept_desktop.ui.window.findings_place import KEY, FindingsPlace
from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # comes when the window has stood a moment
    from ikonzept_desktop.ui.window.checking_room import CheckingRoom

NAME = "Befunde"
SOON = 900
"""ms after the window stands until the concept is looked at."""


class CheckingFeature:
    """Takes the commands, and makes the room behind them when it is first needed."""

    def __init__(self, room: Surroundings) -> None:
        """Cost nothing yet."""
        self._room = room
        self._made: CheckingRoom | None = None
        self._page = FindingsPlace()
        self._soon: QTimer | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handlers of the menu „Prüfen“."""
        return {
            "next_finding": lambda: self.made().go_on(1),
            "previous_finding": lambda: self.made().go_on(-1),
            "findings": self._show_page,
            "spelling": lambda: self.made().switch_spelling(),
            "suggestions": lambda: self.made().suggest_here(),
            "dictionaries": lambda: self.made().show_words(),
        }

    def ready(self) -> None:
        """Add the page to the side, and look at the concept in a moment."""
        room = self._room
        room.side.add(KEY, NAME, "circle-alert", self._page, self._page)
        room.side.shown.connect(lambda key: self.made().show_page() if key == KEY else None)
        self._soon = QTimer(room.widget(), singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.made)
        self._soon.start()

    def made(self) -> CheckingRoom:
        """Give the room behind the commands."""
        if self._made is None:
            from ikonzept_desktop.ui.window.checking_room import CheckingRoom

            self._made = CheckingRoom(self._room, self._page)
        return self._made

    def _show_page(self) -> None:
        self._room.side.show_page(KEY)
        if self._room.actions_by_key["show_inspector"].isChecked() is False:
            self._room.actions_by_key["show_inspector"].trigger()
        self._page.setFocus()
