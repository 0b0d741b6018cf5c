"""What waits for its place is no part of the concept until somebody has given it one."""

from dataclasses import replace

from ikonzept_desktop.importing.building.kinds import inbox_kind, with_inbox
from ikonzept_desktop.model.abbreviations import uses
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, Place, Section
from ikonzept_desktop.model.fields import Field, RichText
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.outline import insert, move, new_section
from ikonzept_desktop.model.overview import lines
from tests.builders import TEMPLATE, annex, chapter, doc, p

INBOX = Section("in", "inbox", "Eingang", (Field("text", RichText((p("Das KI."),))),), (chapter("Darunter", id="u"),))


def concept(*sections: Section) -> Document:
    """Give a concept whose template knows what waits."""
    return doc(*sections, template=with_inbox(TEMPLATE))


def titles(document: Document) -> list[str]:
    """Give the titles of the top sections."""
    return [section.title for section in document.sections]


def test_neither_it_nor_what_stands_below_it_is_given_out() -> None:
    below = replace(chapter("Ziele"), children=(INBOX, chapter("Sprache")))
    assert [section.title for section in given_out(concept(below))] == ["Ziele", "Sprache"]


def test_it_has_no_line_in_the_overview() -> None:
    found = lines(concept(chapter("Ziele"), INBOX), lambda id: "")
    assert [line.title for line in found] == ["Ziele"]


def test_abbreviations_are_not_counted_in_it() -> None:
    assert uses(concept(chapter("Das KI"), INBOX), ["KI"])["KI"].count == 1


def test_a_new_annex_comes_before_it() -> None:
    known = concept(chapter("Ziele"), annex("Liste"), INBOX)
    edit = insert(known, new_section(known.template, "annex", "Neu"), Place("", 3))
    assert titles(apply(known, edit)) == ["Ziele", "Liste", "Neu", "Eingang"]


def test_it_stays_behind_the_annexes() -> None:
    assert move(concept(annex("Liste"), INBOX), "in", Place("", 0)) is None


def test_its_kind_is_not_offered_for_new_sections() -> None:
    kind = inbox_kind(TEMPLATE)
    assert (kind.hidden, kind.numbered, kind.in_contents) == (True, False, False)
