"""What the structure of a concept says is missing or wrong."""

from dataclasses import replace
from datetime import date

import pytest

from ikonzept_desktop.checking.duties import is_number
from ikonzept_desktop.checking.findings import Kind, Severity
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.fields import Day
from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind, Status, Template
from tests.builders import (
    TEMPLATE,
    cell,
    chapter,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    links,
    p,
    record,
    records,
    ref,
    row,
    table,
)
from tests.checking.desk import found


def kinds(document: Document, today: date = date(2015, 3, 12)) -> list[Kind]:
    return [finding.kind for finding in found(document, today=today)]


def with_required(key: str) -> Template:
    """Give the template with fields of that key required."""

    def asked(types: tuple[FieldType, ...]) -> tuple[FieldType, ...]:
        return tuple(replace(one, required=one.key == key, columns=asked(one.columns)) for one in types)

    def kind(one: SectionKind) -> SectionKind:
        return replace(one, fields=asked(one.fields))

    return replace(TEMPLATE, kinds=tuple(map(kind, TEMPLATE.kinds)))


def test_an_empty_section_is_told_unless_others_stand_below_it() -> None:
    assert kinds(doc(chapter("Leer"))) == [Kind.EMPTY]
    assert kinds(doc(chapter("Voll", p("Ein Wort.")), chapter("Oben", chapter("Unten", p("Ein Wort."))))) == []


def test_a_required_field_is_told_once_the_section_is_begun() -> None:
    template = with_required("lead")
    begun = doc(field_of_action("Sprache", records("measures", record(title="Kurs"))), template=template)
    told = [finding for finding in found(begun) if finding.kind is Kind.MISSING]
    assert [(finding.text, finding.place.column, finding.severity) for finding in told] == [
        ("Federführung", "lead", Severity.MUST)
    ]
    assert "Druckfassung" in told[0].why


def test_a_figure_needs_an_alternative_text() -> None:
    document = doc(chapter("Bilder", figure("Anteile", alt=""), figure("Netz", alt="Ein Netz aus zwölf Knoten.")))
    assert [(finding.kind, finding.text) for finding in found(document)] == [(Kind.ALTERNATIVE_TEXT, "Anteile")]


def test_references_and_links_into_nothing_are_told_with_their_place() -> None:
    document = doc(
        chapter("Ziele", p("Siehe ", ref("gone"), " und ", ref("z"), fn(ref("gone")), id="b"), id="z"),
        field_of_action("Sprache", records("measures", record(title="Kurs", goals=links("gone")))),
    )
    told = [finding for finding in found(document) if finding.kind is Kind.DANGLING]
    assert [(one.place.block, one.place.start, bool(one.place.note), one.text) for one in told] == [
        ("b", 6, False, "Querverweis"),
        ("b", 0, True, "Querverweis"),
        ("", 0, False, "Teilziele"),
    ]


def test_a_deadline_is_told_from_the_next_day_on_unless_the_section_is_done() -> None:
    section = replace(chapter("Ziele", p("Ein Wort.")), deadline=date(2015, 3, 12))
    assert kinds(doc(section), date(2015, 3, 12)) == []
    assert kinds(doc(section), date(2015, 3, 13)) == [Kind.OVERDUE]
    done = replace(TEMPLATE, statuses=(*TEMPLATE.statuses, Status("done", "Abgestimmt", "tick", "green")))
    assert kinds(doc(replace(section, status="done"), template=done), date(2015, 3, 13)) == []


def test_a_draft_that_is_no_day_is_told_in_its_own_words() -> None:
    document = doc(field_of_action("Sprache", records("measures", record(title="Kurs", due=Day(None, "31.02.2015")))))
    told = [finding for finding in found(document) if finding.kind is Kind.NOT_A_DAY]
    assert [finding.text for finding in told] == ["31.02.2015"]


def test_a_cell_that_is_no_number_among_numbers_is_told() -> None:
    rows = [row("Haan", number) for number in ("1.234", "12,5 %", "1.23,4", "–", "987", "keine Angabe")]
    document = doc(chapter("Zahlen", table(row("Stadt", "Anteil"), *rows[:3], *rows[3:5], row("Erkrath", "40"))))
    assert [(one.kind, one.text) for one in found(document)] == [(Kind.NOT_A_NUMBER, "1.23,4")]


def test_columns_of_words_and_tables_with_spans_are_left_alone() -> None:
    words = [
        row(name, cell(told)) for name, told in (("Haan", "5 Kurse in 2 Orten"), ("Hilden", "Kurs 3"), ("Erkrath", "7"))
    ]
    wide = table(row("Stadt", "Zahl"), row(cell("Alle 3 Städte", across=2)), *words)
    assert kinds(doc(chapter("Zahlen", table(row("Stadt", "Angebot"), *words), wide))) == []


@pytest.mark.parametrize("said", ["1.234.567,89", "12", "–5", "12,5 %", "ca. 40", "3.000 €", "10 000", "0,5"])
def test_numbers_the_german_way(said: str) -> None:
    assert is_number(said)


@pytest.mark.parametrize("said", ["1.23,4", "1,234.5", "12O", "1.2.3", "zwölf"])
def test_what_is_no_number_the_german_way(said: str) -> None:
    assert not is_number(said)


def test_a_hidden_field_is_never_told() -> None:
    hidden = replace(FieldType("text", "Text", FieldKind.RICH_TEXT, required=True), hidden=True)
    kind = replace(TEMPLATE.kind("chapter"), fields=(hidden, replace(hidden, key="more", hidden=False, required=False)))
    others = tuple(one for one in TEMPLATE.kinds if one.key != "chapter")
    section = chapter("Ziele", p("Das ist flasch."), field("more", p("Gut.")))
    document = doc(section, template=replace(TEMPLATE, kinds=(*others, kind)))
    assert kinds(document) == []
