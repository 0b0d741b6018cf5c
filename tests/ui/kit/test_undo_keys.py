"""One history serves every field: its keys reach the window, and the fields' menus offer it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import german, undo_keys
from ikonzept_desktop.ui.kit.field_menus import field_at, field_menu, history_of_window


class Window(QWidget):
    """A window with one history and a field of each kind."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.stop_watching: Callable[[], None] = lambda: None
        self.command("undo", "Rückgängig", "Ctrl+Z")
        self.command("redo", "Wiederholen", "Ctrl+Y")
        self.command("link", "Link", "Ctrl+K")
        people = QComboBox()
        people.setEditable(True)
        self.fields: dict[str, QWidget] = {
            "line": QLineEdit(),
            "text": QTextEdit(),
            "plain text": QPlainTextEdit(),
            "number": QSpinBox(),
            "date": QDateEdit(QDate(2015, 3, 20)),
            "combo": people,
        }
        layout = QVBoxLayout(self)
        for field in self.fields.values():
            layout.addWidget(field)

    def command(self, key: str, name: str, keys: str) -> None:
        action = QAction(name, self)
        action.setObjectName(key)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self.asked.append(name))
        self.addAction(action)


KINDS = ("line", "text", "plain text", "number", "date", "combo")


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> Iterator[Window]:
    german.load_german(light)
    made = Window()
    qtbot.addWidget(made)
    made.stop_watching = undo_keys.watch(light)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.stop_watching()


def words_of(field: QWidget) -> str:
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.toPlainText()
    inside = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(inside, QLineEdit)
    return inside.text()


def write(field: QWidget) -> str:
    field.setFocus()
    QTest.keyClicks(field, "12")
    return words_of(field)


@pytest.mark.parametrize("kind", KINDS)
def test_undo_reaches_the_window_and_leaves_the_field_alone(window: Window, kind: str) -> None:
    field = window.fields[kind]
    words = write(field)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == ["Rückgängig", "Wiederholen"]
    assert words_of(field) == words


def test_without_the_filter_a_text_swallows_the_key(window: Window) -> None:
    """What the filter is for: should Qt stop doing so, it can go."""
    window.stop_watching()
    field = window.fields["text"]
    write(field)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == []


def test_the_programs_own_keys_reach_it_from_a_text(window: Window) -> None:
    write(window.fields["text"])
    QTest.keyClick(window.fields["text"], Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.asked == ["Link"]


@pytest.mark.parametrize("text", ["@", "{", "|", "~"])
def test_signs_with_altgr_stay_signs(window: Window, text: str) -> None:
    field = window.fields["line"]
    field.setFocus()
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_Q, text, altgr)
    assert (words_of(field), window.asked) == (text, [])


def test_no_key_of_the_program_needs_ctrl_and_alt_which_is_altgr() -> None:
    both = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier).value
    assert [keys for keys in undo_keys.LEFT_TO_THE_WINDOW if keys & both == both] == []


def test_copying_stays_with_the_field(window: Window, light: QApplication) -> None:
    field = window.fields["line"]
    write(field)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert light.clipboard().text() == "12"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
@pytest.mark.parametrize("kind", KINDS)
def test_the_menu_of_a_field_is_german_and_has_the_one_history(window: Window, kind: str, qtbot: QtBot) -> None:
    field = window.fields[kind]
    write(field)
    menu = menu_of(field, qtbot)
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert words[:3] == ["Rückgängig", "Wiederholen", "Ausschneiden"]
    assert "Undo" not in words
    menu.actions()[0].trigger()
    assert window.asked == ["Rückgängig"]
    menu.close()


def test_the_menu_of_a_field_of_a_dialog_keeps_the_fields_own_history(window: Window) -> None:
    dialog = QDialog(window)
    line = QLineEdit("Wort", dialog)
    names = [action.objectName() for action in field_menu(line, history_of_window).actions()]
    assert names[:2] == ["edit-undo", "edit-redo"]


def test_a_field_to_read_offers_no_history(window: Window) -> None:
    line = QLineEdit("Wort", window)
    line.setReadOnly(True)
    names = [action.objectName() for action in field_menu(line, history_of_window).actions()]
    assert "undo" not in names
    assert "edit-copy" in names


class OwnMenu(QTextEdit):
    """A text that opens a menu of its own."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked = True


def test_a_text_with_a_menu_of_its_own_keeps_it(window: Window) -> None:
    text = OwnMenu(window)
    assert field_at(text) is None
    assert field_at(text.viewport()) is None


def test_a_list_to_choose_from_has_no_menu(window: Window) -> None:
    assert field_at(QComboBox(window)) is None


def menu_of(field: QWidget, qtbot: QtBot) -> QMenu:
    target = field.viewport() if isinstance(field, QTextEdit | QPlainTextEdit) else field
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), target.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
