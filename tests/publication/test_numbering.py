"""The numbers of sections."""

from dataclasses import replace

from ikonzept_desktop.model.template import Numbering
from ikonzept_desktop.publication.build import build
from tests.builders import annex, chapter, doc, foreword, p, section
from tests.publication.shown import numbers


def test_chapters_are_counted_decimally_through_nested_sections() -> None:
    concept = doc(
        chapter("Einleitung"),
        chapter("Handlungsfelder", chapter("Sprache", chapter("Kurse")), chapter("Sport")),
    )
    assert numbers(build(concept)) == [
        ("1", "Einleitung"),
        ("2", "Handlungsfelder"),
        ("2.1", "Sprache"),
        ("2.1.1", "Kurse"),
        ("2.2", "Sport"),
    ]


def test_an_unnumbered_section_between_numbered_ones_takes_no_number_away() -> None:
    concept = doc(
        chapter("Eins"),
        chapter("Zwischenruf", numbered=False),
        chapter("Zwei", chapter("Darunter"), chapter("Einwurf", numbered=False), chapter("Auch darunter")),
    )
    assert numbers(build(concept)) == [
        ("1", "Eins"),
        ("", "Zwischenruf"),
        ("2", "Zwei"),
        ("2.1", "Darunter"),
        ("", "Einwurf"),
        ("2.2", "Auch darunter"),
    ]


def test_below_an_unnumbered_section_nothing_is_numbered() -> None:
    concept = doc(chapter("Ohne", chapter("Darunter"), numbered=False), chapter("Eins", chapter("Unter eins")))
    assert numbers(build(concept)) == [("", "Ohne"), ("", "Darunter"), ("1", "Eins"), ("1.1", "Unter eins")]


def test_levels_below_the_depth_have_no_number() -> None:
    concept = doc(chapter("A", chapter("B", chapter("C"), chapter("D"))), numbering=Numbering(depth=2))
    assert numbers(build(concept)) == [("1", "A"), ("1.1", "B"), ("", "C"), ("", "D")]


def test_a_house_may_print_a_final_dot() -> None:
    concept = doc(chapter("A", chapter("B")), annex("C"), numbering=Numbering(final_dot=True))
    assert numbers(build(concept)) == [("1.", "A"), ("1.1.", "B"), ("Anlage 1", "C")]


def test_annexes_are_counted_by_themselves_after_their_prefix() -> None:
    concept = doc(
        chapter("Eins"),
        annex("Karte"),
        section("contributors", "Mitglieder"),
        annex("Tabellen", annex("Bevölkerung")),
    )
    assert numbers(build(concept)) == [
        ("1", "Eins"),
        ("Anlage 1", "Karte"),
        ("", "Mitglieder"),
        ("Anlage 2", "Tabellen"),
        ("Anlage 2.1", "Bevölkerung"),
    ]


def test_the_parts_follow_each_other_and_what_stands_below_is_of_the_same_part() -> None:
    concept = doc(annex("Karte", chapter("Darin")), chapter("Text"), foreword("Gruß"))
    sections = build(concept).sections
    assert [(top.title, top.placement.value) for top in sections] == [
        ("Gruß", "front"),
        ("Text", "body"),
        ("Karte", "annex"),
    ]
    assert sections[2].children[0].placement.value == "annex"
    assert (sections[2].level, sections[2].children[0].level) == (1, 2)


def test_contents_hold_what_wants_to_stand_there_down_to_their_depth() -> None:
    concept = doc(
        section("cover", "Umschlag", p("Bild")),
        section("imprint", "Impressum"),
        foreword("Gruß"),
        chapter("A", chapter("B", chapter("C"))),
        annex("D"),
        numbering=Numbering(contents_depth=2),
    )
    entries = build(concept).contents
    assert [(entry.level, entry.number, entry.title) for entry in entries] == [
        (1, "", "Gruß"),
        (1, "1", "A"),
        (2, "1.1", "B"),
        (1, "Anlage 1", "D"),
    ]
    assert entries[1].anchor == concept.sections[3].id


def test_below_a_section_left_out_of_the_contents_all_is_left_out() -> None:
    hidden = replace(chapter("A", chapter("B")), in_contents=False)
    publication = build(doc(hidden, chapter("C")))
    assert [entry.title for entry in publication.contents] == ["C"]
    assert not publication.sections[0].children[0].in_contents
