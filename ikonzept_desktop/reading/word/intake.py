"""What the child process does with a foreign Word file: it reads the one file it is told, and opens nothing else.

lxml is imported there when it is needed; the window's own process only names the function.
"""

from pathlib import Path

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

SECONDS, MEGABYTES = 30, 700
"""What the child may take; of the megabytes of address space a part is taken by the interpreter itself."""


def take_in(report: Report, source: Path, name: str) -> Copy:
    """Read a Word file; raises WordRefused, whose text is for the user."""
    report(0.0, name)
    data = whole_file(source, name, MOST_BYTES, REFUSALS)
    return taken(data, name)


def taken(data: bytes, name: str) -> Copy:
    """Read the bytes of a Word file; raises WordRefused."""
    from ikonzept_desktop.reading.word.reading import read_copy

    try:
        return read_copy(data, name)
    except MemoryError as error:
        raise too_large(name) from error
    except RecursionError as error:
        raise suspicious(name) from error


def read_apart(source: Path, name: str) -> Copy:
    """Read a Word file in a child process of its own and wait for it; raises WordRefused."""
    with Worker(memory_mb=MEGABYTES) as worker:
        try:
            return worker.start_within(SECONDS, take_in, source, name).result()
        except JobError as error:
            raise refusal_of(error, name) from error


def refusal_of(error: JobError, name: str) -> WordRefused:
    """Give what became of a job as the reason for the user."""
    if isinstance(error, JobFailed):
        return error.__cause__ if isinstance(error.__cause__, WordRefused) else broken(name)
    return too_large(name)


__all__ = ["WordRefused", "read_apart", "refusal_of", "take_in"]
