"""What stands beside the overview: how far the concept has come, who is late, which dates bind."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import BindingDate, Document
from ikonzept_desktop.model.overview import Line, late, standing
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import LinkButton
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.labels import IconLabel, SectionHeader, StatusLabel
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.timeline import Timeline, marks
from ikonzept_desktop.ui.window.texts import thousands

WIDTH, MARGIN, NAMED = 270, 16, 4
"""px of the pane and inside it; how many late sections are named."""


class Aside(QScrollArea):
    """Counts by status, a card of what is late, and the dates."""

    late_asked = Signal()
    """Only what is late is to be shown."""
    dates_asked = Signal()
    """The dates are to be edited."""

    def __init__(self, *, editable: bool, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._shown: object = None
        self._today = labels.label("", strong=True)
        self._counts = QGridLayout()
        self._late = Card("red")
        self._late_words = QVBoxLayout()
        self.show_late = LinkButton(texts.SHOW_LATE)
        self.edit_dates = LinkButton(texts.EDIT_DATES, parent=self)
        self.edit_dates.setVisible(editable)
        self._no_dates = labels.hint(texts.NO_DATES)
        self.timeline = Timeline(self)
        self._lay_out()
        self.show_late.clicked.connect(lambda _on=False: self.late_asked.emit())
        self.edit_dates.clicked.connect(lambda _on=False: self.dates_asked.emit())

    def take(self, document: Document, lines: Sequence[Line], today: date) -> None:
        """Show how things stand; nothing is done where all stands as it did."""
        counted, overdue = standing(lines, document.template), late(lines, today)
        dates = document.properties.dates
        open_by = {known: sum(not line.done and _due(line, known) for line in lines) for known in dates}
        now = (today, counted, tuple((line.section, texts.late_line(line, today)) for line in overdue), dates, open_by)
        if now == self._shown:
            return
        self._shown = now
        self._today.setText(texts.standing_today(today))
        self._show_counts(counted)
        self._show_late(overdue, today)
        self._no_dates.setVisible(not dates)
        self.timeline.show_marks(marks(dates, today, open_by))

    def _show_counts(self, counted: Sequence[tuple[Status, int]]) -> None:
        _empty(self._counts)
        for row, (status, count) in enumerate(counted):
            shape = StatusLabel()
            shape.show_status(status.shape, status.colour, status.label)
            self._counts.addWidget(shape, row, 0)
            number = labels.label(thousands(count), strong=True)
            self._counts.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)

    def _show_late(self, overdue: Sequence[Line], today: date) -> None:
        self._late.setVisible(bool(overdue))
        _empty(self._late_words)
        words = [texts.late_line(line, today) for line in overdue[:NAMED]]
        if len(overdue) > NAMED:
            words.append(texts.late_more(len(overdue) - NAMED))
        head = labels.label(texts.late_counted(len(overdue)), strong=True)
        head.setWordWrap(True)
        self._late_words.addWidget(head)
        for sentence in words:
            said = labels.label(sentence)
            said.setWordWrap(True)
            self._late_words.addWidget(said)

    def _lay_out(self) -> None:
        self.setAccessibleName(texts.ASIDE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self._today)
        self._counts.setVerticalSpacing(6)
        self._counts.setColumnStretch(0, 1)
        column.addLayout(self._counts)
        column.addSpacing(4)
        column.addWidget(self._late)
        self._fill_card()
        column.addSpacing(8)
        column.addWidget(_line())
        column.addSpacing(4)
        head = SectionHeader(texts.DATES)
        head.add(self.edit_dates)
        column.addWidget(head)
        column.addWidget(self._no_dates)
        column.addWidget(self.timeline)
        column.addStretch(1)
        self.setWidget(inside)

    def _fill_card(self) -> None:
        row = QGridLayout()
        row.setHorizontalSpacing(8)
        row.setColumnStretch(1, 1)
        row.addWidget(IconLabel("circle-alert", "red"), 0, 0, Qt.AlignmentFlag.AlignTop)
        self._late_words.setSpacing(2)
        row.addLayout(self._late_words, 0, 1)
        row.addWidget(self.show_late, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self._late.body.addLayout(row)


def _due(line: Line, known: BindingDate) -> bool:
    return line.deadline is None or line.deadline <= known.day


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        gone = layout.takeAt(0).widget()
        gone.hide()
        gone.deleteLater()


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    return line
