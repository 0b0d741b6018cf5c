"""Headings are found by styles; levels are nested; numbers that ours replace are left out."""

from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Pointer
from ikonzept_desktop.importing.plan import Becomes, Reason
from ikonzept_desktop.importing.recognition import proposed
from tests import builders
from tests.builders import fn, ref
from tests.importing.recognition.pages import b, h, item, our_template, outline, p, plan, sections, titled, told


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


def test_a_number_that_nothing_goes_on_from_is_none() -> None:
    assert outline(plan(*titled("Lage", "24 Städte machen mit", "Ziele")))[1] == "24 Städte machen mit"


def test_a_number_that_is_not_ours_to_give_stays() -> None:
    titles = ("1 A", "1.1 B", "1.1.1 C", "1.1.1.1 D", "1.1.1.1.1 E")
    found = plan(*(piece for level, title in enumerate(titles) for piece in titled(title, level=level)))
    assert [entry.typed for entry in sections(found)] == ["1 ", "1.1 ", "1.1.1 ", "1.1.1.1 ", ""]
    assert sections(found)[4].title == "1.1.1.1.1 E"


def test_an_automatic_number_is_no_part_of_the_title() -> None:
    found = plan(h(0, "Lage", number="1"), p(), h(1, "Zahlen", number="1.1"), p())
    assert [(entry.title, entry.typed) for entry in sections(found)] == [("Lage", ""), ("Zahlen", "")]


def test_a_title_keeps_its_colon_as_every_letter() -> None:
    assert outline(plan(*titled("Anlass:"))) == ["Anlass:"]


def test_a_title_is_one_line() -> None:
    assert outline(plan(*titled("1 Sprache\nund  Bildung:"))) == ["Sprache und Bildung:"]


def test_a_long_text_with_an_outline_level_is_no_heading() -> None:
    found = plan(*titled("Lage"), h(1, "Wort " * 100), p())
    assert outline(found) == ["Lage"]


def test_notes_are_no_part_of_titles_and_references_are_as_shown() -> None:
    pieces = (Piece(builders.p("1 Lage", fn("Quelle"), " in ", ref("#0")), h(0, "").hints), p())
    found = proposed(Manuscript("a.docx", pieces, pointers=(Pointer("_Ref1", "Kapitel 3"),)), our_template())
    assert [(entry.typed, entry.title) for entry in sections(found)] == [("1 ", "Lage in Kapitel 3")]


def test_a_bold_line_is_above_no_styled_heading() -> None:
    lines = (h(0, "Lage"), b("Zum Begriff"), h(1, "Zahlen"), b("Herkunft"), h(1, "Orte"), b("Haan"))
    found = plan(*(piece for line in lines for piece in (line, p())))
    assert outline(found) == ["Lage", "  Zum Begriff", "  Zahlen", "    Herkunft", "  Orte", "    Haan"]
