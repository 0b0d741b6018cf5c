"""Foreign PDFs on their way in, and pages of those that are there to be looked at: all of it in a child process."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.jobs import Job, JobError, JobOutOfMemory, JobTimedOut, Progress, Worker
from ikonzept_desktop.reading.pdf_files.intake import take_in
from ikonzept_desktop.reading.pdf_files.showing import shown_page
from ikonzept_desktop.reading.pdf_files.taken import PdfRefused, TakenPdf, broken, too_large
from ikonzept_desktop.ui.images.intake import ChildProcess, ImageIntake
from ikonzept_desktop.ui.images.source import Source
from ikonzept_desktop.values import dataclass

SECONDS = 240.0
"""A PDF that takes longer is none to be printed; 500 pages take well below a minute."""
PAGE_SECONDS = 20.0
MEMORY_MB = 3072
"""Of address space, for a file of 100 MB opened twice."""
_PRELOAD = "ikonzept_desktop.reading.pdf_files.intake"


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A PDF that can be kept, and what its file is called."""

    pdf: TakenPdf
    name: str


class _Bridge(QObject):
    """Leads from the worker's thread into the window's; the jobs hold it, so it may go in either."""

    progressed = Signal(str, float)
    ended = Signal(object, str, int)


class PdfIntake(ImageIntake):
    """Takes PDFs in, one after the other; `taken` gives a TakenFile."""

    progressed = Signal(str, float)
    """The name of the PDF that is looked at, and the share of it that is done."""

    def __init__(self, parent: QObject) -> None:
        """Wait for PDFs."""
        super().__init__(parent, ChildProcess(MEMORY_MB, _PRELOAD))
        self._progress = _Bridge()
        self._progress.progressed.connect(self.progressed)

    def _begin(self, worker: Worker, source: Source) -> Job[Any]:
        if isinstance(source.content, bytes):
            raise ValueError("a PDF comes as a file")
        job = worker.start_within(SECONDS, take_in, source.content, source.name)
        job.watch(progress=partial(_tell, self._progress))
        return job

    def _end_of(self, job: Job[Any], name: str) -> object:
        return TakenFile(job.result(), name)

    def _sentence(self, error: JobError, name: str) -> str:
        if isinstance(error.__cause__, PdfRefused):
            return str(error.__cause__)
        return str(too_large(name) if isinstance(error, JobTimedOut | JobOutOfMemory) else broken(name))


class PagePictures(QObject):
    """Has pages of kept PDFs drawn, the one that was asked for last."""

    drawn = Signal(str, int, bytes)
    """Digest, number, and the PNG; nothing where the page cannot be drawn."""

    def __init__(self, parent: QObject) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self.process = ChildProcess(MEMORY_MB, "ikonzept_desktop.reading.pdf_files.showing")
        self._job: Job[bytes] | None = None
        self._wanted: tuple[str, bytes, int, int] | None = None
        self._bridge = _Bridge()
        self._bridge.ended.connect(self._take_end)

    @property
    def is_busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._job is not None

    def ask(self, digest: str, data: bytes, number: int, side: int) -> None:
        """Have a page drawn, its longer side of so many px; one that still waits is not drawn any more."""
        self._wanted = (digest, data, number, side)
        if self._job is None:
            self._next()

    def _next(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        digest, data, number, side = wanted
        self._job = self.process.at_hand().start_within(PAGE_SECONDS, shown_page, data, number, side)
        self._job.watch(done=partial(_hand_over, self._bridge, digest, number))

    def _take_end(self, job: Job[bytes], digest: str, number: int) -> None:
        try:
            picture = job.result()
        except JobError:
            picture = b""
        self._job = None
        if self._wanted is None:
            self.drawn.emit(digest, number, picture)
        self._next()


def _tell(bridge: _Bridge, progress: Progress) -> None:
    bridge.progressed.emit(progress.doing, progress.share)


def _hand_over(bridge: _Bridge, digest: str, number: int, job: Job[bytes]) -> None:
    bridge.ended.emit(job, digest, number)
