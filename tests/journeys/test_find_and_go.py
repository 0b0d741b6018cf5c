"""Finding, replacing and going places with real keys and mouse: the panel, F3, the palette, the box in the header."""

from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import WINDOW

OTHER = "Kreisparlament"


def test_a_word_is_replaced_everywhere_and_a_section_is_gone_to(desk: Desk) -> None:
    file = desk.documents / "Kreis.ikonzept"
    desk.tell("example", file)
    before = desk.tell("text", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    replace_everywhere(desk)
    go_places_and_write(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    after = desk.tell("text", file)
    assert after.count(OTHER) == before.count("Kreistag") > 0
    assert "Kreistag" not in after
    assert any(line.startswith("Neu hier: ") for line in after.splitlines())
    assert desk.said() == ""


def replace_everywhere(desk: Desk) -> None:
    """Strg+H, the word, Tab, the other word; the button is reached by Tab and pressed by the space bar."""
    desk.press("ctrl+h")
    desk.write("Kreistag")
    desk.press("Tab")
    desk.write(OTHER)
    desk.settle()
    desk.picture("hits")
    desk.press("Down", "Down", "F3", "Escape")
    desk.settle()
    desk.picture("at-a-hit")
    desk.press("ctrl+h", *["Tab"] * 4, "space")
    desk.settle()
    desk.picture("replaced")
    desk.press("Escape")


def go_places_and_write(desk: Desk) -> None:
    """The palette by its key, then by a click on its box; a table by its number."""
    desk.press("ctrl+shift+p")
    desk.write("einleit")
    desk.settle()
    desk.picture("palette")
    desk.press("Return", "ctrl+Home")
    desk.write("Neu hier: ")
    desk.settle()
    corner, width, _height = desk.place(desk.window(WINDOW))
    desk.click(Spot(corner.x + width - 26, corner.y + 20))
    desk.write("nächst absch")
    desk.settle()
    desk.picture("palette-by-mouse")
    desk.press("Return", "ctrl+g")
    desk.write("tabelle 1")
    desk.press("Return")
    desk.settle()
    desk.picture("at-a-table")
