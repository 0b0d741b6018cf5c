"""The labels the window shows live."""

from dataclasses import replace

from ikonzept_desktop.model.document import Document, replace_section
from ikonzept_desktop.publication.labels import Label, Sort, labels
from tests.builders import TEMPLATE, chapter, doc, field, field_of_action, figure, fn, p, record, records, row, table


def concept() -> Document:
    return doc(
        chapter("Einleitung", p("x", fn("a", id="erste")), id="einleitung"),
        field_of_action(
            "Sprache",
            field("abbreviation", "S"),
            field("situation", (table(row("a"), caption="Kurse", id="kurse"), figure(id="bild"))),
            records("measures", record(title="Pool", id="pool")),
            field("editing", (p("x", fn("b", id="interne")), table(row("c"), caption="Stand", id="stand"))),
            field("lost", (table(row("d"), caption="Alt", id="alt"),)),
            id="sprache",
        ),
    )


def test_everything_that_can_be_pointed_at_has_a_label() -> None:
    assert labels(concept()).targets == {
        "einleitung": Label(Sort.SECTION, "1", "Einleitung", "Kapitel"),
        "sprache": Label(Sort.SECTION, "2", "Sprache", "Handlungsfeld"),
        "kurse": Label(Sort.TABLE, "Tabelle 1", "Kurse", "Tabelle"),
        "bild": Label(Sort.FIGURE, "", "", "Abbildung"),
        "pool": Label(Sort.RECORD, "S 1", "Pool", "Maßnahme"),
        "stand": Label(Sort.TABLE, "", "Stand", "Tabelle", printed=False),
        "alt": Label(Sort.TABLE, "", "Alt", "Tabelle", printed=False),
    }
    assert labels(concept()).number("sprache") == "2"
    assert not labels(concept()).number("unbekannt")


def test_only_printed_notes_are_numbered() -> None:
    assert labels(concept()).notes == {"erste": 1}


def test_labels_follow_every_change() -> None:
    before = concept()
    labels(before)
    first = before.sections[0]
    new_block = table(row("a"), caption="Neu", id="neu")
    after = replace_section(before, replace(first, fields=(field("text", (new_block, p("x", fn("c", id="c")))),)))
    assert labels(after).number("kurse") == "Tabelle 2"
    assert labels(after).notes == {"c": 1}
    assert labels(before).number("kurse") == "Tabelle 1"


def test_labels_follow_the_template() -> None:
    before = concept()
    labels(before)
    kinds = tuple(
        replace(kind, fields=tuple(replace(type, hidden=type.key == "situation") for type in kind.fields))
        for kind in TEMPLATE.kinds
    )
    after = replace(before, template=replace(TEMPLATE, kinds=kinds))
    assert not labels(after).targets["kurse"].printed
    assert labels(before).targets["kurse"].printed


def test_a_section_that_has_not_changed_is_not_read_again() -> None:
    before = concept()
    after = replace_section(before, replace(before.sections[0], title="Anfang"))
    assert labels(after).targets["pool"] is labels(before).targets["pool"]
