"""Giving out from the window: progress, cancelling, a file that Word holds, failures; old files stay as they were."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ikonzept_desktop.atomic_file import FileHeldOpen
from ikonzept_desktop.export.orders import Delivery, Kind, Order
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.store.errors import NotSaved
from ikonzept_desktop.ui import outputs
from ikonzept_desktop.ui.outputs import Output, print_file
from ikonzept_desktop.ui.window.output_dialog import OutputDialog
from ikonzept_desktop.ui.window.output_row import with_ending
from tests.builders import chapter, doc, p
from tests.ui.desk import buttons
from tests.ui.window.sessions import session

OLD = b"eine aeltere Datei"


def deliver(progress: Callable[[float, str], None], order: Order) -> Delivery:
    progress(0.5, "Kapitel 1")
    order.out.write_bytes(b"neu")
    return Delivery(3, ("Das Zeichen fehlt.",))


def hang(progress: Callable[[float, str], None], order: Order) -> Delivery:
    order.out.write_bytes(b"halb")
    progress(0.25, "Kapitel 1")
    time.sleep(3600)
    return Delivery(None)


def fill_the_disk(progress: Callable[[float, str], None], order: Order) -> Delivery:
    raise OSError(errno.ENOSPC, "No space left on device")


def crash(progress: Callable[[float, str], None], order: Order) -> Delivery:
    os._exit(3)


class Lock:
    """Another program that holds the file open until it is closed there."""

    def __init__(self) -> None:
        self.held = True

    def put(self, finished: Path, target: Path) -> None:
        if self.held and target.name == "Entwurf.docx":
            raise FileHeldOpen(target, finished)
        finished.replace(target)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


@pytest.fixture
def target(tmp_path: Path) -> Path:
    target = tmp_path / "Entwurf.docx"
    target.write_bytes(OLD)
    return target


def heard(output: Output) -> list[object]:
    """Listen to everything an output says."""
    said: list[object] = []
    output.delivered.connect(said.append)
    output.failed.connect(said.append)
    output.held_open.connect(lambda: said.append("held open"))
    output.cancelled.connect(lambda: said.append("cancelled"))
    return said


def test_a_name_that_leads_to_the_concept_itself_is_refused(worker: Worker, tmp_path: Path) -> None:
    opened, _store = session(doc(chapter("Einleitung")))
    opened.path = tmp_path / "Kreis.ikonzept"
    opened.path.write_bytes(b"das Konzept")
    link = tmp_path / "Entwurf.docx"
    link.symlink_to(opened.path)
    output = Output(Kind.WORD, link, make=deliver)
    said = heard(output)
    output.start(worker, opened)
    assert len(said) == 1
    assert "führt zum Konzept selbst" in str(said[0])
    assert opened.path.read_bytes() == b"das Konzept"


def test_a_finished_file_takes_the_place_of_the_old_one(worker: Worker, target: Path, qtbot: QtBot) -> None:
    output = Output(Kind.WORD, target, make=deliver)
    said, shares = heard(output), []
    output.progressed.connect(lambda share, doing: shares.append((share, doing)))
    output.start(worker, session(doc(chapter("Einleitung")))[0])
    qtbot.waitUntil(lambda: said == [Delivery(3, ("Das Zeichen fehlt.",))], timeout=30_000)
    assert (0.5, "Kapitel 1") in shares
    assert target.read_bytes() == b"neu"
    assert list(target.parent.iterdir()) == [target]


def test_a_cancelled_file_leaves_no_trace(worker: Worker, target: Path, qtbot: QtBot) -> None:
    output = Output(Kind.WORD, target, make=hang)
    said = heard(output)
    with qtbot.waitSignal(output.progressed, timeout=30_000):
        output.start(worker, session(doc(chapter("Einleitung")))[0])
    output.cancel()
    qtbot.waitUntil(lambda: said == ["cancelled"], timeout=30_000)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_program_that_ends_meanwhile_leaves_no_trace(target: Path, qtbot: QtBot) -> None:
    with Worker() as worker:
        output = Output(Kind.WORD, target, make=hang)
        with qtbot.waitSignal(output.progressed, timeout=30_000):
            output.start(worker, session(doc(chapter("Einleitung")))[0])
        output.cancel()
    # The loop of events goes round no more.
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("make", "reason"),
    [(fill_the_disk, "auf dem Laufwerk ist kein Platz mehr"), (crash, "unerwartet abgebrochen")],
)
def test_what_went_wrong_is_told_in_german(
    worker: Worker, target: Path, qtbot: QtBot, make: Callable[..., Delivery], reason: str
) -> None:
    output = Output(Kind.WORD, target, make=make)
    said = heard(output)
    output.start(worker, session(doc(chapter("Einleitung")))[0])
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    [sentence] = said
    assert "„Entwurf.docx“ wurde nicht fertig" in str(sentence)
    assert reason in str(sentence)
    assert "Ihr Konzept ist sicher" in str(sentence)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_takes_nothing_is_told(worker: Worker, tmp_path: Path) -> None:
    output = Output(Kind.PDF, tmp_path / "gibt es nicht" / "a.pdf")
    said = heard(output)
    output.start(worker, session(doc(chapter("Einleitung")))[0])
    assert "kann nicht geschrieben werden (der Ordner oder die Datei fehlt)" in str(said[0])


def test_a_state_that_cannot_be_kept_is_told(worker: Worker, target: Path) -> None:
    opened, store = session(doc(chapter("Einleitung")))
    store.refuse_snapshots(NotSaved(target, "Auf dem Laufwerk ist kein Platz mehr."))
    output = Output(Kind.PDF, target)
    said = heard(output)
    output.start(worker, opened)
    assert said == ["Auf dem Laufwerk ist kein Platz mehr."]


def held(worker: Worker, target: Path, qtbot: QtBot) -> tuple[OutputDialog, Lock]:
    """Give the dialog after a draft was made while Word held the old one open."""
    lock = Lock()
    opened, _store = session(doc(chapter("Einleitung", p("Der Kreis."))))
    dialog = OutputDialog(opened, worker, put=lock.put)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.rows[Kind.PDF].choice.setChecked(False)
    row = dialog.rows[Kind.WORD]
    row.target.setText(str(target))
    dialog.start_button.click()
    assert not dialog.start_button.isEnabled()
    qtbot.waitUntil(lambda: "ist in Word geöffnet" in row.words.text(), timeout=60_000)
    assert target.read_bytes() == OLD
    return dialog, lock


def test_wiederholen_puts_the_draft_in_its_place_once_word_is_closed(
    worker: Worker, target: Path, qtbot: QtBot
) -> None:
    dialog, lock = held(worker, target, qtbot)
    row = dialog.rows[Kind.WORD]
    buttons(row)["Wiederholen"].click()
    assert "ist in Word geöffnet" in row.words.text()
    lock.held = False
    buttons(row)["Wiederholen"].click()
    assert row.words.text().startswith("Fertig.")
    assert "Der Kreis." in [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    assert list(target.parent.iterdir()) == [target]


def test_another_name_leaves_the_old_draft_alone(
    worker: Worker, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, lock = held(worker, target, qtbot)
    row = dialog.rows[Kind.WORD]
    lock.held = False
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    buttons(row)["Unter anderem Namen …"].click()
    assert "ist in Word geöffnet" in row.words.text()
    assert target.read_bytes() == OLD
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_name("Entwurf 2.Fassung")), ""))
    buttons(row)["Unter anderem Namen …"].click()
    assert row.words.text().startswith("Fertig.")
    assert {path.name for path in target.parent.iterdir()} == {"Entwurf.docx", "Entwurf 2.Fassung.docx"}
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("way_out", ["Abbrechen", "closing", "beginning again"])
def test_a_draft_that_is_given_up_leaves_no_trace(worker: Worker, target: Path, qtbot: QtBot, way_out: str) -> None:
    dialog, _lock = held(worker, target, qtbot)
    row = dialog.rows[Kind.WORD]
    match way_out:
        case "closing":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        case "beginning again":
            row.target.clear()
            dialog.start_button.click()
            assert "fehlt der Name" in row.words.text()
        case _:
            buttons(row)[way_out].click()
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_what_is_said_of_a_file_has_room(worker: Worker, target: Path, qtbot: QtBot) -> None:
    dialog, _lock = held(worker, target, qtbot)
    words = dialog.rows[Kind.WORD].words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert dialog.rect().contains(dialog.start_button.geometry())


def test_a_row_that_is_not_chosen_is_not_made(worker: Worker, target: Path, qtbot: QtBot) -> None:
    dialog, _lock = held(worker, target, qtbot)
    assert dialog.rows[Kind.PDF].output is None
    dialog.rows[Kind.WORD].choice.setChecked(False)
    assert not dialog.start_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("a.docx", "a.docx"),
        ("a.DOCX", "a.DOCX"),
        ("Konzept 1. Entwurf", "Konzept 1. Entwurf.docx"),
        ("Kreis.ikonzept", "Kreis.ikonzept.docx"),
    ],
)
def test_a_draft_never_takes_the_place_of_another_kind_of_file(typed: str, path: str) -> None:
    assert with_ending(Path(typed), ".docx") == Path(path)


def test_printing_asks_the_system_and_survives_its_refusal(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []
    assert print_file(tmp_path / "a.pdf", lambda path, verb: asked.append((path, verb)))
    assert asked == [(str(tmp_path / "a.pdf"), "print")]


def test_where_the_system_cannot_print_the_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(outputs, "open_file", opened.append)

    def no_printer(_path: str, _verb: str) -> None:
        raise OSError(1801, "no printer")

    print_file(tmp_path / "a.pdf", no_printer)
    assert opened == [tmp_path / "a.pdf"]
