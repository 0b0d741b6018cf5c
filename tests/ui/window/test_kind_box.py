"""The box above the text says what a paragraph is and makes it another, by mouse and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ikonzept_desktop.model.blocks import ListItem, Paragraph, ParagraphStyle
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.editor.commands import BlockKind, kind_of
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.kind_box import KindBox
from tests.builders import chapter, doc, p
from tests.ui.desk import made, shown, write

MIXED = doc(
    chapter(
        "Einleitung",
        p("Der Kreis."),
        Paragraph("q" * 16, (Text("Ein Wort."),), ParagraphStyle.QUOTE),
        ListItem("l" * 16, (Text("Ein Punkt."),)),
        ListItem("m" * 16, (Text("Ein Schritt."),), ordered=True),
    )
)


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept", MIXED))


def box(window: ConceptWindow) -> KindBox:
    return next(iter(window.findChildren(KindBox)))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def test_it_follows_the_caret(window: ConceptWindow) -> None:
    write(window, "")
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    said = []
    for _ in range(4):
        said.append(box(window).currentText())
        press(Qt.Key.Key_Down)
    assert said == ["Absatz", "Zitat", "Aufzählung", "Nummerierung"]


def test_it_says_nothing_where_no_text_has_the_caret(window: ConceptWindow) -> None:
    assert not box(window).isEnabled()
    assert box(window).currentIndex() == -1


def test_the_arrows_open_the_list_and_choose_nothing_by_themselves(
    window: ConceptWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bool] = []
    monkeypatch.setattr(KindBox, "showPopup", lambda _box: opened.append(True))
    write(window, "")
    before = window.session.document
    box(window).setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert opened == [True, True]
    assert window.session.document is before


def test_a_choice_is_one_step_and_leads_back_into_the_text(window: ConceptWindow) -> None:
    write(window, "")
    text = focused()
    before = window.session.document
    box(window).setFocus(Qt.FocusReason.TabFocusReason)
    box(window).activated.emit(1)
    assert focused() is text
    assert box(window).currentText() == "Zitat"
    assert [kind_of(block) for block in window.session.document.sections[0].blocks("text")][3] is BlockKind.QUOTE
    window.actions_by_key["undo"].trigger()
    assert window.session.document == before


def test_what_is_chosen_is_so_even_where_it_was_so_already(window: ConceptWindow) -> None:
    write(window, "")
    before = window.session.document
    box(window).activated.emit(3)
    assert window.session.document == before
    assert box(window).currentText() == "Nummerierung"


def test_escape_gives_the_keyboard_back_to_the_text(window: ConceptWindow) -> None:
    write(window, "")
    text = focused()
    box(window).setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Escape)
    assert focused() is text
