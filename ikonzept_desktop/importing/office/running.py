"""LibreOffice run once, without a window, within bounds of time, memory and what it may write.

Where the system can, it has no network at all, and it ends with the process that has started it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

SECONDS = 60
MEGABYTES = 3072
"""Of address space: much of it is never used."""
LARGEST_MADE = 300 * 1024 * 1024
"""Bytes of a file that it writes."""
_AGAIN = 81
"""What the program ends with when its new profile is made and it wants to be started anew."""
_TARGET = "docx:MS Word 2007 XML"
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard")
_MEGABYTE = 1024 * 1024


class TooSlow(Exception):
    """The conversion took longer than it may, and was ended."""


class NotMade(Exception):
    """The conversion ended without a document."""


def convert(program: Path, source: Path, folder: Path, profile: Path) -> Path:
    """Make a Word file of a document in a folder; raises TooSlow or NotMade."""
    command = [*_without_network(), str(program), f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS]
    command += ["--convert-to", _TARGET, "--outdir", str(folder), str(source)]
    if _run(command, folder) == _AGAIN:
        _run(command, folder)
    made = folder / f"{source.stem}.docx"
    if not made.is_file():
        raise NotMade
    return made


def _run(command: list[str], folder: Path) -> int:
    process, end = _started(command, folder)
    try:
        return process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    finally:
        end()
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Give what the program is told of the machine: where it is, and a folder for a home."""
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT")
    told = {name: os.environ[name] for name in kept if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP"), str(folder))
    return {**told, **homes, "SAL_USE_VCLPLUGIN": "svp", "SAL_DISABLE_WATCHDOG": "1"}


Started = tuple["subprocess.Popen[bytes]", Callable[[], None]]
"""A process, and what ends it with all that it has started."""

if sys.platform == "win32":
    from ikonzept_desktop.jobs.limits import Leash

    def _without_network() -> list[str]:
        return []

    def _started(command: list[str], folder: Path) -> Started:
        """Start it outside of the job that bounds this process, which has less memory than it takes, in its own."""
        silent = subprocess.CREATE_NO_WINDOW
        try:
            process = _popen(command, folder, silent | subprocess.CREATE_BREAKAWAY_FROM_JOB)
        except PermissionError:
            process = _popen(command, folder, silent)
        try:
            return process, Leash(process.pid, MEGABYTES).end
        except OSError:
            return process, partial(_end, process)

    def _popen(command: list[str], folder: Path, flags: int) -> "subprocess.Popen[bytes]":
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            command, cwd=folder, env=_environment(folder), stdin=quiet, stdout=quiet, stderr=quiet, creationflags=flags
        )

    def _end(process: "subprocess.Popen[bytes]") -> None:
        """End it with all that it has started."""
        if process.poll() is None:
            ender = Path(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")  # a bare name is looked for here first
            tree = [str(ender), "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, capture_output=True, creationflags=subprocess.CREATE_NO_WINDOW)
            process.kill()

else:
    import resource
    import signal

    _BOUNDS = {resource.RLIMIT_AS: MEGABYTES * _MEGABYTE, resource.RLIMIT_FSIZE: LARGEST_MADE}

    def _without_network() -> list[str]:
        """Give what to put before a command so that it sees no network and dies with this process."""
        alone: list[str] = []
        if unshare := shutil.which("unshare"):
            apart = [unshare, "--map-root-user", "--net"]
            allowed = subprocess.run([*apart, "true"], check=False, capture_output=True).returncode == 0
            alone += apart if allowed else []
        if setpriv := shutil.which("setpriv"):
            alone += [setpriv, "--pdeathsig", "KILL"]
        return alone

    def _started(command: list[str], folder: Path) -> Started:
        quiet = subprocess.DEVNULL
        with _bounds():
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=_environment(folder),
                stdin=quiet,
                stdout=quiet,
                stderr=quiet,
                start_new_session=True,
            )
        return process, partial(_end, process)

    @contextmanager
    def _bounds() -> Iterator[None]:
        """Have the limits of this process be those of one that is started meanwhile."""
        before = {kind: resource.getrlimit(kind) for kind in _BOUNDS}
        try:
            for kind, most in _BOUNDS.items():
                hardest = before[kind][1]
                resource.setrlimit(kind, (most if hardest < 0 else min(most, hardest), hardest))
            yield
        finally:
            for kind, limits in before.items():
                resource.setrlimit(kind, limits)

    def _end(process: "subprocess.Popen[bytes]") -> None:
        """End it with all that it has started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
