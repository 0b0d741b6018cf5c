"""A publication as plain text."""

from datetime import date

from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.plain import plain_text
from tests.builders import (
    annex,
    br,
    chapter,
    choice,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    li,
    line,
    links,
    ol,
    p,
    record,
    records,
    ref,
    row,
    section,
    table,
)


def test_a_whole_concept_reads_from_top_to_bottom_with_the_notes_at_the_end() -> None:
    concept = doc(
        section("cover", "Umschlag", p("Bild vom Kreis")),
        section("imprint", "Impressum", p("Kreis", br(), "Düsseldorfer Straße")),
        chapter(
            "Einleitung",
            p("Alle", fn("Stand 2015"), " leben hier, siehe Seite ", ref("karte", ReferenceForm.PAGE), "."),
            ol("eins"),
            li("Punkt", br(), "weiter", level=1),
            ol("zwei"),
            table(row("Ort", "Zahl"), row("Ratingen", "7"), caption=line("Orte", fn("gezählt")), source="Kreis"),
        ),
        field_of_action(
            "Sprache",
            field("abbreviation", "S"),
            field("situation", p("Lage")),
            field("goal", "Deutsch lernen"),
            records(
                "measures",
                record(
                    id="pool",
                    title="Pool",
                    description=(p("Ein Pool."), p("Groß.")),
                    lead="Amt",
                    due=date(2015, 2, 28),
                    priority=choice("high"),
                    goals=links("ziel"),
                ),
                record(title="Liste", description=(li("a"),)),
            ),
            records("goals", record(id="ziel", title="Reden")),
        ),
        annex("Karte", figure("Kreis", source="Amt"), id="karte"),
    )
    assert "\n".join(plain_text(build(concept))).strip() == (
        "Bild vom Kreis\n\nImpressum\n\nKreis\nDüsseldorfer Straße\n\n1 Einleitung\n\n"
        "Alle[1] leben hier, siehe Seite ….\n1. eins\n  • Punkt\n".replace("• Punkt", "– Punkt")
        + "    weiter\n2. zwei\nTabelle 1: Orte[2]\nOrt\tZahl\nRatingen\t7\nQuelle: Kreis\n\n"
        "2 Sprache\n\n\nAusgangslage\n\nLage\nLeitziel: Deutsch lernen\n\nTeilziele\n\n1. Reden\n\nMaßnahmen\n\n\n"
        "S 1 Pool\nBeschreibung: Ein Pool.\nGroß.\nFederführung: Amt\nPriorität: hoch\nFrist: 28.02.2015\n"
        "Teilziele: 1 Reden\n\nS 2 Liste\nBeschreibung:\n• a\n\n"
        "Anlage 1 Karte\n\nAbbildung 1: Kreis\nQuelle: Amt\n\n[1] Stand 2015\n[2] gezählt"
    )


def test_a_concept_without_notes_ends_with_its_text() -> None:
    assert list(plain_text(build(doc(chapter("A", p("b")))))) == ["", "1 A", "", "b"]
