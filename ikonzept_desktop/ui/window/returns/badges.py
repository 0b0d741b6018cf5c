"""The two letters of a person on the person's colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.ui.window.returns.shown_marks import colour_of

_HEIGHT, _PAD, _GAP = 17, 4, 3
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


class Badges(QWidget):
    """The letters of people side by side; their names stand in the tool tip and are read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._persons: tuple[Person, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_persons(self, persons: Sequence[Person]) -> None:
        """Show others."""
        if tuple(persons) != self._persons:
            self._persons = tuple(persons)
            names = ", ".join(person.name for person in persons)
            self.setAccessibleName(names)
            self.setToolTip(tip(names))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for two letters each."""
        widths = [badge_width(person) for person in self._persons]
        return QSize(max(sum(widths) + _GAP * (len(widths) - 1), 0), _HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letters."""
        painter, left = QPainter(self), 0
        for person in self._persons:
            left = draw_badge(painter, left, self.height() // 2, person) + _GAP
