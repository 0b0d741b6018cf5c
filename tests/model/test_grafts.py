"""Headings with their texts become sections where the template has room for them."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Blocks, plain_text
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.grafts import Graft, graft_edits
from ikonzept_desktop.model.schema import problems
from tests.builders import KINDS, TEMPLATE, annex, chapter, doc, field_of_action, p

GRAFTS = (
    Graft(2, "Eins", (p("a"),)),
    Graft(3, "Eins eins"),
    Graft(5, "Eins eins eins", (p("b"),)),
    Graft(3, "Eins zwei"),
    Graft(1, "Zwei", (p("c"),)),
)


def grafted(document: Document, near: str, *, below: bool) -> Document:
    for edit in graft_edits(document, near, GRAFTS, below=below):
        document = apply(document, edit)
    assert list(problems(document)) == []
    return document


def outline(sections: tuple[Section, ...]) -> str:
    return ", ".join(s.title + (f" ({outline(s.children)})" if s.children else "") for s in sections)


def words(blocks: Blocks) -> str:
    return "|".join(map(plain_text, blocks))


def test_below_a_section_they_follow_what_is_there_nested_by_their_levels() -> None:
    document = grafted(doc(chapter("Ziele", chapter("Alt"), id="ziele"), chapter("Ende")), "ziele", below=True)
    assert outline(document.sections) == "Ziele (Alt, Eins (Eins eins (Eins eins eins), Eins zwei), Zwei), Ende"
    assert words(document.sections[0].children[1].blocks("text")) == "a"
    assert words(document.sections[0].children[1].children[0].children[0].blocks("text")) == "b"


def test_after_a_section_they_stand_beside_it() -> None:
    document = grafted(doc(chapter("Ziele", id="ziele"), chapter("Ende")), "ziele", below=False)
    assert outline(document.sections) == "Ziele, Eins (Eins eins (Eins eins eins), Eins zwei), Zwei, Ende"


def test_they_become_of_the_kind_that_stands_there_and_write_into_its_first_printed_text() -> None:
    document = grafted(doc(field_of_action("Sprache", id="sprache")), "sprache", below=False)
    assert [section.kind for section in document.sections] == ["field_of_action"] * 3
    assert words(document.sections[1].blocks("situation")) == "a"


def test_beside_an_annex_they_are_annexes() -> None:
    document = grafted(doc(chapter("Ziele"), annex("Liste", id="liste")), "liste", below=False)
    assert [section.kind for section in document.sections] == ["chapter", "annex", "annex", "annex"]


def test_where_no_kind_has_room_for_text_there_is_no_place() -> None:
    kinds = tuple(replace(kind, fields=()) for kind in KINDS)
    document = doc(chapter("Ziele", id="ziele"), template=replace(TEMPLATE, kinds=kinds))
    assert graft_edits(document, "ziele", GRAFTS, below=True) == ()


@pytest.mark.parametrize("below", [True, False])
def test_beside_nothing_there_is_no_place(below: bool) -> None:
    assert graft_edits(doc(chapter("Ziele")), "fort", GRAFTS, below=below) == ()
