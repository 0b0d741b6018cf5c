"""References: where they stand, which of them lead nowhere, and what is put in their place."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ReplaceSpan, inverse
from ikonzept_desktop.model.fields import FieldAddress, Links
from ikonzept_desktop.model.inline import CrossReference, ReferenceForm, Text
from ikonzept_desktop.model.notes import notes_of
from ikonzept_desktop.model.references import dangling, points_alike, references_of, replaced_reference, targets
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.references import lost_references
from tests.builders import chapter, doc, field_of_action, fn, links, p, record, records, ref, row, table
from tests.strategies import documents

NOW = datetime(2015, 4, 2, tzinfo=UTC)


def concept() -> Document:
    """Give a concept that points from a text, a note, a caption and a field of links."""
    return doc(
        chapter("Einleitung", p("siehe ", ref("ziele"), fn("auch ", ref("ziele"), id="note"), id="text"), id="vorn"),
        chapter("Ziele", id="ziele"),
        chapter("Zahlen", table(row("1"), caption=(CrossReference("ziele"),), id="tabelle"), id="zahlen"),
        field_of_action(
            "Sprache",
            records("goals", record(id="deutsch", title="Deutsch")),
            records("measures", record(title="Kurs", goals=links("deutsch", "fort"))),
        ),
    )


def without(document: Document, section: str) -> Document:
    """Give the concept with a section in the Papierkorb."""
    edit = outline.trash(document, section, NOW)
    assert edit is not None
    return apply(document, edit)


def test_what_points_at_a_deleted_section_dangles_with_its_place() -> None:
    found = dangling(without(concept(), "ziele"))
    assert [(one.address.section, one.block, one.line, one.note, one.offset) for one in found[:3]] == [
        ("vorn", "text", "", "", 6),
        ("vorn", "text", "", "note", 5),
        ("zahlen", "tabelle", "caption", "", 0),
    ]
    assert [(one.address.column, one.target) for one in found[3:]] == [("goals", "fort")]


def test_nothing_dangles_again_when_the_section_is_back() -> None:
    document = concept()
    edit = outline.trash(document, "ziele", NOW)
    assert edit is not None
    back = apply(apply(document, edit), inverse(edit))
    assert [one.target for one in dangling(back)] == ["fort"]


@given(documents())
def test_the_publication_names_the_same_targets_and_misses_the_same(document: Document) -> None:
    known = labels(document)
    assert targets(document) == set(known.targets)
    lost = [(one.section, one.target) for one in lost_references(document, known) if not one.unprinted]
    assert sorted((one.address.section, one.target) for one in dangling(document)) == sorted(lost)


@given(documents())
def test_every_reference_can_be_taken_away_and_come_back(document: Document) -> None:
    for place in (one for section in document.sections for one in references_of(section)):
        edit = replaced_reference(document, place, None)
        assert edit is not None
        after = apply(document, edit)
        assert len(dangling(after)) < len(dangling(document))
        assert apply(after, inverse(edit)) == document


def test_another_target_takes_the_place_in_text_note_and_links() -> None:
    document = without(concept(), "ziele")
    for _ in range(4):
        edit = replaced_reference(document, dangling(document)[0], CrossReference("zahlen", ReferenceForm.TITLE))
        assert edit is not None
        document = apply(document, edit)
    assert dangling(document) == ()
    (note,) = notes_of(document.sections[0])
    assert note.note.content[1] == CrossReference("zahlen", ReferenceForm.TITLE)
    goals = document.sections[2].records("measures")[0].fields[0].value
    assert goals == Links(("deutsch", "zahlen"))


def test_a_reference_that_is_gone_is_not_replaced() -> None:
    document = concept()
    place = references_of(document.sections[0])[0]
    edit = replaced_reference(document, place, None)
    assert edit is not None
    assert replaced_reference(apply(document, edit), place, None) is None


def test_typing_beside_references_leaves_them_where_they_point() -> None:
    before = concept()
    typed = ReplaceSpan(FieldAddress("zahlen", "text"), "tabelle", "caption", 1, (), (Text("!"),))
    assert points_alike(before, before, ("vorn", "zahlen", "ziele"))
    assert points_alike(before, apply(before, typed), ("zahlen",))
    assert not points_alike(before, without(before, "ziele"), ("ziele",))
    assert not points_alike(before, apply(before, replace(typed, start=0)), ("zahlen",))


def test_words_around_a_reference_taken_out_of_a_note_are_one_run_and_can_be_parted_again() -> None:
    document = doc(chapter("Einleitung", p("Text", fn("siehe ", ref("fort"), "dort")), id="vorn"))
    edit = replaced_reference(document, dangling(document)[0], None)
    assert edit is not None
    after = apply(document, edit)
    assert notes_of(after.sections[0])[0].note.content == (Text("siehe dort"),)
    assert apply(after, inverse(edit)) == document
