"""A dialog shows all of what it holds where there is room, and scrolls where there is none."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit.tall_scroll import TallScroll


def dialog_with(qtbot: QtBot, lines: int) -> tuple[QDialog, TallScroll, QVBoxLayout]:
    dialog, inside = QDialog(), QWidget()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(inside)
    for line in range(lines):
        column.addWidget(QLabel(f"Zeile {line}"))
    scroll = TallScroll(inside, dialog)
    QVBoxLayout(dialog).addWidget(scroll)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog, scroll, column


def test_what_comes_later_makes_the_window_higher(qtbot: QtBot) -> None:
    dialog, scroll, column = dialog_with(qtbot, 8)
    before = dialog.height()
    for line in range(6):
        column.addWidget(QLabel(f"Später {line}"))
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


def test_a_window_never_outgrows_its_screen(qtbot: QtBot) -> None:
    dialog, scroll, column = dialog_with(qtbot, 2)
    for line in range(200):
        column.addWidget(QLabel(f"Später {line}"))
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    assert dialog.height() <= dialog.screen().availableGeometry().height()


def test_a_window_that_grows_at_the_foot_of_its_screen_moves_up(qtbot: QtBot) -> None:
    dialog, _scroll, column = dialog_with(qtbot, 2)
    room = dialog.screen().availableGeometry()
    dialog.move(room.left() + 40, room.bottom() - dialog.frameGeometry().height())
    for line in range(6):
        column.addWidget(QLabel(f"Später {line}"))
    before = dialog.height()
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.frameGeometry().bottom() <= room.bottom()
    assert dialog.frameGeometry().left() == room.left() + 40
