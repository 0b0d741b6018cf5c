"""A section on screen: every field can be read, written, undone, and reached by the keyboard."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.blocks import Block, line_of, plain_text
from ikonzept_desktop.model.fields import Choice, Day, Line, Links, RichText, YesNo
from ikonzept_desktop.model.inline import Footnote, Marks, Text, plain
from ikonzept_desktop.ui.editor.commands import BlockKind
from ikonzept_desktop.ui.editor.links_field import TargetCombo
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.short_fields import ChoiceField, LineField, YesNoField
from ikonzept_desktop.ui.editor.tools import FormatState
from ikonzept_desktop.ui.kit import theme
from tests.builders import chapter, choice, doc, field, field_of_action, fn, p, record, records, ref
from tests.ui.editor.room import Room

InRoom = Callable[..., Room]
RETURN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def speech(in_room: InRoom) -> Room:
    room = in_room(
        doc(
            chapter("Ziele", p("Alle sollen teilhaben.", id="p1"), id="ziele"),
            field_of_action(
                "Sprache",
                field("abbreviation", "S"),
                field("situation", p("Viele sprechen Deutsch.", id="p2")),
                records("goals", record("g1", title="Deutsch lernen"), record("g2", title="Verstehen")),
                records(
                    "measures",
                    record("m1", title="Lesepaten", description=p("Sie lesen vor.", id="p3")),
                    record("m2", title="Sprachmittler", description=p("Sie dolmetschen.", id="p4")),
                ),
                id="sprache",
            ),
        )
    )
    room.view.show_section("sprache")
    return room


def value(room: Room, key: str) -> object:
    return room.section("sprache").value(key)


def types(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def test_a_chapter_shows_its_text_alone_and_takes_words(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", p("Teilhabe", id="p1"), id="ziele")))
    room.view.show_section("ziele")
    room.view.focus_field()
    focused = QApplication.focusWidget()
    assert isinstance(focused, RichTextEdit)
    QTest.keyClick(focused, Qt.Key.Key_End)
    QTest.keyClicks(focused, "!")
    assert plain_text(room.section("ziele").blocks("text")[0]) == "Teilhabe!"


def test_a_form_shows_the_visible_fields_in_the_templates_order(speech: Room) -> None:
    tabs = speech.view.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    names = [tabs.tabText(index) for index in range(tabs.count())]
    assert names[:5] == ["Kürzel", "Ausgangslage", "Leitziel", "Teilziele 2", "Maßnahmen 2"]
    assert "Quellen" not in names


def test_a_line_is_put_into_the_concept_after_a_pause(speech: Room, qtbot: QtBot) -> None:
    line = speech.named(LineField, "Leitziel")
    types(line, "Alle verstehen sich")
    assert value(speech, "goal") is None
    qtbot.waitUntil(lambda: value(speech, "goal") == Line("Alle verstehen sich"))
    speech.undo()
    assert line.text() == ""
    assert value(speech, "goal") is None


def test_a_line_left_in_the_middle_of_a_word_is_kept(speech: Room) -> None:
    types(speech.named(LineField, "Leitziel"), "Alle")
    speech.view.show_section("ziele")
    assert value(speech, "goal") == Line("Alle")


def test_a_choice_and_an_answer_are_one_step_each(speech: Room) -> None:
    choice = speech.named(ChoiceField, "Priorität", nth=1)
    choice.setCurrentIndex(choice.findText("hoch"))
    choice.activated.emit(choice.currentIndex())
    assert value(speech, "priority") == Choice("high")
    answer = speech.named(YesNoField, "Beschlossen")
    answer.setCurrentIndex(answer.findText("nein"))
    answer.activated.emit(answer.currentIndex())
    assert value(speech, "decided") == YesNo(answer=False)
    speech.undo()
    speech.undo()
    assert (value(speech, "decided"), value(speech, "priority")) == (None, None)
    assert choice.currentText() == "nicht gewählt"


def test_a_day_that_is_none_is_kept_as_it_was_typed_and_told(speech: Room) -> None:
    line = speech.named(QLineEdit, "Stand")
    types(line, "31.02.2015")
    QTest.keyClick(line, RETURN)
    assert value(speech, "as_of") == Day(None, "31.02.2015")
    assert line.text() == "31.02.2015"
    line.clear()
    types(line, "28.2.15")
    QTest.keyClick(line, RETURN)
    assert value(speech, "as_of") == Day(date(2015, 2, 28))


def test_links_are_added_from_a_list_and_taken_off(speech: Room) -> None:
    chooser = speech.named(TargetCombo, "Querschnittsbezug: hinzufügen")
    chooser.fill()
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["1 Ziele"]
    chooser.activated.emit(0)
    assert value(speech, "related") == Links(("ziele",))
    speech.undo()
    assert value(speech, "related") is None


def test_a_link_of_a_record_offers_the_goals_of_its_own_section(speech: Room) -> None:
    chooser = speech.named(TargetCombo, "Teilziele: hinzufügen")
    chooser.fill()
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["1 Deutsch lernen", "2 Verstehen"]


def test_records_are_added_moved_and_deleted_and_undone(speech: Room) -> None:
    button(speech, "Maßnahme hinzufügen").click()
    assert _titles(speech) == ["Lesepaten", "", "Sprachmittler"]
    types(QApplication.focusWidget(), "Kurse")  # type: ignore[arg-type]  # the new record's first editor
    speech.view.commit_pending()
    assert _titles(speech) == ["Lesepaten", "Kurse", "Sprachmittler"]
    measures = speech.named(QListView, "Maßnahmen")
    measures.setFocus()
    QTest.keyClick(measures, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert _titles(speech) == ["Kurse", "Lesepaten", "Sprachmittler"]
    QTest.keyClick(measures, Qt.Key.Key_Delete)
    assert _titles(speech) == ["Lesepaten", "Sprachmittler"]
    for _ in range(4):
        speech.undo()
    assert _titles(speech) == ["Lesepaten", "Sprachmittler"]


def _titles(room: Room) -> list[str]:
    found = (record.fields for record in room.section("sprache").records("measures"))
    return [next((f.value.text for f in fields if isinstance(f.value, Line)), "") for fields in found]


def button(room: Room, name: str) -> QToolButton:
    return room.named(QToolButton, name)


def test_a_records_running_text_is_written_like_any_other(speech: Room) -> None:
    measures = speech.named(QListView, "Maßnahmen")
    measures.setCurrentIndex(measures.model().index(1, 0))
    text = speech.text("Beschreibung")
    assert text.toPlainText() == "Sie dolmetschen."
    types(text, "Wo? ")
    assert plain_text(_description(speech, 1)) == "Wo? Sie dolmetschen."
    measures.setCurrentIndex(measures.model().index(0, 0))
    assert text.toPlainText() == "Sie lesen vor."
    speech.undo()
    assert text.toPlainText() == "Sie dolmetschen."
    assert text.hasFocus()


def _description(room: Room, row: int) -> Block:
    value = room.section("sprache").records("measures")[row].fields[0].value
    assert isinstance(value, RichText)
    return value.blocks[0]


def test_undo_leads_back_to_another_section_and_its_caret(speech: Room) -> None:
    speech.view.show_section("ziele")
    text = speech.text("Text")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClicks(text, "!")
    speech.view.show_section("sprache")
    types(speech.text("Ausgangslage"), "x")
    speech.undo()
    assert speech.view.section() == "sprache"
    speech.undo()
    assert speech.view.section() == "ziele"
    assert text.hasFocus()
    assert text.textCursor().position() == len("Alle sollen teilhaben.")


def test_a_footnote_is_written_under_the_text(speech: Room) -> None:
    text = speech.text("Ausgangslage")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End)
    speech.view.insert_footnote()
    focused = QApplication.focusWidget()
    assert isinstance(focused, RichTextEdit)
    assert focused is not text
    assert focused.accessibleName() == "Fußnote 1"
    QTest.keyClicks(focused, "Bericht 2014")
    block = speech.section("sprache").blocks("situation")[0]
    note = block.inlines[-1]  # type: ignore[union-attr]  # a paragraph
    assert isinstance(note, Footnote)
    assert plain(note.content) == "Bericht 2014"
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert text.hasFocus()
    speech.undo()
    assert focused.hasFocus()
    assert focused.toPlainText() == ""


def test_a_note_goes_with_its_chip(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", p("Rat", fn("Beschluss", id="note1"), id="p1"), id="ziele")))
    room.view.show_section("ziele")
    text, note = room.text("Text"), room.text("Fußnote 1")
    assert note.toPlainText() == "Beschluss"
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert not note.isVisible()
    room.undo()
    assert room.text("Fußnote 1").toPlainText() == "Beschluss"


def test_the_tools_act_on_the_text_with_the_keyboard_and_hear_its_state(speech: Room) -> None:
    heard: list[FormatState] = []
    speech.view.format_changed.connect(heard.append)
    text = speech.text("Ausgangslage")
    text.setFocus()
    text.selectAll()
    speech.view.toggle_mark(Marks.BOLD)
    speech.view.set_block(BlockKind.BULLET)
    assert heard[-1] == FormatState(True, True, Marks.BOLD, BlockKind.BULLET, "", True, True, True)
    speech.named(LineField, "Leitziel").setFocus()
    assert heard[-1] == FormatState()
    assert line_of(speech.section("sprache").blocks("situation")[0], "") == (
        Text("Viele sprechen Deutsch.", Marks.BOLD),
    )


def test_a_comment_covers_what_is_selected_in_one_step(speech: Room) -> None:
    text = speech.text("Ausgangslage")
    text.setFocus()
    text.selectAll()
    speech.view.add_comment("Bitte belegen.", "Sozialplanung", "SP")
    section = speech.section("sprache")
    assert [comment.text for comment in section.comments] == ["Bitte belegen."]
    assert section.blocks("situation")[0].inlines[0].comments == (section.comments[0].id,)  # type: ignore[union-attr]
    speech.undo()
    assert speech.section("sprache").comments == ()


def test_the_title_is_written_at_the_head(speech: Room) -> None:
    title = speech.named(QPlainTextEdit, "Titel des Abschnitts")
    title.selectAll()
    types(title, "Deutsch")
    QTest.keyClick(title, RETURN)
    assert speech.section("sprache").title == "Deutsch"
    speech.undo()
    assert title.toPlainText() == "Sprache"


def test_chips_follow_the_numbers_of_their_targets(in_room: InRoom) -> None:
    first, second = chapter("Eins", p("x", id="p1"), id="eins"), chapter("Zwei", p(ref("eins"), id="p2"), id="zwei")
    room = in_room(doc(first, second))
    room.view.show_section("zwei")
    chips = room.text("Text").chips
    thing = room.section("zwei").blocks("text")[0].inlines[0]  # type: ignore[union-attr]
    assert chips.name_of(thing) == "1"  # type: ignore[arg-type]
    edit = outline.move_by(room.session.document, "eins", 1)
    room.session.apply(edit, "Verschieben")
    assert chips.name_of(thing) == "2"  # type: ignore[arg-type]


def test_a_record_with_a_choice_and_a_day_goes_without_a_word(in_room: InRoom) -> None:
    kept = record("m2", title="Kurse")
    gone = record("m1", title="Lesepaten", priority=choice("high"), due=date(2015, 3, 12))
    room = in_room(doc(field_of_action("Sprache", records("measures", gone, kept), id="sprache")))
    room.view.show_section("sprache")
    measures = room.named(QListView, "Maßnahmen")
    measures.setFocus()
    QTest.keyClick(measures, Qt.Key.Key_Delete)
    assert _titles(room) == ["Kurse"]
    room.undo()
    assert room.section("sprache").records("measures") == (gone, kept)


def test_a_section_that_is_deleted_leaves_the_screen(speech: Room) -> None:
    speech.session.apply(
        outline.trash(speech.session.document, "sprache", datetime(2015, 3, 12, tzinfo=UTC)), "Löschen"
    )
    assert speech.view.section() == ""
    speech.undo()
    speech.view.show_section("sprache")
    assert speech.view.section() == "sprache"


def test_editors_of_a_dozen_sections_are_kept(in_room: InRoom) -> None:
    many = [chapter(f"Kapitel {n}", p("x"), id=f"k{n}") for n in range(15)]
    room = in_room(doc(*many))
    for section in many:
        room.view.show_section(section.id)
    assert list(room.view.pages.ids()) == [f"k{n}" for n in range(3, 15)]


def test_a_concept_open_for_reading_takes_no_key(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", p("Teilhabe", id="p1"), id="ziele")), read_only=True)
    room.view.show_section("ziele")
    text = room.text("Text")
    types(text, "x")
    QTest.keyClick(text, RETURN)
    text.paste()
    assert room.session.project.number == 0
    assert text.toPlainText() == "Teilhabe"


def test_every_control_that_tab_reaches_has_a_name(speech: Room) -> None:
    speech.named(QPlainTextEdit, "Titel des Abschnitts").setFocus()
    reached: list[QWidget] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
        QTest.keyClick(focused, TAB)
    nameless = [w for w in reached if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert nameless == []
    assert len(reached) > 20
    assert any(isinstance(w, RichTextEdit) for w in reached)


def test_the_measure_grows_with_the_zoom(speech: Room) -> None:
    speech.view.show_section("ziele")
    QApplication.processEvents()
    text = speech.text("Text")
    speech.view.resize(1400, 700)
    for zoom, width in ((100, 620), (150, 930), (200, 1240)):
        speech.view.set_zoom(zoom)
        QApplication.processEvents()
        assert text.width() == width
    assert text.toPlainText() == "Alle sollen teilhaben."


def test_sections_shown_later_take_over_zoom_and_colours(speech: Room, qapp: QApplication) -> None:
    text = speech.text("Ausgangslage")
    speech.view.show_section("ziele")
    theme.apply(qapp, theme.Scheme.DARK)
    speech.view.set_zoom(150)
    QApplication.processEvents()
    try:
        speech.view.show_section("sprache")
        assert text.document().defaultFont().pixelSize() == round(17 * 1.5)
        assert text.currentCharFormat().foreground().color() == theme.colour("ink")
        assert theme.colour("ink").lightness() > 128
    finally:
        theme.apply(qapp, theme.Scheme.LIGHT)


def test_narrow_labels_stand_above_their_fields(speech: Room) -> None:
    line = speech.named(LineField, "Leitziel")
    QApplication.processEvents()
    beside = line.mapTo(speech.view, line.rect().topLeft()).x()
    speech.view.resize(640, 700)
    QApplication.processEvents()
    above = line.mapTo(speech.view, line.rect().topLeft()).x()
    assert beside > 92 > above
