"""The hits of one query: which comes next, which are ticked, what becomes of them."""

from dataclasses import replace
from datetime import UTC, datetime

from ikonzept_desktop.model.document import Comment, Document
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.search.query import Query
from ikonzept_desktop.model.search.replacing import Wish
from ikonzept_desktop.model.search.search import EVERYTHING
from ikonzept_desktop.ui.window.finding.hunt import Hunt
from tests.builders import cell, chapter, doc, fn, p, table
from tests.builders import row as cells

NOW = datetime(2015, 3, 12, 9, 42, tzinfo=UTC)


def concept() -> Document:
    """Give a concept with eight hits of Ziel in two sections, and an empty paragraph between."""
    talk = Comment("talk", "A", NOW, "Ziel prüfen")
    first = chapter(
        "Ein Ziel",
        p("Ziel und Ziel", fn("Ziel", id="note"), id="a"),
        p(id="empty"),
        p("Ziel", id="b"),
        table(cells(cell("Ziel", id="cell")), id="t"),
        id="one",
    )
    return doc(replace(first, comments=(talk,)), chapter("Nichts", p("Ziel", id="c"), id="two"))


def hunting(document: Document, words: str = "Ziel") -> Hunt:
    hunt = Hunt(lambda: document)
    hunt.run(Query(words), EVERYTHING)
    return hunt


def caret(block: str, at: int, section: str = "one", note: str = "") -> Selection:
    return Selection(section, FieldAddress(section, "text"), block, note, at, at)


def test_hits_are_numbered_through_their_sections() -> None:
    hunt = hunting(concept())
    assert hunt.count == 8
    assert list(hunt.groups()) == [("one", 0, 7), ("two", 7, 8)]
    assert [hunt.hit(index).span for index in range(4)] == [(4, 8), (0, 4), (9, 13), (0, 4)]


def test_the_next_hit_is_the_first_behind_the_caret() -> None:
    hunt = hunting(concept())
    assert hunt.next_from(Selection("one")) == 0
    assert hunt.next_from(caret("a", 0)) == 1
    assert hunt.next_from(caret("a", 1)) == 2
    assert hunt.next_from(caret("a", 13)) == 3
    assert hunt.next_from(caret("a", 2, note="note")) == 4
    assert hunt.next_from(caret("empty", 0)) == 4
    assert hunt.next_from(caret("t", 0, note="cell")) == 5
    assert hunt.next_from(caret("t", 4, note="cell")) == 6
    assert hunt.next_from(caret("c", 4, "two")) == hunt.count


def test_the_hit_before_is_the_last_that_begins_before_the_caret() -> None:
    hunt = hunting(concept())
    assert hunt.previous_from(caret("c", 0, "two")) == 6
    assert hunt.previous_from(caret("b", 2)) == 4
    assert hunt.previous_from(caret("empty", 0)) == 3
    assert hunt.previous_from(caret("a", 9)) == 1
    assert hunt.previous_from(Selection("one")) == -1


def test_what_colleagues_have_said_is_replaced_only_where_it_is_ticked() -> None:
    document = concept()
    hunt = hunting(document)
    hunt.wish_for(Wish("Zweck"))
    assert [hunt.is_ticked(index) for index in range(8)] == [True] * 6 + [False, True]
    assert hunt.ticked_count() == 7
    hunt.tick(range(6, 7), ticked=True)
    hunt.tick(range(6), ticked=False)
    assert hunt.ticked_count() == 2
    edit, first = hunt.edit_of_ticked()
    assert edit is not None
    assert first is not None
    project = Project(document)
    project.apply(edit, "")
    assert project.document.sections[0].comments[0].text == "Zweck prüfen"
    assert project.document.sections[0].title == "Ein Ziel"


def test_what_cannot_be_replaced_cannot_be_ticked() -> None:
    hunt = hunting(doc(chapter("", p("Ziel", fn("x"), " eins"))), "Ziel eins")
    hunt.wish_for(Wish("x"))
    hunt.tick(range(1), ticked=True)
    assert (hunt.is_ticked(0), hunt.ticked_count(), hunt.edit_of(0)) == (False, 0, None)


def test_ticks_are_forgotten_with_the_query() -> None:
    hunt = hunting(concept())
    hunt.tick(range(1), ticked=False)
    hunt.run(Query("ein"), EVERYTHING)
    hunt.run(Query("Ziel"), EVERYTHING)
    assert hunt.is_ticked(0)


def test_a_hit_is_found_again_when_the_concept_has_changed() -> None:
    document = concept()
    states = [document]
    hunt = Hunt(lambda: states[-1])
    hunt.run(Query("Ziel"), EVERYTHING)
    known = hunt.hit(7)
    states.append(replace(document, sections=(chapter("Ziel"), document.sections[1])))
    hunt.refresh()
    assert (hunt.count, hunt.index_of(known)) == (2, 1)
    states.append(doc())
    hunt.refresh()
    assert hunt.index_of(known) == -1


def test_a_hit_that_is_gone_gives_way_to_the_last_of_its_passage() -> None:
    states = [doc(chapter("", p("Ziel und Ziel", id="a"), id="one"))]
    hunt = Hunt(lambda: states[-1])
    hunt.run(Query("Ziel"), EVERYTHING)
    known = hunt.hit(1)
    states.append(doc(chapter("", p("Ziel und Zweck", id="a"), id="one")))
    hunt.refresh()
    assert hunt.index_of(known) == 0


def test_behind_a_replaced_hit_comes_the_rest_of_its_passage() -> None:
    document = concept()
    states = [document]
    hunt = Hunt(lambda: states[-1])
    hunt.run(Query("Ziel"), EVERYTHING)
    for number, wish in ((1, "Ziel-Ziel"), (0, "x")):
        hunt.wish_for(Wish(wish))
        hit, edit = hunt.hit(number), hunt.edit_of(number)
        assert edit is not None
        project = Project(states[-1])
        project.apply(edit, "")
        states.append(project.document)
        hunt.refresh()
        following = hunt.index_behind(hit, hit.span[0] + len(wish), number)
        assert following == (3 if number else 0)
