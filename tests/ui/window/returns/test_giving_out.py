"""Copies given out: from the dialog to the files and into the concept."""

import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.copies import Protection
from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.ui.opening import open_concept
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import texts
from ikonzept_desktop.ui.window.returns.give_out_dialog import GiveOutDialog
from tests.builders import chapter, doc, p
from tests.publication.test_packets import concept
from tests.ui.desk import made, settle

TODAY = date(2015, 3, 1)
LONGEST = 60_000
"""ms"""


@pytest.fixture
def opened(tmp_path: Path) -> Session:
    language = replace(chapter("Sprache", p("Kurse")), responsible="AG Sprache")
    session = open_concept(made(tmp_path / "a.ikonzept", doc(chapter("Lage", p("Text")), language, title="Konzept")))
    assert isinstance(session, Session)
    return session


def dialog_of(session: Session, qtbot: QtBot) -> GiveOutDialog:
    dialog = GiveOutDialog(session, today=lambda: TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def properties_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        custom = package.read("docProps/custom.xml").decode()
    return dict(re.findall(r'name="(\w+)"><vt:lpwstr>([^<]*)', custom))


def test_each_person_gets_a_file_and_the_concept_remembers_all_in_one_step(
    opened: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Kopien"
    folder.mkdir()
    dialog = dialog_of(opened, qtbot)
    dialog.rows[0].name.setText("Jobcenter")
    dialog.add.click()
    dialog.rows[1].scope.setCurrentText("Paket: AG Sprache")
    dialog.rows[1].scope.activated.emit(1)
    dialog.due.line.setText("12.3.2015")
    dialog.return_to.setText("Sozialamt")
    dialog.folder.setText(str(folder))
    dialog.start_button.click()
    qtbot.waitUntil(dialog.show_button.isVisible, timeout=LONGEST)
    first, second = opened.document.properties.copies
    assert (first.reviewer, first.packet, second.reviewer, second.packet) == (
        "Jobcenter",
        "",
        "AG Sprache",
        "AG Sprache",
    )
    assert {first.due, second.due} == {date(2015, 3, 12)}
    assert sorted(each.name for each in folder.iterdir()) == sorted((first.file, second.file))
    for copy in (first, second):
        said = properties_of(folder / copy.file)
        assert (said["ikCopy"], said["ikReviewer"], said["ikSnapshot"]) == (copy.id, copy.reviewer, copy.version)
        assert said["ikConcept"] == opened.document.properties.concept
    opened.project.undo()
    assert opened.document.properties.copies == ()
    dialog.reject()
    opened.close()


def test_the_text_that_was_given_out_is_found_again(opened: Session, qtbot: QtBot) -> None:
    given = opened.document
    dialog = dialog_of(opened, qtbot)
    dialog.rows[0].name.setText("Jobcenter")
    dialog.start_button.click()
    qtbot.waitUntil(dialog.show_button.isVisible, timeout=LONGEST)
    (copy,) = opened.document.properties.copies
    dialog.reject()
    opened.close()
    again = open_concept(opened.path)
    assert isinstance(again, Session)
    assert getattr(again.keeper, "opened").store.snapshot_document(copy.version) == given  # noqa: B009
    assert load(opened.path).document.properties.copies == (copy,)
    again.close()


def test_a_copy_given_out_before_is_never_written_over(opened: Session, qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(2):
        dialog = dialog_of(opened, qtbot)
        dialog.rows[0].name.setText("Jobcenter")
        dialog.start_button.click()
        qtbot.waitUntil(dialog.show_button.isVisible, timeout=LONGEST)
        dialog.reject()
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert len(names) == 2
    assert sum(name.endswith(" (2).docx") for name in names) == 1
    opened.close()


def test_nothing_is_made_while_something_is_wrong_and_each_field_says_what(
    opened: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(opened, qtbot)
    dialog.rows[0].name.setText("Jobcenter")
    dialog.add.click()
    dialog.rows[1].name.setText("jobcenter")
    dialog.add.click()
    dialog.due.line.setText("1.2.2015")
    dialog.folder.setText(str(tmp_path / "fehlt"))
    dialog.start_button.click()
    said = [row.name.accessibleDescription() for row in dialog.rows]
    assert said == ["", texts.TWICE, texts.NO_NAME]
    assert dialog.due.line.accessibleDescription() == texts.PAST
    assert dialog.folder.accessibleDescription() == texts.NO_FOLDER
    assert dialog.rows[1].name.hasFocus()
    assert list(tmp_path.glob("*.docx")) == []
    dialog.reject()
    opened.close()


def test_protection_is_for_whole_concepts_and_the_dialog_says_so(opened: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, qtbot)
    dialog.rows[0].name.setText("Jobcenter")
    dialog.revisions.setChecked(True)
    assert [wish.protection for wish in dialog.wishes()] == [Protection.REVISIONS]
    dialog.rows[0].scope.setCurrentIndex(1)
    dialog.rows[0].scope.activated.emit(1)
    assert not dialog.revisions.isEnabled()
    assert [wish.protection for wish in dialog.wishes()] == [Protection.NONE]
    dialog.reject()
    opened.close()


def test_a_row_is_named_after_its_group_until_somebody_is_named(opened: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, qtbot)
    (row,) = dialog.rows
    names = []
    for index in (1, 0):
        row.scope.setCurrentIndex(index)
        row.scope.activated.emit(index)
        names.append(row.reviewer)
    row.name.setText("Frau Demir")
    row.scope.setCurrentIndex(1)
    row.scope.activated.emit(1)
    assert [*names, row.reviewer] == ["AG Sprache", "", "Frau Demir"]
    dialog.reject()
    opened.close()


def test_who_is_named_in_the_concept_or_had_a_copy_before_is_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    before = GivenCopy("kopie", "Frau Demir", datetime(2015, 3, 2, tzinfo=UTC), "fassung")
    document = concept()
    document = replace(document, properties=replace(document.properties, copies=(before,)))
    session = open_concept(made(tmp_path / "a.ikonzept", document))
    assert isinstance(session, Session)
    proposed = dialog_of(session, qtbot).rows[0].name.completer().model()
    names = [proposed.index(row, 0).data() for row in range(proposed.rowCount())]
    assert {"AG Sprache", "Caritasverband", "Frau Demir"} <= set(names)
    session.close()
