"""The desk of proposals: their order, which is the present one, what is done to them, and that all of it goes back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.document import Reply, Section
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.fields import Field, FieldAddress, RichText
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.proposals import Decision, Kind, Verdict
from ikonzept_desktop.review.by_hand import Reason
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.entries import Sort
from ikonzept_desktop.ui.window.returns.review_desk import ReviewDesk
from ikonzept_desktop.ui.window.returns.review_view import Asked
from tests.builders import cell, p, row, table
from tests.review.marked import proposal
from tests.ui.window.returns.reviewing import (
    ADDED,
    BARE,
    CONTESTED,
    GONE,
    IDS,
    by,
    comment,
    concept,
    decision_of,
    reviewed,
    words,
)
from tests.ui.window.sessions import session


@pytest.fixture
def opened() -> Session:
    return reviewed()


@pytest.fixture
def desk(opened: Session) -> ReviewDesk:
    return ReviewDesk(opened)


def test_all_of_it_stands_in_the_order_of_the_concept_comments_behind_the_words_they_are_on(desk: ReviewDesk) -> None:
    assert [entry.id for entry in desk.shown] == IDS
    assert desk.current_id == "gone"
    assert desk.counts() == (0, 8)


def test_sections_that_change_places_take_their_proposals_along() -> None:
    kept = concept()
    turned = session(replace(kept, sections=kept.sections[::-1]))[0]
    assert [entry.id for entry in ReviewDesk(turned).shown] == ["shifted", *IDS[:-1]]


def test_a_word_in_a_paragraph_that_was_moved_stands_where_the_paragraph_is_now() -> None:
    first, second = BARE.sections
    there, here = first.blocks("text"), second.blocks("text")
    moved = replace(
        concept(),
        sections=(_with_blocks(first, there[1:]), _with_blocks(second, (*here, there[0]))),
    )
    ids = {entry.id: entry.section for entry in ReviewDesk(session(moved)[0]).shown}
    assert (ids["gone"], ids["added"]) == ("bildung", "sprache")


def _with_blocks(section: Section, blocks: Blocks) -> Section:
    return replace(section, fields=(Field("text", RichText(blocks)),))


def test_accepting_changes_the_text_keeps_the_day_and_the_reason_and_goes_on(desk: ReviewDesk, opened: Session) -> None:
    before = datetime.now(UTC)
    assert desk.accept(reason="kürzer")
    assert words(opened, "a") == "Wer ankommt, braucht eine Stelle."
    kept = next(each for each in opened.document.proposals if each.id == "gone")
    assert kept.decision is not None
    assert (kept.decision.verdict, kept.decision.reason) == (Verdict.ACCEPTED, "kürzer")
    assert before <= kept.decision.when <= datetime.now(UTC)
    assert desk.current_id == "swapped"
    assert opened.project.undo_label() == texts.STEP_ACCEPTED


def test_undo_takes_text_and_decision_back_in_one_step_and_leads_there(desk: ReviewDesk, opened: Session) -> None:
    desk.accept()
    desk.step(3)
    opened.project.undo()
    assert words(opened, "a") == "Wer gerade erst ankommt, braucht eine Stelle."
    assert decision_of(opened, "gone") == ""
    assert desk.current_id == "gone"


def test_rejecting_leaves_the_text(desk: ReviewDesk, opened: Session) -> None:
    desk.reject("bleibt")
    assert words(opened, "a") == "Wer gerade erst ankommt, braucht eine Stelle."
    assert decision_of(opened, "gone") == "rejected"
    assert desk.current_id == "swapped"


def test_what_is_put_off_stays_open_and_the_next_is_the_present_one(desk: ReviewDesk, opened: Session) -> None:
    desk.later()
    assert decision_of(opened, "gone") == "later"
    assert [entry.id for entry in desk.shown] == IDS
    assert desk.current_id == "swapped"


def test_of_a_conflict_the_chosen_variant_is_taken(desk: ReviewDesk, opened: Session) -> None:
    desk.choose("contested")
    desk.accept(1)
    assert words(opened, "b") == "Die Kurse stimmen sich dreimal im Jahr ab."


def test_other_words_are_taken_instead_of_a_variant(desk: ReviewDesk, opened: Session) -> None:
    desk.choose("swapped")
    desk.accept(text="Beratung")
    assert words(opened, "a") == "Wer gerade erst ankommt, braucht eine Beratung."


def test_what_is_decided_is_decided_once_until_it_is_opened_again(desk: ReviewDesk, opened: Session) -> None:
    desk.ask(Asked(state=""))
    desk.accept()
    desk.choose("gone")
    assert not desk.reject()
    assert not desk.later()
    assert desk.current_id == "swapped"
    desk.choose("gone")
    assert not desk.accept()
    assert decision_of(opened, "gone") == "accepted"
    desk.reopen()
    assert decision_of(opened, "gone") == ""
    assert desk.reject("doch nicht")
    assert decision_of(opened, "gone") == "rejected"


def test_what_was_rejected_is_not_taken_over_by_the_same_key(desk: ReviewDesk, opened: Session) -> None:
    desk.ask(Asked(state=""))
    desk.reject()
    desk.choose("gone")
    assert not desk.accept()
    assert words(opened, "a") == "Wer gerade erst ankommt, braucht eine Stelle."


def test_what_was_changed_since_is_not_taken_over_and_says_so(desk: ReviewDesk, opened: Session) -> None:
    said: list[str] = []
    desk.troubled.connect(said.append)
    desk.choose("shifted")
    assert desk.current is not None
    assert desk.trouble(desk.current) == texts.SHIFTED
    assert not desk.accept()
    assert said == [texts.SHIFTED]
    assert decision_of(opened, "shifted") == ""
    assert desk.accept_by_hand(reason="eingearbeitet")
    assert decision_of(opened, "shifted") == "accepted"
    assert words(opened, "s") == "Schulen helfen mit."


def test_words_written_since_are_noticed_at_once(desk: ReviewDesk, opened: Session) -> None:
    assert desk.current is not None
    assert desk.trouble(desk.current) == ""
    told: list[bool] = []
    desk.changed.connect(lambda: told.append(True))
    section = BARE.sections[0]
    edit = ReplaceBlocks(FieldAddress("sprache", "text"), 0, section.blocks("text")[:1], (p("Ganz anders.", id="a"),))
    opened.apply(edit, "Schreiben")
    assert told
    assert desk.trouble(desk.current) == texts.SHIFTED


def test_accepting_many_is_one_step_and_conflicts_and_what_is_shifted_stay_open(
    desk: ReviewDesk, opened: Session
) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    desk.accept_all(desk.entries)
    assert [entry.id for entry in desk.shown] == ["contested", "k", "shifted"]
    assert said == [
        "5 Vorschläge angenommen. 1 Konflikt bleibt offen. 1 ist von Hand einzuarbeiten. Rückgängig mit Strg+Z."
    ]
    opened.project.undo()
    assert [entry.id for entry in desk.shown] == IDS


def test_rejecting_many_leaves_conflicts_open_too(desk: ReviewDesk, opened: Session) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    desk.reject_all(desk.entries)
    assert [entry.id for entry in desk.shown] == ["contested", "k"]
    assert said == ["6 Vorschläge abgelehnt. 1 Konflikt bleibt offen. Rückgängig mit Strg+Z."]
    assert decision_of(opened, "contested") == ""


def test_where_nothing_can_be_decided_at_once_it_says_so(desk: ReviewDesk, opened: Session) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    only = [entry for entry in desk.entries if entry.sort is Sort.CONFLICT]
    desk.accept_all(only)
    desk.reject_all(only)
    assert said == [texts.ALL_OPEN_LEFT] * 2
    assert opened.project.undo_label() == ""


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (Asked(frozenset({"Caritasverband"})), ["swapped", "contested", "k"]),
        (Asked(frozenset({"Jobcenter", "Schulamt"})), ["gone", "swapped", "contested", "added"]),
        (Asked(section="bildung"), ["shifted"]),
        (Asked(sort=Sort.FORM), ["formed"]),
        (Asked(sort=Sort.COMMENT), ["k"]),
        (Asked(state="decided"), []),
    ],
)
def test_filters_show_what_they_name(desk: ReviewDesk, asked: Asked, ids: list[str]) -> None:
    desk.ask(asked)
    assert [entry.id for entry in desk.shown] == ids
    assert desk.current_id == (ids[0] if ids else "")


def test_open_ones_are_counted_for_everybody(desk: ReviewDesk) -> None:
    desk.accept()
    counted = {person.name: count for person, count in desk.open_of_persons()}
    assert counted == {"Jobcenter": 1, "Caritasverband": 3, "AG Sprache": 1, "Kreisjugendamt": 2, "Schulamt": 2}
    assert desk.counts() == (1, 8)


def test_a_comment_is_answered_stays_and_is_settled(desk: ReviewDesk, opened: Session) -> None:
    desk.choose("k")
    desk.answer("k", Reply("r", "Frau Kaya", datetime(2015, 3, 9, tzinfo=UTC), "Zwölf."))
    assert [reply.text for reply in comment(opened).replies] == ["Zwölf."]
    assert desk.current_id == "k"
    assert desk.accept()
    assert comment(opened).resolved
    assert desk.current_id == "cell"


def test_a_comment_cannot_be_rejected(desk: ReviewDesk, opened: Session) -> None:
    desk.choose("k")
    assert not desk.reject()
    assert not comment(opened).resolved


def test_a_comment_in_a_table_or_a_note_has_no_words_of_its_own() -> None:
    first, *others = BARE.sections
    held = table(row("Ort", cell(Text("8", comments=("k",)))), id="t2")
    kept = replace(concept(), sections=(_with_blocks(first, (held,)), *others))
    entry = next(entry for entry in ReviewDesk(session(kept)[0]).entries if entry.id == "k")
    assert entry.anchor == ""


def test_what_nobody_proposes_any_more_does_not_wait() -> None:
    decided = replace(GONE, decision=Decision(Verdict.REJECTED, datetime(2015, 3, 9, tzinfo=UTC)), outdated=True)
    desk = ReviewDesk(reviewed(decided, replace(CONTESTED, place=1)))
    assert desk.counts() == (1, 3)
    assert [entry.id for entry in desk.shown] == ["contested", "k"]


def test_while_nobody_looks_changes_wait_and_are_caught_up_with(desk: ReviewDesk, opened: Session) -> None:
    desk.rest()
    told: list[bool] = []
    desk.changed.connect(lambda: told.append(True))
    desk.accept()
    assert not told
    desk.wake()
    assert told
    assert [entry.id for entry in desk.shown] == IDS[1:]


def test_nothing_is_decided_in_a_concept_that_is_read_only() -> None:
    opened = reviewed(read_only=True)
    desk = ReviewDesk(opened)
    assert not desk.accept()
    assert decision_of(opened, "gone") == ""
    assert desk.current_id == "gone"


def test_a_row_of_a_table_is_named_by_what_stood_there() -> None:
    kept = by(proposal(BARE, Kind.ROW_DELETE, ["h", "z"], id="row"), "jc")
    entry = ReviewDesk(reviewed(replace(kept, before="Hilden\t8"))).shown[-1]
    assert (entry.sort, entry.words) == (Sort.ROW, "Hilden · 8")


def test_what_stands_nowhere_in_the_concept_comes_first() -> None:
    kept = replace(ADDED, id="cover", section="", grounds=(), place=0)
    desk = ReviewDesk(reviewed(kept, GONE))
    assert [entry.id for entry in desk.shown] == ["cover", "gone", "k"]


@pytest.mark.parametrize("reason", list(Reason))
def test_of_what_is_to_be_done_by_hand_it_is_said_why(reason: Reason) -> None:
    said = texts.by_hand(reason)
    assert said.endswith("Bitte arbeiten Sie es von Hand ein und vermerken Sie das dann hier.")
    assert len({texts.by_hand(each) for each in Reason}) == len(Reason)
