"""The keys that hold here, each in a frame with what it does: as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.painting import draw_box

Hint = tuple[Sequence[str], str]
"""Keys, and what they do."""
_HEIGHT, _GAP = 36, 14
"""px"""


class KeyHints(QWidget):
    """A line of keys; those without room at the end are left out."""

    def __init__(self, hints: Sequence[Hint], parent: QWidget | None = None) -> None:
        """Show keys."""
        super().__init__(parent)
        self._hints = hints
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{' oder '.join(keys)}: {what}" for keys, what in hints))

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Stand where it is narrow too."""
        return QSize(40, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the keys."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        painter.setFont(fonts.small_font())
        metrics = painter.fontMetrics()
        left, middle = 16, int(Qt.AlignmentFlag.AlignCenter)
        for keys, what in self._hints:
            widths = [max(metrics.horizontalAdvance(key) + 12, 20) for key in keys]
            words = metrics.horizontalAdvance(what)
            if left + sum(widths) + 4 * len(keys) + words > self.width() - 8:
                return
            for key, width in zip(keys, widths, strict=True):
                box = QRectF(left, (_HEIGHT - 20) / 2, width, 20)
                draw_box(painter, box, theme.colour("paper"), theme.colour("border"))
                painter.setPen(theme.colour("ink"))
                painter.drawText(box, middle, key)
                left += width + 4
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(left + 2, 0, words + 4, _HEIGHT), int(Qt.AlignmentFlag.AlignVCenter), what)
            left += words + _GAP + 4
