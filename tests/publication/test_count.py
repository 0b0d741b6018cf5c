"""How much a concept holds."""

from ikonzept_desktop.publication.count import Counts, counts
from tests.builders import (
    br,
    chapter,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    line,
    links,
    p,
    record,
    records,
    ref,
    row,
    table,
)


def test_everything_written_is_counted_printed_or_not() -> None:
    concept = doc(
        chapter("Zwei Wörter", p("drei weitere", br(), "Wörter", fn("eins ", ref("x"))), figure(line("Bild", fn()))),
        field_of_action(
            "Feld",
            records("measures", record(title="Pool", description=(p(ref("a")), table(row("b", "c")))), record()),
            field("editing", p("intern")),
            field("related", links("x", "y")),
        ),
    )
    assert counts(concept) == Counts(
        sections=2,
        blocks=5,
        words=2 + 4 + 1 + 1 + 1 + 2 + 1,
        notes=2,
        tables=1,
        figures=1,
        references=2,
    )


def test_an_empty_concept_holds_nothing() -> None:
    assert counts(doc()) == Counts(0, 0, 0, 0, 0, 0, 0)
