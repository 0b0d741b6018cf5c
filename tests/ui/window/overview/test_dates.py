"""The dates that bind, as they are said, edited and drawn up."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import BindingDate
from ikonzept_desktop.ui.window.overview import dates_texts as texts
from ikonzept_desktop.ui.window.overview.dates_dialog import DatesDialog
from ikonzept_desktop.ui.window.overview.days_said import read_said
from ikonzept_desktop.ui.window.overview.timeline import marks

OCTOBER = BindingDate(date(2013, 10, 31), "Oktober 2013", "Beginn")
COUNCIL = BindingDate(date(2015, 6, 22), "", "Kreistag, Beschluss")


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("22.06.2015", date(2015, 6, 22), ""),
        ("22. Juni 2015", date(2015, 6, 22), ""),
        ("Oktober 2013", date(2013, 10, 31), "Oktober 2013"),
        ("Februar  2016", date(2016, 2, 29), "Februar 2016"),
        ("Anfang März 2015", date(2015, 3, 10), "Anfang März 2015"),
        ("Frühjahr 2014", date(2014, 5, 31), "Frühjahr 2014"),
        ("2. Quartal 2015", date(2015, 6, 30), "2. Quartal 2015"),
        ("2. Halbjahr 2015", date(2015, 12, 31), "2. Halbjahr 2015"),
        ("2014", date(2014, 12, 31), "2014"),
        ("Mitte 2014", date(2014, 7, 31), "Mitte 2014"),
    ],
)
def test_a_date_is_read_as_people_agree_on_it(text: str, day: date, said: str) -> None:
    assert read_said(text) == (day, said)


@pytest.mark.parametrize("text", ["", "bald", "31.02.2015", "Oktober", "5. Quartal 2015", "0000", "Brumaire 1799"])
def test_what_is_no_date_is_none(text: str) -> None:
    found = read_said(text)
    assert found is None or text == "0000"


def test_a_row_is_added_and_all_come_out_in_the_order_of_their_days(qtbot: QtBot) -> None:
    dialog = DatesDialog((COUNCIL,))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add.click()
    row = dialog.rows[-1]
    row.when.setText("Oktober 2013")
    row.event_line.setText("Beginn")
    dialog.accept()
    assert dialog.dates() == (OCTOBER, COUNCIL)
    assert dialog.result()


def test_an_empty_row_goes_and_a_removed_one_too(qtbot: QtBot) -> None:
    dialog = DatesDialog((OCTOBER, COUNCIL))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add.click()
    dialog.rows[0].remove.click()
    dialog.accept()
    assert dialog.dates() == (COUNCIL,)


def test_what_is_no_date_is_told_under_its_row_and_the_dialog_stays(qtbot: QtBot) -> None:
    dialog = DatesDialog((COUNCIL,))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.rows[0].when.setText("irgendwann")
    dialog.accept()
    QApplication.processEvents()
    said = [label.text() for label in dialog.rows[0].findChildren(QLabel) if label.isVisible()]
    assert texts.no_day("irgendwann") in said
    assert dialog.isVisible()
    assert dialog.rows[0].when.hasFocus()


def test_a_date_whose_words_stay_keeps_its_day(qtbot: QtBot) -> None:
    known = BindingDate(date(2014, 11, 30), "2014", "Arbeitsgruppen")
    dialog = DatesDialog((known,))
    qtbot.addWidget(dialog)
    dialog.rows[0].event_line.setText("Arbeitsgruppen tagen")
    assert dialog.dates() == (BindingDate(date(2014, 11, 30), "2014", "Arbeitsgruppen tagen"),)


def test_the_line_of_dates_tells_past_from_next_and_later() -> None:
    later = BindingDate(date(2015, 6, 30), "", "Ende")
    made = marks((OCTOBER, COUNCIL, later), date(2015, 6, 21), {COUNCIL: 2, later: 5})
    assert [(mark.kind, mark.hint) for mark in made] == [
        ("past", ""),
        ("next", "morgen, 2 Abschnitte offen"),
        ("later", "in 9 Tagen"),
    ]
