"""One page of an attached PDF, with the way to the page before and the one after."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.labels import label
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.window.attachments import texts

_MARGIN = 6.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}


class Sheet(QWidget):
    """Shows the image of a page on its sheet."""

    stepped = Signal(int)
    """By how many pages the keys want to go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._image = QImage()
        self._said = texts.COMING
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 110)

    def sizeHint(self) -> QSize:
        """Ask for room in which a heading can be read."""
        return QSize(220, 230)

    def show_image(self, image: QImage, said: str = "") -> None:
        """Show the image of a page; of a null one what is said in its place."""
        self._image, self._said = image, said
        self.update()

    @property
    def image(self) -> QImage:
        """What is shown; a null one while a page is drawn."""
        return self._image

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page with the arrows; the other keys are somebody else's."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page as large as there is room, with an edge."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self._image.isNull():
            painter.setPen(theme.colour("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._said)
        else:
            size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRectF(room.topLeft(), size)
            box.moveCenter(room.center())
            painter.drawImage(box, self._image)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRect(box)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))


class PageView(QWidget):
    """A sheet, and below it which page that is."""

    turned = Signal(int)
    """The number of the page that is to be shown, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.number, self._count = 1, 1
        self.sheet = Sheet(self)
        self.before = IconButton("chevron-left", texts.PREVIOUS_PAGE, parent=self)
        self.after = IconButton("chevron-right", texts.NEXT_PAGE, parent=self)
        self.words = label("", "muted", small=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.before)
        row.addWidget(self.words, 1)
        row.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.sheet, 1)
        layout.addLayout(row)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.sheet.stepped.connect(self._step)

    def show_page(self, number: int, count: int, *, printed: bool) -> None:
        """Say which page is shown; its image comes later."""
        self.number, self._count = number, count
        said = texts.page(number, count) if printed else texts.not_printed(number, count)
        self.words.setText(said)
        self.sheet.setAccessibleName(said)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < count)

    def _step(self, by: int) -> None:
        number = min(max(self.number + by, 1), self._count)
        if number != self.number:
            self.turned.emit(number)
