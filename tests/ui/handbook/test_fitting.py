"""F1 opens the Handbuch at what fits where the keyboard is, beside the concept."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

import ikonzept_desktop.ui
from ikonzept_desktop.model.blocks import Figure, Table
from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.handbook.book import read_book
from ikonzept_desktop.ui.handbook.fitting import FITS, Fit, fitting
from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
from ikonzept_desktop.ui.program import Program
from tests.pictures import taking
from tests.ui.audit.screens import FORM, LONG, SCREENS, TABLED, Place
from tests.ui.desk import settle, shown


@pytest.fixture(scope="module")
def concept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return taking.example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def place(program: Program, concept: Path, tmp_path: Path) -> Iterator[Place]:
    window = shown(program, taking.fresh(concept, tmp_path / "concept"))
    window.resize(1440, 900)
    window.activateWindow()
    yield Place(program, window, tmp_path)
    for top in QApplication.topLevelWidgets():
        if isinstance(top, HandbookWindow):
            top.close()


def in_table(place: Place) -> None:
    place.section(TABLED)
    place.open_atom(Table)


def in_figure(place: Place) -> None:
    place.section(TABLED)
    place.open_atom(Figure)


def by_command(key: str) -> Callable[[Place], None]:
    def go(place: Place) -> None:
        place.section(LONG)
        place.command(key)

    return go


def in_note(place: Place) -> None:
    place.section(LONG)
    place.command("note_jump")
    place.command("note_jump")


def in_tabs(place: Place) -> None:
    place.section(FORM)
    tabs = [part for part in place.window.findChildren(QWidget) if type(part).__name__ == "FieldTabs"]
    next(one for one in tabs if one.isVisible()).setFocus()


def in_findings(place: Place) -> None:
    place.section(LONG)
    place.command("findings")
    parts = place.window.side.page().findChildren(QAbstractButton)
    next(part for part in parts if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus).setFocus()


WAYS: dict[str, Callable[[Place], None]] = {
    "Gliedern": lambda place: place.window.outline.setFocus(),
    "Schreiben und einfügen": lambda place: place.section(LONG),
    "Das Fenster": lambda place: place.window.inspector.status.setFocus(),
    "Felder, Maßnahmen und Listen": in_tabs,
    "Tabellen": in_table,
    "Bilder": in_figure,
    "Fußnoten, Verweise, Links, Abkürzungen": in_note,
    "Rechtschreibung und Befunde": in_findings,
    "Suchen, Ersetzen, Befehle": by_command("find"),
    "Überblick, Notizen, zweiter Text": by_command("overview"),
}


def open_book() -> HandbookWindow:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, HandbookWindow) and w.isVisible())


def help_asked(place: Place) -> HandbookWindow:
    settle()
    place.window.actions_by_key["handbook"].trigger()
    settle()
    return open_book()


@pytest.mark.parametrize("chapter", WAYS)
def test_f1_opens_the_chapter_that_fits(place: Place, chapter: str) -> None:
    WAYS[chapter](place)
    assert help_asked(place).windowTitle() == f"{chapter} – Handbuch – iKonzept"
    assert place.window.isVisible()


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("notes", "Fußnoten"),
        ("comments", "Notizen"),
        ("second_text", "Zweiter Text"),
        ("reference", "Querverweise"),
        ("palette", "Jeder Befehl ohne Maus"),
        ("dangling", "Querverweise"),
        ("returns", "Wer welche Kopie hat"),
    ],
)
def test_f1_opens_at_the_heading_that_fits(place: Place, key: str, heading: str) -> None:
    by_command(key)(place)
    assert help_asked(place).page.textCursor().block().text() == heading


def test_f1_in_the_page_view_opens_at_what_is_said_of_it(place: Place) -> None:
    SCREENS["pages"](place)
    assert help_asked(place).page.textCursor().block().text() == "Seitenansicht"


def test_a_book_that_is_being_read_is_left_where_it_is(place: Place) -> None:
    place.section(LONG)
    help_asked(place).show_chapter("01-erste-schritte")
    place.section(FORM)
    assert help_asked(place).windowTitle().startswith("Erste Schritte")


def test_for_something_special_even_a_book_that_is_being_read_turns_over(place: Place) -> None:
    place.section(LONG)
    help_asked(place).show_chapter("01-erste-schritte")
    in_table(place)
    shown_now = help_asked(place)
    assert shown_now.windowTitle().startswith("Tabellen")
    shown_now.go_back()
    assert shown_now.windowTitle().startswith("Erste Schritte")


def test_where_nothing_fits_the_book_opens_at_its_beginning() -> None:
    assert fitting(None) == Fit("", anywhere=True)


def test_every_place_that_fits_is_in_the_book_and_in_the_program() -> None:
    anchors = {
        (chapter.key, passage.anchor) for chapter in read_book(resource("handbuch")) for passage in chapter.passages
    }
    chapters = {key for key, _anchor in anchors}
    assert [fit for fit in FITS.values() if (fit.chapter, fit.anchor) not in anchors and fit.anchor] == []
    assert {fit.chapter for fit in FITS.values()} <= chapters
    names = set()
    for module in pkgutil.walk_packages(ikonzept_desktop.ui.__path__, "ikonzept_desktop.ui."):
        names |= set(vars(importlib.import_module(module.name)))
    assert set(FITS) - names == set()
