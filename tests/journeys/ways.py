"""What several journeys have in common."""

from ikonzept_desktop.ui.window.commands import MENUS
from tests.journeys.desk import Desk

START, WINDOW = "^iKonzept$", "– iKonzept$"


def first_chapter(desk: Desk) -> None:
    """Go into the text of the first chapter: the keyboard begins in the outline, and three sections stand before it."""
    desk.press("ctrl+Next", "ctrl+Next", "ctrl+Next", "Return")


def choose_in_menu(desk: Desk, key: str) -> None:
    """Open the menu a command stands in by its letter with Alt, and go down to it; all above it can be done now."""
    title, keys = next((title, keys) for title, keys in MENUS if key in keys)
    letter = title[title.index("&") + 1].lower()
    desk.press(f"alt+{letter}", *["Down"] * [one for one in keys if one].index(key), "Return")
