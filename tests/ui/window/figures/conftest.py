"""A desk with one figure."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.program import Program
from tests.ui.window.figures.desk import FigureDesk


@pytest.fixture
def desk(program: Program, tmp_path: Path, qtbot: QtBot) -> FigureDesk:
    return FigureDesk(program, tmp_path, qtbot)
