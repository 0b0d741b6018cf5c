"""The dialog that takes a table over: what it proposes, what can be chosen, what it says."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.fields import Line, value_of
from ikonzept_desktop.model.sheet_mapping import Way
from ikonzept_desktop.publication.cell_texts import words_for
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.reading.cells import Marks, Merged, Sheet
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.record_tables import texts
from ikonzept_desktop.ui.record_tables.dialog import TakeDialog
from ikonzept_desktop.ui.tables import make_texts
from tests.builders import GOALS, INDICATORS, MEASURES, doc, field, field_of_action, record, records

HELD = field_of_action(
    "Sprache",
    field("abbreviation", "S"),
    records("measures", record("m1", title="Pool", lead="Amt 50"), record("m2", title="Haus")),
)
LIST = "Maßnahme\tzuständig\tPrio\tFrist\tKosten\nPool\tAmt 51\thoch\tbald\t12\nMesse\tVHS\tsofort\t1.3.2016\t\n"


@pytest.fixture
def dialog(qtbot: QtBot, qapp: object) -> TakeDialog:
    QGuiApplication.clipboard().setText(LIST)
    return begun(qtbot)


def begun(qtbot: QtBot, meant: str = "") -> TakeDialog:
    fonts.load(QGuiApplication.instance())  # type: ignore[arg-type]  # it is one
    document = doc(HELD)
    dialog = TakeDialog(
        HELD, (GOALS, MEASURES, INDICATORS), meant, lambda type: words_for(type, HELD, document, labels(document))
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def told(dialog: TakeDialog) -> list[str]:
    return [dialog.told.item(row).text() for row in range(dialog.told.count())]


def taken_lines(dialog: TakeDialog, key: str) -> list[str]:
    found = dialog.taken()
    assert found is not None
    assert found.edit is not None
    values = (value_of(each.fields, key) for each in found.edit.after)
    return [value.text if isinstance(value, Line) else "" for value in values]


def test_copied_cells_go_to_the_field_their_heads_fit(dialog: TakeDialog) -> None:
    assert (dialog.type().key, dialog.source.ways.key) == ("measures", "clipboard")
    assert dialog.view.columns() == ("title", "lead", "priority", "due", "")
    assert (taken_lines(dialog, "title"), dialog.counted.text()) == (["Pool", "Messe"], "2 neue Einträge.")


def test_it_is_said_what_does_not_fit_and_the_cells_are_marked(dialog: TakeDialog) -> None:
    assert told(dialog) == [
        "„Frist“: 1 Angabe ist kein Datum und bleibt als Entwurf (Zeile 2: „bald“).",
        "„Prio“: 1 Angabe ist keine der Antworten und steht nun in „Beschreibung“ (Zeile 3: „sofort“).",
        "„Kosten“: nicht zugeordnet; 1 Angabe steht nun in „Beschreibung“ (Zeile 2: „12“).",
    ]
    model = dialog.view.table.model()
    marked = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data(Qt.ItemDataRole.DecorationRole) is not None
    ]
    assert marked == [(0, 3), (1, 2)]


def test_another_choice_over_a_column_counts_at_once(dialog: TakeDialog) -> None:
    box = dialog.view.boxes[4]
    assert box.accessibleName() == "Spalte „Kosten“ gehört zu"
    box.setCurrentIndex(box.findData("lead"))
    assert taken_lines(dialog, "lead") == ["Amt 51, 12", "VHS"]
    dialog.options.rest.setChecked(False)
    box.setCurrentIndex(0)
    assert told(dialog)[-1] == "„Kosten“: nicht zugeordnet; 1 Angabe bleibt weg (Zeile 2: „12“)."


def test_known_rows_complete_or_replace_their_records(dialog: TakeDialog) -> None:
    assert not dialog.options.keys.isVisible()
    QTest.keyClick(dialog.options.ways, Qt.Key.Key_Right)
    assert (dialog.mapping().way, dialog.mapping().key) == (Way.COMPLETE, "title")
    assert dialog.options.keys.isVisible()
    assert dialog.counted.text() == "1 neuer Eintrag, 1 Eintrag geändert."
    assert "„zuständig“: im Eintrag steht anderes; 1 Angabe der Tabelle bleibt weg (Zeile 2: „Amt 51“)." in told(dialog)
    QTest.keyClick(dialog.options.ways, Qt.Key.Key_Right)
    assert taken_lines(dialog, "lead") == ["Amt 51", "", "VHS"]


def test_without_a_column_nothing_can_be_taken_over(dialog: TakeDialog) -> None:
    for box in dialog.view.boxes:
        box.setCurrentIndex(0)
    assert (dialog.taken(), dialog._take.isEnabled(), dialog.counted.text()) == (None, False, texts.NO_COLUMN)


def test_the_row_of_the_heads_can_be_another_or_none(dialog: TakeDialog) -> None:
    assert (dialog.header.isChecked(), dialog.header_row.value()) == (True, 1)
    dialog.header.setChecked(False)
    assert (taken_lines(dialog, "title")[0], dialog.header_row.isEnabled()) == ("Maßnahme", False)
    dialog.header.setChecked(True)
    assert taken_lines(dialog, "title") == ["Pool", "Messe"]


def test_tab_goes_through_the_choices_over_the_columns_and_brings_them_into_sight(dialog: TakeDialog) -> None:
    dialog.resize(500, 600)
    dialog.header_row.setFocus()
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    last = dialog.view.boxes[4]
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().width() == last.width()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert dialog.view.table.hasFocus()


def test_what_is_hidden_or_special_in_a_sheet_is_said(dialog: TakeDialog) -> None:
    rows = (("Titel", "Federführung", "Vermerk"), ("Pool", "Amt", "x"), ("Haus", "", "y"), ("Zu", "VHS", ""))
    marks = Marks(frozenset({3}), frozenset({2}), (Merged(1, 1, 2, 1),), 2)
    dialog.source.found.emit(Sheet("a", rows, 3, marks, is_cut=True, hidden_sheets=1))
    assert told(dialog) == [
        "1 Zeile und 1 Spalte sind ausgeblendet und nicht dabei.",
        "Der Inhalt einer verbundenen Zelle steht in jeder ihrer Zeilen.",
        "2 Formeln haben kein Ergebnis; die Zellen bleiben leer. Öffnen und speichern Sie die Datei in Excel.",
        "3 weitere Zeilen werden nicht gelesen, weil die Tabelle zu lang ist.",
        "Die Tabelle ist breiter, oder Zellen sind länger, als gelesen wird; das Ende fehlt.",
        "1 ausgeblendetes Blatt der Datei wird nicht angeboten.",
    ]
    assert taken_lines(dialog, "lead") == ["Amt", "Amt"]
    dialog.hidden.setChecked(True)
    assert (dialog.view.columns(), taken_lines(dialog, "title")) == (("title", "lead", "memo"), ["Pool", "Haus", "Zu"])


def test_a_workbook_is_read_by_a_child_and_its_sheet_chosen(qtbot: QtBot, qapp: object, tmp_path: Path) -> None:
    QGuiApplication.clipboard().clear()
    dialog = begun(qtbot, "goals")
    assert (dialog.nothing.text(), dialog.source.choose.hasFocus()) == (make_texts.NO_FILE, True)
    book = Workbook()
    for name, title in (("A", "Teilziel"), ("B", "Ziel")):
        page = book.create_sheet(name)
        page.append([title])
        page.append([f"{name} 1"])
    del book["Sheet"]
    book.save(tmp_path / "ziele.xlsx")
    with qtbot.waitSignal(dialog.source.found, timeout=20_000):
        dialog.source.read(tmp_path / "ziele.xlsx")
    assert (taken_lines(dialog, "title"), dialog.view.boxes[0].hasFocus()) == (["A 1"], True)
    dialog.source.sheets.setCurrentIndex(1)
    dialog.source.sheets.activated.emit(1)
    assert (dialog.type().key, taken_lines(dialog, "title")) == ("goals", ["B 1"])


def test_a_file_that_is_none_is_told(qtbot: QtBot, qapp: object, tmp_path: Path) -> None:
    dialog = begun(qtbot)
    (tmp_path / "alt.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    with qtbot.waitSignal(dialog.source.nothing, check_params_cb=lambda _, role: role == "red", timeout=20_000):
        dialog.source.read(tmp_path / "alt.xls")
    assert "(.xls)" in dialog.nothing.text()
    assert (dialog.taken(), dialog.view.isVisible()) == (None, False)


def test_a_large_table_is_counted_after_a_pause_and_in_time_for_who_is_faster(dialog: TakeDialog) -> None:
    rows = (("Titel", "Federführung"), *((f"Kurs {at}", "VHS") for at in range(10_001)))
    dialog.source.found.emit(Sheet("a", rows))
    assert dialog._waiting.isActive()
    found = dialog.taken()
    assert (found.new if found else 0, dialog._waiting.isActive()) == (10_001, False)


def test_without_records_there_is_nothing_to_complete(qtbot: QtBot, qapp: object) -> None:
    QGuiApplication.clipboard().setText("Indikator\tSoll\nKurse\t12\n")
    dialog = begun(qtbot, "indicators")
    assert not dialog.options.ways.isVisible()
    assert replace(dialog.mapping(), key="").way is Way.NEW
