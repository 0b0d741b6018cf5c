"""The dialog of fields and kinds: by keys and buttons, every change one step, nothing written is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Compound, SetTemplate
from ikonzept_desktop.model.fields import Choice, RichText
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, SectionKind, Status
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.template import saving
from ikonzept_desktop.ui.template.dialog import TemplateDialog
from ikonzept_desktop.ui.template.rows import RowList
from tests.builders import TEMPLATE, chapter, doc, field, field_of_action, record, records
from tests.ui.window.sessions import session

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
STATUSES = (Status("open", "Offen", "ring", "muted"), Status("draft", "Entwurf", "half", "amber"))


class Desk:
    """A dialog over a concept of one chapter and one field of action."""

    def __init__(self, *, read_only: bool = False, all_taken: bool = True) -> None:
        measures = records("measures", record(title="Pool", priority=Choice("high")))
        sections = chapter("Felder", field_of_action("Sprache", field("goal", "Deutsch."), measures, id="s"))
        self.session: Session
        document = doc(sections, template=replace(TEMPLATE, statuses=STATUSES))
        self.session, _store = session(document, read_only=read_only)
        project = self.session.project
        self.dialog = TemplateDialog(
            self.session, lambda: all_taken, {"Ctrl+Z": project.undo, "Ctrl+Y": project.redo}, lambda: None
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.dialog.show()
        self.dialog.activateWindow()
        QApplication.processEvents()

    @property
    def document(self) -> Document:
        return self.session.document

    def at(self, kind: str, field: str = "") -> None:
        self.dialog.show_kind(kind, field)
        QApplication.processEvents()

    def at_row(self, key: str) -> None:
        self.dialog.fields.fields.choose("")
        rows = self.dialog.fields.fields
        shown = [rows.item(row).data(int(Qt.ItemDataRole.UserRole) + 1).key for row in range(rows.count())]
        rows.setCurrentRow(shown.index(key))

    def kind(self, key: str = "field_of_action") -> SectionKind:
        return self.document.template.kind(key)

    def field(self, key: str = "goal") -> FieldType:
        type = self.kind().field(key)
        assert type is not None
        return type

    def writes(self, words: str) -> None:
        """Write over what has the keyboard, and leave it."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for sign in words:
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(focused, key)
        QTest.keyClick(focused, Qt.Key.Key_Return)
        QApplication.processEvents()  # a list takes what was written in it a moment later

    def said(self) -> str:
        return self.dialog.said.text()

    def steps(self) -> str:
        return self.session.project.undo_label()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    qtbot.waitUntil(desk.dialog.isActiveWindow)
    yield desk
    desk.dialog.close()
    desk.dialog.deleteLater()


def keys(rows: RowList) -> list[str]:
    return [rows.item(row).text() for row in range(rows.count())]


def test_a_field_is_renamed_by_keys_alone_and_undone_in_the_dialog(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    QTest.keyClick(desk.dialog.fields.fields, Qt.Key.Key_Return)
    desk.writes("Ziel")
    assert (desk.field().label, desk.steps()) == ("Ziel", "Feld ändern")
    assert "Ziel" in keys(desk.dialog.fields.fields)
    QTest.keyClick(desk.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.field().label == "Leitziel"
    assert desk.dialog.fields.field_form.label.text() == "Leitziel"


def test_a_name_that_is_just_written_is_kept_when_the_dialog_closes(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    desk.dialog.fields.field_form.label.setFocus()
    desk.dialog.fields.field_form.label.setText("Ziel")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.field().label == "Ziel"


def test_undo_takes_back_what_is_just_being_written(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    line = desk.dialog.fields.field_form.label
    line.setFocus()
    QTest.keyClicks(line, "Y")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.field().label, line.text()) == ("Leitziel", "Leitziel")
    QTest.keyClick(line, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.field().label == "YLeitziel"


def test_nothing_is_changed_while_something_beside_cannot_be_taken(qtbot: QtBot) -> None:
    desk = Desk(all_taken=False)
    before = desk.document
    desk.at("field_of_action", "goal")
    desk.dialog.fields.field_form.flags["printed"].click()
    assert desk.document is before
    desk.dialog.close()
    desk.dialog.deleteLater()


def test_a_field_without_a_name_keeps_its_old_one_and_the_dialog_says_why(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    desk.dialog.fields.field_form.label.setFocus()
    desk.writes(" ")
    assert desk.field().label == desk.dialog.fields.field_form.label.text() == "Leitziel"
    assert "Bezeichnung ist nötig" in desk.said()


@pytest.mark.parametrize("name", ["printed", "heading", "required", "internal", "hidden"])
def test_each_mark_of_a_field_is_one_step(desk: Desk, name: str) -> None:
    desk.at("field_of_action", "goal")
    before = getattr(desk.field(), name)
    desk.dialog.fields.field_form.flags[name].click()
    assert getattr(desk.field(), name) is not before
    desk.session.project.undo()
    assert desk.field() == TEMPLATE.kind("field_of_action").field("goal")
    assert desk.dialog.fields.field_form.flags[name].isChecked() is before


def test_fields_are_moved_by_keys_buttons_and_the_mouse(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    rows = desk.dialog.fields.fields
    QTest.keyClick(rows, Qt.Key.Key_Up, ALT_SHIFT)
    assert [type.key for type in desk.kind().fields][:3] == ["abbreviation", "goal", "situation"]
    assert rows.key() == "goal"
    QTest.keyClick(rows, Qt.Key.Key_Down, ALT_SHIFT)
    assert [type.key for type in desk.kind().fields][1:3] == ["situation", "goal"]
    drop(rows, 0)
    assert desk.kind().fields[0].key == "goal"


def test_columns_are_moved_within_their_field(desk: Desk) -> None:
    desk.at("field_of_action", "measures")
    desk.at_row("measures/lead")
    drop(desk.dialog.fields.fields, 0)
    assert [column.key for column in desk.field("measures").columns][:2] == ["lead", "title"]
    shown = keys(desk.dialog.fields.fields)
    drop(desk.dialog.fields.fields, shown.index("Beschreibung"))
    assert [column.key for column in desk.field("measures").columns][:3] == ["title", "lead", "description"]


def drop(rows: RowList, row: int) -> None:
    spot = QPointF(rows.visualItemRect(rows.item(row)).topLeft()) + QPointF(4, 1)
    move, left, held = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    rows.dropEvent(QDropEvent(spot, move, QMimeData(), left, held))


def test_a_new_field_is_named_at_once(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    desk.dialog.fields.add_field.click()
    desk.writes("Wirkung")
    names = [type.label for type in desk.kind().fields]
    assert names[names.index("Leitziel") + 1] == "Wirkung"
    QTest.keyClick(desk.dialog.fields.fields, Qt.Key.Key_Delete)
    assert "Wirkung" not in [type.label for type in desk.kind().fields]


def test_a_new_column_is_named_at_once(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    assert not desk.dialog.fields.add_column.isEnabled()
    desk.at_row("measures")
    desk.dialog.fields.add_column.click()
    desk.writes("Kosten")
    assert desk.field("measures").columns[-1].label == "Kosten"


def test_a_field_in_which_something_stands_is_hidden_instead_of_deleted(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    form = desk.dialog.fields.field_form
    assert "In 1 Abschnitt steht etwas." in form.use.text()
    assert form.delete.text() == "Feld ausblenden"
    form.delete.click()
    assert desk.field().hidden
    assert "ist jetzt ausgeblendet" in desk.said()
    assert not form.delete.isEnabled()


def test_the_kind_of_a_field_is_changed_with_what_is_written_or_not_at_all(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    pick(desk, "rich_text")
    value = desk.document.sections[0].children[0].value("goal")
    assert isinstance(value, RichText)
    assert isinstance(desk.session.project.undo(), object)
    desk.at("field_of_action", "measures")
    pick(desk, "line")
    assert desk.field("measures").kind is FieldKind.RECORDS
    assert desk.dialog.fields.field_form.kind.currentText() == "Einträge"
    assert "Nichts wurde geändert" in desk.said()


def pick(desk: Desk, kind: str) -> None:
    combo = desk.dialog.fields.field_form.kind
    combo.setCurrentIndex(combo.findData(kind))
    combo.activated.emit(combo.currentIndex())


def test_answers_are_added_renamed_hidden_and_deleted(desk: Desk) -> None:
    desk.at("field_of_action", "measures")
    desk.at_row("measures/priority")
    editor = desk.dialog.fields.field_form.options
    editor.add.click()
    desk.writes("mittel")
    assert options(desk) == [("hoch", False), ("niedrig", False), ("mittel", False)]
    QTest.keyClick(editor.list, Qt.Key.Key_Up, ALT_SHIFT)
    assert [label for label, _ in options(desk)] == ["hoch", "mittel", "niedrig"]
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    assert [label for label, _ in options(desk)] == ["hoch", "niedrig"]
    editor.list.setCurrentRow(0)
    editor.delete.click()
    assert options(desk)[0] == ("hoch", True)
    assert "ist jetzt ausgeblendet" in desk.said()
    editor.hide_or_show.click()
    assert options(desk)[0] == ("hoch", False)


def options(desk: Desk) -> list[tuple[str, bool]]:
    columns = {column.key: column for column in desk.field("measures").columns}
    return [(option.label, option.hidden) for option in columns["priority"].options]


def test_a_kind_is_added_named_and_given_its_places(desk: Desk) -> None:
    desk.at("chapter")
    desk.dialog.fields.add_kind.click()
    desk.writes("Exkurs")
    made = next(kind for kind in desk.document.template.kinds if kind.label == "Exkurs")
    form = desk.dialog.fields.kind_form
    assert (made.placement, form.label.text()) == (Placement.BODY, "Exkurs")
    form.child_kinds.item(0).setCheckState(Qt.CheckState.Checked)
    assert desk.kind(made.key).child_kinds == ("cover",)
    form.delete.click()
    assert made.key not in {kind.key for kind in desk.document.template.kinds}


def test_a_kind_with_sections_is_hidden_instead_of_deleted(desk: Desk) -> None:
    desk.at("field_of_action")
    QTest.keyClick(desk.dialog.fields.kinds, Qt.Key.Key_Delete)
    assert desk.kind().hidden
    assert "ist jetzt ausgeblendet" in desk.said()


def test_a_kind_is_told_apart_by_its_words_and_its_part(desk: Desk) -> None:
    desk.at("annex")
    form = desk.dialog.fields.kind_form
    form.prefix.setFocus()
    desk.writes("Anhang")
    form.plural.setFocus()
    desk.writes("Anhänge")
    form.flags["in_contents"].click()
    kind = desk.kind("annex")
    assert (kind.heading_prefix, kind.plural, kind.in_contents) == ("Anhang", "Anhänge", False)
    desk.at("cover")
    assert not form.placement.isEnabled()
    assert form.fixed.isVisible()


def test_statuses_are_added_named_moved_and_hidden(desk: Desk) -> None:
    page = desk.dialog.statuses
    desk.dialog.tabs.setCurrentIndex(1)
    page.add.click()
    desk.writes("Geprüft")
    page.form.shape.picked.emit("tick")
    assert [(status.label, status.shape) for status in desk.document.template.statuses][2] == ("Geprüft", "tick")
    QTest.keyClick(page.statuses, Qt.Key.Key_Up, ALT_SHIFT)
    assert [status.label for status in desk.document.template.statuses] == ["Offen", "Geprüft", "Entwurf"]
    page.statuses.setCurrentRow(0)
    page.form.delete.click()
    assert "bleibt sichtbar" in desk.said()
    assert not page.form.hidden.isChecked()


def test_the_numbering_is_changed(desk: Desk) -> None:
    desk.dialog.tabs.setCurrentIndex(2)
    page = desk.dialog.numbering
    page.final_dot.click()
    page.levels.picked.emit("2")
    page.table_label.setFocus()
    desk.writes("Übersicht")
    numbering = desk.document.template.numbering
    assert (numbering.final_dot, numbering.depth, numbering.table_label) == (True, 2, "Übersicht")
    assert "5.2.1. Sprache" in page.example.text()


def test_every_deed_is_one_step_of_undo(desk: Desk) -> None:
    desk.at("field_of_action", "goal")
    before = desk.document
    desk.dialog.fields.field_form.flags["printed"].click()
    pick(desk, "rich_text")
    edits = [desk.session.project._history.done()]
    assert isinstance(edits[0].edit if edits[0] else None, Compound | SetTemplate)
    desk.session.project.undo()
    desk.session.project.undo()
    assert desk.document == before


def test_a_concept_opened_to_read_shows_its_fields_and_changes_nothing(qtbot: QtBot) -> None:
    desk = Desk(read_only=True)
    before = desk.document
    desk.at("field_of_action", "goal")
    assert not desk.dialog.fields.field_form.isEnabled()
    assert "nur zum Lesen" in desk.said()
    QTest.keyClick(desk.dialog.fields.fields, Qt.Key.Key_Up, ALT_SHIFT)
    assert desk.document is before
    desk.dialog.close()


def test_every_control_has_a_name(desk: Desk) -> None:
    for kind, name in (("chapter", ""), ("field_of_action", "goal"), ("field_of_action", "measures")):
        desk.at(kind, name)
        for control in desk.dialog.findChildren(QWidget):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_inner(control):
                interface = QAccessible.queryAccessibleInterface(control)
                assert interface.text(QAccessible.Text.Name), control


def _is_inner(control: QWidget) -> bool:
    return not isinstance(control, QAbstractButton) and control.objectName().startswith("qt_")


def test_the_template_is_saved_to_a_file_that_can_be_read(desk: Desk, tmp_path: Path) -> None:
    said = saving.save(desk.document, tmp_path / "Kreis 2026")
    template = read_template(tmp_path / "Kreis 2026.toml")
    assert (template.key, template.title) == ("kreis_2026", "Kreis 2026")
    assert template.outline[0].children[0].title == "Sprache"
    assert "„Kreis 2026.toml“ ist gesichert" in said
    lost = saving.save(desk.document, tmp_path / "fehlt" / "Kreis.toml")
    assert lost.startswith("„Kreis.toml“ wurde nicht gesichert: der Ordner oder die Datei fehlt.")
