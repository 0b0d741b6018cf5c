"""Cards, messages, chips and what stands where there is nothing yet."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, label
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.kit.tips import tip


class Card(QWidget):
    """A sheet with an edge that holds what belongs together; kind: red, amber, quiet or none."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        """Be empty; `body` takes what belongs in."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("kind", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(11, 8, 11, 8)
        self.body.setSpacing(3)


class Message(Card):
    """A sentence that matters, with an icon; the colour is never alone."""

    def __init__(self, sentence: str, kind: str = "quiet", icon_name: str = "info", more: str = "") -> None:
        """Say a sentence and, below it, more; kind: red, amber or quiet."""
        super().__init__(kind)
        row = QHBoxLayout()
        row.setSpacing(8)
        token = kind if kind in {"red", "amber"} else ""
        row.addWidget(IconLabel(icon_name, token), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        row.addLayout(words, 1)
        head = label(sentence, strong=bool(more))
        head.setWordWrap(True)
        words.addWidget(head)
        if more:
            words.addWidget(hint(more, ""))
        self.body.addLayout(row)


class EmptyState(QWidget):
    """What stands where there is nothing yet: one sentence, one button."""

    def __init__(self, sentence: str, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Say that there is nothing, and offer to begin."""
        super().__init__()
        self.button: QPushButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(label(sentence, "muted"))
        if act is not None:
            self.button = push_button(verb)
            self.button.clicked.connect(lambda _on=False: act())
            row.addWidget(self.button)
        row.addStretch(1)


class Chip(QWidget):
    """A value among several, with a cross to take it away: Entf or a click on the cross."""

    removed = Signal()
    _CROSS = 18

    def __init__(self, text: str, remove_name: str = "", parent: QWidget | None = None) -> None:
        """Show a value; without a name for taking it away it stays."""
        super().__init__(parent)
        self._text = text
        self._removable = bool(remove_name)
        self.setAccessibleName(text)
        self.setAccessibleDescription(remove_name)
        self.setToolTip(tip(remove_name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if remove_name else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the value and the cross."""
        cross = self._CROSS if self._removable else 0
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 14 + cross, 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the value away with Entf or the backspace key."""
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the value away with a click on the cross."""
        if self._removable and event.position().x() > self.width() - self._CROSS - 4:
            self.removed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the value in its box."""
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), colour("chip"), colour("border"))
        painter.setPen(colour("ink"))
        painter.drawText(self.rect().adjusted(7, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._text)
        if self._removable:
            icon("x", "muted").paint(painter, QRect(self.width() - self._CROSS, 5, 12, 12))
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))
