"""What does not fit together in a concept: each is told with its reason, and what is meant so is left alone."""

import pytest

from ikonzept_desktop.checking.findings import Kind
from ikonzept_desktop.checking.sentences import sentences
from ikonzept_desktop.model.document import Document
from tests.builders import chapter, doc, fn, p, row, section, table
from tests.checking.desk import found, said


def text(*lines: str) -> Document:
    return doc(chapter("Ziele", *map(p, lines)))


def test_variants_of_a_name_are_told_with_the_usual_form_and_the_ending_of_the_place() -> None:
    document = text(
        "Das Kreisintegrationszentrum hilft. Im Kreisintegrationszentrum wird beraten.",
        "Die Leitung des Kreisintegrationszentrums tagt im Kreis-Integrationszentrum.",
        "Das Büro des KreisIntegrationsZentrums und das Kreis Integrationszentrum.",
    )
    assert said(document, Kind.NAME, Kind.SPELLING) == [
        ("Kreis-Integrationszentrum", "Kreisintegrationszentrum"),
        ("KreisIntegrationsZentrums", "Kreisintegrationszentrums"),
        ("Kreis Integrationszentrum", "Kreisintegrationszentrum"),
    ]


def test_a_linking_s_and_a_written_out_umlaut_are_variants_too() -> None:
    document = text("Der Förderverein lädt ein. Der Förderverein und der Foerderverein.")
    assert said(document, Kind.NAME, Kind.SPELLING) == [("Foerderverein", "Förderverein")]


def test_an_abbreviated_group_is_a_variant_unless_the_text_introduces_it() -> None:
    long = "Die Arbeitsgruppe Sprache tagt. Die Arbeitsgruppe Sprache berät."
    assert said(text(long, "Die AG Sprache tagt."), Kind.NAME) == [("AG Sprache", "Arbeitsgruppe Sprache")]
    assert said(text(long, "Die Arbeitsgruppe Sprache (AG Sprache) und die AG Sprache."), Kind.NAME) == []
    assert said(text(long, "Die Arbeitsgruppe Sprache (AG) und die AG Sprache."), Kind.NAME) == []
    assert said(text(long, "Die Arbeitsgruppe Sprache (AG Sprache).", "Die AG Sprache tagt."), Kind.NAME) == []


@pytest.mark.parametrize(
    "line",
    [
        "Der Sprachkurs, die Sprachkurse, den Sprachkursen, des Sprachkurses.",
        "Der Ausschuss, des Ausschusses, die Ausschüsse, den Sozialausschuss, dem Sozialausschusse.",
        "Teilnehmer, Teilnehmern, Teilnehmerin, Teilnehmerinnen, Teilnehmende, Teilnehmenden.",
        "Kultur Sport Bildung, Bildung Kultur.",
        "Mitarbeitende und Mitarbeitenden.",
    ],
)
def test_cases_and_neighbours_are_no_variants(line: str) -> None:
    assert said(text(line), Kind.NAME) == []


def test_mixed_gender_forms_are_told_with_the_usual_form() -> None:
    document = text("Die Bürger*innen und Schüler*innen.", "Die Bürger:innen, LehrerInnen und Bürgerinnen und Bürger.")
    assert said(document, Kind.GENDER) == [
        ("Bürger:innen", "Bürger*innen"),
        ("LehrerInnen", "Lehrer*innen"),
        ("Bürgerinnen und Bürger", "Bürger*innen"),
    ]


def test_one_gender_form_alone_is_never_told() -> None:
    assert said(text("Bürgerinnen und Bürger, Schülerinnen oder Schüler, Kollegen und Kolleginnen."), Kind.GENDER) == []


def test_an_irregular_form_is_told_without_a_suggestion() -> None:
    pairs = "Bürgerinnen und Bürger. Schülerinnen und Schüler."
    assert said(text(pairs, "Die Expert*innen."), Kind.GENDER) == [("Expert*innen", None)]
    signs = "Bürger*innen. Schüler*innen."
    assert said(text(signs, "Ärztinnen und Ärzte."), Kind.GENDER) == [("Ärztinnen und Ärzte", None)]


def test_double_words_are_told_but_not_relative_pronouns() -> None:
    meant = "Die Menschen, die die Sprache lernen, denken, dass sie sie brauchen."
    document = text("Er wird wird kommen, und und nicht.", meant)
    assert said(document, Kind.DOUBLE_WORD) == [("wird wird", "wird"), ("und und", "und")]


def test_double_spaces_are_told_and_a_protected_one_is_kept() -> None:
    assert said(text("Ein  Satz mit z.\u00a0 B. drei   Lücken."), Kind.DOUBLE_SPACE) == [
        ("  ", " "),
        ("\u00a0 ", "\u00a0"),
        ("   ", " "),
    ]


def test_straight_marks_become_the_ones_their_place_asks_for() -> None:
    document = text('"Ja", sagt sie ("gern"), und \'nein\'; so geht\'s. 5\' und 3" bleiben.')
    assert said(document, Kind.QUOTES) == [
        ('"', "„"),
        ('"', "“"),
        ('"', "„"),
        ('"', "“"),
        ("'", "‚"),
        ("'", "‘"),
        ("'", "’"),
    ]


def test_a_hyphen_between_spaces_and_between_years_becomes_a_dash() -> None:
    document = text("Sprache - und mehr; 2012-2015, Az. 50/020-2015, 02104 99-2015, Sozial- und Jugendamt -- gut.")
    assert said(document, Kind.DASH) == [("-", "–"), ("2012-2015", "2012–2015"), ("--", "–")]


def test_sentences_end_at_no_abbreviation_number_or_date() -> None:
    line = "Am 18. Dezember 2012, z. B. nach § 5 Abs. 2, bzw. später. Dr. Kaya kam (ca. 10 Uhr). Schluss!"
    assert [line[start:end] for start, end in sentences(line)] == [
        "Am 18. Dezember 2012, z. B. nach § 5 Abs. 2, bzw. später.",
        "Dr. Kaya kam (ca. 10 Uhr).",
        "Schluss!",
    ]


def test_a_sentence_of_more_than_forty_words_is_told_with_its_count() -> None:
    forty, more = " ".join(["Wort"] * 40) + ".", " ".join(["Wort"] * 41) + "."
    finding = next(one for one in found(text(f"{forty} {more}")) if one.kind is Kind.LONG_SENTENCE)
    assert "41 Wörter" in finding.why
    assert (finding.place.start, finding.place.end) == (len(forty) + 1, len(forty) + 1 + len(more))


def test_titles_notes_cells_and_captions_are_read_with_their_places() -> None:
    document = doc(
        section("chapter", "Ein flascher Titel", id="s"),
        chapter("Ziele", p("Text", fn("Eine flasche Note", id="n"), id="b"), id="z"),
        chapter("Zahlen", table(row("Zahl"), row("flasche"), caption="Eine flasche Unterschrift", id="t"), id="t1"),
    )
    places = [one.place for one in found(document) if one.kind is Kind.SPELLING]
    assert [(place.section, place.block, place.line, place.note) for place in places[:2]] == [
        ("s", "", "", ""),
        ("z", "b", "", "n"),
    ]
    assert [(place.block, place.line == "caption") for place in places[2:]] == [("t", True), ("t", False)]
    assert (places[0].start, places[0].end) == (4, 12)


def test_every_reason_is_one_sentence() -> None:
    document = text('Der der Koordinierungkreis  und Bürger*innen - "Bürger:innen" ' + "Wort " * 41)
    reasons = [finding.why for finding in found(document)]
    assert len(reasons) >= 7
    assert [why for why in reasons if not why.endswith(".") or why.count(". ") > 0] == []
