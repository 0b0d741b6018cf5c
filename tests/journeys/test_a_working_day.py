"""A day with the example: open it by the dialog, move a section with the mouse, refer, annotate, paste, look around."""

import re

from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import START, WINDOW, first_chapter

ROW = 25
"""px from one line of the outline to the next."""
ACCENT, PAPER, DARK_ACCENT, DARK_PAPER, DARK_PANEL = "#0E5A6B", "#FFFFFF", "#6FC3D3", "#22272B", "#1E2225"
SITUATION, LAST = 5, 11
"""Chapters 2 and 5 in the outline: so many lines below the cover, which is open at first."""
LEFT_EDGE, MARGIN, RIGHT_EDGE = (0, 110, 4, 690), (310, 500, 330, 520), (1300, 600, 1366, 680)
LEFT_OF_TEXT = (340, 560, 380, 650)
"""Parts of the screen: the left of the outline, paper beside the text, the foot of the inspector, the edge of text."""


def test_a_section_is_dragged_and_the_text_refers_to_another(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start()
    desk.window(START)
    desk.press("ctrl+o")
    desk.window("Konzept öffnen")
    desk.write(str(file))
    desk.press("Return")
    desk.window(WINDOW)
    cover = chosen_line(desk)

    desk.drag(cover.moved(y=LAST * ROW), cover.moved(y=SITUATION * ROW - ROW // 2))
    desk.settle()
    desk.picture("dragged")
    desk.press("Return", "ctrl+End")
    desk.write("Siehe ")
    desk.press("ctrl+shift+q")
    desk.write("sprache")
    desk.settle()
    desk.picture("reference")
    desk.press("Return")
    desk.write(" zur Sprache.")
    desk.settle()
    desk.picture("referred")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    lines = desk.tell("text", file).splitlines()
    assert "2 Querschnittsaufgaben und Handlungsfelder" in lines
    assert "2.2.1 Sprache" in lines
    assert "Siehe 2.2.1 zur Sprache." in lines
    assert desk.said() == ""


def test_a_note_travels_with_its_text_to_another_section(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    first_chapter(desk)
    desk.press("ctrl+End")
    desk.write(" Neue Zahl")
    desk.press("ctrl+shift+n")
    desk.write("Eigene Erhebung 2015.")
    desk.press("Escape")
    desk.write(".")
    desk.press(*["ctrl+shift+Left"] * 4, "ctrl+c", "ctrl+Next", "ctrl+End", "Return", "ctrl+v")
    desk.settle()
    desk.picture("pasted")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    text = desk.tell("text", file)
    assert text.count("Eigene Erhebung 2015.") == 2
    assert len(re.findall(r"Neue Zahl\W*\d+\W*\.", text)) == 2
    assert desk.said() == ""


def test_a_paragraph_becomes_a_quotation_by_keys_alone(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    first_chapter(desk)
    desk.press("ctrl+End", "Return")
    desk.write("Ein Wort.")
    desk.settle()
    desk.press("ctrl+shift+a")
    desk.settle()
    desk.picture("kinds")
    desk.press("Down", "Return")
    desk.write(" Und noch eines.")
    desk.wait(lambda: desk.look_for(ACCENT, LEFT_OF_TEXT), "the bar beside a quotation")
    desk.picture("quoted")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert "Ein Wort. Und noch eines." in desk.tell("text", file)
    assert desk.said() == ""


def test_dark_large_and_alone_with_the_text(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    first_chapter(desk)
    desk.wait(lambda: desk.look_for(PAPER, MARGIN), "white paper")
    desk.press("alt+d", "Up", "Up", "Up", "Return")
    desk.window("Einstellungen")
    desk.press("Tab", "Tab", "Tab", "d", "Return")
    desk.no_window("Einstellungen")
    desk.window(WINDOW)
    desk.wait(lambda: desk.look_for(DARK_PAPER, MARGIN), "dark paper")

    desk.press("F8")
    desk.wait(lambda: not desk.look_for(DARK_PANEL, LEFT_EDGE), "a folded outline")
    desk.press("F9")
    desk.wait(lambda: not desk.look_for(DARK_PANEL, RIGHT_EDGE), "a folded inspector")
    desk.press("ctrl+plus", "ctrl+plus")
    desk.settle()
    desk.picture("alone")
    desk.press("F8", "F9")
    desk.wait(lambda: desk.look_for(DARK_PANEL, LEFT_EDGE), "the outline")
    desk.press("F6", "F6")
    desk.wait(lambda: desk.look_for(DARK_ACCENT, (4, 60, 240, 700)), "the ring around the outline's line")
    desk.picture("all")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    program = desk.start(file)
    desk.window(WINDOW)
    desk.wait(lambda: desk.look_for(DARK_PAPER, MARGIN), "dark paper from the start")
    desk.settle()
    desk.picture("again")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert desk.said() == ""


def chosen_line(desk: Desk) -> Spot:
    """Find the line of the outline that is chosen, by the bar at its left."""
    left, top, _right, bottom = desk.wait(lambda: desk.look_for(ACCENT, LEFT_EDGE), "the bar of a chosen line")
    desk.settle()
    return Spot(left + 100, (top + bottom) // 2)
