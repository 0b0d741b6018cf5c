"""Making a table: of a size, of copied cells, out of a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.tables import make_texts as texts
from ikonzept_desktop.ui.tables.make_dialog import MakeDialog
from tests.model.grids import is_whole, written


@pytest.fixture
def dialog(qtbot: QtBot, qapp: object) -> MakeDialog:
    return begun(qtbot)


def begun(qtbot: QtBot) -> MakeDialog:
    fonts.load(QGuiApplication.instance())  # type: ignore[arg-type]  # it is one
    dialog = MakeDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_size_by_number_makes_an_empty_table_with_its_caption(dialog: MakeDialog) -> None:
    dialog.empty.rows.setValue(2)
    dialog.empty.columns.setValue(5)
    dialog.caption.setText(" Orte im Kreis ")
    made = dialog.table()
    assert made is not None
    assert (written(made), plain(made.caption), made.header_rows) == (["_ _ _ _ _"] * 2, "Orte im Kreis", 1)


def test_a_size_is_drawn_with_the_mouse_or_the_arrow_keys(dialog: MakeDialog) -> None:
    picker = dialog.empty.picker
    QTest.mouseMove(picker, picker.rect().center())
    assert (dialog.empty.rows.value(), dialog.empty.columns.value()) == (4, 5)
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Left)
    assert (dialog.empty.rows.value(), dialog.empty.columns.value()) == (5, 4)
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton)
    assert dialog.result() == MakeDialog.DialogCode.Accepted


def test_copied_cells_are_offered_first(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Ort\tAnteil\nHaan\t12 %\n")
    dialog = begun(qtbot)
    assert (dialog.ways.key, dialog.clipboard.header.isChecked()) == ("clipboard", True)
    assert dialog.clipboard.counted.text() == texts.counted(2, 2, 0)
    made = dialog.table()
    assert made is not None
    assert (written(made), made.header_rows, made.columns[1].number is not None) == (
        ["Ort Anteil", "Haan 12·%"],
        1,
        True,
    )


def test_without_cells_the_clipboard_says_what_to_do_and_gives_nothing(dialog: MakeDialog) -> None:
    dialog.ways.choose("clipboard")
    dialog._show_page("clipboard")
    assert (dialog.table(), dialog._insert.isEnabled()) == (None, False)
    assert dialog.clipboard.hint.isVisible()


def test_a_file_is_read_by_a_child_and_its_sheet_chosen(dialog: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first["A1"] = "eins"
    second = book.create_sheet("Zweites")
    second.append(["Ort", "Zahl"])
    second.append(["Haan", 7])
    book.save(tmp_path / "orte.xlsx")
    dialog.ways.choose("file")
    dialog._show_page("file")
    with qtbot.waitSignal(dialog.file.changed, check_params_cb=dialog.file.ready, timeout=20_000):
        dialog.file.read(tmp_path / "orte.xlsx")
    assert [dialog.file.sheets.itemText(at) for at in range(dialog.file.sheets.count())] == ["Sheet", "Zweites"]
    dialog.file.sheets.setCurrentIndex(1)
    dialog.file.sheets.activated.emit(1)
    made = dialog.table()
    assert made is not None
    assert (written(made), is_whole(made)) == (["Ort Zahl", "Haan 7"], True)


def test_a_file_that_is_none_is_told_and_nothing_is_made(dialog: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "alt.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    dialog.ways.choose("file")
    dialog.file.read(tmp_path / "alt.xls")
    qtbot.waitUntil(lambda: dialog.file.hint.text() != texts.READING, timeout=20_000)
    assert "(.xls)" in dialog.file.hint.text()
    assert dialog.table() is None
