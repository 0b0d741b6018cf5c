"""Blocks found again by what they say."""

import random

import pytest

from ikonzept_desktop.example.word_list import bare_words
from ikonzept_desktop.publication.alignment import How, align, likeness

TEXTS = [
    "Der Kreis fördert das Erlernen der deutschen Sprache in allen zehn Städten.",
    "Alle zwei Jahre wird das Konzept fortgeschrieben und im Kreistag beraten.",
    "Die Städte wirken an der Fortschreibung mit und benennen eine Ansprechstelle.",
    "Ehrenamtliche begleiten Familien auf ihrem Weg durch die Behörden.",
]


def found(copy: list[str], base: list[str] = TEXTS, known: dict[int, int] | None = None) -> dict[int, tuple[int, How]]:
    return {there: (match.base, match.how) for there, match in align(base, copy, known).matches.items()}


def test_equal_texts_are_the_same_blocks() -> None:
    assert found(TEXTS) == {at: (at, How.SAME) for at in range(4)}


def test_a_text_that_was_reworded_is_found_by_its_place_and_its_words() -> None:
    reworded = "Alle drei Jahre wird das Konzept fortgeschrieben und im Ausschuss beraten."
    assert found([TEXTS[0], reworded, *TEXTS[2:]])[1] == (1, How.LIKE)


def test_a_text_that_has_nothing_in_common_is_new() -> None:
    assert 1 not in found([TEXTS[0], "Vollkommen Neues ohne jeden Bezug hierzu.", *TEXTS[2:]])


def test_a_text_that_was_moved_and_edited_is_found_in_its_new_place() -> None:
    edited = TEXTS[3].replace("Familien", "Kinder")
    assert found([edited, *TEXTS[:3]])[0] == (3, How.MOVED)


def test_what_a_mark_tells_comes_before_what_the_text_tells() -> None:
    assert found([TEXTS[1]], known={0: 0}) == {0: (0, How.MARK)}


def test_a_part_split_off_and_a_block_joined_are_told() -> None:
    first, second = TEXTS[1][:38], TEXTS[1][39:]
    assert align(TEXTS, [TEXTS[0], first, second, *TEXTS[2:]]).split_off == {2: 1}
    joined = f"{TEXTS[1]} {TEXTS[2]}"
    assert align(TEXTS, [TEXTS[0], joined, TEXTS[3]]).joined in ({2: 1}, {1: 1})


def test_texts_that_stand_twice_are_told_apart_by_their_place() -> None:
    base = ["Siehe dort.", TEXTS[0], "Siehe dort.", TEXTS[1]]
    assert found(base[1:], base)[1] == (2, How.SAME)


@pytest.mark.parametrize("seed", range(3))
def test_of_a_long_text_that_was_much_edited_nearly_all_is_found_and_nothing_wrongly(seed: int) -> None:
    draw = random.Random(seed)
    words = sorted(set(bare_words(" ".join(TEXTS)))) + [f"wort{number}" for number in range(300)]

    def fresh() -> str:
        return " ".join(draw.choices(words, k=draw.choice([5, 12, 40])))

    base = [fresh() for _ in range(400)]
    copy = list(enumerate(base))
    for at in draw.sample(range(400), 80):
        said = copy[at][1].split()
        for _ in range(max(1, len(said) // 8)):
            said[draw.randrange(len(said))] = draw.choice(words)
        copy[at] = (copy[at][0], " ".join(said))
    for _ in range(8):
        copy.insert(draw.randrange(390), copy.pop(draw.randrange(390)))
        copy.insert(draw.randrange(390), (-1, fresh()))
    matches = align(base, [text for _, text in copy]).matches
    wrong = [at for at, match in matches.items() if match.base != copy[at][0]]
    assert wrong == []
    assert len(matches) > 0.97 * 400


def test_likeness_is_whole_for_equal_texts_and_nothing_for_texts_without_words_in_common() -> None:
    assert likeness("Der Kreis", "Der Kreis") == 1.0
    assert likeness("Der Kreis", "eine Stadt") == 0.0
    assert likeness("", "!") == 0.0
    assert 0.4 < likeness("Der Kreis fördert Sprache.", "Sprache fördert der Kreis.") < 1.0
