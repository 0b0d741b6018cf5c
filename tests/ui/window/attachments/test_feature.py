"""PDFs of others come into the text by file and by mouse, each in one step; what is refused says why."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.store.project_file import open_project
from tests.reading.pdf_files import foreign
from tests.ui.desk import settle
from tests.ui.window.attachments.desk import AttachmentDesk


def choosing(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paths[0]), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(paths[-1]), ""))


def test_a_chosen_file_stands_in_the_text_under_its_name_in_one_step(
    desk: AttachmentDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, desk.file(foreign.good(pages=3)))
    desk.window.actions_by_key["attachment"].trigger()
    desk.wait()
    attached = desk.attachment()
    assert (attached.caption, attached.file.pages, attached.file.name) == (
        (Text("Satzung 2015"),),
        3,
        "Satzung_2015.pdf",
    )
    assert desk.window.session.keeper.image(attached.file.preview).startswith(b"\x89PNG")
    assert desk.undo_label() == "PDF-Anlage"
    desk.undo()
    assert desk.attachments() == []


def test_the_panel_shows_it_and_the_keyboard_stays_in_the_text(desk: AttachmentDesk) -> None:
    desk.drop(desk.file(foreign.good()))
    assert desk.panel.isVisible()
    assert not desk.panel.isAncestorOf(QApplication.focusWidget() or desk.panel)


def test_what_acts_is_gone_from_what_is_kept_and_that_is_told(desk: AttachmentDesk) -> None:
    desk.drop(desk.file(foreign.with_script()))
    attached = desk.attachment()
    kept = desk.window.session.keeper.image(attached.file.digest)
    assert (b"JavaScript" in kept, b"boese.exe" in kept) == (False, False)
    assert "Skripte und Aktionen wurden entfernt." in desk.panel.remarks.sentences()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (foreign.locked(), "mit einem Kennwort geschützt"),
        (b"%PDF-1.7 kaputt", "ist beschädigt"),
        (b"PK", "ist keine PDF-Datei"),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(desk: AttachmentDesk, data: bytes, said: str) -> None:
    before = desk.window.session.document
    desk.drop(desk.file(data))
    assert said in desk.window.banner.words.text()
    assert desk.window.session.document is before


def test_of_several_files_the_good_ones_come_in(desk: AttachmentDesk) -> None:
    desk.drop(desk.file(foreign.good(), "a.pdf"), desk.file(b"PK", "b.pdf"), desk.file(foreign.scan(), "c.PDF"))
    assert {attached.file.name for attached in desk.attachments()} == {"a.pdf", "c.PDF"}
    assert "„b.pdf“" in desk.window.banner.words.text()


def test_a_pdf_among_images_goes_its_own_way(desk: AttachmentDesk) -> None:
    desk.drop(desk.file(foreign.good()), remote=("fern.pdf",))
    assert len(desk.attachments()) == 1
    assert "„fern.pdf“ liegt auf einem Netzwerkpfad" in desk.window.banner.words.text()


def test_it_is_there_when_the_concept_is_opened_again(desk: AttachmentDesk) -> None:
    desk.drop(desk.file(foreign.good(pages=2)))
    attached, path = desk.attachment(), desk.window.session.path
    desk.window.close()
    settle()
    opened = open_project(path)
    assert opened.store.image(attached.file.digest).startswith(b"%PDF")
    opened.store.close()


def test_another_file_in_its_place_keeps_the_title(desk: AttachmentDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.drop(desk.file(foreign.good(pages=3)))
    choosing(monkeypatch, desk.file(foreign.good(pages=5), "neu.pdf"))
    desk.panel.replace_button.click()
    desk.wait()
    attached = desk.attachment()
    assert (attached.file.pages, attached.caption) == (5, (Text("Satzung 2015"),))
    assert desk.undo_label() == "PDF ersetzen"
    desk.undo()
    assert desk.attachment().file.pages == 3


def test_it_is_given_back_as_a_file(desk: AttachmentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.drop(desk.file(foreign.good()))
    out = tmp_path / "heraus.pdf"
    choosing(monkeypatch, out)
    desk.panel.save_button.click()
    assert out.read_bytes() == desk.window.session.keeper.image(desk.attachment().file.digest)
