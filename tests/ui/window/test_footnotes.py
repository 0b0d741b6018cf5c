"""Footnotes beside the text: listed, filtered, written, gone to, deleted, made text and made of text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import footnote_texts as texts
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.footnotes_page import FootnotesPage
from tests.builders import chapter, doc, fn, p
from tests.ui.desk import settle
from tests.ui.window.writing import CTRL, SHIFT, focused, into_text, keyboard, line, opened, said

KEY = Qt.Key


def concept() -> Document:
    return doc(
        chapter(
            "Einleitung", p("Der Kreistag", fn("Beschluss vom 18.12.", id="eins"), " will Ziele", id="text"), id="vorn"
        ),
        chapter(
            "Ziele",
            p("Viele", fn("Zählung 2014", id="zwei"), " kommen", fn("Melderegister", id="drei"), id="mehr"),
            id="ziele",
        ),
    )


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return opened(program, tmp_path, concept())


def page(window: ConceptWindow) -> FootnotesPage:
    window.actions_by_key["notes"].trigger()
    settle()
    [found] = window.findChildren(FootnotesPage)
    return found


def listed(page: FootnotesPage) -> list[tuple[str, str]]:
    return [(one.number, one.text) for one in page.model.lines]


def test_the_notes_of_the_section_are_listed_and_those_of_the_concept_by_a_switch(window: ConceptWindow) -> None:
    beside = page(window)
    assert listed(beside) == [("1", "Beschluss vom 18.12.")]
    beside.scope._tell(1)
    assert [(*one, line.where) for one, line in zip(listed(beside), beside.model.lines, strict=True)] == [
        ("1", "Beschluss vom 18.12.", "1 Einleitung"),
        ("2", "Zählung 2014", "2 Ziele"),
        ("3", "Melderegister", "2 Ziele"),
    ]
    beside.filter.setText("zahlung")
    assert listed(beside) == [("2", "Zählung 2014")]


def test_the_list_follows_the_section_and_every_edit(window: ConceptWindow, qtbot: QtBot) -> None:
    beside = page(window)
    into_text(window, "ziele")
    qtbot.waitUntil(lambda: [number for number, _ in listed(beside)] == ["2", "3"])
    window.text.insert_footnote()
    QTest.keyClicks(focused(), "Neu")
    qtbot.waitUntil(lambda: listed(beside)[-1] == ("4", "Neu"))


def test_return_goes_to_the_note_below_the_text(window: ConceptWindow) -> None:
    beside = page(window)
    beside.scope._tell(1)
    QTest.keyClick(beside.list, KEY.Key_Down)
    QTest.keyClick(beside.list, KEY.Key_Return)
    settle()
    assert window.text.section() == "ziele"
    QTest.keyClicks(focused(), "!")
    assert said(line(window, "ziele", "mehr")) == "Viele[Zählung 2014!] kommen[Melderegister]"


def test_a_note_is_written_in_the_page_and_the_tools_act_on_it(window: ConceptWindow) -> None:
    beside = page(window)
    QTest.keyClick(beside.list, KEY.Key_F2)
    assert beside.row is not None
    assert focused() is beside.row.text
    QTest.keyClicks(focused(), "Neu: ")
    assert said(line(window, "vorn", "text")) == "Der Kreistag[Neu: Beschluss vom 18.12.] will Ziele"
    QTest.keyClick(focused(), KEY.Key_A, CTRL)
    window.actions_by_key["bold"].trigger()
    window.session.project.undo()
    assert said(line(window, "vorn", "text")) == "Der Kreistag[Neu: Beschluss vom 18.12.] will Ziele"
    QTest.keyClick(focused(), KEY.Key_Escape)
    assert keyboard() is beside.list


def test_what_is_written_below_the_text_is_seen_in_the_page(window: ConceptWindow) -> None:
    beside = page(window)
    into_text(window, "vorn")
    window.text.restore(selection(beside))
    QTest.keyClicks(focused(), "!")
    assert beside.row is not None
    assert beside.row.text.toPlainText() == "Beschluss vom 18.12.!"


def selection(page: FootnotesPage) -> Selection:
    placed = page.model.lines[0].placed
    return Selection(placed.address.section, placed.address, placed.block, placed.note.id, 20, 20)


def test_entf_deletes_a_note_and_undo_brings_it_back(window: ConceptWindow) -> None:
    beside = page(window)
    QTest.keyClick(beside.list, KEY.Key_Delete)
    assert said(line(window, "vorn", "text")) == "Der Kreistag will Ziele"
    assert (listed(beside), beside.none.text()) == ([], texts.NONE_IN_SECTION)
    window.actions_by_key["undo"].trigger()
    assert said(line(window, "vorn", "text")) == "Der Kreistag[Beschluss vom 18.12.] will Ziele"


def test_one_key_jumps_from_the_mark_to_the_note_and_back(window: ConceptWindow) -> None:
    view = into_text(window, "ziele")
    QTest.keyClick(view, KEY.Key_Home, CTRL)
    QTest.keyClick(view, KEY.Key_J, CTRL)
    assert (view.textCursor().selectionStart(), view.textCursor().selectionEnd()) == (5, 6)
    QTest.keyClick(view, KEY.Key_J, CTRL)
    assert focused().accessibleName() == "Fußnote 2"
    QTest.keyClick(focused(), KEY.Key_J, CTRL)
    assert focused() is view
    assert view.textCursor().selectionStart() == 5


def test_selected_words_become_a_note_closed_up_with_the_word_before(window: ConceptWindow) -> None:
    view = into_text(window, "vorn")
    for _ in range(2):
        QTest.keyClick(view, KEY.Key_Left, CTRL | SHIFT)
    assert view.textCursor().selectedText() == "will Ziele"
    window.actions_by_key["note_from_text"].trigger()
    assert said(line(window, "vorn", "text")) == "Der Kreistag[Beschluss vom 18.12.][will Ziele]"
    window.session.project.undo()
    assert said(line(window, "vorn", "text")) == "Der Kreistag[Beschluss vom 18.12.] will Ziele"


def test_a_note_within_the_selection_is_not_lost(window: ConceptWindow) -> None:
    QTest.keyClick(into_text(window, "vorn"), KEY.Key_A, CTRL)
    window.actions_by_key["note_from_text"].trigger()
    assert said(line(window, "vorn", "text")) == "[Der Kreistag Beschluss vom 18.12. will Ziele]"


def test_the_note_at_the_caret_becomes_text(window: ConceptWindow) -> None:
    view = into_text(window, "ziele")
    window.actions_by_key["note_to_text"].trigger()
    assert said(line(window, "ziele", "mehr")) == "Viele[Zählung 2014] kommen Melderegister"
    QTest.keyClick(view, KEY.Key_Home, CTRL)
    window.actions_by_key["note_to_text"].trigger()
    assert said(line(window, "ziele", "mehr")) == "Viele[Zählung 2014] kommen Melderegister"


def test_a_concept_to_be_read_lists_its_notes_and_changes_none(program: Program, tmp_path: Path) -> None:
    window = opened(program, tmp_path, concept(), read_only=True)
    beside = page(window)
    QTest.keyClick(beside.list, KEY.Key_Delete)
    assert listed(beside) == [("1", "Beschluss vom 18.12.")]
    assert beside.row is not None
    assert beside.row.text.isReadOnly()
    assert QApplication.focusWidget() is beside.list


def test_a_note_is_deleted_and_made_text_as_it_reads_now_before_the_list_has_followed(window: ConceptWindow) -> None:
    beside = page(window)
    assert beside.row is not None
    beside.row.text.setFocus()
    QTest.keyClicks(beside.row.text, "Laut ")
    beside.delete()
    assert listed(beside) == []
    window.actions_by_key["undo"].trigger()
    settle()
    beside.refresh()
    assert listed(beside) == [("1", "Laut Beschluss vom 18.12.")]
    assert beside.row is not None
    QTest.keyClicks(beside.row.text, "Nach ")
    beside.make_text()
    assert "Nach" in str(window.session.document.sections[0].blocks("text"))
    assert listed(beside) == []
