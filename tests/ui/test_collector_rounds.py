"""Garbage is collected in the thread of the windows only."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.collector_rounds import CollectorRounds, due_generation


@pytest.fixture
def rounds(qtbot: QtBot) -> Iterator[None]:
    """A collector with nothing left to do, going its rounds; afterwards it is Python's again."""
    gc.collect()
    parent = QObject()
    CollectorRounds(parent)
    yield
    parent.deleteLater()
    gc.enable()


class Circle(QLabel):
    """A widget only the collector can free; it says in which thread that was done."""

    def __init__(self, freed_in: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: freed_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


def make_many_objects() -> None:
    kept = [[number] for number in range(200_000)]
    assert kept


def test_a_widget_is_freed_in_its_own_thread_however_busy_another_one_is(rounds: None, qtbot: QtBot) -> None:
    freed_in: list[int] = []
    Circle(freed_in)
    busy = threading.Thread(target=make_many_objects)
    busy.start()
    busy.join()
    assert freed_in == []
    make_many_objects()
    assert freed_in == []
    kept = [[number] for number in range(2000)]  # enough for a round to be due
    qtbot.waitUntil(lambda: freed_in == [threading.get_ident()])
    assert kept


@pytest.mark.parametrize(
    ("counts", "due"),
    [((700, 10, 10), None), ((701, 0, 0), 0), ((701, 11, 0), 1), ((0, 0, 11), 2), ((701, 11, 11), 2)],
)
def test_the_oldest_generation_that_is_due_is_collected(counts: tuple[int, int, int], due: int | None) -> None:
    assert due_generation(counts, (700, 10, 10)) == due
