"""A section follows its template: other fields come at once, the caret stays, and nothing goes out of sight."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ikonzept_desktop.model import template_edits as fields_of
from ikonzept_desktop.model.edits import SetField
from ikonzept_desktop.model.fields import Choice, FieldAddress, Line
from ikonzept_desktop.model.section_kind import set_kind
from ikonzept_desktop.model.template import FieldKind
from ikonzept_desktop.model.template_steps import FieldPlace, type_at
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.short_fields import ChoiceField
from tests.builders import chapter, doc, field, field_of_action, p, record, records
from tests.ui.editor.room import Room

GOAL = FieldPlace("field_of_action", "goal")
SITUATION = FieldPlace("field_of_action", "situation")
Enter = Callable[..., Room]


def at_speech(in_room: Enter) -> Room:
    content = (
        field("goal", "Deutsch für alle."),
        field("situation", p("Wo wir stehen.")),
        field("priority", Choice("high")),
        records("measures", record(id="pool", title="Sprachmittlerpool", lead="Kreis")),
    )
    room = in_room(doc(field_of_action("Sprache", *content, id="s"), chapter("Ausblick", p("Und weiter."), id="o")))
    room.view.show_section("s")
    return room


def put(room: Room, place: FieldPlace, **changes: object) -> None:
    type = type_at(room.session.document.template, place)
    after = replace(type, **changes)  # type: ignore[arg-type]  # names of a field type
    room.session.apply(fields_of.put_field(room.session.document, place, after), "Feld ändern")
    QApplication.processEvents()


def tabs(room: Room) -> list[str]:
    page = room.view.pages.shown()
    assert page is not None
    return [page.tabs.tabText(index) for index in range(page.tabs.count())]


def test_a_renamed_field_keeps_the_caret_in_its_text(in_room: Enter) -> None:
    room = at_speech(in_room)
    text = room.text("Ausgangslage")
    text.setFocus()
    for _ in range(3):
        QTest.keyClick(text, Qt.Key.Key_Right)
    put(room, SITUATION, label="Lage")
    focused = QApplication.focusWidget()
    assert isinstance(focused, RichTextEdit)
    assert (focused.accessibleName(), focused.textCursor().position()) == ("Lage", 3)
    QTest.keyClicks(focused, "X")
    assert "Wo Xwir" in str(room.section("s").blocks("situation"))
    assert "Lage" in tabs(room)


def test_a_caret_in_the_form_of_an_entry_stays_there(in_room: Enter) -> None:
    room = at_speech(in_room)
    line = room.named(QLineEdit, "Federführung")
    line.setFocus()
    line.setCursorPosition(2)
    put(room, GOAL, label="Ziel")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert (focused.accessibleName(), focused.cursorPosition()) == ("Federführung", 2)


def test_a_hidden_field_goes_and_comes_back_by_undo(in_room: Enter) -> None:
    room = at_speech(in_room)
    put(room, GOAL, hidden=True)
    assert "Leitziel" not in tabs(room)
    room.undo()
    assert "Leitziel" in tabs(room)
    assert room.named(QLineEdit, "Leitziel").text() == "Deutsch für alle."


def test_a_field_of_another_kind_has_the_editor_of_that_kind(in_room: Enter) -> None:
    room = at_speech(in_room)
    put(room, GOAL, kind=FieldKind.RICH_TEXT)
    assert room.text("Leitziel").toPlainText() == "Deutsch für alle."
    room.undo()
    assert room.named(QLineEdit, "Leitziel").text() == "Deutsch für alle."


def test_a_hidden_answer_is_offered_only_where_it_was_chosen(in_room: Enter) -> None:
    room = at_speech(in_room)
    place = FieldPlace("field_of_action", "priority")
    type = type_at(room.session.document.template, place)
    put(room, place, options=(replace(type.options[0], hidden=True), *type.options[1:]))
    choice = room.named(ChoiceField, "Priorität", 1)
    assert choice.currentText() == "hoch"
    room.session.apply(SetField(FieldAddress("s", "priority"), Choice("high"), None), "Leeren")
    put(room, GOAL, label="Ziel")
    choice = room.named(ChoiceField, "Priorität", 1)
    assert [choice.itemText(row) for row in range(choice.count())] == ["nicht gewählt", "niedrig"]


def test_what_an_earlier_kind_has_left_can_be_read_and_changed_at_the_end(in_room: Enter) -> None:
    room = at_speech(in_room)
    room.session.apply(set_kind(room.session.document, "s", "chapter"), "Art ändern")
    QApplication.processEvents()
    assert tabs(room)[0] == "Text"
    line = room.named(QLineEdit, "Leitziel")
    assert line.text() == "Deutsch für alle."
    QTest.keyClicks(line, "!")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert room.section("s").value("goal") == Line("!Deutsch für alle.")
    page = room.view.pages.shown()
    assert page is not None
    assert page.form.address_of(line) == FieldAddress("s", "goal")
    room.undo()
    room.undo()
    assert "Weitere Felder" not in str(tabs(room))
    assert tabs(room)[0] == "Kürzel"


def test_what_was_left_and_is_gone_comes_back_into_sight_by_undo(in_room: Enter) -> None:
    room = at_speech(in_room)
    room.session.apply(set_kind(room.session.document, "s", "chapter"), "Art ändern")
    room.session.apply(SetField(FieldAddress("s", "goal"), Line("Deutsch für alle."), None), "Leeren")
    room.view.show_section("o")
    room.view.show_section("s")
    put(room, FieldPlace("chapter", "text"), label="Wörter")
    assert "Leitziel" not in tabs(room)
    room.undo()
    room.undo()
    QApplication.processEvents()
    assert "Leitziel" in tabs(room)


def test_the_button_at_the_head_asks_for_the_fields(in_room: Enter) -> None:
    room, asked = at_speech(in_room), []
    room.view.fields_asked.connect(lambda: asked.append(room.view.section()))
    page = room.view.pages.shown()
    assert page is not None
    page.change_fields.click()
    room.view.show_section("o")
    plain = room.view.pages.shown()
    assert plain is not None
    assert (asked, plain.change_fields.isVisible()) == (["s"], False)
