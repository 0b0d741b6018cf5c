"""The program with its look, and without windows in the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import fonts, undo_keys
from ikonzept_desktop.ui.program import Program
from tests.ui.desk import settle


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
    end_of_watch()
