"""The log for whoever looks after the program: what it did and where it stumbled, and no word of any concept.

A text file in the user's own folder, one event a line. When it has grown it becomes the first of a few older ones.
"""

import io
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

NAME = "Protokoll.txt"
LARGEST = 256 * 1024
"""Bytes at which a new file is begun."""
KEPT = 3
"""How many older ones there are at most."""
LONGEST = 400
"""Code points of an event; what is longer is cut."""

# Made ready when something is noted first, for a window does not wait for them.
# Names of files and words of a concept stand in quotation marks, and are nobody's business here.
# What is quoted may hold a quotation mark itself, and go on in the next line: rather too much is left out.
_QUOTED = r"„.*“|„.*$|\".*\"|\".*$|(?<!\w)'.*'(?!\w)|(?<!\w)'.*$|«.*»|«.*$|^[^„“]*“"
_PATH = r"(\b[A-Za-z]:[\\/]|\\\\|\bfile:|(?<![\w.])/(home|Users|root|mnt|media|tmp|run|srv)/).*"
_MESSAGE = r"^([A-Za-z_][\w.]*(Error|Exception|Warning|Exit|Answer|Failed|Open)): .*"
"""The end of a traceback: of what kind it was may be said, and not what it says."""


def _now() -> datetime:
    return datetime.now().astimezone()


class Logbook:
    """Writes events down. It never fails: a log that cannot be written is no trouble of the user's."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now) -> None:
        """Write into a folder, which is made at the first event."""
        self.path = folder / NAME
        self._clock = clock

    def note(self, event: str) -> None:
        """Write an event down, with the time; what stands in quotation marks is left out."""
        line = f"{self._clock():%Y-%m-%d %H:%M:%S}  {without_names(event)}\n"
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._begin_anew()
            with self.path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line)

    def _begin_anew(self) -> None:
        """Put a file that has grown aside; where another program holds it, it grows on."""
        if not self.path.exists() or self.path.stat().st_size < LARGEST:
            return
        older = [self.path, *(self.path.with_stem(f"{self.path.stem}-{number}") for number in range(1, KEPT + 1))]
        with suppress(OSError):
            for number in range(KEPT, 0, -1):
                if older[number - 1].exists():
                    older[number - 1].replace(older[number])


class LogStream(io.TextIOBase):
    """Stands in for a stream of errors where there is none: a program without a console says things to nobody."""

    def __init__(self, book: Logbook) -> None:
        """Hand whole lines to a log."""
        super().__init__()
        self._book = book
        self._begun = ""

    def writable(self) -> bool:
        """Tell that it takes words."""
        return True

    def write(self, text: str) -> int:
        """Take words; each line is an event."""
        *lines, self._begun = (self._begun + text).split("\n")
        for line in filter(str.strip, lines):
            self._book.note(line.rstrip())
        return len(text)


def without_names(event: str) -> str:
    """Make one line of an event, of bounded length; what is quoted, paths and the words of errors are left out."""
    line = re.sub(_PATH, "…", re.sub(_QUOTED, "„…“", re.sub(_MESSAGE, r"\1: …", " ".join(event.split()))))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


class _Current:
    """The log of this process; none before one is opened."""

    book: Logbook | None = None


def begin(folder: Path) -> Logbook:
    """Have this process keep its log in a folder."""
    _Current.book = Logbook(folder)
    return _Current.book


def end() -> None:
    """Have this process keep no log any longer."""
    _Current.book = None


def note(event: str) -> None:
    """Write an event into the log of this process, where it keeps one."""
    if _Current.book is not None:
        _Current.book.note(event)
