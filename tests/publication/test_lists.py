"""Lists out of flat items."""

import pytest

from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.lists import entry_mark
from ikonzept_desktop.publication.tree import ListElement, ListEntry
from tests.builders import chapter, doc, li, ol, p
from tests.publication.shown import Shown, lists, outline


def outlines(*blocks: Block) -> list[list[Shown]]:
    return [outline(element) for element in lists(build(doc(chapter("Liste", *blocks))))]


def test_neighbouring_items_make_one_list_and_a_paragraph_ends_it() -> None:
    assert outlines(ol("a"), ol("b"), p("Text"), ol("c")) == [["1 a", "2 b"], ["1 c"]]


def test_a_change_of_kind_begins_a_new_list() -> None:
    assert outlines(ol("a"), li("b"), ol("c")) == [["1 a"], ["b"], ["1 c"]]


def test_a_restart_begins_a_new_list() -> None:
    assert outlines(ol("a"), ol("b", restart=True), ol("c")) == [["1 a"], ["1 b", "2 c"]]


def test_counting_goes_on_after_a_list_below() -> None:
    items = (ol("a"), li("tiefer", level=1), li("auch", level=1), ol("b"))
    assert outlines(*items) == [["1 a", ["tiefer", "auch"], "2 b"]]


def test_a_list_below_counts_anew_under_each_item_and_at_a_restart() -> None:
    items = (
        ol("a"),
        ol("aa", level=1),
        ol("ab", level=1),
        ol("neu", level=1, restart=True),
        ol("b"),
        ol("ba", level=1),
    )
    assert outlines(*items) == [["1 a", ["1 aa", "2 ab"], ["1 neu"], "2 b", ["1 ba"]]]


def test_a_level_that_is_skipped_is_not_missed() -> None:
    items = (li("zu tief", level=3), li("flach"), li("Sprung", level=5), li("dazwischen", level=2))
    assert outlines(*items) == [["zu tief", "flach", ["Sprung", "dazwischen"]]]


def test_each_list_knows_how_deep_it_truly_is() -> None:
    (top,) = lists(build(doc(chapter("Liste", li("a"), li("b", level=4)))))
    (below,) = top.entries[0].below
    assert (top.level, below.level) == (0, 1)


@pytest.mark.parametrize(
    ("level", "number", "mark"),
    [
        (0, 12, "12."),
        (1, 1, "a)"),
        (1, 26, "z)"),
        (1, 27, "aa)"),
        (2, 4, "iv."),
        (2, 149, "cxlix."),
        (3, 2, "2."),
    ],
)
def test_entries_are_marked_after_their_depth(level: int, number: int, mark: str) -> None:
    entry = ListEntry("a", (), number)
    assert entry_mark(ListElement(True, level, (entry,)), entry) == mark


def test_entries_that_are_not_counted_have_a_bullet() -> None:
    entry = ListEntry("a", ())
    assert [entry_mark(ListElement(False, level, (entry,)), entry) for level in range(4)] == ["•", "–", "▪", "•"]
