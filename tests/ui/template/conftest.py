"""Fields leave the keys of undo to the program, as they do in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.kit import undo_keys


@pytest.fixture(autouse=True)
def undo_of_the_program(qapp: QApplication) -> Iterator[None]:
    end = undo_keys.watch(qapp)
    yield
    end()
