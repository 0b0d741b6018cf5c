"""The text alone on the screen, and the line that is written in the middle of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.full_screen import FullScreen
from ikonzept_desktop.ui.window.text_toolbar import TextToolbar
from tests.builders import chapter, doc, p
from tests.ui.desk import made, settle, shown, write


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    long = doc(chapter("Einleitung", *(p(f"Absatz {n} über den Kreis.") for n in range(60))), chapter("Ziele"))
    window = shown(program, made(tmp_path / "a.ikonzept", long))
    window.resize(1300, 700)
    settle()
    return window


def alone(window: ConceptWindow) -> FullScreen:
    window.actions_by_key["full_screen"].trigger()
    settle()
    return window.findChildren(FullScreen)[0]


def seen(window: ConceptWindow) -> list[bool]:
    parts = [window.menuWidget(), window.outline, window.side, window.status, *window.findChildren(TextToolbar)]
    return [part.isVisible() for part in parts]


def test_everything_but_the_text_goes_and_comes_back(window: ConceptWindow) -> None:
    before = seen(window)
    assert all(before)
    mode = alone(window)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    window.resize(1300, 700)  # screens without a display are small
    settle()
    assert not any(seen(window))
    assert mode.edge.words.text() == "301 Wörter"
    window.actions_by_key["full_screen"].trigger()
    settle()
    assert (seen(window), window.isFullScreen()) == (before, False)


def test_escape_leads_back_and_the_caret_stays(window: ConceptWindow) -> None:
    write(window, "")
    alone(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.text.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    settle()
    assert (window.isFullScreen(), all(seen(window))) == (False, True)
    assert QApplication.focusWidget() is focused


def test_the_keyboard_comes_into_the_text_where_it_was_there_last(window: ConceptWindow) -> None:
    write(window, "x")
    writing = QApplication.focusWidget()
    window.side.setFocus()
    settle()
    alone(window)
    assert QApplication.focusWidget() is writing


def test_alt_brings_menus_and_status_line(window: ConceptWindow) -> None:
    mode = alone(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    mode.show_rims()
    assert [window.menuWidget().isVisible(), window.status.isVisible()] == [True, True]


def test_the_outline_can_be_laid_beside_the_text_for_a_moment(window: ConceptWindow) -> None:
    alone(window)
    window.actions_by_key["show_outline"].trigger()
    assert window.outline.isVisible()
    window.actions_by_key["show_outline"].trigger()
    assert not window.outline.isVisible()
    window.actions_by_key["full_screen"].trigger()
    settle()
    assert window.outline.isVisible()


def test_a_window_closed_meanwhile_is_remembered_as_it_was(program: Program, window: ConceptWindow) -> None:
    alone(window)
    window.close()
    settle()
    assert program.settings.window_layouts["concept"]
    again = ConceptWindow(program.settings.window_layouts["concept"])
    assert not again.isFullScreen()
    assert again.panes.state()[3:] == [1, 1]
    again.deleteLater()


def caret_height(window: ConceptWindow) -> float:
    """Give where in the height of the text the caret stands, from 0 at the top to 1."""
    text = window.text.text
    assert text is not None
    caret = text.cursorRect()
    spot = text.viewport().mapTo(window.text, caret.center())
    return spot.y() / window.text.height()


def test_the_line_that_is_written_stays_in_the_middle_where_that_is_wanted(
    program: Program, window: ConceptWindow
) -> None:
    write(window, "x")
    settle()
    assert caret_height(window) > 0.7
    window.actions_by_key["typewriter"].trigger()
    write(window, "y")
    settle()
    assert caret_height(window) == pytest.approx(0.5, abs=0.06)
    assert program.settings.typewriter
    window.actions_by_key["typewriter"].trigger()
    assert not window.actions_by_key["typewriter"].isChecked()
