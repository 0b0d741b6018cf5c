"""What several copies propose, put together."""

import itertools

import pytest

from ikonzept_desktop.reading.word.content import View
from ikonzept_desktop.reading.word.views import paragraphs
from ikonzept_desktop.review.outcome import outcome
from tests.reading.word.files import bookmark, gone, ins, mark, p, read
from tests.review.copies import BASE, block, given_out, proposed, told, units

OUT = given_out()


def with_b(*content: str, end: str = "") -> tuple[str, ...]:
    return (OUT[0], block("b", *content, end=end), OUT[2])


COPIES = {
    "Amt": with_b("Alle ", gone("zwei", by="Ben"), ins("drei", by="Ben"), " Jahre wird das Konzept fortgeschrieben."),
    "Kita": with_b("Alle drei Jahre wird das Konzept fortgeschrieben."),
    "Schule": with_b("Alle fünf Jahre wird das Konzept fortgeschrieben."),
    "Verein": (OUT[0], p("Ein Satz mehr."), OUT[2]),
    "Sport": (OUT[2], OUT[0], OUT[1], p("Ein Satz mehr.")),
}


def test_equal_proposals_are_one_with_all_names() -> None:
    (found,) = proposed({name: COPIES[name] for name in ("Amt", "Kita")})
    assert told((found,)) == [("text", "b", "zwei", ("drei",))]
    assert [(source.copy, source.author, source.tracked) for source in found.sources] == [
        ("Amt", "Ben", True),
        ("Kita", "Kita", False),
    ]
    assert not found.is_conflict


def test_different_wishes_for_the_same_words_are_a_conflict() -> None:
    (found,) = proposed({name: COPIES[name] for name in ("Kita", "Schule")})
    assert told((found,)) == [("text", "b", "zwei", ("drei", "fünf"))]
    assert found.is_conflict


def test_to_strike_out_what_somebody_edits_is_a_conflict() -> None:
    found = proposed({"Amt": COPIES["Amt"], "Rat": with_b(gone(BASE["b"]), end=mark("del"))})
    assert [(each.kind, each.is_conflict) for each in found] == [("delete", True), ("text", False)]
    (struck,) = (each for each in found if each.kind == "delete")
    assert [source.copy for source in struck.against] == ["Amt"]


def test_the_same_paragraph_moved_to_two_places_is_a_conflict() -> None:
    found = proposed({"A": (OUT[2], OUT[0], OUT[1]), "B": (OUT[0], OUT[2], OUT[1])})
    moved = [each for each in found if each.block == "c"]
    assert [each.is_conflict for each in moved] == [True]


def test_the_order_in_which_copies_come_in_makes_no_difference() -> None:
    first = proposed(COPIES)
    assert len(first) > 3
    for names in itertools.islice(itertools.permutations(COPIES), 0, 120, 7):
        assert proposed({name: COPIES[name] for name in names}) == first


def test_every_proposal_has_an_id_of_its_own_that_stays() -> None:
    found = proposed(COPIES)
    assert len({each.id for each in found}) == len(found)
    (alone,) = proposed({"Kita": COPIES["Kita"]})
    (with_other,) = proposed({name: COPIES[name] for name in ("Amt", "Kita")})
    assert alone.id == with_other.id


def test_the_same_paragraph_written_twice_is_two_proposals_that_can_be_told_apart() -> None:
    found = proposed({"Amt": (OUT[0], p("Ein Satz mehr."), p("Ein Satz mehr."), *OUT[1:])})
    assert [each.kind for each in found] == ["insert", "insert"]
    assert len({each.id for each in found}) == 2


def test_a_copy_of_what_was_joined_to_another_is_no_more_than_a_copy() -> None:
    both = p(bookmark("_ik_a", BASE["a"], id=3), bookmark("_ik_b", BASE["b"], id=4))
    found = proposed({"Amt": (both, OUT[2], p(bookmark("_ik_b_Copy_1", BASE["b"])))})
    assert [(each.kind, each.block) for each in found] == [("join", "a"), ("insert", "c")]


def test_to_strike_out_a_paragraph_with_the_end_before_it_is_no_join() -> None:
    found = proposed({"Amt": (block("a", BASE["a"], end=mark("del")), block("b", gone(BASE["b"])), OUT[2])})
    assert told(found) == [("delete", "b", BASE["b"], ("",))]


def test_proposals_come_in_the_order_of_the_text() -> None:
    found = proposed(
        {"A": (block("a", "Der Kreis fördert Musik."), OUT[1], block("c", "Die Dörfer wirken daran mit."))}
    )
    assert [each.block for each in found] == ["a", "c"]


def start(id: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="_ik_{id}"/>'


def finish(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def parted(id: str) -> tuple[str, str]:
    words = BASE[id]
    return p(start(id, 3), words[:15]), p(words[15:], finish(3))


def outcome_of(*body: str) -> tuple[str, ...]:
    return outcome(units(*OUT), proposed({"Amt": body}))


def test_to_accept_nothing_leaves_the_text_to_the_character() -> None:
    assert outcome(units(*OUT), ()) == tuple(BASE.values())


@pytest.mark.parametrize(
    "body",
    [
        COPIES["Amt"],
        COPIES["Verein"],
        COPIES["Sport"],
        (OUT[0], OUT[2]),
        (*with_b("Alle zwei Jahre", end=mark("ins")), p("noch ein Satz.")),
        with_b(BASE["b"], end=mark("del")),
        (p("Davor."), *OUT, p("Danach."), p("Ganz am Ende.")),
        (OUT[2], OUT[1], OUT[0]),
        (OUT[0], p(bookmark("_ik_b", BASE["b"] + " ", id=3), bookmark("_ik_c", BASE["c"], id=4))),
        # to go on in one that was parted; in one that is new; in one past what is struck out
        (block("a", BASE["a"], end=mark("del")), *parted("b"), OUT[2]),
        (block("a", BASE["a"], end=mark("del")), p("Ganz neu."), *OUT[1:]),
        (p("Ganz neu.", properties=mark("del")), *OUT),
        (block("a", BASE["a"], end=mark("del")), block("b", gone(BASE["b"]), end=mark("del")), OUT[2]),
        (block("a", BASE["a"], end=mark("del")), block("b", gone(BASE["b"])), OUT[2]),
        # two in one, struck out; copied besides; parted again, and another one moved behind them
        (OUT[0], p(bookmark("_ik_b", gone(BASE["b"]), id=3), bookmark("_ik_c", gone(BASE["c"]), id=4),
                   properties=mark("del"))),
        (p(bookmark("_ik_a", BASE["a"], id=3), bookmark("_ik_b", BASE["b"], id=4)), OUT[2],
         p(bookmark("_ik_b_Copy_1", BASE["b"]))),
        (p(start("b", 3), start("c", 4), BASE["b"], finish(3)), p(BASE["c"], finish(4)), OUT[0]),
        # written one after the other in one place
        (p("Ganz vorn."), p("Zweitens."), p("Davor ", ins("neu."), properties=mark("ins")), *OUT),
        (p(start("a", 3), "Der Kreis"), p(ins("Neu:"), " fördert Sprache.", finish(3)), *OUT[1:]),
        (p(start("a", 3), gone("Der"), ins("Ein"), " Kreis ", gone("fördert"), ins("stärkt"), " Sprache.",
           properties=mark("ins")), p(ins("Erstens."), finish(3)), p("Zweitens."), *OUT[1:]),
        (p(start("a", 3), ins("Neu. "), "Davor."), p(BASE["a"], finish(3)), *OUT[1:]),
    ],
)  # fmt: skip
def test_to_accept_everything_gives_the_text_of_the_copy(body: tuple[str, ...]) -> None:
    expected = tuple(each.text for each in paragraphs(read(*body).blocks, View.ACCEPTED) if each.text)
    assert outcome_of(*body) == expected
