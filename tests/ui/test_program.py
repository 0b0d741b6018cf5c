"""The program over several windows and sittings: what it opens, refuses, remembers and closes."""

import gc
import subprocess
import sys
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.store.lock import host_name, user_name
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.paths import user_folders
from ikonzept_desktop.ui import outputs
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.mishaps import tell_of_crash, tell_of_error
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.start_window import StartWindow
from tests.builders import chapter, doc, p
from tests.model.store.desk import full_disk, text_on_disk
from tests.ui.desk import buttons, made, settle, shown, titles, write, write_much


def start_window() -> StartWindow:
    return next(window for window in QApplication.topLevelWidgets() if isinstance(window, StartWindow))


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have the system's file dialogs answer with a path: they belong to the system, and are no part of this."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Have no file really opened by the system; gives those that would be."""
    opened: list[Path] = []

    def open_file(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(outputs, "open_file", open_file)
    return opened


def test_two_concepts_are_open_at_once_and_do_not_mix(program: Program, tmp_path: Path) -> None:
    first, second = shown(program, made(tmp_path / "a.ikonzept")), shown(program, made(tmp_path / "b.ikonzept"))
    write(first, " Nur hier.")
    assert first.session.document != second.session.document
    write(second, " Nur dort.")
    first.close()
    assert program.windows == [second]
    second.close()
    assert open_project(tmp_path / "a.ikonzept", read_only=True).project.document == first.session.document
    assert open_project(tmp_path / "b.ikonzept", read_only=True).project.document == second.session.document


def test_the_same_file_twice_is_the_same_window(program: Program, tmp_path: Path) -> None:
    file = made(tmp_path / "a.ikonzept")
    window = shown(program, file)
    (tmp_path / "ordner").mkdir()
    assert program.open(tmp_path / "ordner" / ".." / "a.ikonzept") is window
    assert program.windows == [window]


def test_a_concept_open_in_another_process_names_its_holder_and_is_read(program: Program, tmp_path: Path) -> None:
    file = made(tmp_path / "a.ikonzept")
    script = (
        "import sys; from pathlib import Path\n"
        "from ikonzept_desktop.model.store.project_file import open_project\n"
        "opened = open_project(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); opened.store.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert program.open(file) is None
        banner = start_window().banner
        assert f"ist gerade von {user_name()} am Rechner {host_name()} geöffnet" in banner.words.text()
        buttons(banner)["Zum Lesen öffnen"].click()
        settle()
        window = program.windows[0]
        assert window.session.read_only
        assert "Nur zum Lesen" in window.windowTitle()
        window.close()
        assert other.stdin is not None
        other.stdin.close()
    assert program.open(file) is not None


def test_a_file_that_is_no_concept_is_told_over_the_window_that_is_there(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    (tmp_path / "leer.ikonzept").touch()
    assert program.open(tmp_path / "leer.ikonzept") is None
    assert "„leer.ikonzept“ ist leer" in window.banner.words.text()
    buttons(window.banner)["Verstanden"].click()
    assert window.banner.isHidden()


def test_of_a_damaged_concept_what_can_be_read_is_rescued_into_a_new_file(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(tmp_path / "a.ikonzept")
    file.write_bytes(file.read_bytes().replace(b"Ein Ziel.", b"Ein Tier."))
    damaged = file.read_bytes()
    assert program.open(file) is None
    banner = program.show_start().banner
    assert "ist beschädigt, und zwar im Abschnitt „Ziele“" in banner.words.text()
    choose(monkeypatch, file)
    buttons(banner)["Retten, was lesbar ist …"].click()
    assert "bleibt, wie sie ist" in banner.words.text()
    assert program.open(file) is None
    choose(monkeypatch, tmp_path / "gerettet")
    buttons(banner)["Retten, was lesbar ist …"].click()
    settle()
    [window] = program.windows
    assert window.session.path == tmp_path / "gerettet.ikonzept"
    assert titles(window) == ["Einleitung", "Ziele", "Ausblick"]
    assert "Der Kreis." in str(window.session.document.sections[0])
    assert "die beschädigte Datei ist unverändert" in window.banner.words.text()
    assert file.read_bytes() == damaged


def test_nothing_is_rescued_into_a_concept_that_is_open(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "b.ikonzept"))
    file = made(tmp_path / "a.ikonzept")
    file.write_bytes(file.read_bytes().replace(b"Ein Ziel.", b"Ein Tier."))
    assert program.open(file) is None
    choose(monkeypatch, tmp_path / "b.ikonzept")
    buttons(window.banner)["Retten, was lesbar ist …"].click()
    assert "geöffnet" in window.banner.words.text()
    assert "Zum Lesen öffnen" not in buttons(window.banner)
    assert program.windows == [window]
    write(window, " Und weiter.")
    assert window.session.save_now()


def test_save_as_goes_on_in_the_new_file_with_its_history(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    write(window, " Ein Satz.")
    choose(monkeypatch, tmp_path / "b")
    window.actions_by_key["save_as"].trigger()
    settle()
    [moved] = program.windows
    assert moved is not window
    assert moved.session.path == tmp_path / "b.ikonzept"
    assert moved.session.document == window.session.document
    moved.actions_by_key["undo"].trigger()
    assert moved.session.document != window.session.document


def test_a_copy_that_is_given_away_has_no_history(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    write(window, " Ein Satz.")
    choose(monkeypatch, tmp_path / "kopie.ikonzept")
    window.actions_by_key["give_copy"].trigger()
    assert "weder Verlauf noch Papierkorb" in window.banner.words.text()
    copy = open_project(tmp_path / "kopie.ikonzept")
    assert copy.project.document.sections == window.session.document.sections
    assert copy.project.undo_label() == ""
    copy.store.close()
    assert window.session.project.undo_label()


def test_saving_over_the_open_file_is_refused_in_a_sentence(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    choose(monkeypatch, tmp_path / "a.ikonzept")
    window.actions_by_key["save_as"].trigger()
    assert "in der Sie gerade schreiben" in window.banner.words.text()
    assert program.windows == [window]


def test_a_new_concept_comes_from_its_template(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "neu")
    program.show_start().page.new_button.click()
    settle()
    [window] = program.windows
    assert window.session.path == tmp_path / "neu.ikonzept"
    assert "Handlungsfelder" in titles(window)
    assert start_window().isHidden()


def test_recent_files_come_back_and_can_be_forgotten(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("a", "b"):
        shown(program, made(tmp_path / f"{name}.ikonzept")).close()
    (tmp_path / "a.ikonzept").unlink()
    recent = program.show_start().page.recent
    qtbot.waitUntil(lambda: "nicht zu finden" in str(recent.item(1).data(Qt.ItemDataRole.AccessibleTextRole)))
    assert [recent.item(row).text() for row in range(recent.count())] == ["b", "a"]
    recent.setCurrentRow(1)
    QTest.keyClick(recent, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: recent.count() == 1)
    assert program.settings.recent_files == (str(tmp_path / "b.ikonzept"),)
    QTest.keyClick(recent, Qt.Key.Key_Return)
    assert [window.session.path.name for window in program.windows] == ["b.ikonzept"]


def test_choices_and_layout_hold_for_the_next_start(program: Program, qapp: QApplication, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.resize(1400, 600)
    window.actions_by_key["show_inspector"].trigger()
    window.actions_by_key["zoom_in"].trigger()
    window.resize(700, 500)
    window.close()
    program.remember(lambda known: replace(known, writer_name="Sozialplanung"))

    later = shown(Program(qapp, tmp_path / "settings.json"), tmp_path / "a.ikonzept")
    assert (later.width(), later.height()) == (700, 500)
    later.resize(1400, 600)
    assert later.side.isHidden()
    assert not later.outline.isHidden()
    assert later.zoom() == 110
    assert later.inspector.notes.author()[0] == "Sozialplanung"
    later.close()


def test_a_closed_concept_leaves_the_memory(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    shown(program, made(tmp_path / "a.ikonzept"))
    window = shown(program, made(tmp_path / "b.ikonzept"))
    write(window, " Ein Satz.")
    session = window.session
    traces: list[weakref.ref[object]] = [weakref.ref(window), weakref.ref(session), weakref.ref(session.project)]
    window.close()
    del window, session
    qtbot.waitUntil(lambda: [trace() for trace in traces] == [None, None, None])


def test_the_sections_of_a_closed_concept_leave_the_memory(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    stays = shown(program, made(tmp_path / "a.ikonzept", doc(chapter("Bleibt", p("Der Kreis.")))))
    goes = shown(program, made(tmp_path / "b.ikonzept", doc(chapter("Geht", p("Der Kreis.")))))
    goes.close()
    del goes
    qtbot.waitUntil(lambda: not {"Geht"} & _titles_in_memory())
    assert _titles_in_memory() >= set(titles(stays))


def _titles_in_memory() -> set[str]:
    gc.unfreeze()
    return {known.title for known in gc.get_objects() if isinstance(known, Section)}


def test_a_window_that_is_minimized_comes_back(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.showMinimized()
    program.open(tmp_path / "a.ikonzept")
    assert not window.isMinimized()


def test_quitting_leaves_the_window_open_that_cannot_save(program: Program, tmp_path: Path) -> None:
    safe, full = shown(program, made(tmp_path / "a.ikonzept")), shown(program, made(tmp_path / "b.ikonzept"))
    with full_disk(tmp_path / "b.ikonzept"):
        write_much(full)
        program.quit()
        assert program.windows == [full]
        assert full.isVisible()
        assert "noch nicht auf dem Laufwerk" in full.banner.words.text()
    assert safe not in program.windows
    buttons(full.banner)["Erneut versuchen"].click()
    assert program.windows == []


def test_no_button_of_what_the_program_tells_about_itself_says_ok(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.extend(button.text() for button in box.buttons()))
    shown(program, made(tmp_path / "a.ikonzept")).actions_by_key["about"].trigger()
    assert said == ["Schließen"]


def test_that_the_program_was_torn_away_is_told_over_the_concept_with_its_report(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_files(monkeypatch)
    window = shown(program, made(tmp_path / "a.ikonzept"))
    tell_of_crash(program, tmp_path / "absturz.txt")
    assert window.banner.says(texts.CRASHED)
    buttons(window.banner)[texts.OPEN_REPORT].click()
    assert opened == [tmp_path / "absturz.txt"]


def test_that_the_program_was_torn_away_is_told_on_the_start_page_too(program: Program, tmp_path: Path) -> None:
    tell_of_crash(program, tmp_path / "absturz.txt")
    assert start_window().banner.says(texts.CRASHED)


def test_an_error_is_told_with_its_report_and_one_goes_on_writing(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.extend([box.text(), box.defaultButton().text()])
        next(button for button in box.buttons() if button.text() == texts.OPEN_REPORT).click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    opened = opened_files(monkeypatch)
    report = tmp_path / "fehler.txt"
    tell_of_error(report)
    assert said == [texts.ERROR.format(report=report), texts.GO_ON]
    assert opened == [report]


def test_whoever_logs_off_has_every_word_on_disk_and_may_still_stay(program: Program, tmp_path: Path) -> None:
    path = made(tmp_path / "a.ikonzept")
    window = shown(program, path)
    write(window, "Ehe ich gehe. ")
    program.save_all()
    assert "Ehe ich gehe." in text_on_disk(path)
    assert program.windows == [window]


def test_the_log_is_opened_with_what_the_system_has_for_it(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opened_files(monkeypatch)
    shown(program, made(tmp_path / "a.ikonzept")).actions_by_key["log"].trigger()
    (log,) = opened
    assert log.parent == user_folders().state
    assert log.exists()


def test_where_a_log_lies_that_nothing_opens_is_said(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "open_file", lambda _path: False)
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.actions_by_key["log"].trigger()
    assert str(user_folders().state) in window.banner.words.text()
