"""Garbage is collected in the thread of the windows only."""

import subprocess
import sys

import pytest

from ikonzept_desktop.ui.collector_rounds import due_generation

IN_A_PROCESS_OF_ITS_OWN = """
import gc, threading
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from ikonzept_desktop.ui.collector_rounds import CollectorRounds

class Circle(QLabel):
    # A widget only the collector can free; it says in which thread that was done.
    def __init__(self):
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: freed_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)

def make_many_objects():
    kept = [[number] for number in range(200_000)]

app, freed_in = QApplication([]), []
gc.collect()
rounds = CollectorRounds(QObject(app))
Circle()
busy = threading.Thread(target=make_many_objects)
busy.start()
busy.join()
make_many_objects()
assert freed_in == [], "freed before a round"
kept = [[number] for number in range(2000)]  # enough for a round to be due
end = QTimer(interval=50)
end.timeout.connect(lambda: app.quit() if freed_in else None)
end.start()
QTimer.singleShot(30_000, app.quit)
app.exec()
assert freed_in == [threading.get_ident()], freed_in
"""
"""Whatever other tests have made is not to be in the way of the collector."""


def test_a_widget_is_freed_in_its_own_thread_however_busy_another_one_is() -> None:
    done = subprocess.run([sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("counts", "due"),
    [((700, 10, 10), None), ((701, 0, 0), 0), ((701, 11, 0), 1), ((0, 0, 11), 2), ((701, 11, 11), 2)],
)
def test_the_oldest_generation_that_is_due_is_collected(counts: tuple[int, int, int], due: int | None) -> None:
    assert due_generation(counts, (700, 10, 10)) == due
