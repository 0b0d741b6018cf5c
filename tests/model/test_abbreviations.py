"""Abbreviations: counted, found, given the meaning that the text tells."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.abbreviations import candidates, stands_for, used_in, uses, with_abbreviation
from ikonzept_desktop.model.document import Abbreviation, Document, Properties
from ikonzept_desktop.model.folding import folded, german_order, spelled_out
from ikonzept_desktop.model.schema import SchemaError
from tests.builders import chapter, doc, field_of_action, fn, p, record, records, row, table


def concept(*abbreviations: Abbreviation) -> Document:
    """Give a concept that says KIZ four times, in a title, a text, a note and a record."""
    document = doc(
        chapter("Das KIZ", p("Das Kommunale Integrationszentrum (KIZ) hilft.", fn("Mit dem KIZ-Team.")), id="vorn"),
        field_of_action("Sprache", records("measures", record(title="Kurse im KIZ")), table(row("BAMF", "BAMFs"))),
        chapter(
            "Ende", p("BAMF (Bundesamt für Migration und Flüchtlinge), SGB II, KIZE, MKIZ, XII und XII."), id="ende"
        ),
    )
    return replace(document, properties=Properties(abbreviations=abbreviations))


def test_whole_words_are_counted_through_titles_notes_records_and_cells() -> None:
    found = uses(concept(), ("KIZ", "BAMF", "AWO"))
    assert {short: use.count for short, use in found.items()} == {"KIZ": 4, "BAMF": 2, "AWO": 0}
    assert found["KIZ"].first == "vorn"


def test_what_looks_like_one_is_proposed_with_the_meaning_that_the_text_tells() -> None:
    assert [(one.short, one.long, one.use.count) for one in candidates(concept())] == [
        ("KIZ", "Kommunale Integrationszentrum", 4),
        ("BAMF", "Bundesamt für Migration und Flüchtlinge", 2),
    ]


def test_what_is_in_the_list_is_proposed_no_more() -> None:
    assert [one.short for one in candidates(concept(Abbreviation("KIZ", "egal")))] == ["BAMF"]


def test_roman_numbers_and_single_uses_are_none() -> None:
    assert candidates(doc(chapter("A", p("XII XII IV IV SGB Zuwanderung Zuwanderung")))) == ()


@pytest.mark.parametrize(
    ("short", "long", "does"),
    [
        ("KI", "Kommunales Integrationszentrum", True),
        ("BAMF", "Bundesamt für Migration und Flüchtlinge", True),
        ("ÖPNV", "öffentlicher Personennahverkehr", True),
        ("AWO", "Kreis", False),
        ("KI", "im Kreis", False),
    ],
)
def test_a_long_form_has_the_letters_of_the_short_one_in_order(short: str, long: str, does: bool) -> None:
    assert stands_for(short, long) is does


def test_those_used_are_sorted_the_german_way() -> None:
    listed = [Abbreviation(short) for short in ("ZUE", "Ämter-AG", "AWO", "nie")]
    assert [one.short for one in used_in(listed, "AWO ZUE Ämter-AG")] == ["Ämter-AG", "AWO", "ZUE"]


def test_an_abbreviation_entered_again_replaces_the_one_there_was() -> None:
    known = (Abbreviation("KI", "alt"), Abbreviation("AWO"))
    assert with_abbreviation(known, Abbreviation("KI", "neu")) == (Abbreviation("KI", "neu"), Abbreviation("AWO"))


@pytest.mark.parametrize(
    "listed", [(Abbreviation("KI"), Abbreviation("KI")), (Abbreviation(""),), (Abbreviation("A\x07"),)]
)
def test_no_concept_has_an_abbreviation_twice_without_short_form_or_unclean(listed: tuple[Abbreviation, ...]) -> None:
    with pytest.raises(SchemaError):
        schema.check(concept(*listed))


def test_folded_texts_know_no_capitals_umlauts_and_accents() -> None:
    assert folded("Maßnahme für ÄLTERE im Café") == "massnahme fur altere im cafe"
    assert spelled_out("Förderung Straße") == "foerderung strasse"
    assert sorted(["Zoo", "Äpfel", "Apfel", "arm"], key=german_order) == ["Apfel", "Äpfel", "arm", "Zoo"]
