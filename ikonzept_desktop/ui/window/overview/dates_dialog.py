"""The dates that bind, to be edited: a row for each, of when and what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.document import BindingDate
from ikonzept_desktop.model.overview import in_order
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import IconButton, push_button
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.window.overview import dates_texts as texts
from ikonzept_desktop.ui.window.overview.days_said import read_said
from ikonzept_desktop.ui.window.overview.texts import said

_WHEN = 150
"""px"""


class DatesDialog(QDialog):
    """Rows that are sorted by their days when they are taken over; empty ones go."""

    def __init__(self, dates: tuple[BindingDate, ...], parent: QWidget | None = None) -> None:
        """Begin with the dates as they are."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.resize(580, 460)
        self.rows: list[DateRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add = push_button(texts.ADD, "plus")
        self._lay_out()
        for known in dates or (None,):
            self._add(known)
        self.rows[0].when.setFocus()
        self.add.clicked.connect(lambda _on=False: self._add(None).when.setFocus())

    def dates(self) -> tuple[BindingDate, ...]:
        """Give the dates as written, in the order of their days."""
        return in_order(made for row in self.rows if (made := row.date()) is not None)

    def accept(self) -> None:
        """Take over only what is right; the first wrong row gets the keyboard."""
        wrong = [row for row in self.rows if not row.check()]
        if wrong:
            wrong[0].focus_wrong()
        else:
            super().accept()

    def _add(self, known: BindingDate | None) -> "DateRow":
        row = DateRow(known, self)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.remove.clicked.connect(lambda _on=False: self._remove(row))
        return row

    def _remove(self, row: "DateRow") -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        left = self.rows[min(at, len(self.rows) - 1)] if self.rows else None
        (left.when if left else self.add).setFocus()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(self)
        take = buttons.addButton(texts.TAKE_OVER, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("primary", True)
        buttons.addButton(texts.CANCEL, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(buttons, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.HINT))
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)


class DateRow(QWidget):
    """When, what, and a button that takes the row away."""

    def __init__(self, known: BindingDate | None, parent: QWidget) -> None:
        """Begin with a date, or empty."""
        super().__init__(parent)
        self._known = known
        self.when = _line(texts.WHEN, texts.WHEN_EXAMPLE, said(known) if known else "")
        self.when.setFixedWidth(_WHEN)
        self.event_line = _line(texts.EVENT, texts.EVENT_EXAMPLE, known.event if known else "")
        self.remove = IconButton("trash-2", texts.REMOVE)  # taken in after the lines: so goes the Tab key
        self._note = FieldNote(self.when)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.when)
        row.addWidget(self.event_line, 1)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.when.editingFinished.connect(self.check)
        self.when.textEdited.connect(lambda _text: self._note.say(""))

    def date(self) -> BindingDate | None:
        """Give the date; None where the row is empty or says no day."""
        when, event = self._written()
        if self._known is not None and when == said(self._known):
            return BindingDate(self._known.day, self._known.said, event)
        found = read_said(when)
        return BindingDate(*found, event) if found else None

    def check(self) -> bool:
        """Tell whether the row is right, and say what is wrong under it."""
        when, event = self._written()
        sentence = ""
        if when and self.date() is None:
            sentence = texts.no_day(when)
        elif event and not when:
            sentence = texts.NO_DAY_YET
        self._note.say(sentence)
        return not sentence

    def focus_wrong(self) -> None:
        """Bring the keyboard to what is to be mended."""
        self.when.setFocus()
        self.when.selectAll()

    def _written(self) -> tuple[str, str]:
        return clean(self.when.text()).strip(), clean(self.event_line.text()).strip()


def _line(name: str, example: str, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    return line
