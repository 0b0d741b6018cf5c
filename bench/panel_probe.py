"""Goes through two thousand proposals by the arrow keys and prints the slowest but one in a hundred, in ms.

`python -m bench.panel_probe FILE SEED`: from a key in the list until everything that follows it is painted: the row,
the card, and the text, which is another section's at times.
"""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.key_probe import wait_for_spelling
from bench.panel_proposals import proposing
from bench.section_probe import REST
from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.ui.window.returns.stage import ReturnsStage

PROPOSALS, KEYS, RUNS = 2000, 600, 6


def main() -> None:
    """Take proposals in, go through them, and tell."""
    path, seed = Path(sys.argv[1]), int(sys.argv[2])
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    window.session.apply(proposing(window.session.document, PROPOSALS, seed), "Rückläufe aufgenommen")
    wait_for_spelling(window)
    window.workspaces.show("returns")
    QTest.qWait(REST)
    stage = window.workspaces.widget()
    assert isinstance(stage, ReturnsStage)
    stage.review.list.setFocus()
    chance = random.Random(seed)
    taken = []
    for _run in range(RUNS):
        stage.desk.choose(chance.choice(stage.desk.shown[:-KEYS]).id)
        QApplication.processEvents()
        taken += [_pressed(stage) for _at in range(KEYS // RUNS)]
    taken.sort()
    leave(taken[int(len(taken) * 0.99)])


def _pressed(stage: ReturnsStage) -> float:
    """Press the arrow key and give how long it took, in ms."""
    before = stage.desk.current_id
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    begun = time.perf_counter()
    QApplication.sendEvent(stage.review.list, key)
    QApplication.processEvents()
    took = (time.perf_counter() - begun) * 1000
    assert stage.desk.current_id != before
    return took


if __name__ == "__main__":
    main()
