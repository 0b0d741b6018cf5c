"""What holds of any copy of any document, whatever was done in it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.reading.word.content import Copy, View
from ikonzept_desktop.reading.word.views import paragraphs
from ikonzept_desktop.review.outcome import outcome
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from tests.reading.word.files import gone, ins, mark, p, read
from tests.review.copies import block
from tests.review.drawn_copies import Body, bodies, copies, xml


def given_back(body: Body, others: Mapping[str, Body]) -> ReadBack:
    """Hold copies against what was given out."""
    return read_back(read(*xml(body)), {name: Returned(read(*xml(copy)), name) for name, copy in others.items()})


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if letter.isalpha())


def in_view(copy: Copy, view: View) -> list[str]:
    return [each.text for each in paragraphs(copy.blocks, view) if each.text]


@given(bodies())
def test_a_copy_that_nobody_touched_proposes_nothing(body: Body) -> None:
    found = given_back(body, {"A": body})
    assert found.proposals == ()
    assert found.certainty == {"A": 1.0}


@given(bodies())
def test_a_copy_that_was_retyped_word_for_word_proposes_nothing(body: Body) -> None:
    base = read(*xml(body))
    assert read_back(base, {"A": Returned(read(*xml(body, marks=False)))}).proposals == ()


@given(st.data())
def test_to_accept_nothing_leaves_the_text_as_it_was(data: st.DataObject) -> None:
    body = data.draw(bodies())
    found = given_back(body, {"A": data.draw(copies(body))})
    assert list(outcome(found.units, ())) == in_view(read(*xml(body)), View.ACCEPTED)


@given(st.data())
def test_every_letter_of_a_copy_is_in_the_text_with_everything_accepted_or_told_as_withdrawn(
    data: st.DataObject,
) -> None:
    body = data.draw(bodies())
    copy = read(*xml(data.draw(copies(body))))
    found = read_back(read(*xml(body)), {"A": Returned(copy, "A")})
    after = letters(outcome(found.units, found.proposals))
    told = letters(each.variants[0].text for each in found.proposals if each.kind is Kind.WITHDRAWN)
    written = Counter(
        {letter: count for letter, count in letters(b.text for b in copy.blocks).items() if letter.isupper()}
    )
    known = Counter({letter: count for letter, count in (after + told).items() if letter.isupper()})
    assert known == written


@given(st.data())
def test_in_whatever_order_copies_come_in_the_result_is_the_same(data: st.DataObject) -> None:
    body = data.draw(bodies())
    others = {name: data.draw(copies(body)) for name in "ABC"}
    shuffled = dict(data.draw(st.permutations(list(others.items()))))
    assert given_back(body, shuffled) == given_back(body, others)


@given(st.data())
def test_every_proposal_has_an_id_of_its_own(data: st.DataObject) -> None:
    body = data.draw(bodies())
    found = given_back(body, {name: data.draw(copies(body)) for name in "AB"}).proposals
    assert len({each.id for each in found}) == len(found)


@given(st.data())
def test_to_accept_everything_gives_the_text_of_the_copy(data: st.DataObject) -> None:
    body = data.draw(bodies())
    copy = read(*xml(data.draw(copies(body))))
    found = read_back(read(*xml(body)), {"A": Returned(copy, "A")})
    assert not any(each.is_conflict for each in found.proposals)
    assert list(outcome(found.units, found.proposals)) == in_view(copy, View.ACCEPTED)


BLOCKS = [[f"wort{letter}{number}" for number in range(4)] for letter in "abcde"]
Wish = tuple[str, int, int]
"""What somebody does, to which paragraph, to which word of it or to which place it goes."""


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    kind = draw(st.sampled_from(["reword", "reword", "strike", "move", "add"]))
    block = draw(st.integers(0, 4))
    if kind == "move":  # so far that there is no doubt who has moved
        return kind, block, draw(st.sampled_from([at for at in range(5) if abs(at - block) > 1]))
    return kind, block, draw(st.integers(0, 3)) if kind == "reword" else 0


def carried_out(wish: Wish, new: str, *, tracked: bool) -> list[str]:
    """Write the copy of somebody who does only this."""
    kind, at, where = wish
    lines = [block(f"p{number}", " ".join(words)) for number, words in enumerate(BLOCKS)]
    words = BLOCKS[at]
    match kind, tracked:
        case "reword", True:
            before, after = " ".join([*words[:where], ""]), " ".join(["", *words[where + 1 :]])
            lines[at] = block(f"p{at}", *filter(None, [before, gone(words[where]), ins(new), after]))
        case "reword", False:
            lines[at] = block(f"p{at}", " ".join([*words[:where], new, *words[where + 1 :]]))
        case "strike", True:
            lines[at] = block(f"p{at}", gone(" ".join(words)), end=mark("del"))
        case "strike", False:
            del lines[at]
        case "move", _:
            lines.insert(where, lines.pop(at))
        case "add", _:
            lines.insert(at + 1, p(ins(new), properties=mark("ins")) if tracked else p(new))
    return [*lines, block("end", "Das Ende bleibt.")]


def are_at_odds(one: Wish, other: Wish, *, same: bool) -> bool:
    """Tell whether two people cannot both have what they want; `same` is whether they write the same words."""
    if one[1] != other[1]:
        return False
    kinds = {one[0], other[0]}
    if kinds == {"reword"}:
        return one[2] == other[2] and not same
    if kinds == {"move"}:
        return one[2] != other[2]
    return "strike" in kinds and len(kinds) == 2 and "add" not in kinds


@given(wishes(), wishes(), st.booleans(), st.booleans(), st.booleans())
def test_there_is_a_conflict_if_and_only_if_two_cannot_both_have_what_they_want(
    one: Wish, other: Wish, same: bool, first_tracks: bool, second_tracks: bool
) -> None:
    base = [block(f"p{number}", " ".join(words)) for number, words in enumerate(BLOCKS)]
    ours = read(*base, block("end", "Das Ende bleibt."))
    files = {
        "A": read(*carried_out(one, "NEUES", tracked=first_tracks)),
        "B": read(*carried_out(other, "NEUES" if same else "ANDERES", tracked=second_tracks)),
    }
    found = read_back(ours, {name: Returned(copy, name) for name, copy in files.items()})
    assert any(each.is_conflict for each in found.proposals) == are_at_odds(one, other, same=same)
    assert {source.copy for each in found.proposals for source in each.sources} == {"A", "B"}
