"""The list of abbreviations: edited in place, each change undoable, drafts kept, found ones taken over."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Abbreviation, Document, Properties
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import abbreviation_texts as texts
from ikonzept_desktop.ui.window.abbreviation_dialog import AbbreviationDialog
from tests.builders import chapter, doc, p
from tests.ui.window.sessions import session

KI, VHS = Abbreviation("KI", "Kommunales Integrationszentrum"), Abbreviation("VHS", "Volkshochschule")


def concept() -> Document:
    document = doc(
        chapter("Einleitung", p("Das KI und das Bundesamt für Migration und Flüchtlinge (BAMF)."), id="vorn"),
        chapter("Ziele", p("BAMF, KI."), id="ziele"),
    )
    return replace(document, properties=Properties(abbreviations=(KI, VHS)))


class Desk:
    """A dialog over a concept, and what is in its table."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.session: Session = session(concept(), read_only=read_only)[0]
        self.shown: list[str] = []
        self.dialog = AbbreviationDialog(self.session, LiveLabels(self.session), self.shown.append)

    @property
    def listed(self) -> tuple[Abbreviation, ...]:
        return self.session.document.properties.abbreviations

    def rows(self) -> list[list[str]]:
        table = self.dialog.table
        return [
            [item.text() if (item := table.item(row, column)) else "" for column in range(4)]
            for row in range(table.rowCount())
        ]

    def write(self, row: int, column: int, words: str) -> None:
        item = self.dialog.table.item(row, column)
        assert item is not None
        item.setText(words)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made.dialog)
    return made


def test_each_is_shown_with_its_uses_and_the_first_of_them(desk: Desk) -> None:
    assert desk.rows() == [
        ["KI", "Kommunales Integrationszentrum", "2-mal", "1 Einleitung"],
        ["VHS", "Volkshochschule", "nie", ""],
    ]
    desk.dialog.table.setCurrentCell(0, 0)
    desk.dialog.go.click()
    assert desk.shown == ["vorn"]


def test_a_change_in_the_table_is_one_step_to_undo(desk: Desk) -> None:
    desk.write(1, 1, "  Volkshochschule  Kreis ")
    assert desk.listed[1].long == "Volkshochschule  Kreis"
    desk.session.project.undo()
    assert desk.listed == (KI, VHS)
    assert desk.rows()[1][1] == "Volkshochschule"


def test_a_row_that_stands_there_already_waits_and_is_told(desk: Desk) -> None:
    desk.dialog.new.click()
    desk.write(2, 0, "KI")
    assert desk.listed == (KI, VHS)
    assert not desk.dialog.note.isHidden()
    desk.write(0, 1, "Zentrum")
    assert desk.listed[0].long == "Zentrum"
    desk.session.project.undo()
    assert [row[0] for row in desk.rows()] == ["KI", "VHS", "KI"]
    desk.write(2, 0, "AWO")
    assert [one.short for one in desk.listed] == ["KI", "VHS", "AWO"]
    assert desk.dialog.note.isHidden()


def test_what_the_text_has_is_taken_over_with_its_meaning(desk: Desk) -> None:
    found = desk.dialog.found
    assert [found.item(row).text() for row in range(found.count())] == [
        "BAMF – Bundesamt für Migration und Flüchtlinge (2-mal)"
    ]
    found.item(0).setSelected(True)
    desk.dialog.take.click()
    assert desk.listed == (KI, VHS, Abbreviation("BAMF", "Bundesamt für Migration und Flüchtlinge"))
    assert desk.rows()[2] == ["BAMF", "Bundesamt für Migration und Flüchtlinge", "2-mal", "1 Einleitung"]
    assert not desk.dialog.none_found.isHidden()


def test_a_row_is_filled_from_the_keyboard_and_return_leaves_the_dialog_open(desk: Desk) -> None:
    desk.dialog.show()
    desk.dialog.activateWindow()
    desk.dialog.new.click()
    for words, key in (("AWO", Qt.Key.Key_Tab), ("Arbeiterwohlfahrt", Qt.Key.Key_Return)):
        QTest.qWait(1)
        cell = QApplication.focusWidget()
        assert isinstance(cell, QLineEdit)
        QTest.keyClicks(cell, words)
        QTest.keyClick(cell, key)
    QTest.qWait(1)
    assert desk.listed[2] == Abbreviation("AWO", "Arbeiterwohlfahrt")
    assert desk.dialog.isVisible()


def test_the_chosen_ones_are_removed_and_printing_is_switched(desk: Desk) -> None:
    desk.dialog.table.selectRow(0)
    desk.dialog.remove.click()
    desk.dialog.printed.click()
    assert desk.session.document.properties == Properties(abbreviations=(VHS,), print_abbreviations=True)
    assert desk.session.project.undo_label() == texts.PRINT_STEP


def test_in_a_concept_to_be_read_nothing_can_be_changed(qtbot: QtBot) -> None:
    desk = Desk(read_only=True)
    qtbot.addWidget(desk.dialog)
    buttons = (desk.dialog.new, desk.dialog.remove, desk.dialog.take, desk.dialog.printed)
    assert not any(button.isEnabled() for button in buttons)
