"""A field for a day: typed the German way or chosen from a calendar; what is no day yet stays as it was typed."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget, QWidgetAction

from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.german_day import no_day, read_entry
from ikonzept_desktop.ui.kit.icons import icon, set_icon
from ikonzept_desktop.ui.kit.look import colour


class DayEdit(QWidget):
    """A line for a day with a calendar in it (Alt+↓); under it, a sentence where what was typed is no day."""

    committed = Signal(object, str)
    """A day or None, and the draft that is no day; when the field is left or Return pressed."""

    def __init__(self, name: str, calendar_name: str, parent: QWidget | None = None) -> None:
        """Begin empty, under names that a screen reader speaks."""
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("TT.MM.JJJJ")
        self.line.setProperty("iconRight", True)
        self.open_calendar = QAction(icon("calendar"), calendar_name, self)
        self.open_calendar.setToolTip(f"{calendar_name} (Alt+↓)")
        self.line.addAction(self.open_calendar, QLineEdit.ActionPosition.TrailingPosition)
        self._note = FieldNote(self.line)
        self._shown: tuple[date | None, str] = (None, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self._note)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.commit)
        self.line.installEventFilter(self)
        self.open_calendar.triggered.connect(self._offer_days)

    def show_day(self, day: date | None, draft: str = "") -> None:
        """Show a day, or the draft that is none."""
        self._shown = (day, draft)
        self.line.setText(draft or written(day))
        self._say_what_is_wrong(draft)

    def commit(self) -> None:
        """Take what is in the line."""
        text = self.line.text().strip()
        day = read_entry(text)
        draft = "" if day else text
        self._say_what_is_wrong(draft)
        if day and self.line.text() != written(day):
            self.line.setText(written(day))
        if (day, draft) != self._shown:
            self._shown = (day, draft)
            self.committed.emit(day, draft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar with Alt+↓; while one writes, nothing is said to be wrong."""
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            self._note.say("")
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if down:
                self._offer_days()
            return bool(down)
        return False

    def _offer_days(self) -> None:
        if self.line.isReadOnly():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(self._shown[0])
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
        self.line.setText(written(date(chosen.year(), chosen.month(), chosen.day())))
        self.commit()

    def _say_what_is_wrong(self, draft: str) -> None:
        self._note.say(no_day(draft) if draft else "")


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
