"""Comparing two states from the window: what is offered, what is made, and what is left alone."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.states import PRESENT, kept_name
from ikonzept_desktop.model.edits import SetProperties
from ikonzept_desktop.reading.word.content import View
from ikonzept_desktop.ui.opening import open_concept
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts
from ikonzept_desktop.ui.window.comparing import texts
from ikonzept_desktop.ui.window.comparing.dialog import CompareDialog
from ikonzept_desktop.ui.window.output_row import OutputRow
from tests.builders import chapter, doc, p
from tests.export.word.redline.said import lines
from tests.ui.desk import made, settle

FIRST, SECOND = datetime(2015, 3, 1, 8, 0, tzinfo=UTC), datetime(2015, 4, 1, 8, 0, tzinfo=UTC)
LONGEST = 60_000
"""ms"""


@pytest.fixture
def opened(tmp_path: Path) -> Session:
    """A concept whose subtitle was „Eins“, then „Zwei“, and is „Drei“ now."""
    session = open_concept(made(tmp_path / "a.ikonzept", doc(chapter("Lage", p("Text")), title="Konzept")))
    assert isinstance(session, Session)
    for subtitle, when in (("Eins", FIRST), ("Zwei", SECOND), ("Drei", None)):
        before = session.document.properties
        session.apply(SetProperties(before, replace(before, subtitle=subtitle)), "Untertitel")
        if when is not None:
            session.keeper.snapshot_for_export(when)
    return session


def dialog_of(session: Session, qtbot: QtBot) -> CompareDialog:
    dialog = CompareDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def entries(dialog: CompareDialog) -> list[str]:
    return [dialog.old.itemText(at) for at in range(dialog.old.count())]


def make(dialog: CompareDialog, qtbot: QtBot) -> None:
    dialog.start_button.click()
    qtbot.waitUntil(lambda: not dialog.row.is_busy(), timeout=LONGEST)


def subtitles(path: Path) -> tuple[list[str], list[str]]:
    """Give the subtitle with all changes refused, and accepted."""
    known = {"Eins", "Zwei", "Drei"}
    before, after = ([line for line in lines(path, view) if line in known] for view in (View.REJECTED, View.ACCEPTED))
    return before, after


def test_the_present_state_and_all_versions_are_offered_the_latest_first(opened: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, qtbot)
    assert entries(dialog) == [PRESENT, kept_name("Ausgabe", SECOND), kept_name("Ausgabe", FIRST)]
    assert (dialog.old.currentIndex(), dialog.new.currentIndex()) == (1, 0)


def test_the_latest_version_and_the_present_state_become_a_word_file(opened: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, qtbot)
    make(dialog, qtbot)
    assert dialog.row.words.text() == "Fertig."
    assert subtitles(opened.path.with_name("Konzept – Vergleich.docx")) == (["Zwei"], ["Drei"])


def test_two_versions_are_compared_too_and_the_concept_stays_as_it_is(opened: Session, qtbot: QtBot) -> None:
    before = opened.document
    dialog = dialog_of(opened, qtbot)
    dialog.old.setCurrentIndex(2)
    dialog.new.setCurrentIndex(1)
    make(dialog, qtbot)
    assert subtitles(Path(dialog.row.target.text())) == (["Eins"], ["Zwei"])
    assert opened.document is before


def test_one_state_twice_is_told_under_the_field(opened: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, qtbot)
    dialog.old.setCurrentIndex(0)
    dialog.start_button.click()
    assert dialog.new.accessibleDescription() == texts.SAME
    assert not dialog.row.is_busy()
    dialog.old.setCurrentIndex(2)
    assert dialog.new.accessibleDescription() == ""


def test_a_file_that_is_there_is_not_overwritten(opened: Session, qtbot: QtBot) -> None:
    there = opened.path.with_name("Konzept – Vergleich.docx")
    there.write_bytes(b"mine")
    dialog = dialog_of(opened, qtbot)
    assert Path(dialog.row.target.text()).name == "Konzept – Vergleich (2).docx"
    dialog.row.target.setText(str(there))
    dialog.start_button.click()
    assert dialog.row.words.text() == output_texts.exists(there.name)
    assert there.read_bytes() == b"mine"
    assert not dialog.row.is_busy()


def test_who_agrees_in_the_dialog_for_files_has_it_replaced(
    opened: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = opened.path.with_name("Alt.docx")
    there.write_bytes(b"mine")
    dialog = dialog_of(opened, qtbot)
    monkeypatch.setattr(
        "ikonzept_desktop.ui.window.output_row.QFileDialog.getSaveFileName", lambda *_said: (str(there), "")
    )
    dialog.row.browse.click()
    make(dialog, qtbot)
    assert subtitles(there) == (["Zwei"], ["Drei"])


def test_where_no_version_is_kept_that_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    session = open_concept(made(tmp_path / "b.ikonzept", doc(chapter("Lage", p("Text")))))
    assert isinstance(session, Session)
    dialog = dialog_of(session, qtbot)
    assert not dialog.start_button.isEnabled()
    assert texts.NO_VERSIONS in [label.text() for label in dialog.findChildren(type(dialog.row.words))]
    assert isinstance(dialog.row, OutputRow)
    assert not dialog.row.isEnabled()
