"""A table on the desk, with the program's look."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from ikonzept_desktop.ui.program import Program
from tests.ui.tables.desk import TableDesk


@pytest.fixture
def at_table(program: Program, tmp_path: Path) -> Callable[..., TableDesk]:
    """Gives a window with a table, its panel open."""

    def begin(*blocks: object, **more: object) -> TableDesk:
        desk = TableDesk(program, tmp_path, *blocks, **more)  # type: ignore[arg-type]  # what a TableDesk takes
        desk.opens()
        # Qt's offscreen clipboard outlives Python and would take it down with what Python has put there.
        return desk

    return begin


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> object:
    yield
    QGuiApplication.clipboard().clear()
