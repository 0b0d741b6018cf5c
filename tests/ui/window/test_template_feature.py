"""Fields and kinds in the window: it follows each change at once, and the file keeps it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Document, find_section
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.ui.kit.big_button import CardButton
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.template.dialog import TemplateDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.kind_menu import KindMenu
from ikonzept_desktop.ui.window.outline_delegate import OutlineDelegate
from tests.builders import chapter, doc, field, field_of_action, p
from tests.ui.desk import made, settle, shown


def concept() -> Document:
    speech = field_of_action("Sprache", field("goal", "Deutsch für alle."), id="s")
    return doc(chapter("Felder", p("Der Kreis."), speech, id="c"))


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept", concept()))


def dialog_of(window: ConceptWindow) -> TemplateDialog:
    [dialog] = [each for each in window.findChildren(TemplateDialog) if each.isVisible()]
    return dialog


def asked_for(window: ConceptWindow, section: str) -> TemplateDialog:
    window.show_section(section)
    window.actions_by_key["template"].trigger()
    settle()
    return dialog_of(window)


def tabs(window: ConceptWindow) -> list[str]:
    page = window.text.pages.shown()
    assert page is not None
    return [page.tabs.tabText(index) for index in range(page.tabs.count())]


def test_the_button_at_the_head_opens_the_dialog_at_the_field_one_is_in(window: ConceptWindow) -> None:
    window.show_section("s")
    page = window.text.pages.shown()
    assert page is not None
    page.focus_field("goal")
    settle()
    page.change_fields.click()
    settle()
    dialog = dialog_of(window)
    assert (dialog.fields.kinds.key(), dialog.fields.fields.key()) == ("field_of_action", "goal")
    page.change_fields.click()
    assert dialog_of(window) is dialog


def test_the_text_beside_follows_each_change_and_each_undo_in_the_dialog(window: ConceptWindow) -> None:
    dialog = asked_for(window, "s")
    dialog.show_kind("field_of_action", "goal")
    dialog.fields.field_form.flags["hidden"].click()
    settle()
    assert "Leitziel" not in tabs(window)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Leitziel" in tabs(window)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Leitziel" not in tabs(window)


def test_what_is_being_written_beside_the_dialog_is_taken_before_a_field_becomes_another(window: ConceptWindow) -> None:
    window.show_section("s")
    window.text.focus_field("goal")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "X")
    dialog = asked_for(window, "s")
    dialog.show_kind("field_of_action", "goal")
    combo = dialog.fields.field_form.kind
    combo.activated.emit(combo.findData("rich_text"))
    section = find_section(window.session.document, "s")
    assert section is not None
    assert "XDeutsch für alle." in str(section.blocks("goal"))


def test_a_change_of_statuses_shows_in_outline_and_inspector(window: ConceptWindow) -> None:
    dialog = asked_for(window, "c")
    dialog.statuses.form.colour.picked.emit("green")
    dialog.statuses.add.click()
    delegate = window.outline.tree.itemDelegate()
    assert isinstance(delegate, OutlineDelegate)
    assert delegate._template is window.session.document.template
    assert [window.inspector.status.itemText(row) for row in range(window.inspector.status.count())] == [
        "Offen",
        "Neuer Status",
    ]


def test_a_section_becomes_one_of_another_kind_by_the_menu_and_nothing_is_lost(window: ConceptWindow) -> None:
    window.show_section("s")
    menu = next(menu for menu in window.findChildren(KindMenu) if menu.title() == "Art des Abschnitts")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Handlungsfeld"]
    next(action for action in menu.actions() if action.text() == "Kapitel").trigger()
    settle()
    assert tabs(window)[:2] == ["Text", "Leitziel"]
    assert window.session.project.undo_label() == "Art des Abschnitts ändern"
    window.actions_by_key["undo"].trigger()
    settle()
    assert tabs(window)[0] == "Kürzel"


def test_hidden_kinds_are_not_offered_for_new_sections(window: ConceptWindow) -> None:
    dialog = asked_for(window, "c")
    dialog.show_kind("annex")
    dialog.fields.kind_form.flags["hidden"].click()
    menu = next(menu for menu in window.findChildren(KindMenu) if menu.title() == "Neuer Abschnitt der Art")
    menu.aboutToShow.emit()
    assert "Anlage" not in [action.text() for action in menu.actions()]


def test_drafts_of_deadline_and_target_and_the_template_are_in_the_file(
    program: Program, window: ConceptWindow, tmp_path: Path
) -> None:
    window.show_section("s")
    for line, words in ((window.inspector.deadline.line, "Ende Februar"), (window.inspector.target.line, "so 800")):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
    dialog = asked_for(window, "s")
    dialog.show_kind("field_of_action", "goal")
    dialog.fields.field_form.label.setFocus()
    dialog.fields.field_form.label.setText("Ziel")
    window.activateWindow()
    settle()
    window.close()
    found = open_project(tmp_path / "a.ikonzept", read_only=True).project.document
    section = find_section(found, "s")
    assert section is not None
    assert (section.deadline_draft, section.target_draft) == ("Ende Februar", "so 800")
    goal = found.template.kind("field_of_action").field("goal")
    assert goal is not None
    assert goal.label == "Ziel"
    again = shown(program, tmp_path / "a.ikonzept")
    again.show_section("s")
    assert again.inspector.deadline.line.text() == "Ende Februar"
    assert again.inspector.target.line.text() == "so 800"


def test_the_dialog_goes_with_its_window(window: ConceptWindow, qtbot: QtBot) -> None:
    dialog = asked_for(window, "c")
    with qtbot.waitSignal(dialog.finished):
        window.close()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def test_a_dialog_that_was_closed_opens_again(window: ConceptWindow) -> None:
    asked_for(window, "c").reject()
    settle()
    assert asked_for(window, "s").fields.kinds.key() == "field_of_action"


def test_a_saved_template_is_offered_on_the_start_page_and_begins_a_concept(
    program: Program, window: ConceptWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = asked_for(window, "s")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, proposed, _filter: (proposed, ""))
    dialog.save.click()
    assert "steht auf der Startseite" in dialog.said.text()
    start = program.show_start()
    settle()
    cards = [card.accessibleName() for card in start.page.findChildren(CardButton) if card.isVisible()]
    assert any(card.startswith("Probe") for card in cards), cards
    made_new = program.new("own:Probe", tmp_path / "neu.ikonzept")
    assert made_new is not None
    assert [section.title for section in made_new.session.document.sections] == ["Felder"]
