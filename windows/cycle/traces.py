"""Which files of a drive come, go and change: what a program leaves behind, to the last file."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Windows' own house, and what is temporary by name; the trial's own luggage lies in build.
_PASSED_OVER = ("windows/", "build/", "programdata/microsoft/", "users/*/temp/", "users/*/appdata/local/temp/")


@dataclass(frozen=True, slots=True)
class Traces:
    """The files of a drive, by their paths with slashes, each with a digest of its bytes."""

    files: dict[str, str]

    def since(self, before: "Traces") -> tuple[list[str], list[str], list[str]]:
        """Tell which files have come, gone and changed."""
        come = sorted(self.files.keys() - before.files.keys())
        gone = sorted(before.files.keys() - self.files.keys())
        both = self.files.keys() & before.files.keys()
        return come, gone, sorted(path for path in both if self.files[path] != before.files[path])


def traces_of(drive: Path) -> Traces:
    """Look at all files of a drive, as far as they are not Windows' own."""
    found = {}
    for file in drive.rglob("*"):
        path = file.relative_to(drive).as_posix()
        if file.is_file() and not is_passed_over(path):
            found[path] = hashlib.sha256(file.read_bytes()).hexdigest()
    return Traces(found)


def is_passed_over(path: str) -> bool:
    """Tell whether a file (its path with slashes) is none that counts."""
    parts = path.lower().split("/")
    return any(_begins(parts, pattern.rstrip("/").split("/")) for pattern in _PASSED_OVER)


def elsewhere(paths: Iterable[str], allowed: Iterable[str]) -> list[str]:
    """Give the paths that neither are nor lie below one of those that are allowed."""
    folders = [folder.lower().rstrip("/") + "/" for folder in allowed]
    return [path for path in paths if not any(f"{path.lower()}/".startswith(folder) for folder in folders)]


def _begins(parts: list[str], pattern: list[str]) -> bool:
    return len(parts) > len(pattern) and all(
        wanted in {"*", part} for part, wanted in zip(parts, pattern, strict=False)
    )
