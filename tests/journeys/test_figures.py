"""A photo on its way into the concept, with real keys and mouse: chosen, described, cut, given out."""

import io
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import WINDOW, first_chapter
from tests.reading.images.samples import SECRET, photo

ALTERNATIVE = "Zwei Felder nebeneinander, links rot, rechts blau"
CAPTION = "Die Felder"
BLUE = "#0000FA"
PANEL = (310, 400, 690, 570)
"""The part of the screen that the image has in the panel."""


def test_a_photo_is_chosen_described_cut_and_given_out(desk: Desk) -> None:
    file, image = desk.documents / "Kreis.ikonzept", desk.documents / "IMG_0815.jpg"
    image.write_bytes(photo())
    desk.tell("new", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    first_chapter(desk)
    desk.write("Der Kreis hat Felder.")
    choose(desk, image)
    describe(desk)
    cut_by_keys_and_mouse(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert desk.said() == ""

    out = desk.documents / "Entwurf.docx"
    desk.tell("export", file, "--word", out)
    with ZipFile(out) as package:
        (media,) = (package.read(name) for name in package.namelist() if name.startswith("word/media/"))
        document = package.read("word/document.xml").decode("utf-8")
    with Image.open(io.BytesIO(media)) as shown:
        width, height = shown.size
    assert height == 40
    assert 36 <= width <= 68  # a tenth by keys, about a quarter by mouse, of 80
    assert SECRET not in media
    assert (ALTERNATIVE in document, CAPTION in document) == (True, True)


def choose(desk: Desk, image: Path) -> None:
    desk.press("ctrl+shift+b")
    desk.window("^Bild wählen$")
    desk.press("ctrl+a")
    desk.write(str(image))
    desk.press("Return")


def describe(desk: Desk) -> None:
    """The description is asked for at once, and no way leads past it."""
    desk.window("^Abbildung einfügen$")
    desk.settle()
    desk.press("Tab", "Tab", "Return")
    desk.settle()
    desk.picture("missing")
    desk.write(ALTERNATIVE)
    desk.press("Tab", "Tab")
    desk.write(CAPTION)
    desk.picture("described")
    desk.press("Return")
    desk.no_window("^Abbildung einfügen$")
    desk.window(WINDOW)
    desk.settle()


def cut_by_keys_and_mouse(desk: Desk) -> None:
    """The figure is selected: Return opens its panel, where the left edge has the keys."""
    desk.press("Return")
    desk.settle()
    desk.press(*["Right"] * 8)
    desk.settle()
    desk.picture("cut-by-keys")
    edge, inside = right_edge(desk)
    desk.drag(edge, inside)
    desk.settle()
    desk.picture("cut-by-mouse")
    desk.press("ctrl+z", "ctrl+y", "Escape")
    desk.settle()
    desk.picture("in-the-text")


def right_edge(desk: Desk) -> tuple[Spot, Spot]:
    """Find the blue half in the panel: its right end, and the middle of it."""
    found = desk.wait(lambda: desk.look_for(BLUE, PANEL), "the image in the panel")
    left, upper, right, lower = found
    middle = (upper + lower) // 2
    return Spot(right, middle), Spot((left + right) // 2, middle)
