"""What a copy changes in a block: tracked to the character, untracked by comparison, nothing lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.model.proposals import Source
from ikonzept_desktop.reading.word.content import State
from ikonzept_desktop.review.changes import Piece, apply, changes_of, with_changes
from ikonzept_desktop.review.comparison import differences
from tests.review.drawn import edited, texts, tracked

BASE = "Der Kreis fördert Sprache."


@given(st.data())
def test_whatever_was_tracked_or_not_the_changes_make_the_copys_text_of_the_base(data: st.DataObject) -> None:
    base = data.draw(texts)
    pieces = data.draw(tracked(data.draw(edited(base))))
    changes = changes_of(base, pieces, "1", "Amt")
    assert apply(base, changes) == with_changes(pieces)
    places = [at for change in changes for at in (change.start, change.end)]
    assert places == sorted(places)
    assert all(0 <= at <= len(base) for at in places)


@given(st.data())
def test_what_was_written_and_deleted_again_is_kept(data: st.DataObject) -> None:
    base = data.draw(texts)
    pieces = data.draw(tracked(base))
    gone = "".join(piece.text for piece in pieces if piece.state is State.GONE)
    assert "".join(change.withdrawn for change in changes_of(base, pieces, "1")) == gone


@given(st.data())
def test_every_letter_of_a_copy_is_the_bases_or_wanted_or_withdrawn(data: st.DataObject) -> None:
    base = data.draw(texts)
    pieces = data.draw(tracked(data.draw(edited(base))))
    changes = changes_of(base, pieces, "1")
    told = Counter("".join([base, with_changes(pieces), *(each.withdrawn for each in changes)]))
    assert Counter("".join(piece.text for piece in pieces)) <= told


@given(texts, st.data())
def test_differences_make_the_new_text_of_the_old_one(old: str, data: st.DataObject) -> None:
    new = data.draw(edited(old))
    parts, at = [], 0
    for start, end, text in differences(old, new):
        parts += [old[at:start], text]
        at = end
    assert "".join([*parts, old[at:]]) == new


def test_a_word_struck_out_and_another_one_in_its_place_are_one_change_of_one_person() -> None:
    old, new = Piece("fördert", State.DELETED, "Ada"), Piece("stärkt", State.INSERTED, "Ada", "2026")
    (change,) = changes_of(BASE, (Piece("Der Kreis "), old, new, Piece(" Sprache.")), "1")
    assert (change.start, change.end, change.text) == (10, 17, "stärkt")
    assert change.sources == (Source("1", "Ada", "2026"),)


def test_neighbours_of_two_people_are_two_changes() -> None:
    pieces = (Piece("Der Kreis "), Piece("fördert", State.DELETED, "Ada"), Piece("stärkt", State.INSERTED, "Ben"))
    changes = changes_of(BASE, (*pieces, Piece(" Sprache.")), "1")
    assert [(change.start, change.end, change.text) for change in changes] == [(10, 17, ""), (17, 17, "stärkt")]
    assert [change.sources[0].author for change in changes] == ["Ada", "Ben"]


def test_what_nobody_tracked_is_the_reviewers() -> None:
    (change,) = changes_of(BASE, [Piece("Der Kreis stärkt Sprache.")], "1", "Jugendamt")
    assert (change.start, change.end, change.text) == (10, 17, "stärkt")
    assert change.sources == (Source("1", "Jugendamt", tracked=False),)


def test_tracked_and_untracked_changes_of_the_same_words_are_one_with_both_names() -> None:
    pieces = (Piece("Der Kreis "), Piece("unterstützt", State.DELETED, "Ada"), Piece("stärkt", State.INSERTED, "Ada"))
    (change,) = changes_of(BASE, (*pieces, Piece(" Sprache.")), "1", "Amt")
    assert (change.start, change.end, change.text) == (10, 17, "stärkt")
    assert [(source.author, source.tracked) for source in change.sources] == [("Amt", False), ("Ada", True)]


def test_a_number_typed_over_twice_is_one_change_of_all_of_it() -> None:
    pieces = (Piece("rund 13,"), Piece("9", State.DELETED, "Ada"), Piece("7", State.INSERTED, "Ada"))
    (change,) = changes_of("rund 13,8", pieces, "1", "Amt")
    assert (change.start, change.end, change.text) == (5, 9, "13,7")


def test_what_was_tracked_beside_what_was_not_keeps_its_own_name_and_place() -> None:
    pieces = (Piece("Der Landkreis fördert "), Piece("Sprache", State.DELETED, "Ada"), Piece("."))
    changes = changes_of(BASE, pieces, "1", "Amt")
    assert [(change.start, change.end, change.text) for change in changes] == [(4, 9, "Landkreis"), (18, 25, "")]
    assert [change.sources[0].tracked for change in changes] == [False, True]


def test_words_exchanged_at_one_stroke_are_one_difference() -> None:
    assert differences("alle zwei Jahre neu", "alle drei Monate neu") == [(5, 15, "drei Monate")]


def test_a_text_rewritten_from_end_to_end_is_one_difference_in_no_time() -> None:
    old, new = " ".join(f"a{n}" for n in range(5000)), " ".join(f"b{n}" for n in range(5000))
    assert differences(f"Anfang {old} Ende", f"Anfang {new} Ende") == [(7, 7 + len(old), new)]
