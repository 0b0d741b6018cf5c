"""Which line of the concept each bookmark of a draft stands for."""

from dataclasses import replace

from hypothesis import given, settings

from ikonzept_desktop.model.blocks import Column, NumberFormat, Total, line_of
from ikonzept_desktop.model.document import Document, field_value, find_section
from ikonzept_desktop.model.fields import FieldAddress, Line, RichText
from ikonzept_desktop.model.inline import Footnote, Inlines, plain
from ikonzept_desktop.publication.block_ids import Spot, bookmark_name, given_lines, id_of, spots
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import ReferenceRun, Runs
from tests.builders import (
    cell,
    chapter,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    li,
    p,
    record,
    records,
    row,
    section,
    table,
)
from tests.publication.test_any_concept import concepts


def line_at(document: Document, spot: Spot) -> Inlines:
    """Give the line of a block, or of a note in it."""
    value = field_value(document, spot.address)
    assert isinstance(value, RichText), spot
    block = next(block for block in value.blocks if block.id == spot.block)
    found = line_of(block, spot.line)
    if not spot.note:
        return found
    return next(each.content for each in found if isinstance(each, Footnote) and each.id == spot.note)


def said_at(document: Document, spot: Spot) -> str:
    """Give the words at a spot, as far as they are words."""
    address = spot.address
    if not address.section:
        return str(getattr(document.properties, address.field))
    if not address.field:
        section = find_section(document, address.section)
        assert section is not None
        return section.title
    if spot.block:
        return plain(line_at(document, spot))
    value = field_value(document, address)
    return value.text if isinstance(value, Line) else ""


def words_alone(runs: Runs) -> str:
    return runs_text(tuple(run for run in runs if not isinstance(run, ReferenceRun)))


@settings(max_examples=60)
@given(concepts())
def test_every_line_that_is_given_out_is_found_again_in_the_concept(document: Document) -> None:
    places = spots(document)
    for name, runs in given_lines(build(document)).items():
        said = said_at(document, places[name])
        if said or places[name].block:
            assert words_alone(runs).strip() == said.strip(), name
    assert all(bookmark_name(id_of(spot)) == name for name, spot in places.items())


def whole() -> Document:
    counted = table(row(cell("Kurs")), row(cell("Deutsch", id="zelle")), caption="Kurse", id="tab")
    goals = record(id="ziel", title="Deutsch", reason=(p("Weil.", id="absatz"), li("Punkt", id="punkt")))
    soll = record(id="anzeige", title="Kurse", target=(p("Zehn", id="zehn"), p("Elf", id="elf")))
    step = record(id="schritt", title="Lesen", description=p("Vorlesen", fn("Quelle", id="note"), id="lesen"))
    outer = field_of_action(
        "Sprache",
        field("situation", (p("Lage", id="lage"), figure("Platz", source="Foto: Kreis", id="bild"), counted)),
        field("goal", "Alle lesen."),
        records("goals", goals),
        records("measures", step),
        records("indicators", soll),
        id="feld",
    )
    cover = section("cover", "Umschlag", p("Foto: Kreis", id="foto"), id="umschlag")
    return doc(cover, chapter("Ziele", p("Text", id="text"), id="kapitel"), outer, title="Konzept")


def test_each_kind_of_line_has_an_id_of_its_own() -> None:
    names = spots(whole())

    def spot(id: str) -> Spot:
        return names[f"_ik_{id}"]

    assert spot("kapitel") == Spot(FieldAddress("kapitel", ""))
    assert spot("text") == Spot(FieldAddress("kapitel", "text"), "text")
    assert spot("feld_goal") == Spot(FieldAddress("feld", "goal"))
    assert spot("ziel_title") == Spot(FieldAddress("feld", "goals", "ziel", "title"))
    assert spot("punkt") == Spot(FieldAddress("feld", "goals", "ziel", "reason"), "punkt")
    assert spot("note") == Spot(FieldAddress("feld", "measures", "schritt", "description"), "lesen", "", "note")
    assert spot("concept_title") == Spot(FieldAddress("", "title"))
    assert spot("bild_source") == Spot(FieldAddress("feld", "situation"), "bild", "source")
    assert spot("zelle") == Spot(FieldAddress("feld", "situation"), "tab", "zelle")
    assert spot("tab") == Spot(FieldAddress("feld", "situation"), "tab", "caption")


def test_what_the_program_adds_stands_outside_of_what_is_given_out() -> None:
    given = {name: runs_text(runs) for name, runs in given_lines(build(whole())).items()}
    assert given["_ik_bild_source"] == "Foto: Kreis"
    assert given["_ik_absatz"] == "Weil."
    assert given["_ik_punkt"] == "Punkt"
    assert (given["_ik_zehn"], given["_ik_elf"]) == ("Zehn", "Elf")
    assert not {name for name in given if "_0" in name or "_1" in name}


def test_a_total_is_no_text_of_the_concept() -> None:
    columns = (Column(number=NumberFormat(), total=Total.SUM),)
    counted = replace(table(row("Zahl"), row("3"), row("4"), id="tab"), columns=columns)
    given = given_lines(build(doc(chapter("Zahlen", counted))))
    assert sorted(runs_text(runs) for runs in given.values()) == ["3", "4", "Zahl", "Zahlen"]
