"""Giving out: the concept as it stands goes to a worker process, and the finished file into its place."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ikonzept_desktop import atomic_file
from ikonzept_desktop.export.copies import CopyOrder
from ikonzept_desktop.export.orders import Delivery, Kind, Order
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.export.warm_orders import carry_out_warm
from ikonzept_desktop.jobs import Job, JobCancelled, JobError, Progress, Worker
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import is_same_file
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Publication, image_digests
from ikonzept_desktop.ui.session import Session

PATIENCE = 0.3
"""Seconds to wait for a program that holds the old file open; longer would hold up the window, and it asks instead."""


def put_in_place(finished: Path, target: Path) -> None:
    """Move a finished file over the old one; raises what `atomic_file.replace` raises."""
    atomic_file.replace(finished, target, patience=PATIENCE)


def whole_concept(session: Session, now: datetime) -> Publication:
    """Freeze the concept as it stands and resolve it; raises StoreError."""
    snapshot = session.keeper.snapshot_for_export(now)
    return build(session.document, snapshot=snapshot)


Resolve = Callable[[Session, datetime], Publication]
Make = Callable[[Callable[[float, str], None], Order], Delivery]
Put = Callable[[Path, Path], None]
MakeOrder = Callable[[Session, Path, datetime], Order]
"""Gives what is to be made of an open concept at a path; raises StoreError where it cannot be read."""


class Output(QObject):
    """One file on its way out; its signals come in the thread of the window."""

    progressed = Signal(float, str)
    """The share that is done, from 0 to 1, and what is being done."""
    delivered = Signal(object)
    """A Delivery: the file stands in its place."""
    held_open = Signal()
    """The file is finished, but another program holds the old one open; see `try_again` and `put_elsewhere`."""
    failed = Signal(str)
    """A sentence; the old file is as it was."""
    cancelled = Signal()
    _ended = Signal(object)

    def __init__(
        self,
        kind: Kind,
        target: Path,
        *,
        resolve: Resolve = whole_concept,
        make: Make = carry_out_warm,
        put: Put = put_in_place,
        press: Press | None = None,
        copy: CopyOrder | None = None,
        order: MakeOrder | None = None,
    ) -> None:
        """Wait to be started; `make` runs in the worker, `put` moves the finished file over the old one.

        What the file is made of is what `resolve` gives of the concept as it is at the start; it may raise StoreError.
        A PDF for the print shop has a `press`, a Word draft for somebody's review a `copy`; what is not made of one
        state alone has an `order` of its own in place of all these.

        It has no parent: the job holds it until its end, though the dialog may have gone by then.
        """
        super().__init__()
        self.kind = kind
        self.target = target
        self._resolve, self._make, self._put, self._press, self._copy = resolve, make, put, press, copy
        self._order = order or self._of_one_state
        self._job: Job[Delivery] | None = None
        self._finished: Path | None = None
        self._delivery: Delivery | None = None
        self._unwanted = False
        self._ended.connect(self._take_end)

    def start(self, worker: Worker, session: Session) -> None:
        """Have the file made of the concept as it stands."""
        if is_same_file(self.target, session.path):
            self.failed.emit(_THE_CONCEPT_ITSELF.format(name=self.target.name))
            return
        try:
            self._finished = atomic_file.temporary_beside(self.target)
            order = self._order(session, self._finished, datetime.now().astimezone())
        except StoreError as error:
            self._clean_up()
            self.failed.emit(str(error))
            return
        except OSError as error:
            self._clean_up()
            self.failed.emit(_NO_PLACE.format(folder=self.target.parent, reason=in_german(error)))
            return
        self._job = worker.start(self._make, order)
        self._job.watch(progress=self._tell, done=self._job_ended)

    def _of_one_state(self, session: Session, finished: Path, now: datetime) -> Order:
        publication = self._resolve(session, now)
        images = {digest: session.keeper.image(digest) for digest in image_digests(publication)}
        return Order(self.kind, publication, images, finished, now, self._press, self._copy)

    def cancel(self) -> None:
        """Stop, or let a finished file go that waits for its place; the old file stays as it was."""
        if self._job is None:
            return
        if self._job.done():
            if self._finished is not None:
                self.give_up()
            return
        self._unwanted = True
        self._job.cancel()

    def try_again(self) -> None:
        """Put the finished file in its place once more."""
        if self._finished is None or self._delivery is None:
            return
        try:
            self._put(self._finished, self.target)
        except atomic_file.FileHeldOpen:
            self.held_open.emit()
        except OSError as error:
            self._clean_up()
            self.failed.emit(_NOT_WRITTEN.format(name=self.target.name, reason=in_german(error)))
        else:
            self._finished = None
            self.delivered.emit(self._delivery)

    def put_elsewhere(self, target: Path) -> None:
        """Put the finished file under another name."""
        self.target = target
        self.try_again()

    def give_up(self) -> None:
        """Let the finished file go; the old one stays as it was."""
        self._clean_up()
        self.cancelled.emit()

    def _tell(self, progress: Progress) -> None:
        self.progressed.emit(progress.share, progress.doing)

    def _job_ended(self, job: Job[Delivery]) -> None:
        """Hand the end on to the window's thread, which may not live to hear that something was cancelled."""
        if self._unwanted and self._finished is not None:
            atomic_file.clear_away(self._finished)
        self._ended.emit(job)

    def _take_end(self, job: Job[Delivery]) -> None:
        try:
            self._delivery = job.result()
        except JobCancelled:
            self.give_up()
        except JobError as error:
            self._clean_up()
            cause = error.__cause__
            reason = f"{in_german(cause)}." if isinstance(cause, OSError) else str(error)
            self.failed.emit(_NOT_MADE.format(name=self.target.name, reason=reason))
        else:
            self.try_again()

    def _clean_up(self) -> None:
        if self._finished is not None:
            atomic_file.clear_away(self._finished)
            self._finished = None


_THE_CONCEPT_ITSELF = (
    "„{name}“ führt zum Konzept selbst. Nichts wurde ausgegeben, Ihr Konzept ist sicher. "
    "Bitte wählen Sie für die Ausgabe einen anderen Namen."
)
_NO_PLACE = (
    "In „{folder}“ kann nicht geschrieben werden ({reason}). Ihr Konzept ist sicher; wählen Sie einen anderen Ordner."
)
_NOT_WRITTEN = (
    "„{name}“ konnte nicht geschrieben werden ({reason}). Ihr Konzept ist sicher, eine ältere Datei unverändert."
)
_NOT_MADE = "„{name}“ wurde nicht fertig: {reason} Ihr Konzept ist sicher, eine ältere Datei unverändert."


def open_file(path: Path) -> bool:
    """Open a finished file with the program the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Open the folder a finished file lies in."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def print_file(path: Path, start: Callable[[str, str], object] | None = None) -> bool:
    """Have the system print a PDF: its print dialog on Windows, elsewhere the viewer that has one.

    A workstation without a printer answers with its own words; nothing is lost by it.
    """
    if start is None and sys.platform == "win32":
        import os

        start = os.startfile
    if start is None:
        return open_file(path)
    try:
        start(str(path), "print")
    except OSError:
        return open_file(path)
    return True
