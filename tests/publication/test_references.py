"""What cross-references print."""

import pytest

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.model.template import Numbering
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.references import LostReference, chip_text, lost_references
from ikonzept_desktop.publication.tree import ReferenceRun, TextElement
from tests.builders import (
    br,
    chapter,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    foreword,
    line,
    links,
    p,
    record,
    records,
    ref,
    row,
    table,
)
from tests.publication.shown import elements, text

NUMBER, TITLE, BOTH, PAGE = (
    ReferenceForm.NUMBER,
    ReferenceForm.TITLE,
    ReferenceForm.NUMBER_TITLE,
    ReferenceForm.PAGE,
)


def concept(target: str, form: ReferenceForm = NUMBER, numbering: Numbering | None = None) -> Document:
    """Give a concept whose first paragraph points somewhere into it."""
    return doc(
        chapter("Einleitung", p("siehe ", ref(target, form), id="stelle")),
        foreword("Grußwort", id="gruss"),
        chapter(
            "Felder",
            field_of_action(
                "Sprache",
                field("abbreviation", "S"),
                field("situation", (table(row("a"), caption="Kurse", id="kurse"), table(row("b"), id="stumm"))),
                records("measures", record(title="Pool"), record(id="lotsen", title="Lotsen"), record(id="leer")),
                records("goals", record(id="deutsch", title="Deutsch lernen")),
                field("editing", figure("Skizze", id="skizze")),
                id="sprache",
            ),
            chapter("Ohne Nummer", id="ohne", numbered=False),
            figure("Karte", id="karte"),
        ),
        numbering=numbering,
    )


def reference(target: str, form: ReferenceForm = NUMBER, numbering: Numbering | None = None) -> ReferenceRun:
    for element in elements(build(concept(target, form, numbering))):
        if isinstance(element, TextElement) and element.id == "stelle":
            (run,) = (run for run in element.runs if isinstance(run, ReferenceRun))
            return run
    raise AssertionError("the reference is not printed")


@pytest.mark.parametrize(
    ("target", "form", "printed"),
    [
        ("sprache", NUMBER, "2.1"),
        ("sprache", TITLE, "Sprache"),
        ("sprache", BOTH, "2.1 Sprache"),
        ("kurse", NUMBER, "Tabelle 1"),
        ("kurse", TITLE, "Kurse"),
        ("kurse", BOTH, "Tabelle 1: Kurse"),
        ("karte", NUMBER, "Abbildung 1"),
        ("lotsen", NUMBER, "S 2"),
        ("lotsen", BOTH, "S 2 Lotsen"),
        ("deutsch", NUMBER, "1"),
    ],
)
def test_a_reference_prints_the_present_number_or_title(target: str, form: ReferenceForm, printed: str) -> None:
    assert reference(target, form) == ReferenceRun(target, printed)


@pytest.mark.parametrize(
    ("target", "form", "printed"),
    [
        ("ohne", NUMBER, "Ohne Nummer"),
        ("gruss", BOTH, "Grußwort"),
        ("stumm", NUMBER, "Tabelle"),
        ("stumm", TITLE, "Tabelle"),
        ("leer", TITLE, "S 3"),
        ("leer", BOTH, "S 3"),
    ],
)
def test_where_the_wanted_part_is_missing_the_next_best_is_printed(
    target: str, form: ReferenceForm, printed: str
) -> None:
    assert reference(target, form) == ReferenceRun(target, printed)


def test_a_page_is_left_to_the_exporter() -> None:
    assert reference("sprache", PAGE) == ReferenceRun("sprache", "", page=True)


def test_within_a_sentence_a_number_has_no_final_dot() -> None:
    assert reference("sprache", NUMBER, Numbering(final_dot=True)).text == "2.1"


def test_a_target_that_is_gone_is_visible() -> None:
    assert reference("weg") == reference("weg", PAGE) == ReferenceRun("", "[Verweisziel fehlt]")


def test_what_is_not_printed_is_named_but_cannot_be_jumped_to() -> None:
    assert reference("skizze", TITLE) == ReferenceRun("", "Skizze")
    assert reference("skizze", NUMBER) == ReferenceRun("", "Skizze")
    assert reference("skizze", PAGE) == ReferenceRun("", "[Verweisziel fehlt]")


def test_lost_references_are_listed_with_their_place() -> None:
    lost = concept("weg")
    place = lost.sections[0].id
    assert list(lost_references(lost, labels(lost))) == [LostReference(place, "stelle", "text", "weg")]
    unprinted = concept("skizze", PAGE)
    assert list(lost_references(unprinted, labels(unprinted))) == [
        LostReference(unprinted.sections[0].id, "stelle", "text", "skizze", unprinted=True)
    ]
    assert not list(lost_references(concept("karte", PAGE), labels(concept("karte", PAGE))))


def test_lost_links_are_listed_by_section_or_record() -> None:
    lost = doc(
        field_of_action(
            "Sport",
            field("related", links("fort")),
            records("measures", record(id="eins", goals=links("auch fort"))),
            id="sport",
        )
    )
    assert list(lost_references(lost, labels(lost))) == [
        LostReference("sport", "eins", "measures", "auch fort"),
        LostReference("sport", "", "related", "fort"),
    ]


def test_a_caption_as_a_title_is_one_line_without_notes() -> None:
    concept = doc(
        chapter("A", p(ref("t", TITLE))),
        chapter("B", table(row("a"), caption=line("Zeile", br(), "zwei", fn("Quelle")), id="t")),
    )
    (first, _) = elements(build(concept))
    assert isinstance(first, TextElement)
    assert first.runs == (ReferenceRun("t", "Zeile zwei"),)


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (NUMBER, "2.1"),
        (BOTH, "2.1 Sprache"),
        (PAGE, "Seite von 2.1"),
    ],
)
def test_the_window_shows_what_is_printed_and_names_what_a_page_is_of(form: ReferenceForm, shown: str) -> None:
    known = labels(concept("sprache"))
    assert chip_text(ref("sprache", form), known) == shown
    assert chip_text(ref("weg", form), known) == "[Verweisziel fehlt]"


def test_a_reference_may_stand_in_a_note() -> None:
    publication = build(doc(chapter("A", p("Text", fn("siehe ", ref("b")))), chapter("B", id="b")))
    assert publication.notes[0].runs[1] == ReferenceRun("b", "2")
    assert text(build(doc(chapter("A", p("Text", fn("siehe ", ref("b"))))))) == "Text"
