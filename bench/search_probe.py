"""Searches a whole concept in the program's own window and prints the slowest of its searches, in ms.

`python -m bench.search_probe FILE`: from the words that stand in the line until the hits are listed and painted: a rare
word, a frequent one, a single letter, a pattern, each with an edit before it, for what was not edited is remembered.
Of the times that each takes the least counts: whatever else the machine does only adds to it.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.window.finding.desk import FindDesk

PLAIN = ("Sprachkurs", "der", "Förderung", "e")
TIMES = 3
PATTERN = r"\b[A-ZÄÖÜ]\w+ung(en)?\b"


def main() -> None:
    """Search, and tell."""
    window = make_program().open(Path(sys.argv[1]))
    if window is None:
        sys.exit("the concept could not be opened")
    chapter = next(section for section in walk(window.session.document.sections) if section.kind == "chapter")
    window.show_section(chapter.id)
    window.text.focus_field()
    QApplication.processEvents()
    text = window.text.text
    if text is None:
        sys.exit("there is no text to edit")
    window.actions_by_key["find"].trigger()
    QTest.qWait(300)
    desk = window.findChild(FindDesk)
    if desk is None:
        sys.exit("the search did not open")
    taken = [min(_search(text, desk, words) for _ in range(TIMES)) for words in PLAIN]
    desk.panel.regex.setChecked(True)
    taken.append(min(_search(text, desk, PATTERN) for _ in range(TIMES)))
    leave(max(taken))


def _search(text: RichTextEdit, desk: FindDesk, words: str) -> float:
    desk.panel.line.clear()
    QTest.qWait(300)
    QTest.keyClick(text, Qt.Key.Key_X)
    QTest.qWait(700)
    begun = time.perf_counter()
    desk.panel.begin_with(words)
    QApplication.processEvents()
    taken = (time.perf_counter() - begun) * 1000
    if desk.hunt.query.text != words:
        sys.exit(f"{words} was not searched for")
    return taken


if __name__ == "__main__":
    main()
