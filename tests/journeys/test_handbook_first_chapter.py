"""The Handbuch's first chapter, walked by a newcomer: each numbered step is read and done as it is written."""

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ikonzept_desktop.paths import resource
from tests.journeys.desk import Desk, Spot
from tests.journeys.ways import START, WINDOW

STEP = re.compile(r"^\d+\. ")
SENTENCE = "Das ist mein erster Satz."
LAST_WORDS = "für die jemand einsteht."
"""The end of the paragraph it is written behind."""
PRACTICE_AT = Spot(283, -42)
"""Where on the start page „Übungskonzept …“ is: px from its left and its lower edge."""
OUTLINE_ROW = Spot(180, 348)
"""Where „3.2 Was will das Konzept heute?“ stands in the outline of the concept just opened. px"""
END_OF_PARAGRAPH = Spot(970, 284)
"""Beyond the last line of its first paragraph. px"""

OPEN_AT = Spot(74, -164)
"""Where „Öffnen“ of the PDF is when both files are done, from the lower left corner of the dialog. px"""
OPENED = "opened"
"""The file in which what stands in for a reader of PDFs notes what it was asked to open."""


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in the place of what opens files on this system: it notes their names."""
    script = tmp_path / "bin" / "xdg-open"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path / OPENED}"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")


@dataclass
class Walk:
    """A newcomer at the desk, and what is known on the way."""

    desk: Desk
    concept: Path = Path()
    before: list[str] = field(default_factory=list)
    """All lines before a section was made."""

    def titles(self) -> list[str]:
        """Give all lines of the concept's file as the program's command line tells them."""
        return self.desk.tell("text", self.concept).splitlines()


def steps() -> list[str]:
    """Read the numbered steps of the first chapter, each in one line and without the signs of keys."""
    text = (resource("handbuch") / "01-erste-schritte.md").read_text(encoding="utf-8")
    found: list[str] = []
    inside = False
    for line in text.splitlines():
        if STEP.match(line):
            found.append(STEP.sub("", line))
            inside = True
        elif inside and line.startswith("   "):
            found[-1] += " " + line.strip()
        else:
            inside = False
    return [step.replace("`", "") for step in found]


def choose_practice(walk: Walk) -> None:
    walk.desk.window(START)
    walk.desk.settle()
    corner, _width, height = walk.desk.place(walk.desk.window(START))
    walk.desk.click(corner.moved(PRACTICE_AT.x, height + PRACTICE_AT.y))
    walk.desk.window("Übungskonzept anlegen")


def choose_folder(walk: Walk) -> None:
    walk.desk.press("ctrl+a")
    walk.concept = walk.desk.documents / "Probe.ikonzept"
    walk.desk.write(str(walk.concept))
    walk.desk.press("Return")
    walk.desk.window(WINDOW)
    walk.desk.settle()
    walk.desk.picture("opened")


def click_section(walk: Walk) -> None:
    walk.desk.click(OUTLINE_ROW)
    walk.desk.settle()
    walk.desk.picture("section")


def write_at_end(walk: Walk) -> None:
    walk.desk.click(END_OF_PARAGRAPH)
    walk.desk.write(f" {SENTENCE}")
    walk.desk.settle()
    walk.desk.picture("written")


def is_saved(walk: Walk) -> None:
    walk.desk.wait(lambda: any(line.endswith(f"{LAST_WORDS} {SENTENCE}") for line in walk.titles()), "the sentence")
    walk.desk.picture("saved")


def undo_and_redo(walk: Walk) -> None:
    walk.desk.press("ctrl+z")
    walk.desk.wait(lambda: any(line.endswith(LAST_WORDS) for line in walk.titles()), "the sentence gone")
    walk.desk.press("ctrl+y")
    walk.desk.wait(lambda: any(line.endswith(f"{LAST_WORDS} {SENTENCE}") for line in walk.titles()), "it again")


def new_section(walk: Walk) -> None:
    walk.before = walk.titles()
    walk.desk.press("ctrl+Return")


def name_it(walk: Walk) -> None:
    walk.desk.write("Ausblick auf 2016")
    walk.desk.press("Return")
    walk.desk.settle()
    walk.desk.picture("new-section")


def move_it(walk: Walk) -> None:
    walk.desk.press("alt+shift+Up")
    walk.desk.wait(lambda: "3.2 Ausblick auf 2016" in walk.titles(), "the section moved")
    assert "3.3 Was will das Konzept heute?" in walk.titles()


def undo_it_all(walk: Walk) -> None:
    """The section was made, named and moved."""
    walk.desk.press("ctrl+z", "ctrl+z", "ctrl+z")
    walk.desk.wait(lambda: walk.titles() == walk.before, "the outline as before")


def find(walk: Walk) -> None:
    walk.desk.press("ctrl+f")
    walk.desk.write("Sprachmittler")
    walk.desk.settle()
    walk.desk.picture("found")


def next_hit(walk: Walk) -> None:
    before = walk.desk.screen()
    walk.desk.press("F3")
    walk.desk.wait(lambda: walk.desk.screen() != before, "the next hit")
    walk.desk.settle()


def shut_search(walk: Walk) -> None:
    before = walk.desk.screen()
    walk.desk.press("Escape")
    walk.desk.wait(lambda: walk.desk.screen() != before, "the text alone")
    walk.desk.settle()
    walk.desk.picture("shut")


def overview(walk: Walk) -> None:
    walk.desk.press("ctrl+2")
    walk.desk.settle()
    walk.desk.picture("overview")


def back_to_text(walk: Walk) -> None:
    walk.desk.press("ctrl+1")
    walk.desk.settle()


def ask_to_give_out(walk: Walk) -> None:
    walk.desk.press("ctrl+p")
    walk.desk.window("^Ausgeben$")
    walk.desk.settle()


def give_out(walk: Walk) -> None:
    walk.desk.press("Return")
    for ending in ("docx", "pdf"):
        walk.desk.wait(lambda ending=ending: list(walk.desk.documents.glob(f"*.{ending}")), ending)  # type: ignore[misc]
    walk.desk.settle()
    walk.desk.picture("given-out")


def open_it(walk: Walk) -> None:
    corner, _width, height = walk.desk.place(walk.desk.window("^Ausgeben$"))
    walk.desk.click(corner.moved(OPEN_AT.x, height + OPEN_AT.y))
    opened = walk.desk.folder / OPENED
    walk.desk.wait(lambda: opened.exists() and ".pdf" in opened.read_text(encoding="utf-8"), "the PDF in its program")
    walk.desk.picture("opened-pdf")
    walk.desk.press("Escape")
    walk.desk.no_window("^Ausgeben$")
    walk.desk.window(WINDOW)


DEEDS: dict[str, Callable[[Walk], None]] = {
    "Klicken Sie auf der Startseite unten links auf Übungskonzept ….": choose_practice,
    "Wählen Sie einen Ordner und dann Speichern.": choose_folder,
    "Klicken Sie links in der Gliederung auf 3.2 Was will das Konzept heute?.": click_section,
    "Klicken Sie in der Mitte ans Ende des ersten Absatzes und schreiben Sie einen Satz.": write_at_end,
    "Sehen Sie unten links nach: Spätestens nach zwei Sekunden steht dort „Gespeichert um …“.": is_saved,
    "Nehmen Sie den Satz mit Strg+Z zurück und holen Sie ihn mit Strg+Y wieder.": undo_and_redo,
    "Drücken Sie Strg+Eingabe.": new_section,
    "Schreiben Sie „Ausblick auf 2016“ und drücken Sie Eingabe.": name_it,
    "Verschieben Sie den Abschnitt mit Alt+Umschalt+↑.": move_it,
    "Nehmen Sie alles mit Strg+Z zurück, bis die Gliederung wieder ist, wie sie war.": undo_it_all,
    "Drücken Sie Strg+F und schreiben Sie „Sprachmittler“.": find,
    "Drücken Sie F3, um zur nächsten Stelle zu gehen.": next_hit,
    "Schließen Sie die Suche mit Esc.": shut_search,
    "Drücken Sie Strg+2.": overview,
    "Kehren Sie mit Strg+1 zum Text zurück.": back_to_text,
    "Drücken Sie Strg+P.": ask_to_give_out,
    "Wählen Sie den Word-Entwurf, das PDF oder beides, und dann Ausgeben.": give_out,
    "Öffnen Sie die Datei mit dem Knopf, der danach erscheint.": open_it,
}
"""What is done for each step, by how it begins; a step that is not known here fails the journey."""


def deed(step: str) -> Callable[[Walk], None]:
    return next(do for words, do in DEEDS.items() if step.startswith(words))


@pytest.mark.usefixtures("reader")
def test_the_first_chapter_works_as_it_is_written(desk: Desk) -> None:
    asked = steps()
    assert [step for step in asked if not any(step.startswith(words) for words in DEEDS)] == []
    assert len(asked) == len(DEEDS)
    program = desk.start()
    walk = Walk(desk)
    for step in asked:
        deed(step)(walk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    printed = next(desk.documents.glob("*.pdf"))
    told = subprocess.run(["pdftotext", printed, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    assert SENTENCE in " ".join(told.split())
    assert desk.said() == ""
