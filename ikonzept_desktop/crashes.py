"""What goes wrong in the program itself: written to files for whoever looks after it, with nothing of the text in it.

A crash of Python's ground (faulthandler) goes into a file that the running program holds open, and removes when it
ends as it should; who finds one that nobody holds knows that the program was torn away.
"""

import faulthandler
import os
import re
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from ikonzept_desktop import local_time, logbook
from ikonzept_desktop.paths import TOP, free_path

REPORTS_KEPT = 20
_CRASH = r"Fatal Python error|Windows fatal exception: (?!code 0x80(01|07)[0-9a-fA-F]{4}\b)"
"""What faulthandler writes of an end; calls to other programs that failed (RPC) are written down too, and survived."""
_RUNNING = "absturz-{process}.log"

Tell = Callable[[Path], object]


class CrashWatch:
    """Watches over this process from `begin` to `end`."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        """Keep reports in a folder; `tell` is called in the main thread with each that is written."""
        self._folder = folder
        self._tell = tell
        self._file: TextIO | None = None
        self._known: Counter[str] = Counter()

    def begin(self) -> Path | None:
        """Watch from now on; give what a program that was torn away left to be read, None where none did."""
        found = None
        with suppress(OSError):  # without a folder to write in the program runs all the same
            self._folder.mkdir(parents=True, exist_ok=True)
            found = left_behind(self._folder)
            self._file = (self._folder / _RUNNING.format(process=os.getpid())).open("w", encoding="utf-8")
            _hold(self._file)
            faulthandler.enable(self._file)
        sys.excepthook = self._report
        threading.excepthook = lambda args: self._report(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        sys.unraisablehook = lambda said: self._note(said.exc_type, said.exc_traceback)
        return found

    def end(self) -> None:
        """Leave as one should: nothing is left to be found."""
        for event, times in self._known.items():
            if times > 1:
                logbook.note(f"{times}-mal: {event}")
        self._known.clear()
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        with suppress(OSError):
            Path(self._file.name).unlink()
        self._file = None

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        event = f"Fehler: {kind.__module__}.{kind.__qualname__} {place_of(trace)}"
        self._known[event] += 1
        if self._known[event] > 1:
            return  # whatever paints or ticks fails again and again: one may write on, and earlier reports stay
        logbook.note(event)
        try:
            written = write_report(self._folder, kind, trace)
        except OSError:
            return
        if threading.current_thread() is threading.main_thread():
            self._tell(written)

    @staticmethod
    def _note(kind: type[BaseException], trace: TracebackType | None) -> None:
        logbook.note(f"Fehler beim Aufräumen: {kind.__module__}.{kind.__qualname__} {place_of(trace)}")


def write_report(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write place and kind of an error; its message is left out, for it may hold words of the concept."""
    path = free_path(folder, f"fehler-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.txt")
    frames = traceback.extract_tb(trace)
    called = (f"  {_of_ours(each.filename)}, Zeile {each.lineno}, in {each.name}\n" for each in frames)
    lines = [f"{kind.__module__}.{kind.__qualname__}\n", *called]
    path.write_text("".join(lines), encoding="utf-8")
    _thin_out(folder, "fehler-*.txt")
    return path


def left_behind(folder: Path) -> Path | None:
    """Give the newest report that a program which was torn away left, put under a name of its own.

    One that left nothing to read was ended from outside, as by a power cut: that is noted, and no more.
    """
    newest = None
    for file in sorted(folder.glob(_RUNNING.format(process="*")), key=_changed):
        if not _is_held(file):
            with suppress(OSError):
                newest = _taken_over(file) or newest
    _thin_out(folder, "absturz-*.txt")
    return newest


def _taken_over(file: Path) -> Path | None:
    said = file.read_text(encoding="utf-8", errors="replace")
    if not re.search(_CRASH, said):
        file.unlink()
        logbook.note("Das Programm endete beim letzten Mal, ohne sich zu verabschieden.")
        return None
    when = local_time.of_stamp(_changed(file))
    kept = free_path(file.parent, f"absturz-{when:%Y-%m-%d-%H%M%S}.txt")
    for place in (TOP, Path(sys.prefix), Path.home()):
        said = said.replace(str(place), "…")
    file.write_text(said, encoding="utf-8")
    os.utime(file, (when.timestamp(), when.timestamp()))
    file.replace(kept)
    logbook.note(f"Absturz beim letzten Mal, Bericht: {kept.name}")
    return kept


def place_of(trace: TracebackType | None) -> str:
    """Say where in our code an error came from: module and line, and no more."""
    frames = traceback.extract_tb(trace)
    return f"in {Path(frames[-1].filename).name}, Zeile {frames[-1].lineno}" if frames else "an unbekannter Stelle"


def _of_ours(file: str) -> str:
    """Give a source file without the folders above the program, which are named after the user."""
    for place in (TOP, Path(sys.prefix)):
        if Path(file).is_relative_to(place):
            return Path(file).relative_to(place).as_posix()
    return Path(file).name


def _thin_out(folder: Path, pattern: str) -> None:
    for old in sorted(folder.glob(pattern))[:-REPORTS_KEPT]:
        with suppress(OSError):
            old.unlink()


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


if sys.platform == "win32":

    def _hold(_file: TextIO) -> None:
        """Do nothing: Windows lets nobody rename a file that a program has open."""

    def _is_held(file: Path) -> bool:
        try:
            file.rename(file)
        except OSError:
            return True
        return False

else:
    import fcntl

    def _hold(file: TextIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_held(file: Path) -> bool:
        try:
            with file.open("rb") as opened:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        return False
