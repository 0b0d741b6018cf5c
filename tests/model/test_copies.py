"""Who was given which text until when, and what came back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ikonzept_desktop.model import codec
from ikonzept_desktop.model.copies import (
    Standing,
    concept_id,
    days_late,
    give_out,
    mark_closed,
    mark_out,
    mark_returned,
    set_due,
    standing,
)
from ikonzept_desktop.model.document import CopyState, Document, GivenCopy
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.schema import SchemaError
from ikonzept_desktop.model.store.snapshots import snapshot_of
from tests.builders import chapter, doc, p

NOW = datetime(2015, 3, 5, 9, tzinfo=UTC)
TODAY = date(2015, 3, 12)


def copy(id: str, due: date | None = None, state: CopyState = CopyState.OUT) -> GivenCopy:
    return GivenCopy(id, "Jobcenter", NOW, "fassung", due=due, state=state)


def with_copies(*copies: GivenCopy) -> Document:
    return doc(chapter("Ziele", p("Text")), concept="konzept", copies=copies)


@pytest.mark.parametrize(
    ("given", "expected", "late"),
    [
        (copy("a", date(2015, 3, 11)), Standing.OVERDUE, 1),
        (copy("a", date(2015, 3, 12)), Standing.OUT, 0),
        (copy("a"), Standing.OUT, 0),
        (copy("a", date(2015, 3, 1), CopyState.RETURNED), Standing.RETURNED, 0),
        (copy("a", date(2015, 3, 1), CopyState.CLOSED), Standing.CLOSED, 0),
    ],
)
def test_a_copy_is_overdue_when_its_last_day_has_passed(given: GivenCopy, expected: Standing, late: int) -> None:
    assert standing(given, TODAY) is expected
    assert days_late(given, TODAY) == late


def test_copies_given_out_are_one_step_that_can_be_taken_back() -> None:
    before = doc(chapter("Ziele"))
    project = Project(before)
    project.apply(give_out(before, "konzept", (copy("a"), copy("b"))), "Zur Durchsicht gegeben")
    assert [each.id for each in project.document.properties.copies] == ["a", "b"]
    assert concept_id(project.document) == "konzept"
    project.undo()
    assert project.document == before


def applied(document: Document, edit: Edit | None) -> GivenCopy:
    assert edit is not None
    project = Project(document)
    project.apply(edit, "Kopie")
    return project.document.properties.copies[0]


def test_each_change_of_a_copy_is_an_edit_and_leaves_the_others_alone() -> None:
    document = with_copies(copy("a"), copy("b"))
    back = applied(document, mark_returned(document, "a", NOW))
    assert (back.state, back.returned) == (CopyState.RETURNED, NOW)
    assert applied(document, mark_closed(document, "a")).state is CopyState.CLOSED
    assert applied(document, set_due(document, "a", TODAY)).due == TODAY
    closed = with_copies(back)
    again = applied(closed, mark_out(closed, "a"))
    assert (again.state, again.returned) == (CopyState.OUT, None)


def test_where_nothing_would_change_there_is_no_edit() -> None:
    document = with_copies(copy("a", state=CopyState.RETURNED))
    assert mark_closed(document, "a") is None
    assert mark_returned(document, "fort", NOW) is None
    assert set_due(document, "a", None) is None


def test_two_copies_of_one_id_are_no_concept() -> None:
    document = with_copies(copy("a"))
    with pytest.raises(SchemaError):
        Project(document).apply(give_out(document, "konzept", (copy("a"),)), "Zur Durchsicht gegeben")


def test_a_concept_of_before_there_were_copies_opens_without_any() -> None:
    old = doc(chapter("Ziele"))
    text = codec.DOCUMENT.dumps(old)
    assert "copies" not in text
    assert codec.DOCUMENT.loads(text).properties.copies == ()
    kept = with_copies(replace(copy("a", TODAY), packet="AG Sprache", returned=NOW))
    assert codec.DOCUMENT.loads(codec.DOCUMENT.dumps(kept)) == kept


def test_giving_out_leaves_the_snapshot_of_the_text_the_same() -> None:
    before, after = doc(chapter("Ziele", p("Text", id="a"), id="b")), with_copies(copy("a"))
    after = replace(after, sections=before.sections)
    assert snapshot_of(before, "Ausgabe", NOW)[0].id == snapshot_of(after, "Ausgabe", NOW)[0].id
