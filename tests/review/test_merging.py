"""What several copies want of a block: who agrees, who does not, whatever came in first."""

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.model.proposals import Source
from ikonzept_desktop.reading.word.content import State
from ikonzept_desktop.review.changes import Change, Piece, apply, changes_of
from ikonzept_desktop.review.merging import Passage, merge, merged
from tests.review.drawn import edited, texts, tracked

BASE = "Alle zwei Jahre wird das Konzept fortgeschrieben."


def copy(name: str, text: str, base: str = BASE) -> tuple[Change, ...]:
    return changes_of(base, [Piece(text)], name, name)


def wanted(passages: tuple[Passage, ...]) -> list[tuple[str, dict[str, str]]]:
    """Give what stands in each place, and what is wanted by whom."""
    return [
        (
            BASE[each.start : each.end],
            {variant.text: "".join(sorted(source.copy for source in variant.sources)) for variant in each.variants},
        )
        for each in passages
    ]


@given(st.data())
def test_one_copy_alone_comes_out_as_it_is(data: st.DataObject) -> None:
    base = data.draw(texts)
    changes = changes_of(base, data.draw(tracked(data.draw(edited(base)))), "A", "A")
    passages = merge(base, {"A": changes})
    assert not any(each.is_conflict for each in passages)
    assert merged(base, passages) == apply(base, changes)


@given(st.data())
def test_the_order_in_which_copies_come_in_makes_no_difference(data: st.DataObject) -> None:
    base = data.draw(texts)
    copies = {name: changes_of(base, data.draw(tracked(data.draw(edited(base)))), name) for name in "ABC"}
    shuffled = dict(data.draw(st.permutations(list(copies.items()))))
    assert merge(base, shuffled) == merge(base, copies)


@given(st.data())
def test_the_same_copy_twice_is_one_wish_of_two(data: st.DataObject) -> None:
    base = data.draw(texts)
    pieces = data.draw(tracked(data.draw(edited(base))))
    passages = merge(base, {name: changes_of(base, pieces, name) for name in "AB"})
    assert not any(each.is_conflict for each in passages)
    for each in passages:
        if not each.is_withdrawn:
            assert {source.copy for source in each.variants[0].sources} == {"A", "B"}


@given(st.data())
def test_changes_of_different_words_are_no_conflict_and_of_the_same_word_are_one(data: st.DataObject) -> None:
    words = [f"Wort{number}" for number in range(8)]
    base = " ".join(words)
    one, other = data.draw(st.integers(0, 7)), data.draw(st.integers(0, 7))
    copies = {
        name: copy(name, " ".join([*words[:at], said, *words[at + 1 :]]), base)
        for name, at, said in (("A", one, "anders"), ("B", other, "sonst"))
    }
    passages = merge(base, copies)
    assert any(each.is_conflict for each in passages) == (one == other)
    assert len(passages) == (1 if one == other else 2)


@given(st.data())
def test_passages_that_change_something_do_not_overlap(data: st.DataObject) -> None:
    base = data.draw(texts)
    copies = {name: changes_of(base, data.draw(tracked(data.draw(edited(base)))), name) for name in "ABC"}
    places = [at for each in merge(base, copies) if not each.is_withdrawn for at in (each.start, each.end)]
    assert places == sorted(places)


def test_equal_wishes_are_one_with_all_names_and_different_ones_a_conflict_with_all_variants() -> None:
    three = {
        "A": copy("A", BASE.replace("zwei", "drei")),
        "B": copy("B", BASE.replace("zwei", "fünf")),
        "C": copy("C", BASE.replace("zwei", "drei")),
    }
    assert wanted(merge(BASE, three)) == [("zwei", {"drei": "AC", "fünf": "B"})]
    del three["B"]
    assert wanted(merge(BASE, three)) == [("zwei", {"drei": "AC"})]


def test_what_differs_in_white_space_alone_is_the_same_wish() -> None:
    insertion = [Change(15, 15, text, (Source(name),)) for name, text in (("A", " stets"), ("B", "  stets"))]
    assert wanted(merge(BASE, {"A": insertion[:1], "B": insertion[1:]})) == [("", {"  stets": "AB"})]


def test_two_who_write_into_one_word_at_different_places_are_in_each_others_way() -> None:
    start = BASE.index("Konzept")
    ours = [Change(start, start, "Integrations", (Source("A"),))]
    theirs = [Change(start + 7, start + 7, "papier", (Source("B"),))]
    assert wanted(merge(BASE, {"A": ours, "B": theirs})) == [
        ("Konzept", {"IntegrationsKonzept": "A", "Konzeptpapier": "B"})
    ]


def test_two_who_change_different_figures_of_one_number_are_in_each_others_way() -> None:
    ours, theirs = Change(0, 2, "14", (Source("A"),)), Change(3, 4, "9", (Source("B"),))
    (passage,) = merge("13,8 Prozent", {"A": [ours], "B": [theirs]})
    assert {variant.text for variant in passage.variants} == {"14,8", "13,9"}


def test_in_a_conflict_the_text_stays_until_somebody_decides() -> None:
    copies = {"A": copy("A", BASE.replace("zwei", "drei")), "B": copy("B", BASE.replace("zwei", "fünf"))}
    assert merged(BASE, merge(BASE, copies)) == BASE


def test_what_was_taken_back_is_told_and_changes_nothing() -> None:
    pieces = [Piece(BASE[:4]), Piece("fast ", State.GONE, "Ada"), Piece(BASE[4:])]
    passages = merge(BASE, {"A": changes_of(BASE, pieces, "A"), "B": copy("B", BASE.replace("zwei", "drei"))})
    assert [(each.withdrawn, each.is_withdrawn) for each in passages] == [("fast ", True), ("", False)]
