"""The Handbuch is read chapter by chapter, and found in by words."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

import ikonzept_desktop.ui
from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.ui.handbook.book import anchor_of, chapter_of, read_book, search
from ikonzept_desktop.ui.kit.german import load_german
from ikonzept_desktop.ui.window.commands import COMMANDS, MENUS
from ikonzept_desktop.ui.window.output_texts import RowTexts

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


KEY = re.compile(r"(?:(?:Strg|Umschalt|Alt)\+)+\S.*|F\d+")
OTHER_KEYS = {
    *(
        "Strg+C",
        "Strg+V",
        "Strg+X",
        "Strg+Tab",
        "Strg+Eingabe",
        "Umschalt+→",
        "Umschalt+Tab",
        "Umschalt+Eingabe",
        "Umschalt+F10",
        "F4",
        "Strg+Pos1",
        "Strg+Ende",
    ),
    *(
        "Eingabe",
        "Esc",
        "Tab",
        "Entf",
        "Rücktaste",
        "Leertaste",
        "Alt",
        "Umschalt",
        "Pfeil ab",
        "Strg",
        "Bild auf",
        "Bild ab",
    ),
}
"""Keys that are no command's: of the clipboard, of lists, of cells, of the editor and of the system."""
IN_THE_EXAMPLE = {
    "3.2 Was will das Konzept heute?",
    "3.3 Fortschreibung",
    "7 Integrationsberichterstattung und Controlling",
    "5.2.1 Sprache",
    "8 Ausblick",
}
AS_THEY_ARE_TYPED = {"20.03.2015", "20.3.15", ".icc", "1-3, 5"}
OF_THE_SYSTEM = {"Speichern"}
"""What the system's own dialogs say."""


def named_in_the_book() -> set[str]:
    """Give what the chapters set as a key or as a name on screen."""
    book = read_book(resource("handbuch"))
    return {name for chapter in book for name in re.findall(r"`([^`]+)`", chapter.markdown.replace("\n  ", ""))}


def said_by_the_program() -> set[str]:
    """Give every word of the modules of texts, of the menus and their commands, and of the template's labels."""
    said = {command.text.rstrip(" …") for command in COMMANDS} | {command.text for command in COMMANDS}
    said |= {title.replace("&", "") for title, _keys in MENUS}
    for module in pkgutil.walk_packages(ikonzept_desktop.ui.__path__, "ikonzept_desktop.ui."):
        if module.name.endswith("texts"):
            said |= set(words_in(list(vars(importlib.import_module(module.name)).values())))
    template = read_template(resource("templates", "integrationskonzept.toml"))
    return said | {field.label for kind in template.kinds for field in kind.fields}


def words_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from words_in(list(value.values()))
        case list() | tuple():
            for part in value:
                yield from words_in(part)
        case RowTexts(name=name, about=about):
            yield from (name, about)


def test_every_key_named_in_the_handbuch_is_a_key_of_the_program() -> None:
    native = QKeySequence.SequenceFormat.NativeText
    known = {QKeySequence(keys).toString(native) for command in COMMANDS for keys in command.shortcuts}
    named = {name for name in named_in_the_book() if KEY.fullmatch(name)}
    assert len(named) > 30
    assert named - known - OTHER_KEYS == set()


def test_every_name_in_the_handbuch_is_said_by_the_program() -> None:
    named = {name for name in named_in_the_book() if not KEY.fullmatch(name)} - OTHER_KEYS
    assert len(named) > 100
    assert named - said_by_the_program() - IN_THE_EXAMPLE - AS_THEY_ARE_TYPED - OF_THE_SYSTEM == set()


def test_sections_of_the_example_are_named_as_they_are() -> None:
    document = read_example(resource("example")).document
    targets = labels(document).targets
    assert {f"{label.number} {label.title}" for label in targets.values()} >= IN_THE_EXAMPLE


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
