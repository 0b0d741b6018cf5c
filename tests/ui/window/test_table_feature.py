"""Tables in the window: made, pasted, opened, printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.tables.make_dialog import MakeDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.table_panel import TablePanel
from ikonzept_desktop.ui.window.table_texts import SELECT_FIRST
from tests.model.grids import written
from tests.ui.desk import made, settle, shown


@pytest.fixture
def window(program: Program, tmp_path: Path) -> Iterator[ConceptWindow]:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.activateWindow()
    window.text.focus_field()
    settle()
    yield window
    QGuiApplication.clipboard().clear()


def tables(window: ConceptWindow) -> list[Table]:
    blocks = window.session.document.sections[0].blocks("text")
    return [block for block in blocks if isinstance(block, Table)]


def answer(window: ConceptWindow) -> MakeDialog:
    dialog = next(iter(window.findChildren(MakeDialog)))
    dialog.caption.setText("Orte")
    dialog.accept()
    return dialog


def test_the_command_makes_a_table_below_the_caret_and_opens_it(window: ConceptWindow) -> None:
    QTimer.singleShot(0, lambda: answer(window))
    window.actions_by_key["table"].trigger()
    settle()
    assert [written(table) for table in tables(window)] == [["_ _ _"] * 4]
    assert isinstance(window.drawer.panel, TablePanel)
    assert window.drawer.panel.title() == "Tabelle 1: Orte"
    window.actions_by_key["undo"].trigger()
    settle()
    assert tables(window) == []
    assert not isinstance(window.drawer.panel, TablePanel)


def test_where_no_table_may_stand_the_command_is_grey(window: ConceptWindow) -> None:
    assert window.actions_by_key["table"].isEnabled()
    window.outline.tree.setFocus()
    window.inspector.setFocus()
    window.text.take_text(None)
    assert not window.actions_by_key["table"].isEnabled()


def test_editing_asks_for_a_table_where_none_is_selected(window: ConceptWindow) -> None:
    window.actions_by_key["edit_table"].trigger()
    assert window.drawer.panel is None
    assert SELECT_FIRST in [label.text() for label in window.status.findChildren(QLabel)]


def test_cells_pasted_into_a_text_become_a_table_and_a_line_with_a_tab_stays_text(window: ConceptWindow) -> None:
    text = window.text.text
    assert text is not None
    data = QMimeData()
    data.setText("Ort\tAnteil\nHaan\t12 %")
    text.insertFromMimeData(data)
    assert [written(table) for table in tables(window)] == [["Ort Anteil", "Haan 12·%"]]
    data.setText("ein\tWort")
    text.insertFromMimeData(data)
    assert len(tables(window)) == 1


def test_an_open_panel_comes_and_goes_with_its_table(window: ConceptWindow, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: answer(window))
    window.actions_by_key["table"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    opened = window.drawer.panel
    assert isinstance(opened, TablePanel)
    assert QApplication.focusWidget() is opened.desk.view
    QTest.keyClick(opened.desk.view, Qt.Key.Key_Escape)
    settle()
    assert not window.drawer.isVisible()
    window.actions_by_key["edit_table"].trigger()
    settle()
    assert isinstance(window.drawer.panel, TablePanel)
    window.set_zoom(150)
    assert window.drawer.panel.desk.view.rowHeight(0) > 28
