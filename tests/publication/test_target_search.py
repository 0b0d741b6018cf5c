"""Targets of references found by a few letters."""

import pytest

from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.target_search import Shape, Target, found, targets
from tests.builders import annex, chapter, doc, field, field_of_action, figure, record, records, row, table

CONCEPT = doc(
    chapter("Einleitung", id="einleitung"),
    chapter(
        "Querschnittsaufgaben und Handlungsfelder",
        field_of_action(
            "Sprache",
            field("abbreviation", "S"),
            records("measures", record(id="pool", title="Sprachmittlerpool"), record(id="lotsen", title="Lotsen")),
            field("situation", (table(row("a"), caption="Kurse im Kreis", id="kurse"), table(row("b"), id="stumm"))),
            field("editing", figure("Skizze", id="skizze")),
            id="sprache",
        ),
        field_of_action("Förderung der Bildung", id="bildung"),
        id="felder",
    ),
    annex("Mitglieder", chapter("Straßen", id="strassen"), id="mitglieder"),
)
EVERY = targets(CONCEPT, labels(CONCEPT))


def ids(words: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [target.id for target in found(EVERY, words, recent)]


def named(id: str) -> Target:
    return next(target for target in EVERY if target.id == id)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("2.1", "sprache"),
        ("2.1 spr", "sprache"),
        ("massn sprachm", "pool"),
        ("MASSN lot", "lotsen"),
        ("foerd", "bildung"),
        ("ford", "bildung"),
        ("förd", "bildung"),
        ("tabelle 1", "kurse"),
        ("kreis", "kurse"),
        ("s 2", "lotsen"),
        ("sprchmttl", "pool"),
        ("strassen", "strassen"),
        ("anlage mitgl", "mitglieder"),
    ],
)
def test_a_few_letters_of_number_title_or_kind_find_it_first(words: str, first: str) -> None:
    assert ids(words)[0] == first


def test_nothing_fits_where_one_of_the_words_does_not() -> None:
    assert ids("sprache xyz") == []


def test_a_begin_of_a_word_comes_before_its_middle_and_left_out_letters() -> None:
    assert ids("sprach") == ["sprache", "pool"]
    assert ids("einltg") == ["einleitung"]


def test_without_words_those_used_last_come_first_then_all_in_reading_order() -> None:
    assert ids("", ("kurse", "felder"))[:3] == ["kurse", "felder", "einleitung"]
    assert ids("") == [target.id for target in EVERY]


def test_a_recent_one_wins_among_equals() -> None:
    assert ids("sprach", ("pool",)) == ["pool", "sprache"]


def test_each_says_what_it_is_and_where_it_stands() -> None:
    assert {target.id: target.shape for target in EVERY} == {
        "einleitung": Shape.SECTION,
        "felder": Shape.SECTION,
        "sprache": Shape.SECTION,
        "pool": Shape.RECORD,
        "lotsen": Shape.RECORD,
        "kurse": Shape.TABLE,
        "stumm": Shape.TABLE,
        "skizze": Shape.FIGURE,
        "bildung": Shape.SECTION,
        "mitglieder": Shape.ANNEX,
        "strassen": Shape.ANNEX,
    }
    assert (named("kurse").name, named("kurse").place) == ("Tabelle 1 Kurse im Kreis", "2.1 Sprache")
    assert (named("stumm").name, named("sprache").place) == ("Tabelle", "")
