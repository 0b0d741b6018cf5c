"""A window on a concept with a text, and a hand that attaches PDFs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.blocks import Attachment, Block
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.ui.editor.port import blocks_at
from ikonzept_desktop.ui.images.source import Offer, Source
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.attachments.feature import Attachments
from ikonzept_desktop.ui.window.attachments.panel import AttachmentPanel
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.builders import chapter, doc, p
from tests.ui.desk import made, settle, shown

SECTION = "anlagen"
ADDRESS = FieldAddress(SECTION, "text")


class AttachmentDesk:
    """One open concept, its caret in the only paragraph."""

    def __init__(self, program: Program, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        document = doc(chapter("Anlagen", p("davor"), id=SECTION))
        self.window: ConceptWindow = shown(program, made(folder / "konzept.ikonzept", document))
        self.window.show_section(SECTION)
        self.window.activateWindow()
        self.window.text.focus_field()
        settle()

    @property
    def feature(self) -> Attachments:
        (feature,) = (feature for feature in self.window._features if isinstance(feature, Attachments))
        return feature

    @property
    def panel(self) -> AttachmentPanel:
        panel = self.window.drawer.panel
        assert isinstance(panel, AttachmentPanel)
        return panel

    def blocks(self) -> tuple[Block, ...]:
        return blocks_at(self.window.session.document, ADDRESS)

    def attachments(self) -> list[Attachment]:
        return [block for block in self.blocks() if isinstance(block, Attachment)]

    def attachment(self) -> Attachment:
        (only,) = self.attachments()
        return only

    def file(self, data: bytes, name: str = "Satzung_2015.pdf") -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def drop(self, *paths: Path, remote: tuple[str, ...] = ()) -> None:
        """Drop files onto the text, and wait until each was dealt with."""
        self.window.text.images_given.emit(Offer(tuple(Source(path, path.name) for path in paths), remote))
        self.wait()

    def wait(self) -> None:
        feature = self.feature
        intakes = [intake for intake in (feature._coming, feature._replacing) if intake is not None]
        self.qtbot.waitUntil(lambda: not any(intake.is_busy for intake in intakes), timeout=60_000)
        settle()

    def open(self) -> AttachmentPanel:
        """Open the PDF from the text, by keys."""
        text = self.window.text.text
        assert text is not None
        cursor = text.textCursor()
        cursor.setPosition(text.document().findBlockByNumber(1).position())
        text.setTextCursor(cursor)
        QTest.keyClick(text, Qt.Key.Key_Delete)
        QTest.keyClick(text, Qt.Key.Key_Return)
        settle()
        return self.panel

    def undo(self) -> None:
        self.window.actions_by_key["undo"].trigger()
        settle()

    def undo_label(self) -> str:
        return self.window.session.project.undo_label()
