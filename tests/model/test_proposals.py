"""What came back is kept with the concept, decided step by step, and no part of the text that is given out."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ChangeProposals, Decide, EditError, SetReturned, compound, touched
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.proposals import (
    Decision,
    Ground,
    KeptProposal,
    Kind,
    ReturnedFile,
    Source,
    Variant,
    Verdict,
)
from ikonzept_desktop.model.schema import SchemaError
from ikonzept_desktop.model.store import document_rows
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.model.store.salvage import salvage
from ikonzept_desktop.model.store.snapshots import snapshot_of
from ikonzept_desktop.model.store.verification import verify
from tests.builders import chapter, doc, p

NOW = datetime(2015, 3, 5, 9, tzinfo=UTC)
WORD_FILE = b"PK\x03\x04 und so weiter"
SOURCE = Source("kopie", "Jobcenter", "2015-03-05T09:00:00Z")
YES, NO = Decision(Verdict.ACCEPTED, NOW, reason="So beschlossen"), Decision(Verdict.REJECTED, NOW)


def proposal(id: str, place: int = 0, *variants: str) -> KeptProposal:
    wanted = tuple(Variant(text, (SOURCE,)) for text in variants or ("Landkreis",))
    ground = Ground("a", "Der Kreis", 4, 9)
    return KeptProposal(id, "fassung", Kind.TEXT, "ziele", place, "Kreis", wanted, grounds=(ground,))


def returned(digest: str) -> ReturnedFile:
    return ReturnedFile("kopie", "kopie", "Entwurf_Jobcenter.docx", "Jobcenter", NOW, digest, "fassung")


def with_proposals(*proposals: KeptProposal) -> Document:
    return apply(doc(chapter("Ziele", p("Der Kreis", id="a"), id="ziele")), ChangeProposals((), proposals))


def test_proposals_stand_in_the_order_of_the_text_however_they_came() -> None:
    document = with_proposals(proposal("c", 7), proposal("b", 2), proposal("a", 2))
    assert [kept.id for kept in document.proposals] == ["a", "b", "c"]


def test_a_decision_is_a_step_and_can_be_taken_back() -> None:
    project = Project(with_proposals(proposal("a"), proposal("b", 1)))
    project.apply(Decide("b", None, YES), "Angenommen")
    assert [kept.is_open for kept in project.document.proposals] == [True, False]
    project.apply(Decide("b", YES, NO), "Abgelehnt")
    project.undo()
    project.undo()
    assert project.document == with_proposals(proposal("a"), proposal("b", 1))


def test_what_is_left_for_later_is_open_still() -> None:
    later = replace(proposal("a"), decision=Decision(Verdict.LATER, NOW))
    assert later.is_open
    assert not replace(later, decision=NO).is_open


def test_different_wishes_are_a_conflict_and_all_who_wish_are_named_once() -> None:
    assert not proposal("a").is_conflict
    assert proposal("a", 0, "Landkreis", "Bezirk").is_conflict
    assert replace(proposal("a"), against=(SOURCE,)).is_conflict
    assert proposal("a", 0, "Landkreis", "Bezirk").sources == (SOURCE,)


@pytest.mark.parametrize(
    "edit",
    [
        Decide("a", YES, NO),
        Decide("x", None, NO),
        ChangeProposals((proposal("a", 3),), ()),
        ChangeProposals((), (proposal("a", 3),)),
        SetReturned((returned("0" * 64),), ()),
    ],
)
def test_an_edit_that_was_made_for_other_ground_changes_nothing(edit: Decide | ChangeProposals | SetReturned) -> None:
    with pytest.raises(EditError):
        apply(with_proposals(proposal("a")), edit)


def test_observers_are_told_that_the_review_has_changed_and_nothing_else() -> None:
    for edit in (Decide("a", None, NO), ChangeProposals((), ()), SetReturned((), ())):
        changes = touched(edit)
        assert changes.review
        assert not (changes.properties)
        assert not (changes.outline)
        assert not (changes.sections)


@pytest.mark.parametrize(
    "edit",
    [
        ChangeProposals((), (replace(proposal("a"), variants=()),)),
        ChangeProposals((), (proposal(""),)),
        SetReturned((), (returned("kein Hash"),)),
        SetReturned((), (returned("0" * 64), returned("0" * 64))),
    ],
)
def test_what_makes_no_sense_is_refused(edit: ChangeProposals | SetReturned) -> None:
    with pytest.raises(SchemaError):
        Project(doc(chapter("Ziele"))).apply(edit, "Kopie aufgenommen")


def test_everything_is_in_the_file_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    opened = create_project(path, doc(chapter("Ziele", p("Der Kreis", id="a"), id="ziele")))
    file = returned(opened.store.add_image(WORD_FILE))
    taken_in = compound([SetReturned((), (file,)), ChangeProposals((), (proposal("a"), proposal("b", 1)))])
    assert taken_in is not None
    opened.project.apply(taken_in, "Kopie aufgenommen")
    opened.project.apply(Decide("a", None, YES), "Angenommen")
    opened.project.apply(ChangeProposals((proposal("b", 1),), ()), "Zurückgezogen")
    opened.store.close()
    assert verify(path).sound
    again = open_project(path)
    assert again.project.document == opened.project.document
    assert again.store.image(file.digest) == WORD_FILE
    again.project.undo()
    assert [kept.id for kept in again.project.document.proposals] == ["a", "b"]
    again.store.close()


def test_a_decision_writes_one_row() -> None:
    before = with_proposals(proposal("a"), proposal("b", 1))
    after = apply(before, Decide("b", None, YES))
    assert list(document_rows.document_changes(before, after).put) == [("meta", ("proposal b",))]


def test_what_was_decided_is_saved_from_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "Konzept.ikonzept"
    document = apply(with_proposals(replace(proposal("a"), decision=YES)), SetReturned((), (returned("0" * 64),)))
    create_project(path, document).store.abandon()
    saved = salvage(path).document
    assert saved.proposals == document.proposals
    assert saved.returned == document.returned


def test_the_text_that_is_given_out_is_the_same_whatever_has_come_back() -> None:
    document = with_proposals(proposal("a"))
    bare = replace(document, proposals=())
    assert snapshot_of(document, "", NOW)[0].id == snapshot_of(bare, "", NOW)[0].id
