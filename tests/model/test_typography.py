"""Typographic help: what becomes of what is typed, key by key. `~` stands for a protected space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.model.typography import ADDRESS_REACH, EVERY_RULE, Rule, correction, replacements


def typed(keys: str, rules: frozenset[Rule] = EVERY_RULE) -> str:
    text = ""
    for key in keys:
        text += key
        if (found := correction(text[-ADDRESS_REACH:], rules)) is not None:
            text = text[: len(text) - found.taken] + found.text
    return text.replace("\u00a0", "~")


def applied(text: str) -> str:
    for each in reversed(replacements(text)):
        text = text[: each.start] + each.text + text[each.end :]
    return text.replace("\u00a0", "~")


EXAMPLES = [
        ('Er sagt "ja".', "Er sagt „ja“."),
        ('("ja")', "(„ja“)"),
        ('"ja"', "„ja“"),
        ("'ja', \"sagt 'wer'?\"", "‚ja‘, „sagt ‚wer‘?“"),
        ("wie geht's, Hans' Haus", "wie geht’s, Hans’ Haus"),
        ("'wie geht's?'", "‚wie geht’s?‘"),
        ('"Das ist -- "', "„Das ist – „"),
        ('"Das ist --"', "„Das ist –“"),
        ("eins -- zwei", "eins – zwei"),
        ("eins - zwei", "eins – zwei"),
        ("Sprach- und", "Sprach- und"),
    ("eins - - zwei", "eins – – zwei"),
        ("- eins", "- eins"),
        ("---", "–-"),
        ("Warten...", "Warten…"),
        ("....", "….") ,
        ("z. B. und z.B.", "z.~B. und z.~B."),
        ("d. h. i.d.R. u. a. Chr. n. Chr.", "d.~h. i.~d.~R. u.~a. Chr. n.~Chr."),
        ("a.b.c. und Bau. B.", "a.b.c. und Bau. B."),
        ("§ 5 Abs. 2 Nr. 3, S. 12", "§~5 Abs.~2 Nr.~3, S.~12"),
        ("§§ 5", "§§~5"),
        ("Gas. 5", "Gas. 5"),
        ("Dr. Müller und J. S. Bach", "Dr.~Müller und J.~S. Bach"),
        ("10 km, 40 m² 5 % und 10 €", "10~km, 40~m² 5~% und 10~€"),
        ("10 kmh ", "10 kmh "),
        ("um 10 Uhr.", "um 10~Uhr."),
        ("am 1. Januar 2015", "am 1.~Januar 2015"),
        ("von 2015-2017, 2015-17 (8-12)", "von 2015–2017, 2015–17 (8–12)"),
        ("50-2015 17-5 02-7 2015-06-22 A-4 1-2-3 ", "50-2015 17-5 02-7 2015-06-22 A-4 1-2-3 "),
        ("https://a.example/x--y/... ok -- gut", "https://a.example/x--y/... ok – gut"),
        ("www.a.example/2015-2017 ", "www.a.example/2015-2017 "),
        (r"\\server\a--b ", r"\\server\a--b "),
        ('"https://a.example/x"', "„https://a.example/x“"),
    ]  # fmt: skip


@pytest.mark.parametrize(("keys", "text"), EXAMPLES)
def test_keys_become_typography(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize("keys", [keys for keys, _text in EXAMPLES])
def test_what_was_written_without_the_help_becomes_the_same(keys: str) -> None:
    assert applied(keys) == typed(keys)


def test_an_address_is_known_by_its_beginning_however_long_it_is() -> None:
    assert typed("https://a.example/" + "x" * 120 + "--y") == "https://a.example/" + "x" * 120 + "--y"


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        (Rule.QUOTES, '"ja" geht\'s'),
        (Rule.DASHES, "a -- b - c"),
        (Rule.ELLIPSIS, "a..."),
        (Rule.SPACES, "z. B. 10 km "),
        (Rule.RANGES, "2015-2017 "),
    ],
)
def test_a_rule_that_is_switched_off_leaves_everything(rule: Rule, keys: str) -> None:
    assert typed(keys) != keys
    assert typed(keys, EVERY_RULE - {rule}) == keys


@given(st.text("ab \"'-.59§%zBkm,\u00a0", max_size=40))
def test_a_text_corrected_afterwards_is_as_if_typed_with_the_help(text: str) -> None:
    assert applied(text) == typed(text)


@given(st.text(max_size=30))
def test_corrections_lie_apart_and_in_order(text: str) -> None:
    end = 0
    for each in replacements(text):
        assert end <= each.start <= each.end <= len(text)
        end = each.end
