"""Pages on a ground: what the wheel and the keys do with them, without a window around."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.window.preview.page_view import PageView


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    image = QImage(360, 509, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    view.show_pages((image,), None)
    return view


def turns(view: PageView) -> list[int]:
    """Listen to how pages are turned."""
    heard: list[int] = []
    view.turned.connect(heard.append)
    return heard


def wheel(view: PageView, by: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel by so many eighths of a degree."""
    at, none, phase = QPointF(100, 100), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, by), none, keys, phase, False)  # Qt's order
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_to_the_edge_and_then_turns_over(view: PageView) -> None:
    heard, bar = turns(view), view.verticalScrollBar()
    wheel(view, -120)
    assert (bar.value(), heard) == (120, [])
    bar.setValue(bar.maximum())
    wheel(view, -120)
    assert (bar.value(), heard) == (0, [1])
    wheel(view, 120)
    assert heard == [1, -1]
    assert bar.value() == bar.maximum()


def test_a_touchpad_turns_over_one_page_for_a_whole_notch(view: PageView) -> None:
    heard, bar = turns(view), view.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(14):
        wheel(view, -8)
    assert heard == []
    wheel(view, -8)
    assert heard == [1]
    bar.setValue(bar.maximum())
    for by in (-100, 8, -100):
        wheel(view, by)
    assert heard == [1]


def test_with_the_control_key_the_wheel_changes_the_size(view: PageView) -> None:
    heard: list[int] = []
    view.zoomed.connect(heard.append)
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert heard == [1, -1]
    assert turns(view) == []


def test_page_down_scrolls_before_it_turns_over(view: PageView) -> None:
    heard, bar = turns(view), view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert heard == []
    bar.setValue(bar.maximum())
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert heard == [1, -1]
