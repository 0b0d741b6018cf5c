"""From a table into the records of a section in one step, and out again as a table."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QToolButton

from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.publication.order import record_title
from ikonzept_desktop.reading.cells import separated
from ikonzept_desktop.ui.editor.records import RecordsField
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.record_tables import texts
from ikonzept_desktop.ui.record_tables.dialog import TakeDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.saving_tables import with_ending
from tests.builders import GOALS, MEASURES, chapter, doc, field, field_of_action, record, records
from tests.ui.desk import made, settle, shown

LIST = "Titel\tFederführung\nKurse\tVHS\n=Messe\tAmt 50\n"


@pytest.fixture
def window(program: Program, tmp_path: Path) -> Iterator[ConceptWindow]:
    held = field_of_action("Sprache", field("abbreviation", "S"), records("measures", record(title="Pool")), id="held")
    window = shown(program, made(tmp_path / "a.ikonzept", doc(held, chapter("Ausblick", id="bare"))))
    window.activateWindow()
    window.show_section("held")
    settle()
    yield window
    QGuiApplication.clipboard().clear()


def titles(window: ConceptWindow, key: str = "measures") -> list[str]:
    section = find_section(window.session.document, "held")
    assert section is not None
    return [record_title(MEASURES if key == "measures" else GOALS, each) for each in section.records(key)]


def records_of(window: ConceptWindow, key: str) -> RecordsField:
    page = window.text.pages.shown()
    assert page is not None
    page.form.finish()
    return next(each for each in page.form.findChildren(RecordsField) if each._address.field == key)


def said(window: ConceptWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []

    def hear(message: str) -> None:
        heard.append(message)

    monkeypatch.setattr(window.status, "say", hear)
    return heard


def accept(window: ConceptWindow) -> Callable[[], None]:
    def do() -> None:
        next(iter(window.findChildren(TakeDialog))).accept()

    return do


def files(monkeypatch: pytest.MonkeyPatch, path: Path, ending: str = "") -> list[str]:
    proposed: list[str] = []

    def ask(_parent: object, title: str, name: str, _ending: str) -> tuple[str, str]:
        proposed.extend((title, Path(name).name))
        return str(path), ending

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


def test_copied_rows_become_records_in_one_step_and_the_first_is_chosen(
    window: ConceptWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText(LIST)
    heard = said(window, monkeypatch)
    QTimer.singleShot(0, accept(window))
    window.actions_by_key["records_from_table"].trigger()
    settle()
    assert titles(window) == ["Pool", "Kurse", "=Messe"]
    assert heard[-1] == "2 neue Einträge. Rückgängig mit Strg+Z."
    assert records_of(window, "measures").list.currentIndex().row() == 1
    window.actions_by_key["undo"].trigger()
    assert titles(window) == ["Pool"]


def test_the_list_of_records_leads_there_too_and_means_its_own_field(window: ConceptWindow) -> None:
    QGuiApplication.clipboard().setText("Titel\tFederführung\nKurse\tVHS\n")
    button = next(
        each
        for each in records_of(window, "goals").findChildren(QToolButton)
        if each.accessibleName() == "Aus Tabelle übernehmen oder als Tabelle speichern"
    )
    QTimer.singleShot(0, accept(window))
    button.menu().actions()[0].trigger()
    settle()
    assert (titles(window, "goals"), titles(window)) == (["Kurse"], ["Pool"])


def test_a_section_without_records_says_so(window: ConceptWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_section("bare")
    heard = said(window, monkeypatch)
    for key in ("records_from_table", "records_to_table"):
        window.actions_by_key[key].trigger()
    assert heard == [texts.NO_RECORDS] * 2


def test_records_are_saved_as_a_workbook_or_as_separated_values(
    window: ConceptWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    heard = said(window, monkeypatch)
    proposed = files(monkeypatch, tmp_path / "liste.xlsx")
    window.actions_by_key["records_to_table"].trigger()
    page = load_workbook(tmp_path / "liste.xlsx").worksheets[0]
    assert [cell.value for cell in page[2]][:2] == ["S 1", "Pool"]
    assert proposed == ["Maßnahmen als Tabelle speichern", "Sprache – Maßnahmen.xlsx"]
    assert heard == ["„liste.xlsx“ gesichert."]
    files(monkeypatch, tmp_path / "liste", "Text mit Trennzeichen (*.csv)")
    window.actions_by_key["records_to_table"].trigger()
    assert separated((tmp_path / "liste.csv").read_bytes())[1][:2] == ("S 1", "Pool")


def test_the_overview_is_saved_as_it_is_shown(
    window: ConceptWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed = files(monkeypatch, tmp_path / "alles.csv")
    window.actions_by_key["overview_to_table"].trigger()
    rows = separated((tmp_path / "alles.csv").read_bytes())
    assert ([row[:3] for row in rows], proposed[1]) == (
        [("Nr.", "Abschnitt", "Status"), ("1", "Sprache", "Offen"), ("2", "Ausblick", "Offen")],
        "a – Überblick.xlsx",
    )


def test_an_empty_list_is_not_saved(window: ConceptWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = said(window, monkeypatch)
    window.text.table_asked.emit(FieldAddress("held", "goals"), "records_to_table")
    assert heard == [texts.NONE_TO_SAVE]


@pytest.mark.parametrize(
    ("name", "ending", "file"),
    [("a.XLSX", "*.csv", "a.XLSX"), ("a.b", "x (*.csv)", "a.b.csv"), ("a", "x (*.xlsx)", "a.xlsx")],
)
def test_a_file_ends_as_was_chosen(name: str, ending: str, file: str) -> None:
    assert with_ending(Path(name), ending) == Path(file)


def test_a_concept_to_be_read_gives_tables_and_takes_none(program: Program, tmp_path: Path) -> None:
    held = field_of_action("Sprache", records("goals", record(title="Pool")), id="held")
    window = shown(program, made(tmp_path / "b.ikonzept", doc(held)), read_only=True)
    assert not window.actions_by_key["records_from_table"].isEnabled()
    assert window.actions_by_key["records_to_table"].isEnabled()
