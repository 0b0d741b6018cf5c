"""A word in passing over the text, with what can be done about it; it takes no room and no keyboard from the text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.window import texts

_WIDEST = 620
_EDGE = 16
"""px to the sides of the text."""

Way = tuple[str, Callable[[], object]]


class Hint(QWidget):
    """Lies over the text it speaks of until it is answered, put away, or no longer true."""

    def __init__(self, over: QWidget, caret: Callable[[], QRect]) -> None:
        """Say nothing yet; `caret` gives where in the widget below the caret is."""
        super().__init__(over)
        self._over = over
        self._caret = caret
        # Once more when the text has come to rest: it follows its caret when the events have gone round.
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._place)
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = labels.label("")
        self.words.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        shut = QToolButton(self)
        shut.setAutoRaise(True)
        shut.setToolTip(texts.SHUT_HINT)
        shut.setAccessibleName(texts.SHUT_HINT)
        set_icon(shut, "x")
        shut.clicked.connect(self.be_quiet)
        head = QHBoxLayout()
        head.addWidget(labels.IconLabel("info", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(8)
        head.addWidget(self.words, 1)
        head.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 8, 10)
        self._layout.setSpacing(8)
        self._layout.addLayout(head)
        self._layout.addLayout(self._buttons)
        over.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *ways: Way, keys: str = "") -> None:
        """Say something, with a button for each way to go on from there; `keys` take the first of them."""
        self._clear_buttons()
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self._buttons.addSpacing(24)
        for name, call in ways:
            button = QPushButton(name, self)
            button.clicked.connect(lambda _on=False, way=call: way())
            self._buttons.addWidget(button)
        if keys:
            self._buttons.addSpacing(4)
            self._buttons.addWidget(labels.label(keys, "muted"))
        self._buttons.addStretch(1)
        self.show()
        self.raise_()
        self._place()
        self._settling.start()

    def be_quiet(self) -> None:
        """Say nothing any more, and give the keyboard back to the text where it had come here."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self._clear_buttons()
        if had_keyboard:
            self._over.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot of the text, or to its head."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        over = self._over
        width = min(over.width() - 2 * _EDGE, _WIDEST)
        self.setFixedWidth(max(width, 1))
        self._layout.activate()
        height = self._layout.totalHeightForWidth(self.width())
        self.setFixedHeight(height)
        left = (over.width() - self.width()) // 2
        at_foot = QRect(left, over.height() - height - _EDGE, self.width(), height)
        hides = at_foot.adjusted(0, -_EDGE, 0, _EDGE).intersects(self._caret())
        self.move(QPoint(left, _EDGE) if hides else at_foot.topLeft())

    def _clear_buttons(self) -> None:
        while self._buttons.count():
            gone = self._buttons.takeAt(0).widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
