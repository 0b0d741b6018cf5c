"""The panes share the width as the design says."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.window.layout import Layout
from ikonzept_desktop.ui.window.panes import Panes, next_of


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    panes = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(panes)
    panes.show()
    return panes


def shown(panes: Panes) -> tuple[bool, bool]:
    return panes.is_shown(panes.outline), panes.is_shown(panes.inspector)


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1366, (True, True)), (1280, (True, True)), (1279, (True, False)), (1000, (True, False)), (999, (False, False))],
)
def test_side_panes_fold_as_it_gets_narrow_and_come_back(panes: Panes, width: int, expected: tuple[bool, bool]) -> None:
    panes.resize(width, 700)
    assert shown(panes) == expected
    panes.resize(1366, 700)
    assert shown(panes) == (True, True)


def test_a_key_shows_the_inspector_in_place_of_the_outline(panes: Panes) -> None:
    panes.resize(1100, 700)
    panes.toggle(panes.inspector)
    assert shown(panes) == (False, True)
    panes.toggle(panes.inspector)
    assert shown(panes)[1] is False


def test_a_pane_the_user_folded_stays_folded_when_there_is_room(panes: Panes) -> None:
    panes.resize(1366, 700)
    panes.toggle(panes.outline)
    panes.resize(1000, 700)
    panes.resize(1400, 700)
    assert shown(panes) == (False, True)


def test_the_layout_is_remembered(panes: Panes, qtbot: QtBot) -> None:
    panes.resize(1400, 700)
    panes.toggle(panes.inspector)
    state = panes.state()
    again = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(again)
    again.resize(1400, 700)
    again.show()
    again.restore(state)
    assert shown(again) == (True, False)


def test_a_layout_survives_being_written_and_nonsense_is_none() -> None:
    layout = Layout(b"\x01\x02", [300, 700, 300, 1, 1])
    assert Layout.read(layout.written()) == layout
    for nonsense in ("", "{}", "[]", '{"geometry": "ä", "panes": []}', '{"geometry": "", "panes": ["x"]}', "null"):
        assert Layout.read(nonsense) is None


def test_going_from_pane_to_pane_is_a_circle(panes: Panes) -> None:
    panes.resize(1366, 700)
    every = [panes.outline, panes.centre, panes.inspector]
    assert next_of(every, panes.inspector, 1) is panes.outline
    assert next_of(every, panes.outline, -1) is panes.inspector
    assert next_of(every, None, 1) is panes.outline
