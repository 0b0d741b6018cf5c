"""Typed numbers are read, and make sequences."""

import pytest

from ikonzept_desktop.importing.recognition.numbers import Scheme, roman, sequence, typed_number


@pytest.mark.parametrize(
    ("line", "number", "cut"),
    [
        ("5.2.1 Sprache", (5, 2, 1), "5.2.1 "),
        ("5.2.1. Sprache", (5, 2, 1), "5.2.1. "),
        (" 1\u00a0\u00a0Einleitung", (1,), " 1\u00a0\u00a0"),
        ("1.Einleitung", (1,), "1."),
        ("2: Ziele", (2,), "2: "),
        ("2 – Ziele", (2,), "2 – "),
        ("3) Ausblick", (3,), "3) "),
        ("Kapitel 3: Lage", (3,), "Kapitel 3: "),
        ("Anlage 2 – Zahlen", (2,), "Anlage 2 – "),
        ("Anhang B Zahlen", (2,), "Anhang B "),
        ("Handlungsfeld 3: Sport", (3,), "Handlungsfeld 3: "),
        ("III. Ziele", (3,), "III. "),
        ("A. Ziele", (1,), "A. "),
        ("5.2.1\nSprache", (5, 2, 1), "5.2.1\n"),
    ],
)
def test_a_number_is_read_with_all_that_goes_with_it(line: str, number: tuple[int, ...], cut: str) -> None:
    typed = typed_number(line)
    assert typed is not None
    assert (typed.number, typed.cut) == (number, cut)


@pytest.mark.parametrize(
    "line",
    [
        "2015 war ein gutes Jahr",
        "18. Dezember 2012",
        "10 Jahre Integration",
        "100 Familien",
        "Ziele",
        "In Haan",
        "Anlagen zum Konzept",
        "Teilnehmer 3",
        "IM Herbst",
        "0.5 Stellen",
        "5%",
        "3,5 Stellen",
        "3.500 Menschen",
    ],
)
def test_a_year_a_day_an_amount_are_none(line: str) -> None:
    assert typed_number(line) is None


def test_roman_numbers_are_read_strictly() -> None:
    assert [roman(signs) for signs in ("I", "IV", "IX", "XIV", "XL", "IIII", "VX", "")] == [1, 4, 9, 14, 40, 0, 0, 0]
    assert [typed_number(line) for line in ("IIII. Ziele", "Ich")] == [None, None]
    first = typed_number("I. Ziele")
    assert first is not None
    assert first.scheme is Scheme.ROMAN


def test_a_sequence_goes_to_successors_children_and_back() -> None:
    numbers = [(1,), (1, 1), (1, 2), (1, 2, 1), (2,), (2, 1), (3,)]
    assert sequence(numbers, lambda _: 1.0) == list(range(7))


def test_what_does_not_follow_is_left_out() -> None:
    numbers = [(1,), (31,), (2,), (2,), (2, 1), (7, 1), (3,)]
    assert sequence(numbers, lambda index: 0.5 if index == 2 else 1.0) == [0, 3, 4, 6]


def test_a_missing_number_is_forgiven() -> None:
    assert sequence([(1,), (1, 1), (1, 3), (2,)], lambda _: 1.0) == [0, 1, 2, 3]


def test_what_looks_like_something_else_is_passed_over() -> None:
    weights = [1.0, -2.5, -2.5, -2.5, 1.0]
    assert sequence([(1,), (1,), (2,), (3,), (2,)], lambda index: weights[index]) == [0, 4]
