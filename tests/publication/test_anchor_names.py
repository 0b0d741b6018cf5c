"""What a reference leads to has a name, for those who hear it."""

from ikonzept_desktop.publication.anchor_names import anchor_names
from ikonzept_desktop.publication.build import build
from tests.builders import annex, chapter, doc, field, field_of_action, figure, line, p, record, records, row, table


def test_everything_a_reference_can_lead_to_is_named_by_number_and_title() -> None:
    concept = doc(
        chapter(
            "Einleitung",
            table(row("Ort", "Zahl"), row("Ratingen", "7"), caption=line("Orte im Kreis"), id="orte"),
            figure("Der Kreis", id="kreis"),
            id="anfang",
        ),
        field_of_action(
            "Sprache",
            field("abbreviation", "S"),
            records("measures", record(id="pool", title="Sprachmittlerpool")),
            records("goals", record(id="ziel", title="Alle reden mit")),
            id="sprache",
        ),
        annex("Karte", id="karte"),
    )
    names = anchor_names(build(concept))
    assert {id: names[id] for id in ("anfang", "orte", "kreis", "sprache", "pool", "ziel", "karte")} == {
        "anfang": "Abschnitt 1 Einleitung",
        "orte": "Tabelle 1: Orte im Kreis",
        "kreis": "Abbildung 1: Der Kreis",
        "sprache": "Abschnitt 2 Sprache",
        "pool": "S 1 Sprachmittlerpool",
        "ziel": "1 Alle reden mit",
        "karte": "Anlage 1 Karte",
    }


def test_what_has_neither_number_nor_title_has_no_name() -> None:
    concept = doc(chapter("", table(row("", "Zahl"), id="bare"), p("Text"), id="kapitel"))
    names = anchor_names(build(concept))
    assert "bare" not in names
    assert "" not in names.values()


def test_a_long_name_ends_with_a_whole_word() -> None:
    names = anchor_names(build(doc(chapter("Zusammenleben " * 12, id="lang"))))
    assert names["lang"] == "Abschnitt 1" + " Zusammenleben" * 7 + " …"
