"""Whether a change is to be tried under Wine: where the setup, what it lays down, or how it starts may be another."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

VARIABLE = "IKONZEPT_WINDOWS"
"""Where it is set to "always" or "never", that holds."""

TOUCHING = (
    *("installer.iss", "windows/", "requirements/run.txt", "requirements/windows", "dev.py", ".ci/"),
    *("ikonzept_desktop/__main__.py", "ikonzept_desktop/app.py", "ikonzept_desktop/cli.py"),
    *("ikonzept_desktop/cli_selftest.py", "ikonzept_desktop/paths.py", "resources/icons/app.ico"),
)
"""Files, and beginnings of paths, that packaging and the start under Windows hang on."""


def touches_windows(changed: Iterable[str]) -> list[str]:
    """Give those of the changed files (their paths with slashes) for whose sake the setup is to be tried."""
    return sorted(path for path in changed if path.startswith(TOUCHING))


def is_wanted(changed: Sequence[str] | None, said: str = "") -> str:
    """Say why the setup is to be tried; nothing where it need not be. None: what has changed is not known."""
    if said in {"always", "never"}:
        return f"{VARIABLE} says so" if said == "always" else ""
    if changed is None:
        return "what has changed is not known"
    found = touches_windows(changed)
    return f"{', '.join(found[:3])}{' …' if len(found) > 3 else ''} changed" if found else ""


def said_by_environment() -> str:
    """Give what the environment says of it."""
    return os.environ.get(VARIABLE, "")


def changed_files(top: Path) -> list[str] | None:
    """Give the files that are not as on the main branch, or as in the commit before on that itself; None: unknown."""
    base = _git(top, "merge-base", "HEAD", "origin/main")
    head = _git(top, "rev-parse", "HEAD")
    if base is None or base == head:
        base = _git(top, "rev-parse", "HEAD~1")
    if base is None:
        return None
    committed = _git(top, "diff", "--name-only", base[0] if base else "HEAD")
    beside = _git(top, "ls-files", "--others", "--exclude-standard")
    return None if committed is None or beside is None else [*committed, *beside]


def _git(top: Path, *words: str) -> list[str] | None:
    """Give the lines that git answers with; None where it cannot."""
    quiet = ["-c", "core.quotepath=off"]
    try:
        ran = subprocess.run(["git", *quiet, *words], cwd=top, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ran.stdout.splitlines() if ran.returncode == 0 else None
