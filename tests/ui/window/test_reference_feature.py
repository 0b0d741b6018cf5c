"""Cross-references from the keyboard: found, put in, changed, followed, and missed when their target goes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Document, find_section
from ikonzept_desktop.model.fields import Links
from ikonzept_desktop.model.inline import CrossReference
from ikonzept_desktop.ui.kit.field_menus import field_menu
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import reference_texts as texts
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.dangling_panel import DanglingPanel
from ikonzept_desktop.ui.window.reference_popup import ReferencePopup
from tests.builders import chapter, doc, field, field_of_action, fn, links, p, record, records, ref, row, table
from tests.ui.desk import settle
from tests.ui.window.writing import CTRL, SHIFT, choose, entries, focused, into_text, keyboard, line, menu, opened, said

KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def concept() -> Document:
    courses = table(row("a"), caption="Kurse", id="kurse")
    return doc(
        chapter("Einleitung", p("Siehe ", id="text"), id="vorn"),
        chapter("Zahlen", courses, p("Mehr in ", ref("sprache"), id="mehr"), id="zahlen"),
        chapter(
            "Felder",
            field_of_action(
                "Sprache",
                field("abbreviation", "S"),
                records("measures", record(id="pool", title="Sprachmittlerpool")),
                id="sprache",
            ),
            id="felder",
        ),
    )


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return opened(program, tmp_path, concept())


def popup(window: ConceptWindow) -> ReferencePopup:
    [found] = window.findChildren(ReferencePopup)
    return found


def ask(window: ConceptWindow, words: str = "") -> ReferencePopup:
    QTest.keyClick(keyboard(), KEY.Key_Q, CTRL | SHIFT)
    settle()
    QTest.keyClicks(keyboard(), words)
    return popup(window)


def select_chip(window: ConceptWindow) -> None:
    into_text(window, "zahlen")
    QTest.keyClick(focused(), KEY.Key_Left, SHIFT)


def test_a_few_letters_and_return_put_a_reference_at_the_caret(window: ConceptWindow) -> None:
    opened_popup = ask(window, "massn sprachm")
    assert opened_popup.isVisible()
    assert [target.id for target in opened_popup.shown()] == ["pool"]
    QTest.keyClick(keyboard(), KEY.Key_Return)
    QTest.keyClicks(keyboard(), " dort.")
    assert said(line(window, "vorn", "text")) == "Siehe {pool number} dort."
    assert opened_popup.isHidden()


def test_arrows_choose_tab_changes_the_form_and_both_are_remembered(window: ConceptWindow) -> None:
    opened_popup = ask(window)
    QTest.keyClick(keyboard(), KEY.Key_Down)
    QTest.keyClick(keyboard(), KEY.Key_Tab)
    QTest.keyClick(keyboard(), KEY.Key_Tab)
    assert "Im Text: 2 Zahlen" in opened_popup.line.accessibleDescription()
    QTest.keyClick(keyboard(), KEY.Key_Return)
    assert said(line(window, "vorn", "text")) == "Siehe {zahlen number_title}"
    again = ask(window)
    assert (again.shown()[0].id, again.reference_form().value) == ("zahlen", "number_title")


def test_escape_leaves_the_text_as_it_was_and_goes_back_there(window: ConceptWindow) -> None:
    view = focused()
    ask(window, "zahlen")
    QTest.keyClick(keyboard(), KEY.Key_Escape)
    assert popup(window).isHidden()
    assert keyboard() is view
    assert said(line(window, "vorn", "text")) == "Siehe "


def test_a_click_chooses_too(window: ConceptWindow) -> None:
    opened_popup = ask(window, "zahlen")
    spot = opened_popup.list.visualRect(opened_popup.list.currentIndex()).center()
    QTest.mouseClick(opened_popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert said(line(window, "vorn", "text")) == "Siehe {zahlen number}"


def test_the_list_stands_at_the_caret_within_the_window(window: ConceptWindow) -> None:
    view = focused()
    shown = ask(window)
    caret = view.viewport().mapTo(window, view.cursorRect().bottomLeft())
    assert 0 <= shown.y() - caret.y() <= 8
    assert window.rect().contains(shown.geometry())


def test_return_on_a_chip_opens_its_menu_and_changes_its_form_in_one_step(window: ConceptWindow) -> None:
    select_chip(window)
    QTest.keyClick(focused(), KEY.Key_Return)
    shown = menu()
    assert entries(shown) == [
        texts.GO_TO_TARGET, "Nummer", "Titel", "Nummer und Titel", "Seite", texts.OTHER_TARGET, texts.REMOVE_REFERENCE
    ]  # fmt: skip
    choose(shown, "Seite")
    assert said(line(window, "zahlen", "mehr")) == "Mehr in {sprache page}"
    window.session.project.undo()
    assert said(line(window, "zahlen", "mehr")) == "Mehr in {sprache number}"


def test_another_target_is_chosen_in_the_place_of_the_chip(window: ConceptWindow) -> None:
    select_chip(window)
    QTest.keyClick(focused(), KEY.Key_Return)
    choose(menu(), texts.OTHER_TARGET)
    QTest.keyClicks(keyboard(), "kurse")
    QTest.keyClick(keyboard(), KEY.Key_Return)
    assert said(line(window, "zahlen", "mehr")) == "Mehr in {kurse number}"


def test_the_way_to_the_target_leads_back_to_the_chip(window: ConceptWindow) -> None:
    select_chip(window)
    QTest.keyClick(focused(), KEY.Key_Return)
    choose(menu(), texts.GO_TO_TARGET)
    assert window.text.section() == "sprache"
    window.actions_by_key["back"].trigger()
    assert window.text.section() == "zahlen"
    assert focused().textCursor().selectedText() == "\ufffc"
    window.actions_by_key["forward"].trigger()
    assert window.text.section() == "sprache"


def test_a_table_is_gone_to_and_back_within_one_section(window: ConceptWindow) -> None:
    into_text(window, "zahlen")
    at = focused().textCursor().position()
    window.text.section_asked.emit("kurse")
    assert focused().textCursor().hasSelection()
    window.actions_by_key["back"].trigger()
    assert focused().textCursor().position() == at


# --- targets that go


def delete(window: ConceptWindow, section: str) -> None:
    window.session.apply(outline.trash(window.session.document, section, datetime.now(UTC)), "Abschnitt löschen")
    settle()


def test_a_deletion_that_leaves_references_without_a_target_is_told_and_undo_heals(
    window: ConceptWindow,
) -> None:
    delete(window, "felder")
    assert window.banner.says("1 Querverweis zeigt jetzt ins Leere.")
    window.session.project.undo()
    assert window.banner.isHidden()


def test_what_points_nowhere_for_long_is_not_told_again(window: ConceptWindow) -> None:
    delete(window, "felder")
    window.banner.be_quiet()
    into_text(window, "vorn")
    QTest.keyClick(focused(), KEY.Key_Return)
    assert window.banner.isHidden()


def test_a_more_urgent_line_stays(window: ConceptWindow) -> None:
    window.banner.say("Kein Platz.", "red")
    delete(window, "felder")
    assert window.banner.says("Kein Platz.")


def test_a_deleted_table_and_record_are_missed_too(window: ConceptWindow) -> None:
    ask(window, "kurse")
    QTest.keyClick(keyboard(), KEY.Key_Return)
    ask(window, "pool")
    QTest.keyClick(keyboard(), KEY.Key_Return)
    delete(window, "zahlen")
    assert window.banner.says("1 Querverweis zeigt jetzt ins Leere.")
    delete(window, "sprache")
    assert window.banner.says("2 Querverweise zeigen jetzt ins Leere.")


def look_at_them(window: ConceptWindow) -> DanglingPanel:
    delete(window, "felder")
    [button] = [one for one in window.banner.findChildren(QPushButton) if one.text() == texts.LOOK_AT_THEM]
    button.click()
    settle()
    [panel] = window.findChildren(DanglingPanel)
    return panel


def test_the_list_leads_to_each_place(window: ConceptWindow) -> None:
    panel = look_at_them(window)
    assert window.banner.isHidden()
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == ["2 Zahlen · Mehr in"]
    QTest.keyClick(panel.list, KEY.Key_Return)
    assert window.text.section() == "zahlen"
    assert focused().textCursor().selectedText() == "\ufffc"


def test_another_target_from_the_list_empties_it(window: ConceptWindow) -> None:
    panel = look_at_them(window)
    panel.other.click()
    settle()
    QTest.keyClicks(keyboard(), "einl")
    QTest.keyClick(keyboard(), KEY.Key_Return)
    assert said(line(window, "zahlen", "mehr")) == "Mehr in {vorn number}"
    assert (panel.list.count(), panel.empty.isHidden()) == (0, False)


def test_entf_takes_the_chosen_one_away(window: ConceptWindow) -> None:
    panel = look_at_them(window)
    QTest.keyClick(panel.list, KEY.Key_Delete)
    assert said(line(window, "zahlen", "mehr")) == "Mehr in "


def test_a_reference_in_a_note_is_found_there(program: Program, tmp_path: Path) -> None:
    inner = doc(chapter("A", p("Wort", fn("siehe ", ref("fort"), id="note"), id="text"), id="vorn"))
    window = opened(program, tmp_path, inner)
    window.actions_by_key["dangling"].trigger()
    [panel] = window.findChildren(DanglingPanel)
    QTest.keyClick(panel.list, KEY.Key_Return)
    settle()
    assert focused().accessibleName() == "Fußnote 1"
    assert focused().textCursor().selectedText() == "\ufffc"


def test_a_link_of_a_record_is_listed_by_its_field_and_gets_another_target(program: Program, tmp_path: Path) -> None:
    measure = record(id="pool", title="Pool", goals=links("fort"))
    goal = record(id="ziel", title="Deutsch lernen")
    inner = doc(
        chapter(
            "Felder", field_of_action("Sprache", records("goals", goal), records("measures", measure), id="sprache")
        )
    )
    window = opened(program, tmp_path, inner)
    window.actions_by_key["dangling"].trigger()
    [panel] = window.findChildren(DanglingPanel)
    assert panel.list.item(0).text() == "1.1 Sprache · Verknüpfung im Feld „Teilziele“"
    panel.other.click()
    settle()
    QTest.keyClicks(keyboard(), "deutsch")
    QTest.keyClick(keyboard(), KEY.Key_Return)
    found = find_section(window.session.document, "sprache")
    assert found is not None
    assert found.records("measures")[0].fields[0].value == Links(("ziel",))


def test_the_context_menu_of_a_chip_offers_the_same_on_top_and_selects_it(window: ConceptWindow) -> None:
    view = into_text(window, "zahlen")
    shown = field_menu(view, lambda _field: ())
    at = view.cursorRect().center()
    view.menu_opening.emit(shown, view.viewport().mapToGlobal(QPoint(at.x() - 12, at.y())))
    assert entries(shown)[0] == texts.GO_TO_TARGET
    assert view.textCursor().selectedText() == "\ufffc"
    choose(shown, texts.REMOVE_REFERENCE)
    assert said(line(window, "zahlen", "mehr")) == "Mehr in "


def test_in_a_concept_to_be_read_a_chip_leads_to_its_target_alone(program: Program, tmp_path: Path) -> None:
    window = opened(program, tmp_path, concept(), read_only=True)
    view = into_text(window, "zahlen")
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    QTest.keyClick(view, KEY.Key_Return)
    assert entries(menu()) == [texts.GO_TO_TARGET]
    assert not window.actions_by_key["reference"].isEnabled()


def test_a_reference_to_nothing_says_so_and_leads_nowhere(window: ConceptWindow) -> None:
    delete(window, "felder")
    select_chip(window)
    chips = focused().chips
    assert chips.name_of(CrossReference("sprache")) == "Ziel fehlt"
    QTest.keyClick(focused(), KEY.Key_Return)
    assert not menu().actions()[0].isEnabled()
    window.text.section_asked.emit("sprache")
    assert window.text.section() == "zahlen"
