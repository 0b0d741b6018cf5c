"""After a paste the window says what there is to say, and one click or key makes sections or paragraphs of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.hint import Hint
from tests.reading.clipboard.said import sample
from tests.reading.clipboard.test_plain import PDF
from tests.ui.desk import buttons, made, settle, shown, titles, write

HTML = "<p>davor</p><h1>Eins</h1><p>a</p><h2>Zwei</h2><p>b</p>"
GLIEDERN = (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    write(window, " ")
    return window


def paste(window: ConceptWindow, html: str = "", text: str = "") -> Hint | None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text or "x")
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_by_key["paste"].trigger()
    settle()
    QGuiApplication.clipboard().clear()
    return next((hint for hint in window.findChildren(Hint) if hint.isVisible()), None)


def said(hint: Hint | None) -> str:
    assert hint is not None
    return hint.words.text()


def test_plain_words_are_not_worth_a_word(window: ConceptWindow) -> None:
    assert paste(window, "<b>x</b>") is None
    assert not window.actions_by_key["convert_paste"].isEnabled()


def test_headings_become_sections_below_by_a_key_and_go_back_by_another(window: ConceptWindow) -> None:
    hint = paste(window, HTML)
    assert said(hint) == "2 Überschriften stehen jetzt als fette Zeilen im Text. Sollen daraus Abschnitte werden?"
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, *GLIEDERN)
    settle()
    assert titles(window) == ["Einleitung", "Eins", "Zwei", "Ziele", "Ausblick"]
    assert window.session.project.undo_label() == "Eingefügtes in Abschnitte gliedern"
    assert hint is not None
    assert not hint.isVisible()
    window.actions_by_key["undo"].trigger()
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick"]
    settle()
    text = window.text.text
    assert text is not None
    assert text.textCursor().atEnd()


def test_by_a_click_they_stand_behind_the_section(window: ConceptWindow) -> None:
    hint = paste(window, HTML)
    assert hint is not None
    QTest.mouseClick(buttons(hint)["Als Abschnitte danach"], Qt.MouseButton.LeftButton)
    settle()
    assert [section.title for section in window.session.document.sections] == [
        "Einleitung",
        "Eins",
        "Ziele",
        "Ausblick",
    ]


def test_the_hint_is_gone_with_the_next_key(window: ConceptWindow) -> None:
    hint = paste(window, HTML)
    focused = QApplication.focusWidget()
    assert hint is not None
    assert focused is not None
    QTest.keyClicks(focused, "x")
    assert not hint.isVisible()
    assert not window.actions_by_key["convert_paste"].isEnabled()


def test_the_hint_can_be_put_away_and_the_keyboard_goes_back(window: ConceptWindow) -> None:
    hint = paste(window, HTML)
    assert hint is not None
    [shut] = hint.findChildren(QToolButton)
    shut.setFocus()
    QTest.keyClick(shut, Qt.Key.Key_Space)
    assert not hint.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.text.isAncestorOf(focused)


def test_what_stayed_behind_is_named(window: ConceptWindow) -> None:
    assert said(paste(window, sample("word-365"))).splitlines() == [
        "1 Bild, 1 Kommentar und 1 gelöschte Stelle wurden nicht übernommen.",
        "Das Inhaltsverzeichnis wurde nicht übernommen; das Programm führt es selbst.",
        "2 Überschriften stehen jetzt als fette Zeilen im Text. Sollen daraus Abschnitte werden?",
    ]
    assert said(paste(window, "<img src=a><p>x")) == "1 Bild wurde nicht übernommen."


def test_what_has_no_end_is_told(window: ConceptWindow) -> None:
    assert said(paste(window, sample("malicious-nesting"))).startswith("Die Formatierung war zu umfangreich.")


def test_lines_of_a_page_become_paragraphs_by_a_click(window: ConceptWindow) -> None:
    hint = paste(window, text=PDF)
    assert hint is not None
    before = len(window.session.document.sections[0].blocks("text"))
    QTest.mouseClick(buttons(hint)["Zu Absätzen verbinden"], Qt.MouseButton.LeftButton)
    assert len(window.session.document.sections[0].blocks("text")) < before
    assert window.session.project.undo_label() == "Zeilen zu Absätzen verbinden"


def test_the_hint_stays_at_the_foot_of_the_text(window: ConceptWindow) -> None:
    hint = paste(window, sample("word-365"))
    assert hint is not None
    for width, height in ((1366, 768), (900, 620)):
        window.resize(width, height)
        settle()
        assert window.text.rect().contains(hint.geometry())
        assert hint.words.height() >= hint.words.heightForWidth(hint.words.width())


def caret(window: ConceptWindow) -> QRect:
    text = window.text.text
    assert text is not None
    return QRect(text.viewport().mapTo(window.text, text.cursorRect().topLeft()), text.cursorRect().size())


@pytest.mark.parametrize("html", [HTML, "<p>Ein Absatz</p>" * 40 + sample("chromium")])
def test_the_caret_behind_a_paste_is_in_sight_and_the_hint_beside_it(window: ConceptWindow, html: str) -> None:
    hint = paste(window, html)
    assert hint is not None
    assert window.text.rect().contains(caret(window))
    assert not hint.geometry().intersects(caret(window))
