"""Whatever the two states are: everything refused gives the old one, everything accepted the new one."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Element, Publication, TableElement, TextElement
from tests.export.word import judges
from tests.export.word.drawn import elements, labelled, lines, texts
from tests.export.word.publications import publication, section
from tests.export.word.redline.said import both
from tests.model.random_edits import RandomEdits
from tests.model.small_concept import concept, paragraph
from tests.model.small_concept import section as small

ELEMENTS = st.lists(elements, min_size=1, max_size=5)


@st.composite
def edited(draw: st.DrawFn, of: Sequence[Element]) -> list[Element]:
    """Draw what somebody has made of elements: struck, written anew between, moved, with other words, other rows."""
    made: list[Element] = []
    for element in of:
        fate = draw(st.sampled_from(["kept", "kept", "struck", "preceded", "changed"]))
        if fate == "preceded":
            made.append(draw(elements))
        if fate != "struck":
            made.append(draw(changed(element)) if fate == "changed" else element)
    return draw(st.permutations(made)) if draw(st.integers(0, 4)) == 0 else made


@st.composite
def changed(draw: st.DrawFn, element: Element) -> Element:
    match element:
        case TextElement(runs=runs):
            at = draw(st.integers(0, len(runs)))
            return replace(element, runs=(*runs[:at], *draw(lines), *runs[at + draw(st.integers(0, 1)) :]))
        case TableElement(rows=rows):
            other = tuple(
                replace(row, cells=tuple(replace(cell, runs=draw(lines)) for cell in row.cells))
                if draw(st.booleans())
                else row
                for row in rows
            )
            return replace(element, rows=other, caption=draw(lines))
        case _:
            return draw(elements)


@st.composite
def states(draw: st.DrawFn) -> tuple[Publication, Publication]:
    old, new = [], []
    for _ in range(draw(st.integers(1, 2))):
        before = draw(ELEMENTS)
        after = draw(edited(before))
        one = replace(section(draw(texts), *before), number="1")
        old.append(one)
        new.append(replace(one, elements=tuple(after), title=draw(st.sampled_from([one.title, "Andere Ziele"]))))
    return numbered(publication(*old, title=draw(texts))), numbered(publication(*new, title=draw(texts)))


def numbered(made: Publication) -> Publication:
    count = iter(range(1, 1000))
    sections = (replace(one, elements=tuple(labelled(one.elements, count))) for one in made.sections)
    return replace(made, sections=tuple(sections))


@settings(max_examples=60, deadline=None)
@given(states())
def test_a_text_that_was_edited_anyhow_is_there_in_both_states(drawn: tuple[Publication, Publication]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both(*drawn, Path(folder))


@settings(max_examples=30, deadline=None)
@given(st.lists(elements, max_size=3), st.lists(elements, max_size=3))
def test_texts_that_have_nothing_in_common_are_there_too(old: list[Element], new: list[Element]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both(publication(section("Alt", *old)), publication(section("Neu", *new)), Path(folder))


SMALL = concept(
    small("Grußwort", paragraph("Liebe Leserinnen und Leser"), kind="foreword"),
    small("Einleitung", paragraph("Der Kreistag"), small("Sprache", kind="field_of_action")),
    small("Mitglieder", kind="annex"),
)


def after(edits: RandomEdits, document: Document, count: int) -> Document:
    for _ in range(count):
        edit = edits.next(document)
        document = document if edit is None else apply(document, edit)
    return document


@pytest.mark.parametrize("seed", range(4))
def test_a_concept_of_any_edits_is_compared_with_any_of_its_later_states(seed: int, tmp_path: Path) -> None:
    edits = RandomEdits(seed)
    old = after(edits, SMALL, 60)
    for _ in range(5):
        new = after(edits, old, 25)
        both(build(old), build(new), tmp_path)
        old = new


@pytest.mark.parametrize("seed", range(2))
def test_the_example_is_compared_with_what_any_edits_make_of_it(seed: int, tmp_path: Path) -> None:
    old = read_example(resource("example")).document
    both(build(old), build(after(RandomEdits(seed), old, 40)), tmp_path)
    assert judges.faults(tmp_path / "redline.docx") == []
