"""The large buttons of the start page: ways to begin, and cards to choose from."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.kit.tips import tip

_TEXT_LEFT = 51
_CARD_MARGIN = 14
_MOST_LINES = 3
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

    def room(self) -> int:
        """Give the room for name and key. px"""
        return self.width() - _TEXT_LEFT - 15

    def shows_keys(self) -> bool:
        """Tell whether there is room for the key; the name comes first."""
        name = QFontMetrics(fonts.ui_font(strong=True)).horizontalAdvance(self.text())
        return name + self._width_of_keys() <= self.room()

    def _width_of_keys(self) -> int:
        return QFontMetrics(fonts.small_font()).horizontalAdvance(self._keys) + 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, two lines and the key."""
        painter = QPainter(self)
        middle = self.rect().center().y()
        self._draw_ground(painter, "border", primary=self._primary)
        self.icon().paint(painter, QRect(15, middle - 10, 22, 22))
        painter.setFont(fonts.small_font())
        painter.setPen(colour("on_accent" if self._primary else "muted"))
        room = self.room()
        if self.shows_keys():
            at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self.rect().adjusted(0, 0, -15, 0), at_right, self._keys)
            room -= self._width_of_keys()
        _draw_line(painter, self._summary, QRect(_TEXT_LEFT, middle + 1, room, 18))
        painter.setFont(fonts.ui_font(strong=True))
        painter.setPen(colour("on_accent" if self._primary else "ink"))
        _draw_line(painter, self.text(), QRect(_TEXT_LEFT, middle - 17, room, 18))


class CardButton(_LargeButton):
    """One of several to choose from: icon, name and, in two or three lines, what it is."""

    def __init__(self, icon_name: str, name: str, summary: str, parent: QWidget | None = None) -> None:
        """Show something to choose."""
        super().__init__(icon_name, "ink", name, summary, parent)
        self.setToolTip(tip(summary))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """An icon, a name and two lines."""
        return QSize(240, self._height_of(2))

    def minimumSizeHint(self) -> QSize:
        """Narrower, the last line ends in …"""
        return QSize(120, self._height_of(2))

    def hasHeightForWidth(self) -> bool:
        """Narrow, it needs a line more."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give room for the lines that are shown."""
        return self._height_of(max(len(self.lines(width)), 2))

    def lines(self, width: int) -> list[str]:
        """Give the lines in which the summary is shown at a width, the last one cut off where there are more."""
        font, room = fonts.small_font(), width - 2 * _CARD_MARGIN
        broken = _broken(self._summary, font, room)
        rest = " ".join(broken[_MOST_LINES - 1 :])
        shown = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)
        return [*broken[: _MOST_LINES - 1], *([shown] if shown else [])]

    def _height_of(self, lines: int) -> int:
        return 72 + lines * QFontMetrics(fonts.small_font()).lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, the name and the lines."""
        painter = QPainter(self)
        self._draw_ground(painter, "line")
        self.icon().paint(painter, QRect(14, 14, 20, 20))
        words = self.rect().adjusted(_CARD_MARGIN, 42, -_CARD_MARGIN, -10)
        painter.setFont(fonts.ui_font(strong=True))
        painter.setPen(colour("ink"))
        _draw_line(painter, self.text(), QRect(words.left(), words.top(), words.width(), 18))
        painter.setFont(fonts.small_font())
        painter.setPen(colour("muted"))
        top_left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.drawText(words.adjusted(0, 19, 0, 0), top_left, "\n".join(self.lines(self.width())))


def _broken(words: str, font: QFont, room: int) -> list[str]:
    """Break words into lines of a width."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    broken = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        broken.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return broken


def _draw_line(painter: QPainter, words: str, rect: QRect) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
