"""Types all over a concept in the program's own window and prints the 99th percentile of a key, in ms.

`python -m bench.key_probe FILE SEED`: letters, spaces, Return, Backspace and undo, in fifteen sections.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.ui.findings_desk import FindingsDesk

SECTIONS = 15
KEYS = 60
PATIENCE = 60.0
"""Seconds for looking at the concept."""


def main() -> None:
    """Type, and tell."""
    path, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    wait_for_spelling(window)
    ids = [section.id for section in walk(window.session.document.sections)]
    taken: list[float] = []
    for section in [ids[0], *chance.sample(ids, min(SECTIONS, len(ids))), ids[-1]]:
        window.show_section(section)
        QApplication.processEvents()
        editors = [e for e in window.text.findChildren(QTextEdit) if e.isVisible() and not e.isReadOnly()]
        if editors:
            taken += _type(chance.choice(editors), chance)
    taken.sort()
    leave(taken[min(int(len(taken) * 0.99), len(taken) - 1)])


def wait_for_spelling(window: QWidget) -> None:
    """Let the whole concept be looked at once: what the dictionary has not answered yet comes in between the keys."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        QTest.qWait(200)
        desk = window.findChild(FindingsDesk)
        if desk is not None and desk.looked:
            return
    sys.exit("the concept was not looked at")


def _type(editor: QTextEdit, chance: random.Random) -> list[float]:
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(chance.randrange(max(editor.document().characterCount() - 1, 1)))
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    letters = chance.choices("abcdefghijklmnopqrstuvwxyz ", k=KEYS)
    keys: list[str | Qt.Key] = [*letters, Qt.Key.Key_Return, Qt.Key.Key_Backspace]
    taken = []
    for key in keys:
        begun = time.perf_counter()
        if isinstance(key, str):
            QTest.keyClicks(editor, key)
        else:
            QTest.keyClick(editor, key)
        taken.append((time.perf_counter() - begun) * 1000)
        # Painting and the deferred counting come after the key, as they do for a person.
        QApplication.processEvents()
    return taken


if __name__ == "__main__":
    main()
