"""The large buttons of the start page."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring


class BigButton(QAbstractButton):
    """A way to begin, on the start page: icon, name, what it means, and its key."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        summary: str,
        shortcut: QKeySequence | str = "",
        *,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a way to begin; a page has one primary button at most."""
        super().__init__(parent)
        self._summary = summary
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._primary = primary
        self.setText(name)
        self.setIcon(icon(icon_name, "on_accent" if primary else "ink"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{summary} {self._keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines and the air around them."""
        return QSize(348, 60)

    def minimumSizeHint(self) -> QSize:
        """Narrower, the words are cut off."""
        return QSize(160, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, two lines and the key."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        self._draw_ground(painter, box)
        middle = self.rect().center().y()
        self.icon().paint(painter, QRect(15, middle - 11, 22, 22))
        self._draw_words(painter, middle)

    def _draw_ground(self, painter: QPainter, box: QRectF) -> None:
        if self._primary:
            gap = 3 if self.hasFocus() else 0
            fill = colour("accent")
            draw_box(painter, box.adjusted(gap, gap, -gap, -gap), fill.darker(112) if self.underMouse() else fill, None)
        else:
            draw_box(painter, box, colour("hover" if self.underMouse() else "paper"), colour("border"))
        if self.hasFocus():
            draw_ring(painter, box)

    def _draw_words(self, painter: QPainter, middle: int) -> None:
        ink, quiet = ("on_accent", "on_accent") if self._primary else ("ink", "muted")
        right = self.width() - 16
        painter.setFont(fonts.small_font())
        painter.setPen(colour(quiet))
        keys = painter.fontMetrics().horizontalAdvance(self._keys)
        at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(right - keys, 0, keys + 1, self.height()), at_right, self._keys)
        room = right - keys - 60
        self._draw_line(painter, self._summary, QRect(51, middle, room, 18))
        painter.setFont(fonts.ui_font(strong=True))
        painter.setPen(colour(ink))
        self._draw_line(painter, self.text(), QRect(51, middle - 18, room, 18))

    def _draw_line(self, painter: QPainter, words: str, rect: QRect) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
