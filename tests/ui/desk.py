"""The program in the test's own process, with real files, and what a user sees of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Text, length
from ikonzept_desktop.model.store.project_file import create_project
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.builders import chapter, doc, p


def small() -> Document:
    """Give a concept of three chapters."""
    return doc(chapter("Einleitung", p("Der Kreis.")), chapter("Ziele", p("Ein Ziel.")), chapter("Ausblick"))


def made(path: Path, document: Document | None = None) -> Path:
    """Make a concept's file."""
    create_project(path, document or small()).store.close()
    return path


def shown(program: Program, path: Path, *, read_only: bool = False) -> ConceptWindow:
    """Open a concept and wait until its first section is there."""
    window = program.open(path, read_only=read_only)
    assert window is not None
    settle()
    return window


def settle() -> None:
    """Let everything happen that is on its way."""
    for _ in range(3):
        QApplication.processEvents()


def titles(window: ConceptWindow) -> list[str]:
    """Give the titles of all sections in order."""
    return [section.title for section in walk(window.session.document.sections)]


def write(window: ConceptWindow, words: str) -> None:
    """Type at the end of the shown section's first text."""
    window.activateWindow()
    window.text.focus_field()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused, words)


def write_much(window: ConceptWindow) -> None:
    """Add a text that no small file has room for, in one step."""
    section = window.session.document.sections[0]
    block = section.blocks("text")[0]
    assert isinstance(block, Paragraph)
    words = Text(" Ein langer Satz über die Förderung der Sprache im Kreis." * 2000)
    address = FieldAddress(section.id, "text")
    window.session.apply(ReplaceSpan(address, block.id, "", length(block.inlines), (), (words,)), "Eingabe")


def buttons(where: QWidget) -> dict[str, QPushButton]:
    """Give the buttons that can be seen, by what they say; a new one shows when the events have gone round."""
    settle()
    return {button.text(): button for button in where.findChildren(QPushButton) if not button.isHidden()}
