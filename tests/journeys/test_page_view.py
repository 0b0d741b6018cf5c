"""The pages beside the text with real keys: opened, written for, turned over, clicked in, shut."""

from PIL import Image

from tests.journeys.desk import Desk, Spot
from tests.journeys.test_first_concept import begin_a_concept
from tests.journeys.ways import first_chapter

PAGE = (865, 170, 1338, 655)
"""The part of the screen where the page's text is."""
EDGE = (851, 170, 862, 655)
"""The page's left edge, where a bar stands beside what is written in."""
ACCENT = "#0E5A6B"
WRITTEN = "Der Kreistag hat am Montag beschlossen, das Konzept fortzuschreiben."


def ink(picture: Image.Image) -> int:
    """Count what is dark where the page is."""
    return sum(picture.crop(PAGE).convert("L").histogram()[:128])


def test_a_page_shows_what_is_written_and_leads_back_into_the_text(desk: Desk) -> None:
    program = desk.start()
    file = begin_a_concept(desk)
    first_chapter(desk)
    desk.press("ctrl+F8")
    desk.wait(lambda: desk.look_for(ACCENT, EDGE), "the bar beside what is written in")
    desk.settle()
    desk.picture("opened")
    before = ink(desk.screen())
    desk.write(WRITTEN)
    desk.wait(lambda: ink(desk.screen()) > before + 150, "the sentence on the page")
    desk.settle()
    desk.picture("written")
    turn_over(desk)
    click_in_the_sentence(desk)
    desk.press("ctrl+F8")
    desk.settle()
    desk.picture("shut")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert f"Neu: {WRITTEN}" in desk.tell("text", file).splitlines()
    assert desk.said() == ""


def turn_over(desk: Desk) -> None:
    """F6 leads to the pages; there Ctrl+Pos1 shows the cover, and the page's number leads back."""
    desk.press("F6", "ctrl+Home")
    desk.settle()
    desk.picture("cover")
    desk.press(*["shift+Tab"] * 5, "ctrl+a", "5", "Return")
    desk.wait(lambda: desk.look_for(ACCENT, EDGE) is not None, "the bar on the page with the caret")
    desk.settle()
    desk.picture("number")


def click_in_the_sentence(desk: Desk) -> None:
    """The caret stands before the sentence then, with the keyboard in the text."""
    desk.click(Spot(1130, 273))
    desk.settle()
    desk.write("Neu: ")
    desk.settle()
    desk.picture("clicked")
