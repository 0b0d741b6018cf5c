"""Grounds have the colour and the edge of their name, with a sheet and without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.tokens import LIGHT
from tests.ui.kit.gallery import NIGHT_SKY, wear
from tests.ui.kit.looking import image_of


def ground(qtbot: QtBot, name: str, kind: str = "", made: QWidget | None = None) -> list[str]:
    """Give the colours of a named widget at its top, in its middle and at its bottom."""
    widget = made or QWidget()
    qtbot.addWidget(widget)
    widget.setObjectName(name)
    widget.setProperty("kind", kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.resize(60, 40)
    image = image_of(widget)
    return [image.pixelColor(30, y).name().upper() for y in (0, 20, 39)]


@pytest.mark.parametrize(
    ("name", "kind", "tokens"),
    [
        ("header", "", ("bg", "bg", "line")),
        ("statusBar", "", ("line", "bg", "bg")),
        ("paper", "", ("paper", "paper", "paper")),
        ("card", "", ("line", "paper", "line")),
        ("card", "red", ("red", "red_tint", "red")),
        ("card", "amber", ("amber", "amber_tint", "amber")),
        ("banner", "info", ("soft", "soft", "accent")),
        ("banner", "red", ("red_tint", "red_tint", "red")),
        ("nameless", "", ("panel", "panel", "panel")),
    ],
)
def test_a_ground_has_the_colours_of_its_name(qtbot: QtBot, name: str, kind: str, tokens: tuple[str, ...]) -> None:
    assert ground(qtbot, name, kind) == [LIGHT[token] for token in tokens]


def test_a_frame_is_a_card_by_its_name_alone(qtbot: QtBot) -> None:
    frame = QFrame()
    frame.setObjectName("card")
    qtbot.addWidget(frame)
    frame.resize(60, 40)
    assert image_of(frame).pixelColor(30, 20).name().upper() == LIGHT["paper"]


def test_in_high_contrast_cards_keep_an_edge_and_messages_do_not_look_chosen(light: QApplication, qtbot: QtBot) -> None:
    theme.apply(light, high_contrast=True)
    wear(light, NIGHT_SKY)
    assert ground(qtbot, "card", "red") == ["#FFFFFF", "#000000", "#FFFFFF"]
    assert ground(qtbot, "banner", "info")[1] == "#000000"


def test_tools_stand_on_a_line(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    bar = QToolBar(pane)
    bar.addAction("Fett")
    bar.resize(200, 40)
    assert image_of(bar).pixelColor(150, 39).name().upper() == LIGHT["line"]


def test_a_scroll_bar_stands_on_the_ground_of_the_pane_where_the_text_has_none(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.setObjectName("paper")
    area = QScrollArea(pane)
    area.viewport().setAutoFillBackground(False)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.resize(100, 100)
    assert image_of(area.verticalScrollBar()).pixelColor(6, 50).name().upper() == LIGHT["paper"]
    area.viewport().setAutoFillBackground(True)
    assert image_of(area.verticalScrollBar()).pixelColor(6, 50).name().upper() == LIGHT["panel"]
