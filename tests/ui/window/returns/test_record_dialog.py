"""The record from the dialog to the files: how much, as what, where to, and nothing written over unasked."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.publication.record.build import RecordChoice
from ikonzept_desktop.ui.opening import open_concept
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts
from ikonzept_desktop.ui.window.returns import record_texts as texts
from ikonzept_desktop.ui.window.returns.record_dialog import RecordDialog
from tests.builders import chapter, doc, p
from tests.publication.record.returned import returned
from tests.ui.desk import made, settle

LONGEST = 60_000
"""ms"""


@pytest.fixture
def opened(tmp_path: Path) -> Session:
    session = open_concept(made(tmp_path / "a.ikonzept", returned()))
    assert isinstance(session, Session)
    return session


def dialog_of(session: Session, qtbot: QtBot) -> RecordDialog:
    dialog = RecordDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def button(dialog: RecordDialog, kind: Kind, name: str) -> QPushButton:
    """Give a button that a row offers."""
    found = [each for each in dialog.rows[kind].findChildren(QPushButton) if each.text() == name]
    return next(each for each in found if each.isVisible())


def given_out(dialog: RecordDialog, qtbot: QtBot) -> None:
    dialog.start_button.click()
    wanted = [row for row in dialog.rows.values() if row.choice.isChecked()]
    qtbot.waitUntil(lambda: not any(row.is_busy() for row in wanted), timeout=LONGEST)
    settle()


def words_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout.decode()


def test_both_files_are_made_beside_the_concept(opened: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot)
    given_out(dialog, qtbot)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".docx", ".pdf")) == [
        "Integrationskonzept – Protokoll der Rückläufe.docx",
        "Integrationskonzept – Protokoll der Rückläufe.pdf",
    ]
    assert "Lehrgänge" in words_of(tmp_path / "Integrationskonzept – Protokoll der Rückläufe.pdf")
    assert button(dialog, Kind.WORD, "Im Ordner zeigen").isEnabled()
    dialog.reject()
    opened.close()


def test_only_what_is_chosen_is_made_and_told(opened: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot)
    dialog.rows[Kind.WORD].choice.setChecked(False)
    dialog.scope.setCurrentText("2 Sprache")
    dialog.decided.setChecked(True)
    assert dialog.choice() == RecordChoice(only_decided=True, section="sprache")
    given_out(dialog, qtbot)
    (pdf,) = tmp_path.glob("*.pdf")
    assert list(tmp_path.glob("*.docx")) == []
    said = words_of(pdf)
    assert "Lehrgänge" in said
    assert "Leitziele" not in said
    dialog.reject()
    opened.close()


def test_it_says_beforehand_how_much_that_is(opened: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, qtbot)
    shown = [dialog.scope.itemText(at) for at in range(dialog.scope.count())]
    assert shown == ["Ganzes Konzept", "1 Ziele", "2 Sprache"]
    assert dialog.said() == "14 Vorschläge und 2 Kommentare. 6 Vorschläge sind noch nicht entschieden."
    dialog.scope.setCurrentIndex(2)
    assert dialog.said() == "5 Vorschläge. 2 Vorschläge sind noch nicht entschieden."
    dialog.reject()
    opened.close()


def test_where_nothing_came_back_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    session = open_concept(made(tmp_path / "b.ikonzept", doc(chapter("Ziele", p("Text")))))
    assert isinstance(session, Session)
    dialog = dialog_of(session, qtbot)
    assert dialog.said() == texts.NOTHING_CAME
    dialog.reject()
    session.close()


def test_a_file_that_is_there_is_only_replaced_when_that_is_said(opened: Session, qtbot: QtBot, tmp_path: Path) -> None:
    old = tmp_path / "Integrationskonzept – Protokoll der Rückläufe.docx"
    old.write_bytes(b"alt")
    dialog = dialog_of(opened, qtbot)
    assert Path(dialog.rows[Kind.WORD].target.text()).name == "Integrationskonzept – Protokoll der Rückläufe (2).docx"
    dialog.rows[Kind.PDF].choice.setChecked(False)
    dialog.rows[Kind.WORD].target.setText(str(old))
    given_out(dialog, qtbot)
    assert old.read_bytes() == b"alt"
    assert dialog.rows[Kind.WORD].words.text() == output_texts.exists(old.name)
    button(dialog, Kind.WORD, output_texts.REPLACE).click()
    qtbot.waitUntil(lambda: not dialog.rows[Kind.WORD].is_busy(), timeout=LONGEST)
    assert old.read_bytes() != b"alt"
    dialog.reject()
    opened.close()


def test_a_file_chosen_in_the_systems_dialog_has_been_asked_about(
    opened: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "alt.pdf"
    old.write_bytes(b"alt")
    dialog = dialog_of(opened, qtbot)
    dialog.rows[Kind.WORD].choice.setChecked(False)
    row = dialog.rows[Kind.PDF]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "alt"), ""))
    row.browse.click()
    given_out(dialog, qtbot)
    assert old.read_bytes() == b"alt"  # of „alt“ it was asked, not of „alt.pdf“
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(old), ""))
    row.browse.click()
    given_out(dialog, qtbot)
    assert old.read_bytes() != b"alt"
    dialog.reject()
    opened.close()


def test_the_keyboard_alone_is_enough(opened: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot)
    dialog.activateWindow()
    settle()
    assert QApplication.focusWidget() is dialog.scope
    QTest.keyClick(dialog.scope, Qt.Key.Key_Down)
    QTest.keyClick(dialog.scope, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.decided
    QTest.keyClick(dialog.decided, Qt.Key.Key_Space)
    assert dialog.choice() == RecordChoice(only_decided=True, section="ziele")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 1, timeout=LONGEST)
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=LONGEST)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    opened.close()
