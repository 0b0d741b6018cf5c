"""Which words a speller is asked for, where they stand, and in which forms."""

import pytest

from ikonzept_desktop.checking.words import flat, questions, words_of
from ikonzept_desktop.model.inline import CrossReference, Footnote, LineBreak, Text, length
from tests.checking.desk import words, wrong


def test_positions_count_code_points_past_emoji_and_combining_signs() -> None:
    line = "😀 Kreis, a\u0301ber 👨‍👩‍👧 Ziel"
    found = [(line[word.start : word.end], word.text) for word in words_of(line)]
    assert found == [("Kreis", "Kreis"), ("a\u0301ber", "a\u0301ber"), ("Ziel", "Ziel")]


def test_a_flat_line_has_one_character_for_each_position() -> None:
    inlines = (
        Text("Ein 😀"),
        Footnote("n", (Text("Quelle"),)),
        LineBreak(),
        Text("Derneği", language="tr"),
        CrossReference("x"),
        Text("Ende"),
    )
    line = flat(inlines)
    assert len(line) == length(inlines)
    assert words(line) == ["Ein", "Ende"]


@pytest.mark.parametrize(
    "line",
    [
        "https://www.kreis-metman.de/Sozialles",
        "www.integraton.nrw",
        "poststele@kreis-metman.de",
        r"H:\Konzpt\Entwrf.docx",
        "konzpt.pdf",
        "KI NRW BITV PKWs LSBTIQ",
        "XIV III",
        "H2O 5a 2b",
        "مرحبا Здравствуйте",
        "z. B.",
    ],
)
def test_what_is_no_german_word_is_not_asked_for(line: str) -> None:
    assert wrong(line) == []
    assert [word for word in words(line) if not word.isupper()] == []


@pytest.mark.parametrize(
    "word",
    [
        *("Bürger*innen", "Bürger:innen", "Bürger_innen", "Bürger/-innen", "Bürger/innen", "Bürger•innen"),
        *("BürgerInnen", "Lehrer*in", "Kolleg·innen", "Expert:innen", "jede*r", "ein*e", "der*die", "qualifizierte*r"),
        *("Lehrer*innenzimmer", "Teilnehmer:innenzahl", "LehrerInnenzimmer"),
    ],
)
def test_gender_forms_are_right(word: str) -> None:
    assert words(word) == [word]
    assert wrong(word) == []


def test_a_mistake_within_a_gender_form_is_found() -> None:
    assert wrong("Bürrger*innen und Leherer:innen, jed*r") == ["Bürrger*innen", "Leherer:innen", "jed*r"]


def test_words_with_hyphens_are_right_where_their_parts_are() -> None:
    assert wrong("Sozial- und Jugendhilfe, E-Mail-Adresse, NRW-Kommune, Kultur‑Verein, Kick-off") == []
    assert wrong("Kultur-Verien, Integratons-Konzept") == ["Kultur-Verien", "Integratons-Konzept"]


def test_a_capital_within_a_gender_form_is_asked_for_as_a_small_one() -> None:
    assert questions("KollegInnenkreis") == (("Kolleginnenkreis",),)


def test_a_soft_hyphen_is_no_part_of_a_word() -> None:
    assert questions("Inte\u00adgration") == (("Integration",),)


def test_an_abbreviation_is_right_with_its_full_stop_alone() -> None:
    assert wrong("ggf. und bzw. auch vgl. und Tsd. Euro") == []
    assert wrong("Tsd Euro") == ["Tsd"]


def test_double_s_and_sharp_s_are_told_apart() -> None:
    assert wrong("Straße, Fluss, Maßnahme, dass") == []
    assert wrong("Strasse, Fluß, Massnahme, daß") == ["Strasse", "Fluß", "Massnahme", "daß"]


def test_own_words_are_right_with_their_genitive_and_before_a_hyphen() -> None:
    assert wrong("Habiba-Kurs, Habibas Kurs, Habiba", "Habiba") == []
    assert wrong("Habiba") == ["Habiba"]
