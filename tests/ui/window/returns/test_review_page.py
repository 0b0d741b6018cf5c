"""The panel of proposals by its keys, its card and its filters, as one works through what came back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.review.shown import Mode
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.proposals_model import KIND_ROLE
from ikonzept_desktop.ui.window.returns.review_page import ReviewPage
from ikonzept_desktop.ui.window.returns.stage import ReturnsStage
from tests.review.marked import change, proposal
from tests.ui.desk import settle
from tests.ui.window.returns.reviewing import BARE, IDS, by, comment, decision_of, reviewed, stage_of, words


@pytest.fixture
def opened() -> Session:
    return reviewed()


@pytest.fixture
def stage(qtbot: QtBot, opened: Session) -> ReturnsStage:
    return stage_of(qtbot, opened)


@pytest.fixture
def page(stage: ReturnsStage) -> ReviewPage:
    return stage.review


def press(page: ReviewPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.list, key)
    settle()


def test_arrow_keys_go_from_one_to_the_next_past_the_headings(page: ReviewPage) -> None:
    seen = [page.desk.current_id]
    for _ in IDS:
        press(page, Qt.Key.Key_Down)
        seen.append(page.desk.current_id)
    assert seen == [*IDS, IDS[-1]]
    assert page.list.currentIndex().row() == page.model.row_of("shifted")
    press(page, Qt.Key.Key_Home)
    assert page.desk.current_id == "gone"


def test_return_accepts_and_entf_rejects_and_s_puts_off(page: ReviewPage, opened: Session) -> None:
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert words(opened, "a") == "Wer ankommt, braucht eine Stelle."
    assert decision_of(opened, "swapped") == "rejected"
    press(page, Qt.Key.Key_S)
    assert decision_of(opened, "contested") == "later"
    assert page.desk.current_id == "k"
    assert page.list.hasFocus()


def test_figures_choose_a_variant_and_return_takes_it(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("contested")
    press(page, Qt.Key.Key_2)
    assert [card.is_on for card in page.card.variants] == [False, False, True]
    assert page.card.primary.text() == "Variante 2 übernehmen"
    press(page, Qt.Key.Key_Return)
    assert words(opened, "b") == "Die Kurse stimmen sich dreimal im Jahr ab."


def test_nought_keeps_the_text_as_it_was(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("contested")
    press(page, Qt.Key.Key_0)
    assert page.card.primary.text() == texts.KEEP_BASE
    press(page, Qt.Key.Key_Return)
    assert decision_of(opened, "contested") == "rejected"
    assert words(opened, "b") == "Die Kurse stimmen sich einmal im Jahr ab."


def test_a_figure_without_a_variant_changes_nothing(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_7)
    assert page.card.variant == 0
    assert page.desk.current_id == "gone"


def test_e_has_other_words_written_in_the_text_and_they_are_taken(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("swapped")
    press(page, Qt.Key.Key_E)
    assert page.text.editor is not None
    assert page.text.editor.text() == "Anlaufstelle"
    page.text.editor.field.setPlainText("Beratung")
    QTest.keyClick(page.text.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert words(opened, "a") == "Wer gerade erst ankommt, braucht eine Beratung."
    assert page.list.hasFocus()


def test_single_keys_do_nothing_while_a_reason_is_written_and_the_reason_is_kept(
    page: ReviewPage, opened: Session
) -> None:
    page.card.reason.setFocus()
    QTest.keyClicks(page.card.reason, "Es")
    assert decision_of(opened, "gone") == ""
    page.card.primary.click()
    kept = next(each for each in opened.document.proposals if each.id == "gone")
    assert kept.decision is not None
    assert kept.decision.reason == "Es"
    assert page.card.reason.text() == ""


def test_keys_with_strg_are_left_to_the_window(page: ReviewPage, opened: Session) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.text.editor is None


def test_what_is_decided_says_how_when_and_why_and_is_opened_again(page: ReviewPage, opened: Session) -> None:
    page.desk.reject("zu lang")
    page.filters.states.setCurrentIndex(page.filters.states.findData("decided"))
    page.filters.states.activated.emit(0)
    assert said(page.card, "Abgelehnt am ")
    assert said(page.card, "Begründung: zu lang")
    assert page.card.primary.text() == texts.REOPEN
    assert not page.card.reject_button.isVisible()
    page.card.primary.click()
    assert decision_of(opened, "gone") == ""


def said(widget: QWidget, words: str) -> bool:
    """Tell whether words are to be seen somewhere in a widget."""
    settle()
    found = (each for each in widget.findChildren(QWidget) if each.isVisible())
    return any(words in str(each.property("text") or "") for each in found)


def test_a_conflict_says_how_many_copies_want_what(page: ReviewPage) -> None:
    page.desk.choose("contested")
    assert said(page.card, "Zwei Kopien ändern dieselbe Stelle, auf zwei Arten.")
    names = [card.accessibleName() for card in page.card.variants]
    assert names[0].startswith(texts.KEEP)
    assert "zweimal" in names[1]
    assert "Jobcenter" in names[1]
    assert not page.card.reject_button.isVisible()


def test_where_the_text_has_changed_the_card_says_so_and_the_work_by_hand_is_kept(
    page: ReviewPage, opened: Session
) -> None:
    asked: list[Selection] = []
    page.place_asked.connect(asked.append)
    page.desk.choose("shifted")
    assert said(page.card, texts.SHIFTED)
    assert page.card.primary.text() == texts.BY_HAND
    assert not page.card.edit.isVisible()
    page.card.to_text.click()
    assert asked == [Selection("bildung")]
    press(page, Qt.Key.Key_Return)
    assert decision_of(opened, "shifted") == "accepted"


def test_the_card_tells_where_a_proposal_is_from(page: ReviewPage) -> None:
    page.desk.choose("added")
    assert said(page.card, "ohne Nachverfolgung, durch Vergleich erkannt, zu 93 % sicher zugeordnet")
    page.desk.choose("gone")
    assert said(page.card, "Kopie vom 05.03.2015, nachverfolgt")


def test_what_was_not_taken_over_can_be_looked_at(page: ReviewPage) -> None:
    asked: list[bool] = []
    page.left_out_asked.connect(lambda: asked.append(True))
    assert said(page.card, "1 Stelle wurde nicht übernommen.")
    link = next(each for each in page.card.findChildren(QWidget) if each.property("text") == texts.LOOK_AT_LEFT_OUT)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_a_comment_is_answered_and_settled_from_the_card(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("k")
    assert said(page.card, "Zu „Lesepaten“")
    assert page.card.note is not None
    QTest.keyClicks(page.card.note.answer, "Elf.")
    QTest.keyClick(page.card.note.answer, Qt.Key.Key_Return)
    (reply,) = comment(opened).replies
    assert (reply.author, reply.text) == ("Frau Kaya", "Elf.")
    page.card.primary.click()
    assert comment(opened).resolved
    assert page.desk.current_id == "cell"


def test_an_answer_that_was_begun_is_given_when_one_goes_on(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("k")
    assert page.card.note is not None
    QTest.keyClicks(page.card.note.answer, "Elf.")
    press(page, Qt.Key.Key_Down)
    assert [reply.text for reply in comment(opened).replies] == ["Elf."]
    assert page.desk.current_id == "cell"


def test_formatting_is_taken_notice_of(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("formed")
    assert page.card.primary.text() == texts.NOTICED
    assert not page.card.edit.isVisible()
    press(page, Qt.Key.Key_Return)
    assert decision_of(opened, "formed") == "accepted"


def test_a_click_in_the_text_chooses_and_gives_the_keyboard_to_the_list(page: ReviewPage) -> None:
    page.text.setFocus()
    page.text.clicked.emit("contested")
    assert page.desk.current_id == "contested"
    assert page.list.hasFocus()


def test_a_click_in_the_list_chooses(page: ReviewPage) -> None:
    box = page.list.visualRect(page.model.index(page.model.row_of("cell")))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.desk.current_id == "cell"


def test_a_click_on_a_heading_chooses_nothing(page: ReviewPage) -> None:
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    assert page.desk.current_id == "gone"


def test_previous_and_next_end_with_the_list(page: ReviewPage) -> None:
    assert (page.previous.isEnabled(), page.next.isEnabled()) == (False, True)
    page.next.click()
    assert page.desk.current_id == "swapped"
    page.desk.step(99)
    assert (page.previous.isEnabled(), page.next.isEnabled()) == (True, False)


def test_the_text_follows_to_another_section(page: ReviewPage) -> None:
    assert "ankommt" in page.text.view.toPlainText()
    press(page, Qt.Key.Key_End)
    assert "Schulen" in page.text.view.toPlainText()


def test_the_text_is_shown_as_it_is_and_as_it_were_with_everything_accepted(page: ReviewPage) -> None:
    page.mode.setCurrentIndex(page.mode.findData(Mode.ACCEPTED.value))
    page.mode.activated.emit(page.mode.currentIndex())
    assert "Wer ankommt, braucht eine Anlaufstelle." in page.text.view.toPlainText()
    page.mode.setCurrentIndex(page.mode.findData(Mode.PRESENT.value))
    page.mode.activated.emit(page.mode.currentIndex())
    assert "Wer gerade erst ankommt, braucht eine Stelle." in page.text.view.toPlainText()


def test_people_are_filters_with_the_count_of_what_is_open(page: ReviewPage) -> None:
    names = [button.accessibleName() for button in page.filters.people]
    assert names[1] == "Caritasverband, 3 offen"
    page.filters.people[1].click()
    assert [entry.id for entry in page.desk.shown] == ["swapped", "contested", "k"]
    page.filters.people[1].click()
    assert [entry.id for entry in page.desk.shown] == IDS


def test_a_person_stays_chosen_while_counts_change(page: ReviewPage) -> None:
    page.filters.people[1].click()
    press(page, Qt.Key.Key_Return)
    assert page.filters.people[1].isChecked()
    assert [entry.id for entry in page.desk.shown] == ["contested", "k"]


def entries_of_menu(page: ReviewPage) -> dict[str, Callable[[], None]]:
    menu = page.filters.menu()
    return {action.text(): action.trigger for action in menu.actions() if action.text() and action.isEnabled()}


def test_all_of_one_person_are_accepted_from_the_menu(page: ReviewPage, opened: Session) -> None:
    entries_of_menu(page)["Alle offenen von Schulamt annehmen"]()
    assert [decision_of(opened, id) for id in ("swapped", "added", "gone")] == ["accepted", "accepted", ""]


def test_all_of_the_section_are_rejected_from_the_menu(page: ReviewPage, opened: Session) -> None:
    entries_of_menu(page)["Alle offenen dieses Abschnitts ablehnen"]()
    assert [entry.id for entry in page.desk.shown] == ["contested", "k", "shifted"]


def test_formatting_is_taken_notice_of_all_at_once(page: ReviewPage, opened: Session) -> None:
    entries_of_menu(page)[texts.NOTICE_FORMS]()
    assert decision_of(opened, "formed") == "accepted"
    assert texts.NOTICE_FORMS not in entries_of_menu(page)


def test_when_all_is_decided_the_card_says_so(page: ReviewPage, opened: Session) -> None:
    for _ in IDS:
        press(page, Qt.Key.Key_Return)
    assert [entry.id for entry in page.desk.shown] == []
    assert said(page.card, texts.NONE_LEFT)
    assert said(page.filters, "8 von 8 entschieden")


def test_a_concept_that_is_read_only_can_be_looked_at(qtbot: QtBot) -> None:
    opened = reviewed(read_only=True)
    stage = stage_of(qtbot, opened)
    page = stage.review
    press(page, Qt.Key.Key_Delete, Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_E)
    assert all(each.decision is None for each in opened.document.proposals)
    assert page.text.editor is None
    assert not page.card.primary.isEnabled()
    press(page, Qt.Key.Key_Down)
    assert page.desk.current_id != "gone"


def test_the_list_speaks_what_it_shows(page: ReviewPage) -> None:
    row = page.model.index(page.model.row_of("gone"))
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Gelöscht: gerade erst (Jobcenter)"
    heading = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading.endswith("Sprache, 7 offen")


@pytest.mark.parametrize("width", [1366, 1000, 700])
def test_everything_has_room_at_any_width(qtbot: QtBot, opened: Session, width: int) -> None:
    stage = stage_of(qtbot, opened, width)
    page = stage.review
    assert page.width() == width
    for part in (page.list, page.text, page.card):
        box = part.rect().translated(part.mapTo(page, QPoint(0, 0)))
        assert page.rect().contains(box)
        assert box.width() >= 220
        assert box.height() >= 150
    assert not page.card.primary.visibleRegion().isEmpty()


def test_proposals_are_offered_beside_the_copies_once_there_are_any(qtbot: QtBot, opened: Session) -> None:
    stage = stage_of(qtbot, opened)
    assert stage.review.isVisible()
    stage.show_view("copies")
    assert stage.copies.isVisible()
    assert not stage.review.isVisible()


def test_writing_elsewhere_is_not_held_up_by_a_panel_nobody_sees(qtbot: QtBot, opened: Session) -> None:
    stage = stage_of(qtbot, opened)
    stage.hide()
    told: list[bool] = []
    stage.desk.current_changed.connect(lambda: told.append(True))
    stage.desk.changed.connect(lambda: told.append(True))
    stage.desk.accept()
    assert not told
    stage.show()
    settle()
    assert stage.desk.current_id == "swapped"
    assert stage.review.model.row_of("gone") == -1


def test_a_comment_is_deleted_by_its_own_button(page: ReviewPage, opened: Session) -> None:
    page.desk.choose("k")
    assert page.card.note is not None
    page.card.note.changed.emit(None, "Notiz löschen")
    assert page.desk.current_id == "cell"
    assert [entry.id for entry in page.desk.shown] == [id for id in IDS if id != "k"]
    opened.project.undo()
    assert not comment(opened).resolved


def test_the_chosen_variant_is_in_sight_where_there_is_little_height(stage: ReturnsStage) -> None:
    stage.resize(1366, 520)
    stage.desk.choose("contested")
    settle()
    press(stage.review, Qt.Key.Key_2)
    assert stage.review.card.variants[2].visibleRegion().boundingRect().height() > 40


def test_the_list_says_to_which_section_something_is_to_be_moved(qtbot: QtBot) -> None:
    elsewhere = by(proposal(BARE, Kind.MOVE, "e", target="s", id="far"), "ja")
    nearby = by(proposal(BARE, Kind.MOVE, "e", target="a", id="near"), "ja")
    stage = stage_of(qtbot, reviewed(elsewhere, replace(nearby, place=1)))
    model = stage.review.model
    said = [model.index(model.row_of(id)).data(KIND_ROLE) for id in ("far", "near")]
    assert said[0].startswith("Verschoben nach ")
    assert said[0].endswith("Bildung")
    assert said[1] == "Verschoben"


def test_the_text_shows_what_is_to_come_from_other_sections(qtbot: QtBot) -> None:
    coming = by(proposal(BARE, Kind.MOVE, "e", target="s", id="coming"), "ja")
    here = by(change(BARE, "s", "helfen", "unterstützen", "here"), "ja")
    stage = stage_of(qtbot, reviewed(coming, replace(here, place=9)))
    stage.desk.choose("here")
    settle()
    assert stage.review.text.has("here")
    assert stage.review.text.has("coming")
