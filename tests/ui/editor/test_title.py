"""A section's title is written with the same help as its text, and the caret stays where it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.editor.title_edit import TitleEdit
from ikonzept_desktop.ui.editor.typing_help import choice_of
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.ui.desk import made, settle, shown, titles


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.activateWindow()
    settle()
    return window


def title(window: ConceptWindow) -> TitleEdit:
    page = window.text.pages.shown()
    assert page is not None
    page.head.title.setFocus()
    return page.head.title


def types(edit: TitleEdit, words: str) -> None:
    for sign in words:
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(edit, key)


def test_a_title_gets_the_marks_a_text_gets_each_a_step_of_its_own(window: ConceptWindow) -> None:
    edit = title(window)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    types(edit, ' 😀 "neu"')
    assert (edit.toPlainText(), titles(window)[0]) == ("Einleitung 😀 „neu“", "Einleitung 😀 „neu“")
    window.actions_by_key["undo"].trigger()
    settle()
    assert (titles(window)[0], edit.toPlainText()) == ('Einleitung 😀 „neu"', 'Einleitung 😀 „neu"')
    types(edit, "!")
    window.commit_pending()
    assert titles(window)[0] == 'Einleitung 😀 „neu"!'


def test_what_is_switched_off_stays_off_in_titles(window: ConceptWindow) -> None:
    choice_of(window.session.project).off = frozenset({"quotes"})
    edit = title(window)
    types(edit, '"')
    assert edit.toPlainText() == 'Einleitung"'


def test_a_title_that_others_change_keeps_the_caret(window: ConceptWindow) -> None:
    edit = title(window)
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.moveCursor(edit.textCursor().MoveOperation.Right)
    edit.show_text("Einführung")
    assert (edit.toPlainText(), edit.textCursor().position()) == ("Einführung", 1)
