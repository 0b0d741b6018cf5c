"""Headings and lists: Word must count to the very numbers of the publication."""

from pathlib import Path

import pytest

from ikonzept_desktop.export.word.numbering import heading_numbers
from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.model.template import Placement
from ikonzept_desktop.publication.tree import Publication, PublishedSection, all_sections
from tests.export.word import reading
from tests.export.word.publications import OPTIONS, bullets, numbers, p, publication, section

W = reading.W


def numbered_by_word(*sections: PublishedSection) -> list[str]:
    concept = publication(*sections)
    automatic = heading_numbers(concept.sections).automatic
    return [one.number for one in all_sections(concept.sections) if one.id in automatic]


def draft(concept: Publication, folder: Path) -> reading.WordFile:
    write_draft(concept, {}, folder / "Entwurf.docx", OPTIONS)
    return reading.read(folder / "Entwurf.docx")


def test_word_counts_headings_of_every_level_and_begins_again_below_the_next() -> None:
    found = numbered_by_word(
        section(
            "A", section("AA", number="1.1"), section("AB", section("ABA", number="1.2.1"), number="1.2"), number="1"
        ),
        section("B", section("BA", number="2.1"), number="2"),
    )
    assert found == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_word_does_not_count_sections_without_a_number() -> None:
    front = section("Grußwort", placement=Placement.FRONT)
    assert numbered_by_word(front, section("A", number="1"), section("B"), section("C", number="2")) == ["1", "2"]


@pytest.mark.parametrize("wrong", ["3", "2a", "II", "1"])
def test_a_number_that_word_would_not_reach_is_typed(wrong: str, tmp_path: Path) -> None:
    first, second = section("A", number="1"), section("B", number=wrong)
    assert numbered_by_word(first, second) == ["1"]
    body = draft(publication(first, second), tmp_path).body
    heading = [one for one in reading.paragraphs(body) if reading.style(one) == "Heading1"][1]
    assert reading.text(heading) == f"{wrong}\tB"
    assert reading.value(reading.find(heading, f"{W}pPr/{W}numPr/{W}numId")) == "0"
    assert reading.between(body, f"_ik_{second.id}") == "B"


def test_annexes_have_a_list_of_their_own_with_their_word_in_it(tmp_path: Path) -> None:
    below = section("Erläuterung", number="Anlage 1.1", placement=Placement.ANNEX)
    annex = section("Plan", below, number="Anlage 1", placement=Placement.ANNEX)
    concept = publication(
        section("A", number="1"), annex, section("Liste", number="Anlage 2", placement=Placement.ANNEX)
    )
    levels = draft(concept, tmp_path).parts["word/numbering.xml"].iter(f"{W}lvlText")
    assert {"%1", "Anlage %1", "Anlage %1.%2"} <= {level.get(f"{W}val") for level in levels}
    assert len(heading_numbers(concept.sections).automatic) == 4


def test_a_final_dot_is_part_of_what_word_counts(tmp_path: Path) -> None:
    concept = publication(section("A", section("B", number="1.1."), number="1."))
    texts = [level.get(f"{W}val") for level in draft(concept, tmp_path).parts["word/numbering.xml"].iter(f"{W}lvlText")]
    assert texts[:3] == ["%1.", "%1.%2.", "%1.%2.%3."]


def test_every_ordered_list_has_an_instance_that_begins_where_it_begins(tmp_path: Path) -> None:
    nested = numbers("a", "b", level=1)
    concept = publication(
        section("A", numbers("eins", nested, "zwei"), p("Text"), numbers("wieder eins"), bullets("x"))
    )
    word = draft(concept, tmp_path)
    items = [one for one in reading.paragraphs(word.body) if one.find(f"{W}pPr/{W}numPr/{W}ilvl") is not None]
    used = [
        (
            reading.text(one),
            *(reading.value(reading.find(one, f"{W}pPr/{W}numPr/{W}{name}")) for name in ("ilvl", "numId")),
        )
        for one in items
    ]
    instances = {text: instance for text, _, instance in used}
    assert instances["eins"] == instances["zwei"]
    assert len({instances["eins"], instances["a"], instances["wieder eins"], instances["x"]}) == 4
    starts = {
        number.get(f"{W}numId"): (override.get(f"{W}ilvl"), override[0].get(f"{W}val"))
        for number in word.parts["word/numbering.xml"].iter(f"{W}num")
        for override in number.iter(f"{W}lvlOverride")
    }
    assert starts[instances["wieder eins"]] == ("0", "1")
    assert starts[instances["a"]] == ("1", "1")
