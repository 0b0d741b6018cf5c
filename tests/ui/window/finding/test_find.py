"""Find and replace in a window, by its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.finding import texts
from ikonzept_desktop.ui.window.finding.desk import FindDesk
from ikonzept_desktop.ui.window.finding.feature import FindFeature
from ikonzept_desktop.ui.window.properties_dialog import PropertiesDialog
from tests.builders import cell, chapter, doc, field, field_of_action, fn, p, record, records, table
from tests.builders import row as cells
from tests.ui.desk import made, settle, shown

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def concept() -> Document:
    """Give a concept with Ziel in a text, a note, a title, a table, a field and a record."""
    return doc(
        chapter("Anfang", p("Der Kreis hat ein Ziel.", fn("Ziel, S. 5", id="note"), id="a"), p("Ende"), id="one"),
        chapter("Ziele", table(cells(cell("Ziel")), id="t"), id="two"),
        field_of_action(
            "Sprache",
            field("goal", "🙂 Leitziel"),
            records("measures", record(id="m", title="Kurs", description=p("Teilziel", id="d"))),
            id="three",
        ),
        title="Konzept mit Ziel",
    )


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = shown(program, made(tmp_path / "a.ikonzept", concept()))
    window.resize(1300, 800)
    window.activateWindow()
    window.show_section("one")
    window.text.focus_field()
    settle()
    return window


def desk_of(window: ConceptWindow) -> FindDesk:
    (feature,) = (feature for feature in window._features if isinstance(feature, FindFeature))
    return feature.desk()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)
    settle()


def marked(text: RichTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in text.extraSelections()]  # type: ignore[attr-defined]  # as Qt has it


def search(window: ConceptWindow, words: str) -> FindDesk:
    """Press Strg+F and type words, and wait for the pause after them to pass."""
    press(Key.Key_F, CTRL)
    QTest.keyClicks(focused(), words)
    desk = desk_of(window)
    desk.panel._pause.stop()
    desk.panel.asked.emit()
    settle()
    return desk


def text_of(window: ConceptWindow) -> str:
    block = window.session.document.sections[0].blocks("text")[0]
    assert isinstance(block, Paragraph)
    return "".join(getattr(inline, "text", "") for inline in block.inlines)


def test_ctrl_f_opens_the_panel_with_the_keyboard_in_its_line(window: ConceptWindow) -> None:
    press(Key.Key_F, CTRL)
    panel = desk_of(window).panel
    assert (window.drawer.panel, focused(), panel.wish.isVisible()) == (panel, panel.line, False)
    assert panel.said.text() == texts.TYPE_TO_FIND


def test_typing_searches_after_a_pause_by_itself(window: ConceptWindow, qtbot: QtBot) -> None:
    press(Key.Key_F, CTRL)
    QTest.keyClicks(focused(), "Ziel")
    desk = desk_of(window)
    assert desk.hunt.count == 0
    qtbot.waitUntil(lambda: desk.hunt.count == 7)
    assert window.drawer._title.text() == "Suchen  ·  2 von 7 Fundstellen in 4 Abschnitten"


def test_the_first_hit_behind_the_caret_is_shown_while_typing_and_the_keyboard_stays(window: ConceptWindow) -> None:
    desk = search(window, "Ziel")
    assert focused() is desk.panel.line
    text = window.text.text
    assert text is not None
    assert text.textCursor().selectedText() == "Ziel"
    assert desk.current == 1


def test_return_goes_through_the_hits_wherever_they_are(window: ConceptWindow) -> None:
    desk = search(window, "ziel")
    seen = []
    for _ in range(7):
        press(Key.Key_Return)
        seen.append((desk.current, window.text.section()))
    assert seen == [(2, "one"), (3, "two"), (4, "two"), (5, "three"), (6, "three"), (0, "three"), (1, "one")]
    assert focused() is desk.panel.line
    press(Key.Key_Return, SHIFT)
    assert desk.current == 0


def test_f3_brings_the_keyboard_to_each_hit_in_text_note_title_and_field(window: ConceptWindow) -> None:
    search(window, "ziel")
    press(Key.Key_Escape)
    press(Key.Key_F3)
    note = focused()
    assert isinstance(note, RichTextEdit)
    assert (note.textCursor().selectedText(), note.loop.port.one_line) == ("Ziel", True)
    press(Key.Key_F3)
    title = focused()
    assert isinstance(title, QPlainTextEdit)
    assert (title.textCursor().selectedText(), title.toPlainText()) == ("Ziel", "Ziele")
    press(Key.Key_F3)
    table_of = focused()
    assert isinstance(table_of, QTextEdit)
    assert table_of.textCursor().selectedText() == "\ufffc"
    press(Key.Key_F3)
    line = focused()
    assert isinstance(line, QLineEdit)
    assert (line.selectedText(), line.text()) == ("ziel", "🙂 Leitziel")
    press(Key.Key_F3)
    description = focused()
    assert isinstance(description, RichTextEdit)
    assert description.textCursor().selectedText() == "ziel"


def test_one_hit_alone_looks_chosen(window: ConceptWindow) -> None:
    desk = search(window, "ziel")
    press(Key.Key_Return)
    press(Key.Key_Return)
    page = window.text.pages.shown()
    assert page is not None
    assert page.head.title.textCursor().hasSelection()
    press(Key.Key_Return)
    assert (desk.current, page.head.title.textCursor().hasSelection()) == (4, False)


def test_f3_goes_on_from_where_the_user_has_put_the_caret(window: ConceptWindow) -> None:
    desk = search(window, "ziel")
    press(Key.Key_Return)
    press(Key.Key_Return)
    press(Key.Key_Escape)
    window.show_section("one")
    window.text.focus_field()
    press(Key.Key_Home, CTRL)
    press(Key.Key_F3)
    assert desk.current == 1
    press(Key.Key_F3, SHIFT)
    assert desk.current == 0


def test_escape_goes_back_to_the_text_with_the_hit_selected(window: ConceptWindow) -> None:
    search(window, "Ziel")
    press(Key.Key_Escape)
    text = focused()
    assert isinstance(text, RichTextEdit)
    assert (window.drawer.isHidden(), text.textCursor().selectedText()) == (True, "Ziel")


def test_what_is_selected_becomes_the_search_word(window: ConceptWindow) -> None:
    press(Key.Key_Home, CTRL)
    press(Key.Key_Right, CTRL | SHIFT)
    press(Key.Key_F, CTRL)
    desk = desk_of(window)
    assert (desk.panel.line.text(), desk.panel.line.selectedText(), desk.hunt.count) == ("Der ", "Der ", 1)


def test_f3_alone_searches_for_what_is_selected(window: ConceptWindow) -> None:
    press(Key.Key_Home, CTRL)
    press(Key.Key_Right, CTRL | SHIFT)
    press(Key.Key_F3)
    assert (desk_of(window).hunt.query.text, window.drawer.isHidden()) == ("Der ", True)


def test_arrows_in_the_list_show_hits_and_return_goes_into_the_text(window: ConceptWindow) -> None:
    desk = search(window, "ziel")
    press(Key.Key_Down)
    assert focused() is desk.panel.list
    press(Key.Key_Down)
    assert (desk.current, focused()) == (2, desk.panel.list)
    press(Key.Key_Return)
    assert isinstance(focused(), RichTextEdit)
    assert window.drawer.isVisible()


def test_return_at_a_hit_in_a_table_goes_into_the_table(window: ConceptWindow) -> None:
    desk = search(window, "ziel")
    desk.panel.list.choose(4)
    desk.panel.list.setFocus()
    press(Key.Key_Return)
    assert window.drawer.panel is not desk.panel
    assert window.drawer.isVisible()
    press(Key.Key_F3)
    assert desk.current == 5


def test_hits_are_marked_in_the_open_text_until_the_panel_is_put_away(window: ConceptWindow, qtbot: QtBot) -> None:
    search(window, "Kreis")
    text = window.text.text
    assert text is not None
    qtbot.waitUntil(lambda: marked(text) == ["Kreis"])
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not text.extraSelections())


def test_the_list_follows_what_is_written(window: ConceptWindow, qtbot: QtBot) -> None:
    desk = search(window, "Kreis")
    window.text.focus_field()
    settle()
    press(Key.Key_End, CTRL)
    QTest.keyClicks(focused(), " im Kreis")
    qtbot.waitUntil(lambda: desk.hunt.count == 2)
    assert desk.model.rowCount() == 3


def test_a_bad_expression_is_one_sentence_and_finds_nothing(window: ConceptWindow) -> None:
    press(Key.Key_F, CTRL)
    desk = desk_of(window)
    desk.panel.regex.click()
    desk.panel.begin_with("Kreis(")
    said = "Dieser Ausdruck ist ab Zeichen 7 nicht zu verstehen. Prüfen Sie Klammern und Zeichen."
    assert (desk.panel.note._words.text(), desk.panel.note.isVisible()) == (said, True)
    assert desk.hunt.count == 0
    desk.panel.begin_with("Kreis")
    assert (desk.panel.note.isVisible(), desk.hunt.count) == (False, 1)


def test_replacing_shows_what_becomes_of_each_hit(window: ConceptWindow) -> None:
    press(Key.Key_H, CTRL)
    desk = desk_of(window)
    desk.panel.begin_with("Kreis")
    press(Key.Key_Tab)
    assert focused() is desk.panel.wish
    QTest.keyClicks(focused(), "Landkreis")
    said = desk.model.data(desk.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Text: Der Kreis → Landkreis hat ein Ziel., wird ersetzt"
    assert desk.panel.all.text() == "1 Stelle ersetzen"


def test_everything_ticked_is_replaced_in_one_step_that_undo_takes_back(window: ConceptWindow) -> None:
    before = window.session.document
    press(Key.Key_H, CTRL)
    desk = desk_of(window)
    desk.panel.begin_with("Ziel")
    desk.panel.keep_case.click()
    desk.panel.wish.setText("zweck")
    desk.panel.wished.emit()
    desk.panel.list.selectRow(0)
    desk.panel.list.setFocus()
    press(Key.Key_Space)
    assert desk.panel.all.text() == "6 Stellen ersetzen"
    desk.panel.all.click()
    settle()
    after = window.session.document
    assert (after.sections[0].title, after.sections[1].title, after.properties.title) == (
        "Anfang",
        "Zwecke",
        "Konzept mit Ziel",
    )
    assert text_of(window) == "Der Kreis hat ein Zweck."
    assert window.session.project.undo_label() == "„Ziel“ durch „zweck“ ersetzen"
    press(Key.Key_Z, CTRL)
    assert window.session.document == before


def test_one_hit_after_the_other_is_replaced_by_return_in_the_second_line(window: ConceptWindow) -> None:
    press(Key.Key_H, CTRL)
    desk = desk_of(window)
    desk.panel.begin_with("Ziel")
    desk.panel.wish.setText("Zielort")
    desk.panel.wished.emit()
    desk.panel.wish.setFocus()
    press(Key.Key_Return)
    assert text_of(window) == "Der Kreis hat ein Zielort."
    assert (desk.current, desk.hunt.hit(desk.current).passage.site.id) == (2, "note")
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert window.session.document.sections[1].title == "Zielorte"
    assert focused() is desk.panel.wish


def test_a_box_is_ticked_off_by_a_click(window: ConceptWindow) -> None:
    press(Key.Key_H, CTRL)
    desk = desk_of(window)
    desk.panel.begin_with("Kreis")
    settle()
    rect = desk.panel.list.visualRect(desk.model.index(1))
    spot = QPoint(rect.left() + 40, rect.center().y())
    QTest.mouseClick(desk.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (desk.hunt.ticked_count(), desk.panel.all.isEnabled()) == (0, False)


def test_a_group_that_is_not_there_is_told_and_replaces_nothing(window: ConceptWindow) -> None:
    press(Key.Key_H, CTRL)
    desk = desk_of(window)
    desk.panel.regex.click()
    desk.panel.begin_with("Kreis")
    desk.panel.wish.setText(r"\2")
    desk.panel.wished.emit()
    assert desk.panel.wish_note._words.text() == texts.NO_GROUP
    desk.panel.all.click()
    desk.panel.one.click()
    assert text_of(window) == "Der Kreis hat ein Ziel."


def test_a_search_in_this_section_follows_the_section_that_is_opened(window: ConceptWindow) -> None:
    desk = search(window, "ziel")
    desk.panel.where.setCurrentIndex(1)
    desk.panel.where.activated.emit(1)
    assert desk.hunt.count == 2
    window.show_section("three")
    assert desk.hunt.count == 2
    assert {found.passage.site.section for found in desk.hunt.found} == {"three"}


def test_a_hit_in_the_properties_opens_them_by_return(window: ConceptWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(PropertiesDialog, "exec", lambda self: opened.append(self.windowTitle()))
    desk = search(window, "Konzept mit")
    press(Key.Key_Down)
    press(Key.Key_Up)
    desk.panel.list.choose(0)
    press(Key.Key_Return)
    assert opened == ["Angaben zum Konzept"]


def test_a_concept_to_be_read_is_searched_and_says_why_nothing_is_replaced(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept", concept()), read_only=True)
    window.activateWindow()
    window.show_section("one")
    before = window.session.document
    press(Key.Key_H, CTRL)
    desk = desk_of(window)
    desk.panel.begin_with("Ziel")
    assert desk.hunt.count == 7
    assert (desk.panel.wish_note._words.text(), desk.panel.all.isEnabled()) == (texts.ONLY_TO_READ, False)
    desk.replace_ticked()
    assert window.session.document == before


def test_the_switches_have_names_and_the_tab_key_reaches_each_of_them(window: ConceptWindow) -> None:
    press(Key.Key_H, CTRL)
    panel = desk_of(window).panel
    reached = []
    for _ in range(9):
        press(Key.Key_Tab)
        reached.append(focused().accessibleName() or getattr(focused(), "text", str)())
    switches = [texts.CASE, texts.WHOLE_WORDS, texts.UMLAUTS, texts.REGEX, texts.INTERNAL]
    assert reached == [texts.REPLACE_BY, texts.KEEP_CASE, *switches, texts.SCOPE, reached[-1]]
    panel.begin_with("Ziel")
    panel.wish.setFocus()
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    assert focused() is panel.all
