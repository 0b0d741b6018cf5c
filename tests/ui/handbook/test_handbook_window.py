"""The window of the Handbuch: reading, searching, going back, and opening nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.handbook.book import chapter_of
from ikonzept_desktop.ui.handbook.handbook_window import HandbookWindow
from ikonzept_desktop.ui.handbook.keys_page import keys_chapter
from ikonzept_desktop.ui.handbook.page import HandbookPage
from ikonzept_desktop.ui.kit.german import load_german
from ikonzept_desktop.ui.window.commands import COMMANDS, commands_by_menu

BOOK = (
    chapter_of("01-anfang", "# Anfang\n\nHier beginnt es. Weiter bei [Tabellen](02-tabellen.md#zellen).\n"),
    chapter_of("02-tabellen", "# Tabellen\n\n" + "Text. " * 900 + "\n\n## Zellen\n\nZellen verbinden.\n"),
)
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def window(qtbot: QtBot) -> HandbookWindow:
    window = HandbookWindow(BOOK)
    qtbot.addWidget(window)
    window.show()
    return window


def entries(window: HandbookWindow) -> list[str]:
    return [window.contents.item(row).text() for row in range(window.contents.count())]


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> None:
    assert load_german(qapp)


def test_it_opens_on_the_first_chapter_and_lists_them_all(window: HandbookWindow) -> None:
    assert entries(window) == ["Anfang", "Tabellen"]
    assert window.windowTitle() == "Anfang – Handbuch – iKonzept"
    assert "Hier beginnt es." in window.page.toPlainText()


def test_a_question_lists_passages_and_return_opens_the_first_at_its_place(window: HandbookWindow) -> None:
    QTest.keyClicks(window.question, "verbinden")
    assert entries(window) == ["Zellen\nZellen verbinden."]
    QTest.keyClick(window.question, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Tabellen")
    assert window.page.textCursor().block().text() == "Zellen"
    assert window.page.verticalScrollBar().value() > 0


def test_a_question_without_an_answer_says_so(window: HandbookWindow) -> None:
    QTest.keyClicks(window.question, "Quantenphysik")
    assert entries(window) == ["Dazu steht nichts im Handbuch. Versuchen Sie ein anderes Wort."]
    QTest.keyClick(window.question, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Anfang")


def test_a_link_leads_to_its_heading_and_back_leads_back(window: HandbookWindow) -> None:
    assert not window.back.isEnabled()
    window.page.anchorClicked.emit(QUrl("02-tabellen.md#zellen"))
    assert window.page.textCursor().block().text() == "Zellen"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    window.back.click()
    assert (window.windowTitle().split(" ")[0], window.back.isEnabled()) == ("Anfang", False)


def test_escape_closes(window: HandbookWindow) -> None:
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert window.isHidden()


def test_a_page_opens_pictures_of_the_handbuch_alone(qtbot: QtBot, tmp_path: Path) -> None:
    inside, outside = tmp_path / "bilder", tmp_path / "geheim.png"
    inside.mkdir()
    for path in (inside / "a.png", outside):
        picture = QImage(18, 18, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.red)
        picture.save(str(path))
    page = HandbookPage(inside)
    qtbot.addWidget(page)
    sizes = [
        page.loadResource(IMAGE, name)
        for name in (QUrl("a.png"), QUrl("../geheim.png"), QUrl.fromLocalFile(str(outside)), QUrl("//host/share/x.png"))
    ]
    assert [size.width() for size in sizes if isinstance(size, QImage)] == [9, 1, 1, 1]


def test_no_gap_stands_below_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(800, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "a.png"))
    page = HandbookPage(tmp_path)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.show_chapter(chapter_of("01", "# Bild\n\n![Rot](a.png)\n\nDanach.\n"))
    layout, block = page.document().documentLayout(), page.document().firstBlock().next()
    above, below = (layout.blockBoundingRect(one).top() for one in (block, block.next()))
    assert 600 <= below - above < 640


def test_the_page_of_keys_names_every_command_that_has_one() -> None:
    text = keys_chapter(commands_by_menu()).markdown
    assert "| Jetzt sichern | `Strg+S` |" in text
    in_menus = {name for _menu, commands in commands_by_menu() for name, _keys in commands}
    with_keys = {command.text.rstrip(" …") for command in COMMANDS if command.shortcuts}
    assert with_keys - in_menus == set()
