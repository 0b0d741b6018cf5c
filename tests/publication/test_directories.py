"""The lists printed after the contents: what they hold, and that they are there only where asked for."""

from dataclasses import replace

from ikonzept_desktop.model.document import Abbreviation, Document, Properties
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.plain import plain_text
from tests.builders import chapter, doc, field_of_action, figure, fn, line, p, record, records, row, section, table

ALL = Properties(
    print_tables_list=True,
    print_figures_list=True,
    print_abbreviations=True,
    abbreviations=(Abbreviation("VHS", "Volkshochschule"), Abbreviation("AWO"), Abbreviation("KI", "Zentrum")),
)


def concept(properties: Properties) -> Document:
    """Give a concept with tables, with figures, one of them in a measure, and with VHS and KI in its words."""
    courses = table(row("VHS"), caption=line("Kurse", fn("nur hier"), " im Kreis"), id="eins")
    document = doc(
        section("cover", "Umschlag", figure("Titelbild")),
        chapter("Zahlen", courses, p("Das KI.")),
        field_of_action(
            "Sprache",
            records("measures", record(title="Kurs", description=figure("Plan", id="plan"), memo=p("AWO"))),
        ),
        chapter("Ende", table(row("a"), id="stumm"), table(row("b"), caption="Stand", id="zwei")),
    )
    return replace(document, properties=properties)


def test_tables_and_figures_with_a_caption_are_listed_with_number_and_words() -> None:
    tables, figures = build(concept(ALL)).directories
    assert (tables.title, tables.label) == ("Tabellenverzeichnis", "Tabelle")
    assert [(one.anchor, one.number, one.title) for one in tables.entries] == [
        ("eins", "Tabelle 1", "Kurse im Kreis"),
        ("zwei", "Tabelle 2", "Stand"),
    ]
    assert [(one.anchor, one.number, one.title) for one in figures.entries] == [("plan", "Abbildung 2", "Plan")]


def test_abbreviations_are_listed_that_the_printed_text_uses() -> None:
    assert [one.short for one in build(concept(ALL)).abbreviations] == ["KI", "VHS"]


def test_nothing_is_listed_that_nobody_asked_for() -> None:
    publication = build(concept(Properties(abbreviations=ALL.abbreviations)))
    assert (publication.directories, publication.abbreviations) == ((), ())


def test_a_list_that_would_be_empty_is_left_out() -> None:
    assert build(replace(doc(chapter("A", p("Wort"))), properties=ALL)).directories == ()


def test_plain_text_begins_with_the_abbreviations() -> None:
    assert list(plain_text(build(concept(ALL))))[:2] == ["KI\tZentrum", "VHS\tVolkshochschule"]
