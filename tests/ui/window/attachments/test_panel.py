"""The panel of an attached PDF: its pages to look through, and what is changed in it, each a step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.window.attachments.panel import AttachmentPanel
from tests.reading.pdf_files import foreign
from tests.ui.desk import settle
from tests.ui.window.attachments.desk import AttachmentDesk


@pytest.fixture
def attach(desk: AttachmentDesk) -> Callable[[bytes], AttachmentPanel]:
    def attached(data: bytes) -> AttachmentPanel:
        desk.drop(desk.file(data))
        return desk.panel

    return attached


def sees(desk: AttachmentDesk, panel: AttachmentPanel) -> bytes:
    """Wait for the image of the page that is shown, and give its dots."""
    desk.qtbot.waitUntil(lambda: not panel.pictures.is_busy and panel.page.sheet.image.height() >= 900, timeout=40_000)
    return bytes(panel.page.sheet.image.constBits())


def test_return_opens_it_at_the_title_and_escape_leads_back(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    attach(foreign.good())
    desk.window.drawer.shut()
    panel = desk.open()
    assert panel.line.text.hasFocus()
    QTest.keyClick(panel.line.text, Qt.Key.Key_Escape)
    settle()
    assert not desk.window.drawer.isVisible()
    assert desk.window.text.text is not None
    assert desk.window.text.text.hasFocus()


def test_what_is_typed_into_the_title_is_the_title(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    panel = attach(foreign.good())
    panel.take_keyboard()
    QTest.keyClick(panel.line.text, Qt.Key.Key_End)
    QTest.keyClicks(panel.line.text, " neu")
    panel.commit()
    assert "".join(getattr(inline, "text", "") for inline in desk.attachment().caption) == "Satzung 2015 neu"


def test_its_pages_are_looked_through_with_the_keys(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    panel = attach(foreign.good(pages=3))
    first = sees(desk, panel)
    QTest.keyClick(panel.page.sheet, Qt.Key.Key_Right)
    assert panel.page.words.text() == "Seite 2 von 3"
    assert sees(desk, panel) != first
    QTest.keyClick(panel.page.sheet, Qt.Key.Key_Left)
    QTest.keyClick(panel.page.sheet, Qt.Key.Key_Left)
    assert panel.page.words.text() == "Seite 1 von 3"
    assert sees(desk, panel) == first


def test_which_pages_are_printed_is_one_step_when_they_are_written(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    panel = attach(foreign.good(pages=3))
    panel.choice.field.setFocus()
    QTest.keyClicks(panel.choice.field, "1, 3")
    QTest.keyClick(panel.choice.field, Qt.Key.Key_Return)
    assert desk.attachment().pages == "1, 3"
    assert desk.undo_label() == "Seiten der Anlage"
    panel.page.after.click()
    assert panel.page.words.text() == "Seite 2 von 3 (wird nicht gedruckt)"
    desk.undo()
    assert (desk.attachment().pages, panel.choice.field.text()) == ("", "")


def test_what_names_no_pages_stays_in_the_field_and_is_not_taken(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    panel = attach(foreign.good(pages=3))
    panel.choice.field.setFocus()
    QTest.keyClicks(panel.choice.field, "2-9")
    QTest.keyClick(panel.choice.field, Qt.Key.Key_Return)
    assert desk.attachment().pages == ""
    assert panel.choice.field.accessibleDescription().startswith("Die Datei hat 3 Seiten.")


def test_how_large_the_pages_are_is_a_step(desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]) -> None:
    panel = attach(foreign.good())
    panel.size_choice.setFocus()
    QTest.keyClick(panel.size_choice, Qt.Key.Key_Right)
    assert desk.attachment().whole_page
    desk.undo()
    assert not desk.attachment().whole_page
    assert panel.size_choice.key == "area"


def test_pages_without_words_are_described_one_after_the_other(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    panel = attach(foreign.scan(pages=2))
    assert panel.remarks.sentences()[0] == "Seiten 1–2 haben keinen lesbaren Text und keine Beschreibung."
    panel.description.words.setFocus()
    QTest.keyClicks(panel.description.words, "Ein Brief")
    panel.description.next.click()
    assert panel.description.words.toPlainText() == ""
    assert QApplication.focusWidget() is panel.description.words
    QTest.keyClicks(panel.description.words, "Die Antwort")
    panel.commit()
    assert desk.attachment().descriptions == ((1, "Ein Brief"), (2, "Die Antwort"))
    assert not panel.description.next.isVisible()
    desk.undo()
    assert desk.attachment().descriptions == ((1, "Ein Brief"),)


def test_a_page_with_words_asks_for_no_description(
    desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]
) -> None:
    panel = attach(foreign.good())
    assert (panel.description.words.isVisible(), panel.description.next.isVisible()) == (False, False)
    assert panel.remarks.sentences() == ["Alle Seiten werden so gedruckt, wie sie sind."]


def test_pages_printed_as_images_are_told(desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]) -> None:
    panel = attach(foreign.unembedded())
    assert panel.remarks.sentences()[0].startswith("Seite 1 wird als Bild gedruckt")


def test_the_panel_goes_when_the_pdf_does(desk: AttachmentDesk, attach: Callable[[bytes], AttachmentPanel]) -> None:
    attach(foreign.good())
    desk.undo()
    assert not desk.window.drawer.isVisible()
