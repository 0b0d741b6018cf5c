"""Lines of plain text into paragraphs, items, headings and tables."""

import pytest

from ikonzept_desktop.importing.text.chunks import is_capital
from ikonzept_desktop.importing.text.reading import read_text
from tests.importing.written import letters, written

FULL = "Der Kreis hat im Jahr 2007 ein Rahmenkonzept beschlossen, das seither"


def said(text: str) -> list[str]:
    return written(read_text(text.encode(), "Text.txt"))


def test_lines_broken_at_the_width_of_the_page_are_one_paragraph() -> None:
    assert said(f"{FULL}\ngilt.\n\n{FULL} zur Inte-\ngration gilt.\n") == [
        f"{FULL} gilt.",
        f"{FULL} zur Integration gilt.",
    ]


def test_short_lines_stay_lines() -> None:
    assert said("Kreis Mettmann\nGoethestraße 23\n40822 Mettmann\n\nText.") == [
        "Kreis Mettmann\\Goethestraße 23\\40822 Mettmann",
        "Text.",
    ]


def test_without_empty_lines_each_long_line_is_a_paragraph() -> None:
    assert said(f"Ziele\n{FULL * 3}.\n{FULL * 4}.") == ["Ziele", f"{FULL * 3}.", f"{FULL * 4}."]


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "\uf0b7"])
def test_signs_begin_items_and_further_in_deeper_ones(sign: str) -> None:
    text = f"Ziele:\n{sign} Erstens\n  und mehr\n    {sign} darunter\n    {sign} noch\n{sign} Zweitens\nDanach.\n\n"
    assert said(text) == ["Ziele:", "- Erstens und mehr", "  - darunter", "  - noch", "- Zweitens", "Danach."]


def test_numbers_that_count_up_are_a_list() -> None:
    text = "1. Einen\n2. Zweiten\n   - a\n3. Dritten\n\nText.\n\n1) Einen\n\n2) Zweiten\n"
    assert said(text) == ["1. Einen", "1. Zweiten", "  - a", "1. Dritten", "Text.", "1. Einen", "1. Zweiten"]


def test_numbers_of_headings_stay_in_their_words() -> None:
    text = f"1. Einleitung\n\n{FULL}\n\n2) Ziele\n\n{FULL}\n\n2.1 Sprache\n{FULL}\ngilt.\n"
    assert said(text) == ["1. Einleitung", FULL, "2) Ziele", FULL, "2.1 Sprache", f"{FULL} gilt."]


def test_a_list_that_counts_anew_says_so() -> None:
    assert said("1. A\n2. B\n1. C\n2. D\n\n") == ["1. A", "1. B", "1. (anew) C", "1. D"]


def test_underlined_lines_are_headings() -> None:
    text = "1. Einleitung\n=============\n\nText\n\nZiele\n-----\nMehr Text\n\n----\n\n~~~~\n----\nEnde"
    assert said(text) == ["# 1. Einleitung", "Text", "## Ziele", "Mehr Text", "Ende"]


def test_a_rule_much_longer_than_the_line_above_underlines_nothing() -> None:
    assert said(f"{'-' * 60}\nAda\n{'-' * 60}\nText") == ["Ada", "Text"]


def test_a_rule_below_columns_ends_a_table() -> None:
    assert said("\n  Beginn      im Mai\n  ------------------\n\nText") == ["Beginn im Mai", "Text"]


def test_capitals_are_told_of_and_stand_alone_over_a_text() -> None:
    manuscript = read_text(f"ANHANG\n{FULL}\ngilt.\n\n".encode(), "Text.txt")
    assert [(piece.hints.is_capital, text) for piece, text in zip(manuscript.pieces, written(manuscript), strict=True)]
    assert [piece.hints.is_capital for piece in manuscript.pieces] == [True, False]
    assert is_capital("STRAßE 5")
    assert not is_capital("AG")


def test_lines_with_tabs_are_a_table() -> None:
    assert said("Name\tAmt\nAda\t50\nBerta\t51\n\nText") == ["| Name | Amt |", "| Ada | 50 |", "| Berta | 51 |", "Text"]


@pytest.mark.parametrize(
    "text",
    [
        f"1. A\n2. B\n\n{FULL}\n- x\ny\n====\n z\t1\n\f3\nmehr\n",
        "- a\n - b\n  - c\n - d\n1. e\n7. f\n\n\n9) g",
        "A\n\n\nB\n---\nC\tD\nE\tF",
    ],
)
def test_no_letter_is_lost(text: str) -> None:
    read = letters(read_text(text.encode(), "Text.txt"))
    assert {letter for letter in text if letter.isalpha()} == {letter for letter in read if letter.isalpha()}
    assert sum(read[letter] for letter in read if letter.isalpha()) == sum(map(str.isalpha, text))
