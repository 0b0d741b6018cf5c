"""The dictionary and its help for compounds: what is right passes, what is wrong does not."""

from pathlib import Path

import pytest

from ikonzept_desktop.checking import lexicon as module
from ikonzept_desktop.checking.lexicon import NoDictionary
from ikonzept_desktop.checking.service import suggestions
from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.paths import resource
from tests.checking.desk import found, lexicon

RIGHT = """
Kreisintegrationszentrum Koordinierungskreis Integrationsberichterstattung Zuwanderungsgeschichte Sprachmittlerpool
Handlungsfelder Querschnittsaufgabe Facharbeitsgruppe Integrationskonzept Migrantenselbstorganisation
Jugendmigrationsdienst Bildungsbeteiligung Stadtteilmütter Elterncafé Willkommenskultur Vorbereitungsklasse
Kreistagsbeschluss Beratungsfolge Sozialdezernentin Einbürgerungsquote Härtefallkommission Sprachstandserhebung
Herkunftssprache Mehrsprachigkeit Anerkennungsberatung Förderrichtlinie Verwendungsnachweis
Familiengrundschulzentrum Quartiersentwicklung Gleichstellungsbeauftragte Schulentwicklungsplanung
Kindertageseinrichtungen Antidiskriminierungsstelle kultursensibel niedrigschwellige rassismuskritisch kreisweit
beschlussreif weitergeschrieben vorhersah Maßnahmenträger Controlling Ganztags Sekundarschulen Resilienz Wülfrath
Mettmanner
"""

WRONG = """
Koordinierungkreis Integrationkonzept Gesellsschaft Leitungesstelle Arbeitplatz Verwaltng Massnahme Strasse
Zuwanderungsgschichte Sprachemittler geschriben wiedersholt Bildungbeteiligung Gesundheitamt flasch Schwimmverneine
"""


@pytest.mark.parametrize("word", RIGHT.split())
def test_a_compound_of_the_field_is_right(word: str) -> None:
    assert lexicon().knows(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_a_word_joined_or_written_wrongly_is_wrong(word: str) -> None:
    assert not lexicon().knows(word)


def test_a_part_before_a_hyphen_may_be_a_combining_form() -> None:
    assert all(map(lexicon().knows, ("Sozial-", "Integrations-", "Hochschul-", "Ganztags-")))
    assert not lexicon().knows("Integratons-")


def test_what_was_meant_is_offered_first_by_the_parts_of_a_compound() -> None:
    assert suggestions(lexicon(), "Koordinierungkreis")[0] == "Koordinierungskreis"
    assert "Straße" in suggestions(lexicon(), "Strase")


def test_suggestions_keep_the_gender_sign_and_the_parts_that_are_right() -> None:
    assert "Lehrer*innen" in suggestions(lexicon(), "Leherer*innen")
    assert "Kultur-Verein" in suggestions(lexicon(), "Kultur-Verien")


def test_at_most_two_in_a_hundred_words_of_the_example_are_not_known() -> None:
    document = read_example(resource("example")).document
    unknown = {finding.text for finding in found(document) if finding.kind == "spelling"}
    assert unknown == {"Saz-Unterricht"}


@pytest.mark.parametrize(("file", "content"), [("de_DE.dic", None), ("de_DE.aff", None), ("de_DE.dic", b"1\nquark\n")])
def test_a_missing_or_broken_dictionary_is_told_in_a_sentence(tmp_path: Path, file: str, content: bytes | None) -> None:
    for name in ("de_DE.aff", "de_DE.dic"):
        (tmp_path / name).write_bytes((resource("dictionaries") / name).read_bytes())
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_bytes(content)
    with pytest.raises(NoDictionary, match=r"^Das Wörterbuch .*\.$"):
        module.load(tmp_path)


def test_a_list_of_words_is_read_without_its_remarks(tmp_path: Path) -> None:
    file = tmp_path / "liste.txt"
    file.write_text("# Orte\nHaan\n\n Erkrath \n", encoding="utf-8")
    assert module.read_list(file) == ("Haan", "Erkrath")
    assert module.read_list(tmp_path / "keine.txt") == ()
