"""A second text beside the one that is written: from this concept, a version, the concept before it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ikonzept_desktop.model.document import Document, find_section, walk
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.second_text import texts
from ikonzept_desktop.ui.window.second_text.desk import SecondTextDesk
from ikonzept_desktop.ui.window.second_text.panel import SecondText
from ikonzept_desktop.ui.window.second_text.sources import CHOOSE, HERE, PREDECESSOR
from tests.builders import chapter, doc, p
from tests.ui.desk import made, settle, shown, small, write


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.resize(1700, 800)
    settle()
    return window


def opened(window: ConceptWindow) -> SecondText:
    window.actions_by_key["second_text"].trigger()
    settle()
    return window.findChildren(SecondText)[0]


def desk_of(window: ConceptWindow) -> SecondTextDesk:
    return window.findChildren(SecondTextDesk)[0]


def words(panel: SecondText) -> str:
    """Give what the second text says."""
    if panel.marks.isChecked():
        return panel.differences.toPlainText()
    page = panel.view.pages.shown() if panel.view else None
    return "\n".join(field.text.toPlainText() for field in page.form.rich_fields()) if page else ""


def title_of(panel: SecondText) -> str:
    section = find_section(panel.source.document, panel.section())
    return section.title if section else ""


def choose(panel: SecondText, key: str) -> None:
    panel.sources.setCurrentIndex(panel.sources.findData(key))
    panel.sources.activated.emit(0)
    settle()


def version_key(panel: SecondText) -> str:
    keys = [str(panel.sources.itemData(row)) for row in range(panel.sources.count())]
    return next(key for key in keys if key not in {HERE, PREDECESSOR, CHOOSE})


def test_it_opens_on_the_next_section_and_follows_what_is_written_there(window: ConceptWindow) -> None:
    panel = opened(window)
    assert (title_of(panel), words(panel)) == ("Ziele", "Ein Ziel.")
    window.show_section(panel.section())
    write(window, " Zwei.")
    assert words(panel) == "Ein Ziel. Zwei."


def test_it_takes_no_key_but_lets_words_be_selected_and_copied(window: ConceptWindow) -> None:
    panel = opened(window)
    panel.setFocus()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
    QTest.keyClicks(focused, "x")
    QTest.keyClick(focused, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    window.actions_by_key["copy"].trigger()
    assert QGuiApplication.clipboard().text().strip() == "Ein"
    assert words(panel) == "Ein Ziel."


def test_hier_schreiben_exchanges_the_two_texts(window: ConceptWindow) -> None:
    panel = opened(window)
    first, second = window.text.section(), panel.section()
    panel.write_here.click()
    settle()
    assert (window.text.section(), panel.section()) == (second, first)


def test_a_version_shows_the_same_section_as_it_was_and_what_has_changed(window: ConceptWindow) -> None:
    window.session.keeper.snapshot_for_export(datetime(2015, 3, 12, 9, 0, tzinfo=UTC))
    write(window, " Neu.")
    panel = opened(window)
    assert panel.sources.itemText(1) == "Ausgabe vom 12.03.2015, 10:00"
    choose(panel, version_key(panel))
    assert (title_of(panel), words(panel)) == ("Einleitung", "Der Kreis.")
    panel.marks.setChecked(True)
    assert words(panel) == "Einleitung\nDer Kreis. Neu."
    assert new_words(panel) == ["Neu."]
    window.show_section([section.id for section in walk(window.session.document.sections)][1])
    assert words(panel) == "Ziele\nEin Ziel."
    assert panel._legend.text() == texts.NO_DIFFERENCES.format(there="Ausgabe vom 12.03.2015, 10:00")


def new_words(panel: SecondText) -> list[str]:
    """Give the words that are underlined: what is new is not set apart by colour alone."""
    document = panel.differences.document()
    found = ""
    for at in range(document.characterCount() - 1):
        cursor = QTextCursor(document)
        cursor.setPosition(at + 1)
        if cursor.charFormat().fontUnderline():
            found += str(document.characterAt(at))
    return found.split()


def older() -> Document:
    return doc(chapter("Einleitung", p("Früher war es so.")), chapter("Bilanz", p("Zahlen.")))


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))


def test_the_concept_before_is_found_by_titles_and_remembered(
    program: Program, window: ConceptWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "2007.ikonzept", older())
    choose_file(monkeypatch, path)
    panel = opened(window)
    choose(panel, CHOOSE)
    assert (title_of(panel), words(panel)) == ("Einleitung", "Früher war es so.")
    assert list(program.settings.predecessors.values()) == [str(path)]
    assert not list(tmp_path.glob("2007*lock*"))
    window.show_section([section.id for section in walk(window.session.document.sections)][1])
    settle()
    assert "hat diesen Abschnitt nicht" in panel._said.text()
    panel.sections.setCurrentIndex(2)
    panel.sections.activated.emit(2)
    settle()
    assert words(panel) == "Zahlen."


def test_a_concept_before_that_has_gone_is_told_in_a_sentence(
    window: ConceptWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "2007.ikonzept", older())
    choose_file(monkeypatch, path)
    panel = opened(window)
    desk_of(window).fetch(CHOOSE)
    choose(panel, HERE)
    desk_of(window)._predecessor = None
    path.unlink()
    choose(panel, PREDECESSOR)
    assert panel._said.text().endswith(".")
    assert "2007" in panel._said.text()


def test_of_a_damaged_concept_before_its_backup_is_shown_and_that_is_told(
    window: ConceptWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "2007.ikonzept", older())
    damaged = bytearray(path.read_bytes())
    for at in range(1000, len(damaged), 7):
        damaged[at] ^= 0x5A
    path.write_bytes(damaged)
    choose_file(monkeypatch, path)
    panel = opened(window)
    told: list[str] = []
    monkeypatch.setattr(window.status, "say", told.append)
    choose(panel, CHOOSE)
    assert (title_of(panel), words(panel)) == ("Einleitung", "Früher war es so.")
    assert told == ["Die Datei „2007.ikonzept“ ist beschädigt. Sie sehen ihre jüngste Sicherung."]


def test_escape_and_the_command_shut_it_and_the_keyboard_goes_back(window: ConceptWindow) -> None:
    panel = opened(window)
    window.activateWindow()
    panel.setFocus()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    settle()
    assert panel.isHidden()
    now = QApplication.focusWidget()
    assert now is not None
    assert window.text.isAncestorOf(now)
    opened(window)
    assert panel.isVisible()
    window.actions_by_key["second_text"].trigger()
    assert (panel.isHidden(), window.actions_by_key["second_text"].isChecked()) == (True, False)


def test_the_two_stand_side_by_side_where_it_is_wide_and_one_below_the_other_elsewhere(window: ConceptWindow) -> None:
    panel = opened(window)
    assert panel.mapTo(window, panel.rect().topLeft()).x() > window.text.mapTo(window, window.text.rect().topLeft()).x()
    window.resize(900, 700)
    settle()
    assert window.stage.orientation() is Qt.Orientation.Vertical


def test_f6_goes_to_it_after_the_text(window: ConceptWindow) -> None:
    panel = opened(window)
    window.activateWindow()
    window.text.focus_field()
    settle()
    window.actions_by_key["next_pane"].trigger()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)


def test_it_grows_with_the_text(window: ConceptWindow) -> None:
    panel = opened(window)
    window.set_zoom(150)
    assert panel.view is not None
    assert panel.view.zoom() == 150


def test_in_a_concept_that_is_only_read_there_is_nothing_to_write(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "b.ikonzept", small()), read_only=True)
    assert opened(window).write_here.isHidden()
