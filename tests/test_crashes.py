"""What goes wrong in the program is written down without a word of the text, and who was torn away is found out."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ikonzept_desktop import logbook
from ikonzept_desktop.crashes import REPORTS_KEPT, CrashWatch, left_behind, write_report
from ikonzept_desktop.logbook import Logbook
from ikonzept_desktop.paths import TOP

TORN = """
import faulthandler, os, sys
from pathlib import Path
from ikonzept_desktop.crashes import CrashWatch
watch = CrashWatch(Path(sys.argv[1]), print)
print("found", watch.begin(), flush=True)
if sys.argv[2] == "fall": faulthandler._sigabrt()
if sys.argv[2] == "cut": os._exit(1)
if sys.argv[2] == "wait": sys.stdin.readline()
watch.end()
"""


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    logbook.end()


def program(folder: Path, end: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", TORN, str(folder), end]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def failed(words: str) -> BaseException:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_a_report_says_where_and_of_what_kind_and_nothing_of_the_text(tmp_path: Path) -> None:
    error = failed("Aus dem Konzept")
    said = write_report(tmp_path, type(error), error.__traceback__).read_text(encoding="utf-8")
    assert error.__traceback__ is not None
    line = error.__traceback__.tb_lineno
    assert said == f"builtins.ValueError\n  tests/test_crashes.py, Zeile {line}, in failed\n"


def test_two_errors_in_one_second_are_two_reports(tmp_path: Path) -> None:
    error = failed("")
    assert len({write_report(tmp_path, type(error), error.__traceback__) for _ in range(3)}) == 3


def test_an_error_that_comes_again_and_again_is_told_once(tmp_path: Path, hooks: None) -> None:
    told: list[Path] = []
    book = logbook.begin(tmp_path / "log")
    watch = CrashWatch(tmp_path, told.append)
    watch.begin()
    for _ in range(5):
        error = failed("")
        sys.excepthook(type(error), error, error.__traceback__)
    watch.end()
    assert len(told) == 1
    assert len(list(tmp_path.glob("fehler-*.txt"))) == 1
    assert [line[21:37] for line in book.path.read_text(encoding="utf-8").splitlines()] == [
        "Fehler: builtins",
        "5-mal: Fehler: b",
    ]


def test_only_so_many_reports_are_kept(tmp_path: Path) -> None:
    for minute in range(REPORTS_KEPT + 5):
        (tmp_path / f"fehler-2015-03-12-10{minute:02}00.txt").touch()
    error = failed("")
    written = write_report(tmp_path, type(error), error.__traceback__)
    assert written.exists()
    assert len(list(tmp_path.glob("fehler-*.txt"))) == REPORTS_KEPT


def test_an_error_is_reported_told_and_noted(tmp_path: Path, hooks: None) -> None:
    told: list[Path] = []
    book = logbook.begin(tmp_path)
    watch = CrashWatch(tmp_path, told.append)
    watch.begin()
    error = failed("Aus dem Konzept")
    sys.excepthook(type(error), error, error.__traceback__)
    watch.end()
    assert [path.name[:7] for path in told] == ["fehler-"]
    noted = book.path.read_text(encoding="utf-8")
    assert "Fehler: builtins.ValueError in test_crashes.py, Zeile" in noted
    assert "Konzept" not in noted


def test_an_error_in_another_thread_is_reported_and_not_told(tmp_path: Path, hooks: None) -> None:
    told: list[Path] = []
    watch = CrashWatch(tmp_path, told.append)
    watch.begin()
    error = failed("")
    worker = threading.Thread(target=lambda: sys.excepthook(type(error), error, error.__traceback__))
    worker.start()
    worker.join()
    watch.end()
    assert told == []
    assert len(list(tmp_path.glob("fehler-*.txt"))) == 1


def test_who_leaves_as_one_should_leaves_nothing(tmp_path: Path) -> None:
    first = program(tmp_path, "leave")
    assert first.communicate()[0] == "found None\n"
    assert list(tmp_path.iterdir()) == []


def test_a_crash_is_found_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    assert program(tmp_path, "fall").communicate()[0] == "found None\n"
    said = program(tmp_path, "leave").communicate()[0]
    report = Path(said.removeprefix("found ").strip())
    assert report.name.startswith("absturz-20")
    assert "Abort" in report.read_text(encoding="utf-8")
    assert program(tmp_path, "leave").communicate()[0] == "found None\n"


def test_a_report_of_a_crash_names_no_folder_of_the_user(tmp_path: Path) -> None:
    said = 'Fatal Python error: Aborted\n  File "{}/ikonzept_desktop/app.py", line 7 in run\n'
    (tmp_path / "absturz-1.log").write_text(said.format(TOP), encoding="utf-8")
    report = left_behind(tmp_path)
    assert report is not None
    assert report.read_text(encoding="utf-8") == said.format("…")


@pytest.mark.parametrize(
    ("said", "crash"),
    [
        ("Windows fatal exception: access violation", True),
        ("Windows fatal exception: code 0xc0000374", True),
        ("Windows fatal exception: code 0x8001010d", False),
        ("", False),
    ],
)
def test_what_windows_only_mentions_is_no_crash(tmp_path: Path, said: str, crash: bool) -> None:
    (tmp_path / "absturz-1.log").write_text(f"{said}\n\nThread 0x1:\n", encoding="utf-8")
    assert (left_behind(tmp_path) is not None) is crash


def test_who_was_ended_from_outside_is_noted_and_nobody_is_troubled(tmp_path: Path, hooks: None) -> None:
    program(tmp_path, "cut").communicate()
    book = Logbook(tmp_path / "log")
    logbook.begin(tmp_path / "log")
    assert left_behind(tmp_path) is None
    assert "ohne sich zu verabschieden" in book.path.read_text(encoding="utf-8")
    assert list(tmp_path.glob("absturz-*")) == []


def test_another_program_that_runs_is_left_alone(tmp_path: Path) -> None:
    running = program(tmp_path, "wait")
    assert running.stdout is not None
    assert running.stdout.readline() == "found None\n"
    assert left_behind(tmp_path) is None
    assert [path.name for path in tmp_path.iterdir()] == [f"absturz-{running.pid}.log"]
    running.communicate("\n")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_program_that_was_killed_is_no_crash(tmp_path: Path) -> None:
    running = program(tmp_path, "wait")
    assert running.stdout is not None
    running.stdout.readline()
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert left_behind(tmp_path) is None


def test_a_folder_that_cannot_be_made_hinders_nobody(tmp_path: Path, hooks: None) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    watch = CrashWatch(in_the_way / "folder", print)
    assert watch.begin() is None
    error = failed("")
    sys.excepthook(type(error), error, error.__traceback__)
    watch.end()
