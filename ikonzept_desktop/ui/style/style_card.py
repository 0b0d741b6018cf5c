"""A finished style to choose: its name, what it is like, and two of its pages as they really come out."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ikonzept_desktop.export.finished_styles import FinishedStyle
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.style import texts

THUMB_WIDTH = 132
_PAD = 12
_PAGE = 297 / 210
_WORDS = 64


class StyleCard(QAbstractButton):
    """Pressed with the mouse, the space bar or Enter; the one that holds has a sign beside its colour."""

    def __init__(self, style: FinishedStyle, parent: QWidget) -> None:
        """Show a style, without pages yet."""
        super().__init__(parent)
        self.style_key = style.key
        self._summary = style.summary
        self._thumbs: tuple[QImage, ...] = ()
        self.setText(style.title)
        self.setCheckable(True)
        self.setAccessibleName(style.title)
        self.setAccessibleDescription(style.summary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pages(self, images: tuple[QImage, ...]) -> None:
        """Show the cover and the page that opens a field of action, or the last there is."""
        self._thumbs = (images[0], images[-2] if len(images) > 2 else images[-1]) if images else ()
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: what holds is shown by `setChecked` when it holds."""

    def sizeHint(self) -> QSize:
        """Give room for two pages above the words."""
        return QSize(2 * THUMB_WIDTH + 4 * _PAD, round(THUMB_WIDTH * _PAGE) + 3 * _PAD + _WORDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pages, name and summary."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        ground = "selection" if self.isChecked() else "hover" if self.underMouse() else "paper"
        draw_box(painter, box, colour(ground), colour("accent" if self.isChecked() else "border"))
        height = round(THUMB_WIDTH * _PAGE)
        for at in range(2):
            spot = QRect(_PAD + at * (THUMB_WIDTH + _PAD), _PAD, THUMB_WIDTH, height)
            painter.fillRect(spot, colour("bg"))
            if at < len(self._thumbs):
                self._paint_page(painter, spot, self._thumbs[at])
            painter.setPen(colour("border"))
            painter.drawRect(spot.adjusted(-1, -1, 0, 0))
        self._paint_words(painter, QRect(_PAD, height + 2 * _PAD, self.width() - 2 * _PAD, _WORDS))
        if self.hasFocus():
            draw_ring(painter, box)

    def _paint_page(self, painter: QPainter, spot: QRect, image: QImage) -> None:
        size = image.deviceIndependentSize().scaled(spot.size(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        painter.drawImage(QRect(spot.topLeft(), size), image)

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(colour("ink"))
        painter.setFont(fonts.ui_font(strong=True))
        head = painter.fontMetrics().height()
        left = area.left()
        if self.isChecked():
            icon("circle-check", "green").paint(painter, QRect(left, area.top(), 16, 16))
            left += 22
        name = f"{self.text()} ({texts.CHOSEN})" if self.isChecked() else self.text()
        painter.drawText(left, area.top(), area.right() - left, head, 0, name)
        painter.setFont(fonts.ui_font(fonts.SMALL_SIZE))
        painter.setPen(colour("muted"))
        below = area.adjusted(0, head + 2, 0, 0)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._summary)
