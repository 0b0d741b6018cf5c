"""Names found by a few of their letters."""

from ikonzept_desktop.model.fuzzy import rank, spans

SECTIONS = [
    "1 Einleitung",
    "5 Querschnittsaufgaben und Handlungsfelder",
    "5.2 Handlungsfelder",
    "5.2.1 Sprache",
    "5.2.2 Bildung und Ausbildung",
    "15.2 Übergänge",
    "Anlage 1 Straßenverzeichnis",
]


def test_nothing_typed_gives_every_name_in_its_order() -> None:
    assert rank("", SECTIONS) == list(range(len(SECTIONS)))
    assert rank("  ", SECTIONS) == list(range(len(SECTIONS)))


def test_a_number_and_the_beginning_of_a_title_find_the_section() -> None:
    assert rank("5.2 spr", SECTIONS) == [3]
    assert rank("spr 5.2", SECTIONS) == [3]


def test_the_whole_number_comes_before_longer_ones_and_these_before_numbers_that_hold_it() -> None:
    assert rank("5.2", SECTIONS) == [2, 3, 4, 5]


def test_the_beginning_of_a_word_comes_before_its_middle() -> None:
    assert rank("bildung", ["Ausbildung", "Bildung", "Die Bildung"]) == [1, 2, 0]


def test_umlauts_are_met_with_and_without_their_dots_and_spelt_out() -> None:
    for typed in ("übergänge", "ubergange", "uebergaenge", "ÜBERG", "ueb"):
        assert rank(typed, SECTIONS) == [5], typed


def test_a_sharp_s_is_met_by_two_of_them_and_the_other_way_round() -> None:
    assert rank("strassen", SECTIONS) == [6]
    assert rank("maß", ["Massnahme", "Maßnahme"]) == [0, 1]


def test_beginnings_of_words_typed_in_one_find_the_name() -> None:
    assert rank("neuab", ["Neuer Abschnitt", "Neues Konzept …", "Abschnitt"]) == [0]


def test_a_letter_or_two_left_out_still_find_the_word() -> None:
    assert rank("abscnitt", ["Neuer Abschnitt", "Abstimmung"]) == [0]
    assert rank("abit", ["Abschnitt"]) == []


def test_every_word_has_to_be_met() -> None:
    assert rank("5.2 sport", SECTIONS) == []


def test_names_that_are_met_alike_keep_their_order() -> None:
    assert rank("tab", ["Tabelle 1 Eine lange Tabelle", "Tabelle 2", "Abbildung 1", "Tabelle 3"]) == [0, 1, 3]


def test_what_was_met_is_named_in_code_points_of_the_name() -> None:
    assert spans("5.2 spr", "5.2.1 Sprache") == [(0, 3), (6, 9)]
    assert spans("strass", "Straße") == [(0, 5)]
    assert spans("ueber", "Übergänge") == [(0, 4)]
    assert spans("xyz", "Übergänge") == []


def test_signs_outside_of_the_alphabet_do_no_harm() -> None:
    assert rank("🙂", ["Gruß 🙂", "Gruß"]) == [0]
    assert rank("\u0301", ["e\u0301"]) == rank("", ["e\u0301"])
