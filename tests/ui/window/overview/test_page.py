"""The overview as it is used: read, sorted, filtered, edited, several sections at once."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.edits import SetAttribute
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.columns import DRAFT_ROLE, Column
from ikonzept_desktop.ui.window.overview.menu import build_menu
from tests.ui.window.overview.desk import STATUSES, TODAY, Desk, Findings

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def shown_words(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.page.findChildren(QLabel) if label.isVisible())


def test_every_section_stands_in_a_row_with_its_figures(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    row = [desk.cell("first", column) for column in Column]
    assert row == ["1", "Einleitung", "Entwurf", "Sozialamt", "06.03.2015", "3", "6", "50 %", "1", ""]
    assert (desk.cell("below", Column.DEADLINE), desk.cell("last", Column.SHARE)) == ("erledigt", "")
    assert desk.cell("first", Column.DEADLINE, SPOKEN) == "06.03.2015, seit 6 Tagen überfällig"
    assert "8 von 6 Wörtern" in shown_words(desk)


def test_beside_it_stands_how_far_all_has_come_and_which_dates_bind(qtbot: QtBot) -> None:
    said = shown_words(Desk(qtbot))
    for words in (
        "Stand heute, 12.03.2015",
        "1 Abschnitt ist überfällig.",
        "1 Einleitung, seit 6 Tagen",
        "Oktober 2013",
        "in 8 Tagen, 2 Abschnitte offen",
    ):
        assert words in said


def test_findings_have_a_column_only_where_something_looks_for_them(qtbot: QtBot) -> None:
    assert Desk(qtbot).page.table.isColumnHidden(Column.FINDINGS)
    findings = Findings({"first": 2})
    desk = Desk(qtbot, findings=findings)
    assert not desk.page.table.isColumnHidden(Column.FINDINGS)
    assert desk.cell("first", Column.FINDINGS) == "2"
    findings.found["last"] = 1
    findings.changed.emit()
    assert "3 Befunde" in shown_words(desk)


def test_a_column_sorts_up_then_down_then_as_the_outline(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    header = desk.page.table.horizontalHeader()
    orders = []
    for _ in range(3):
        header.sectionClicked.emit(Column.TITLE)
        orders.append(desk.titles)
    assert orders == [
        ["Ausblick", "Bilanz", "Einleitung"],
        ["Einleitung", "Bilanz", "Ausblick"],
        ["Einleitung", "Bilanz", "Ausblick"],
    ]
    assert not header.isSortIndicatorShown()


def test_f4_sorts_by_the_column_one_is_in_and_the_row_stays_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("first", Column.STATUS)
    desk.press(Qt.Key.Key_F4)
    assert desk.titles == ["Ausblick", "Einleitung", "Bilanz"]
    assert desk.page.table.chosen() == ["first"]
    assert texts.sorted_by("Status", descending=False) in shown_words(desk)


def test_filters_leave_what_was_asked_for_and_can_be_put_aside(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    filters = desk.page.filters
    filters.words.setText("amt einl")
    assert desk.titles == ["Einleitung"]
    filters.words.setText("nirgends")
    assert desk.titles == []
    assert texts.NONE_FITS in shown_words(desk)
    filters.clear()
    filters.only_late.setChecked(True)
    assert desk.titles == ["Einleitung"]
    filters.clear()
    filters.people.setCurrentIndex(filters.people.findData("Amt 50"))
    filters.people.activated.emit(0)
    assert (desk.titles, "1 von 3 Abschnitten" in shown_words(desk)) == (["Bilanz"], True)
    filters.clear()
    filters.status.setCurrentIndex(filters.status.findData("open"))
    filters.status.activated.emit(0)
    assert desk.titles == ["Ausblick"]


def test_return_opens_a_section_on_its_title_and_edits_a_cell_elsewhere(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("below", Column.TITLE)
    desk.press(Qt.Key.Key_Return)
    assert (desk.opened, desk.is_editing()) == (["below"], False)
    desk.go("below", Column.RESPONSIBLE)
    desk.press(Qt.Key.Key_Return)
    assert (desk.opened, desk.is_editing()) == (["below"], True)


def test_f2_edits_and_typing_replaces_in_one_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("last", Column.RESPONSIBLE)
    desk.press(Qt.Key.Key_F2)
    desk.write("Jugend")
    desk.press(Qt.Key.Key_Return)
    assert desk.section("last").responsible == "Jugend"
    desk.go("last", Column.TARGET)
    desk.write("250")
    desk.press(Qt.Key.Key_Return)
    assert (desk.section("last").target_words, desk.cell("last", Column.TARGET)) == (250, "250")
    desk.session.project.undo()
    desk.session.project.undo()
    assert (desk.section("last").target_words, desk.section("last").responsible) == (None, "")
    assert desk.cell("last", Column.RESPONSIBLE) == ""


def test_escape_leaves_a_cell_as_it_was(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("first", Column.RESPONSIBLE)
    desk.press(Qt.Key.Key_F2)
    desk.write("x")
    desk.press(Qt.Key.Key_Escape)
    assert (desk.section("first").responsible, desk.session.project.undo_label()) == ("Sozialamt", "")


def test_a_deadline_is_typed_the_german_way_and_what_is_none_stays_to_be_mended(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("first", Column.DEADLINE)
    desk.write("31.2.2015")
    desk.press(Qt.Key.Key_Return)
    assert desk.said == ["„31.2.2015“ ist kein Datum. Bitte so: 28.02.2015"]
    assert desk.section("first").deadline == date(2015, 3, 6)
    assert desk.cell("first", Column.DEADLINE, DRAFT_ROLE) == "31.2.2015"
    desk.press(Qt.Key.Key_F2)
    editor = desk.editor()
    assert not isinstance(editor, QComboBox)
    assert editor.text() == "31.2.2015"
    desk.write("20. Mai 2015")
    desk.press(Qt.Key.Key_Return)
    assert desk.section("first").deadline == date(2015, 5, 20)
    assert desk.cell("first", Column.DEADLINE) == "20.05.2015"


def test_a_status_is_chosen_by_its_first_letter(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("last", Column.STATUS)
    desk.write("e")
    assert (desk.section("last").status, desk.is_editing()) == ("draft", False)


def choose_all(desk: Desk) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(len(desk.page.model.shown)):
        desk.page.table.selectionModel().select(desk.page.model.index(row, 0), flags)


def test_what_is_typed_into_one_of_several_chosen_sections_counts_for_all_in_one_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.go("last", Column.RESPONSIBLE)
    choose_all(desk)
    desk.press(Qt.Key.Key_F2)
    desk.write("Kreis")
    desk.press(Qt.Key.Key_Return)
    assert {desk.section(id).responsible for id in ("first", "below", "last")} == {"Kreis"}
    assert desk.session.project.undo_label() == "Verantwortlich von 3 Abschnitten ändern"
    desk.session.project.undo()
    assert [desk.section(id).responsible for id in ("first", "below", "last")] == ["Sozialamt", "Amt 50", ""]


def test_the_menu_sets_a_status_for_all_that_are_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    choose_all(desk)
    menu = build_menu(desk.page, desk.page.table, STATUSES, editable=True)
    menu.status_chosen.connect(lambda key: desk.page.change("status", key, desk.page.table.chosen()))
    choice = next(inner for inner in menu.findChildren(QMenu))
    next(action for action in choice.actions() if action.text() == "Abgestimmt").trigger()
    assert {desk.section(id).status for id in ("first", "below", "last")} == {"agreed"}


def test_a_concept_that_is_only_read_is_not_edited(qtbot: QtBot) -> None:
    desk = Desk(qtbot, read_only=True)
    desk.go("first", Column.RESPONSIBLE)
    desk.press(Qt.Key.Key_F2)
    assert not desk.is_editing()
    desk.press(Qt.Key.Key_Return)
    assert (desk.opened, desk.page.aside.edit_dates.isVisible()) == (["first"], False)
    menu = build_menu(desk.page, desk.page.table, STATUSES, editable=False)
    assert texts.STATUS_MENU not in [action.text() for action in menu.actions()]


def test_an_edit_touches_the_rows_that_have_changed_and_no_other(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    touched: list[int] = []
    desk.page.model.dataChanged.connect(lambda first, last: touched.extend(range(first.row(), last.row() + 1)))
    desk.session.apply(SetAttribute("below", "responsible", "Amt 50", "Amt 51"), "Verantwortlich ändern")
    assert touched == [1]


def test_what_was_written_while_it_was_out_of_sight_is_there_when_it_comes_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.page.hide()
    desk.session.apply(SetAttribute("last", "title", "Ausblick", "Schluss"), "Umbenennen")
    assert desk.titles[-1] == "Ausblick"
    desk.page.show()
    assert desk.titles[-1] == "Schluss"


def test_where_it_is_narrow_figures_fold_and_the_pane_beside_it_waits_for_f9(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.page.aside.isVisible()
    desk.page.resize(640, 300)
    QApplication.processEvents()
    assert not desk.page.aside.isVisible()
    assert desk.page.table.isColumnHidden(Column.SHARE)
    assert not desk.page.table.isColumnHidden(Column.DEADLINE)
    desk.page.table.setFocus()
    desk.press(Qt.Key.Key_F9)
    assert desk.page.aside.isVisible()


def test_at_1440_pixels_nothing_folds_though_findings_are_counted(qtbot: QtBot) -> None:
    desk = Desk(qtbot, findings=Findings({"first": 2}))
    desk.page.resize(1440, 800)
    QApplication.processEvents()
    assert not any(desk.page.table.isColumnHidden(column) for column in Column)


def test_all_there_is_stays_within_the_width(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    for width in (640, 900, 1366, 2560):
        desk.page.resize(width, 600)
        QApplication.processEvents()
        used = sum(desk.page.table.columnWidth(column) for column in Column)
        assert used <= desk.page.table.viewport().width(), width
        assert desk.page.table.columnWidth(Column.TITLE) >= 150, width
    assert desk.page.model.today() == TODAY
