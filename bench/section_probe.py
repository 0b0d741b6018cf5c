"""Opens sections all over a concept for the first time and prints the slowest but one in a hundred, in ms.

`python -m bench.section_probe FILE SEED`: from the call that shows a section until everything on the way is painted,
once the window has come to rest: the first seconds are the start's, which is measured for itself.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.key_probe import wait_for_spelling
from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.model.document import walk

SECTIONS = 60
REST = 2000
"""ms after the concept was looked at in which the database is loaded, the dictionary has begun to answer."""


def main() -> None:
    """Open, and tell."""
    path, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    wait_for_spelling(window)
    QTest.qWait(REST)
    ids = [section.id for section in walk(window.session.document.sections)][1:]
    taken = []
    for section in chance.sample(ids, min(SECTIONS, len(ids))):
        begun = time.perf_counter()
        window.show_section(section)
        QApplication.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    leave(taken[min(int(len(taken) * 0.99), len(taken) - 1)])


if __name__ == "__main__":
    main()
