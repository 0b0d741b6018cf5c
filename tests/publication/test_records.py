"""Records as boxes, tables and lists."""

from dataclasses import replace
from datetime import date

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import FieldType, RecordForm
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import (
    BoxElement,
    FieldHeading,
    ListElement,
    ReferenceRun,
    TableElement,
    TextElement,
    TextRun,
)
from tests.builders import (
    GOALS,
    INDICATORS,
    MEASURES,
    TEMPLATE,
    choice,
    doc,
    field,
    field_of_action,
    li,
    links,
    p,
    record,
    records,
    row,
    table,
)
from tests.publication.shown import boxes, elements, lists, rows
from tests.publication.shown import table as published_table


def retyped(document: Document, old: FieldType, new: FieldType) -> Document:
    """Give the concept with one field's type replaced."""
    kinds = tuple(
        replace(kind, fields=tuple(new if field == old else field for field in kind.fields)) for kind in TEMPLATE.kinds
    )
    return replace(document, template=replace(TEMPLATE, kinds=kinds))


def box_lines(box: BoxElement) -> list[tuple[str, str]]:
    return [
        (line.label, " / ".join(runs_text(part.runs) for part in line.elements if isinstance(part, TextElement)))
        for line in box.lines
    ]


def test_a_box_has_number_title_and_its_filled_columns_in_the_templates_order() -> None:
    pool = record(
        public=True,
        due=date(2015, 2, 28),
        priority=choice("high"),
        description=(p("Ein Pool."), p("Mit Schulung.")),
        title="Sprachmittlerpool aufbauen",
        memo=p("noch klären"),
    )
    concept = doc(field_of_action("Sprache", field("abbreviation", "S"), records("measures", record(), pool)))
    empty, box = boxes(build(concept))
    assert (box.number, box.title) == ("S 2", "Sprachmittlerpool aufbauen")
    assert box_lines(box) == [
        ("Beschreibung", "Ein Pool. / Mit Schulung."),
        ("Priorität", "hoch"),
        ("Frist", "28.02.2015"),
        ("Öffentlich", "ja"),
    ]
    assert (empty.number, empty.title, empty.lines) == ("S 1", "", ())


def test_a_field_of_records_has_a_heading_and_ids_that_last() -> None:
    concept = doc(
        field_of_action("Sprache", records("measures", record(id="pool", title="Pool", lead="Amt")), id="sprache")
    )
    heading, box = elements(build(concept))
    assert heading == FieldHeading("sprache_measures", "Maßnahmen", 2)
    assert isinstance(box, BoxElement)
    assert box.id == "pool"
    assert box.lines[0].elements == (TextElement("pool_lead", (TextRun("Amt"),)),)


def test_without_an_abbreviation_the_plain_count_is_left() -> None:
    concept = doc(field_of_action("Sprache", records("measures", record(title="Pool"))))
    assert boxes(build(concept))[0].number == "1"


def test_links_print_number_and_title_parted_so_that_each_can_be_told() -> None:
    goals = (record(id="a", title="Deutsch lernen"), record(id="b", title="Reden, lesen, schreiben"))
    measures = (record(title="Eins", goals=links("a")), record(title="Zwei", goals=links("a", "b", "weg")))
    first, second = boxes(
        build(doc(field_of_action("Sprache", records("goals", *goals), records("measures", *measures))))
    )
    assert box_lines(first) == [("Teilziele", "1 Deutsch lernen")]
    (element,) = second.lines[0].elements
    assert isinstance(element, TextElement)
    assert element.runs == (
        ReferenceRun("a", "1 Deutsch lernen"),
        TextRun("; "),
        ReferenceRun("b", "2 Reden, lesen, schreiben"),
        TextRun("; "),
        ReferenceRun("", "[Verweisziel fehlt]"),
    )


def test_a_list_is_counted_and_sets_further_columns_below_the_title() -> None:
    goals = (record(id="a", title="Deutsch", reason=(p("Weil."), li("Punkt"))), record(title="Reden"))
    (element,) = lists(build(doc(field_of_action("Sprache", records("goals", *goals)))))
    assert [(entry.number, runs_text(entry.runs)) for entry in element.entries] == [
        (1, "Deutsch\nGrund: Weil.\n• Punkt"),
        (2, "Reden"),
    ]
    assert element.ordered
    assert element.entries[0].id == "a"
    assert TextRun("Grund: ", Marks.BOLD, added=True) in element.entries[0].runs


def test_a_list_whose_numbers_are_no_plain_count_prints_them_before_the_title() -> None:
    concept = doc(field_of_action("Sprache", records("goals", record(title="Deutsch"))))
    (element,) = lists(build(retyped(concept, GOALS, replace(GOALS, numbering="Z{n}"))))
    assert (element.ordered, runs_text(element.entries[0].runs)) == (False, "Z1 Deutsch")
    (element,) = lists(build(retyped(concept, GOALS, replace(GOALS, numbering=""))))
    assert (element.ordered, runs_text(element.entries[0].runs)) == (False, "Deutsch")


def test_a_table_has_a_column_for_each_printed_field_that_is_used() -> None:
    entries = (record(title="Quote", target=(p("50 %"), p("bis 2018")), origin="alt"), record(title="Kurse"))
    concept = doc(field_of_action("Sprache", records("indicators", *entries)))
    model = published_table(build(concept))
    assert rows(model) == [["Indikator", "Soll"], ["Quote", "50 %\nbis 2018"], ["Kurse", ""]]
    assert (model.label, model.caption, model.header_rows) == ("", (), 1)
    assert [cell.header for cell in model.rows[0].cells] == [True, True]
    assert sum(model.widths) == 1
    unused = doc(field_of_action("Sprache", records("indicators", record(title="Kurse"))))
    assert rows(published_table(build(unused))) == [["Indikator"], ["Kurse"]]


def test_a_tables_rows_and_cells_have_ids_that_last() -> None:
    entries = (record(id="quote", title="Quote", target=p("50 %")),)
    numbered = replace(INDICATORS, numbering="I {n}")
    concept = retyped(
        doc(field_of_action("Sprache", records("indicators", *entries), id="sprache")), INDICATORS, numbered
    )
    model = published_table(build(concept))
    assert model.id == "sprache_0_indicators"
    assert [line.id for line in model.rows] == ["sprache_1_indicators", "quote"]
    assert [cell.id for cell in model.rows[0].cells] == [f"sprache_1{column}_indicators" for column in range(3)]
    assert [cell.id for cell in model.rows[1].cells] == ["quote_0", "quote_title", "quote_target"]
    assert rows(model) == [["Nr.", "Indikator", "Soll"], ["I 1", "Quote", "50 %"]]


def test_a_wide_column_gets_more_room_but_every_word_fits() -> None:
    entries = (record(title="Kurse", target=p("Ein langer Satz über das, was erreicht werden soll.")),)
    narrow, wide = published_table(build(doc(field_of_action("Sprache", records("indicators", *entries))))).widths
    assert wide > 3 * narrow


def test_tables_that_find_no_room_in_a_cell_stand_below_with_their_numbers() -> None:
    entries = (record(title="Quote", target=(p("davor"), table(row("x"), caption="Werte", id="werte"), p("danach"))),)
    concept = doc(field_of_action("Sprache", records("indicators", *entries)))
    _, outer, inner = elements(build(concept))
    assert isinstance(outer, TableElement)
    assert isinstance(inner, TableElement)
    assert rows(outer)[1] == ["Quote", "davor\ndanach"]
    assert (inner.id, inner.label) == ("werte", "Tabelle 1")


def test_a_table_in_a_box_stays_in_the_box() -> None:
    entry = record(title="Pool", description=(p("davor"), table(row("x"), caption="Werte")))
    (box,) = boxes(build(doc(field_of_action("Sprache", records("measures", entry)))))
    assert [type(part).__name__ for part in box.lines[0].elements] == ["TextElement", "TableElement"]


def test_a_box_may_hold_a_list() -> None:
    entry = record(title="Pool", description=(li("a"), li("b")))
    (box,) = boxes(build(doc(field_of_action("Sprache", records("measures", entry)))))
    assert isinstance(box.lines[0].elements[0], ListElement)


def test_the_title_of_hidden_records_is_still_known_to_those_that_point_at_them() -> None:
    concept = doc(
        field_of_action(
            "Sprache",
            records("goals", record(id="a", title="Deutsch")),
            records("measures", record(title="Pool", goals=links("a"))),
        )
    )
    (box,) = boxes(build(retyped(concept, GOALS, replace(GOALS, hidden=True))))
    (element,) = box.lines[0].elements
    assert isinstance(element, TextElement)
    assert element.runs == (ReferenceRun("", "Deutsch"),)


def test_measures_may_be_printed_as_a_table() -> None:
    concept = doc(field_of_action("Sprache", records("measures", record(title="Pool", due=date(2015, 2, 28)))))
    as_table = retyped(concept, MEASURES, replace(MEASURES, form=RecordForm.TABLE))
    assert rows(published_table(build(as_table))) == [["Nr.", "Titel", "Frist"], ["1", "Pool", "28.02.2015"]]
