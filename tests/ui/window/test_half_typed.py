"""What is only half typed, in whatever panel, is in the file once the window is closed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ikonzept_desktop.model.document import Comment, Document, Section
from ikonzept_desktop.ui import opening
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.comments_feature import CommentsFeature
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.note_card import NoteCard
from ikonzept_desktop.ui.window.overview.columns import Column
from ikonzept_desktop.ui.window.overview.page import OverviewPage
from tests.builders import chapter, doc, p
from tests.ui.desk import made, settle, shown

WHEN = datetime(2015, 3, 10, tzinfo=UTC)


def concept() -> Document:
    notes = tuple(Comment(id, "Sozialplanung", WHEN, f"Notiz {id}") for id in "ab")
    first = replace(chapter("Einleitung", p("Es sind zehn."), id="first"), comments=notes)
    return doc(first, chapter("Ende", id="end"))


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = shown(program, made(tmp_path / "a.ikonzept", concept()))
    window.activateWindow()
    return window


def cards(window: ConceptWindow) -> list[NoteCard]:
    return [card for card in window.inspector.notes.findChildren(NoteCard) if card.isVisible()]


def begin(line: QLineEdit, words: str) -> None:
    line.setFocus()
    QTest.keyClicks(line, words)


def answers(section: Section) -> list[tuple[str, list[str]]]:
    return [(comment.id, [reply.text for reply in comment.replies]) for comment in section.comments]


def closed(window: ConceptWindow) -> Document:
    """Close a window and give what is in its file then."""
    path = window.session.path
    assert window.close()
    settle()
    session = opening.open_concept(path)
    assert isinstance(session, Session)
    document = session.document
    session.keeper.close()
    return document


def page_of_notes(window: ConceptWindow) -> NoteCard:
    window.actions_by_key["comments"].trigger()
    settle()
    feature = next(one for one in window._features if isinstance(one, CommentsFeature))
    assert feature.page is not None
    assert feature.page._card is not None
    return feature.page._card


def test_answers_to_two_notes_of_the_section(window: ConceptWindow) -> None:
    for card in cards(window):
        begin(card.answer, f"Antwort {card.comment.id}")
    assert answers(closed(window).sections[0]) == [("a", ["Antwort a"]), ("b", ["Antwort b"])]


def test_an_answer_stays_begun_while_another_note_is_resolved(window: ConceptWindow) -> None:
    first, second = cards(window)
    begin(first.answer, "Antwort")
    second.changed.emit(replace(second.comment, resolved=True), "Erledigt")
    settle()
    first = cards(window)[0]
    assert (first.answer.text(), first.answer.hasFocus()) == ("Antwort", True)
    assert answers(window.session.document.sections[0]) == [("a", []), ("b", [])]


def test_an_answer_is_given_when_another_section_is_opened(window: ConceptWindow) -> None:
    begin(cards(window)[0].answer, "Antwort")
    window.show_section("end")
    assert answers(window.session.document.sections[0]) == [("a", ["Antwort"]), ("b", [])]


def test_an_answer_on_the_page_of_all_notes(window: ConceptWindow) -> None:
    begin(page_of_notes(window).answer, "Antwort")
    assert answers(closed(window).sections[0]) == [("a", ["Antwort"]), ("b", [])]


def test_an_answer_goes_to_the_note_as_it_stands_by_then(window: ConceptWindow) -> None:
    begin(page_of_notes(window).answer, "Zweite")
    window.side.show_page("section")
    card = cards(window)[0]
    begin(card.answer, "Erste")
    card.commit()
    assert answers(closed(window).sections[0]) == [("a", ["Erste", "Zweite"]), ("b", [])]


def responsible(section: Section) -> object:
    return section.responsible


def deadline(section: Section) -> object:
    return section.deadline or section.deadline_draft


def target(section: Section) -> object:
    return section.target_words


@pytest.mark.parametrize("command", ["close", "save"])
@pytest.mark.parametrize(
    ("column", "typed", "of", "expected"),
    [
        (Column.RESPONSIBLE, "Schulamt", responsible, "Schulamt"),
        (Column.DEADLINE, "31.12.2027", deadline, date(2027, 12, 31)),
        (Column.DEADLINE, "im Herbst", deadline, "im Herbst"),
        (Column.TARGET, "777", target, 777),
    ],
)
def test_a_cell_of_the_overview(
    window: ConceptWindow, command: str, column: Column, typed: str, of: Callable[[Section], object], expected: object
) -> None:
    window.actions_by_key["overview"].trigger()
    settle()
    page = window.workspaces.widget()
    assert isinstance(page, OverviewPage)
    page.choose("end")
    page.table.edit_column(column)
    settle()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, typed)
    if command == "save":
        window.actions_by_key["save"].trigger()
        assert of(window.session.document.sections[1]) == expected
    assert of(closed(window).sections[1]) == expected
