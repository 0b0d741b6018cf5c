"""A writer at one rich text, or at a whole section, and an eye that reads the view on its own."""

import hashlib
import unicodedata
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, ParagraphStyle
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, LineBreak, Marks, Text
from ikonzept_desktop.model.project import Notice, Project
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.publication.labels import Label, Labels, labels
from ikonzept_desktop.ui.editor.looks import CHAPTER, Colours, Look
from ikonzept_desktop.ui.editor.port import FieldPort, TextPort
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from tests.builders import chapter, doc


class Shelf:
    """Images in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def image(self, digest: str) -> bytes:
        if digest not in self.kept:
            raise NoImage(Path("konzept.ikonzept"), "Das Bild fehlt.")
        return self.kept[digest]

    def add_image(self, data: bytes) -> str:
        digest = hashlib.sha256(data).hexdigest()
        self.kept[digest] = data
        return digest


class Names:
    """The labels of a project, computed whenever they are asked for."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def all(self) -> Labels:
        return labels(self._project.document)

    def number(self, id: str) -> str:
        return self.all().number(id)

    def label(self, id: str) -> Label | None:
        return self.all().targets.get(id)

    def note(self, id: str) -> int | None:
        return self.all().notes.get(id)


class Writer:
    """One rich text on screen, and the keys to write in it."""

    def __init__(
        self, *blocks: Block, project: Project | None = None, port: TextPort | None = None, section: int = 0
    ) -> None:
        self.project = project or Project(doc(chapter("Ziele", *blocks)))
        self.section = section
        self.address = FieldAddress(self.project.document.sections[section].id, "text")
        self.window = QWidget()
        self.shelf = Shelf()
        self.view = RichTextEdit(
            port or FieldPort(self.project, self.address),
            Names(self.project),
            self.shelf,
            Look(CHAPTER, Colours.present()),
            self.window,
        )
        self.view.resize(620, 400)
        self.window.show()
        self._end = self.project.subscribe(self._told)

    def close(self) -> None:
        self._end()
        self.window.close()
        self.window.deleteLater()

    @property
    def blocks(self) -> Blocks:
        return self.project.document.sections[self.section].blocks("text")

    @property
    def text(self) -> str:
        return "|".join(written(block) for block in self.blocks)

    def types(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            if isinstance(key, str):
                for character in key:
                    press(self.view, character)
            else:
                QTest.keyClick(self.view, key)

    def composes(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.view, event)

    def puts_caret(self, position: int, anchor: int | None = None) -> None:
        cursor = self.view.textCursor()
        cursor.setPosition(position if anchor is None else anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)

    def puts_caret_behind(self, words: str) -> None:
        at = self.view.document().find(words)
        assert not at.isNull(), words
        self.puts_caret(at.selectionEnd())

    def selects(self, words: str) -> None:
        at = self.view.document().find(words)
        assert not at.isNull(), words
        self.puts_caret(at.selectionEnd(), at.selectionStart())

    def italic_at(self, position: int) -> bool:
        cursor = self.view.textCursor()
        cursor.setPosition(position)
        return cursor.charFormat().fontItalic()

    def undoes(self) -> None:
        notice = self.project.undo()
        if notice is not None and notice.selection is not None:
            self.restores(notice)

    def redoes(self) -> None:
        notice = self.project.redo()
        if notice is not None and notice.selection is not None:
            self.restores(notice)

    def restores(self, notice: Notice) -> None:
        assert notice.selection is not None
        self.view.loop.restore(notice.selection)

    def _told(self, notice: Notice) -> None:
        if notice.initiator is not self.view.loop:
            self.view.loop.refresh()


def press(view: QTextEdit, character: str) -> None:
    """Press the key that writes a character, whatever it is."""
    for type in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(view, QKeyEvent(type, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character))


def written(block: Block) -> str:
    """Write a block down shortly: quotations behind >, items behind - or 1., marks in signs, objects in braces."""
    match block:
        case Paragraph(inlines=inlines, style=style):
            return ("> " if style is ParagraphStyle.QUOTE else "") + "".join(map(_written, inlines))
        case ListItem(inlines=inlines, level=level, ordered=ordered):
            return "  " * level + ("1. " if ordered else "- ") + "".join(map(_written, inlines))
        case _:
            return f"[{type(block).__name__}]"


def seen(document: QTextDocument) -> str:
    """Read the view paragraph by paragraph by its characters and formats alone, as `written` writes the model."""
    paragraphs = []
    block = document.begin()
    while block.isValid():
        paragraphs.append(_seen(block))
        block = block.next()
    return "|".join(paragraphs)


def written_plainly(blocks: Blocks) -> str:
    """Write the model down as far as a view shows it: characters, and how they are set."""
    return "|".join(
        "".join(map(_written, _as_seen(block.inlines))) if isinstance(block, Paragraph | ListItem) else "{atom}"
        for block in blocks
    )


def _as_seen(inlines: Inlines) -> list[Inline]:
    """Join what no eye tells apart: neighbouring links, say, that lead to different places."""
    seen: list[Inline] = []
    for inline in inlines:
        last = seen[-1] if seen else None
        if isinstance(inline, Text) and isinstance(last, Text) and _marked(inline) == _marked(last):
            seen[-1] = replace(last, text=last.text + inline.text)
        else:
            seen.append(inline)
    return seen


def _marked(run: Text) -> tuple[bool, bool, bool]:
    return Marks.BOLD in run.marks, Marks.SUPERSCRIPT in run.marks, bool(run.link)


def _written(inline: Inline) -> str:
    match inline:
        case Text(text=text, marks=marks):
            return _signed(text, bold=Marks.BOLD in marks, raised=Marks.SUPERSCRIPT in marks, linked=bool(inline.link))
        case LineBreak():
            return "/"
        case Footnote(id=id):
            return f"{{note {id}}}"
        case CrossReference(target=target):
            return f"{{to {target}}}"


def _signed(text: str, *, bold: bool, raised: bool, linked: bool) -> str:
    for sign, on in (("*", bold), ("^", raised), ("_", linked)):
        text = f"{sign}{text}{sign}" if on else text
    return text


def _seen(block: QTextBlock) -> str:
    runs: list[tuple[tuple[bool, bool, bool, str], str]] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        look = _look_of(fragment.charFormat())
        if runs and runs[-1][0] == look and not look[3]:
            runs[-1] = (look, runs[-1][1] + fragment.text())
        else:
            runs.append((look, fragment.text()))
        fragments += 1
    return "".join(_seen_run(text, look) for look, text in runs)


def _look_of(format: QTextCharFormat) -> tuple[bool, bool, bool, str]:
    raised = format.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript
    key = str(format.property(int(QTextCharFormat.Property.UserProperty) + 1)) if format.objectType() else ""
    return format.fontWeight() == QFont.Weight.Bold, raised, format.fontUnderline(), key


def _seen_run(text: str, look: tuple[bool, bool, bool, str]) -> str:
    bold, raised, linked, key = look
    if key:
        kind, *rest = key.split("\x1f")
        name = {"n": "note " + rest[0], "r": "to " + rest[-1], "b": "atom"}[kind]
        return f"{{{name}}}" * len(text)
    return "/".join(
        _signed(part, bold=bold, raised=raised, linked=linked) if part else "" for part in text.split("\u2028")
    )


def check(writer: Writer, *, composing: bool = False) -> None:
    """See that model and view are equal and the concept is one; while composing, the view may wait to be cleaned."""
    assert list(schema.problems(writer.project.document)) == []
    view, model = seen(writer.view.document()), written_plainly(writer.blocks)
    if composing:
        view, model = unicodedata.normalize("NFC", view), unicodedata.normalize("NFC", model)
    assert view == model, f"\n{view!r}\n{model!r}"
