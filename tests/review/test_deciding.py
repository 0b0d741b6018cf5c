"""A decision is one step: the text and what was decided, when and why change together, and are undone together."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ChangeProposals, Edit
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.proposals import Decision, KeptProposal, Verdict
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.by_hand import GroundShifted
from ikonzept_desktop.review.deciding import accept, accept_all, accept_by_hand, later, reject, reject_all, reopen
from ikonzept_desktop.review.reading_back import Returned, read_back
from tests.review.test_taking_over import CONCEPT, came_back, draft, edited, kept, text_of

WHEN = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)
CHANGES = (("zwei Jahre", "drei Jahre"), ("Sozialamt", "Jobcenter"), ("Federführung", "Zuständigkeit"))
"""The last of them is about words of the program."""


def with_proposals(folder: Path, *changes: tuple[str, str]) -> Document:
    return apply(CONCEPT, ChangeProposals((), kept(came_back(folder, *changes))))


def first(document: Document) -> KeptProposal:
    return document.proposals[0]


def test_what_is_taken_over_changes_the_text_and_is_kept_with_day_and_reason(tmp_path: Path) -> None:
    project = Project(with_proposals(tmp_path, CHANGES[0]))
    before = project.document
    project.apply(accept(before, first(before), WHEN, reason="So beschlossen"), "Angenommen")
    assert text_of(project.document) == text_of(before).replace("zwei Jahre", "drei Jahre")
    assert first(project.document).decision == Decision(Verdict.ACCEPTED, WHEN, reason="So beschlossen")
    project.undo()
    assert project.document == before


def test_another_text_is_kept_as_what_was_written_instead(tmp_path: Path) -> None:
    document = with_proposals(tmp_path, CHANGES[0])
    after = apply(document, accept(document, first(document), WHEN, text="vier"))
    assert "Alle vier Jahre" in text_of(after)
    assert first(after).decision == Decision(Verdict.ACCEPTED, WHEN, text="vier")


@pytest.mark.parametrize(
    ("decide", "verdict"), [(reject, Verdict.REJECTED), (later, Verdict.LATER), (accept_by_hand, Verdict.ACCEPTED)]
)
def test_everything_else_leaves_the_text_as_it_is(tmp_path: Path, decide: object, verdict: Verdict) -> None:
    document = with_proposals(tmp_path, CHANGES[0])
    assert callable(decide)
    after = apply(document, decide(first(document), WHEN, reason="Noch offen"))
    assert text_of(after) == text_of(document)
    assert first(after).decision == Decision(verdict, WHEN, reason="Noch offen")
    assert apply(after, reopen(first(after))) == document


def test_words_that_were_changed_since_are_not_taken_over(tmp_path: Path) -> None:
    document = with_proposals(tmp_path, CHANGES[0])
    since = apply(document, accept(document, first(document), WHEN))
    with pytest.raises(GroundShifted):
        accept(since, first(since), WHEN, text="fünf")


def test_all_are_taken_over_in_one_step_but_for_what_needs_somebody(tmp_path: Path) -> None:
    document = with_proposals(tmp_path, *CHANGES)
    after = apply(document, certain(accept_all(document, document.proposals, WHEN)))
    wanted = text_of(document).replace("zwei Jahre", "drei Jahre").replace("Sozialamt", "Jobcenter")
    assert text_of(after) == wanted
    left = [each.before for each in after.proposals if each.is_open]
    assert left == ["Federführung"]
    assert accept_all(after, after.proposals, WHEN) is None


def test_conflicts_wait_for_somebody_and_can_be_rejected(tmp_path: Path) -> None:
    data = draft(CONCEPT, tmp_path)
    copies = {said: edited(data, ("zwei Jahre", f"{said} Jahre")) for said in ("drei", "vier")}
    found = read_back(taken(data, "a"), {said: Returned(taken(copy, said), said) for said, copy in copies.items()})
    document = apply(CONCEPT, ChangeProposals((), kept(found)))
    assert first(document).is_conflict
    assert accept_all(document, document.proposals, WHEN) is None
    second = apply(document, accept(document, first(document), WHEN, variant=1))
    assert "Alle vier Jahre" in text_of(second)
    rejected = apply(document, certain(reject_all(document.proposals, WHEN)))
    assert [each.is_open for each in rejected.proposals] == [False]


def certain(edit: Edit | None) -> Edit:
    assert edit is not None
    return edit
