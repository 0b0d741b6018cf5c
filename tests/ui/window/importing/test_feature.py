"""From the command to the concept: asked, read in a child process, shown, taken over in one step, and taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.store.images import images_of
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.dialog import ImportDialog
from ikonzept_desktop.ui.window.importing.reading_dialog import ReadingDialog
from ikonzept_desktop.ui.window.importing.report_dialog import ReportDialog
from ikonzept_desktop.ui.window.start_page import StartPage
from tests.reading.word import files
from tests.ui.desk import buttons, made, settle, shown, titles

SAID = "Sprache\n=======\n\nDer Kreis fördert Sprache.\n\nArbeit\n======\n\nDer Kreis fördert Arbeit.\n"


@pytest.fixture
def window(program: Program, tmp_path: Path) -> ConceptWindow:
    return shown(program, made(tmp_path / "a.ikonzept"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "Rahmenkonzept.txt"
    written.write_text(SAID, encoding="utf-8")
    return written


def accept(dialog: QDialog) -> None:
    dialog.accept()


class Hands:
    """Answers dialogs as they come up, while a command waits for them."""

    def __init__(self) -> None:
        self.seen: list[QDialog] = []
        self.answers: dict[type[QDialog], Callable[[QDialog], object]] = {}
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        top = QApplication.activeModalWidget()
        if isinstance(top, QDialog) and top not in self.seen and type(top) in self.answers:
            self.seen.append(top)
            self.answers[type(top)](top)


@pytest.fixture
def hands() -> Iterator[Hands]:
    found = Hands()
    yield found
    found.stop()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path or ""), ""))


def take_over(window: ConceptWindow, hands: Hands, answer: Callable[[QDialog], object] = accept) -> None:
    hands.answers[ImportDialog] = answer
    window.actions_by_key["import"].trigger()
    settle()


def test_a_document_comes_below_the_section_that_is_shown_and_goes_again_with_one_undo(
    window: ConceptWindow, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)
    before = window.session.document
    take_over(window, hands)
    assert titles(window) == ["Einleitung", "Sprache", "Arbeit", "Ziele", "Ausblick"]
    assert window.text.section() == window.session.document.sections[0].children[0].id
    assert window.session.project.undo_label() == "Übernehmen aus Word"
    assert window.banner.says("2 Abschnitte übernommen. Rückgängig mit Strg+Z.")
    window.actions_by_key["undo"].trigger()
    settle()
    assert window.session.document == before
    assert window.banner.isHidden()
    window.actions_by_key["redo"].trigger()
    settle()
    assert "Sprache" in titles(window)


def test_tracked_changes_of_a_word_file_wait_as_proposals_and_go_again_with_it(
    window: ConceptWindow, tmp_path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    heading = files.p("Sprache", properties='<w:outlineLvl w:val="0"/>')
    body = files.p("Der Kreis fördert ", files.gone("oft"), files.ins("immer"), " Sprache.")
    word = tmp_path / "Rahmenkonzept.docx"
    word.write_bytes(files.docx(heading, body))
    choose(monkeypatch, word)
    before = window.session.document
    take_over(window, hands)
    document = window.session.document
    assert [(kept.before, kept.variants[0].text) for kept in document.proposals] == [("oft", "immer")]
    assert document.proposals[0].section == window.text.section()
    assert [file.name for file in document.returned] == ["Rahmenkonzept.docx"]
    assert window.session.keeper.image(document.returned[0].digest) == word.read_bytes()
    assert window.banner.words.text() == ("1 Abschnitt übernommen. Rückgängig mit Strg+Z. 1 Vorschlag im Rücklauf.")
    window.actions_by_key["undo"].trigger()
    settle()
    assert window.session.document == before


def test_the_images_of_a_word_file_are_in_the_concept_with_it(
    window: ConceptWindow, tmp_path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, written = tmp_path / "Karte.png", docx.Document()
    Image.new("RGB", (40, 30), "green").save(image)
    written.add_heading("Karte", 1)
    written.add_picture(str(image))
    written.save(str(tmp_path / "Bild.docx"))
    choose(monkeypatch, tmp_path / "Bild.docx")
    take_over(window, hands)
    (digest,) = images_of(window.session.document)
    assert window.session.keeper.image(digest)


def test_what_was_corrected_in_the_preview_is_what_comes(
    window: ConceptWindow, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        at = next(at for at, entry in enumerate(dialog.hand.plan.entries) if entry.title == "Arbeit")
        assert dialog.hand.plan.entries[at].becomes is Becomes.SECTION
        dialog.hand.toggle([at])
        dialog.hand.go_into("")
        dialog.accept()

    take_over(window, hands, correct)
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick", "Sprache"]
    value = window.session.document.sections[-1].value("text")
    assert isinstance(value, RichText)
    assert len(value.blocks) == 3


def test_what_is_given_up_leaves_the_concept_as_it_was(
    window: ConceptWindow, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)
    before = window.session.document
    take_over(window, hands, QDialog.reject)
    assert window.session.document == before
    assert not window.banner.isVisible()


def test_reading_can_be_stopped(
    window: ConceptWindow, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)
    hands.answers[ReadingDialog] = QDialog.reject
    take_over(window, hands)
    assert [type(dialog) for dialog in hands.seen] == [ReadingDialog]
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick"]


def test_a_document_that_is_refused_is_told_in_one_sentence(
    window: ConceptWindow, tmp_path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "kaputt.docx"
    broken.write_bytes(b"PK\x03\x04 nichts")
    choose(monkeypatch, broken)
    before = window.session.document
    take_over(window, hands)
    assert "kaputt.docx" in window.banner.words.text()
    assert window.session.document == before


def test_the_report_can_be_seen_afterwards(
    window: ConceptWindow, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, file)
    take_over(window, hands)
    kept = tmp_path / "Bericht.txt"

    def keep(dialog: QDialog) -> None:
        assert isinstance(dialog, ReportDialog)
        dialog.copy_button.click()
        dialog.save(kept)
        dialog.reject()

    hands.answers[ReportDialog] = keep
    buttons(window.banner)[texts.SEE_REPORT].click()
    assert kept.read_text(encoding="utf-8").strip() == QApplication.clipboard().text().strip() != ""


def test_a_report_that_cannot_be_kept_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ReportDialog("Ein Satz.", "a.docx")
    qtbot.addWidget(dialog)
    dialog.save(tmp_path / "nirgends" / "Bericht.txt")
    assert "Der Bericht steht noch hier." in dialog._said.text()


def data_with(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def dropped(data: QMimeData) -> QDropEvent:
    buttons_, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons_, modifiers)


def entering(data: QMimeData) -> QDragEnterEvent:
    buttons_, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons_, modifiers)
    event.ignore()
    return event


def test_a_document_let_fall_on_the_outline_is_taken_over(
    window: ConceptWindow, tmp_path: Path, file: Path, hands: Hands
) -> None:
    document = file.rename(tmp_path / "Konzept.md")
    hands.answers[ImportDialog] = accept
    data = data_with(document)
    event = entering(data)
    window.outline.tree.dragEnterEvent(event)
    assert event.isAccepted()
    window.outline.tree.dropEvent(dropped(data))
    settle()
    assert "Sprache" in titles(window)


def test_an_image_let_fall_there_is_none(window: ConceptWindow, tmp_path: Path) -> None:
    data = data_with(tmp_path / "Bild.png")
    event = entering(data)
    window.outline.tree.dragEnterEvent(event)
    assert not event.isAccepted()


def test_of_two_documents_none_is_read(window: ConceptWindow, tmp_path: Path) -> None:
    data = data_with(tmp_path / "a.docx", tmp_path / "b.docx")
    window.outline.tree.dropEvent(dropped(data))
    settle()
    assert window.status._message.text() == texts.ONE_FILE


def test_a_concept_that_is_only_read_takes_nothing(program: Program, tmp_path: Path) -> None:
    reading = shown(program, made(tmp_path / "b.ikonzept"), read_only=True)
    assert not reading.actions_by_key["import"].isEnabled()
    data = data_with(tmp_path / "a.docx")
    event = entering(data)
    reading.outline.tree.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_new_concept_is_made_of_a_document_from_the_start_page(
    program: Program, tmp_path: Path, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)
    proposed: list[str] = []

    def name(_parent: object, _title: str, path: str, _filter: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / "Neu"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    hands.answers[ImportDialog] = accept
    page = program.show_start().page
    assert isinstance(page, StartPage)
    page.import_button.click()
    settle()
    assert proposed == [str(tmp_path / "Rahmenkonzept.ikonzept")]
    (window,) = program.windows
    assert window.session.path == tmp_path / "Neu.ikonzept"
    assert titles(window) == ["Sprache", "Arbeit"]
    assert window.session.project.undo_label() == "Übernehmen aus Word"


def test_a_new_concept_nothing_was_taken_into_says_that_it_is_empty(
    program: Program, tmp_path: Path, file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "Neu"), ""))
    hands.answers[ImportDialog] = QDialog.reject
    program.show_start().page.import_asked.emit([file])
    settle()
    (window,) = program.windows
    assert titles(window) == []
    assert window.banner.words.text() == texts.NOTHING_TAKEN


def test_a_refused_document_makes_no_new_concept(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "kaputt.docx"
    broken.write_bytes(b"PK\x03\x04 nichts")
    start = program.show_start()
    data = data_with(broken)
    start.page.dropEvent(dropped(data))
    settle()
    assert "kaputt.docx" in start.banner.words.text()
    assert not program.windows
    assert list(tmp_path.glob("*.ikonzept")) == []
