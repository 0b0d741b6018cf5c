"""Kinds are recognised by titles, numbers and subheadings, in an order that a concept allows."""

from ikonzept_desktop.importing.plan import Becomes, Reason
from tests.importing.recognition.pages import h, outline, p, plan, sections, titled, told


def test_front_matter_and_annexes_are_known_by_their_titles() -> None:
    titles = ("Impressum", "Vorwort des Landrats", "Einleitung", "Mitglieder der Arbeitsgruppen", "Anhang")
    found = plan(*titled(*titles))
    assert [entry.kind for entry in sections(found)] == ["imprint", "foreword", "chapter", "contributors", "annex"]


def test_annexes_are_known_by_their_numbers_and_what_follows_them_is_one() -> None:
    found = plan(
        h(0, "Lage", number="1"),
        p(),
        h(0, "Auftrag", number="Anlage 1"),
        p(),
        h(0, "Anlage 2 – Kennzahlen"),
        p(),
        h(0, "Glossar"),
        p(),
    )
    assert told(found) == ["Lage [chapter]", "Auftrag [annex]", "Kennzahlen [annex]", "Glossar [annex]"]
    assert sections(found)[2].typed == "Anlage 2 – "


def test_an_annex_amid_numbered_chapters_is_a_chapter() -> None:
    titles = ("1 Lage", "Anhang", "2 Ziele", "3 Ausblick")
    found = plan(*titled(*titles))
    assert [entry.kind for entry in sections(found)] == ["chapter"] * 4


def test_a_foreword_behind_a_chapter_is_a_chapter() -> None:
    found = plan(h(0, "Lage"), p(), h(0, "Vorwort"), p())
    assert [entry.kind for entry in sections(found)] == ["chapter", "chapter"]


def test_an_imprint_at_the_end_goes_to_the_front() -> None:
    found = plan(p("Kreis"), h(0, "Lage"), p(), h(0, "Impressum"), p("Stand: Mai 2015"), h(0, "Anhang"), p())
    assert told(found) == [
        "Umschlag [cover]",
        "Impressum [imprint]?",
        "field as_of",
        "Lage [chapter]",
        "Anhang [annex]",
    ]


def test_what_stands_below_a_chapter_of_fields_of_action_is_one() -> None:
    found = plan(
        h(0, "Querschnittsaufgaben und Handlungsfelder"),
        h(1, "Querschnittsaufgaben"),
        h(2, "Vernetzung"),
        p(),
        h(1, "Unsere Handlungsfelder"),
        h(2, "Sprache"),
        p(),
    )
    assert told(found) == [
        "Querschnittsaufgaben und Handlungsfelder [chapter]",
        "  Querschnittsaufgaben [chapter]",
        "    Vernetzung [cross_cutting_task]",
        "  Unsere Handlungsfelder [chapter]",
        "    Sprache [field_of_action]",
    ]


def test_a_title_that_names_its_kind_stays_as_it_is() -> None:
    found = plan(h(0, "Handlungsfeld Sprache"), p(), h(0, "Handlungsfeld 2: Sport"), p(), h(0, "Handlungsfelder"), p())
    assert told(found) == [
        "Handlungsfeld Sprache [field_of_action]",
        "Sport [field_of_action]",
        "Handlungsfelder [chapter]",
    ]


def test_subheadings_that_are_fields_tell_the_kind() -> None:
    found = plan(h(0, "Sprache"), h(1, "Ausgangslage"), p(), h(1, "Maßnahmen"), p(), h(0, "Netz"), h(1, "Akteure"), p())
    assert told(found) == [
        "Sprache [field_of_action]",
        "field situation",
        "field measures",
        "Netz [chapter]",
        "  Akteure [chapter]",
    ]


def test_a_kind_that_may_not_stand_there_gives_way() -> None:
    found = plan(h(0, "Sprache"), h(1, "Bedarf"), p(), h(1, "Leitziel"), p(), h(1, "Handlungsfeld Kita"), p())
    assert told(found)[-1] == "  Handlungsfeld Kita [chapter]"


def test_numbered_annexes_leave_their_empty_wrapper() -> None:
    found = plan(
        h(0, "1 Lage"),
        p(),
        h(0, "2 Anhang"),
        h(1, "2.1 Auftrag"),
        p(),
        h(2, "2.1.1 Antrag"),
        h(1, "2.2 Teilnehmerliste"),
    )
    assert outline(found) == ["Lage", "Auftrag", "  Antrag", "Teilnehmerliste"]
    assert [entry.kind for entry in sections(found)] == ["chapter", "annex", "annex", "contributors"]
    wrapper = next(entry for entry in found.entries if entry.becomes is Becomes.INBOX)
    assert (wrapper.piece, wrapper.title, wrapper.reason, wrapper.is_sure) == (2, "2 Anhang", Reason.WORDS, False)


def test_an_annex_with_text_of_its_own_keeps_what_is_below_it() -> None:
    found = plan(h(0, "Lage"), p(), h(0, "Anhang"), p(), h(1, "Anlage 1: Auftrag"), p())
    assert outline(found) == ["Lage", "Anhang", "  Auftrag"]


def test_a_second_imprint_behind_the_text_is_a_chapter() -> None:
    found = plan(*titled("Lage", "Impressum", "Ziele", "Impressum"))
    assert [entry.kind for entry in sections(found)] == ["imprint", "chapter", "chapter", "chapter"]
