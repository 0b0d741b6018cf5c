"""The Handbuch is read chapter by chapter, and found in by words."""

import re

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.handbook.book import anchor_of, chapter_of, read_book, search
from ikonzept_desktop.ui.kit.german import load_german
from ikonzept_desktop.ui.window.commands import COMMANDS

TABLES = chapter_of(
    "06-tabellen", "# Tabellen\n\nZeilen und Spalten.\n\n## Zellen verbinden\n\nMit `Strg+M` werden **Zellen** eine.\n"
)
PICTURES = chapter_of(
    "07-bilder", "# Bilder\n\n![Das Übungsbild](bild.png)\n\nZellen gibt es in [Tabellen](06-tabellen.md)."
)
BOOK = (TABLES, PICTURES)


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> None:
    assert load_german(qapp)


def test_a_chapter_has_its_first_heading_as_title_and_a_passage_for_each_heading() -> None:
    assert (TABLES.title, [passage.heading for passage in TABLES.passages]) == (
        "Tabellen",
        ["Tabellen", "Zellen verbinden"],
    )


def test_the_signs_of_markdown_and_pictures_are_no_words() -> None:
    assert TABLES.passages[1].text == "Mit Strg+M werden Zellen eine."
    assert PICTURES.passages[0].text == "Zellen gibt es in Tabellen."


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("zellen", ["Zellen verbinden", "Bilder"]),
        ("ZELLEN strg+m", ["Zellen verbinden"]),
        ("spälten", ["Tabellen"]),
        ("Übungsbild", []),
        ("  ", []),
    ],
)
def test_a_passage_is_found_by_all_its_words_headings_first(question: str, found: list[str]) -> None:
    assert [hit.passage.heading for hit in search(BOOK, question)] == found


def test_an_excerpt_shows_the_word_between_whole_words() -> None:
    long = chapter_of("a", "# A\n\n" + "Anfang " * 30 + "Straße " + "Ende " * 30)
    (hit,) = search((long,), "strasse")
    assert hit.excerpt.startswith("… Anfang ")
    assert " Straße Ende " in hit.excerpt
    assert hit.excerpt.endswith(" Ende …")


def test_an_anchor_is_small_letters_and_hyphens() -> None:
    assert anchor_of("Wörter, die „fehlen“: 3.2") == "wörter-die-fehlen-3-2"


def test_every_key_named_in_the_handbuch_is_a_key_of_the_program() -> None:
    native = QKeySequence.SequenceFormat.NativeText
    known = {QKeySequence(keys).toString(native) for command in COMMANDS for keys in command.shortcuts}
    named = {
        key
        for chapter in read_book(resource("handbuch"))
        for key in re.findall(r"`((?:Strg|Umschalt|Alt|F\d+)(?:\+[^`]+)?)`", chapter.markdown)
    }
    named = {key for key in named if "Strg" in key or "Alt" in key or re.fullmatch(r"(Umschalt\+)?F\d+", key)}
    assert named
    assert named - known == set()


def test_every_command_named_in_the_handbuch_with_three_dots_is_one_of_the_program() -> None:
    known = {command.text for command in COMMANDS}
    named = {
        name for chapter in read_book(resource("handbuch")) for name in re.findall(r"`([^`]+ …)`", chapter.markdown)
    }
    assert named
    assert named - known == set()


def test_links_and_pictures_of_the_handbuch_lead_somewhere() -> None:
    book = read_book(resource("handbuch"))
    anchors = {(chapter.key, passage.anchor) for chapter in book for passage in chapter.passages}
    for chapter in book:
        for alternative, name in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", chapter.markdown):
            assert alternative
            assert (resource("handbuch", "bilder") / name).is_file(), name
        for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", chapter.markdown):
            key, _, anchor = target.partition("#")
            key = key.removesuffix(".md") or chapter.key
            assert key == "99-tasten" or any(key == other.key for other in book), target
            assert not anchor or (key, anchor) in anchors, target
