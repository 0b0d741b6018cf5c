"""The tools above the overview: what it shows."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import IconButton, push_button
from ikonzept_desktop.ui.kit.fields import FilterField
from ikonzept_desktop.ui.kit.icons import status_icon
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.arranging import Arrangement

NARROW, SLIM = 860, 700
"""px of width below which the count, and the word on the button, give way."""


class Filters(QWidget):
    """A text, those responsible, a status, and whether only what is late is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show everything."""
        super().__init__(parent)
        self.words = FilterField(texts.FILTER, parent=self)
        self.people = QuietCombo(self)
        self.status = QuietCombo(self)
        self.only_late = QCheckBox(texts.ONLY_LATE, self)
        self._count = labels.label("", "muted", small=True)
        self.print = push_button(texts.PRINT, "printer")
        self.show_aside = IconButton("panel-right", texts.ASIDE, "F9", self)
        self._people: list[str] = []
        self._statuses: tuple[Status, ...] = ()
        self._lay_out()
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.people.activated.connect(lambda _row: self.changed.emit())
        self.status.activated.connect(lambda _row: self.changed.emit())
        self.only_late.toggled.connect(lambda _on: self.changed.emit())

    def asked(self, known: Arrangement) -> Arrangement:
        """Give what is asked for, in the order known."""
        return replace(
            known,
            words=self.words.text().strip(),
            responsible=self.people.currentData(),
            status=str(self.status.currentData() or ""),
            only_late=self.only_late.isChecked(),
        )

    def clear(self) -> None:
        """Show everything again."""
        blocked = self.blockSignals(True)
        self.words.clear()
        self.people.setCurrentIndex(0)
        self.status.setCurrentIndex(0)
        self.only_late.setChecked(False)
        self.blockSignals(blocked)
        self.changed.emit()

    def offer(self, lines: Sequence[Line], statuses: tuple[Status, ...]) -> bool:
        """Offer those responsible and the statuses there are; tell whether a choice was lost by it."""
        people = sorted({line.responsible for line in lines if line.responsible}, key=str.casefold)
        if any(not line.responsible for line in lines) and people:
            people.append("")
        lost = False
        if people != self._people or not self.people.count():
            self._people = people
            entries = [(texts.EVERYONE, None), *((name or texts.NOBODY, name) for name in people)]
            lost |= _refill(self.people, [(words, data, None) for words, data in entries])
        if statuses != self._statuses:
            self._statuses = statuses
            shapes = [(status.label, status.key, status_icon(status.shape, status.colour)) for status in statuses]
            lost |= _refill(self.status, [(texts.ANY_STATUS, "", None), *shapes])
        return lost

    def show_count(self, shown: int, every: int) -> None:
        """Say how many sections are shown."""
        self._count.setText(texts.sections_shown(shown, every))

    def fit(self, width: int) -> None:
        """Give way where it is narrow. px"""
        self._count.setVisible(width >= NARROW)
        slim = width < SLIM
        self.print.setText("" if slim else texts.PRINT)
        self.words.setMinimumWidth(60 if slim else 150)
        for box, least in ((self.people, 144), (self.status, 124)):
            box.setMaximumWidth(least if slim else 170)

    def _lay_out(self) -> None:
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 3)
        row.addWidget(self.people)
        row.addWidget(self.status)
        row.addWidget(self.only_late)
        row.addStretch(2)
        row.addWidget(self._count)
        row.addWidget(self.print)
        row.addWidget(self.show_aside)
        self.words.setMaximumWidth(230)
        self.print.setAccessibleName(texts.PRINT.rstrip(" …"))
        self.print.setToolTip(texts.PRINT_TIP)
        self.show_aside.setCheckable(True)
        self.people.setAccessibleName(texts.COLUMNS[3])
        self.status.setAccessibleName(texts.COLUMNS[2])
        for box in (self.people, self.status):
            box.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _refill(box: QuietCombo, entries: Sequence[tuple[str, str | None, QIcon | None]]) -> bool:
    """Offer other entries, the chosen one again where it is still there; tell whether it has gone."""
    chosen, chose_something = box.currentData(), box.currentIndex() > 0
    blocked = box.blockSignals(True)
    box.clear()
    for words, data, shape in entries:
        box.addItem(words, data)
        if shape is not None:
            box.setItemIcon(box.count() - 1, shape)
    found = next((row for row, (_w, data, _s) in enumerate(entries) if data == chosen), 0) if chose_something else 0
    box.setCurrentIndex(found)
    # Qt would measure each entry by asking the style.
    widest = max((box.fontMetrics().horizontalAdvance(words) for words, _data, _shape in entries), default=0)
    box.view().setMinimumWidth(min(widest + 56, 360))
    box.blockSignals(blocked)
    return chose_something and found == 0
