"""Whether the setup is to be tried under Wine: where what it hangs on is not what a whole cycle was green with.

The digests of the last green ones lie in the user's cache, beside the Debian with Wine.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

VARIABLE = "IKONZEPT_WINDOWS"
"""Where it is set to "always" or "never", that holds."""

TOUCHING = (
    *("installer.iss", "windows/", "requirements/run.txt", "requirements/windows", "dev.py", ".ci/"),
    *("ikonzept_desktop/__main__.py", "ikonzept_desktop/app.py", "ikonzept_desktop/paths.py"),
    *("ikonzept_desktop/cli.py", "ikonzept_desktop/cli_arguments.py", "ikonzept_desktop/cli_selftest.py"),
    *("resources/icons/app.ico",),
)
"""Files, and beginnings of paths, that packaging and the start under Windows hang on."""

KEPT = 10
"""So many green digests are remembered: branches that are tried in turn do not drive each other out."""


def digest(top: Path) -> str:
    """Give the digest of all files that the setup hangs on: their paths and their bytes."""
    found = hashlib.sha256()
    for file in _files(top):
        path = file.relative_to(top).as_posix()
        found.update(f"{path}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def is_wanted(present: str, green: Sequence[str], said: str = "") -> str:
    """Say why the setup is to be tried; nothing where it need not be."""
    if said in {"always", "never"}:
        return f"{VARIABLE} says so" if said == "always" else ""
    if not green:
        return "no cycle was green here yet"
    return "" if present in green else "what it hangs on is not as it was in any of the last green cycles"


def said_by_environment() -> str:
    """Give what the environment says of it."""
    return os.environ.get(VARIABLE, "")


def green_digests(folder: Path) -> list[str]:
    """Give the digests of the last green cycles, the latest at the end; none where they cannot be read."""
    try:
        return _stamps(folder).read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def remember(folder: Path, present: str) -> None:
    """Have a digest be the latest of the green ones."""
    others = [each for each in green_digests(folder) if each != present]
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = _stamps(folder).with_suffix(f".{os.getpid()}")
    unfinished.write_text("\n".join([*others, present][-KEPT:]) + "\n", encoding="ascii")
    unfinished.replace(_stamps(folder))


def _stamps(folder: Path) -> Path:
    return folder / "green.txt"


def _files(top: Path) -> Iterator[Path]:
    """Give the files in one order everywhere; what Python keeps of its own accord is none of them."""
    found = {file for beginning in TOUCHING for file in _beginning_with(top, beginning)}
    yield from sorted(file for file in found if file.is_file() and "__pycache__" not in file.parts)


def _beginning_with(top: Path, beginning: str) -> Iterator[Path]:
    yield from (top / beginning).rglob("*") if beginning.endswith("/") else top.glob(f"{beginning}*")
