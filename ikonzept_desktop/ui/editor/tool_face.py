"""The text that the tools above it act on, and what each of them does to it."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from ikonzept_desktop.model.blocks import Attachment, Figure
from ikonzept_desktop.model.document import Comment, find_section
from ikonzept_desktop.model.edits import SetAttribute
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import CrossReference, Marks, ReferenceForm
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor import texts, tools
from ikonzept_desktop.ui.editor.commands import BlockKind
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.wheel import ZoomedByWheel
from ikonzept_desktop.ui.session import Session


class ToolFace(ZoomedByWheel):
    """Carries out the tools on the text that has, or last had, the keyboard."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self.session = session
        self.text: RichTextEdit | None = None

    def section(self) -> str:
        """Give the id of the section that is shown; nothing where none is."""
        raise NotImplementedError

    def focus_note(self, loop: TextLoop, note: str) -> None:
        """Bring the keyboard into a note of the text that a loop keeps."""
        raise NotImplementedError

    def caret_moved(self) -> None:
        """Tell whoever listens where the caret is and how the text there is set."""
        raise NotImplementedError

    def toggle_mark(self, mark: Marks) -> None:
        """Set a mark on what is selected or typed next, or take it off."""
        if loop := self._writable():
            tools.toggle_mark(loop, mark)
            self.caret_moved()

    def set_block(self, kind: BlockKind) -> None:
        """Make the selected blocks of a kind; plain paragraphs where they are so already."""
        if loop := self._writable():
            tools.set_block(loop, kind)
            self.caret_moved()

    def make_block(self, kind: BlockKind) -> None:
        """Make the selected blocks of a kind; they stay what they are where they are so already."""
        if loop := self._writable():
            tools.make_block(loop, kind)
            self.caret_moved()

    def indent(self) -> None:
        """Move the selected list items one level deeper."""
        if loop := self._writable():
            tools.shift_level(loop, 1)

    def outdent(self) -> None:
        """Move the selected list items one level back."""
        if loop := self._writable():
            tools.shift_level(loop, -1)

    def insert_link(self, url: str) -> bool:
        """Link what is selected; an empty address takes the link off. False where text may not point there."""
        loop = self._writable()
        return loop is not None and tools.insert_link(loop, url)

    def insert_footnote(self) -> None:
        """Put a footnote at the caret and go to it."""
        if (loop := self._writable()) and (note := tools.insert_footnote(loop)):
            self.focus_note(loop, note)

    def insert_reference(self, target: str, form: ReferenceForm = ReferenceForm.NUMBER) -> None:
        """Put a cross-reference at the caret."""
        if loop := self._writable():
            tools.insert_reference(loop, CrossReference(target, form))

    def insert_table(self, rows: int, columns: int) -> None:
        """Put an empty table below the caret. Raises ValueError for fewer than one row or column"""
        if loop := self._writable():
            tools.insert_block(loop, tools.new_table(rows, columns), texts.TABLE)

    def insert_figure(self, figure: Figure) -> None:
        """Put a figure below the caret."""
        if loop := self._writable():
            tools.insert_block(loop, figure, texts.FIGURE)

    def insert_attachment(self, attachment: Attachment) -> bool:
        """Put an attached PDF below the caret; False where none can stand."""
        loop = self._writable()
        if loop is None or loop.port.one_line:
            return False
        tools.insert_block(loop, attachment, texts.ATTACHMENT)
        return True

    def add_comment(self, text: str, author: str, initials: str = "") -> None:
        """Add an internal note, on what is selected or else on the whole section."""
        section = find_section(self.session.document, self.section())
        if section is None or self.session.read_only:
            return
        now = datetime.now(UTC).replace(microsecond=0)
        comment = Comment(new_id(), author, now, clean(text), initials)
        edit = SetAttribute(section.id, "comments", section.comments, (*section.comments, comment))
        if loop := self._writable():
            tools.comment_on(loop, comment.id, edit)
        else:
            self.session.apply(edit, texts.COMMENT)

    def cut(self) -> None:
        """Take what is selected into the clipboard."""
        if self.text is not None:
            self.text.cut()

    def copy(self) -> None:
        """Copy what is selected."""
        if self.text is not None:
            self.text.copy()

    def paste(self) -> None:
        """Put in what the clipboard holds."""
        if self.text is not None:
            self.text.paste()

    def paste_plain(self) -> None:
        """Put in the characters the clipboard holds."""
        if self.text is not None:
            self.text.paste_plain()

    def _writable(self) -> TextLoop | None:
        return None if self.text is None or self.text.isReadOnly() else self.text.loop
