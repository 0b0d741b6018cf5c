"""A window over a concept in memory-sized files, and what hands do in its text."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ikonzept_desktop.model.blocks import line_of
from ikonzept_desktop.model.document import Document, find_section
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, Text
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.ui.desk import made, settle, shown

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def opened(program: Program, folder: Path, document: Document, *, read_only: bool = False) -> ConceptWindow:
    """Open a concept with the keyboard at the end of the first text of its first section."""
    window = shown(program, made(folder / "a.ikonzept", document), read_only=read_only)
    window.resize(1366, 720)
    window.activateWindow()
    settle()
    into_text(window)
    return window


def into_text(window: ConceptWindow, section: str = "", field: str = "") -> RichTextEdit:
    """Bring the keyboard to the end of a text."""
    if section:
        window.show_section(section)
    window.text.focus_field(field)
    settle()
    view = focused(RichTextEdit)
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    return view


def focused(kind: type[RichTextEdit] = RichTextEdit) -> RichTextEdit:
    """Give the text that has the keyboard."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, kind), widget
    return widget


def keyboard() -> QWidget:
    """Give what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def line(window: ConceptWindow, section: str, block: str, name: str = "") -> Inlines:
    """Give a line of the concept as it stands."""
    found = find_section(window.session.document, section)
    assert found is not None
    return line_of(next(one for one in found.blocks("text") if one.id == block), name)


def said(inlines: Inlines) -> str:
    """Write a line down: references as {target form}, notes as [content], links as _words_."""
    return "".join(map(_said, inlines))


def _said(inline: object) -> str:
    match inline:
        case Text(text=text, link=link):
            return f"_{text}_({link})" if link else text
        case CrossReference(target=target, form=form):
            return f"{{{target} {form.value}}}"
        case Footnote(content=content):
            return f"[{said(content)}]"
        case _:
            return "/"


def menu() -> QMenu:
    """Give the menu that is open."""
    settle()
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def entries(shown: QMenu) -> list[str]:
    """Give what a menu offers."""
    return [action.text() for action in shown.actions() if not action.isSeparator()]


def choose(shown: QMenu, words: str) -> None:
    """Choose an entry of a menu."""
    next(action for action in shown.actions() if action.text() == words).trigger()
    shown.close()
    settle()
