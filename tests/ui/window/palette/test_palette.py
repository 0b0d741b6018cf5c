"""Every command and every place by a few letters."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit import german
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.commands import COMMANDS
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.finding.panel import FindPanel
from ikonzept_desktop.ui.window.palette import texts
from ikonzept_desktop.ui.window.palette.box import WIDE_FROM, CommandBox
from ikonzept_desktop.ui.window.palette.entries import Entry
from ikonzept_desktop.ui.window.palette.popup import Palette
from tests.builders import chapter, doc, field, field_of_action, p, record, records, table
from tests.builders import row as cells
from tests.ui.desk import made, settle, shown

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def concept() -> Document:
    """Give a concept with a table and a measure to go to."""
    return doc(
        chapter("Einleitung", p("Der Kreis."), id="one"),
        chapter("Ziele", p("Text"), table(cells("a"), caption="Übersicht", id="t"), id="two"),
        field_of_action(
            "Sprache",
            field("abbreviation", "S"),
            records("measures", record(title="Kurs", id="m1"), record(title="Lotsen", id="m2")),
            id="three",
        ),
    )


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = shown(program, made(tmp_path / "a.ikonzept", concept()))
    window.resize(1440, 800)
    window.activateWindow()
    window.show_section("one")
    window.text.focus_field()
    settle()
    return window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)
    settle()


def palette_of(window: ConceptWindow) -> Palette:
    (palette,) = window.findChildren(Palette)
    return palette


def opened(window: ConceptWindow, typed: str = "", *, going: bool = False) -> list[Entry]:
    """Open the palette by its keys, type, and give what it offers."""
    press(Key.Key_G, CTRL) if going else press(Key.Key_P, CTRL | SHIFT)
    QTest.keyClicks(focused(), typed)
    settle()
    return palette_of(window).model.entries


def names(entries: list[Entry]) -> list[str]:
    return [entry.name for entry in entries]


def test_every_command_is_offered_with_its_menu_and_its_key(window: ConceptWindow) -> None:
    entries = {entry.command: entry for entry in opened(window) if entry.command}
    assert set(entries) >= {command.key for command in COMMANDS} - {"palette"}
    save = entries["save"]
    assert (save.name, save.detail, bool(save.keys)) == ("Jetzt sichern", "Datei", True)
    inner = [entry for entry in entries.values() if entry.detail == "Gliederung › Neuer Abschnitt der Art"]
    assert "Kapitel" in [entry.name for entry in inner]


def test_typing_and_return_run_a_command_where_the_keyboard_was(window: ConceptWindow) -> None:
    text = focused()
    assert names(opened(window, "kursiv"))[0] == "Kursiv"
    press(Key.Key_Return)
    assert (focused(), window.actions_by_key["italic"].isChecked()) == (text, True)
    assert palette_of(window).isHidden()


def test_escape_changes_nothing_and_gives_the_keyboard_back(window: ConceptWindow) -> None:
    text = focused()
    opened(window, "losch")
    press(Key.Key_Escape)
    assert (focused(), palette_of(window).isHidden()) == (text, True)
    assert len(window.session.document.sections) == 3


def test_a_section_is_opened_by_its_number_and_a_few_letters(window: ConceptWindow) -> None:
    assert names(opened(window, "3 spr")) == ["3 Sprache", texts.search_for("3 spr")]
    press(Key.Key_Return)
    assert window.text.section() == "three"
    assert window.text.isAncestorOf(focused())


def test_what_was_used_last_comes_first(window: ConceptWindow) -> None:
    opened(window, "fett")
    press(Key.Key_Return)
    opened(window, "text grosser")
    press(Key.Key_Return)
    entries = opened(window)
    assert names(entries)[:2] == ["Text größer", "Fett"]
    assert [entry.recent for entry in entries[:3]] == [True, True, False]
    assert names(entries).count("Fett") == 1


def test_a_command_that_cannot_be_done_says_why_and_stays(window: ConceptWindow) -> None:
    window.outline.tree.setFocus()
    settle()
    window.show_section("three")
    settle()
    opened(window, "fett")
    palette = palette_of(window)
    assert palette.said.text() == texts.NO_TEXT
    press(Key.Key_Return)
    assert palette.isVisible()
    palette.line.clear()
    QTest.keyClicks(palette.line, "ruckg")
    assert (palette.said.text(), palette.said.isVisible()) == (texts.NOTHING_TO_UNDO, True)


def test_a_concept_to_be_read_says_that_nothing_in_it_can_be_changed(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept", concept()), read_only=True)
    window.activateWindow()
    opened(window, "abschnitt verdoppeln")
    assert palette_of(window).said.text() == texts.ONLY_TO_READ


def test_arrows_walk_through_the_list_and_round_its_ends(window: ConceptWindow) -> None:
    entries = opened(window, "abschnitt")
    palette = palette_of(window)
    press(Key.Key_Down)
    assert (palette.list.currentIndex().row(), focused()) == (1, palette.line)
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert palette.list.currentIndex().row() == len(entries) - 1
    assert palette.line.accessibleDescription().startswith(entries[-1].name)


def test_the_palette_goes_when_the_keyboard_goes_elsewhere(window: ConceptWindow) -> None:
    opened(window)
    window.outline.tree.setFocus()
    settle()
    assert (palette_of(window).isHidden(), focused()) == (True, window.outline.tree)


def test_what_was_typed_can_be_searched_for_in_the_concept(window: ConceptWindow) -> None:
    assert names(opened(window, "Kreis."))[-1] == texts.search_for("Kreis.")
    press(Key.Key_Up)
    press(Key.Key_Return)
    panel = window.drawer.panel
    assert isinstance(panel, FindPanel)
    assert (panel.line.text(), panel.list.model().rowCount()) == ("Kreis.", 2)


def test_go_to_offers_places_alone(window: ConceptWindow) -> None:
    entries = opened(window, going=True)
    assert names(entries) == [
        *("1 Einleitung", "2 Ziele", "Tabelle 1 Übersicht"),
        *("3 Sprache", "S 1 Kurs", "S 2 Lotsen"),
    ]
    assert [entry.detail for entry in entries[2:5]] == ["Tabelle", "Abschnitt", "Maßnahme"]


def test_go_to_selects_a_table_in_its_text(window: ConceptWindow) -> None:
    opened(window, "uebersicht", going=True)
    press(Key.Key_Return)
    text = focused()
    assert isinstance(text, RichTextEdit)
    assert (window.text.section(), text.textCursor().selectedText()) == ("two", "\ufffc")


def test_go_to_chooses_a_measure_in_its_list(window: ConceptWindow) -> None:
    opened(window, "s 2", going=True)
    press(Key.Key_Return)
    listed = focused()
    assert isinstance(listed, QListView)
    assert listed.currentIndex().row() == 1


def test_nothing_that_fits_is_one_sentence(window: ConceptWindow) -> None:
    assert opened(window, "xyzxyz", going=True) == []
    assert palette_of(window).said.text() == texts.NO_TARGET
    press(Key.Key_Return)
    assert palette_of(window).isVisible()


def test_the_box_shrinks_to_its_icon_where_the_window_is_narrow(window: ConceptWindow) -> None:
    (box,) = window.findChildren(CommandBox)
    assert (box.width() > 200, box.is_wide()) == (True, True)
    window.resize(WIDE_FROM - 1, 800)
    settle()
    assert (box.width() < 40, box.is_wide()) == (True, False)
    assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name) == texts.SEARCH_OR_COMMAND


def test_the_box_opens_the_palette_by_mouse_and_by_enter(window: ConceptWindow) -> None:
    (box,) = window.findChildren(CommandBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert palette_of(window).isVisible()
    press(Key.Key_Escape)
    box.setFocus()
    press(Key.Key_Return)
    assert palette_of(window).isVisible()


def test_keys_are_named_as_germans_read_them(window: ConceptWindow, qapp: QApplication) -> None:
    german.load_german(qapp)
    said = {keys: QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in _every_key()}
    english = {
        "Ctrl",
        "Shift",
        "Del",
        "PgUp",
        "PgDown",
        "Home",
        "End",
        "Return",
        "Enter",
        "Up",
        "Down",
        "Left",
        "Right",
    }
    assert not {keys: words for keys, words in said.items() if english & set(words.split("+"))}
    assert said["Ctrl+Shift+P"] == "Strg+Umschalt+P"


def _every_key() -> list[str]:
    return [keys for command in COMMANDS for keys in command.shortcuts]
