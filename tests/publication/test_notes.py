"""Footnotes under their numbers."""

from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import Publication
from tests.builders import (
    annex,
    cell,
    chapter,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    foreword,
    li,
    line,
    ol,
    p,
    record,
    records,
    row,
    table,
)
from tests.publication.shown import note_numbers


def notes(publication: Publication) -> list[str]:
    return [runs_text(note.runs) for note in publication.notes]


def test_notes_are_numbered_through_the_concept_in_reading_order() -> None:
    concept = doc(
        annex("Anlage", p("x", fn("vierte"))),
        foreword("Gruß", p("x", fn("erste"))),
        chapter("A", p("x", fn("zweite")), chapter("B", p("x", fn("dritte")))),
    )
    publication = build(concept)
    assert notes(publication) == ["erste", "zweite", "dritte", "vierte"]
    assert [note.number for note in publication.notes] == note_numbers(publication) == [1, 2, 3, 4]


def test_a_tables_notes_come_from_caption_cells_and_source_in_that_order() -> None:
    model = table(
        row(cell("a", fn("Kopf")), "b"),
        row("c", cell("d", fn("Zelle"))),
        caption=line("Kurse", fn("Überschrift")),
        source=line("Amt", fn("Quelle")),
    )
    publication = build(doc(chapter("A", model, p("x", fn("danach")))))
    assert notes(publication) == ["Überschrift", "Kopf", "Zelle", "Quelle", "danach"]
    assert note_numbers(publication) == [1, 2, 3, 4, 5]


def test_notes_in_lists_and_captions_of_figures_are_counted_in_place() -> None:
    concept = doc(
        chapter(
            "A",
            ol("a", fn("eins")),
            li("b", fn("zwei"), level=1),
            figure(line("Karte", fn("drei")), source=line("Amt", fn("vier"))),
            ol("c", fn("fünf")),
        )
    )
    assert notes(build(concept)) == ["eins", "zwei", "drei", "vier", "fünf"]
    assert note_numbers(build(concept)) == [1, 2, 3, 4, 5]


def test_notes_of_fields_follow_the_order_of_the_template_not_of_their_keys() -> None:
    concept = doc(
        field_of_action(
            "Sprache",
            records("measures", record(title="Pool", description=p("x", fn("Maßnahme")))),
            records("goals", record(title="Ziel", reason=p("x", fn("Teilziel")))),
            field("situation", p("x", fn("Ausgangslage"))),
        )
    )
    assert notes(build(concept)) == ["Ausgangslage", "Teilziel", "Maßnahme"]


def test_tables_out_of_a_record_in_a_line_come_after_all_of_its_lines() -> None:
    first = record(title="A", reason=(table(row(cell("a", fn("Tabelle")))), p("x", fn("A"))))
    second = record(title="B", reason=p("x", fn("B")))
    publication = build(doc(field_of_action("Sprache", records("goals", first, second))))
    assert notes(publication) == ["A", "B", "Tabelle"]
    assert note_numbers(publication) == [1, 2, 3]


def test_notes_that_are_not_printed_take_no_number() -> None:
    concept = doc(
        field_of_action(
            "Sprache",
            field("editing", p("x", fn("intern", id="intern"))),
            field("sources", p("x", fn("verborgen", id="verborgen"))),
            records("measures", record(title="Pool", memo=p("x", fn("Vermerk", id="vermerk")))),
            field("situation", p("x", fn("sichtbar", id="sichtbar"))),
        )
    )
    assert notes(build(concept)) == ["sichtbar"]
    assert labels(concept).notes == {"sichtbar": 1}
