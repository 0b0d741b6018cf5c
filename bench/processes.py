"""Runs whole processes and tells what they took."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RUNS = 5
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
TOP = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Took:
    """What one process took, start and end included."""

    seconds: float
    memory_mb: float
    """The largest resident set of any of its processes, MiB."""


def environment() -> dict[str, str]:
    """Give the conditions of every run: no display, compiled modules kept, our own modules found, nobody's settings."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    folders = {name: f"{_home().name}/{name.lower()}" for name in _FOLDERS}
    return {**kept, **folders, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP)}


@cache
def _home() -> "tempfile.TemporaryDirectory[str]":
    """Make the user's folders of all runs; they go with this process."""
    return tempfile.TemporaryDirectory(prefix="ikonzept-bench-home-")


def run(command: Sequence[str], most: int = 0) -> Took:
    """Run a command to its end; raises CalledProcessError with what it said where it ends with a larger status."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        list(command), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=TOP
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _pid, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if not 0 <= process.returncode <= most:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Took(seconds, used.ru_maxrss / 1024)


def answer(command: Sequence[str]) -> str:
    """Run a command and give what it prints."""
    done = subprocess.run(list(command), env=environment(), capture_output=True, text=True, check=True, cwd=TOP)
    return done.stdout


def python(*words: str) -> list[str]:
    """Give the command for a module of ours in this interpreter."""
    return [sys.executable, "-m", *words]


def in_turn(*commands: Callable[[], Took], runs: int = RUNS) -> list[Took]:
    """Run commands by turns, so that a slow minute of the machine hits each alike; give the median of each.

    The first round only warms caches and is not counted.
    """
    rounds = [[command() for command in commands] for _ in range(runs + 1)][1:]
    return [
        Took(statistics.median(took.seconds for took in row), max(took.memory_mb for took in row))
        for row in zip(*rounds, strict=True)
    ]


def median(values: Sequence[float]) -> float:
    """Give the median."""
    return statistics.median(values)
