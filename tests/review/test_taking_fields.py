"""What is written where a day, a choice, an answer, links or a line of the cover are printed becomes such a value."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ReplaceRecords
from ikonzept_desktop.model.fields import Choice, Day, FieldAddress, Line, Links, Record, RichText, YesNo
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Source, Variant
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.taking_over import TakingOver
from tests.builders import chapter, choice, doc, field, field_of_action, links, p, record, records
from tests.review.changed import accepted, proposed, text_of, with_proposals

POOL: dict[str, Any] = {
    "title": "Lotsen",
    "lead": "Sozialamt",
    "priority": choice("high"),
    "due": date(2015, 6, 30),
    "public": True,
    "description": (p("Lotsen begleiten Familien.", id="d1"),),
}
GOALS = (record(id="z1", title="Kurse anbieten"), record(id="z2", title="Eltern erreichen"))
NUMBERS = (
    record(id="i1", title="Zahl der Kurse", target=p("achtzig im Jahr", id="t1")),
    record(id="i2", title="Quote der Abschlüsse", target=p("neunzig Prozent", id="t2")),
)
FIELDS: dict[str, Any] = {
    "abbreviation": "S",
    "situation": (p("Die Lage ist so.", id="lage"),),
    "goal": "Alle sprechen Deutsch.",
    "as_of": date(2015, 3, 1),
    "decided": True,
    "priority": choice("high"),
    "related": links("ch"),
}


def concept(
    goals: tuple[Record, ...] = GOALS,
    numbers: tuple[Record, ...] = NUMBERS,
    pool: dict[str, Any] | None = None,
    boxes: tuple[Record, ...] = (),
    **fields: Any,
) -> Document:
    """Make a concept with a field of every kind, some of them with other values."""
    content = [field(key, value) for key, value in {**FIELDS, **fields}.items()]
    measures = records("measures", record(id="pool", **{**POOL, **(pool or {})}), *boxes)
    lists = (records("goals", *goals), measures, records("indicators", *numbers))
    return doc(
        field_of_action("Sprache", *content, *lists, id="sp"),
        chapter("Arbeit", p("Text zur Arbeit.", id="arb"), id="ch"),
        chapter("Wohnen", p("Text zum Wohnen.", id="woh"), id="wo"),
        title="Konzept 2015",
        subtitle="Kreis Musterstadt",
        publisher="Der Kreis",
        as_of="März 2015",
        draft="Entwurf 0.7",
    )


CONCEPT = concept()
THIRD = record(id="i3", title="Anteil der Eltern", target=p("ein Drittel", id="t3"))
FOURTH = record(id="i4", title="Zahl der Plätze", target=p("ganze hundert", id="t4"))
NEW_GOALS = (record(id="z3", title="Lotsen schulen und begleiten"), record(id="z4", title="Noch eins dazu"))


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(concept(as_of=date(2017, 1, 1)), id="a day"),
        pytest.param(concept(decided=False), id="an answer"),
        pytest.param(concept(priority=choice("low")), id="a choice"),
        pytest.param(concept(related=links("ch", "wo")), id="links"),
        pytest.param(concept(goal="Alle sprechen gut Deutsch."), id="a line"),
        pytest.param(
            concept(pool={"due": date(2016, 1, 31), "public": False, "priority": choice("low"), "lead": "Jobcenter"}),
            id="the fields of a record",
        ),
        pytest.param(
            replace(
                CONCEPT,
                properties=replace(
                    CONCEPT.properties,
                    title="Plan 2016",
                    subtitle="Kreis Beispiel",
                    publisher="Der Landkreis",
                    as_of="April 2015",
                    draft="Entwurf 0.8",
                ),
            ),
            id="the cover, its running heads too",
        ),
        pytest.param(concept(pool={"lead": ""}), id="a line of a box struck out"),
        pytest.param(concept(pool={"description": ()}), id="a text of a box struck out"),
        pytest.param(
            concept(situation=(p("Ganz am Anfang.", id="n"), p("Die Lage ist so.", id="lage"))), id="below a heading"
        ),
        pytest.param(concept(goals=(*GOALS, *NEW_GOALS)), id="new entries of a list"),
        pytest.param(concept(goals=(*NEW_GOALS, *GOALS)), id="new entries before all"),
        pytest.param(concept(goals=GOALS[:1]), id="an entry struck out"),
        pytest.param(concept(goals=GOALS[::-1]), id="an entry moved"),
        pytest.param(concept(numbers=(NUMBERS[0], THIRD, FOURTH, NUMBERS[1])), id="new rows of records"),
        pytest.param(concept(numbers=(THIRD, *NUMBERS)), id="a new first row"),
        pytest.param(concept(numbers=NUMBERS[:1]), id="a row struck out"),
        pytest.param(concept(numbers=NUMBERS[::-1]), id="a row moved"),
    ],
)
def test_the_concept_becomes_what_the_copy_says_in_whatever_order_it_is_accepted(changed: Document) -> None:
    found = proposed(CONCEPT, changed)
    assert found
    document = with_proposals(CONCEPT, found)
    assert text_of(accepted(document, *found)) == text_of(changed)
    assert text_of(accepted(document, *reversed(found))) == text_of(changed)


def test_values_are_values_again() -> None:
    changed = concept(as_of=date(2017, 1, 1), decided=False, priority=choice("low"), related=links("wo"))
    found = proposed(CONCEPT, changed)
    after = accepted(with_proposals(CONCEPT, found), *found)
    section = after.sections[0]
    assert [section.value(key) for key in ("as_of", "decided", "priority", "related")] == [
        Day(date(2017, 1, 1)),
        YesNo(False),
        Choice("low"),
        Links(("wo",)),
    ]


def written(address: str, before: str, after: str) -> KeptProposal:
    ground = Ground(address, before, 0, len(before))
    return KeptProposal("k", "v", Kind.TEXT, "sp", 0, before, (Variant(after, (Source("1"),)),), grounds=(ground,))


@pytest.mark.parametrize(
    ("id", "before", "after"),
    [
        ("sp_as_of", "01.03.2015", "demnächst"),
        ("sp_decided", "ja", "vielleicht"),
        ("sp_priority", "hoch", "sehr hoch"),
        ("sp_related", "2 Arbeit", "9 Nirgends"),
        ("sp_goal", "Alle sprechen Deutsch.", "Eins.\u2029Zwei."),
    ],
)
def test_what_is_none_of_these_values_is_left_to_somebody(id: str, before: str, after: str) -> None:
    with pytest.raises(NotByItself) as raised:
        TakingOver(CONCEPT).edit(written(id, before, after))
    assert raised.value.reason is Reason.VALUE


@pytest.mark.parametrize(
    ("id", "before", "after", "value"),
    [
        ("sp_as_of", "01.03.2015", "28. Februar 2016", Day(date(2016, 2, 28))),
        ("sp_as_of", "01.03.2015", "", None),
        ("sp_decided", "ja", "Nein.", YesNo(False)),
        ("sp_priority", "hoch", "Niedrig", Choice("low")),
        ("sp_related", "2 Arbeit", "Arbeit; Wohnen", Links(("ch", "wo"))),
        ("sp_goal", "Alle sprechen Deutsch.", "Viele\tsprechen\nDeutsch.\x01", Line("Viele sprechen Deutsch.")),
    ],
)
def test_values_are_read_as_people_write_them(id: str, before: str, after: str, value: object) -> None:
    edit = TakingOver(CONCEPT).edit(written(id, before, after))
    assert edit is not None
    assert apply(CONCEPT, edit).sections[0].value(id.removeprefix("sp_")) == value


def test_an_empty_cell_of_a_record_gets_its_text() -> None:
    document = concept(numbers=(NUMBERS[0], record(id="i2", title="Quote der Abschlüsse")))
    edit = TakingOver(document).edit(written("i2_target", "", "neunzig\u2029Prozent"))
    assert edit is not None
    after = apply(document, edit)
    assert "Quote der Abschlüsse\tneunzig Prozent" in [line.replace("\n", " ") for line in text_of(after)]
    with pytest.raises(GroundShifted):
        TakingOver(after).edit(written("i2_target", "", "hundert"))


def test_a_box_that_was_moved_is_moved_with_all_it_holds() -> None:
    board = record(id="rat", title="Beirat gründen", description=(p("Er berät den Kreis.", id="d9"),))
    before = concept(boxes=(board,))
    after = concept(boxes=(board,))
    measures = after.sections[0].records("measures")
    (kept,) = (each for each in moved_box(before) if each.grounds and each.grounds[0].id == "rat_title")
    edit = TakingOver(before).edit(kept)
    assert edit is not None
    assert apply(before, edit).sections[0].records("measures") == measures[::-1]
    (others,) = (each for each in moved_box(before) if each.grounds and each.grounds[0].id == "d9")
    with pytest.raises(NotByItself):
        TakingOver(before).edit(others)
    assert TakingOver(apply(before, edit)).edit(others) is None


def moved_box(document: Document) -> tuple[KeptProposal, ...]:
    measures = document.sections[0].records("measures")
    swapped = apply(document, ReplaceRecords(FieldAddress("sp", "measures"), 0, measures, measures[::-1]))
    return proposed(document, swapped)


def test_the_text_of_a_record_keeps_its_blocks() -> None:
    changed = concept(pool={"description": (p("Lotsen begleiten viele Familien.", id="d1"),)})
    found = proposed(CONCEPT, changed)
    after = accepted(with_proposals(CONCEPT, found), *found)
    (pool,) = after.sections[0].records("measures")
    (value,) = (each.value for each in pool.fields if each.key == "description")
    assert isinstance(value, RichText)
    assert [block.id for block in value.blocks] == ["d1"]
