"""The wheel changes a field only where it has the keyboard."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit.quiet import QuietCombo, QuietSpin
from tests.ui.hands import turn_wheel


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Give a window with a line that has the keyboard."""
    page = QWidget()
    qtbot.addWidget(page)
    line = QLineEdit(page)
    QVBoxLayout(page).addWidget(line)
    page.show()
    line.setFocus()
    return page


def test_a_choice_waits_for_the_keyboard(page: QWidget) -> None:
    combo = QuietCombo(page)
    combo.addItems(["Offen", "Entwurf"])
    combo.show()
    turn_wheel(combo, -120)
    assert combo.currentText() == "Offen"
    combo.setFocus()
    turn_wheel(combo, -120)
    assert combo.currentText() == "Entwurf"


def test_a_number_waits_for_the_keyboard(page: QWidget) -> None:
    spin = QuietSpin(page)
    spin.show()
    turn_wheel(spin, 120)
    assert spin.value() == 0
    spin.setFocus()
    turn_wheel(spin, 120)
    assert spin.value() == 1
