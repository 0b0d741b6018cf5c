"""A caption or source to write in, in a box like any field."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.ui.editor.clipboard import Images
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.looks import Look
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring

_ROOM = 4


class LineBox(QWidget):
    """One line of a table in a frame; the ring shows that it has the keyboard."""

    def __init__(self, port: LinePort, naming: Naming, images: Images, look: Look, parent: QWidget) -> None:
        """Write at a place."""
        super().__init__(parent)
        self.text = RichTextEdit(port, naming, images, look, self)
        self.text.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, _ROOM, 8, _ROOM - 1)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)

    def minimumSizeHint(self) -> QSize:
        """Keep room for one line."""
        return QSize(120, self.text.height() + 2 * _ROOM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring when the keyboard comes and goes; Return writes nothing here."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers()
            and not self.text.textCursor().hasSelection()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.colour("paper"), theme.colour("border"))
        if self.text.hasFocus():
            draw_ring(painter, QRectF(self.rect()))
