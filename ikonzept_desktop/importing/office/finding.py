"""Where LibreOffice is, if it is there at all."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_NAMES = ("soffice", "libreoffice", "lowriter")
_FOLDERS = ("/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/snap/bin")
_BESIDE = "/opt"
"""Where packages of LibreOffice's own are installed, each version in a folder of its own."""
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
"""The environment's names for the folders of programs."""


def office_program() -> Path | None:
    """Give the program that converts documents; None where LibreOffice is not installed."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    return _of_windows() if sys.platform == "win32" else _of_unix()


def _of_windows() -> Iterator[Path]:
    """Look where only administrators write: a search would begin in the folder of the concept that was clicked on."""
    for name in _WINDOWS:
        if folder := os.environ.get(name):
            yield Path(folder, "LibreOffice", "program", "soffice.com")  # ends when its work has ended


def _of_unix() -> Iterator[Path]:
    for name in _NAMES:
        if found := shutil.which(name):
            yield _itself(Path(found))
    for folder in (*_FOLDERS, *map(str, sorted(Path(_BESIDE).glob("libreoffice*/program"), reverse=True))):
        yield _itself(Path(folder, "soffice"))


def _itself(starter: Path) -> Path:
    """Give the program that a script starts, so that whoever ends it ends the work."""
    beside = starter.resolve().with_name("soffice.bin")
    return beside if beside.is_file() else starter
