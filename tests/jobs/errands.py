"""What the tests let a child process do."""

import errno
import os
import signal
import sys
import time
from pathlib import Path

from ikonzept_desktop.jobs import Report


class Rejected(Exception):
    """An error that pickles."""


class Awkward(Exception):
    """An error that cannot be unpickled: its init wants two arguments and hands on one."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} in {where}")


def add(report: Report, one: int, other: int) -> int:
    report(0.5, "zählt zusammen")
    return one + other


def process_number(report: Report) -> int:
    return os.getpid()


def loaded(report: Report, module: str) -> bool:
    return module in sys.modules


def reject(report: Report, what: str) -> None:
    raise Rejected(what)


def reject_awkwardly(report: Report) -> None:
    raise Awkward("Fehler", "Kapitel 2")


def fill_the_disk(report: Report) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def hang(report: Report, sign: Path) -> None:
    sign.write_text(str(os.getpid()), encoding="utf-8")
    report(0.25, "hängt")
    while True:
        time.sleep(3600)


def crash(report: Report) -> None:
    os.abort()


def exit_silently(report: Report) -> None:
    os._exit(7)


def segfault(report: Report) -> None:
    signal.raise_signal(signal.SIGSEGV)


def report_often(report: Report, times: int) -> None:
    for number in range(times):
        report(number / times, f"Schritt {number}")


def give_memory(report: Report, megabytes: int) -> tuple[bytes, ...]:
    """Give a result of that size, in small parts: there is no room for it a second time."""
    return tuple(bytes(1024) + str(n).encode() for n in range(megabytes * 1024))


def take_memory(report: Report, megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def measure(report: Report, data: bytes) -> int:
    return len(data)


def give_what_cannot_cross(report: Report) -> object:
    return Path(os.devnull).open(encoding="utf-8")


def interrupt(report: Report) -> str:
    signal.raise_signal(signal.SIGINT)
    return "still here"
