"""The program with its look, and without windows in the end; and patience where something has to come about."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import fonts, undo_keys
from ikonzept_desktop.ui.program import Program
from tests.ui.desk import settle

PATIENCE = 30_000
"""Milliseconds after which a test gives up waiting, on a machine that has other things to do."""


class PatientBot(QtBot):
    """Waits as long as it takes, where a test does not say how long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    fonts.load(qapp)
    end_of_watch = undo_keys.watch(qapp)
    program = Program(qapp, tmp_path / "settings.json")
    yield program
    for window in tuple(program.windows):
        window.session.save_now()
        window.close()
    program.shut_down()
    for top in qapp.topLevelWidgets():
        if isinstance(top, QMainWindow):
            top.close()
            top.deleteLater()
    settle()
    # Without a running loop nobody sees to what is to be deleted later; what stays is dressed anew with each change.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    end_of_watch()
