"""What several journeys have in common."""

from tests.journeys.desk import Desk

START, WINDOW = "^iKonzept$", "– iKonzept$"


def first_chapter(desk: Desk) -> None:
    """Go into the text of the first chapter: the keyboard begins in the outline, and three sections stand before it."""
    desk.press("ctrl+Next", "ctrl+Next", "ctrl+Next", "Return")
