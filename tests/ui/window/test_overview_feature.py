"""From the text to the overview and back, with the keyboard where it belongs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.model.document import walk
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.overview.page import OverviewPage
from ikonzept_desktop.ui.window.overview.print_dialog import PrintDialog
from ikonzept_desktop.ui.window.overview.printing import Sheet
from ikonzept_desktop.ui.window.overview_feature import OVERVIEW
from ikonzept_desktop.ui.window.workspaces import WRITING
from tests.ui.desk import made, settle, shown, write


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept"))


def look(window: ConceptWindow) -> OverviewPage:
    window.activateWindow()
    settle()
    window.actions_by_key["overview"].trigger()
    settle()
    page = window.workspaces.widget()
    assert isinstance(page, OverviewPage)
    return page


def test_the_table_has_the_keyboard_and_the_section_that_was_open_is_chosen(window: ConceptWindow) -> None:
    second = window.session.document.sections[1].id
    window.show_section(second)
    page = look(window)
    assert (QApplication.focusWidget(), page.table.chosen()) == (page.table, [second])


def test_return_on_a_title_opens_the_section_for_writing(window: ConceptWindow) -> None:
    page = look(window)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    assert (window.workspaces.key, window.text.section()) == (WRITING, window.session.document.sections[1].id)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.text.isAncestorOf(focused)


def test_what_is_done_to_the_text_rests_while_it_is_not_to_be_seen(window: ConceptWindow) -> None:
    write(window, "Wort")
    actions = window.actions_by_key
    assert actions["bold"].isEnabled()
    look(window)
    assert not any(actions[key].isEnabled() for key in ("bold", "footnote", "rename", "delete_section"))
    QGuiApplication.clipboard().setText("fremd")
    actions["paste"].trigger()
    assert "fremd" not in str(window.session.document)
    actions["writing"].trigger()
    settle()
    assert all(actions[key].isEnabled() for key in ("bold", "footnote", "rename", "delete_section"))


def test_undo_of_something_written_leads_back_to_the_text_and_of_a_cell_stays(window: ConceptWindow) -> None:
    write(window, "Wort")
    page = look(window)
    page.change("responsible", "Sozialamt", [window.session.document.sections[1].id])
    window.actions_by_key["undo"].trigger()
    settle()
    assert window.workspaces.key == OVERVIEW
    window.actions_by_key["undo"].trigger()
    settle()
    assert window.workspaces.key == WRITING


def test_a_new_section_is_named_in_the_outline(window: ConceptWindow) -> None:
    look(window)
    window.actions_by_key["new_after"].trigger()
    settle()
    assert window.workspaces.key == WRITING
    assert len(list(walk(window.session.document.sections))) == 4


def test_f6_goes_round_the_parts_of_the_overview(window: ConceptWindow) -> None:
    window.resize(1440, 800)
    page = look(window)
    reached = []
    for _ in range(3):
        window.actions_by_key["next_pane"].trigger()
        settle()
        reached.append(QApplication.focusWidget())
    assert reached == [page.aside.edit_dates, page.filters.words, page.table]


def test_what_is_printed_at_once_has_the_findings_too(window: ConceptWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    write(window, "  Zwei Leerzeichen.")
    sheets: list[Sheet] = []
    monkeypatch.setattr(PrintDialog, "exec", lambda dialog: sheets.append(dialog._sheet))
    window.actions_by_key["print_overview"].trigger()
    assert [sheet.findings for sheet in sheets] == [(1, 0, 1)]
