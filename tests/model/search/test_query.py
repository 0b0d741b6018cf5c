"""What meets what: a query and a line of characters."""

import pytest

from ikonzept_desktop.model.search.query import BadPattern, Query, TookTooLong
from ikonzept_desktop.model.search.search import search
from tests.builders import chapter, doc, p


def found(text: str, query: Query) -> list[str]:
    """Give what is found in a paragraph."""
    hits = search(doc(chapter("", p(text))), query)
    return [hit.passage.text[slice(*span)] for hit in hits for span in hit.spans]


def test_capitals_count_only_when_asked() -> None:
    assert found("Kreis KREIS kreis", Query("kreis")) == ["Kreis", "KREIS", "kreis"]
    assert found("Kreis KREIS kreis", Query("kreis", case=True)) == ["kreis"]


def test_whole_words_end_where_letters_end() -> None:
    assert found("Kreis, Kreistag und Landkreis", Query("Kreis", whole_words=True)) == ["Kreis"]
    assert found("§ 5, § 51", Query("§ 5", whole_words=True)) == ["§ 5"]
    assert found("Ämter Amt", Query("mter", whole_words=True)) == []
    assert found("usw.und", Query("usw.", whole_words=True)) == ["usw."]


def test_plain_quotes_dashes_and_spaces_meet_their_typographic_forms() -> None:
    assert found("Das „Haus“ hier", Query('"haus"')) == ["„Haus“"]
    assert found("2012–2015 und 2012-2015", Query("2012-2015")) == ["2012–2015", "2012-2015"]
    assert found("z.\u00a0B. und z. B.", Query("z. B.")) == ["z.\u00a0B.", "z. B."]
    assert found("so … so ...", Query("so ...")) == ["so …", "so ..."]


def test_a_protected_space_that_was_copied_meets_a_plain_one() -> None:
    assert found("z. B.", Query("z.\u00a0B.")) == ["z. B."]


def test_typographic_forms_meet_themselves_alone() -> None:
    assert found("2012–2015 und 2012-2015", Query("2012–2015")) == ["2012–2015"]


def test_a_soft_hyphen_does_not_hide_a_word() -> None:
    assert found("Integra\u00adtion", Query("integration")) == ["Integra\u00adtion"]


@pytest.mark.parametrize("typed", ["Massnahme", "Maßnahme"])
def test_umlauts_spelt_out_are_met_when_asked(typed: str) -> None:
    assert found("Maßnahme Massnahme", Query(typed, umlauts=True)) == ["Maßnahme", "Massnahme"]
    assert len(found("Maßnahme Massnahme", Query(typed))) == 1


def test_umlauts_spelt_out_keep_to_the_case_when_asked() -> None:
    query = Query("Überblick", umlauts=True, case=True)
    assert found("Überblick Ueberblick ueberblick", query) == ["Überblick", "Ueberblick"]


def test_signs_of_regular_expressions_are_plain_signs_in_words() -> None:
    assert found("a.b axb (a)", Query("a.b")) == ["a.b"]
    assert found("a.b axb (a)", Query("(a)")) == ["(a)"]


def test_letters_whose_small_form_is_longer_move_nothing() -> None:
    assert found("İİ Kreis", Query("kreis")) == ["Kreis"]


def test_regular_expressions_find_what_they_describe() -> None:
    assert found("Im Jahr 2012 und 2015", Query(r"\d{4}", is_regex=True)) == ["2012", "2015"]
    assert found("eins ein", Query("ein|eins", is_regex=True, whole_words=True)) == ["eins", "ein"]
    assert found("Ämter ämter", Query("^ä", is_regex=True)) == ["Ä"]


def test_a_regular_expression_that_meets_nothing_at_all_finds_nothing() -> None:
    assert found("Kreis", Query("x*", is_regex=True)) == []


@pytest.mark.parametrize("pattern", ["(", "[", "*", r"\9", "a{2,1}", "(" * 900, "a)(b"])
def test_a_broken_regular_expression_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern):
        found("Kreis", Query(pattern, is_regex=True, whole_words=True))


def test_the_place_of_the_mistake_is_told() -> None:
    with pytest.raises(BadPattern) as caught:
        found("Kreis", Query("Kreis(", is_regex=True))
    assert caught.value.position == 6


@pytest.mark.parametrize("pattern", ["(?:(?:a{1000}){1000}){1000}", "a{100000}", "(a|(?R))*", "(?P<x>a(?&x)?)"])
def test_a_regular_expression_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern):
        found("aaa", Query(pattern, is_regex=True))


def test_a_regular_expression_with_no_end_is_given_up() -> None:
    with pytest.raises(TookTooLong):
        found("a" * 40 + " x", Query("(a|aa)+[xy]", is_regex=True))


def test_nothing_and_far_too_much_find_nothing() -> None:
    assert found("Kreis", Query("")) == []
    assert found("Kreis" * 300, Query("Kreis" * 300)) == []
