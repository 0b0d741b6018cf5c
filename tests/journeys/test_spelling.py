"""A wrong word on the way: written, found by F7, put right from the menu at the caret; another taken up; all by key."""

from tests.journeys.desk import Desk
from tests.journeys.test_first_concept import begin_a_concept
from tests.journeys.ways import first_chapter

WRITTEN = "Der Koordinierungkreis tagt  hier mit Habiba Yilmazer."
MENDED = "Der Koordinierungskreis tagt hier mit Habiba Yilmazer."
WAVE = "#D07D78"
"""The red of a mark, as its slopes come out on white."""

SELECTION = "#C4E1E7"
"""The ground of what is selected."""


def test_a_wrong_word_is_found_and_put_right_by_key(desk: Desk) -> None:
    program = desk.start()
    file = begin_a_concept(desk)
    first_chapter(desk)
    desk.write(WRITTEN)
    desk.wait(lambda: desk.look_for(WAVE), "a marked word")
    desk.picture("marked")
    put_the_word_right(desk)
    take_one_space_away(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert MENDED in desk.tell("text", file).splitlines()
    assert desk.said() == ""


def put_the_word_right(desk: Desk) -> None:
    """From the start of the text F7 leads to the first finding; the menu's first entry is what was meant."""
    desk.press("ctrl+Home", "F7")
    desk.settle()
    desk.picture("found")
    desk.press("shift+F7")
    desk.settle()
    wait_for_suggestions(desk)
    desk.press("Return")
    desk.settle()
    desk.picture("mended")


def wait_for_suggestions(desk: Desk) -> None:
    """The selected word and the menu's chosen entry below it have one colour: together they are two lines high."""

    def chosen() -> bool:
        box = desk.look_for(SELECTION)
        return box is not None and box[3] - box[1] > 36

    desk.wait(chosen, "a suggestion")


def take_one_space_away(desk: Desk) -> None:
    """The next finding is the two spaces; the menu begins with what would stand there instead."""
    desk.press("F7")
    desk.settle()
    desk.press("shift+F7")
    desk.settle()
    desk.picture("spaces")
    desk.press("Down", "Return")
    desk.settle()
    desk.picture("one-space")
