"""A house changes its template: a field gets another name and place, another is added; nothing written is lost."""

from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import WINDOW

DIALOG = "^Felder und Arten$"
GOAL = "Alle Menschen im Kreis können sich auf Deutsch verständigen"
RED = "#B0271E"


def test_a_field_is_renamed_moved_and_added_and_drafts_survive(desk: Desk) -> None:
    file = desk.documents / "Kreis.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    window = desk.window(WINDOW)
    desk.settle()
    desk.press(*["ctrl+Next"] * 15)
    desk.settle()
    open_from_the_head(desk, window)
    rename_and_move_the_goal(desk)
    add_a_field(desk)
    desk.press("Escape")
    desk.no_window(DIALOG)
    desk.window(WINDOW)
    desk.settle()
    write_into_the_new_field(desk)
    type_a_deadline_that_is_none(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    lines = desk.tell("text", file).splitlines()
    assert "Ziel für alle" in lines
    assert any(GOAL in line for line in lines)
    assert "Mehr Teilhabe." in lines[lines.index("Wirkung") :][:3]
    assert lines.index("Ziel für alle") < lines.index("Ausgangslage")

    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    desk.press(*["ctrl+Next"] * 15)
    desk.settle()
    desk.picture("drafts-are-still-there")
    assert desk.look_for(RED, (1066, 250, 1366, 400))
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert desk.said() == ""


def open_from_the_head(desk: Desk, window: str) -> None:
    corner, _width, _height = desk.place(window)
    desk.picture("section")
    desk.click(corner.moved(993, 146))
    desk.window(DIALOG)
    desk.settle()


def rename_and_move_the_goal(desk: Desk) -> None:
    """From the list of kinds it is four steps to that of fields, in which the goal is the sixth."""
    desk.press(*["Tab"] * 4, "Home", *["Down"] * 5, "Return")
    desk.write("Ziel für alle")
    desk.press("Return", "shift+Tab")
    desk.settle()
    desk.picture("renamed")
    desk.press(*["shift+Tab"] * 3, *["alt+shift+Up"] * 5, "alt+shift+Down", "ctrl+z")
    desk.settle()
    desk.picture("moved")


def add_a_field(desk: Desk) -> None:
    desk.press("Tab", "space")
    desk.write("Wirkung")
    desk.press("Return")
    desk.settle()
    desk.picture("added")


def write_into_the_new_field(desk: Desk) -> None:
    """It is the second of the section now."""
    desk.press("Return", "Tab")
    desk.write("Mehr Teilhabe.")
    desk.settle()
    desk.picture("written")


def type_a_deadline_that_is_none(desk: Desk) -> None:
    desk.click(Spot(1130, 270), times=3)
    desk.write("Ende Mai")
    desk.press("Tab")
    desk.settle()
    desk.picture("no-day")
