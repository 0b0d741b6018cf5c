"""The caption or source of a table or figure in a panel: one line of text with its notes under it, framed."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import CrossReference, Footnote
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.editor import looks
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.notes import NotesView
from ikonzept_desktop.ui.editor.objects import Thing
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit import theme

_ROOM = (8, 4)
"""px beside and above the words."""


class LineField(QWidget):
    """The editor of one line of a block."""

    focused = Signal(object)
    """The text view that got the keyboard: the line's own, or that of a note."""
    reference_opened = Signal(str)
    """The id a reference points at."""

    def __init__(self, context: EditorContext, name: str, line: str, parent: QWidget) -> None:
        """Show nothing yet; `line` is the line's name in its block, `name` what the user calls it."""
        super().__init__(parent)
        self._context = context
        self._line = line
        session = context.session
        port = LinePort(session.project, FieldAddress("", ""), "", line)
        self.port = port
        self.text = RichTextEdit(port, context.naming, session.keeper, context.look(looks.FORM), self)
        self.text.setReadOnly(session.read_only)
        self.text.setAccessibleName(name)
        self.notes = NotesView(context, self.text.loop, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_ROOM[0], _ROOM[1], _ROOM[0], _ROOM[1])
        layout.setSpacing(0)
        layout.addWidget(self.text)
        layout.addWidget(self.notes)
        self.setFocusProxy(self.text)
        self.text.installEventFilter(self)
        self.text.focused.connect(self.focused)
        self.text.opened.connect(self._open)
        self.notes.focused.connect(self.focused)
        self.notes.left.connect(self._return_from_note)
        self.notes.reference_opened.connect(self.reference_opened)

    def show_line(self, address: FieldAddress, block: str) -> None:
        """Show the line of another block."""
        self.port = LinePort(self._context.session.project, address, block, self._line)
        self.text.loop.load(self.port)
        self.notes.refresh()

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed, unless it was made here."""
        if notice.initiator is not self.text.loop:
            self.text.loop.refresh()
        self.notes.take(notice)

    def refresh_names(self) -> None:
        """Draw chips under their present names."""
        self.text.refresh_names()
        self.notes.refresh_names()

    def restyle(self) -> None:
        """Show the line in the present colours."""
        self.text.restyle(self._context.look(looks.FORM))
        self.notes.restyle()

    def restore(self, selection: Selection) -> bool:
        """Put the caret back, into the line or into one of its notes; False where it was in neither."""
        if not self.port.holds(selection):
            return False
        if selection.line == self._line or not self.notes.restore(selection):
            self.text.loop.restore(selection)
            self.text.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the frame when the keyboard comes and goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the line: faintly, and in the accent colour while it has the keyboard."""
        active = self.text.hasFocus()
        width = 2 if active else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if active else "border"), width))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 4, 4)

    def _open(self, thing: Thing) -> None:
        if isinstance(thing, Footnote):
            self.notes.focus(thing.id)
        elif isinstance(thing, CrossReference):
            self.reference_opened.emit(thing.target)

    def _return_from_note(self, note: str) -> None:
        self.text.loop.restore(Selection("", None, self.port.block, note))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
