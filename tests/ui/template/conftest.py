"""No dialog stays behind: each one left is dressed anew with every change of colours in the tests after it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.kit import undo_keys
from ikonzept_desktop.ui.template.dialog import TemplateDialog


@pytest.fixture(autouse=True)
def as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """Lines leave undo to the window, and no dialog stays."""
    end_of_watch = undo_keys.watch(qapp)
    yield
    end_of_watch()
    for top in QApplication.topLevelWidgets():
        if isinstance(top, TemplateDialog):
            top.close()
            top.deleteLater()
    # Without a running loop nobody sees to what is to be deleted later.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
