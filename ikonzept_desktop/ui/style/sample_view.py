"""Pages in two columns, to be looked at."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.style import texts

GAP = 14
_COLUMNS = 2


class SampleView(QScrollArea):
    """Shows pages as large as two of them have room side by side."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(texts.SAMPLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sheet = _Sheet(self)
        self.setWidget(self._sheet)

    def page_width(self) -> int:
        """Give how wide a page is to be, in px."""
        return max((self.viewport().width() - (_COLUMNS + 1) * GAP) // _COLUMNS, 60)

    def show_pages(self, images: tuple[QImage, ...]) -> None:
        """Show other pages."""
        self._sheet.show_pages(images)

    def pages(self) -> tuple[QImage, ...]:
        """Give what is shown."""
        return self._sheet.images

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that pages may be larger, or have to be smaller."""
        super().resizeEvent(event)
        self.resized.emit()


class _Sheet(QWidget):
    def __init__(self, view: SampleView) -> None:
        super().__init__(view)
        self._view = view
        self.images: tuple[QImage, ...] = ()

    def show_pages(self, images: tuple[QImage, ...]) -> None:
        self.images = images
        rects = self._rects()
        self.setMinimumHeight(rects[-1].bottom() + GAP if rects else 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("bg"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(colour("border"))
        for image, rect in zip(self.images, self._rects(), strict=True):
            painter.drawImage(rect, image)
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _rects(self) -> list[QRect]:
        width = self._view.page_width()
        found: list[QRect] = []
        top = GAP
        for at, image in enumerate(self.images):
            height = round(image.height() * width / max(image.width(), 1))
            found.append(QRect(GAP + at % _COLUMNS * (width + GAP), top, width, height))
            if at % _COLUMNS == _COLUMNS - 1:
                top += height + GAP
        return found

    def sizeHint(self) -> QSize:
        return QSize(2 * self._view.page_width(), self.minimumHeight())
