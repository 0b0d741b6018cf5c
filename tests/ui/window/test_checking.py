"""Spelling and findings in a window: by key, by menu, by page; everything can be undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from ikonzept_desktop.checking.findings import Kind
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.short_fields import LineField
from ikonzept_desktop.ui.kit import field_menus
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.ui.window.checking_feature import CheckingFeature
from ikonzept_desktop.ui.window.checking_room import CheckingRoom
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.words_dialog import CONCEPT, PASSED, USER, WordsDialog
from tests.builders import chapter, doc, field_of_action, fn, p, record, records
from tests.checking.desk import answered
from tests.ui.desk import made, settle, shown


def concept() -> Document:
    return doc(
        chapter("Ziele", p("Der Koordinierungkreis tagt  hier.", id="b1"), id="z"),
        chapter("Wege", p("Gut.", fn("Eine flasche Note.", id="n"), id="b2"), id="w"),
        field_of_action("Sprache", records("measures", record("r", title="Ein flascher Kurs")), id="s"),
    )


class Checked:
    """A window with its findings up to date."""

    def __init__(self, program: Program, path: Path, document: Document, *, read_only: bool = False) -> None:
        self.window: ConceptWindow = shown(program, made(path, document), read_only=read_only)
        self.window.activateWindow()
        feature = next(one for one in self.window._features if isinstance(one, CheckingFeature))
        self.room: CheckingRoom = feature.made()
        self.look()

    def look(self) -> None:
        """Look at everything now, the dictionary answering at once."""
        self.room.desk.finish()
        answered(self.room.spelling.units)
        self.room.desk.finish()
        self.room.menus.squiggles.look_again()
        self.room.menus.squiggles.finish()
        settle()

    def does(self, key: str) -> None:
        self.window.actions_by_key[key].trigger()
        settle()

    @property
    def document(self) -> Document:
        return self.window.session.document

    def own_words(self) -> list[str]:
        return list(self.document.properties.own_words)

    @property
    def selected(self) -> str:
        focused = QApplication.focusWidget()
        if isinstance(focused, LineField):
            return focused.selectedText()
        assert isinstance(focused, RichTextEdit), focused
        return focused.textCursor().selectedText()

    def text(self) -> RichTextEdit:
        return next(view for view in self.window.text.findChildren(RichTextEdit) if view.isVisible())

    def menu_at(self, position: int) -> QMenu:
        """Open the menu of the shown text as a right click does."""
        view = self.text()
        cursor = view.textCursor()
        cursor.setPosition(position)
        point = view.cursorRect(cursor).center() + QPoint(2, 0)
        return field_menus.show_field_menu(view, view.mapToGlobal(point), field_menus.history_of_window)


@pytest.fixture
def checked(program: Program, tmp_path: Path) -> Checked:
    return Checked(program, tmp_path / "k.ikonzept", concept())


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
    settle()


def test_the_next_finding_is_shown_and_selected_through_the_whole_concept(checked: Checked) -> None:
    seen = []
    for _ in range(5):
        checked.does("next_finding")
        seen.append((checked.window.text.section(), checked.selected))
    assert seen == [
        ("z", "Koordinierungkreis"),
        ("z", "  "),
        ("w", "flasche"),
        ("s", "flascher"),
        ("z", "Koordinierungkreis"),
    ]


def test_the_previous_finding_is_before_the_caret(checked: Checked) -> None:
    checked.does("next_finding")
    checked.does("previous_finding")
    assert (checked.window.text.section(), checked.selected) == ("s", "flascher")


def test_the_next_finding_is_the_one_after_the_caret(checked: Checked) -> None:
    view = checked.text()
    view.setFocus()
    cursor = view.textCursor()
    cursor.setPosition(24)
    view.setTextCursor(cursor)
    checked.does("next_finding")
    assert checked.selected == "  "


def test_a_wrong_word_is_replaced_from_its_menu_in_one_step(checked: Checked, qtbot: QtBot) -> None:
    menu = checked.menu_at(8)
    assert entries(menu)[1:4] == [texts.INTO_CONCEPT, texts.INTO_OWN, texts.EVERYWHERE]
    qtbot.waitUntil(lambda: "Koordinierungskreis" in entries(menu), timeout=30_000)
    choose(menu, "Koordinierungskreis")
    assert checked.document.sections[0].blocks("text") == (p("Der Koordinierungskreis tagt  hier.", id="b1"),)
    assert checked.window.session.project.undo_label() == texts.SPELLING_STEP
    checked.does("undo")
    assert checked.document == concept()


def test_a_right_word_has_the_usual_menu(checked: Checked) -> None:
    menu = checked.menu_at(1)
    assert texts.INTO_CONCEPT not in entries(menu)
    menu.close()


def test_a_word_comes_into_the_concepts_dictionary_and_undo_takes_it_out(checked: Checked) -> None:
    choose(checked.menu_at(8), texts.INTO_CONCEPT)
    checked.look()
    assert checked.own_words() == ["Koordinierungkreis"]
    assert Kind.SPELLING not in {finding.kind for finding in checked.room.desk.findings_of("z")}
    checked.does("undo")
    checked.look()
    assert checked.own_words() == []
    assert Kind.SPELLING in {finding.kind for finding in checked.room.desk.findings_of("z")}


def test_a_word_of_the_users_own_is_right_at_once(checked: Checked) -> None:
    choose(checked.menu_at(8), texts.INTO_OWN)
    checked.look()
    assert checked.room.spelling.user_words == ("Koordinierungkreis",)
    assert checked.document == concept()
    assert [finding.kind for finding in checked.room.desk.findings_of("z")] == [Kind.DOUBLE_SPACE]
    checked.room.spelling.change_user_words(remove=("Koordinierungkreis",))


def test_the_menu_at_the_caret_opens_by_key(checked: Checked, qtbot: QtBot) -> None:
    checked.does("next_finding")
    checked.does("suggestions")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(lambda: "Koordinierungskreis" in entries(menu), timeout=30_000)
    active = menu.activeAction()
    assert active is not None
    assert active.text() == "Koordinierungskreis"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert "Koordinierungskreis" in checked.text().toPlainText()


def test_a_note_and_a_line_have_their_menus_too(checked: Checked) -> None:
    checked.does("next_finding")
    checked.does("next_finding")
    for word, after in (("flasche", "falsche"), ("flascher", "falscher")):
        checked.does("next_finding")
        field = QApplication.focusWidget()
        assert field is not None
        assert checked.selected == word
        finding = next(one for one in checked.room.desk.all() if one.text == word)
        checked.room.mend(finding, after)
        checked.look()
    assert "Eine falsche Note." in str(checked.document.sections[1])
    assert "Ein falscher Kurs" in str(checked.document.sections[2])


def test_the_page_shows_the_section_or_the_concept_by_kind(checked: Checked) -> None:
    checked.does("findings")
    page = checked.room.page
    assert page is not None
    assert [(kind, len(found)) for kind, found in page.model.groups] == [(Kind.SPELLING, 1), (Kind.DOUBLE_SPACE, 1)]
    page.scope.choose("concept")
    page.scope.chosen.emit("concept")
    assert [(kind, len(found)) for kind, found in page.model.groups] == [(Kind.SPELLING, 3), (Kind.DOUBLE_SPACE, 1)]
    tabs = checked.window.side.tabs
    assert "Befunde 2" in [tabs.accessibleTabName(index) for index in range(tabs.count())]


def test_the_list_works_by_key(checked: Checked) -> None:
    checked.does("findings")
    page = checked.room.page
    assert page is not None
    page.list.setFocus()
    spaces = next(one for one in checked.room.desk.all() if one.kind is Kind.DOUBLE_SPACE)
    page.choose(spaces)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    settle()
    assert checked.document.sections[0].blocks("text") == (p("Der Koordinierungkreis tagt hier.", id="b1"),)
    word = next(one for one in checked.room.desk.findings_of("z") if one.kind is Kind.SPELLING)
    page.choose(word)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert checked.selected == "Koordinierungkreis"
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    settle()
    assert checked.document.properties.passed_over == (word.key,)
    assert checked.room.desk.findings_of("z") == ()
    assert not page.empty.isHidden()


def test_spelling_is_switched_by_the_status_line_and_the_page_says_so(checked: Checked) -> None:
    checked.does("findings")
    button = checked.room.status
    assert (button.text(), isinstance(button, QToolButton)) == (texts.SPELLING_ON, True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    checked.look()
    assert button.text() == texts.SPELLING_OFF
    assert not checked.window.actions_by_key["spelling"].isChecked()
    assert [one.kind for one in checked.room.desk.all()] == [Kind.DOUBLE_SPACE]
    checked.does("spelling")
    checked.look()
    assert (button.text(), len(checked.room.desk.all())) == (texts.SPELLING_ON, 4)


def test_a_concept_to_be_read_only_is_looked_at_and_left_alone(program: Program, tmp_path: Path) -> None:
    checked = Checked(program, tmp_path / "k.ikonzept", concept(), read_only=True)
    menu = checked.menu_at(8)
    assert entries(menu)[0] == texts.INTO_OWN
    assert texts.INTO_CONCEPT not in entries(menu)
    menu.close()
    finding = checked.room.desk.all()[0]
    checked.room.mend(finding, "anders")
    checked.room.skip(finding, finding.key)
    assert checked.document == concept()


def test_a_place_that_changed_meanwhile_is_left_alone(checked: Checked) -> None:
    finding = next(one for one in checked.room.desk.all() if one.kind is Kind.DOUBLE_SPACE)
    view = checked.text()
    view.setFocus()
    QTest.keyClicks(view, "x")
    before = checked.document
    checked.room.mend(finding, " ")
    assert checked.document == before


def test_the_dictionaries_take_words_in_and_give_them_back(checked: Checked, qtbot: QtBot) -> None:
    from ikonzept_desktop.ui.window import finding_steps

    checked.room.skip(checked.room.desk.all()[0], "gender")
    dialog = WordsDialog(finding_steps.word_lists(checked.window, checked.room.spelling), checked.window)
    dialog.line.setText("Zwei Wörter")
    dialog.add.click()
    assert not dialog.said.isHidden()
    dialog.line.setText("Habiba")
    dialog.add.click()
    assert checked.own_words() == ["Habiba"]
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert checked.own_words() == []
    dialog.which.choose(PASSED)
    dialog.which.chosen.emit(PASSED)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        texts.whole_kind(texts.KINDS[Kind.GENDER])
    ]
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    assert checked.document.properties.passed_over == ()
    for key in (USER, CONCEPT):
        dialog.which.choose(key)
        dialog.refresh()
        assert not dialog.empty.isHidden()
    dialog.reject()


def test_every_control_of_the_page_has_a_name_and_is_reached_by_tab(checked: Checked) -> None:
    checked.does("findings")
    page = checked.room.page
    assert page is not None
    page.choose(checked.room.desk.all()[0])
    settle()
    for widget in (page.list, page.detail.mend, page.detail.skip, page.detail.more, page.detail.go, page.words):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
        assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()), widget
