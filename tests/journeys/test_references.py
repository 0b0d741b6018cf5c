"""References, notes, links and abbreviations with real keys: put in, followed, missed, listed, printed."""

import subprocess
from pathlib import Path

from tests.journeys.desk import Desk
from tests.journeys.ways import WINDOW, choose_in_menu, first_chapter

AMBER = "#FBF0DC"
BANNER = (310, 80, 1060, 120)
"""The part of the screen above the text."""


def test_a_text_refers_notes_links_and_lists_its_abbreviations(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    first_chapter(desk)
    desk.press("ctrl+End", "Return")
    desk.write("Siehe ")
    refer_to_a_measure(desk)
    desk.write(" und www.kreis.example heute")
    make_the_last_word_a_note(desk)
    follow_and_come_back(desk)
    write_the_note_from_the_list(desk)
    list_an_abbreviation(desk)
    have_the_lists_printed(desk)
    delete_the_measure(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    lines = desk.tell("text", file).splitlines()
    [line] = [line for line in lines if line.startswith("Siehe [Verweisziel fehlt] und www.kreis.example[")]
    assert f"{line.split('example')[1]} heute!" in lines
    printed = words_of(desk, file)
    assert "Tabellenverzeichnis Tabelle 1 Einwohnerinnen" in printed
    assert "Abbildungsverzeichnis Abbildung 1 Anteil" in printed
    assert "Abkürzungsverzeichnis KIZ Kreisintegrationszentrum" in printed
    assert desk.said() == ""


def refer_to_a_measure(desk: Desk) -> None:
    """The Sprachmittlerpool by a few letters; Tab has its title printed."""
    desk.press("ctrl+shift+q")
    desk.write("massn sprachm")
    desk.press("Tab")
    desk.settle()
    desk.picture("popup")
    desk.press("Return")


def make_the_last_word_a_note(desk: Desk) -> None:
    """By the menu „Einfügen“."""
    desk.press("ctrl+shift+Left")
    choose_in_menu(desk, "note_from_text")
    desk.settle()
    desk.picture("note")


def follow_and_come_back(desk: Desk) -> None:
    """Return on the chip opens its menu, Return again goes to the target, Alt+Left comes back."""
    desk.press("Home", "ctrl+Right", "shift+Right", "Return")
    desk.settle()
    desk.picture("chip-menu")
    desk.press("Return")
    desk.settle()
    desk.picture("target")
    desk.press("alt+Left")
    desk.settle()
    desk.picture("back")


def write_the_note_from_the_list(desk: Desk) -> None:
    """The list beside the text leads to the note below it."""
    desk.press("shift+F9", "End", "Return")
    desk.write("!")
    desk.settle()
    desk.picture("notes")
    desk.press("Escape")


def list_an_abbreviation(desk: Desk) -> None:
    """A row of the table, filled from the keyboard."""
    choose_in_menu(desk, "abbreviations")
    desk.window("^Abkürzungen$")
    desk.press("space")
    desk.write("KIZ")
    desk.press("Tab")
    desk.write("Kreisintegrationszentrum")
    desk.press("Return")
    desk.settle()
    desk.picture("abbreviations")
    desk.press("Escape")
    desk.no_window("^Abkürzungen$")
    desk.window(WINDOW)


def have_the_lists_printed(desk: Desk) -> None:
    """Three switches in the properties of the concept."""
    choose_in_menu(desk, "properties")
    desk.window("^Angaben zum Konzept$")
    desk.press(*["Tab"] * 5, "space", "Tab", "space", "Tab", "space")
    desk.settle()
    desk.picture("properties")
    desk.press("Return")
    desk.no_window("^Angaben zum Konzept$")
    desk.window(WINDOW)


def delete_the_measure(desk: Desk) -> None:
    """Where the reference leads, the measure goes; a line above the text says at once what that leaves behind."""
    desk.press("Home", "ctrl+Right", "shift+Right", "Return", "Return")
    desk.settle()
    assert desk.look_for(AMBER, BANNER) is None
    desk.press("Delete")
    desk.settle()
    desk.picture("deleted")
    assert desk.look_for(AMBER, BANNER) is not None


def words_of(desk: Desk, file: Path) -> str:
    """Give the words of the PDF; the command line says what leads nowhere in it, and gives it out."""
    pdf = desk.documents / "Beispiel.pdf"
    said = desk.tell("export", file, "--pdf", pdf, status=1)
    assert "Ziel" in said
    assert "Befund: " in said
    command = ["pdftotext", "-raw", str(pdf), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split())
