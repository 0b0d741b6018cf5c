"""Headings without styles are found by numbers, the document's own contents, known words and looks."""

import pytest

from ikonzept_desktop.importing.manuscript import Piece
from ikonzept_desktop.importing.plan import Becomes, Reason
from tests.builders import p as made
from tests.builders import ref
from tests.importing.recognition.pages import (
    LONG,
    b,
    block,
    item,
    outline,
    p,
    plan,
    sections,
    styled,
    titled,
    toc,
    told,
)


def numbered(*titles: str) -> tuple[Piece, ...]:
    """Give bold lines with text below each."""
    return tuple(piece for title in titles for piece in (b(title), p()))


def test_bold_numbered_lines_are_sections() -> None:
    found = plan(*numbered("1 Lage", "1.1 Zahlen", "1.1.1 Orte", "1.2 Wege", "2 Ziele", "2015 im Rückblick"))
    assert outline(found) == ["Lage", "  Zahlen", "    Orte", "  Wege", "Ziele"]
    assert {(entry.reason, entry.is_sure) for entry in sections(found)} == {(Reason.NUMBER, True)}
    assert told(found)[-1] == "text, or 2015 im Rückblick?"


def test_numbered_lines_that_are_not_bold_are_sections_to_be_looked_at() -> None:
    found = plan(p("1 Lage"), p(), p("1.1 Zahlen"), p(), p("2 Ziele"), p())
    assert [(entry.title, entry.is_sure) for entry in sections(found)] == [
        ("Lage", False),
        ("Zahlen", False),
        ("Ziele", False),
    ]


def test_a_typed_list_is_no_sequence_of_headings() -> None:
    found = plan(b("Lage"), p(), p("1. Kurse bieten"), p("2. Orte finden"), p("3. Wege ebnen"), p(), b("Ziele"), p())
    assert outline(found) == ["Lage", "Ziele"]


def test_a_typed_list_below_numbered_headings_is_none_either() -> None:
    found = plan(
        *numbered("1 Lage"), p("1. Kurse bieten"), p("2. Orte finden"), p("3. Wege ebnen"), *numbered("2 Ziele")
    )
    assert outline(found) == ["Lage", "Ziele"]


def test_parts_stand_above_numbers_that_begin_anew() -> None:
    found = plan(*numbered("A. Bericht", "1. Lage", "2. Zahlen", "B. Plan", "1. Ziele", "2. Wege"))
    assert outline(found) == ["Bericht", "  Lage", "  Zahlen", "Plan", "  Ziele", "  Wege"]


def test_roman_numbers_are_headings_too() -> None:
    assert outline(plan(*numbered("I. Lage", "II. Ziele", "III. Wege"))) == ["Lage", "Ziele", "Wege"]


def test_a_roman_number_right_above_another_number_is_no_list() -> None:
    lines = ("I. Lage", "1. Orte"), ("2. Wege",), ("3. Zahlen",), ("II. Ziele",), ("III. Ausblick",)
    found = plan(*(piece for run in lines for piece in (*map(p, run), p())))
    assert outline(found) == ["Lage", "  Orte", "  Wege", "  Zahlen", "Ziele", "Ausblick"]


def test_numbered_fields_of_action_stand_below_their_chapter() -> None:
    found = plan(*numbered("1 Lage", "2 Felder", "Handlungsfeld 1: Sprache", "Handlungsfeld 2: Sport", "3 Ausblick"))
    assert told(found) == [
        "Lage [chapter]",
        "Felder [chapter]",
        "  Sprache [field_of_action]",
        "  Sport [field_of_action]",
        "Ausblick [chapter]",
    ]


def test_the_contents_name_headings_that_nothing_else_tells() -> None:
    contents = (toc("Lage", 0, 3), toc("Zahlen der Städte", 1, 4), toc("Ziele", 0, 7))
    found = plan(*contents, p("Lage"), p(), p("Zahlen der Städte"), p(), p("Ziele"), p(LONG, " Ziele"))
    assert outline(found) == ["Lage", "  Zahlen der Städte", "Ziele"]
    assert all(entry.is_sure for entry in sections(found))


def test_contents_that_were_typed_are_contents() -> None:
    lines = (
        "Inhaltsverzeichnis",
        "1 Lage ........ 3",
        "1.1 Zahlen ........ 4",
        "2 Ziele ........ 12",
        "Ausblick ........ 14",
    )
    found = plan(*map(p, lines), p("1 Lage"), p(), p("1.1 Zahlen"), p(), p("2 Ziele"), p(), p("Ausblick"), p())
    assert [(entry.piece, entry.becomes) for entry in found.entries[:2]] == [
        (0, Becomes.CONTENTS),
        (5, Becomes.SECTION),
    ]
    assert outline(found) == ["Lage", "  Zahlen", "Ziele", "Ausblick"]


def test_bold_lines_alone_are_sections_to_be_looked_at_ranked_by_size() -> None:
    found = plan(
        b("Lage", 16.0), p(), b("Zahlen", 13.0), p(), b("Orte"), p(), b("Wer fragt?", 13.0), p(), b("Ziele", 16.0), p()
    )
    assert outline(found) == ["Lage", "  Zahlen", "    Orte", "  Wer fragt?", "Ziele"]
    assert {(entry.reason, entry.is_sure) for entry in sections(found)} == {(Reason.LOOK, False)}


def test_labels_stand_below_headings_that_look_like_them() -> None:
    names = ("Sprache", "Ausgangslage", "Maßnahmen", "Sport", "Ausgangslage", "Leitziel")
    assert told(plan(*numbered(*names))) == [
        "Sprache [field_of_action]?",
        "field situation",
        "field measures",
        "Sport [field_of_action]?",
        "field situation",
        "field guiding_goal",
    ]


def test_the_lines_of_a_title_page_are_no_headings() -> None:
    found = plan(b("Vielfalt leben", 28.0), p("Kreis"), p("2015"), *numbered("Lage", "Ziele"))
    assert told(found) == ["title Vielfalt leben?", "Umschlag [cover]", "Lage [chapter]?", "Ziele [chapter]?"]


def test_what_only_looks_like_a_heading_is_none() -> None:
    found = plan(
        *numbered("Lage"),
        b("Das ist ein ganzer Satz, der betont wird."),
        p(),
        b("Quelle: Sozialplanung"),
        p(),
        b("Tabelle 3: Zahlen"),
        p(),
        b("40822 Mettmann"),
        p(),
        item("Kurse"),
        block(made(LONG)),
        *numbered("Ziele"),
        b("Mit freundlichen Grüßen"),
        b("gez. Müller"),
    )
    assert outline(found) == ["Lage", "Ziele"]


def test_names_below_each_other_are_no_headings() -> None:
    found = plan(*numbered("Lage"), b("Frau Kaya"), b("Herr Schmidt"), b("Frau Weber"), p(), *numbered("Ziele"))
    assert outline(found) == ["Lage", "Ziele"]


def test_bold_says_nothing_where_all_is_bold() -> None:
    found = plan(b("Lage"), b(LONG), b("Ziele"), b(LONG))
    assert [entry.title for entry in sections(found)] == ["Konzept"]


def test_words_that_are_always_a_title_need_no_look() -> None:
    found = plan(p("Impressum"), p("Kreis"), p("Vorwort"), p(), *numbered("1 Lage", "2 Ziele"), p("Anhang"), p())
    assert told(found) == [
        "Impressum [imprint]?",
        "Vorwort [foreword]?",
        "Lage [chapter]",
        "Ziele [chapter]",
        "Anhang [annex]?",
    ]


def test_a_foreword_before_deep_headings_stands_beside_them() -> None:
    assert outline(plan(b("Vorwort"), p(), *titled("Lage", "Ziele", level=1))) == ["Vorwort", "Lage", "Ziele"]


def test_chapters_by_word_stand_above_numbers() -> None:
    titles = (
        "Kapitel 1: Lage",
        "1.1 Zahlen",
        "1.2 Orte",
        "Kapitel 2: Ziele",
        "2.1 Wege",
        "Anlage 1: Liste",
        "Anlage 2: Plan",
    )
    found = plan(*numbered(*titles))
    assert outline(found) == ["Lage", "  Zahlen", "  Orte", "Ziele", "  Wege", "Liste", "Plan"]
    assert [entry.kind for entry in sections(found)][-2:] == ["annex", "annex"]


def test_a_working_groups_file_is_the_section_its_first_line_names() -> None:
    below = numbered("1. Ausgangslage", "2. Ziele", "3. Maßnahmen")
    found = plan(b("AG Sprache"), p("12.03.2014"), b("Handlungsfeld Sprache"), *below)
    assert told(found) == [
        "Umschlag [cover]",
        "Handlungsfeld Sprache [field_of_action]",
        "field situation",
        "field guiding_goal?",
        "field measures",
    ]


def test_its_name_may_be_set_as_a_title() -> None:
    found = plan(styled("Title", "Bildung"), *titled("Ausgangslage", "Maßnahmen"))
    assert told(found) == ["Bildung [field_of_action]?", "field situation", "field measures"]


def test_its_name_may_be_a_bold_line_above_labels_that_are_bold_lines() -> None:
    below = [*numbered("Ausgangslage", "Bedarf"), b("Maßnahmen"), item("Kurse")]
    found = plan(b("AG Gesundheit", 14.0), p("Sitzungen im Frühjahr"), *below)
    assert told(found) == [
        "AG Gesundheit [field_of_action]?",
        "field situation",
        "field needs",
        "field measures",
    ]


def test_a_second_line_names_no_section() -> None:
    found = plan(styled("Title", "Bildung"), styled("Subtitle", "Alle lernen"), *titled("Ausgangslage", "Maßnahmen"))
    assert outline(found) == ["Bildung"]


@pytest.mark.parametrize(
    ("title", "chapters"),
    [
        ("Integrationskonzept", ("Ausgangslage", "Ziele", "Maßnahmen")),
        ("Gemeinsam leben", ("Einführung", "Ausgangslage", "Ziele", "Ausblick")),
    ],
)
def test_a_whole_concept_with_such_chapters_is_no_working_groups_file(title: str, chapters: tuple[str, ...]) -> None:
    found = plan(styled("Title", title), *titled(*chapters))
    assert told(found)[0] == f"title {title}"
    assert outline(found) == list(chapters)


def test_links_below_each_other_are_contents() -> None:
    def lines(titles: tuple[str, ...]) -> list[Piece]:
        return [p(ref("#0"), f"\t{page}") for page, _ in enumerate(titles, 3)]

    titles = ("Lage", "Ziele", "Wege")
    found = plan(styled("Title", "Konzept"), *lines(titles), *titled(*titles))
    assert told(found) == ["title Konzept", "contents", *(f"{title} [chapter]" for title in titles)]
    found = plan(styled("Title", "Konzept"), *lines(titles[:2]), *titled(*titles))
    assert "contents" not in told(found)
