"""A field asked for comes into sight, though the fields above it still grow."""

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.editor.aim import MARGIN, Aim


def page(qtbot: QtBot) -> tuple[QScrollArea, QLabel, QLabel]:
    scroll = QScrollArea()
    qtbot.addWidget(scroll)
    body = QWidget()
    above, below, rest = QLabel("darüber"), QLabel("gesucht"), QLabel("Rest")
    rest.setFixedHeight(3000)
    layout = QVBoxLayout(body)
    for label in (above, below, rest):
        layout.addWidget(label)
    scroll.setWidget(body)
    scroll.setWidgetResizable(True)
    scroll.resize(300, 200)
    scroll.show()
    return scroll, above, below


def test_it_stays_in_sight_while_what_is_above_it_grows(qtbot: QtBot) -> None:
    scroll, above, below = page(qtbot)
    Aim(scroll).at(below)
    above.setFixedHeight(1000)
    qtbot.waitUntil(lambda: below.y() > 1000 and scroll.verticalScrollBar().value() == below.y() - MARGIN)


def test_once_let_go_the_page_stays_where_the_user_has_put_it(qtbot: QtBot) -> None:
    scroll, above, below = page(qtbot)
    aim = Aim(scroll)
    aim.at(below)
    aim.let_go()
    scroll.verticalScrollBar().setValue(7)
    above.setFixedHeight(1000)
    qtbot.waitUntil(lambda: below.y() > 1000)
    assert scroll.verticalScrollBar().value() == 7
