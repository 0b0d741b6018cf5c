"""A field for a day: typed the German way or chosen from a calendar; what is no day yet stays as it was typed."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.ui.kit.draft_line import DraftLine, Reading
from ikonzept_desktop.ui.kit.german_day import no_day, read_entry
from ikonzept_desktop.ui.kit.icons import icon, set_icon
from ikonzept_desktop.ui.kit.look import colour


def _read(text: str) -> tuple[date | None, str]:
    day = read_entry(text)
    return day, "" if day else text


class DayEdit(DraftLine[date]):
    """A line for a day with a calendar in it (Alt+↓); under it, a sentence where what was typed is no day."""

    def __init__(self, name: str, calendar_name: str, parent: QWidget | None = None) -> None:
        """Begin empty, under names that a screen reader speaks."""
        super().__init__(name, Reading(_read, written, no_day), parent)
        self.line.setPlaceholderText("TT.MM.JJJJ")
        self.line.setProperty("iconRight", True)
        self.open_calendar = QAction(icon("calendar"), calendar_name, self)
        self.open_calendar.setToolTip(f"{calendar_name} (Alt+↓)")
        self.line.addAction(self.open_calendar, QLineEdit.ActionPosition.TrailingPosition)
        self.open_calendar.triggered.connect(self._offer_days)

    def pressed(self, event: QKeyEvent) -> bool:
        """Open the calendar with Alt+↓."""
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if down:
            self._offer_days()
        return bool(down)

    def _offer_days(self) -> None:
        if self.line.isReadOnly():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(self.shown[0])
        calendar.activated.connect(self._take_from_calendar)
        calendar.clicked.connect(self._take_from_calendar)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()

    def _take_from_calendar(self, chosen: QDate) -> None:
        self.take(date(chosen.year(), chosen.month(), chosen.day()))


def _calendar(day: date | None) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    for name, shape in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            set_icon(button, shape)
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Saturday)
    weekend.setForeground(colour("muted"))
    for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day_of_week, weekend)
    calendar.setSelectedDate(QDate.currentDate() if day is None else QDate(day.year, day.month, day.day))
    return calendar
