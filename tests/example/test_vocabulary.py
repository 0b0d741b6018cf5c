"""The words generated concepts are made of."""

import random

import pytest

from ikonzept_desktop.example.sentences import Sentences
from ikonzept_desktop.example.vocabulary import Noun, vocabulary
from ikonzept_desktop.model.text import is_clean
from ikonzept_desktop.paths import resource


def noun(nominative: str) -> Noun:
    words = vocabulary()
    return next(noun for noun in (*words.common, *words.compounds) if noun.nominative == nominative)


def test_there_are_many_distinct_words() -> None:
    assert len(set(vocabulary().forms())) > 8000


@pytest.mark.parametrize("name", sorted(path.name for path in resource("vocabulary").glob("*.txt")))
def test_the_lists_are_clean_and_name_nothing_twice(name: str) -> None:
    entries = resource("vocabulary", name).read_text(encoding="utf-8").splitlines()
    assert len(set(entries)) == len(entries)
    assert all(map(is_clean, entries))


def test_compounds_decline_as_their_last_part() -> None:
    assert noun("Integrationsangebot") == Noun(
        "n", "Integrationsangebot", "Integrationsangebots", "Integrationsangebote", "Integrationsangeboten"
    )


def test_the_dative_plural_ends_in_n_unless_the_plural_ends_in_n_or_s() -> None:
    assert (noun("Stadt").dative_plural, noun("Schule").dative_plural, noun("Team").dative_plural) == (
        "Städten",
        "Schulen",
        "Teams",
    )


def test_a_noun_without_a_plural_has_none() -> None:
    assert (noun("Integration").plural, noun("Integration").dative_plural) == ("", "")


def test_the_same_chance_says_the_same() -> None:
    first, second = (Sentences(random.Random(3)) for _ in range(2))
    assert [first.sentence() for _ in range(50)] == [second.sentence() for _ in range(50)]


def test_sentences_begin_with_a_capital_and_end_with_a_full_stop() -> None:
    speaker = Sentences(random.Random(3))
    for _ in range(300):
        sentence = speaker.sentence()
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "{" not in sentence
