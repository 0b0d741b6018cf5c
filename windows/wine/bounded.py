"""Commands with an end: nothing to read from, a time limit, and a process group that is killed as a whole."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence

_LAST_WORDS = 5.0
"""Seconds for the pipe of a killed command to run dry."""


def bounded(
    command: Sequence[str], seconds: float, meanwhile: Callable[[subprocess.Popen[bytes]], bool] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and give its code and what it said, on both channels, with line feeds.

    Raises subprocess.TimeoutExpired, its output what was said till then and every process of its group killed.
    `meanwhile` is called while it runs; where it gives True the command is ended then, which is no failure.
    """
    begun = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        if meanwhile is not None and meanwhile(process):
            return subprocess.CompletedProcess(command, 0, _text(end(process)))
        out, _ = process.communicate(timeout=max(seconds - (time.monotonic() - begun), 0.0))
    except subprocess.TimeoutExpired:
        raise subprocess.TimeoutExpired(command, seconds, _text(end(process))) from None
    finally:
        if process.poll() is None:
            end(process)
    return subprocess.CompletedProcess(command, process.returncode, _text(out))


def end(process: subprocess.Popen[bytes]) -> bytes:
    """Kill a process and its group; give what it has said."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    try:
        return process.communicate(timeout=_LAST_WORDS)[0]
    except subprocess.TimeoutExpired as error:  # somebody outside of the group holds the pipe: it is left to them
        if process.stdout is not None:
            process.stdout.close()
        return error.output or b""


def _text(out: bytes) -> str:
    """Read what was said: UTF-8, or else the 850 of a German console."""
    try:
        text = out.decode("utf-8")
    except UnicodeDecodeError:
        text = out.decode("cp850", "replace")
    return text.replace("\r\n", "\n")
