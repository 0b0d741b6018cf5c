"""No id is given twice, wherever in the concept, and none is empty."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from ikonzept_desktop.model.changes import Changes, in_field
from ikonzept_desktop.model.document import Document, Place, Trashed
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.schema import problems
from tests.builders import chapter, doc, p
from tests.strategies import documents

BLOCKS = Changes(blocks=True)


def nested(inner: str, other: str) -> Document:
    """Give a concept with a paragraph three levels deep, and one elsewhere."""
    deep = chapter("Innen", p("tief", id=inner), id="innen")
    middle = replace(chapter("Mitte", id="mitte"), children=(deep,))
    top = replace(chapter("Oben", id="oben"), children=(middle,))
    return doc(top, chapter("Daneben", p("hier", id=other), id="daneben"))


def test_ids_of_a_whole_concept_are_all_different() -> None:
    assert list(problems(nested("a", "b"), BLOCKS)) == []


@pytest.mark.parametrize("other", ["a", "innen", "mitte", "oben"])
def test_an_id_given_twice_is_named(other: str) -> None:
    assert list(problems(nested("a", other), BLOCKS)) == [f"the id {other} is given twice"]


def test_what_lies_in_the_bin_has_ids_of_its_own_too() -> None:
    document = nested("a", "b")
    trashed = Trashed(chapter("Fort", p("weg", id="a"), id="fort"), Place("", 0), datetime(2015, 4, 2, tzinfo=UTC))
    assert "the id a is given twice" in list(problems(replace(document, trash=(trashed,)), BLOCKS))


def test_nothing_is_without_an_id() -> None:
    document = nested("a", "b")
    nameless = replace(document.sections[1], id="")
    assert "something has no id" in list(problems(replace(document, sections=(document.sections[0], nameless)), BLOCKS))


def test_an_id_that_came_is_looked_for_everywhere_else() -> None:
    before = nested("a", "b")
    for known in ("b", "innen", "mitte", "daneben"):
        after = nested(known, "b")
        assert list(problems(after, in_field(FieldAddress("innen", "text"), blocks=True), before)), known
    after = nested("c", "b")
    assert not list(problems(after, in_field(FieldAddress("innen", "text"), blocks=True), before))


def test_an_id_that_came_may_not_lie_in_the_bin() -> None:
    before = nested("a", "b")
    trashed = Trashed(chapter("Fort", p("weg", id="x"), id="fort"), Place("", 0), datetime(2015, 4, 2, tzinfo=UTC))
    before, after = (replace(document, trash=(trashed,)) for document in (before, nested("x", "b")))
    assert list(problems(after, in_field(FieldAddress("innen", "text"), blocks=True), before))


@given(documents(), documents())
def test_what_changed_is_judged_as_the_whole_is(document: Document, other: Document) -> None:
    for section in document.sections:
        for stranger in other.sections:
            fields = (*stranger.fields, *section.fields)[:1]
            sections = tuple(replace(s, fields=fields) if s is section else s for s in document.sections)
            after = replace(document, sections=sections)
            changes = Changes(sections=frozenset({section.id}), blocks=True)
            assert list(problems(after, changes, document)) == list(problems(after, changes))
