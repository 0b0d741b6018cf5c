"""What stands at the lower edge while the text is alone on the screen: how much is written, of how much."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ikonzept_desktop.model.document import counted_words, find_section
from ikonzept_desktop.ui.kit import labels, theme
from ikonzept_desktop.ui.kit.fields import WordBar
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.surroundings import Surroundings

_QUIET, _BAR, _AWAY = 300, 96, 16
"""ms after a key; px of the bar, and from the edges."""


class WordEdge(QWidget):
    """Words and, where the section has a target, a bar; it lies over the text's margin."""

    def __init__(self, room: Surroundings, parent: QWidget) -> None:
        """Count the section that a window has open."""
        super().__init__(parent)
        self._room = room
        self._around = parent
        self.words = labels.label("", "muted", small=True)
        self._bar = WordBar(texts.LENGTH, self)
        self._bar.setFixedWidth(_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._counting = QTimer(self, singleShot=True, interval=_QUIET)
        self._counting.timeout.connect(self.count)
        room.session.changed.connect(lambda _notice: self._counting.start())
        room.section_shown.connect(lambda _section: self._counting.start(0))
        parent.installEventFilter(self)

    def count(self) -> None:
        """Count anew."""
        section = find_section(self._room.session.document, self._room.text.section())
        if section is None or self.isHidden():
            return
        words, target = counted_words(section), section.target_words
        self.words.setText(texts.words_of(words, target))
        self._bar.setVisible(target is not None)
        self._bar.show_words(words, target or 1, self.words.text())
        self._settle()

    def setVisible(self, visible: bool) -> None:
        """Count before it is seen."""
        super().setVisible(visible)
        if visible:
            self.count()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stand on paper."""
        QPainter(self).fillRect(self.rect(), theme.colour("paper"))

    def _settle(self) -> None:
        self.adjustSize()
        around = self._around.rect()
        self.move(around.right() - self.width() - _AWAY, around.bottom() - self.height() - _AWAY // 2)
