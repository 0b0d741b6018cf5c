"""What the child process does with a foreign document: it reads the one file it is told, and says what stands in it.

What each format needs is imported there when it is met; the window's own process only names the function.
"""

from dataclasses import replace
from pathlib import Path

from ikonzept_desktop import collector
from ikonzept_desktop.importing.bounds import MOST_PIECES
from ikonzept_desktop.importing.kinds import DocumentKind, document_kind
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.refusals import (
    REFUSALS,
    ImportRefused,
    broken,
    empty,
    suspicious,
    too_large,
    too_long,
    too_slow,
)
from ikonzept_desktop.jobs import JobError, JobFailed, JobTimedOut, Report, Worker
from ikonzept_desktop.reading.whole_file import whole_file
from ikonzept_desktop.reading.word.refusals import MOST_BYTES, WordRefused

SECONDS, MEGABYTES = 90, 360
"""What the child may take, LibreOffice's own minute among it; of the megabytes of address space a part is taken by the
interpreter itself, and LibreOffice has its own."""


def read_in(report: Report, path: Path, name: str) -> Manuscript:
    """Read a document of any kind that is taken over; raises ImportRefused, whose text is for the user."""
    report(0.0, name)
    data = whole_file(path, name, MOST_BYTES, REFUSALS)
    with collector.resting():  # what is read holds no circles
        try:
            return _filled(_read(data, name))
        except WordRefused as error:
            raise ImportRefused(str(error)) from error
        except MemoryError as error:
            raise too_large(name) from error
        except RecursionError as error:
            raise suspicious(name) from error


def read_apart(path: Path, name: str) -> Manuscript:
    """Read a document in a child process of its own and wait for it; raises ImportRefused."""
    with Worker(memory_mb=MEGABYTES) as worker:
        try:
            return worker.start_within(SECONDS, read_in, path, name).result()
        except JobError as error:
            raise refusal_of(error, name) from error


def refusal_of(error: JobError, name: str) -> ImportRefused:
    """Give what became of a job as the reason for the user."""
    if isinstance(error, JobFailed):
        return error.__cause__ if isinstance(error.__cause__, ImportRefused) else broken(name)
    return too_slow(name) if isinstance(error, JobTimedOut) else too_large(name)


def _read(data: bytes, name: str) -> Manuscript:
    match document_kind(data, name):
        case DocumentKind.WORD:
            return _read_word(data, name)
        case DocumentKind.TEXT:
            from ikonzept_desktop.importing.text.reading import read_text

            return read_text(data, name)
        case DocumentKind.HTML:
            from ikonzept_desktop.importing.web.pages import read_page

            return read_page(data, name)
        case DocumentKind.MARKDOWN:
            from ikonzept_desktop.importing.web.markdown import read_markdown

            return read_markdown(data, name)
        case other:
            from ikonzept_desktop.importing.office.converting import converted

            made, told = converted(data, name, other)
            read = _read_word(made, name)
            return replace(read, told=(*told, *read.told))


def _filled(manuscript: Manuscript) -> Manuscript:
    """Let a manuscript pass in which something stands, or stood, and that has an end."""
    if len(manuscript.pieces) > MOST_PIECES:
        raise too_long(manuscript.name)
    if not (manuscript.pieces or manuscript.remarks or manuscript.told):
        raise empty(manuscript.name)
    return manuscript


def _read_word(data: bytes, name: str) -> Manuscript:
    from ikonzept_desktop.importing.kept_images import ImageKeeper
    from ikonzept_desktop.importing.tracked import held_against_itself
    from ikonzept_desktop.importing.word.making import manuscript_of
    from ikonzept_desktop.reading.word.intake import taken

    copy = taken(data, name, forms=True)
    manuscript = manuscript_of(copy, name, keep_image=ImageKeeper())
    if not (manuscript.changes or any(block.formats for block in copy.blocks)):
        return manuscript
    return replace(manuscript, changed=held_against_itself(copy, manuscript.pieces), original=data)


__all__ = ["MEGABYTES", "SECONDS", "ImportRefused", "read_apart", "read_in", "refusal_of"]
