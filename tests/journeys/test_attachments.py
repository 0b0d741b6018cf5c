"""A statute that exists as a PDF becomes part of the concept, with real keys: chosen, cut down to a page, printed."""

import subprocess
from pathlib import Path

from tests.journeys.desk import Desk
from tests.journeys.ways import WINDOW, first_chapter
from tests.reading.pdf_files import foreign


def test_a_pdf_is_chosen_cut_down_to_a_page_and_printed(desk: Desk) -> None:
    file, statute = desk.documents / "Kreis.ikonzept", desk.documents / "Satzung_2015.pdf"
    statute.write_bytes(foreign.good(pages=3))
    desk.tell("new", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    first_chapter(desk)
    desk.write("Es gilt die Satzung.")
    choose(desk, statute)
    desk.wait(lambda: desk.look_for(SHEET, CARD), "the first page in the text")
    desk.settle()
    desk.picture("attached")
    print_one_page(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert desk.said() == ""

    out = desk.documents / "Konzept.pdf"
    desk.tell("export", file, "--pdf", out)
    words = text_of(out)
    assert f"{foreign.WORDS}, Seite 2" in words
    assert f"{foreign.WORDS}, Seite 1" not in words
    assert "Satzung 2015 zur Unterbringung" in words


SHEET = "#FFFFFF"
CARD = (300, 80, 1060, 400)
"""The part of the screen in which the PDF stands in the text."""


def choose(desk: Desk, statute: Path) -> None:
    """By the list of all commands: there is no key of its own."""
    desk.press("ctrl+shift+p")
    desk.settle()
    desk.write("PDF als Anlage")
    desk.settle()
    desk.press("Return")
    desk.window("^PDF-Datei wählen$")
    desk.press("ctrl+a")
    desk.write(str(statute))
    desk.press("Return")
    desk.window(WINDOW)
    desk.settle()


def print_one_page(desk: Desk) -> None:
    """The PDF is selected in the text: Return goes to its title, Tab to the pages."""
    desk.press("Return")
    desk.settle()
    desk.press("End")
    desk.write(" zur Unterbringung")
    desk.press("Tab")
    desk.write("2")
    desk.press("Return")
    desk.settle()
    desk.picture("page-chosen")
    desk.press("Escape")
    desk.settle()


def text_of(out: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", str(out), "-"], capture_output=True, check=True, text=True)
    return " ".join(said.stdout.split())
