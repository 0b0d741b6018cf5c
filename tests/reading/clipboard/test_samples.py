"""What other programs put on the clipboard comes out as its author meant it."""

import pytest

from ikonzept_desktop.model.blocks import Alignment, Table
from ikonzept_desktop.reading.clipboard.html import table_of
from ikonzept_desktop.reading.clipboard.pasted import Omitted
from tests.reading.clipboard.said import read, said, sample

WORD = [
    "# Ausgangslage",
    (
        "Im Kreis leben Menschen aus *140 Ländern*.{Quelle: /Ausländerzentralregister/, S.~12.} Dazu gehört die "
        "/interkulturelle Öffnung/, siehe § 5 Kreis Mettmann. Mehr im [Bericht](https://www.example.org/bericht)."
    ),
    "Der Kreistag hat einstimmig beschlossen.",
    "## Angebote",
    "- Sprachkurse",
    "  - am Vormittag",
    "  - am Abend",
    "- Beratung",
    "1. anmelden",
    "  1. mit Ausweis",
    "1. kommen",
    "Eine zweite Folge:",
    "1. prüfen",
    "> Sprache ist der Schlüssel.",
    "Der Raum hat 40 m^2^, die Luft CO_2_.\\Neue Zeile.",
    "= Kurse nach Städten",
    "| Stadt | Kurse | Plätze |",
    "| (1x2) Ratingen\\und Umland | 5 | 75 |",
    "| (2x1) noch offen |",
]
BROWSER = [
    "# Sprachkurse im Kreis",
    "{lead}",
    "## Angebote",
    (
        "Im Kreis gibt es {twelve} Kurse. Näheres beim "
        "[Kreisintegrationszentrum](https://www.example.org/kurse?ort=1&jahr=2015)"
        " oder per [E-Mail](mailto:integration@example.org). Der Raum hat 40~m^2^, die Luft wenig CO_2_."
    ),
    "- Anfängerkurse",
    "  - vormittags",
    "  - abends",
    "- Fortgeschrittene",
    "1. anmelden",
    "1. teilnehmen",
    "> Sprache ist der Schlüssel.",
    "Erste Zeile\\zweite Zeile",
    "= Kurse nach Städten",
    "| Stadt | Kurse |",
    "| Ratingen | 5 |",
    "| (1x2) Velbert | 4 |",
    "| 3 |",
    "Ende.",
]


def browser(**words: str) -> list[str]:
    return [words[each[1:-1]] if each == "{lead}" else each.replace("{twelve}", words["twelve"]) for each in BROWSER]


def test_word_keeps_headings_lists_notes_tables_and_the_text_as_it_is_after_its_changes() -> None:
    assert said(sample("word-365")) == WORD


def test_what_word_adds_stays_behind_and_is_counted() -> None:
    assert read(sample("word-365")).omitted == Omitted(images=1, comments=1, deletions=1, contents=True)


def test_the_columns_of_a_word_table_keep_their_widths_and_alignments() -> None:
    table = table_of(sample("word-365"))
    assert isinstance(table, Table)
    assert [column.width for column in table.columns] == [1.5, 0.75, 0.75]
    assert [column.alignment for column in table.columns] == [Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT]
    assert (table.header_rows, table.header_columns) == (1, 0)


def test_writer_keeps_headings_lists_notes_and_tables() -> None:
    assert said(sample("libreoffice-writer")) == [
        "# Ausgangslage",
        (
            "Im Kreis leben Menschen aus *140* Ländern{Quelle: Ausländerzentralregister, S. 12.}. /Kursiv/ und "
            "[ein Link](https://www.example.org/).\\Neue Zeile, 40 m^2^."
        ),
        "## Angebote",
        "- Sprachkurse",
        "  - abends",
        "- Beratung{Auch am Telefon.}",
        "1. anmelden",
        "1. kommen",
        "| Stadt | Kurse |",
        "| Ratingen | 5 |",
        "> Sprache ist der Schlüssel.",
        "Schluss.",
    ]


def test_outlook_keeps_the_words_of_a_mail_its_quotation_and_where_its_links_lead() -> None:
    assert said(sample("outlook")) == [
        "Guten Tag,",
        "der Text ist [hier](https://www.example.org/entwurf).",
        "- Kapitel 3 fehlt",
        "*Sozialamt*\\Kreishaus",
        "> *Von:* Arbeitskreis <[arbeitskreis@example.org](mailto:arbeitskreis@example.org)>\\*Betreff:* Entwurf",
        "> Bitte bis Freitag.",
    ]


def test_chromium_spells_out_styles_and_only_their_sense_is_kept() -> None:
    assert said(sample("chromium")) == browser(lead="/Ein Überblick für das Jahr 2015./", twelve="*zwölf*")


def test_firefox_leaves_styles_out_and_the_structure_is_kept() -> None:
    assert said(sample("firefox")) == browser(lead="Ein Überblick für das Jahr 2015.", twelve="zwölf")


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_images_of_a_page_are_counted(name: str) -> None:
    assert read(sample(name)).omitted == Omitted(images=1)


def test_google_docs_wraps_everything_in_bold_that_is_none() -> None:
    assert said(sample("google-docs")) == [
        "## Bedarf",
        "Es fehlen *Plätze* für /Mütter/^1^.",
        "- Kinderbetreuung",
        "  - am Vormittag",
    ]


def test_word_in_the_browser_puts_each_item_into_a_list_of_its_own() -> None:
    assert said(sample("word-online")) == ["## Ziele", "*Teilhabe* für alle.", "- Sprache", "  - Kurse"]


def test_a_note_of_wikipedia_comes_along_wherever_it_is_referred_to() -> None:
    note = "{Landesbetrieb: /Einwohner/, 2015.}"
    assert said(sample("wikipedia")) == [
        f"Der Kreis hat zehn Städte.{note} Er liegt in Nordrhein-Westfalen.{note}",
        "## Einzelnachweise",
    ]


def test_cells_of_excel_are_a_table_with_its_header_widths_and_alignments() -> None:
    table = table_of(sample("excel"))
    assert isinstance(table, Table)
    assert said(sample("excel")) == [
        "| Stadt | Kurse | Anteil |",
        "| Ratingen | 5 | 55,6% |",
        "| Velbert | 1.204 | 44,4% |",
        "| (3x1) Stand März 2015 |",
    ]
    assert [column.width for column in table.columns] == [1.5, 0.75, 0.75]
    assert [column.alignment for column in table.columns] == [Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT]
    assert table.header_rows == 1


def test_cells_of_calc_are_a_table() -> None:
    assert said(sample("libreoffice-calc")) == ["| Stadt | Kurse |", "| Ratingen | 5 |", "| Velbert | 1.204 |"]
    table = table_of(sample("libreoffice-calc"))
    assert isinstance(table, Table)
    assert table.header_rows == 1


def test_of_a_malicious_page_only_what_is_to_be_read_is_left() -> None:
    assert said(sample("malicious-resources")) == [
        "*Der Text bleibt.*",
        "Skript Datei Freigabe Daten-Link VB [gut](https://www.example.org/)",
        "| Zelle | zwei |",
    ]


def test_entities_of_a_document_are_never_looked_up() -> None:
    assert "Anfang &datei; &fern; &c; Ende" in said(sample("malicious-entities"))
