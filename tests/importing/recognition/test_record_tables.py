"""Tables become records where their heads are those of the columns of a field."""

from dataclasses import replace

from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.model.blocks import Table
from tests.builders import cell, p
from tests.importing.recognition.pages import block, grid, h, our_template, plan
from tests.importing.recognition.pages import p as paragraph


def records(made: Table, *, kind: str = "Handlungsfeld Sprache", field: str = "") -> Entry | None:
    """Give what is proposed for a table in a section, below a label or not; None where it stays a table."""
    label = [h(1, field)] if field else []
    found = plan(h(0, "Lage"), paragraph(), h(0, kind), *label, block(made), paragraph(), template=our_template())
    return next((entry for entry in found.entries if entry.becomes is Becomes.RECORDS), None)


def test_a_table_of_measures_becomes_records() -> None:
    heads = ("Nr.", "Maßnahme", "Inhalt", "Verantwortlich", "Bis wann", "Bemerkung")
    found = records(grid(heads, ("1", "Kurse", "Abends", "VHS", "2016", "–")))
    assert found is not None
    assert (found.field, found.columns) == ("measures", ("", "title", "description", "lead", "time_frame", ""))
    assert (found.by_rows, found.reason, found.is_sure) == (False, Reason.HEADS, True)


def test_heads_that_nothing_marks_are_known_by_their_words() -> None:
    rows = ("Was?", "Wer?", "Bis wann?", "Mit wem?"), ("Pool aufbauen", "Amt", "2025", "Kliniken")
    found = records(replace(grid(*rows), header_rows=0))
    assert found is not None
    assert (found.columns, found.has_heads) == (("title", "lead", "time_frame", "partners"), True)
    found = records(grid(*rows))
    assert found is not None
    assert not found.has_heads
    some = ("Maßnahme", "Federführung", "2012", "2013"), ("Kurse", "VHS", "1", "2")
    assert records(replace(grid(*some), header_rows=0)) is None
    assert records(grid(*some)) is not None


def test_a_head_is_matched_with_its_own_word_first() -> None:
    found = records(grid(("Titel", "Ziel", "Zielgruppe", "Partner", "Federführung"), ("a", "b", "c", "d", "e")))
    assert found is not None
    assert found.columns == ("title", "sub_goal", "target_group", "partners", "lead")


def test_the_first_column_is_the_title_where_no_other_is() -> None:
    found = records(grid(("Schwerpunkt", "Federführung", "Zeitraum", "Kosten"), ("a", "b", "c", "d")))
    assert found is not None
    assert found.columns == ("title", "lead", "time_frame", "resources")


def test_a_table_of_other_things_stays_one() -> None:
    assert records(grid(("Stadt", "Einwohner", "Anteil"), ("Haan", "29.800", "19,1"))) is None
    assert records(grid(("Maßnahme", "2012", "2013", "2014"), ("Kurse", "1", "2", "3"))) is None
    heads = ("Maßnahme", "Federführung", "2012", "2013", "2014")
    assert records(grid(heads, ("Kurse", "VHS", "1", "2", "3"))) is None


def test_a_table_whose_heads_span_stays_one() -> None:
    made = grid((cell("Maßnahme", across=2), "Federführung"), ("a", "b", "c"))
    assert records(made) is None


def test_the_field_above_the_table_comes_first() -> None:
    made = grid(("Indikator", "Basis", "Soll", "Datenquelle"), ("a", "b", "c", "d"))
    found = records(made, field="Indikatoren")
    assert found is not None
    assert (found.field, found.columns) == ("indicators", ("title", "baseline", "target", "source"))


def test_one_column_is_enough_below_its_label() -> None:
    made = grid(("Nr.", "Maßnahme"), ("1", "Kurse"))
    assert records(made) is None
    found = records(made, field="Maßnahmen")
    assert found is not None
    assert found.columns == ("", "title")


def test_contributors_are_persons_or_institutions() -> None:
    persons = records(grid(("Name", "Institution", "Funktion", "Ort"), ("A", "B", "C", "D")), kind="Mitwirkende")
    assert persons is not None
    assert (persons.field, persons.columns) == ("persons", ("name", "institution", "function", ""))
    places = records(grid(("Einrichtung", "Ort"), ("AWO", "Haan")), kind="Mitwirkende")
    assert places is not None
    assert (places.field, places.columns) == ("institutions", ("name", "city"))


def test_a_table_of_labels_and_values_is_one_record() -> None:
    made = grid(
        (cell("S 1  Kurse", across=2),),
        ("Beschreibung", "Abends"),
        ("Federführung:", "VHS"),
        ("Bemerkung", "–"),
        ("Zeitrahmen", "2016"),
    )
    found = records(made)
    assert found is not None
    assert (found.by_rows, found.columns) == (True, ("title", "description", "lead", "", "time_frame"))


def test_the_title_of_such_a_table_may_have_a_label_with_a_number() -> None:
    made = grid(("Maßnahme S 1", "Kurse"), ("Inhalt", "Abends"), ("Zuständig", "VHS"), ("Kosten", "keine"))
    found = records(made)
    assert found is not None
    assert found.columns == ("title", "description", "lead", "resources")


def test_the_text_goes_on_behind_a_table_of_records() -> None:
    made = grid(("Maßnahme", "Federführung"), ("Kurse", "VHS"))
    found = plan(h(0, "Handlungsfeld Sprache"), block(made), block(p("Stand: Mai")))
    assert found.entries[2] == Entry(2, Becomes.TEXT, reason=Reason.PLACE)
