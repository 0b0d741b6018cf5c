"""The page view follows the caret and what is written, and leads back into the text; a child process does the work."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.preview import service
from ikonzept_desktop.export.preview.values import Shown
from ikonzept_desktop.jobs import JobError, Report
from ikonzept_desktop.model.document import Document, Place
from ikonzept_desktop.model.edits import RemoveSection, ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.preview import desk as desk_module
from ikonzept_desktop.ui.window.preview import texts
from ikonzept_desktop.ui.window.preview.desk import PreviewDesk
from tests.builders import chapter, doc, p
from tests.export.pdf.builders import WORDS
from tests.ui.desk import made, settle, shown, write
from tests.ui.window.writing import into_text, line, opened

PATIENCE = 60_000
LONG = f"{WORDS} " * 9


def pages_long() -> Document:
    """Give a concept whose middle chapter has some pages."""
    return doc(
        chapter("Einleitung", p("Der Kreis.", id="first"), id="one"),
        chapter("Lage", *(p(f"Stelle{count}. {LONG}", id=f"p{count}") for count in range(9)), id="two"),
        chapter("Ausblick", p("Ein Schluss.", id="last"), id="three"),
    )


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    window = opened(program, tmp_path, pages_long())
    window.resize(1700, 800)
    settle()
    return window


@pytest.fixture
def desk(window: ConceptWindow, qtbot: QtBot) -> PreviewDesk:
    window.actions_by_key["preview"].trigger()
    desk = window.findChildren(PreviewDesk)[0]
    current(desk, qtbot)
    return desk


def current(desk: PreviewDesk, qtbot: QtBot) -> Shown:
    """Wait until the pages are those of the concept as it stands, and give them."""
    qtbot.waitUntil(lambda: desk.panel.state.text() == texts.CURRENT and not desk.is_waiting(), timeout=PATIENCE)
    assert desk.last is not None
    return desk.last


def words(desk: PreviewDesk) -> str:
    """Give the words of the pages that are shown, as the child reads them."""
    assert desk.last is not None
    assert desk.worker is not None
    pages = [image.page for image in desk.last.images]
    return " ".join(desk.worker.start(service.text, page).result(30) for page in pages)


def numbers(desk: PreviewDesk) -> list[int]:
    """Give the numbers of the pages that are shown, as they are printed."""
    assert desk.last is not None
    return [image.page + 1 for image in desk.last.images]


def die(_report: Report) -> None:
    os._exit(3)


def dark(image: QImage) -> int:
    """Count what is not paper in an image, on a grid."""
    spots = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in spots)


def test_it_shows_the_page_where_the_caret_is_and_follows_it(
    window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot
) -> None:
    assert "Der Kreis." in words(desk)
    window.show_section("three")
    current(desk, qtbot)
    assert "Ein Schluss." in words(desk)
    assert desk.panel.count.text() == f"von {numbers(desk)[0]}"


def test_it_opens_at_the_paragraph_the_caret_is_in(window: ConceptWindow, qtbot: QtBot) -> None:
    into_text(window, "two")
    window.actions_by_key["preview"].trigger()
    desk = window.findChildren(PreviewDesk)[0]
    assert current(desk, qtbot).found == "p8"


def test_what_is_written_is_on_the_page_after_a_pause(window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot) -> None:
    write(window, " Neues Wort.")
    assert desk.panel.state.text() == texts.STALE
    current(desk, qtbot)
    assert "Der Kreis. Neues Wort." in words(desk)
    window.actions_by_key["undo"].trigger()
    current(desk, qtbot)
    assert "Neues" not in words(desk)


def test_the_page_is_really_drawn(window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot) -> None:
    window.show_section("two")
    current(desk, qtbot)
    settle()
    page = desk.panel.view.grab().toImage()
    assert dark(page) > 200


def test_while_keys_come_nobody_works_for_the_page_view(window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot) -> None:
    answers: list[Shown] = []
    desk.shown.connect(answers.append)
    for word in ("Ein ", "Satz ", "mehr."):
        write(window, word)
        assert not desk.is_busy()
    assert answers == []
    current(desk, qtbot)
    assert "Satz mehr." in words(desk)


def test_a_click_in_the_page_leads_to_the_place(window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot) -> None:
    window.show_section("three")
    current(desk, qtbot)
    desk.panel.page_asked.emit(3)
    qtbot.waitUntil(lambda: numbers(desk) == [4], timeout=PATIENCE)
    assert desk.last is not None
    place = next(place for place in desk.last.places if place[2] == "p1")
    heard: list[Selection] = []
    window.text.selection_changed.connect(heard.append)
    view = desk.panel.view
    share = 1 - (place[1] - 8) / desk.last.height
    view.verticalScrollBar().setValue(0)
    rect = view.page_rects()[0]
    spot = QPoint(rect.center().x(), rect.top() + round(share * rect.height()))
    view.verticalScrollBar().setValue(max(spot.y() - 200, 0))
    spot.setY(spot.y() - view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    settle()
    assert window.text.section() == "two"
    assert heard[-1].block == "p1"


def test_a_page_that_was_clicked_in_stays_though_its_paragraph_begins_before(
    window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot
) -> None:
    window.show_section("three")
    current(desk, qtbot)
    desk.panel.page_asked.emit(4)
    qtbot.waitUntil(lambda: numbers(desk) == [5], timeout=PATIENCE)
    assert desk.last is not None
    block = desk.last.before
    assert block.startswith("p")
    assert block not in [anchor for _, _, anchor in desk.last.places]
    heard: list[Selection] = []
    window.text.selection_changed.connect(heard.append)
    desk.panel.view.pointed.emit(0, 0.12)
    settle()
    current(desk, qtbot)
    assert heard[-1].block == block
    assert numbers(desk) == [5]


def test_who_writes_on_at_the_end_of_a_paragraph_sees_its_end(
    window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot
) -> None:
    where = FieldAddress("two", "text")
    long = ReplaceSpan(where, "p8", "", 0, (), (Text(LONG * 3),))
    window.session.apply(long, "Einfügen")
    window.show_section("two")
    write(window, " Zuletzt.")
    current(desk, qtbot)
    assert "Zuletzt." in words(desk)
    assert "Stelle8." not in words(desk)


def test_pages_are_turned_over_by_keys_buttons_and_number(
    window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot
) -> None:
    view, panel = desk.panel.view, desk.panel
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = int(panel.count.text().split()[1])
    qtbot.waitUntil(lambda: numbers(desk) == [last], timeout=PATIENCE)
    assert not panel.next.isEnabled()
    panel.previous.click()
    qtbot.waitUntil(lambda: numbers(desk) == [last - 1], timeout=PATIENCE)
    panel.page.setFocus()
    panel.page.selectAll()
    QTest.keyClicks(panel.page, "2")
    QTest.keyClick(panel.page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: numbers(desk) == [2], timeout=PATIENCE)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: numbers(desk) == [1], timeout=PATIENCE)
    assert not panel.previous.isEnabled()


def test_pages_that_face_each_other_stand_side_by_side(window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot) -> None:
    window.show_section("two")
    current(desk, qtbot)
    desk.panel.spread.setChecked(True)
    qtbot.waitUntil(lambda: len(numbers(desk)) == 2, timeout=PATIENCE)
    left, right = numbers(desk)
    assert (left % 2, right) == (0, left + 1)
    assert desk.panel.page.text() == f"{left}–{right}"


def test_a_page_can_be_as_large_as_one_likes(desk: PreviewDesk, qtbot: QtBot) -> None:
    sizes = {}
    for name in (texts.FIT_PAGE, "100\u202f%", "200\u202f%"):
        desk.panel.zoom.setCurrentText(name)
        qtbot.waitUntil(lambda: not desk.is_waiting(), timeout=PATIENCE)
        sizes[name] = desk.panel.view.page_rects()[0]
    viewport = desk.panel.view.viewport().rect()
    assert sizes[texts.FIT_PAGE].height() <= viewport.height()
    assert sizes["100\u202f%"].width() == pytest.approx(210 / 25.4 * 96, abs=2)
    assert sizes["200\u202f%"].width() == pytest.approx(2 * 210 / 25.4 * 96, abs=2)


def test_a_section_that_goes_goes_from_the_pages(window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot) -> None:
    before = int(desk.panel.count.text().split()[1])
    gone = window.session.document.sections[1]
    window.session.apply(RemoveSection(Place("", 1), gone), "Abschnitt löschen")
    settle()
    current(desk, qtbot)
    assert int(desk.panel.count.text().split()[1]) < before


def test_a_child_that_dies_is_replaced_and_after_some_tries_given_up(
    window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.worker is not None
    with pytest.raises(JobError):
        desk.worker.start(die).result(30)
    write(window, " Weiter.")
    current(desk, qtbot)
    assert "Der Kreis. Weiter." in words(desk)
    monkeypatch.setattr(desk_module, "SECONDS", 0.001)
    write(window, " Mehr.")
    qtbot.waitUntil(lambda: desk.panel.state.text() == texts.FAILED, timeout=PATIENCE)
    write(window, " Es geht weiter.")
    assert "Weiter. Mehr. Es geht weiter." in "".join(
        part.text for part in line(window, "one", "first") if isinstance(part, Text)
    )


def test_shutting_it_brings_back_what_it_took_and_ends_the_child(
    window: ConceptWindow, desk: PreviewDesk, qtbot: QtBot
) -> None:
    window.resize(1400, 800)
    settle()
    assert not window.panes.is_shown(window.panes.inspector)
    desk.panel.view.setFocus()
    QTest.keyClick(desk.panel.view, Qt.Key.Key_Escape)
    settle()
    assert desk.panel.isHidden()
    assert desk.worker is None
    assert window.panes.is_shown(window.panes.inspector)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.text.isAncestorOf(focused)
    window.actions_by_key["preview"].trigger()
    current(desk, qtbot)
    assert "Der Kreis." in words(desk)


def test_a_window_may_close_while_pages_are_made(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "b.ikonzept", pages_long()))
    window.actions_by_key["preview"].trigger()
    settle()
    desk = window.findChildren(PreviewDesk)[0]
    QTest.qWait(100)
    assert desk.is_busy()
    window.close()
    settle()
    assert desk.worker is None
