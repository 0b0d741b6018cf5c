"""The pane on the right says and changes what is said about a section."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.edits import SetAttribute
from ikonzept_desktop.model.template_kinds import add_status, put_status
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.inspector import Inspector
from tests.builders import chapter, doc, p
from tests.ui.hands import turn_wheel
from tests.ui.window.sessions import session

AUTHOR = ("Sozialplanung", "SP")


class Desk:
    """An inspector wired to a concept of two chapters."""

    def __init__(self, *, read_only: bool = False) -> None:
        document = doc(chapter("Einleitung", p("Der Kreistag hat beschlossen")), chapter("Ausblick"))
        self.session: Session
        self.session, _store = session(document, read_only=read_only)
        self.pane = Inspector(self.session, AUTHOR)
        self.session.changed.connect(self.pane.refresh)
        self.pane.show_section(self.section().id)
        self.pane.show()

    def section(self) -> Section:
        return self.session.document.sections[0]

    def words(self) -> str:
        return " | ".join(label.text() for label in self.pane.findChildren(QLabel) if not label.isHidden())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk.pane)
    return desk


def test_a_deadline_is_typed_the_german_way(desk: Desk) -> None:
    QTest.keyClicks(desk.pane.deadline.line, "20.3.15")
    QTest.keyClick(desk.pane.deadline.line, Qt.Key.Key_Return)
    assert desk.section().deadline == date(2015, 3, 20)
    assert desk.pane.deadline.line.text() == "20.03.2015"


def test_what_is_no_day_stays_as_it_was_typed_and_is_told_kindly(desk: Desk) -> None:
    QTest.keyClicks(desk.pane.deadline.line, "31.02.2015")
    QTest.keyClick(desk.pane.deadline.line, Qt.Key.Key_Return)
    assert desk.section().deadline is None
    assert desk.pane.deadline.line.text() == "31.02.2015"
    assert "„31.02.2015“ ist kein Datum. Bitte so: 28.02.2015" in desk.words()


def test_what_is_no_day_is_still_there_when_one_comes_back_to_its_section(desk: Desk) -> None:
    first, second = desk.session.document.sections
    QTest.keyClicks(desk.pane.deadline.line, "31.02.2015")
    desk.pane.show_section(second.id)
    assert desk.pane.deadline.line.text() == ""
    desk.pane.show_section(first.id)
    assert desk.pane.deadline.line.text() == "31.02.2015"
    assert "ist kein Datum" in desk.words()
    desk.pane.deadline.line.setText("28.2.15")
    desk.pane.show_section(second.id)
    desk.pane.show_section(first.id)
    assert desk.pane.deadline.line.text() == "28.02.2015"


def test_a_draft_of_a_deadline_is_in_the_concept_and_undo_brings_the_day_back(desk: Desk) -> None:
    QTest.keyClicks(desk.pane.deadline.line, "28.2.15")
    QTest.keyClick(desk.pane.deadline.line, Qt.Key.Key_Return)
    desk.pane.deadline.line.setText("Ende Februar")
    desk.pane.commit()
    section = desk.section()
    assert (section.deadline, section.deadline_draft) == (None, "Ende Februar")
    desk.session.project.undo()
    assert (desk.section().deadline, desk.section().deadline_draft) == (date(2015, 2, 28), "")
    assert desk.pane.deadline.line.text() == "28.02.2015"
    assert not desk.pane.deadline.line.property("wrong")


def test_a_target_is_typed_with_or_without_a_dot(desk: Desk) -> None:
    for typed in ("1.200", "1200", "1 200"):
        target(desk, typed)
        assert (desk.section().target_words, desk.pane.target.line.text()) == (1200, "1.200")
    target(desk, "0")
    assert desk.section().target_words is None


def test_what_is_no_number_stays_as_it_was_typed_and_is_told_kindly(desk: Desk) -> None:
    first, second = desk.session.document.sections
    target(desk, "800")
    target(desk, "etwa 900")
    assert (desk.section().target_words, desk.section().target_draft) == (None, "etwa 900")
    desk.pane.show_section(second.id)
    desk.pane.show_section(first.id)
    assert desk.pane.target.line.text() == "etwa 900"
    assert "„etwa 900“ ist keine ganze Zahl. Bitte so: 1.200" in desk.words()
    target(desk, "900.000")
    assert "„900.000“ ist zu groß. Bitte höchstens 100.000" in desk.words()
    assert desk.section().target_draft == "900.000"


def test_the_arrow_keys_step_through_the_targets(desk: Desk) -> None:
    QTest.keyClick(desk.pane.target.line, Qt.Key.Key_Up)
    QTest.keyClick(desk.pane.target.line, Qt.Key.Key_Up)
    assert desk.section().target_words == 100
    QTest.keyClick(desk.pane.target.line, Qt.Key.Key_PageDown)
    assert desk.section().target_words is None


def test_statuses_follow_the_template_and_hidden_ones_are_not_offered(desk: Desk) -> None:
    document = desk.session.document
    edit, status = add_status(document, "Geprüft", "tick", "green")
    desk.session.apply(edit, "Status hinzufügen")
    assert offered(desk) == ["Offen", "Geprüft"]
    desk.session.apply(put_status(desk.session.document, replace(status, hidden=True)), "Status ausblenden")
    assert offered(desk) == ["Offen"]
    desk.session.apply(SetAttribute(desk.section().id, "status", "", status.key), "Status ändern")
    assert (offered(desk), desk.pane.status.currentText()) == (["Offen", "Geprüft"], "Geprüft")


def offered(desk: Desk) -> list[str]:
    return [desk.pane.status.itemText(row) for row in range(desk.pane.status.count())]


def target(desk: Desk, typed: str) -> None:
    desk.pane.target.line.setText(typed)
    QTest.keyClick(desk.pane.target.line, Qt.Key.Key_Return)


def test_responsibility_is_taken_when_the_line_is_left_and_undone_as_one_step(desk: Desk) -> None:
    QTest.keyClicks(desk.pane.responsible, "Sozialamt")
    QTest.keyClick(desk.pane.responsible, Qt.Key.Key_Return)
    assert desk.section().responsible == "Sozialamt"
    assert desk.session.project.undo_label() == "Verantwortlich ändern"
    desk.session.project.undo()
    assert desk.section().responsible == ""


def test_spaces_around_who_is_responsible_are_no_change_that_undo_would_meet_again_and_again(desk: Desk) -> None:
    section = desk.section().id
    desk.session.apply(outline.set_attribute(desk.session.document, section, "responsible", " Amt"), "Ersetzen")
    desk.pane.commit()
    assert desk.section().responsible == " Amt"
    desk.session.project.undo()
    assert desk.section().responsible == ""


def test_boxes_and_target_change_the_section(desk: Desk) -> None:
    desk.pane.numbered.click()
    desk.pane.in_contents.click()
    target(desk, "3")
    assert (desk.section().numbered, desk.section().in_contents) == (False, False)
    assert desk.section().target_words == 3


def test_the_wheel_on_its_way_over_the_pane_changes_nothing(desk: Desk) -> None:
    before = desk.session.document
    desk.pane.status.addItem("Entwurf")
    desk.pane.responsible.setFocus()
    turn_wheel(desk.pane.status, -120)
    turn_wheel(desk.pane.target, 120)
    assert (desk.pane.status.currentIndex(), desk.pane.target.line.text()) == (0, "")
    assert desk.session.document is before


def test_more_words_than_the_target_are_told_in_words(desk: Desk) -> None:
    target(desk, "3")
    assert "5 von 3 Wörtern" in desk.words()
    assert "2 Wörter über dem Ziel" in desk.words()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "heute"),
        (1, "noch 1 Tag"),
        (8, "noch 8 Tage"),
        (-1, "seit 1 Tag überfällig"),
        (-3, "seit 3 Tagen überfällig"),
        (-4263, "seit 4.263 Tagen überfällig"),
    ],
)
def test_the_deadline_says_how_far_it_is(days: int, said: str) -> None:
    today = date(2015, 3, 12)
    assert texts.days_left(today + timedelta(days=days), today) == said


def test_an_undo_shows_in_the_fields(desk: Desk) -> None:
    target(desk, "1.200")
    desk.session.project.undo()
    assert (desk.pane.target.line.text(), desk.pane.target.line.placeholderText()) == ("", "kein Ziel")


def test_a_note_is_written_under_the_writers_name(desk: Desk) -> None:
    QTest.keyClicks(desk.pane.notes.line, "Bitte die Zahl abgleichen.")
    QTest.keyClick(desk.pane.notes.line, Qt.Key.Key_Return)
    (note,) = desk.section().comments
    assert (note.author, note.initials, note.text) == ("Sozialplanung", "SP", "Bitte die Zahl abgleichen.")
    assert "Bitte die Zahl abgleichen." in desk.words()


def test_a_note_is_answered_resolved_and_deleted(desk: Desk) -> None:
    QTest.keyClicks(desk.pane.notes.line, "Stimmt das?")
    QTest.keyClick(desk.pane.notes.line, Qt.Key.Key_Return)
    answer = next(e for e in desk.pane.notes.findChildren(QLineEdit) if e.accessibleName() == texts.ANSWER)
    QTest.keyClicks(answer, "Ja.")
    QTest.keyClick(answer, Qt.Key.Key_Return)
    assert [reply.text for reply in desk.section().comments[0].replies] == ["Ja."]
    press(desk, texts.RESOLVE_NOTE)
    assert desk.section().comments[0].resolved
    press(desk, texts.DELETE_NOTE)
    assert desk.section().comments == ()


def press(desk: Desk, name: str) -> None:
    from PySide6.QtWidgets import QToolButton

    buttons = desk.pane.notes.findChildren(QToolButton)
    [b for b in buttons if b.accessibleName() == name][-1].click()


def test_nothing_can_be_changed_in_a_concept_opened_to_read(qtbot: QtBot) -> None:
    desk = Desk(read_only=True)
    qtbot.addWidget(desk.pane)
    assert not desk.pane.status.isEnabled()
    assert not desk.pane.deadline.isEnabled()
    assert not desk.pane.notes.line.isEnabled()
