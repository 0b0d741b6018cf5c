"""The list of copies: what stands first, what can be done to a copy, and that all of it can be undone."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import CopyState, GivenCopy
from ikonzept_desktop.ui.window.returns import texts
from ikonzept_desktop.ui.window.returns.copies_model import Column
from ikonzept_desktop.ui.window.returns.due_dialog import DueDialog
from ikonzept_desktop.ui.window.returns.page import ReturnsPage
from tests.builders import chapter, doc
from tests.ui.desk import settle
from tests.ui.window.sessions import session

SENT, TODAY = datetime(2015, 3, 1, 9, tzinfo=UTC), date(2015, 3, 12)


def copy(id: str, due: date | None = None, state: CopyState = CopyState.OUT, packet: str = "") -> GivenCopy:
    return GivenCopy(id, id.capitalize(), SENT, "fassung", packet, due, state=state)


def page_of(qtbot: QtBot, *copies: GivenCopy, read_only: bool = False) -> ReturnsPage:
    opened, _store = session(doc(chapter("Ziele"), concept="konzept", copies=copies), read_only=read_only)
    page = ReturnsPage(opened, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    settle()
    return page


def column(page: ReturnsPage, column: Column) -> list[str]:
    return [page.model.words(each, column) for each in page.model.shown]


def state_of(page: ReturnsPage, id: str) -> CopyState:
    copies = page.session.document.properties.copies
    return next(each.state for each in copies if each.id == id)


def test_what_is_late_stands_first_then_what_is_out_then_what_is_done(qtbot: QtBot) -> None:
    back, late = copy("back", state=CopyState.RETURNED), copy("late", date(2015, 3, 9))
    page = page_of(qtbot, copy("none"), back, copy("soon", date(2015, 3, 13), packet="AG Sprache"), late)
    assert column(page, Column.REVIEWER) == ["Late", "Soon", "None", "Back"]
    assert column(page, Column.STANDING) == ["Überfällig", "Unterwegs", "Unterwegs", "Zurück"]
    assert column(page, Column.DUE) == ["09.03.2015, seit 3 Tagen", "13.03.2015", "–", "–"]
    assert column(page, Column.SCOPE)[1] == "Paket „AG Sprache“"
    assert texts.counted(page.model.shown, TODAY) == "4 Kopien: 1 überfällig, 2 unterwegs, 1 zurück"


def test_return_marks_the_chosen_copy_and_once_more_takes_that_back(qtbot: QtBot) -> None:
    page = page_of(qtbot, copy("a"), copy("b"))
    page.choose("b")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert (state_of(page, "a"), state_of(page, "b")) == (CopyState.OUT, CopyState.RETURNED)
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.id == "b"
    assert page.returned.text() == texts.OUT_AGAIN
    page.returned.click()
    assert state_of(page, "b") is CopyState.OUT


def test_each_step_can_be_undone_and_the_list_follows(qtbot: QtBot) -> None:
    page = page_of(qtbot, copy("a"))
    page.closed.click()
    assert column(page, Column.STANDING) == ["Nicht mehr erwartet"]
    assert not page.closed.isEnabled()
    page.session.project.undo()
    assert column(page, Column.STANDING) == ["Unterwegs"]


def test_another_last_day_is_typed_the_german_way(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(qtbot, copy("a", date(2015, 3, 9)))

    def typed(dialog: DueDialog) -> int:
        dialog.due.line.setText("bald")
        dialog.accept()
        assert not dialog.result()
        dialog.due.line.setText("20.3.2015")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(DueDialog, "exec", typed)
    page.due.click()
    assert column(page, Column.DUE) == ["20.03.2015"]


def test_without_a_copy_there_is_one_sentence_and_one_button(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    asked: list[bool] = []
    page.give_out_asked.connect(lambda: asked.append(True))
    begin = page.first()
    assert not page.give_out.isVisible()
    QTest.keyClick(begin, Qt.Key.Key_Space)
    assert asked == [True]


def test_a_concept_that_is_read_only_shows_its_copies_and_changes_none(qtbot: QtBot) -> None:
    page = page_of(qtbot, copy("a"), read_only=True)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert state_of(page, "a") is CopyState.OUT
    assert not any(each.isEnabled() for each in (page.returned, page.due, page.closed, page.give_out))


def test_where_it_is_narrow_what_tells_least_folds_first(qtbot: QtBot) -> None:
    page = page_of(qtbot, copy("a"))
    page.resize(520, 400)
    settle()
    hidden = {each for each in Column if page.table.isColumnHidden(each)}
    assert Column.FILE in hidden
    assert not hidden & {Column.STANDING, Column.REVIEWER, Column.DUE}
