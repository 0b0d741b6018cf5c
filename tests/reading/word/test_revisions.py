"""What a reviewer did to text: every nesting has its state, and both texts follow from it."""

import pytest

from ikonzept_desktop.reading.word.content import Act, State
from tests.reading.word.files import (
    WHEN,
    accepted,
    gone,
    ins,
    mark,
    moved_from,
    moved_to,
    p,
    r,
    read,
    rejected,
    tbl,
    tc,
    tr,
)


@pytest.mark.parametrize(
    ("run", "state", "before", "after"),
    [
        (r("x"), State.STABLE, "x", "x"),
        (ins("x"), State.INSERTED, "", "x"),
        (gone("x"), State.DELETED, "x", ""),
        (moved_from("x"), State.MOVED_FROM, "x", ""),
        (moved_to("x"), State.MOVED_TO, "", "x"),
        (ins(gone("x")), State.GONE, "", ""),
        (gone(ins("x")), State.GONE, "", ""),
        (moved_to(gone("x")), State.GONE, "", ""),
        (moved_from(ins("x")), State.GONE, "", ""),
        (moved_from(gone("x")), State.DELETED, "x", ""),
        (moved_to(ins("x")), State.INSERTED, "", "x"),
    ],
)
def test_each_act_and_each_act_within_another(run: str, state: State, before: str, after: str) -> None:
    copy = read(p("a", run, "b"))
    assert [span.state for span in copy.blocks[0].spans if "x" in span.text] == [state]
    assert copy.blocks[0].text == "axb"
    assert rejected(copy) == [f"a{before}b"]
    assert accepted(copy) == [f"a{after}b"]


def test_who_did_what_when_is_kept_from_the_outside_in() -> None:
    span = read(p(ins(gone("x", by="Ben"), by="Ada"))).blocks[0].spans[0]
    assert [(each.act, each.author, each.date) for each in span.revisions] == [
        (Act.INSERTED, "Ada", WHEN),
        (Act.DELETED, "Ben", WHEN),
    ]


def test_both_ends_of_a_move_have_its_name() -> None:
    start = '<w:move{way}RangeStart w:id="4" w:name="move1" w:author="Ada"/>'
    end = '<w:move{way}RangeEnd w:id="4"/>'
    copy = read(
        p(start.format(way="From"), moved_from("x"), end.format(way="From"), moved_from("y")),
        p(start.format(way="To"), moved_to("x"), end.format(way="To")),
    )
    moves = [[each.move for each in span.revisions] for block in copy.blocks for span in block.spans]
    assert moves == [["move1"], [""], ["move1"]]


def test_the_end_of_a_moved_paragraph_has_the_name_of_its_move() -> None:
    start = '<w:moveFromRangeStart w:id="4" w:name="move1" w:author="Ada"/>'
    copy = read(p(start, moved_from("x"), properties=mark("moveFrom")), p("y"))
    assert [each.move for each in copy.blocks[0].mark] == ["move1"]


def test_runs_that_differ_in_nothing_are_one_span() -> None:
    copy = read(p("Der ", "Kreis", ins(" för"), ins("dert")))
    assert [span.text for span in copy.blocks[0].spans] == ["Der Kreis", " fördert"]


def test_the_text_of_two_reviewers_is_two_spans() -> None:
    copy = read(p(ins("eins", by="Ada"), ins("zwei", by="Ben")))
    assert [span.text for span in copy.blocks[0].spans] == ["eins", "zwei"]


def test_text_marked_as_deleted_that_stands_in_no_deletion_is_text() -> None:
    assert rejected(read(p(r("x", name="delText")))) == ["x"]


# The ends of paragraphs


def test_a_split_paragraph_is_whole_again_when_its_new_end_is_rejected() -> None:
    copy = read(p("Der Kreis ", properties=mark("ins")), p("fördert."))
    assert rejected(copy) == ["Der Kreis fördert."]
    assert accepted(copy) == ["Der Kreis ", "fördert."]


def test_two_paragraphs_are_one_when_the_deletion_of_the_end_between_is_accepted() -> None:
    copy = read(p("Der Kreis ", properties=mark("del")), p("fördert."))
    assert rejected(copy) == ["Der Kreis ", "fördert."]
    assert accepted(copy) == ["Der Kreis fördert."]


def test_a_deleted_paragraph_is_gone() -> None:
    copy = read(p("Eins."), p(gone("Zwei."), properties=mark("del")), p("Drei."))
    assert rejected(copy) == ["Eins.", "Zwei.", "Drei."]
    assert accepted(copy) == ["Eins.", "Drei."]


def test_a_new_paragraph_was_not_there() -> None:
    copy = read(p("Eins."), p(ins("Zwei."), properties=mark("ins")), p("Drei."))
    assert rejected(copy) == ["Eins.", "Drei."]
    assert accepted(copy) == ["Eins.", "Zwei.", "Drei."]


def test_an_end_that_was_inserted_and_deleted_again_is_in_neither_text() -> None:
    copy = read(p("Eins ", properties=mark("ins", "del")), p("zwei."))
    assert rejected(copy) == accepted(copy) == ["Eins zwei."]


def test_a_deleted_last_paragraph_leaves_nothing_behind() -> None:
    copy = read(p("Eins."), p(gone("Zwei."), properties=mark("del")))
    assert accepted(copy) == ["Eins."]


def test_a_paragraph_whose_end_alone_is_deleted_does_not_reach_into_a_table() -> None:
    copy = read(p("Vor.", properties=mark("del")), tbl(tr(tc(p("In.")))), p("Nach."))
    assert accepted(copy) == ["Vor.", "In.", "Nach."]


def test_a_paragraph_inserted_as_a_whole_is_inserted_with_its_end() -> None:
    copy = read(p("Eins."), f'<w:ins w:id="1" w:author="Ada">{p("Neu.")}</w:ins>', p("Zwei."))
    assert rejected(copy) == ["Eins.", "Zwei."]
    assert accepted(copy) == ["Eins.", "Neu.", "Zwei."]
