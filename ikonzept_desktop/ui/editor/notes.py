"""The footnotes of a text, shown under it by number, and written there."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import CrossReference
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.editor import looks, texts
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.naming import note_name
from ikonzept_desktop.ui.editor.objects import Thing
from ikonzept_desktop.ui.editor.port import NotePort, notes_in
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit, be_for_reading
from ikonzept_desktop.ui.kit import fonts, theme


def _note_ids(block: Block) -> tuple[str, ...]:
    return tuple(place.note.id for place in notes_in((block,)))


class NoteRow(QWidget):
    """The number of a note, and what it says."""

    left = Signal()

    def __init__(self, context: EditorContext, address: FieldAddress, id: str, parent: QWidget) -> None:
        """Show a note of the text at an address."""
        super().__init__(parent)
        self._context = context
        self._id = id
        port = NotePort(context.session.project, address, id)
        self.text = RichTextEdit(port, context.naming, context.session.keeper, context.look(looks.NOTE), self)
        if context.session.read_only:
            be_for_reading(self.text)
        self.text.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 0, 0, 0)
        layout.addWidget(self.text)
        self.refresh_names()
        context.on_text(self.text)

    def shows(self, address: FieldAddress, id: str) -> bool:
        """Tell whether this is the note of that id in the text at that address."""
        return (self.text.loop.port.address, self._id) == (address, id)

    def refresh(self) -> None:
        """Show what the note says now."""
        self.text.loop.refresh()

    def refresh_names(self) -> None:
        """Show the note's present number."""
        self.text.setAccessibleName(texts.note(note_name(self._context.naming, self._id)))
        self.text.refresh_names()
        self.update()

    def restyle(self) -> None:
        """Show the note at the present zoom and in the present colours."""
        self.text.restyle(self._context.look(looks.NOTE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back into the text by Escape, and by Return, as a note is one paragraph."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _leads_back(event):
            self.left.emit()
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number in its box, and a bar while the note has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = note_name(self._context.naming, self._id)
        font = fonts.ui_font(12, strong=True)
        width = max(QFontMetricsF(font).horizontalAdvance(name) + 8, 16)
        box = QRectF(0.5, self.text.y() + 3.5, width, 16)
        painter.setPen(QPen(theme.colour("accent"), 2 if self.text.hasFocus() else 1))
        painter.setBrush(theme.colour("chip"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


class NotesView(QWidget):
    """One row for each note of a text, in reading order, below a line."""

    focused = Signal(object)
    left = Signal(str)
    """The id of the note that was left by Escape, back into the text."""
    reference_opened = Signal(str)

    def __init__(self, context: EditorContext, loop: TextLoop, parent: QWidget) -> None:
        """Show the notes of the text that a loop keeps."""
        super().__init__(parent)
        self._context = context
        self._loop = loop
        self._ids = IdentityMemo(_note_ids, 1024)
        self._rows: dict[str, NoteRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 22, 0, 0)
        self._layout.setSpacing(4)
        self.refresh()

    def refresh(self) -> None:
        """Have a row for each note there is now, and show what each says."""
        ids = [id for block in self._loop.port.blocks() for id in self._ids(block)]
        for gone in set(self._rows) - set(ids):
            self._drop(gone)
        for index, id in enumerate(ids):
            row = self._rows.get(id) or self._make(id)
            if self._layout.indexOf(row) != index:
                self._layout.insertWidget(index, row)
            row.refresh()
        self.setVisible(bool(ids))

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed; the row it was made in stays still."""
        if any(row.text.loop is notice.initiator for row in self._rows.values()):
            return
        self.refresh()

    def refresh_names(self) -> None:
        """Show the present numbers."""
        for row in self._rows.values():
            row.refresh_names()

    def restyle(self) -> None:
        """Show the notes at the present zoom and in the present colours."""
        for row in self._rows.values():
            row.restyle()

    def texts(self) -> list[RichTextEdit]:
        """Give the text of each note that is shown."""
        return [row.text for row in self._rows.values()]

    def focus(self, id: str) -> None:
        """Bring the keyboard into a note."""
        self.refresh()
        if id in self._rows:
            self._rows[id].text.setFocus()

    def restore(self, selection: Selection) -> bool:
        """Put the caret back into a note; False where it is gone."""
        self.refresh()
        row = self._rows.get(selection.line)
        if row is None:
            return False
        row.text.loop.restore(selection)
        row.text.setFocus()
        return True

    def block_of(self, note: str) -> str:
        """Give the block a note stands in."""
        return next((block.id for block in self._loop.port.blocks() if note in self._ids(block)), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between the text and its notes."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, 10, self.width(), 10)

    def _make(self, id: str) -> NoteRow:
        row = NoteRow(self._context, self._loop.port.address, id, self)
        row.text.focused.connect(self.focused.emit)
        row.left.connect(lambda: self.left.emit(id))
        row.text.opened.connect(self._open)
        self._rows[id] = row
        return row

    def _drop(self, id: str) -> None:
        row = self._rows.pop(id)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _open(self, thing: Thing) -> None:
        if isinstance(thing, CrossReference):
            self.reference_opened.emit(thing.target)


def _leads_back(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
