"""Pages side by side on a ground; scrolls over the page's edge to the next one."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.window.preview import texts

MARGIN = 14
"""px around the pages."""
_STEP = 40
_NOTCH = 120
"""What a mouse wheel turns by at least, in eighths of a degree."""


class PageView(QAbstractScrollArea):
    """Shows one page or two; the keyboard and the mouse turn them over."""

    turned = Signal(int)
    """By how many pages to turn over."""
    went = Signal(int)
    """To the first page (0) or the last one (-1)."""
    pointed = Signal(int, float)
    """Which of the images was clicked, and how far below its upper edge, as a share of its height."""
    resized = Signal()
    zoomed = Signal(int)
    """1 for larger, -1 for smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(texts.PAGES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._images: tuple[QImage, ...] = ()
        self._bar: tuple[int, float, float] | None = None
        self._pushed = 0
        """How far the wheel was turned at the page's edge."""

    def room(self) -> QSize:
        """Give the room there is for pages, in px of the screen; a bar to scroll with may come and go beside them."""
        ratio = self.devicePixelRatioF()
        size = self.maximumViewportSize() - QSize(2 * MARGIN + self.verticalScrollBar().sizeHint().width(), 2 * MARGIN)
        return QSize(round(size.width() * ratio), round(size.height() * ratio))

    def show_pages(self, images: tuple[QImage, ...], bar: tuple[int, float, float] | None) -> None:
        """Show pages, and a bar beside what is written in: the image's index, top and bottom as shares of it."""
        self._images, self._bar = images, bar
        self._measure()
        self.viewport().update()

    def reach(self, share: float) -> None:
        """Scroll so that what is so far down the page can be seen."""
        _, height = self._extent()
        at = MARGIN + share * height
        bar = self.verticalScrollBar()
        if not bar.value() <= at <= bar.value() + self.viewport().height() - 3 * MARGIN:
            bar.setValue(round(at - self.viewport().height() / 3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages, each with an edge."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("bg"))
        painter.setPen(colour("border"))
        for index, (image, rect) in enumerate(zip(self._images, self.page_rects(), strict=True)):
            painter.drawImage(rect, image)
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            if self._bar is not None and self._bar[0] == index:
                top, bottom = (rect.top() + share * rect.height() for share in self._bar[1:])
                painter.fillRect(QRect(rect.left() + 6, round(top), 3, round(bottom - top)), colour("accent"))
        if self.hasFocus():
            painter.setPen(colour("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell where in which page was clicked."""
        self._point(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and turn over; Return goes to what stands at the top of what can be seen."""
        bar, key = self.verticalScrollBar(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.went.emit(0 if key == Qt.Key.Key_Home else -1)
        elif not control and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            down = 1 if key == Qt.Key.Key_PageDown else -1
            self._scroll_or_turn(down * max(self.viewport().height() - _STEP, _STEP), down)
        elif not control and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + (_STEP if key == Qt.Key.Key_Down else -_STEP))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._images:
            rect = self.page_rects()[0]
            self._point(QPointF(rect.center().x(), max(rect.top() + 1, MARGIN)))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and turn over at the page's edge; with Ctrl make it larger or smaller."""
        down = event.angleDelta().y()
        if not down:
            super().wheelEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if down > 0 else -1)
        else:
            self._push(-down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is other room."""
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def focusInEvent(self, _event: object) -> None:
        """Show the keyboard is here."""
        self.viewport().update()

    def focusOutEvent(self, _event: object) -> None:
        """Show it is no more."""
        self.viewport().update()

    def _push(self, distance: int) -> None:
        """Scroll with the wheel; at the page's edge only a whole notch turns over, of which a touchpad sends parts."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + distance)
        if bar.value() != before or distance * self._pushed < 0:
            self._pushed = 0
        if bar.value() == before:
            self._pushed += distance
        if abs(self._pushed) >= _NOTCH:
            self._scroll_or_turn(self._pushed, 1 if self._pushed > 0 else -1)
            self._pushed = 0

    def _scroll_or_turn(self, distance: int, pages: int) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + distance)
        if bar.value() == before:
            self.turned.emit(pages)
            bar.setValue(bar.minimum() if pages > 0 else bar.maximum())

    def _point(self, at: QPointF) -> None:
        spot = QPoint(round(at.x()), round(at.y()))
        for index, rect in enumerate(self.page_rects()):
            if rect.contains(spot):
                self.pointed.emit(index, (spot.y() - rect.top()) / max(rect.height(), 1))

    def _extent(self) -> tuple[int, int]:
        sizes = [image.deviceIndependentSize().toSize() for image in self._images]
        return sum(size.width() for size in sizes), max((size.height() for size in sizes), default=0)

    def page_rects(self) -> list[QRect]:
        """Give where the pages are, in px of the viewport."""
        width, _ = self._extent()
        x = max((self.viewport().width() - width) // 2, MARGIN) - self.horizontalScrollBar().value()
        found = []
        for image in self._images:
            size = image.deviceIndependentSize().toSize()
            found.append(QRect(QPoint(x, MARGIN - self.verticalScrollBar().value()), size))
            x += size.width()
        return found

    def _measure(self) -> None:
        width, height = self._extent()
        seen = self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), width, seen.width()),
            (self.verticalScrollBar(), height, seen.height()),
        ):
            bar.setRange(0, max(whole + 2 * MARGIN - part, 0))
            bar.setPageStep(part)
