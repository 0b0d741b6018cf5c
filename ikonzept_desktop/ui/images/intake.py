"""Foreign images on their way in, one after the other: each is looked at in a child process, never in this one."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ikonzept_desktop.jobs import Job, JobCancelled, JobError, JobOutOfMemory, JobTimedOut, Worker
from ikonzept_desktop.reading.images.taken import ImageRefused, TakenImage, broken, too_large
from ikonzept_desktop.ui.images.child import take_in
from ikonzept_desktop.ui.images.source import Source
from ikonzept_desktop.values import dataclass

SECONDS = 30.0
"""An image that takes longer is none to be printed."""
MEMORY_MB = 2048
"""Of address space, Qt's and Pillow's own among it."""
_IDLE = 60_000
"""ms without an image after which the child process is let go."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An image that can be kept, and what it is called."""

    image: TakenImage
    name: str


class _Bridge(QObject):
    """Leads from the worker's thread into the window's; the jobs hold it, so it may go in either."""

    ended = Signal(object, str)


class ChildProcess:
    """The process foreign files are opened in: started when it is needed, let go when it is not."""

    def __init__(self, memory_mb: int = MEMORY_MB, preload: str = "ikonzept_desktop.reading.images.raster") -> None:
        """Start nothing yet."""
        self._memory_mb = memory_mb
        self._preload = (preload,)
        self._worker: Worker | None = None

    def at_hand(self) -> Worker:
        """Give the worker, started if need be."""
        if self._worker is None:
            self._worker = Worker(memory_mb=self._memory_mb, preload=self._preload)
        return self._worker

    def end(self) -> None:
        """End it, whatever it does."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


class ImageIntake(QObject):
    """Takes images in; its signals come in the thread of the window, and the next image waits for their handlers."""

    begun = Signal(str)
    """The name of the image that is looked at now."""
    taken = Signal(object)
    """A Taken."""
    refused = Signal(str)
    """A sentence."""

    def __init__(self, parent: QObject, process: ChildProcess | None = None) -> None:
        """Wait for images, to be opened in a process of their own unless one is given."""
        super().__init__(parent)
        self.process = process or ChildProcess()
        self._waiting: deque[Source] = deque()
        self._job: Job[Any] | None = None
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self.close)
        self._bridge = _Bridge()
        self._bridge.ended.connect(self._take_end)

    def warm(self) -> None:
        """Start the child process: an image is about to come."""
        self._at_hand().warm()

    def take(self, sources: Iterable[Source]) -> None:
        """Take images in, behind those that wait."""
        self._waiting.extend(sources)
        if self._job is None:
            self._next()

    def drop(self) -> None:
        """Let go of the images that wait."""
        self._waiting.clear()

    @property
    def is_busy(self) -> bool:
        """Whether an image is being looked at or waits."""
        return self._job is not None or bool(self._waiting)

    def close(self) -> None:
        """End the child process, whatever it does."""
        self._waiting.clear()
        self.process.end()

    def _at_hand(self) -> Worker:
        self._idle.stop()
        return self.process.at_hand()

    def _next(self) -> None:
        if not self._waiting:
            self._idle.start()
            return
        source = self._waiting.popleft()
        self.begun.emit(source.name)
        self._job = self._begin(self._at_hand(), source)
        self._job.watch(done=partial(_hand_over, self._bridge, source.name))

    def _begin(self, worker: Worker, source: Source) -> Job[Any]:
        return worker.start_within(SECONDS, take_in, source.content, source.name)

    def _end_of(self, job: Job[Any], name: str) -> object:
        """Give what was taken in; raises JobError."""
        return Taken(job.result(), name)

    def _sentence(self, error: JobError, name: str) -> str:
        """Say why an image was not taken in; one that ran out of time or memory is too large."""
        if isinstance(error.__cause__, ImageRefused):
            return str(error.__cause__)
        return str(too_large(name) if isinstance(error, JobTimedOut | JobOutOfMemory) else broken(name))

    def _take_end(self, job: Job[Any], name: str) -> None:
        try:
            self.taken.emit(self._end_of(job, name))
        except JobCancelled:
            pass
        except JobError as error:
            self.refused.emit(self._sentence(error, name))
        self._job = None
        self._next()


def _hand_over(bridge: _Bridge, name: str, job: Job[Any]) -> None:
    bridge.ended.emit(job, name)
