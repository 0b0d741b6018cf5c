"""The start page: the keyboard begins in the recent concepts, and one that is gone is found or forgotten."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.recents import RecentLookup, told
from ikonzept_desktop.ui.window.start_page import ROW_HEIGHT, Recent, StartPage, TemplateCard
from ikonzept_desktop.ui.window.start_window import StartWindow
from tests.ui.desk import settle

HERE, GONE = Path("/h/Integrationskonzept.ikonzept"), Path("/h/Rahmenkonzept.ikonzept")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage([TemplateCard("integrationskonzept", "Integrationskonzept", "8 Kapitel")])
    qtbot.addWidget(page)
    page.show_recent([Recent(HERE, "heute, 08:14", reachable=True), Recent(GONE, "", reachable=False)])
    page.resize(1200, 700)
    page.show()
    page.focus_start()
    return page


def test_return_opens_the_latest(page: StartPage) -> None:
    asked: list[Path] = []
    page.recent_asked.connect(asked.append)
    QTest.keyClick(page.recent, Qt.Key.Key_Return)
    assert asked == [HERE]


def test_one_that_is_gone_is_searched_for(page: StartPage) -> None:
    asked: list[Path] = []
    page.search_asked.connect(asked.append)
    QTest.keyClick(page.recent, Qt.Key.Key_Down)
    QTest.keyClick(page.recent, Qt.Key.Key_Return)
    assert asked == [GONE]


def test_delete_forgets_one(page: StartPage) -> None:
    asked: list[Path] = []
    page.forget_asked.connect(asked.append)
    QTest.keyClick(page.recent, Qt.Key.Key_Delete)
    assert asked == [HERE]


def test_a_screen_reader_hears_what_is_gone(page: StartPage) -> None:
    spoken = page.recent.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Rahmenkonzept, /h, gerade nicht zu finden"


def test_without_recent_concepts_the_keyboard_begins_with_a_new_one(qtbot: QtBot) -> None:
    page = StartPage([TemplateCard("integrationskonzept", "Integrationskonzept", "8 Kapitel")])
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.focus_start()
    qtbot.waitUntil(page.new_button.hasFocus)


def test_the_lookup_shows_at_once_and_knows_later(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "da.ikonzept"
    there.write_bytes(b"x")
    lookup = RecentLookup()
    with qtbot.waitSignal(lookup.found) as found:
        at_once = lookup.look([there, tmp_path / "fort.ikonzept"])
    assert [entry.reachable for entry in at_once] == [None, None]
    assert [entry.reachable for entry in found.args[0]] == [True, False]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2015, 3, 12, 8, 14, tzinfo=UTC), "heute, 08:14"),
        (datetime(2015, 3, 11, 17, 30, tzinfo=UTC), "gestern, 17:30"),
        (datetime(2014, 12, 18, 9, 0, tzinfo=UTC), "18.12.2014"),
    ],
)
def test_times_are_told_as_near_to_today_as_they_are(when: datetime, said: str) -> None:
    assert told(when, datetime(2015, 3, 12, 10, 0, tzinfo=UTC)) == said


@pytest.mark.parametrize(("width", "height"), [(640, 360), (683, 384), (900, 500), (1200, 720), (2560, 1440)])
def test_every_way_to_begin_has_its_room_in_a_small_window_too(qtbot: QtBot, width: int, height: int) -> None:
    window = StartWindow([TemplateCard(str(n), "Integrationskonzept", "Konzept eines Kreises. " * 4) for n in range(2)])
    qtbot.addWidget(window)
    page = window.page
    page.show_recent([Recent(HERE, "heute, 08:14", reachable=True), Recent(GONE, "", reachable=False)])
    window.resize(width, height)
    window.show()
    settle()
    assert (page.width(), page.height()) == (width, height)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        elif label.isVisible():
            assert label.width() >= label.sizeHint().width(), label.text()
    for button in page.findChildren(QAbstractButton):
        place = button.rect().translated(button.mapTo(page, button.rect().topLeft()))
        assert page.rect().contains(place), button.text()
        assert button.height() >= button.minimumSizeHint().height(), button.text()
    assert page.recent.height() >= ROW_HEIGHT
    assert page.recent.width() >= page.width() // 2
    assert page.recent.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
