"""Which copy a Word file is."""

from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.copies import give_out, mark_returned
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.review.recognition import Origin, Recognised, recognise
from tests.builders import chapter, doc, p
from tests.export.word import reading

NOW = datetime(2015, 3, 5, 9, tzinfo=UTC)


def given_to(reviewer: str, folder: Path, document: Document) -> tuple[Document, dict[str, str]]:
    """Give the concept that remembers the copy, and what the file says of itself."""
    orders, given = made_copies(document, [CopyWish(reviewer)], "fassung", NOW)
    out = folder / "umbenannt.docx"
    write_draft(build(document, snapshot="fassung"), {}, out, DraftOptions(NOW, copy=orders[0]))
    custom = reading.read(out).parts["docProps/custom.xml"]
    said = {str(one.get("name")): one[0].text or "" for one in custom}
    return apply(document, give_out(document, orders[0].concept, given)), said


def concept() -> Document:
    return doc(chapter("Ziele", p("Text")))


def test_a_copy_is_known_whatever_its_file_is_called(tmp_path: Path) -> None:
    document, said = given_to("Jobcenter", tmp_path, concept())
    (copy,) = document.properties.copies
    assert recognise(said, document, {"fassung"}) == Recognised(Origin.COPY, copy, "fassung", "Jobcenter")


def test_a_copy_that_came_back_before_is_told_as_such(tmp_path: Path) -> None:
    document, said = given_to("Jobcenter", tmp_path, concept())
    edit = mark_returned(document, document.properties.copies[0].id, NOW)
    assert edit is not None
    found = recognise(said, apply(document, edit), {"fassung"})
    assert (found.origin, found.again) == (Origin.COPY, True)


def test_a_draft_for_nobody_is_known_by_its_version() -> None:
    found = recognise({"ikSnapshot": "fassung"}, concept(), {"fassung"})
    assert (found.origin, found.version) == (Origin.DRAFT, "fassung")


def test_a_copy_that_was_forgotten_is_still_of_this_concept(tmp_path: Path) -> None:
    document, said = given_to("Jobcenter", tmp_path, concept())
    found = recognise(said | {"ikCopy": "fort"}, document, ())
    assert found == Recognised(Origin.DRAFT, None, "", "Jobcenter")


def test_a_file_of_another_concept_is_told(tmp_path: Path) -> None:
    document, _ = given_to("Jobcenter", tmp_path, concept())
    _, other = given_to("Schulamt", tmp_path, concept())
    assert recognise(other, document, {"fassung"}) == Recognised(Origin.OTHER, None, "", "Schulamt")


def test_a_file_of_another_concept_that_names_our_copy_is_not_believed(tmp_path: Path) -> None:
    document, said = given_to("Jobcenter", tmp_path, concept())
    assert recognise(said | {"ikConcept": "fremd"}, document, {"fassung"}).origin is Origin.OTHER


def test_a_file_without_our_marks_is_told() -> None:
    assert recognise({"Firma": "Kreis"}, concept(), {"fassung"}) == Recognised(Origin.UNMARKED)
