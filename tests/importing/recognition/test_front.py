"""What stands before the first heading is the cover, with the title of the concept."""

from dataclasses import replace

import pytest

from ikonzept_desktop.importing.manuscript import Hints, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from tests.importing.recognition.pages import b, elsewhere, h, outline, p, plan, styled, titled, toc, told


def test_what_stands_before_the_first_heading_is_the_cover() -> None:
    found = plan(
        p("Für ein gutes Miteinander"),
        styled("Title", "Integrationskonzept", 28.0),
        styled("Untertitel", "Ziele und Maßnahmen"),
        p("Herausgegeben im Frühjahr"),
        p("Auflage: 500"),
        h(0, "Einleitung"),
        p(),
    )
    assert told(found) == [
        "Umschlag [cover]",
        "title Integrationskonzept",
        "subtitle Ziele und Maßnahmen",
        "text",
        "Einleitung [chapter]",
    ]
    cover, text = found.entries[0], found.entries[3]
    assert (cover.piece, cover.begins_text, cover.reason) == (0, True, Reason.PLACE)
    assert text == Entry(3, Becomes.TEXT, reason=Reason.PLACE)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("publisher", "Kreis Mettmann"),
        ("publisher", "Der Rhein-Sieg-Kreis"),
        ("publisher", "Märkischer Kreis"),
        ("draft", "Entwurf 0.7"),
        ("draft", "Arbeitsentwurf vom 12.03.2015"),
        ("as_of", "März 2015"),
        ("as_of", "Stand: 12. März 2015"),
        ("as_of", "Stand 2015"),
    ],
)
def test_lines_around_the_title_say_more_of_the_whole_concept(name: str, line: str) -> None:
    (_, entry, _) = plan(styled("Title", "Integrationskonzept", 28.0), p(line), h(0, "Einleitung")).entries
    assert (entry.becomes, entry.field, entry.title, entry.is_sure) == (Becomes.PROPERTY, name, line, True)


@pytest.mark.parametrize("line", ["der Stadt Neuenbruck", "der Gemeinde Talheim am See"])
def test_whose_concept_it_is_goes_with_the_title(line: str) -> None:
    found = plan(styled("Title", "Integrationskonzept", 28.0), p(line), h(0, "Einleitung"))
    assert told(found)[:2] == ["title Integrationskonzept", f"subtitle {line}?"]


def test_each_is_said_once_and_only_beside_a_title() -> None:
    found = plan(p("März 2015"), styled("Title", "Konzept"), p("April 2015"), h(0, "Lage"), p())
    assert [(entry.becomes, entry.piece) for entry in found.entries if entry.field] == [(Becomes.PROPERTY, 0)]
    found = plan(p("März 2015"), h(0, "Lage"), p())
    assert all(entry.becomes is not Becomes.PROPERTY for entry in found.entries)


def test_a_line_right_after_the_title_is_likely_its_second_line() -> None:
    found = plan(styled("Title", "Konzept"), p("Ziele, Felder und Maßnahmen"), h(0, "Lage"), p())
    assert told(found)[:2] == ["title Konzept", "subtitle Ziele, Felder und Maßnahmen?"]
    found = plan(styled("Title", "Konzept"), p("Dieses Konzept gilt ab Mai."), h(0, "Lage"), p())
    assert "subtitle" not in " ".join(told(found))


def test_a_title_alone_makes_no_cover() -> None:
    assert told(plan(styled("Titel", "Konzept"), h(0, "Lage"), p())) == ["title Konzept", "Lage [chapter]"]


def test_only_the_first_title_is_the_title() -> None:
    found = plan(styled("Title", "Konzept"), styled("Title", "Zweiter Teil"), h(0, "Lage"), p())
    assert told(found) == ["title Konzept", "Umschlag [cover]", "Lage [chapter]"]


def test_the_line_that_the_properties_name_is_the_title() -> None:
    found = plan(p("Integrations-Konzept 2015"), p("Mai"), h(0, "Lage"), p(), title="Integrationskonzept 2015")
    assert told(found)[0] == "title Integrations-Konzept 2015"


def test_the_largest_line_is_likely_the_title() -> None:
    found = plan(p("Gut zusammen"), b("Integrationskonzept", 24.0), h(0, "Lage"), p())
    assert told(found) == ["Umschlag [cover]", "title Integrationskonzept?", "Lage [chapter]"]


def test_running_text_before_the_first_heading_is_no_cover() -> None:
    found = plan(p(), p(), h(0, "Lage"), p())
    assert told(found)[0] == "Umschlag [cover]"
    found = plan(p("Wort " * 100), h(0, "Lage"), p())
    assert (told(found)[0], found.entries[0].begins_text) == ("Ohne Überschrift [chapter]?", True)


def test_a_document_without_headings_is_one_section_named_as_its_file() -> None:
    found = plan(p(), p())
    assert outline(found) == ["Konzept"]
    assert found.entries[0].begins_text


def test_an_empty_document_has_an_empty_plan() -> None:
    assert plan().entries == ()


def test_what_is_not_in_the_text_goes_to_the_inbox_and_the_text_goes_on() -> None:
    found = plan(
        h(0, "Lage"),
        p(),
        elsewhere(Where.BOX, "Merke"),
        elsewhere(Where.BOX, "Auch das"),
        p(),
        elsewhere(Where.FOOTER, "Kreis Mettmann"),
    )
    assert [(entry.piece, entry.becomes) for entry in found.entries] == [
        (0, Becomes.SECTION),
        (2, Becomes.INBOX),
        (4, Becomes.TEXT),
        (5, Becomes.INBOX),
    ]


def test_the_contents_are_contents_with_their_heading() -> None:
    found = plan(styled("TOC Heading", "Inhalt"), toc("Lage"), toc("Ziele"), h(0, "Lage"), p(), h(0, "Ziele"), p())
    assert told(found) == ["contents", "Lage [chapter]", "Ziele [chapter]"]


def test_a_heading_above_all_others_that_says_what_it_is_is_the_title() -> None:
    found = plan(
        h(0, "Integrationskonzept 2015"), p("Kreis"), h(1, "Lage"), p(), h(2, "Zahlen"), p(), h(1, "Ziele"), p()
    )
    assert told(found) == [
        "title Integrationskonzept 2015?",
        "Umschlag [cover]",
        "Lage [chapter]",
        "  Zahlen [chapter]",
        "Ziele [chapter]",
    ]


def test_a_heading_above_all_others_that_says_something_else_is_a_section() -> None:
    assert outline(plan(h(0, "Sprache"), *titled("Lage", "Ziele", level=1))) == ["Sprache", "  Lage", "  Ziele"]
    assert outline(plan(h(0, "1 Konzept"), *titled("Lage", "Ziele", level=1)))[0] == "Konzept"


def test_the_title_may_stand_in_a_text_box() -> None:
    boxes = [elsewhere(Where.BOX, words) for words in ("Auenland", "Integrationskonzept", "Stand: Mai 2015", "Logo")]
    found = plan(*boxes, h(0, "Lage"), p())
    assert told(found) == ["inbox", "title Integrationskonzept?", "property", "inbox", "Lage [chapter]"]
    assert [entry.piece for entry in found.entries] == [0, 1, 2, 3, 4]
    found = plan(styled("Title", "Konzept"), *boxes, h(0, "Lage"), p())
    assert told(found) == ["title Konzept", "inbox", "Lage [chapter]"]


def test_a_text_box_larger_than_the_text_may_be_the_title() -> None:
    large = replace(elsewhere(Where.BOX, "Gemeinsam leben"), hints=Hints(size=28.0))
    assert told(plan(large, h(0, "Lage"), p()))[0] == "title Gemeinsam leben?"
    assert told(plan(elsewhere(Where.BOX, "Gemeinsam leben"), h(0, "Lage"), p()))[0] == "inbox"
