"""Links: with their words, taken off, opened only with the address shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.kit.field_menus import field_menu
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import dialog_texts as texts
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.link_dialog import LinkDialog, OpenLinkDialog
from ikonzept_desktop.ui.window.link_feature import LinkFeature
from tests.builders import chapter, doc, p
from tests.ui.desk import settle
from tests.ui.window.writing import CTRL, SHIFT, entries, focused, line, opened, said

KEY = Qt.Key


def concept() -> Document:
    return doc(
        chapter("A", p("Mehr beim ", Text("Kreis", link="https://kreis.example/a"), id="text"), id="vorn"),
    )


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return opened(program, tmp_path, concept())


def with_dialog(window: ConceptWindow, command: str, act: Callable[[Any], object]) -> None:
    """Do a command and, as soon as its dialog stands, something with it."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))
    window.actions_by_key[command].trigger()
    window.activateWindow()
    settle()


def answered(window: ConceptWindow, *, words: str | None = None, address: str | None = None) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        if words is not None:
            dialog.words.setText(words)
        if address is not None:
            dialog.line.setText(address)
        dialog.accept()

    with_dialog(window, "link", act)


def test_a_link_begins_with_its_words_and_address_and_gets_others(window: ConceptWindow) -> None:
    answered(window, words="Kreis Mettmann", address="www.kreis.example")
    assert said(line(window, "vorn", "text")) == "Mehr beim _Kreis Mettmann_(https://www.kreis.example)"
    window.session.project.undo()
    assert said(line(window, "vorn", "text")) == "Mehr beim _Kreis_(https://kreis.example/a)"


def test_a_new_link_is_put_in_with_words_of_its_own(window: ConceptWindow) -> None:
    QTest.keyClicks(focused(), " oder ")
    answered(window, words="hier", address="amt@kreis.example")
    QTest.keyClicks(focused(), ".")
    assert said(line(window, "vorn", "text")) == (
        "Mehr beim _Kreis_(https://kreis.example/a) oder _hier_(mailto:amt@kreis.example)."
    )


def test_selected_words_keep_their_marks_under_a_link(window: ConceptWindow) -> None:
    QTest.keyClick(focused(), KEY.Key_Home, CTRL)
    QTest.keyClick(focused(), KEY.Key_Right, CTRL | SHIFT)
    window.actions_by_key["bold"].trigger()
    answered(window, address="https://a.example")
    first = line(window, "vorn", "text")[0]
    assert isinstance(first, Text)
    assert (first.text.strip(), bool(first.marks), first.link) == ("Mehr", True, "https://a.example")


def test_a_link_is_taken_off_by_command_and_by_the_dialog(window: ConceptWindow) -> None:
    window.actions_by_key["unlink"].trigger()
    assert said(line(window, "vorn", "text")) == "Mehr beim Kreis"
    assert not window.actions_by_key["unlink"].isEnabled()
    window.actions_by_key["undo"].trigger()
    with_dialog(window, "link", lambda dialog: dialog.remove.click())
    assert said(line(window, "vorn", "text")) == "Mehr beim Kreis"


def test_nothing_is_opened_before_the_whole_address_was_shown_and_agreed_to(window: ConceptWindow) -> None:
    browsed: list[str] = []
    shown: list[str] = []

    def browse(link: str) -> bool:
        browsed.append(link)
        return True

    links = LinkFeature(window, browse)

    def look_and(answer: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OpenLinkDialog)
        shown.append(dialog.address.text())
        getattr(dialog, answer)()

    for answer, opened_then in (("reject", []), ("accept", ["https://kreis.example/a"])):
        QTimer.singleShot(0, partial(look_and, answer))
        links.open()
        assert (shown[-1], browsed) == ("https://kreis.example/a", opened_then)


def test_an_address_that_no_browser_takes_lies_in_the_clipboard(window: ConceptWindow) -> None:
    links = LinkFeature(window, lambda _link: False)

    def agree() -> None:
        window.findChildren(OpenLinkDialog)[0].accept()

    QTimer.singleShot(0, agree)
    links.open()
    assert QGuiApplication.clipboard().text() == "https://kreis.example/a"


def test_the_context_menu_of_a_link_offers_what_can_be_done_to_it(window: ConceptWindow) -> None:
    view = focused()
    menu = field_menu(view, lambda _field: ())
    at = view.cursorRect().center()
    at.setX(at.x() - 6)
    view.menu_opening.emit(menu, view.viewport().mapToGlobal(at))
    assert entries(menu)[:4] == [texts.EDIT_LINK, texts.REMOVE_LINK, texts.OPEN_LINK, texts.COPY_ADDRESS]
    menu.actions()[3].trigger()
    assert QGuiApplication.clipboard().text() == "https://kreis.example/a"
