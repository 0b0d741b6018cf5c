"""The two letters of a person on the person's colour."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.ui.window.returns.shown_marks import colour_of

_HEIGHT, _PAD = 17, 4
"""px"""


def badge_width(person: Person) -> int:
    """Give the width of somebody's letters on their ground. px"""
    return QFontMetrics(fonts.count_font()).horizontalAdvance(person.letters) + 2 * _PAD


def draw_badge(painter: QPainter, left: int, middle: int, person: Person) -> int:
    """Draw somebody's letters, their middle at that height; gives the right edge. px"""
    rect = QRect(left, middle - _HEIGHT // 2, badge_width(person), _HEIGHT)
    forced = theme.is_high_contrast()
    painter.save()
    ground = theme.colour("panel") if forced else theme.colour(colour_of(person))
    draw_box(painter, QRectF(rect), ground, theme.colour("ink") if forced else None)
    painter.setFont(fonts.count_font())
    painter.setPen(theme.colour("ink" if forced else "on_accent"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), person.letters)
    painter.restore()
    return rect.right() + 1


class Badge(QWidget):
    """Somebody's letters by themselves; the name stands in the tool tip and is read aloud."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        """Show a person."""
        super().__init__(parent)
        self._person = person
        self.setAccessibleName(person.name)
        self.setToolTip(tip(person.name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for two letters."""
        return QSize(badge_width(self._person), _HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letters."""
        draw_badge(QPainter(self), 0, self.height() // 2, self._person)
