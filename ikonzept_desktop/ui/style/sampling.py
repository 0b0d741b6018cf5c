"""Has samples of a house style made in a child process: one after the other, the newest wish first."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ikonzept_desktop.export.finished_styles import FinishedStyle
from ikonzept_desktop.export.preview.sample import SamplePage, draw_sample, sample_of
from ikonzept_desktop.export.style_changes import Own, with_finished
from ikonzept_desktop.jobs import Job, JobCancelled, JobError, Worker
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.publication.tree import Publication, image_digests
from ikonzept_desktop.ui.session import Session

PAUSE = 250
"""ms without another change after which a sample is made."""
SECONDS = 60.0
MEMORY_MB = 2048
MOST_PAGES = 12
THUMB_PAGES = 5
"""Of a finished style, among which there is the opening of a field of action."""


class Sampling(QObject):
    """The samples of one concept; it has a process of its own while the form is open."""

    drawn = Signal(object)
    """Images of the pages."""
    thumbs_drawn = Signal(str, object)
    """The key of a finished style, and images of its first pages."""
    failed = Signal()
    _ended = Signal(object, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Start nothing yet."""
        super().__init__(parent)
        self._session = session
        self._worker: Worker | None = None
        self._known: tuple[tuple[Section, ...], Publication] | None = None
        self._wishes: dict[str, tuple[Own, int, int, float]] = {}
        self._busy = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._next)
        self._ended.connect(self._take)

    def ask(self, width: int, ratio: float) -> None:
        """Have the style as it stands drawn soon, in pages so many px wide."""
        self._wishes[""] = (self._session.document.template.house_style, width, MOST_PAGES, ratio)
        self._pause.start()

    def ask_for_thumbs(self, style: FinishedStyle, width: int, ratio: float) -> None:
        """Have a finished style drawn small."""
        pairs = with_finished(self._session.document.template.house_style, style.key)
        self._wishes[style.key] = (pairs, width, THUMB_PAGES, ratio)
        self._pause.start()

    def is_waiting(self) -> bool:
        """Tell whether something is still to come."""
        return self._busy or bool(self._wishes)

    def close(self) -> None:
        """End the process."""
        self._wishes.clear()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def _next(self) -> None:
        if self._busy or not self._wishes:
            return
        key = "" if "" in self._wishes else next(iter(self._wishes))
        pairs, width, most, ratio = self._wishes.pop(key)
        publication = replace(self._publication(), house_style=pairs)
        images = {digest: self._image(digest) for digest in image_digests(publication)}
        if self._worker is None:
            self._worker = Worker(memory_mb=MEMORY_MB, preload=("ikonzept_desktop.export.preview.sample",))
        self._busy = True
        job = self._worker.start_within(SECONDS, draw_sample, publication, images, round(width * ratio), most)
        job.watch(done=self._telling(key, ratio))

    def _telling(self, key: str, ratio: float) -> Callable[[Job[tuple[SamplePage, ...]]], None]:
        return lambda job: self._ended.emit((job, ratio), key)

    def _take(self, ended: tuple[Job[tuple[SamplePage, ...]], float], key: str) -> None:
        job, ratio = ended
        self._busy = False
        if self._worker is None:
            return
        try:
            images = tuple(_image_of(page, ratio) for page in job.result(0))
        except JobCancelled:
            return
        except JobError:
            self.failed.emit()
        else:
            if key:
                self.thumbs_drawn.emit(key, images)
            else:
                self.drawn.emit(images)
        self._next()

    def _publication(self) -> Publication:
        document: Document = self._session.document
        if self._known is None or self._known[0] is not document.sections:
            self._known = (document.sections, sample_of(document))
        return replace(self._known[1], logos=document.properties.logos)

    def _image(self, digest: str) -> bytes:
        try:
            return self._session.keeper.image(digest)
        except (StoreError, KeyError):
            return b""


def _image_of(page: SamplePage, ratio: float) -> QImage:
    image = QImage(page.data, page.width, page.height, 4 * page.width, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image
