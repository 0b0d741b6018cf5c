"""What came back becomes part of the concept in one step, in whatever order copies arrive."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.comments import anchor_of
from ikonzept_desktop.model.copies import find_copy, give_out
from ikonzept_desktop.model.document import CopyState, Document, GivenCopy, Section
from ikonzept_desktop.model.edits import Decide
from ikonzept_desktop.model.ids import seeded_ids
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.proposals import Decision, LeftOut, ReturnedFile, Verdict
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.arriving import HeldVersion, arrival
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.reading_back import Remark, Returned, read_back
from tests.review.test_taking_over import CONCEPT, draft, edited

WHEN = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)
CHANGES = {
    "amt": (("zwei Jahre", "drei Jahre"), ("Hilden", "Haan")),
    "kreis": (("zwei Jahre", "drei Jahre"), ("Sozialamt", "Jobcenter")),
    "stadt": (("zwei Jahre", "fünf Jahre"),),
}
GIVEN = apply(CONCEPT, give_out(CONCEPT, "konzept", [GivenCopy(id, id.title(), WHEN, "v") for id in CHANGES]))


def file(id: str) -> ReturnedFile:
    return ReturnedFile(id, id if id in CHANGES else "", f"{id}.docx", id.title(), WHEN, "0" * 64)


def held(folder: Path, *ids: str, remarks: tuple[Remark, ...] = ()) -> HeldVersion:
    data = draft(CONCEPT, folder)
    copies = {id: Returned(taken(edited(data, *CHANGES.get(id, ())), id), id.title()) for id in ids}
    read = read_back(taken(data, "a"), copies)
    left = {id: (LeftOut("chart", "word/document.xml#3"),) for id in ids}
    return HeldVersion("v", kept_proposals(read, "v", CONCEPT), remarks, read.certainty, left)


def arrived(document: Document, folder: Path, new: str, *before: str, remarks: tuple[Remark, ...] = ()) -> Document:
    edit = arrival(document, [file(new)], [held(folder, new, *before, remarks=remarks)], WHEN, seeded_ids(1))
    assert edit is not None
    return apply(document, edit)


def test_in_whatever_order_copies_arrive_the_proposals_are_the_same(tmp_path: Path) -> None:
    outcomes = []
    for order in itertools.permutations(CHANGES):
        document = GIVEN
        for at, id in enumerate(order):
            document = arrived(document, tmp_path, id, *order[:at])
        outcomes.append(document.proposals)
    assert all(each == outcomes[0] for each in outcomes)
    conflicts = [[variant.text for variant in kept.variants] for kept in outcomes[0] if kept.is_conflict]
    assert conflicts == [["drei", "fünf"]]


def test_a_file_is_kept_with_what_is_known_of_it_and_its_copy_is_returned(tmp_path: Path) -> None:
    document = arrived(GIVEN, tmp_path, "amt")
    (came,) = document.returned
    assert (came.id, came.version, came.certainty) == ("amt", "v", 1.0)
    assert came.left_out == (LeftOut("chart", "word/document.xml#3"),)
    copy = find_copy(document, "amt")
    assert copy is not None
    assert (copy.state, copy.returned) == (CopyState.RETURNED, WHEN)


def test_all_of_it_is_one_step(tmp_path: Path) -> None:
    project = Project(GIVEN)
    edit = arrival(GIVEN, [file("amt")], [held(tmp_path, "amt", remarks=(remark(),))], WHEN)
    assert edit is not None
    project.apply(edit, "Kopie aufgenommen")
    assert project.document != GIVEN
    project.undo()
    assert project.document == GIVEN


def test_a_decision_stays_when_another_copy_arrives_and_agrees_or_not(tmp_path: Path) -> None:
    first = arrived(GIVEN, tmp_path, "amt")
    decided = first
    for kept in first.proposals:
        decided = apply(decided, Decide(kept.id, None, Decision(Verdict.REJECTED, WHEN)))
    second = arrived(decided, tmp_path, "stadt", "amt")
    told = [(kept.before, kept.decision is None, kept.outdated) for kept in second.proposals]
    assert sorted(told) == [("Hilden", False, False), ("zwei", False, True), ("zwei", True, False)]


@pytest.mark.parametrize("verdict", [None, Verdict.LATER])
def test_what_nobody_wants_any_more_goes_unless_it_was_decided(tmp_path: Path, verdict: Verdict | None) -> None:
    first = arrived(GIVEN, tmp_path, "amt")
    for kept in first.proposals if verdict else ():
        first = apply(first, Decide(kept.id, None, Decision(Verdict.LATER, WHEN)))
    data = draft(CONCEPT, tmp_path)
    read = read_back(taken(data, "a"), {"amt": Returned(taken(data, "amt"), "Amt")})
    again = HeldVersion("v", kept_proposals(read, "v", CONCEPT), (), read.certainty, {})
    edit = arrival(first, [file("amt")], [again], WHEN)
    assert edit is not None
    after = apply(first, edit)
    assert after.proposals == ()
    assert len(after.returned) == 1


def remark(text: str = "Wer zahlt?", words: str = "wird das Konzept", block: str = "b", **said: object) -> Remark:
    base = Remark("amt", "7", "Jobcenter", "2015-03-06T08:00:00Z", text, 3, block, words, "", resolved=False)
    return replace(base, **said)  # type: ignore[arg-type]  # parts of a remark, by name


def chapter_of(document: Document) -> Section:
    return document.sections[0]


def test_a_comment_becomes_a_note_on_its_words(tmp_path: Path) -> None:
    answer = remark("Der Kreis.", id="8", answers="7", author="Sozialamt")
    document = arrived(GIVEN, tmp_path, "amt", remarks=(remark(), answer))
    (note,) = chapter_of(document).comments
    assert (note.author, note.text, note.origin) == ("Jobcenter", "Wer zahlt?", "amt:7")
    assert note.created == datetime(2015, 3, 6, 8, tzinfo=UTC)
    assert [(reply.author, reply.text) for reply in note.replies] == [("Sozialamt", "Der Kreis.")]
    place = anchor_of(chapter_of(document), note.id)
    assert place is not None
    assert (place.block, place.anchor, place.caret) == ("b", 16, 32)


@pytest.mark.parametrize(
    ("said", "block", "reach"),
    [({"words": "so steht es nirgends"}, "b", (0, 58)), ({"block": "fort"}, "", None), ({"block": ""}, "", None)],
)
def test_a_comment_whose_words_are_gone_is_a_note_on_their_line_or_section(
    tmp_path: Path, said: dict[str, str], block: str, reach: tuple[int, int] | None
) -> None:
    document = arrived(GIVEN, tmp_path, "amt", remarks=(remark(**said),))
    (note,) = chapter_of(document).comments
    place = anchor_of(chapter_of(document), note.id)
    assert (place.block if place else "") == block
    assert ((place.anchor, place.caret) if place else None) == reach


def test_a_comment_that_comes_again_only_tells_what_is_new(tmp_path: Path) -> None:
    first = arrived(GIVEN, tmp_path, "amt", remarks=(remark(), remark("Der Kreis.", id="8", answers="7")))
    more = (
        remark(resolved=True),
        remark("Der Kreis.", id="8", answers="7"),
        remark("Gut.", id="9", answers="8"),
    )
    (note,) = chapter_of(arrived(first, tmp_path, "amt", remarks=more)).comments
    assert note.resolved
    assert [reply.text for reply in note.replies] == ["Der Kreis.", "Gut."]
    again = arrived(first, tmp_path, "amt", remarks=(remark(), remark("Der Kreis.", id="8", answers="7")))
    assert chapter_of(again).comments == chapter_of(first).comments


def test_a_file_that_was_refused_changes_nothing() -> None:
    assert arrival(GIVEN, [file("amt")], [], WHEN) is None
