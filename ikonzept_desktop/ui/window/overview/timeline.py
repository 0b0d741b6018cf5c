"""The dates that bind, one below the other on a line: past ones filled, the next one a diamond."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import BindingDate
from ikonzept_desktop.ui.kit import labels, theme
from ikonzept_desktop.ui.kit.painting import smooth
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.values import dataclass

_WIDTH, _MIDDLE, _TOP, _RADIUS = 22, 6, 9, 4.5
"""px of the marks' column, of the line in it, of a mark from the top of its row, of a mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A date as the timeline shows it."""

    date: BindingDate
    kind: str
    """past, next or later."""
    hint: str = ""


def marks(dates: tuple[BindingDate, ...], today: date, open_by: dict[BindingDate, int]) -> list[Mark]:
    """Tell past dates from the next one and the later ones; `open_by` counts what is still open by each."""
    coming = [known for known in dates if known.day >= today]
    made = []
    for known in dates:
        if known.day < today:
            made.append(Mark(known, "past"))
            continue
        at = coming.index(known)
        parts = [texts.days_until(known.day, today)] if at < 2 else []
        if at == 0 and open_by.get(known):
            parts.append(texts.still_open(open_by[known]))
        made.append(Mark(known, "later" if at else "next", ", ".join(parts)))
    return made


class Timeline(QWidget):
    """Rows of day and event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._marks: list[Mark] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_marks(self, marks: list[Mark]) -> None:
        """Show other dates."""
        if marks == self._marks:
            return
        self._marks = marks
        while self._layout.count():
            gone = self._layout.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for place, mark in enumerate(marks):
            self._layout.addWidget(_Row(mark, first=place == 0, last=place == len(marks) - 1))


class _Row(QWidget):
    """A mark on the line, and what it stands for."""

    def __init__(self, mark: Mark, *, first: bool, last: bool) -> None:
        super().__init__()
        self._mark, self._first, self._last = mark, first, last
        row = QHBoxLayout(self)
        row.setContentsMargins(_WIDTH, 0, 0, 10)
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words)
        words.addWidget(labels.label(texts.said(mark.date), strong=True))
        event = labels.label(mark.date.event)
        event.setWordWrap(True)
        words.addWidget(event)
        if mark.hint:
            words.addWidget(labels.hint(mark.hint))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the mark on it."""
        painter = QPainter(self)
        top, bottom = _TOP if self._first else 0, _TOP if self._last else self.height()
        painter.fillRect(QRectF(_MIDDLE - 0.5, top, 1, bottom - top), theme.colour("border"))
        centre = QPointF(_MIDDLE, _TOP)
        accent, ground = theme.colour("accent"), theme.colour("panel")
        if self._mark.kind == "next":
            reach = _RADIUS + 1.5
            corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
            with smooth(painter, fill=theme.colour("amber")):
                painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
            return
        with smooth(painter, accent, accent if self._mark.kind == "past" else ground, 1.2):
            painter.drawEllipse(centre, _RADIUS, _RADIUS)
