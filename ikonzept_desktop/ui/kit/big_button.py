"""The large buttons of the start page: ways to begin, and cards to choose from."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.kit.tips import tip

_TEXT_LEFT = 51
_PRESSED, _POINTED = 125, 112
"""How much darker the accent gets, per cent"""


class _LargeButton(QAbstractButton):
    """A box with an icon, a name and what it means; pressed with Enter too."""

    def __init__(self, icon_name: str, token: str, name: str, summary: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._summary = summary
        self.setText(name)
        self.setIcon(icon(icon_name, token))
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw_ground(self, painter: QPainter, edge: str, *, primary: bool = False) -> None:
        box, fill = QRectF(self.rect()), colour("accent")
        if primary:
            gap = 3 if self.hasFocus() else 0
            shade = _PRESSED if self.isDown() else _POINTED if self.underMouse() else 100
            draw_box(painter, box.adjusted(gap, gap, -gap, -gap), fill.darker(shade), None)
        else:
            ground = "selection" if self.isDown() else "hover" if self.underMouse() else "paper"
            draw_box(painter, box, colour(ground), colour(edge))
        if self.hasFocus():
            draw_ring(painter, box)


class BigButton(_LargeButton):
    """A way to begin: icon, name, what it means, and its key."""

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
        """Show a way to begin; a page has one primary button at most, and an action answers to the key."""
        super().__init__(icon_name, "on_accent" if primary else "ink", name, summary, parent)
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._primary = primary
        self.setAccessibleDescription(f"{summary} {self._keys}".strip())

    def sizeHint(self) -> QSize:
        """Two lines and the air around them."""
        return QSize(348, 60)

    def minimumSizeHint(self) -> QSize:
        """Narrower, the words are cut off."""
        return QSize(160, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, two lines and the key."""
        painter = QPainter(self)
        middle = self.rect().center().y()
        self._draw_ground(painter, "border", primary=self._primary)
        self.icon().paint(painter, QRect(15, middle - 10, 22, 22))
        painter.setFont(fonts.small_font())
        painter.setPen(colour("on_accent" if self._primary else "muted"))
        keys = painter.fontMetrics().horizontalAdvance(self._keys)
        at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(0, 0, -15, 0), at_right, self._keys)
        room = self.width() - _TEXT_LEFT - keys - 27
        _draw_line(painter, self._summary, QRect(_TEXT_LEFT, middle + 1, room, 18))
        painter.setFont(fonts.ui_font(strong=True))
        painter.setPen(colour("on_accent" if self._primary else "ink"))
        _draw_line(painter, self.text(), QRect(_TEXT_LEFT, middle - 17, room, 18))


class CardButton(_LargeButton):
    """One of several to choose from: icon, name and, in two lines, what it is."""

    def __init__(self, icon_name: str, name: str, summary: str, parent: QWidget | None = None) -> None:
        """Show something to choose."""
        super().__init__(icon_name, "ink", name, summary, parent)
        self.setToolTip(tip(summary))

    def sizeHint(self) -> QSize:
        """An icon, a name and two lines."""
        return QSize(240, 72 + 2 * QFontMetrics(fonts.small_font()).lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Narrower, the second line is cut off."""
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, the name and two lines."""
        painter = QPainter(self)
        self._draw_ground(painter, "line")
        self.icon().paint(painter, QRect(14, 14, 20, 20))
        words = self.rect().adjusted(14, 42, -14, -10)
        painter.setFont(fonts.ui_font(strong=True))
        painter.setPen(colour("ink"))
        _draw_line(painter, self.text(), QRect(words.left(), words.top(), words.width(), 18))
        painter.setFont(fonts.small_font())
        painter.setPen(colour("muted"))
        wrapped = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(words.adjusted(0, 19, 0, 0), wrapped, self._summary)


def _draw_line(painter: QPainter, words: str, rect: QRect) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
