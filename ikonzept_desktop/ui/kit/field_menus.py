"""The context menus of fields: Qt's own entries, with the program's one history in place of the field's."""

from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

Field = QLineEdit | QTextEdit | QPlainTextEdit
History = Callable[[QWidget], Sequence[QAction]]
"""Gives, for a field, the actions that undo and redo; none where the field keeps a history of its own (in a dialog)."""

_QTS_OWN = ("edit-undo", "edit-redo")


Extender = Callable[[QMenu, QWidget, QPoint], object]
"""Puts entries of its own into the menu of a field, for the place it was asked at, in px of the field."""
_EXTENDERS: WeakKeyDictionary[QWidget, tuple[Extender, ...]] = WeakKeyDictionary()


def extend(field: QWidget, extender: Extender) -> None:
    """Have a field's menu extended whenever it opens, behind the earlier ones; an extender must not hold its field."""
    _EXTENDERS[field] = (*_EXTENDERS.get(field, ()), extender)


def history_of_window(field: QWidget) -> Sequence[QAction]:
    """Give the actions of the field's window whose object names are undo and redo; a dialog has none."""
    found = (field.window().findChild(QAction, name) for name in ("undo", "redo"))
    return [action for action in found if action is not None]


def field_at(target: QObject) -> Field | None:
    """Give the field that a context menu asked of a widget is about; none where its menu is somebody else's."""
    match target:
        case QAbstractSpinBox():
            return target.lineEdit() if _asks_qt(target) else None
        case QComboBox():
            return target.lineEdit() if _asks_qt(target) else None
        case QLineEdit() | QTextEdit() | QPlainTextEdit():
            return target if _asks_qt(target) and _has_qts_menu(target) else None
        case QWidget():
            area = target.parent()
            inside = isinstance(area, QTextEdit | QPlainTextEdit) and area.viewport() is target
            return field_at(area) if inside and _asks_qt(target) else None
        case _:
            return None


def show_field_menu(field: Field, where: QPoint, history: History) -> QMenu:
    """Open a field's menu at a place on the screen, px; it goes when it is closed."""
    menu = field_menu(field, history)
    for extender in _EXTENDERS.get(field, ()):
        extender(menu, field, field.mapFromGlobal(where))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(where)
    return menu


def field_menu(field: Field, history: History) -> QMenu:
    """Make a field's menu, in the words of Qt's translation."""
    menu = field.createStandardContextMenu()
    ours = history(field)
    own = [action for action in menu.actions() if action.objectName() in _QTS_OWN]
    if ours and own:
        menu.insertActions(own[0], list(ours))
        for action in own:
            menu.removeAction(action)
    return menu


def _asks_qt(target: QWidget) -> bool:
    return target.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu


def _has_qts_menu(field: Field) -> bool:
    return any(type(field).contextMenuEvent == kind.contextMenuEvent for kind in (QLineEdit, QTextEdit, QPlainTextEdit))
