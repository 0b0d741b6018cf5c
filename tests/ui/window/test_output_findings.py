"""The findings in the dialog for giving out: counted, listed, each a click away; no file waits for them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.checking.findings import Kind
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.document import Document, Logo
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.style.dialog import StyleDialog
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.output_findings import OutputFindings
from tests.builders import chapter, doc, figure, p
from tests.ui.desk import made, settle, shown


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def concept() -> Document:
    return doc(
        chapter("Ziele", p("Der Kreis."), id="z"),
        chapter("Wege", p("Ein Zeichen: 漢.", id="b"), figure("Anteile", image="1" * 64, id="f"), id="w"),
    )


def offered(
    program: Program, path: Path, document: Document, worker: Worker, qtbot: QtBot, *, read_only: bool = False
) -> tuple[ConceptWindow, OutputDialog, OutputFindings]:
    """Show the dialog over a window, all of the concept looked at."""
    window = shown(program, made(path, document), read_only=read_only)
    dialog = OutputDialog(window.session, worker, window, room=window)
    dialog.show()
    findings = dialog.findings
    assert findings is not None
    findings._desk.finish()
    qtbot.waitUntil(lambda: findings._stock is not None, timeout=60_000)
    settle()
    findings._look()
    return window, dialog, findings


def test_findings_are_counted_and_listed_with_what_matters_said(
    program: Program, tmp_path: Path, worker: Worker, qtbot: QtBot
) -> None:
    _, dialog, findings = offered(program, tmp_path / "k.ikonzept", concept(), worker, qtbot)
    assert findings.head.text() == "3 Hinweise vor der Ausgabe"
    assert findings.more.text().startswith("Davon sind 3 vor dem Druck zu beheben.")
    kinds = [finding.kind for finding in findings.findings()]
    assert kinds == [Kind.ALTERNATIVE_TEXT, Kind.MISSING_IMAGE, Kind.NO_GLYPH]
    assert dialog.start_button.isEnabled()


def test_a_finding_leads_to_its_place_by_key(program: Program, tmp_path: Path, worker: Worker, qtbot: QtBot) -> None:
    window, _, findings = offered(program, tmp_path / "k.ikonzept", concept(), worker, qtbot)
    findings.list.setCurrentIndex(findings.model.index_of(findings.findings()[2]))
    assert findings.why.text().startswith("Das Zeichen „漢“ hat keine der Schriften")
    QTest.keyClick(findings.list, Qt.Key.Key_Return)
    settle()
    assert window.text.section() == "w"
    edit = QApplication.focusWidget()
    assert isinstance(edit, RichTextEdit)
    assert edit.textCursor().selectedText() == "漢"


def test_what_is_passed_over_is_gone_and_comes_back_by_undo(
    program: Program, tmp_path: Path, worker: Worker, qtbot: QtBot
) -> None:
    window, _, findings = offered(program, tmp_path / "k.ikonzept", concept(), worker, qtbot)
    QTest.keyClick(findings.list, Qt.Key.Key_Delete)
    assert findings.head.text() == "2 Hinweise vor der Ausgabe"
    window.actions_by_key["undo"].trigger()
    findings._desk.finish()
    findings._look()
    assert findings.head.text() == "3 Hinweise vor der Ausgabe"


def test_a_read_only_concept_passes_nothing_over(
    program: Program, tmp_path: Path, worker: Worker, qtbot: QtBot
) -> None:
    _, _, findings = offered(program, tmp_path / "k.ikonzept", concept(), worker, qtbot, read_only=True)
    assert not findings.skip.isEnabled()
    QTest.keyClick(findings.list, Qt.Key.Key_Delete)
    assert findings.head.text() == "3 Hinweise vor der Ausgabe"


def test_a_sound_concept_has_one_calm_line(program: Program, tmp_path: Path, worker: Worker, qtbot: QtBot) -> None:
    sound = doc(chapter("Ziele", p("Der Kreis.")))
    _, _, findings = offered(program, tmp_path / "k.ikonzept", sound, worker, qtbot)
    assert findings.head.text() == "Keine Hinweise vor der Ausgabe."
    assert not findings.list.isVisible()
    assert not findings.go.isVisible()


def test_a_logo_without_words_leads_to_the_form_that_shows_it(
    program: Program, tmp_path: Path, worker: Worker, qtbot: QtBot
) -> None:
    sound = doc(chapter("Ziele", p("Der Kreis.")))
    document = replace(sound, properties=replace(sound.properties, logos=(Logo("a" * 64),)))
    window, _, findings = offered(program, tmp_path / "k.ikonzept", document, worker, qtbot)
    assert [finding.kind for finding in findings.findings()] == [Kind.LOGO_TEXT, Kind.LOGO_IMAGE]
    assert findings._where(findings.findings()[0]) == "Gestaltung"
    findings.list.setCurrentIndex(findings.model.index_of(findings.findings()[0]))
    QTest.keyClick(findings.list, Qt.Key.Key_Return)
    settle()
    form = window.findChild(StyleDialog)
    assert form is not None
    assert form.logos.isVisible()
    form.reject()
