"""Headings are found by styles; levels are nested; numbers that ours replace are left out."""

from ikonzept_desktop.importing.plan import Becomes, Reason
from tests.importing.recognition.pages import b, h, item, outline, p, plan, sections, told


def test_styled_headings_are_nested_sections() -> None:
    found = plan(h(0, "Einleitung"), p(), h(0, "Ziele"), p(), h(1, "Leitlinien"), p(), h(0, "Ausblick"), p())
    assert outline(found) == ["Einleitung", "Ziele", "  Leitlinien", "Ausblick"]
    assert {(entry.reason, entry.is_sure, entry.kind) for entry in sections(found)} == {(Reason.STYLE, True, "chapter")}


def test_a_document_may_begin_deep_and_jump() -> None:
    found = plan(h(1, "Sprache"), p(), h(3, "Kurse"), p(), h(2, "Orte"), p(), h(1, "Sport"), p(), h(0, "Ende"), p())
    assert outline(found) == ["Sprache", "  Kurse", "  Orte", "Sport", "Ende"]


def test_typed_numbers_are_left_out_of_titles() -> None:
    found = plan(
        h(0, "1 Einleitung"),
        p(),
        h(0, "2.  Ziele"),
        p(),
        h(1, "2.1\u00a0Wozu wir da sind"),
        p(),
        h(0, "3: Ausblick"),
        p(),
    )
    assert [(entry.typed, entry.title) for entry in sections(found)] == [
        ("1 ", "Einleitung"),
        ("2.  ", "Ziele"),
        ("2.1\u00a0", "Wozu wir da sind"),
        ("3: ", "Ausblick"),
    ]


def test_a_year_is_no_number() -> None:
    found = plan(
        h(0, "1 Einleitung"),
        p(),
        h(0, "2015 im Rückblick"),
        p(),
        h(0, "2 Ziele"),
        p(),
        h(0, "10 Jahre Integration"),
        p(),
    )
    assert [entry.typed for entry in sections(found)] == ["1 ", "", "2 ", ""]
    assert outline(found)[3] == "10 Jahre Integration"


def test_one_number_of_several_parts_is_one() -> None:
    found = plan(h(0, "5.2.1 Sprache"), p())
    assert [(entry.typed, entry.title) for entry in sections(found)] == [("5.2.1 ", "Sprache")]


def test_numbers_of_one_style_tell_the_levels() -> None:
    found = plan(
        h(0, "1 Lage"),
        p(),
        h(0, "1.1 Zahlen"),
        p(),
        h(0, "1.2 Orte"),
        p(),
        h(0, "1.2.1 Haan"),
        p(),
        h(0, "2 Ziele"),
        p(),
    )
    assert outline(found) == ["Lage", "  Zahlen", "  Orte", "    Haan", "Ziele"]


def test_bold_lines_below_styled_headings_are_text_that_could_be_sections() -> None:
    found = plan(h(0, "Lage"), p(), b("Zum Begriff"), p(), h(0, "Ziele"), p())
    candidate = found.entries[1]
    assert (candidate.becomes, candidate.level, candidate.kind, candidate.title, candidate.is_sure) == (
        Becomes.TEXT,
        1,
        "chapter",
        "Zum Begriff",
        False,
    )


def test_bold_lines_that_recur_below_styled_headings_are_sections_to_be_looked_at() -> None:
    found = plan(h(0, "Lage"), p(), b("Zum Begriff"), p(), b("Herkunft"), p(), h(0, "Ziele"), p(), b("Messen"), p())
    assert told(found) == [
        "Lage [chapter]",
        "  Zum Begriff [chapter]?",
        "  Herkunft [chapter]?",
        "Ziele [chapter]",
        "  Messen [chapter]?",
    ]


def test_items_of_lists_are_no_headings() -> None:
    found = plan(h(0, "Lage"), p(), item("1.1 Kurse", ordered=True), item("1.2 Orte"), h(0, "Ziele"), p())
    assert outline(found) == ["Lage", "Ziele"]
