"""Qt speaks German, and names keys as German keyboards do."""

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit.german import load_german


@pytest.fixture(autouse=True)
def german(light: QApplication) -> None:
    assert load_german(light)


def test_the_buttons_of_dialogs_are_german(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Ctrl+Return", "Strg+Eingabe"),
        ("Ctrl+Shift+O", "Strg+Umschalt+O"),
        ("Ctrl+PgUp", "Strg+Bild auf"),
        ("Alt+Shift+Left", "Alt+Umschalt+←"),
        ("Del", "Entf"),
    ],
)
def test_keys_have_the_names_of_a_german_keyboard(keys: str, words: str) -> None:
    assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) == words


def test_days_and_numbers_are_german() -> None:
    assert QLocale().toString(QDate(2015, 3, 20), "dddd, d. MMMM yyyy") == "Freitag, 20. März 2015"
    assert QLocale().toString(10444) == "10.444"
