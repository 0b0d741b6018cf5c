"""The program from beginning to end, as a process of its own: its look, its log, and what is told of its end."""

import subprocess
import sys
from pathlib import Path

import pytest

from ikonzept_desktop.paths import user_folders

HEAD = """
import sys
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from ikonzept_desktop import app
app._AT_REST = 0
made = app.make_program

def make_program():
    program = made()
    QTimer.singleShot(0, while_it_runs)
    QTimer.singleShot(50, program.quit)
    return program

app.make_program = make_program
"""
TAIL = """
sys.exit(app.run(None))
"""


def ran(script: str) -> tuple[str, list[str]]:
    """Run the program with something to do; give what it said, and the events in its log, without their times."""
    command = [sys.executable, "-c", HEAD + script + TAIL]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    log = user_folders().state / "Protokoll.txt"
    return ended.stdout + ended.stderr, [line[21:] for line in log.read_text(encoding="utf-8").splitlines()]


def reports() -> list[Path]:
    return [path for path in user_folders().state.iterdir() if path.name != "Protokoll.txt"]


def test_beginning_and_end_are_written_down_and_nothing_else_is_left() -> None:
    said, events = ran("while_it_runs = lambda: None")
    assert said == ""
    assert events[0].startswith("Begonnen: iKonzept ")
    assert "Qt 6." in events[0]
    assert events[1:] == ["Beendet."]
    assert reports() == []


def test_a_screen_of_one_and_a_quarter_is_drawn_so_and_not_rounded() -> None:
    said, _ = ran("while_it_runs = lambda: print(QGuiApplication.highDpiScaleFactorRoundingPolicy().name)")
    assert said == "PassThrough\n"


def test_a_warning_of_qt_is_written_down_without_names() -> None:
    said, events = ran("while_it_runs = lambda: qWarning('cannot read \"C:/Kreis/Konzept.ikonzept\"')")
    assert "cannot read" in said
    assert "Qt: cannot read „…“" in events


@pytest.mark.parametrize("message", ["Aus dem Konzept"])
def test_an_error_is_reported_without_its_words(message: str) -> None:
    script = f"""
from ikonzept_desktop.ui import mishaps
app.tell_of_error = lambda report: print("told", report.name)
def while_it_runs():
    raise ValueError("{message}")
"""
    said, events = ran(script)
    (report,) = reports()
    assert said == f"told {report.name}\n"
    assert message not in "".join(events)
    assert any(event.startswith("Fehler: builtins.ValueError") for event in events)


def test_without_a_console_what_is_said_goes_into_the_log() -> None:
    _, events = ran("sys.stderr = None\nwhile_it_runs = lambda: print('zu niemandem', file=sys.stderr)")
    assert "zu niemandem" in events


def test_logging_off_saves_before_the_program_is_torn_away() -> None:
    script = """
import ctypes, shiboken6
from PySide6.QtGui import QSessionManager
from ikonzept_desktop.ui.program import Program
Program.save_all = lambda program: print("saved")
nobody = ctypes.create_string_buffer(4096)
def while_it_runs():
    manager = shiboken6.wrapInstance(ctypes.addressof(nobody), QSessionManager)
    QGuiApplication.instance().commitDataRequest.emit(manager)
"""
    assert ran(script)[0] == "saved\n"
