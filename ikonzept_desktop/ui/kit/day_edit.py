"""A field for a day: typed the German way or chosen from a calendar; what is no day yet stays as it was typed."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from ikonzept_desktop.ui.kit.german_day import no_day, read_day, written
from ikonzept_desktop.ui.kit.icons import set_icon


class DayEdit(QWidget):
    """A line for a day with a calendar beside it; under it, a sentence where what was typed is no day."""

    committed = Signal(object, str)
    """A day or None, and the draft that is no day; when the field is left or Return pressed."""

    def __init__(self, name: str, calendar_name: str, parent: QWidget | None = None) -> None:
        """Begin empty, under names that a screen reader speaks."""
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("TT.MM.JJJJ")
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self._error.setProperty("role", "red")
        self._error.hide()
        self._button = QToolButton(self)
        set_icon(self._button, "calendar")
        self._button.setAccessibleName(calendar_name)
        self._button.setToolTip(calendar_name)
        self._calendar = QCalendarWidget(self)
        self._shown: tuple[date | None, str] = (None, "")
        self._lay_out()
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._commit)
        self.line.installEventFilter(self)
        self._calendar.clicked.connect(self._take_from_calendar)

    def show_day(self, day: date | None, draft: str = "") -> None:
        """Show a day, or the draft that is none."""
        self._shown = (day, draft)
        self.line.setText(draft or written(day))
        self._say_what_is_wrong(draft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the words back while they are written: an error is told when the field is left, not before."""
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            self._error.hide()
        return False

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(4)
        top.addWidget(self.line, 1)
        top.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._error)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._calendar)
        menu.addAction(action)
        menu.aboutToShow.connect(self._aim_calendar)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._button.setMenu(menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _aim_calendar(self) -> None:
        day = self._shown[0]
        self._calendar.setSelectedDate(QDate.currentDate() if day is None else QDate(day.year, day.month, day.day))

    def _take_from_calendar(self, chosen: QDate) -> None:
        self._button.menu().close()
        self.line.setText(written(date(chosen.year(), chosen.month(), chosen.day())))
        self._commit()

    def _commit(self) -> None:
        text = self.line.text().strip()
        day = read_day(text)
        draft = "" if day else text
        self._say_what_is_wrong(draft)
        if (day, draft) != self._shown:
            self._shown = (day, draft)
            if day:
                self.line.setText(written(day))
            self.committed.emit(day, draft)

    def _say_what_is_wrong(self, draft: str) -> None:
        self._error.setText(no_day(draft) if draft else "")
        self._error.setVisible(bool(draft))
        self.line.setProperty("wrong", bool(draft))
        self.line.style().polish(self.line)
