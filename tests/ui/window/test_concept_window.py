"""The window on a concept: commands and keys, what is saved before it closes, what a file to be read offers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.document import Properties, walk
from ikonzept_desktop.model.outline import new_document
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.settings import Settings
from ikonzept_desktop.ui.kit.paint_buttons import is_primary
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.abbreviation_dialog import AbbreviationDialog
from ikonzept_desktop.ui.window.commands import COMMANDS, MENUS
from ikonzept_desktop.ui.window.comment_dialog import CommentDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.kind_menu import KindMenu
from ikonzept_desktop.ui.window.link_dialog import LinkDialog, OpenLinkDialog
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog
from ikonzept_desktop.ui.window.settings_dialog import SettingsDialog
from ikonzept_desktop.ui.window.tab_order import controls_of
from ikonzept_desktop.ui.window.text_toolbar import TextToolbar
from ikonzept_desktop.ui.window.trash_dialog import TrashDialog
from tests.model.store.desk import full_disk
from tests.ui.desk import buttons, made, settle, shown, titles, write, write_much

NEW = new_document(read_template(resource("templates", "integrationskonzept.toml")))


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept"))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def named(widget: QWidget) -> str:
    """Give what a screen reader calls a control; on Linux a list is called by the label that names it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        buddies = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        return widget.accessibleName() or "".join(buddies)
    return str(interface.text(QAccessible.Text.Name))


def reached_by_tab(window: QWidget) -> list[QWidget]:
    """Give every control that the Tab key comes to, in its order, back to the first."""
    reached: list[QWidget] = []
    while QApplication.focusWidget() not in reached:
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        settle()
        assert len(reached) < 200
    return reached


# --- beginning


def test_the_keyboard_begins_in_the_outline(window: ConceptWindow) -> None:
    assert focused() is window.outline.tree
    assert window.outline.tree.chosen() == window.text.section() == window.session.document.sections[0].id


def test_return_leads_from_the_outline_into_the_text(window: ConceptWindow) -> None:
    QTest.keyClick(window.outline.tree, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "X")
    assert "XDer Kreis." in str(window.session.document.sections[0])


def test_the_menu_of_kinds_offers_what_the_template_has_and_adds_it(window: ConceptWindow) -> None:
    kinds = next(menu for menu in window.findChildren(KindMenu) if menu.title() == "Neuer Abschnitt der Art")
    kinds.aboutToShow.emit()
    template = window.session.document.template
    assert [action.text() for action in kinds.actions()] == [kind.label for kind in template.kinds]
    kinds.actions()[-1].trigger()
    assert window.session.document.sections[-1].kind == template.kinds[-1].key
    assert kinds.menuAction() in window.outline.tree.actions()


# --- keys


def test_every_command_stands_in_a_menu_or_has_a_key_and_is_handled(window: ConceptWindow) -> None:
    in_menus = {key for _title, keys in MENUS for key in keys}
    assert {command.key for command in COMMANDS if command.key not in in_menus and not command.shortcuts} == set()
    assert set(window.actions_by_key) == {command.key for command in COMMANDS}


def test_no_shortcut_is_given_twice_and_none_is_altgr() -> None:
    keys = [shortcut for command in COMMANDS for shortcut in command.shortcuts]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "Ctrl+Alt" in key]


OWN = {"cut", "copy", "paste"}
"""What a text view does by itself, on the same keys."""
SHORTCUTS = [(command.key, keys) for command in COMMANDS for keys in command.shortcuts if command.key not in OWN]


@pytest.mark.parametrize(("key", "keys"), SHORTCUTS)
def test_every_shortcut_works_from_the_text(
    program: Program, tmp_path: Path, key: str, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    write(window, " Ein Satz.")
    action = window.actions_by_key[key]
    action.setEnabled(True)
    called: list[str] = []
    action.triggered.disconnect()
    action.triggered.connect(lambda: called.append(key))
    stroke = QKeySequence(keys)[0]  # type: ignore[index]  # as Qt has it
    QTest.keyClick(focused(), stroke.key(), stroke.keyboardModifiers())
    assert called == [key]


def test_text_is_cut_and_pasted_by_keys_into_another_section(window: ConceptWindow) -> None:
    write(window, "")
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    window.actions_by_key["next_section"].trigger()
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    first, second = window.session.document.sections[:2]
    assert "Der Kreis." not in str(first)
    assert "Der Kreis." in str(second)
    assert "Ein Ziel." in str(second)


def test_sections_follow_each_other_with_the_caret_in_the_text(window: ConceptWindow) -> None:
    write(window, " Eins.")
    window.actions_by_key["next_section"].trigger()
    QTest.keyClicks(focused(), "Zwei. ")
    assert "Zwei. Ein Ziel." in str(window.session.document.sections[1])


def test_undo_of_a_move_leaves_the_keyboard_in_the_outline(window: ConceptWindow) -> None:
    window.outline.tree.setFocus()
    window.actions_by_key["move_down"].trigger()
    assert titles(window) == ["Ziele", "Einleitung", "Ausblick"]
    window.actions_by_key["undo"].trigger()
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick"]
    assert focused() is window.outline.tree


@pytest.mark.parametrize("writing", [False, True])
def test_undo_of_a_new_section_leads_back_to_the_one_before_it(window: ConceptWindow, writing: bool) -> None:
    window.show_section(window.session.document.sections[1].id)
    window.actions_by_key["new_after"].trigger()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    if writing:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    window.actions_by_key["undo"].trigger()
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick"]
    assert window.text.section() == window.outline.tree.chosen() == window.session.document.sections[1].id
    assert (window.text if writing else window.outline).isAncestorOf(focused())


def test_tab_ends_the_naming_and_names_nothing_else(window: ConceptWindow) -> None:
    window.actions_by_key["rename"].trigger()
    QTest.keyClicks(focused(), "Anlass")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    settle()
    assert focused() is window.outline.tree
    QTest.keyClicks(focused(), "Z")
    assert titles(window) == ["Anlass", "Ziele", "Ausblick"]


def test_return_ends_the_naming_and_stays_in_the_outline(window: ConceptWindow) -> None:
    window.actions_by_key["new_after"].trigger()
    QTest.keyClicks(focused(), "Anlass")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert titles(window)[:2] == ["Einleitung", "Anlass"]
    assert focused() is window.outline.tree


def test_undo_opens_the_section_it_changes_and_puts_the_caret_back(window: ConceptWindow) -> None:
    write(window, " Weg.")
    text = focused()
    window.show_section(window.session.document.sections[2].id)
    window.actions_by_key["undo"].trigger()
    assert window.text.section() == window.session.document.sections[0].id
    assert focused() is text


def test_a_button_says_its_name_and_key_whatever_can_be_done(window: ConceptWindow) -> None:
    tools = next(iter(window.findChildren(TextToolbar)))
    before = faces(tools)
    assert {("", f"Fett ({keys('Ctrl+B')})"), ("Querverweis", f"Querverweis ({keys('Ctrl+Shift+Q')})")} <= before
    write(window, "Ein Satz.")
    assert faces(tools) - before == {("", f"Rückgängig: Eingabe ({keys('Ctrl+Z')})")}


def keys(portable: str) -> str:
    return QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def faces(tools: TextToolbar) -> set[tuple[str, str]]:
    """Give what each button of the text says beside its shape, and in its tool tip."""
    shape_alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    found = [button for button in tools.findChildren(QToolButton) if button.toolTip()]
    return {("" if b.toolButtonStyle() is shape_alone else b.text(), b.toolTip()) for b in found}


def test_nothing_can_be_made_bold_where_no_text_has_the_caret(window: ConceptWindow) -> None:
    assert not window.actions_by_key["bold"].isEnabled()
    write(window, "")
    assert window.actions_by_key["bold"].isEnabled()


def test_a_line_pastes_by_the_menu_too(window: ConceptWindow) -> None:
    QApplication.clipboard().setText("Sozialamt")
    window.inspector.responsible.setFocus()
    window.actions_by_key["paste"].trigger()
    assert window.inspector.responsible.text() == "Sozialamt"


def test_a_pane_that_is_folded_leaves_the_keyboard_to_the_text(window: ConceptWindow) -> None:
    window.resize(700, 500)
    settle()
    QTest.keyClicks(focused(), "X")
    assert "XDer Kreis." in str(window.session.document.sections[0])


def test_a_narrow_window_begins_in_the_text(program: Program, tmp_path: Path) -> None:
    first = shown(program, made(tmp_path / "a.ikonzept"))
    first.resize(700, 500)
    first.close()
    window = shown(program, made(tmp_path / "b.ikonzept"))
    QTest.keyClicks(focused(), "X")
    assert "XDer Kreis." in str(window.session.document.sections[0])


def test_the_panes_follow_each_other_with_f6(window: ConceptWindow) -> None:
    window.resize(1400, 700)
    settle()
    panes = []
    for _ in range(4):
        panes.append(next(p for p in (window.outline, window.text, window.inspector) if p.isAncestorOf(focused())))
        window.actions_by_key["next_pane"].trigger()
    assert panes == [window.outline, window.text, window.inspector, window.outline]


# --- closing


def test_what_is_half_typed_is_saved_on_closing(program: Program, window: ConceptWindow, tmp_path: Path) -> None:
    window.inspector.responsible.setFocus()
    QTest.keyClicks(focused(), "Sozialamt")
    window.inspector.notes.line.setFocus()
    QTest.keyClicks(focused(), "Noch fragen")
    window.close()
    section = open_project(tmp_path / "a.ikonzept", read_only=True).project.document.sections[0]
    assert section.responsible == "Sozialamt"
    assert [comment.text for comment in section.comments] == ["Noch fragen"]


def test_a_note_that_was_begun_stays_with_its_section(window: ConceptWindow) -> None:
    window.inspector.notes.line.setText("Noch fragen")
    window.show_section(window.session.document.sections[1].id)
    assert [comment.text for comment in window.session.document.sections[0].comments] == ["Noch fragen"]
    assert window.inspector.notes.line.text() == ""


def test_a_window_that_cannot_save_stays_and_says_so(
    program: Program, window: ConceptWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with full_disk(tmp_path / "a.ikonzept"):
        write_much(window)
        assert not window.close()
        assert window.isVisible()
        assert "noch nicht auf dem Laufwerk" in window.banner.words.text()
        qtbot.waitUntil(lambda: window.status.saved.text() == "Noch nicht gespeichert")
    buttons(window.banner)["Erneut versuchen"].click()
    assert program.windows == []
    assert "Förderung" in str(open_project(tmp_path / "a.ikonzept", read_only=True).project.document.sections[0])


def test_trouble_goes_from_sight_when_it_is_over(window: ConceptWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with full_disk(tmp_path / "a.ikonzept"):
        write_much(window)
        assert not window.session.save_now()
        qtbot.waitUntil(lambda: not window.banner.isHidden())
        assert window.status.saved.text() == "Noch nicht gespeichert"
    buttons(window.banner)["Erneut versuchen"].click()
    qtbot.waitUntil(window.banner.isHidden)
    assert window.status.saved.text().startswith("Gespeichert um ")


def test_nothing_is_called_saved_before_it_is(window: ConceptWindow) -> None:
    assert window.status.saved.text() == "Alles gespeichert"
    write(window, "X")
    assert window.status.saved.text() == "Wird gespeichert …"


def test_saving_says_that_all_is_saved_and_when(window: ConceptWindow, qtbot: QtBot) -> None:
    write(window, " Ein Satz.")
    window.actions_by_key["save"].trigger()
    qtbot.waitUntil(lambda: window.status.saved.text().startswith("Gespeichert um "))


# --- to be read only


def test_a_concept_to_be_read_only_offers_nothing_that_would_change_it(program: Program, tmp_path: Path) -> None:
    file = made(tmp_path / "a.ikonzept")
    before = file.read_bytes()
    window = shown(program, file, read_only=True)
    document = window.session.document
    assert window.windowTitle() == "a (Nur zum Lesen geöffnet) – iKonzept"
    assert window.status.saved.text() == "Nur zum Lesen geöffnet"
    for command in ("new_after", "move_down", "demote", "duplicate", "delete_section", "bold", "footnote", "paste"):
        window.actions_by_key[command].trigger()
    write(window, "X")
    QTest.keyClick(window.outline.tree, Qt.Key.Key_F2)
    settle()
    window.close()
    assert window.session.document == document
    assert file.read_bytes() == before


def test_a_concept_to_be_read_only_can_be_written_under_another_name(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"), read_only=True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b"), ""))
    assert "nur zum Lesen geöffnet" in window.banner.words.text()
    buttons(window.banner)["Speichern unter …"].click()
    settle()
    [moved] = program.windows
    assert moved.session.path == tmp_path / "b.ikonzept"
    assert not moved.session.read_only
    assert moved.session.document == window.session.document


def test_what_would_change_a_concept_to_be_read_only_is_grey(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"), read_only=True)
    write(window, "")
    changing = {"bold", "bullets", "footnote", "cut", "paste", "comment", "undo"}
    changing |= {"new_after", "new_below", "rename", "move_up", "move_down", "promote", "demote", "duplicate"}
    changing.add("delete_section")
    assert {key for key in changing if window.actions_by_key[key].isEnabled()} == set()
    assert not window.findChildren(KindMenu)[0].isEnabled()
    assert window.actions_by_key["copy"].isEnabled()
    assert window.actions_by_key["export"].isEnabled()


# --- names


def test_every_control_the_tab_key_reaches_has_a_name(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept", NEW))
    window.resize(1400, 760)
    for section in walk(window.session.document.sections):
        window.show_section(section.id)
        settle()
        nameless = [
            type(control).__name__ for part in window.tab_roots() for control in controls_of(part) if not named(control)
        ]
        assert nameless == [], section.title


def test_the_tab_key_goes_through_the_window_as_it_is_laid_out_and_back(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept", NEW))
    window.resize(1400, 760)
    field_of_action = next(section for section in walk(NEW.sections) if section.title == "Sprache")
    window.show_section(field_of_action.id)
    settle()
    reached = [named(control) for control in reached_by_tab(window)]
    expected = ["Gliederung", "Titel des Abschnitts", "Kürzel", "Ausgangslage", "Bestehende Angebote", "Bedarf"]
    expected += ["Teilziel hinzufügen", "Maßnahme hinzufügen", "Status", "Verantwortlich", "Text kleiner", "Ausgeben"]
    places = [reached.index(name) for name in expected]
    assert places == sorted(places)
    before = focused()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is before


def test_every_control_of_the_start_page_has_a_name(program: Program) -> None:
    start = program.show_start()
    settle()
    names = [named(control) for control in reached_by_tab(start)]
    assert len(names) >= 4
    assert "" not in names


def is_filled(button: QPushButton) -> bool:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return is_primary(option, button)


@pytest.mark.parametrize(
    "kind", ["output", "settings", "properties", "open_link", "abbreviations", "link", "comment", "trash"]
)
def test_every_control_of_a_dialog_has_a_name(window: ConceptWindow, kind: str, qtbot: QtBot) -> None:
    with Worker() as worker:
        dialogs: dict[str, QDialog] = {
            "output": OutputDialog(window.session, worker, window),
            "settings": SettingsDialog(Settings(), lambda _settings: None, window),
            "properties": PropertiesDialog(Properties(), window),
            "open_link": OpenLinkDialog("https://kreis.example", window),
            "abbreviations": AbbreviationDialog(window.session, window.labels, window.show_section, window),
            "link": LinkDialog("", window),
            "comment": CommentDialog(window),
            "trash": TrashDialog(window.session, window),
        }
        dialog = dialogs[kind]
        dialog.show()
        dialog.activateWindow()
        settle()
        controls = reached_by_tab(dialog)
        for control in controls:
            control.setFocus()
            assert sum(map(is_filled, dialog.findChildren(QPushButton))) <= 1
        assert [type(control).__name__ for control in controls if not named(control)] == []
        without_line = {"comment", "trash", "abbreviations"}
        assert any(isinstance(control, QLineEdit) for control in controls) or kind in without_line
