"""The main way, with real keys: begin a concept, write, add a measure, move a chapter, undo, come back, give out."""

import subprocess
from pathlib import Path

import docx

from tests.journeys.desk import Desk
from tests.journeys.ways import START, WINDOW, first_chapter

SENTENCE = "Im Kreis zählen wir Menschen aus 140 Ländern. Im Café lernt man sich kennen 😀."
MEASURE = [
    "1 Sprachmittlerpool aufbauen",
    "Beschreibung: Geschulte Sprachmittler begleiten Gespräche.",
    "Federführung: Kreisintegrationszentrum",
    "Zeitrahmen: ab 2016",
]
TEMPLATE_ORDER = [
    "4 Leitlinien und Leitziele",
    "5 Querschnittsaufgaben und Handlungsfelder",
    "6 Strukturen und Netzwerke",
]
MOVED_ORDER = ["4 Querschnittsaufgaben und Handlungsfelder", "5 Leitlinien und Leitziele", "6 Strukturen und Netzwerke"]


def test_a_concept_from_its_template_to_word_and_pdf(desk: Desk) -> None:
    program = desk.start()
    file = begin_a_concept(desk)
    write_into_the_first_chapter(desk)
    add_a_measure(desk)
    move_a_chapter_twice_and_take_one_move_back(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert chapters(desk, file) == MOVED_ORDER

    program = desk.start()
    desk.window(START)
    desk.press("Return")
    desk.window(WINDOW)
    desk.press("ctrl+z")
    word, pdf = give_out(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    assert chapters(desk, file) == TEMPLATE_ORDER
    lines = desk.tell("text", file).splitlines()
    assert SENTENCE in lines
    assert [line for line in lines if line in MEASURE] == MEASURE
    draft = [paragraph.text for paragraph in docx.Document(str(word)).paragraphs]
    assert SENTENCE in draft
    assert "Leitlinien und Leitziele" in draft
    printed = words_of(pdf)
    assert SENTENCE in printed
    assert "Geschulte Sprachmittler begleiten Gespräche." in printed
    assert desk.said() == ""


def begin_a_concept(desk: Desk) -> Path:
    desk.window(START)
    desk.press("ctrl+n")
    desk.window("Neues Konzept anlegen")
    desk.press("ctrl+a")
    desk.write(str(desk.documents / "Kreis"))
    desk.press("Return")
    desk.window(WINDOW)
    desk.settle()
    desk.picture("begun")
    return desk.documents / "Kreis.ikonzept"


def write_into_the_first_chapter(desk: Desk) -> None:
    first_chapter(desk)
    before, after = SENTENCE.split("é")
    desk.write(before)
    desk.settle()  # under X, Qt hands on what is composed at once, before keys that still wait
    desk.press("dead_acute", "e")
    desk.write(after)
    desk.settle()
    desk.picture("written")


def add_a_measure(desk: Desk) -> None:
    """The field of action is twelve sections on, its measures are seven fields on, of which one has two buttons."""
    desk.press(*["ctrl+Next"] * 12, *["Tab"] * 8, "space")
    desk.settle()
    desk.picture("empty-measure")
    title, description, lead, time_frame = (line.split(" ", 1)[1] for line in MEASURE)
    for words, steps in ((title, 1), (description, 3), (lead, 2), (time_frame, 1)):
        desk.write(words)
        desk.press(*["Tab"] * steps)
    desk.settle()
    desk.picture("measure")


def move_a_chapter_twice_and_take_one_move_back(desk: Desk) -> None:
    desk.press("shift+F6", *["ctrl+Prior"] * 6)
    desk.press("alt+shift+Down", "alt+shift+Down", "ctrl+z")
    desk.settle()
    desk.picture("moved")


def give_out(desk: Desk) -> tuple[Path, Path]:
    desk.press("ctrl+p")
    desk.window("^Ausgeben$")
    desk.settle()
    desk.picture("dialog")
    desk.press("Return")
    word, pdf = (made(desk, ending) for ending in ("docx", "pdf"))
    desk.settle()
    desk.picture("given-out")
    desk.press("Escape")
    desk.no_window("^Ausgeben$")
    desk.window(WINDOW)
    return word, pdf


def made(desk: Desk, ending: str) -> Path:
    return desk.wait(lambda: list(desk.documents.glob(f"*.{ending}")), f"a {ending}")[0]


def chapters(desk: Desk, file: Path) -> list[str]:
    lines = desk.tell("text", file).splitlines()
    return [line for line in lines if line in {*TEMPLATE_ORDER, *MOVED_ORDER}]


def words_of(pdf: Path) -> str:
    told = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return " ".join(told.split())
