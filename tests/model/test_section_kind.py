"""A section becomes one of another kind, and everything in it can still be read."""

from dataclasses import replace

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.edits import inverse
from ikonzept_desktop.model.fields import Choice, Line
from ikonzept_desktop.model.schema import check
from ikonzept_desktop.model.section_kind import left_over, set_kind
from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType, Placement, SectionKind, Template
from tests.builders import annex, chapter, doc, field, field_of_action, p, record, records

TEXT = FieldType("text", "Text", FieldKind.RICH_TEXT)
SAME_KEY = FieldType("goal", "Ziele", FieldKind.RICH_TEXT)
FEW = FieldType("priority", "Rang", FieldKind.CHOICE, options=(ChoiceOption("eins", "erster"),))
PROJECT = SectionKind("project", "Projekt", Placement.BODY, (TEXT, SAME_KEY, FEW))


def with_project(document: Document) -> Document:
    template: Template = document.template
    kinds = (*template.kinds[:5], PROJECT, *template.kinds[5:])
    return Document(Template(template.key, template.title, kinds, template.statuses), document.sections)


def changed(document: Document, id: str, kind: str) -> Document:
    edit = set_kind(document, id, kind)
    assert edit is not None
    after = apply(document, edit)
    check(after)
    assert apply(after, inverse(edit)) == document
    return after


def leftovers(document: Document, section: Section) -> list[tuple[str, bool]]:
    return [(type.label, type.printed) for type in left_over(document.template, section)]


def test_fields_the_new_kind_lacks_stay_and_are_named_as_before() -> None:
    document = doc(field_of_action("Sprache", field("goal", "Deutsch für alle."), id="s"))
    after = changed(document, "s", "chapter")
    assert leftovers(after, after.sections[0]) == [("Leitziel", False)]
    assert changed(after, "s", "field_of_action").sections == document.sections


def test_a_key_that_the_new_kind_has_another_use_for_makes_room_and_comes_back() -> None:
    document = with_project(
        doc(field_of_action("Sprache", field("goal", "Deutsch."), field("priority", Choice("high")), id="s"))
    )
    after = changed(document, "s", "project")
    assert leftovers(after, after.sections[0]) == [("Leitziel", False), ("Priorität", False)]
    assert after.sections[0].value("goal") is None
    back = changed(after, "s", "field_of_action")
    assert (back.sections[0].value("goal"), left_over(back.template, back.sections[0])) == (Line("Deutsch."), ())


def test_what_comes_back_to_a_place_that_was_taken_meanwhile_stays_apart() -> None:
    document = with_project(doc(field_of_action("Sprache", field("goal", "Deutsch."), id="s")))
    project = changed(document, "s", "project")
    (section,) = project.sections
    written = replace(section, fields=(*section.fields, field("goal", p("Neu."))))
    again = changed(Document(project.template, (written,)), "s", "field_of_action")
    assert again.sections[0].value("goal") == Line("Deutsch.")
    assert leftovers(again, again.sections[0]) == [("Ziele", False)]


def test_what_is_left_comes_in_the_order_of_its_kind() -> None:
    document = doc(field_of_action("S", field("situation", p("Lage.")), field("goal", "Deutsch."), id="s"))
    after = changed(document, "s", "annex")
    assert leftovers(after, after.sections[-1]) == [("Ausgangslage", False), ("Leitziel", False)]


def test_entries_stay_together_where_the_new_kind_has_other_columns() -> None:
    document = doc(field_of_action("Sprache", records("measures", record(title="Pool", lead="Amt")), id="s"))
    after = changed(document, "s", "chapter")
    (type,) = left_over(after.template, after.sections[0])
    assert [column.label for column in type.columns][:3] == ["Titel", "Beschreibung", "Federführung"]


def test_a_top_section_goes_to_the_part_of_its_new_kind() -> None:
    document = doc(chapter("Ziele", p("Text"), id="z"), chapter("Ausblick"), annex("Karte"))
    after = changed(document, "z", "annex")
    assert [section.title for section in after.sections] == ["Ausblick", "Ziele", "Karte"]


def test_a_section_takes_over_the_numbering_of_its_new_kind_unless_it_had_its_own() -> None:
    document = doc(chapter("Ziele", id="z"), chapter("Offen", id="o", numbered=False))
    assert not changed(document, "z", "contributors").sections[-1].numbered
    assert not changed(document, "o", "annex").sections[-1].numbered


def test_the_same_kind_is_no_change() -> None:
    assert set_kind(doc(chapter("Ziele", id="z")), "z", "chapter") is None
