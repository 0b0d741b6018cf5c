"""What the child process does with a foreign Word file: it reads the one file it is told, and opens nothing else.

lxml is imported there when it is needed; the window's own process only names the function.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ikonzept_desktop import collector
from ikonzept_desktop.jobs import JobError, JobFailed, Report, Worker
from ikonzept_desktop.reading.whole_file import whole_file
from ikonzept_desktop.reading.word.content import Copy
from ikonzept_desktop.reading.word.refusals import (
    MOST_BYTES,
    REFUSALS,
    WordRefused,
    broken,
    suspicious,
    too_large,
)

T = TypeVar("T")
SECONDS, MEGABYTES = 30, 360
"""What the child may take; of the megabytes of address space a part is taken by the interpreter itself."""


def take_in(report: Report, source: Path, name: str, *, forms: bool = False) -> Copy:
    """Read a Word file, with its forms where they are asked for; raises WordRefused, whose text is for the user."""
    report(0.0, name)
    data = whole_file(source, name, MOST_BYTES, REFUSALS)
    with collector.resting():  # what is read holds no circles
        return taken(data, name, forms=forms)


def taken(data: bytes, name: str, *, forms: bool = False) -> Copy:
    """Read the bytes of a Word file, with its forms where they are asked for; raises WordRefused."""
    from ikonzept_desktop.reading.word.reading import read_copy

    try:
        return read_copy(data, name, forms=forms)
    except MemoryError as error:
        raise too_large(name) from error
    except RecursionError as error:
        raise suspicious(name) from error


def inspection(report: Report, source: Path, name: str) -> str:
    """Read a Word file and give what was found as JSON; raises WordRefused."""
    from ikonzept_desktop.reading.word.inspection import as_json

    with collector.resting():
        return as_json(take_in(report, source, name))


def counts(report: Report, source: Path, name: str) -> dict[str, int]:
    """Read a Word file and count what is in it; raises WordRefused."""
    from ikonzept_desktop.reading.word.inspection import counted

    return counted(take_in(report, source, name))


def read_apart(source: Path, name: str) -> Copy:
    """Read a Word file in a child process of its own and wait for it; raises WordRefused."""
    return _apart(take_in, source, name)


def inspect_apart(source: Path, name: str) -> str:
    """Give what stands in a Word file as JSON, read in a child process of its own; raises WordRefused."""
    return _apart(inspection, source, name)


def count_apart(source: Path, name: str) -> dict[str, int]:
    """Count what stands in a Word file, read in a child process of its own; raises WordRefused."""
    return _apart(counts, source, name)


def _apart(function: Callable[[Report, Path, str], T], source: Path, name: str) -> T:
    with Worker(memory_mb=MEGABYTES) as worker:
        try:
            return worker.start_within(SECONDS, function, source, name).result()
        except JobError as error:
            raise refusal_of(error, name) from error


def refusal_of(error: JobError, name: str) -> WordRefused:
    """Give what became of a job as the reason for the user."""
    if isinstance(error, JobFailed):
        return error.__cause__ if isinstance(error.__cause__, WordRefused) else broken(name)
    return too_large(name)


__all__ = ["WordRefused", "count_apart", "inspect_apart", "read_apart", "refusal_of", "take_in"]
