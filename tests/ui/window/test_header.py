"""The header at every width: workspaces in the middle, nothing cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenuBar, QWidget

from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.ui.desk import made, settle, shown


class Asked(QObject):
    """Counts how often a widget is asked for a new layout."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept"))


def menus(window: ConceptWindow) -> QMenuBar:
    found = window.menuWidget().findChild(QMenuBar)
    assert isinstance(found, QMenuBar)
    return found


@pytest.mark.parametrize("width", [640, 680, 900, 1000, 1366, 1440, 2560])
def test_nothing_overlaps_and_nothing_is_cut_off(window: ConceptWindow, width: int) -> None:
    window.resize(width, 600)
    settle()
    tabs = window.workspaces.tabs
    parts: list[QWidget] = [menus(window), tabs]
    assert parts[0].geometry().right() < tabs.geometry().left()
    assert tabs.width() >= tabs.sizeHint().width()
    others = [part for part in window.menuWidget().findChildren(QWidget) if part.parent() is window.menuWidget()]
    assert max(part.geometry().right() for part in others if part.isVisible()) <= width


def test_from_a_thousand_pixels_on_workspaces_have_their_names(window: ConceptWindow) -> None:
    tabs = window.workspaces.tabs
    for width, names in ((999, ["", ""]), (1000, ["Schreiben", "Überblick"]), (640, ["", ""])):
        window.resize(width, 600)
        settle()
        assert [tabs.tabText(place) for place in range(2)] == names
        assert [tabs.accessibleTabName(place) for place in range(2)] == ["Schreiben", "Überblick"]
    assert [tabs.tabToolTip(place) for place in range(2)] == ["Schreiben", "Überblick"]


@pytest.mark.parametrize("width", [640, 900, 1000, 1060, 1366, 1440])
def test_a_header_that_fits_rests(window: ConceptWindow, width: int) -> None:
    window.resize(width, 600)
    for _ in range(5):
        settle()
    asked = Asked(window.menuWidget())
    QTest.qWait(100)
    assert asked.times == 0


def test_workspaces_stand_in_the_middle_where_there_is_room(window: ConceptWindow) -> None:
    for width in (1440, 2560):
        window.resize(width, 600)
        settle()
        tabs = window.workspaces.tabs.geometry()
        assert abs((tabs.left() + tabs.right()) / 2 - width / 2) < 8


@pytest.mark.parametrize("width", [640, 900, 1366])
def test_a_header_at_rest_is_not_laid_out_again(window: ConceptWindow, width: int) -> None:
    window.resize(width, 600)
    settle()
    asked: list[int] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.LayoutRequest:
                asked.append(1)
            return False

    watch = Watch()
    window.menuWidget().installEventFilter(watch)
    QTest.qWait(50)
    assert len(asked) <= 3
