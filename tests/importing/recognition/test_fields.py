"""Fields are recognised by subheadings, bold lines and the words paragraphs begin with."""

import pytest

from ikonzept_desktop.importing.manuscript import Piece
from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.fields import field_named
from tests.builders import bold, fn, ref
from tests.importing.recognition.pages import b, h, item, our_template, outline, p, plan, titled, told


def field_of_action(*pieces: Piece) -> list[Entry]:
    """Give what is proposed for what stands in a field of action."""
    found = plan(h(0, "Handlungsfeld Sprache"), *pieces)
    return list(found.entries[1:])


def two_fields_of_action(heading: str) -> list[Piece]:
    """Give two fields of action with the same subheading."""
    names = ("Sprache", "Sport")
    return [piece for name in names for piece in (h(0, f"Handlungsfeld {name}"), h(1, heading), p())]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Ausgangslage", "situation"),
        ("AUSGANGSLAGE", "situation"),
        ("Ist-Stand", "situation"),
        ("Aktuelle Situation im Handlungsfeld", "situation"),
        ("Bestehende Angebote", "offers"),
        ("Angebote vor Ort", "offers"),
        ("Handlungsbedarfe", "needs"),
        ("Zielgruppe", "target_groups"),
        ("Leitziele", "guiding_goal"),
        ("Unsere Teilziele", "sub_goals"),
        ("Maßnahmen des Handlungsfeldes Sprache", "measures"),
        ("Geplante Maßnahmen", "measures"),
        ("Handlungsempfehlungen", "measures"),
        ("Kooperationspartnerinnen und Kooperationspartner", "actors"),
        ("Kennzahlen", "indicators"),
        ("Literatur", "sources"),
        ("Wo wollen wir hin?", "guiding_goal"),
        ("Was ist zu tun?", "measures"),
        ("Wer macht mit?", "actors"),
        ("Was brauchen wir?", "needs"),
    ],
)
def test_a_field_has_many_names(words: str, key: str) -> None:
    label = field_named(our_template().kind("field_of_action"), words)
    assert label is not None
    assert label.field.key == key


@pytest.mark.parametrize("words", ["Sprachkurse", "Arbeitsgruppen", "Kürzel der Maßnahmen", "Das Ziel der Reise"])
def test_other_words_are_none(words: str) -> None:
    assert field_named(our_template().kind("field_of_action"), words) is None


def test_goals_are_steps_where_they_are_a_list() -> None:
    found = field_of_action(h(1, "Bedarf"), p(), h(1, "Ziele"), item("Kurse", ordered=True), h(1, "Akteure"), p())
    assert [entry.field for entry in found] == ["needs", "sub_goals", "actors"]
    found = field_of_action(h(1, "Bedarf"), p(), h(1, "Ziele"), p(), h(1, "Akteure"), p())
    assert [entry.field for entry in found] == ["needs", "guiding_goal", "actors"]


def test_the_templates_own_word_is_sure_another_is_where_it_recurs() -> None:
    once = field_of_action(h(1, "Leitziel"), p(), h(1, "Ist-Stand"), p())
    assert [(entry.reason, entry.is_sure) for entry in once] == [(Reason.WORDS, True), (Reason.WORDS, False)]
    twice = plan(*two_fields_of_action("Ist-Stand"))
    assert [(e.reason, e.is_sure) for e in twice.entries if e.becomes is Becomes.FIELD] == [
        (Reason.RECURRING, True)
    ] * 2


def test_a_bold_line_is_a_label() -> None:
    found = field_of_action(p(), b("Leitziel:"), p(), b("Akteure"), p())
    assert [(entry.becomes, entry.field, entry.title, entry.typed) for entry in found] == [
        (Becomes.FIELD, "guiding_goal", "Leitziel:", ""),
        (Becomes.FIELD, "actors", "Akteure", ""),
    ]


def test_the_bold_words_a_paragraph_begins_with_are_a_label() -> None:
    found = field_of_action(
        p(bold("Leitziel:"), " Alle verstehen sich."), p(bold("Akteure"), ": Städte"), p("Bedarf: groß")
    )
    assert [(entry.field, entry.title, entry.typed) for entry in found] == [
        ("guiding_goal", "Leitziel", "Leitziel: "),
        ("actors", "Akteure", "Akteure: "),
    ]


def test_lines_of_an_imprint_begin_with_labels_whatever_they_look_like() -> None:
    lines = (p("Anschrift: Am Markt 1"), p("Layout: Hausgrafik"), p("Und sonst: keine"))
    found = plan(h(0, "Impressum"), *lines, h(0, "Lage"), p())
    assert told(found) == ["Impressum [imprint]", "field address", "field design?", "field notes", "Lage [chapter]"]
    found = plan(h(0, "Handlungsfeld Sprache"), p("Bedarf: keiner"), h(0, "Lage"), p())
    assert told(found) == ["Handlungsfeld Sprache [field_of_action]", "Lage [chapter]"]


def test_a_label_before_one_line_needs_no_look_and_ends_with_it() -> None:
    found = plan(h(0, "Impressum"), p("Stand: Mai 2015"), p("Redaktion: Sozialamt"), p("Nachdruck erlaubt."), p())
    assert [(e.piece, e.field, e.typed, e.begins_text) for e in found.entries[1:]] == [
        (1, "as_of", "Stand: ", False),
        (2, "editorial", "Redaktion: ", False),
        (3, "notes", "", True),
    ]


def test_what_is_below_a_label_is_text_that_could_be_a_section() -> None:
    found = plan(h(0, "Handlungsfeld Sprache"), h(1, "Bedarf"), p(), h(2, "Kurse"), p(), h(1, "Akteure"), p())
    assert told(found) == ["Handlungsfeld Sprache [field_of_action]", "field needs", "text, or Kurse?", "field actors"]


def test_other_subheadings_stay_sections() -> None:
    found = plan(*two_fields_of_action("Orte"))
    assert outline(found) == ["Handlungsfeld Sprache", "  Orte", "Handlungsfeld Sport", "  Orte"]


def test_a_foreword_ends_with_who_signed_it() -> None:
    found = plan(
        h(0, "Grußwort"), p("Liebe Leserinnen und Leser,"), p(), p(), p("Der Landrat des Kreises"), h(0, "Lage"), p()
    )
    signature = found.entries[1]
    assert (signature.piece, signature.field, signature.begins_text, signature.is_sure) == (4, "signature", True, False)


def test_labels_that_recur_at_the_level_of_their_sections_stand_below_them() -> None:
    names = ("Sprache", "Sport")
    found = plan(*(piece for name in names for piece in titled(name, "Ausgangslage", "Leitziel")))
    assert told(found)[:3] == ["Sprache [field_of_action]", "field situation", "field guiding_goal"]


def test_chapters_that_are_called_like_fields_stay_chapters() -> None:
    titles = ("Einleitung", "Ausgangslage", "Ziele", "Maßnahmen", "Ausblick")
    assert outline(plan(*titled(*titles))) == list(titles)


def test_two_labels_among_many_subheadings_make_no_field_of_action() -> None:
    below = titled("Auftrag", "Ausgangslage", "Verfahren", "Zielgruppen", "Begriffe", level=1)
    assert plan(h(0, "Grundlagen"), *below).entries[0].kind == "chapter"


def test_a_label_reaches_to_the_first_reference_and_no_further() -> None:
    found = field_of_action(p(bold("Querschnittsbezug: "), ref("#0"), " Vernetzung"))
    assert [(entry.field, entry.typed) for entry in found] == [("cross_cutting", "Querschnittsbezug: ")]


def test_a_label_with_a_note_in_it_stays_in_its_paragraph() -> None:
    assert told(plan(h(0, "Impressum"), p("Stand", fn("Redaktionsschluss"), ": Mai 2015"))) == ["Impressum [imprint]"]


def test_fields_behind_a_section_below_stand_before_it() -> None:
    found = plan(h(0, "Handlungsfeld Sprache"), h(1, "Bedarf"), p(), *titled("Orte", "Akteure", level=1))
    assert [(entry.piece, entry.field or entry.title) for entry in found.entries] == [
        (0, "Handlungsfeld Sprache"),
        (1, "needs"),
        (5, "actors"),
        (3, "Orte"),
    ]


def test_a_bold_label_within_a_field_is_the_next_field() -> None:
    found = plan(h(0, "Handlungsfeld Sprache"), h(1, "Bedarf"), p(), b("Leitziel"), p(), b("Kurse"), p())
    assert told(found)[1:] == ["field needs", "field guiding_goal", "text, or Kurse?"]


def test_a_second_label_of_the_same_field_needs_a_look() -> None:
    found = field_of_action(h(1, "Leitziel"), p(), h(1, "Bedarf"), p(), h(1, "Leitziel"), p())
    assert [entry.is_sure for entry in found] == [True, True, False]


def test_headings_below_a_label_of_records_name_them_and_need_no_look() -> None:
    found = plan(h(0, "Handlungsfeld Sport"), h(1, "Bedarf"), p(), h(1, "Maßnahmen"), *titled("1 Turnen", level=2))
    assert told(found)[2:] == ["field measures", "text, or 1 Turnen"]


def test_behind_such_a_field_the_section_above_goes_on() -> None:
    goal = p(bold("Leitziel: "), "Alle verstehen sich.")
    found = plan(h(0, "Handlungsfeld Sprache"), h(1, "Bedarf"), p(), *titled("Orte", "Akteure", level=1), goal)
    assert [(entry.piece, entry.field) for entry in found.entries[1:4]] == [
        (1, "needs"),
        (5, "actors"),
        (7, "guiding_goal"),
    ]
