"""All notes of a concept beside the text: chosen, answered, resolved, deleted, followed to their place."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Comment, Document, find_section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.window.comments import texts
from ikonzept_desktop.ui.window.comments.page import CommentsPage
from tests.builders import chapter, doc, p
from tests.ui.window.sessions import session


def note(id: str, *, resolved: bool = False) -> Comment:
    return Comment(id, "Sozialplanung", datetime(2015, 3, 10, tzinfo=UTC), f"Notiz {id}", resolved=resolved)


def concept() -> Document:
    first = chapter("Einleitung", p("Es ", Text("sind zehn", comments=("a",)), id="block"), id="first")
    second = chapter("Ausblick", id="second")
    return doc(replace(first, comments=(note("a"), note("b", resolved=True))), replace(second, comments=(note("c"),)))


class Desk:
    def __init__(self, qtbot: QtBot, *, read_only: bool = False) -> None:
        self.session, _store = session(concept(), read_only=read_only)
        self.page = CommentsPage(self.session, LiveLabels(self.session), lambda: ("Sozialamt", "SA"))
        self.places: list[Selection] = []
        self.said: list[str] = []
        self.page.place_asked.connect(self.places.append)
        self.page.said.connect(self.said.append)
        qtbot.addWidget(self.page)
        self.page.resize(320, 600)
        self.page.show()
        self.page.activateWindow()
        self.page.list.setFocus()
        QApplication.processEvents()

    @property
    def ids(self) -> list[str]:
        return [noted.comment.id for noted in self.page.model.notes]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.list, key)
        QApplication.processEvents()

    def comments(self, section: str) -> tuple[Comment, ...]:
        found = find_section(self.session.document, section)
        assert found is not None
        return found.comments


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_open_notes_of_the_whole_concept_are_listed_first(desk: Desk) -> None:
    assert desk.ids == ["a", "c"]
    spoken = desk.page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1 Einleitung. Sozialplanung, 10.03.2015. Notiz a"


def test_resolved_ones_and_those_of_the_section_alone_can_be_asked_for(desk: Desk) -> None:
    desk.page.which.choose("resolved")
    desk.page.which.chosen.emit("resolved")
    assert desk.ids == ["b"]
    desk.page.which.choose("all")
    desk.page.where.choose("section")
    desk.page.show_section("second")
    assert desk.ids == ["c"]
    desk.page.which.choose("resolved")
    desk.page.refresh()
    assert (desk.ids, desk.page._nothing.text()) == ([], "In diesem Abschnitt ist noch keine Notiz erledigt.")


def test_return_leads_to_the_words_of_a_note_or_to_its_section(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.places == [Selection("first", FieldAddress("first", "text"), "block", "", 3, 12), Selection("second")]
    assert desk.said == [texts.NO_ANCHOR]


def test_the_space_bar_resolves_and_the_next_note_is_chosen(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    assert [comment.resolved for comment in desk.comments("first")] == [True, True]
    chosen = desk.page.chosen()
    assert (desk.ids, chosen and chosen.comment.id) == (["c"], "c")
    desk.session.project.undo()
    assert desk.ids == ["a", "c"]


def test_entf_deletes_and_says_how_it_comes_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Delete)
    assert ([comment.id for comment in desk.comments("first")], desk.said) == (["b"], [texts.DELETED])


def test_a_note_is_answered_under_the_writers_name(desk: Desk) -> None:
    card = desk.page._card
    assert card is not None
    QTest.keyClicks(card.answer, "Ja.")
    QTest.keyClick(card.answer, Qt.Key.Key_Return)
    (reply,) = desk.comments("first")[0].replies
    assert (reply.text, reply.author, reply.initials) == ("Ja.", "Sozialamt", "SA")
    assert "1 Antwort" in str(desk.page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_an_answer_that_was_begun_is_given_when_another_note_is_chosen(desk: Desk) -> None:
    card = desk.page._card
    assert card is not None
    QTest.keyClicks(card.answer, "Ja.")
    desk.press(Qt.Key.Key_Down)
    assert [reply.text for reply in desk.comments("first")[0].replies] == ["Ja."]


def test_the_note_at_the_caret_is_chosen(desk: Desk) -> None:
    desk.page.list.setCurrentIndex(desk.page.model.index(1))
    desk.page.choose_at(Selection("first", FieldAddress("first", "text"), "block", "", 5, 5))
    chosen = desk.page.chosen()
    assert chosen is not None
    assert chosen.comment.id == "a"


def test_in_a_concept_that_is_only_read_nothing_can_be_done_to_a_note(qtbot: QtBot) -> None:
    desk = Desk(qtbot, read_only=True)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Delete)
    assert desk.ids == ["a", "c"]
    assert desk.said == []
    assert desk.page._card is not None
    assert desk.page._card.answer.isHidden()


def test_notes_grow_with_the_text(desk: Desk) -> None:
    before = desk.page.list.visualRect(desk.page.model.index(0)).height()
    desk.page.set_zoom(200)
    QApplication.processEvents()
    assert desk.page.list.visualRect(desk.page.model.index(0)).height() > before
