"""Headings become sections, what follows them their text."""

from ikonzept_desktop.importing.building import built
from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import ListItem, Paragraph, lines_of
from ikonzept_desktop.model.edits import inverse
from ikonzept_desktop.model.inline import Footnote, Marks, Text
from ikonzept_desktop.model.template import Role
from tests.builders import annex, chapter, doc, field, fn, fresh_id, li, p
from tests.builders import field_of_action as action
from tests.builders import section as any_section
from tests.importing.building.papers import (
    after,
    applied,
    by_level,
    h,
    label,
    named,
    outline,
    paper,
    piece,
    plan,
    section,
    texts,
)


def test_headings_become_sections_below_each_other() -> None:
    manuscript = paper(h("Ziele"), "Was wir wollen.", h("Sprache", 1), "Deutsch lernen.", h("Ausblick"))
    came = after(doc(), manuscript, by_level(manuscript))
    assert outline(came) == ["Ziele", "· Sprache", "Ausblick"]
    assert texts(named(came, "Sprache")) == ["Deutsch lernen."]


def test_levels_that_are_skipped_count_for_nothing() -> None:
    manuscript = paper(h("Ziele", 2), h("Sprache", 5), h("Kurse", 2), h("Ausblick", 0))
    assert outline(after(doc(), manuscript, by_level(manuscript))) == ["Ziele", "· Sprache", "Kurse", "Ausblick"]


def test_it_is_one_step_and_leaves_nothing_when_taken_back() -> None:
    before = doc(chapter("Einleitung", p("Da.")), title="Konzept")
    manuscript = paper(h("Ziele"), "Text", piece("Seite 3", Where.HEADER))
    made = built(before, manuscript, plan(section(0, "Ziele"), Entry(2, Becomes.INBOX)), ids=fresh_id)
    assert made.edit is not None
    assert apply(applied(before, made), inverse(made.edit)) == before


def test_each_comes_to_its_part_of_the_concept() -> None:
    manuscript = paper(h("Liste"), h("Ziele"), h("Zum Geleit"))
    wanted = plan(section(0, "Liste", kind="annex"), section(1, "Ziele"), section(2, "Zum Geleit", kind="foreword"))
    came = after(doc(chapter("Da"), annex("Alte Anlage")), manuscript, wanted)
    assert outline(came) == ["Zum Geleit", "Da", "Ziele", "Alte Anlage", "Liste"]


def test_what_was_typed_before_a_title_is_told_and_its_notes_go_to_the_first_paragraph() -> None:
    manuscript = paper(h(p("5.2.1 Sprache", fn("Stand 2007."))), "Text")
    made = built(doc(), manuscript, plan(section(0, "Sprache", typed="5.2.1 ")), ids=fresh_id)
    came = named(applied(doc(), made), "Sprache")
    assert [(told.kind, told.text, told.place) for told in made.told] == [("typed_number", "5.2.1", "Sprache")]
    (paragraph,) = came.blocks("text")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Text("Text"), *lines_of(manuscript.pieces[0].block)[0][1:])


def test_notes_of_a_title_above_a_list_or_nothing_have_a_paragraph_of_their_own() -> None:
    manuscript = paper(h(p("Sprache", fn("Stand 2007."))), li("Punkt"), h(p("Arbeit", fn("Stand 2008."))))
    came = after(doc(), manuscript, plan(section(0, "Sprache"), section(2, "Arbeit")))
    first, second = (named(came, title).blocks("text") for title in ("Sprache", "Arbeit"))
    assert [type(block) for block in (*first, *second)] == [Paragraph, ListItem, Paragraph]
    assert all(isinstance(lines_of(block)[0][0], Footnote) for block in (first[0], second[0]))


def test_a_title_of_other_words_than_the_document_has_is_told_with_these() -> None:
    made = built(doc(), paper(h("Spraache")), plan(section(0, "Sprache")), ids=fresh_id)
    assert [(told.kind, told.text, told.about) for told in made.told] == [("renamed", "Spraache", "Sprache")]


def test_a_colon_that_a_title_has_no_more_is_told() -> None:
    made = built(doc(), paper(h("Anlass:")), plan(section(0, "Anlass")), ids=fresh_id)
    assert [(told.kind, told.text, told.about) for told in made.told] == [("title_colon", ":", "Anlass")]


def test_a_heading_that_becomes_text_stays_a_bold_line() -> None:
    manuscript = paper(h("Ziele"), h("Vorab", 1), "Text")
    wanted = plan(section(0, "Ziele"), Entry(1, Becomes.TEXT))
    block = named(after(doc(), manuscript, wanted), "Ziele").blocks("text")[0]
    assert block.inlines == (Text("Vorab", Marks.BOLD),)  # type: ignore[union-attr]


def test_text_before_the_first_heading_gets_a_section_called_like_the_file() -> None:
    manuscript = paper("Vorab.", h("Ziele"), name="Konzept 2007.docx")
    came = after(doc(), manuscript, by_level(manuscript))
    assert outline(came) == ["Konzept 2007", "Ziele"]
    assert texts(named(came, "Konzept 2007")) == ["Vorab."]


def test_a_part_comes_below_a_section_and_its_first_text_behind_that_sections_own() -> None:
    before = doc(chapter("Ziele", p("Eigenes."), chapter("Alt"), id="ziele"))
    manuscript = paper("Vorab.", h("Sprache"), "Deutsch.", li("Kurse"))
    came = after(before, manuscript, by_level(manuscript), into="ziele")
    assert outline(came) == ["Ziele", "· Alt", "· Sprache"]
    assert texts(named(came, "Ziele")) == ["Eigenes.", "Vorab."]
    assert texts(named(came, "Sprache")) == ["Deutsch.", "Kurse"]


def test_a_field_of_action_that_comes_into_one_is_that_one() -> None:
    before = doc(action("Sprache", field("situation", p("Eigenes.")), id="s"))
    manuscript = paper(h(p("AG Sprache", fn("Stand Mai."))), "Vorab.", h("Ausgangslage", 1), "Neues.", h("Fragen", 1))
    wanted = (section(0, "AG Sprache", kind="field_of_action"), label(2, "situation"), section(4, "Fragen", 1))
    made = built(before, manuscript, plan(*wanted), into="s", ids=fresh_id)
    came = applied(before, made)
    assert outline(came) == ["Sprache", "· Fragen"]
    assert texts(named(came, "Sprache"), "situation") == ["Eigenes.", "", "Vorab.", "Neues."]
    assert ("title_merged", "AG Sprache") in [(told.kind, told.text) for told in made.told]
    two = (section(0, "AG Sprache", kind="field_of_action"), section(2, "Sport", kind="field_of_action"))
    assert outline(after(before, manuscript, plan(*two), into="s")) == ["Sprache", "· AG Sprache", "· Sport"]


def test_below_a_section_stands_only_what_may_stand_there() -> None:
    manuscript = paper(h("Sprache"), h("Kurse", 1))
    came = after(doc(annex("Liste", id="liste")), manuscript, by_level(manuscript, "field_of_action"), into="liste")
    assert [one.kind for one in (named(came, "Sprache"), named(came, "Kurse"))] == ["annex", "annex"]


def test_an_empty_imprint_is_filled_and_a_full_one_stays_as_it_is() -> None:
    manuscript = paper(h("Impressum"), "Der Landrat")
    wanted = plan(section(0, "Impressum", kind="imprint"))
    empty = doc(any_section("imprint", "Impressum", id="da"))
    full = doc(any_section("imprint", "Impressum", p("Voll"), id="da"))
    assert [(one.id, texts(one)) for one in after(empty, manuscript, wanted).sections] == [("da", ["Der Landrat"])]
    assert [texts(one) for one in after(full, manuscript, wanted).sections] == [["Voll"], ["Der Landrat"]]


def test_the_concept_is_called_as_the_document_only_where_it_has_no_name() -> None:
    manuscript = paper("Rahmenkonzept Integration", "Kreis Musterland", h("Ziele"))
    wanted = plan(
        Entry(0, Becomes.TITLE, title="Rahmenkonzept Integration"),
        Entry(1, Becomes.SUBTITLE, title="Kreis Musterland"),
        section(2, "Ziele"),
    )
    unnamed, known = after(doc(), manuscript, wanted), after(doc(title="Unser Konzept"), manuscript, wanted)
    assert (unnamed.properties.title, unnamed.properties.subtitle) == ("Rahmenkonzept Integration", "Kreis Musterland")
    assert (known.properties.title, known.properties.subtitle) == ("Unser Konzept", "Kreis Musterland")
    assert texts(known.sections[-1]) == ["Titel des Dokuments", "Rahmenkonzept Integration"]


def test_what_the_document_says_of_the_whole_is_said_of_the_concept() -> None:
    manuscript = paper("Kreis Musterland", "März 2007", "Zweiter Stand")
    wanted = plan(
        Entry(0, Becomes.PROPERTY, field="publisher"),
        Entry(1, Becomes.PROPERTY, field="as_of"),
        Entry(2, Becomes.PROPERTY, field="as_of"),
    )
    came = after(doc(), manuscript, wanted)
    assert (came.properties.publisher, came.properties.as_of) == ("Kreis Musterland", "März 2007")
    assert texts(came.sections[-1]) == ["Stand des Dokuments", "Zweiter Stand"]


def test_a_title_as_somebody_corrected_it_is_the_concepts() -> None:
    made = built(doc(), paper("Konzpet"), plan(Entry(0, Becomes.TITLE, title="Konzept")), ids=fresh_id)
    assert applied(doc(), made).properties.title == "Konzept"
    assert [(told.kind, told.text) for told in made.told] == [("renamed", "Konzpet")]


def test_places_tell_where_each_piece_has_gone() -> None:
    manuscript = paper(h("Ziele"), "Was wir wollen.", piece("Kopf", Where.HEADER))
    made = built(doc(), manuscript, plan(section(0, "Ziele"), Entry(2, Becomes.INBOX)), ids=fresh_id)
    ziele, inbox = applied(doc(), made).sections
    assert made.sections == (ziele.id,)
    assert made.places[0] == (ziele.id, "")
    assert made.places[1] == (ziele.id, manuscript.pieces[1].block.id)
    assert made.places[2] == (inbox.id, manuscript.pieces[2].block.id)
    assert doc().template.kinds != applied(doc(), made).template.kinds
    assert applied(doc(), made).template.kind(inbox.kind).role is Role.INBOX
