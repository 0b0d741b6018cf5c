"""A rich text with its footnotes under it, framed while it has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Attachment, Figure, Table
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import CrossReference, Footnote
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.ui.editor import looks
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.looks import TextStyle
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.notes import NotesView
from ikonzept_desktop.ui.editor.objects import Thing
from ikonzept_desktop.ui.editor.port import FieldPort
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit, be_for_reading
from ikonzept_desktop.ui.kit import theme

QUIET = 300
"""ms after the last key in a cell until the table is drawn anew in the text: that takes longer than a key may."""


class RichField(QWidget):
    """The editor of a rich text field."""

    focused = Signal(object)
    """The text view that got the keyboard: the field's own, or that of a note."""
    reference_opened = Signal(str)
    """The id a reference points at."""
    atom_opened = Signal(object)
    """The address of the text, and the table or figure in it that was opened."""

    def __init__(
        self, context: EditorContext, address: FieldAddress, type: FieldType, style: TextStyle, parent: QWidget
    ) -> None:
        """Show the text at an address."""
        super().__init__(parent)
        self._context = context
        self._style = style
        self._frame = _frame_of(style)
        self.text = RichTextEdit(
            FieldPort(context.session.project, address),
            context.naming,
            context.session.keeper,
            context.look(style),
            self,
        )
        if context.session.read_only:
            be_for_reading(self.text)
        self.text.setAccessibleName(type.label)
        self.text.describe(type.help)
        self.notes = NotesView(context, self.text.loop, self)
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*self._margins())
        layout.setSpacing(0)
        layout.addWidget(self.text)
        layout.addWidget(self.notes)
        self.setFocusProxy(self.text)
        self.text.installEventFilter(self)
        self.text.focused.connect(self.focused.emit)
        self.text.opened.connect(self._open)
        self.notes.focused.connect(self.focused.emit)
        self.notes.left.connect(self._return_from_note)
        self.notes.reference_opened.connect(self.reference_opened.emit)
        context.on_text(self.text)

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give the text."""
        return self.text

    def show_at(self, address: FieldAddress) -> None:
        """Show the text at another address."""
        self.text.loop.load(FieldPort(self._context.session.project, address))
        self.notes.refresh()

    def refresh(self) -> None:
        """Show what the concept holds now."""
        self._later.stop()
        self.text.loop.refresh()
        self.notes.refresh()

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed, unless it was made here."""
        if _is_of_a_cell(notice):
            self._later.start()
            return
        if notice.initiator is not self.text.loop:
            self.text.loop.refresh()
        if notice.changes.blocks or notice.initiator is not self.text.loop:
            self.notes.take(notice)

    def refresh_names(self) -> None:
        """Draw chips and captions under their present names."""
        self.text.refresh_names()
        self.notes.refresh_names()

    def restyle(self) -> None:
        """Show the text at the present zoom and in the present colours."""
        self.text.restyle(self._context.look(self._style))
        self.notes.restyle()

    def restore(self, selection: Selection) -> None:
        """Put the caret back, into the text or into one of its notes."""
        if selection.line and self.notes.restore(selection):
            return
        self.text.loop.restore(selection)
        self.text.setFocus()

    def commit(self) -> None:
        """Show what is being written in a table beside the text; of the text's own, nothing waits."""
        if self._later.isActive():
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the frame when the keyboard comes and goes; who writes here sees everything as it is."""
        if event.type() == QEvent.Type.FocusIn:
            self.commit()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the text: always faintly in a form, in the accent colour while it has the keyboard."""
        width = self._frame[1] if not self.text.hasFocus() else self._frame[2]
        if not width:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self.text.hasFocus() else "border"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)

    def _margins(self) -> tuple[int, int, int, int]:
        room = self._frame[0]
        return (room, max(room - 2, 0), room, max(room - 2, 0))

    def _open(self, thing: Thing) -> None:
        if isinstance(thing, Footnote):
            self.notes.focus(thing.id)
        elif isinstance(thing, CrossReference):
            self.reference_opened.emit(thing.target)
        elif isinstance(thing, Table | Figure | Attachment):
            self.atom_opened.emit((self.text.loop.port.address, thing))

    def _return_from_note(self, note: str) -> None:
        self.text.loop.restore(Selection("", None, self.notes.block_of(note), note))
        self.text.setFocus()


def _is_of_a_cell(notice: Notice) -> bool:
    """Tell whether an edit is a key in a cell, written in the table's own panel."""
    port = notice.initiator.port if isinstance(notice.initiator, TextLoop) else None
    return isinstance(port, LinePort) and port.line not in {"caption", "source"} and not notice.changes.blocks


def _frame_of(style: TextStyle) -> tuple[int, int, int]:
    """Give the room around the text and the widths of its frame, without and with the keyboard. px"""
    if style is looks.CHAPTER:
        return 0, 0, 0
    return (8, 1, 2) if style is looks.FORM else (8, 0, 2)
