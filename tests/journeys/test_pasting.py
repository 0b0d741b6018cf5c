"""Copied in Word, pasted here: its headings become sections by a click or a key; typing is helped, and gives way."""

from pathlib import Path

from tests.conftest import TESTS
from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import WINDOW, first_chapter

WORD = TESTS / "reading" / "samples" / "word-365.html"
SOFT = "#DCEAED"
TEXT = (340, 84, 1050, 690)
"""The part of the screen with the text, over which the hint lies."""


def test_a_page_of_word_becomes_sections_and_goes_back(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    first_chapter(desk)
    desk.press("ctrl+End", "Return")
    write_with_help(desk)
    desk.copy_elsewhere(WORD)

    desk.press("Return", "ctrl+v")
    desk.settle()
    desk.picture("pasted")
    desk.click(first_button(desk))
    desk.settle()
    desk.picture("sections-below")
    desk.press("ctrl+z", "ctrl+z", "ctrl+v", "ctrl+shift+g")
    desk.settle()
    desk.picture("by-key")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    see_what_became_of_it(desk, file)


def write_with_help(desk: Desk) -> None:
    desk.write('Er sagt "ja" -- z. B. nach 10 km, 2015-2017 ')
    desk.press("BackSpace")
    desk.write("und 8-12 ")
    desk.press("ctrl+z")
    desk.write("...")
    desk.press("BackSpace")
    desk.settle()
    desk.picture("helped")


def first_button(desk: Desk) -> Spot:
    """Wait for the hint and give the middle of its first button."""
    left, _, _, bottom = desk.wait(lambda: hint(desk), "the hint")
    return Spot(left + 104, bottom - 23)


def hint(desk: Desk) -> tuple[int, int, int, int] | None:
    """Give where the hint lies over the text, by its ground; None where it does not."""
    found = desk.look_for(SOFT, TEXT)
    return found if found and found[2] - found[0] > 500 else None


def see_what_became_of_it(desk: Desk, file: Path) -> None:
    lines = desk.tell("text", file).splitlines()
    assert "Er sagt „ja“ – z.\u00a0B. nach 10\u00a0km, 2015-2017 und 8-12 ..." in [line.rstrip() for line in lines]
    heads = [line for line in lines if line.endswith((" Ausgangslage", " Angebote"))]
    assert heads[:2] == ["1.1 Ausgangslage", "1.1.1 Angebote"]
    assert any(line.startswith("Im Kreis leben Menschen aus 140 Ländern.") for line in lines)
    assert "Quelle: Ausländerzentralregister, S.\u00a012." in "\n".join(lines)
    assert not [line for line in lines if "Dienstgebrauch" in line or "mehrheitlich" in line]
    assert desk.said() == ""
