"""Keeping an overview, with real keys and mouse: a cell, a note, a second text, the text alone on the screen."""

from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.store.loading import load
from tests.journeys.desk import Desk
from tests.journeys.ways import WINDOW

HEADER = "#F1F0EC"
TOP = (700, 0, 1100, 6)
"""Part of the screen: bare ground in the header."""
RESPONSIBLE_COLUMN = 3


def test_overview_notes_second_text_and_the_text_alone(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    make_someone_responsible(desk)
    resolve_a_note(desk)
    read_a_second_text(desk)
    write_alone(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    document = load(file).document
    assert titled(document, "Impressum").responsible == "Gleichstellung"
    assert [comment.resolved for comment in titled(document, "Was will das Konzept heute?").comments] == [True, False]
    assert "Allein geschrieben. " in desk.tell("text", file)
    assert desk.said() == ""


def make_someone_responsible(desk: Desk) -> None:
    """The second row from above; the keyboard goes along its cells."""
    desk.press("ctrl+2")
    desk.settle()
    desk.picture("overview")
    desk.press("ctrl+Home", "Down", *["Right"] * RESPONSIBLE_COLUMN, "F2")
    desk.write("Gleichstellung")
    desk.press("Return")
    desk.settle()
    desk.picture("responsible")
    desk.press("F4")
    desk.settle()
    desk.picture("sorted")
    desk.press("ctrl+1")
    desk.settle()


def resolve_a_note(desk: Desk) -> None:
    desk.press("ctrl+F9")
    desk.settle()
    desk.picture("notes")
    desk.press("space")
    desk.settle()
    desk.press("Return")
    desk.settle()
    desk.picture("at-the-note")


def read_a_second_text(desk: Desk) -> None:
    desk.press("shift+F8")
    desk.settle()
    desk.picture("second-text")
    desk.press("shift+F6", "F6", "Escape")
    desk.settle()


def write_alone(desk: Desk) -> None:
    desk.press("F11")
    desk.wait(lambda: not desk.look_for(HEADER, TOP), "the header gone")
    desk.press("ctrl+Home")
    desk.write("Allein geschrieben. ")
    desk.settle()
    desk.picture("alone")
    desk.press("Escape")
    desk.wait(lambda: desk.look_for(HEADER, TOP), "the header again")
    desk.settle()


def titled(document: Document, title: str) -> Section:
    return next(section for section in walk(document.sections) if section.title == title)
