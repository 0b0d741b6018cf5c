"""What the context menus of fields hold."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import field_menus


def no_history(_field: QWidget) -> tuple[QAction, ...]:
    return ()


def test_everybody_who_extends_a_menu_does(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    field_menus.extend(line, lambda menu, _field, _at: menu.addAction("erst"))
    field_menus.extend(line, lambda menu, _field, _at: menu.addAction("dann"))
    menu = field_menus.show_field_menu(line, line.mapToGlobal(line.rect().center()), no_history)
    assert [action.text() for action in menu.actions()][-2:] == ["erst", "dann"]
    menu.close()
