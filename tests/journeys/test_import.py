"""A Word file comes into a concept: looked through, three proposals corrected by keys, taken over, and taken back."""

import docx

from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.store.loading import load
from tests.journeys.desk import Desk
from tests.journeys.ways import WINDOW, choose_in_menu

CHOOSE, PREVIEW = "^Datei zum Übernehmen wählen$", "^Aus Word übernehmen$"
SITUATION, BOLD = "Viele Erwachsene lernen Deutsch.", "Arbeit"


def test_a_word_file_is_looked_through_corrected_taken_over_and_taken_back(desk: Desk) -> None:
    word = desk.documents / "Rahmenkonzept.docx"
    write_word_file(str(word))
    file = desk.documents / "Kreis.ikonzept"
    desk.tell("example", file)
    before = load(file).document
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    choose_in_menu(desk, "import")
    desk.window(CHOOSE)
    desk.press("ctrl+a")
    desk.write(str(word))
    desk.press("Return")
    desk.window(PREVIEW)
    desk.settle()
    desk.picture("preview")
    correct_three(desk)
    desk.press("ctrl+Return")
    desk.no_window(PREVIEW)
    desk.window(WINDOW)
    desk.settle()
    desk.picture("taken-over")
    desk.press("ctrl+s")
    desk.settle()

    after = load(file).document
    there = {section.id for section in before.sections}
    came = [section for section in after.sections if section.id not in there]
    assert [outline(section) for section in came] == [
        ("Vorwort", ()),
        ("Handlungsfelder", (("Sprache lernen", (("Ausgangslage", ()),)),)),
    ]
    assert all(words in words_of(came[1]) for words in (SITUATION, BOLD, "Federführung eins"))
    desk.press("ctrl+z")
    desk.settle()
    desk.picture("taken-back")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert desk.said() == ""
    assert load(file).document == before


def write_word_file(path: str) -> None:
    """Headings by style, one that is only bold, a field, and a table of measures."""
    written = docx.Document()
    written.add_heading("Handlungsfelder", 1)
    written.add_heading("Sprache", 2)
    written.add_heading("Ausgangslage", 3)
    written.add_paragraph(SITUATION)
    table = written.add_table(rows=2, cols=3)
    for at, head in enumerate(("Maßnahme", "Beschreibung", "Federführung")):
        table.cell(0, at).text = head
        table.cell(1, at).text = f"{head} eins"
    written.add_paragraph().add_run(BOLD).bold = True
    written.add_paragraph("Arbeit finden ist schwer, und es dauert lange, bis jemand Fuß gefasst hat.")
    written.add_heading("Vorwort", 1)
    written.add_paragraph("Liebe Leserinnen und Leser.")
    written.save(path)


def correct_three(desk: Desk) -> None:
    """A section gets another title, a field becomes a section, and the last chapter comes first."""
    desk.press("Home", "Down", "F2", "ctrl+a")
    desk.write("Sprache lernen")
    desk.press("Return")
    desk.settle()
    desk.picture("renamed")
    desk.press("Down", "Return")
    desk.settle()
    desk.press("End", "alt+shift+Up")
    desk.settle()
    desk.picture("corrected")


def outline(section: Section) -> tuple[str, tuple[object, ...]]:
    return section.title, tuple(outline(child) for child in section.children)


def words_of(section: Section) -> str:
    own = " ".join(
        str(block) for field in section.fields if isinstance(field.value, RichText) for block in field.value.blocks
    )
    return " ".join((own, *map(words_of, section.children)))
