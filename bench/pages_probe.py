"""Writes all over a concept with the page view beside it and prints how long the page needs after the pause, in ms.

`python -m bench.pages_probe FILE SEED`: from the end of the pause after a word until the page with it is painted, the
median of some sections, once all pages are known.
"""

import random
import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from bench.key_probe import wait_for_spelling
from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.export.preview.values import Shown
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.ui.window.preview.desk import QUIET, PreviewDesk

SECTIONS = 12
WIDTH, HEIGHT = 1700, 950
"""px of a window in which a page stands beside the text."""
PATIENCE = 60.0
"""Seconds for the pages to be those of the concept."""


def main() -> None:
    """Write, and tell."""
    path, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    window.resize(WIDTH, HEIGHT)
    wait_for_spelling(window)
    window.actions_by_key["preview"].trigger()
    desk = window.findChild(PreviewDesk)
    if desk is None:
        sys.exit("the page view did not open")
    ids = [section.id for section in walk(window.session.document.sections)]
    chance.shuffle(ids)
    taken: list[float] = []
    for section in ids:
        window.show_section(section)
        window.text.focus_field()
        editor = QApplication.focusWidget()
        if isinstance(editor, QTextEdit) and len(taken) < SECTIONS:
            _wait(desk)
            taken.append(_write(editor, desk))
    leave(median(taken))


def _write(editor: QTextEdit, desk: PreviewDesk) -> float:
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    loop, before = QEventLoop(), desk.last.revision if desk.last is not None else 0

    def look(shown: Shown) -> None:
        if shown.revision > before:
            loop.quit()

    desk.shown.connect(look)
    QTest.keyClicks(editor, " Wort")
    begun = time.perf_counter()
    loop.exec()
    QApplication.processEvents()
    desk.shown.disconnect(look)
    return (time.perf_counter() - begun) * 1000 - QUIET


def _wait(desk: PreviewDesk) -> None:
    """Let all pages be laid out."""
    QTest.qWait(200)
    end = time.monotonic() + PATIENCE
    while desk.is_waiting() or desk.last is None or not desk.last.settled:
        if time.monotonic() > end:
            sys.exit("the pages were not laid out")
        QTest.qWait(50)


if __name__ == "__main__":
    main()
