"""The store of an open concept: takes entries at once and sees to it that they last."""

from datetime import datetime
from pathlib import Path

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.project import Entry
from ikonzept_desktop.model.store.batch import Batch
from ikonzept_desktop.model.store.errors import Backup, DamagedFile, NoImage, NotSaved
from ikonzept_desktop.model.store.images import PictureError, image_row, kept_file
from ikonzept_desktop.model.store.kept import Question, Result
from ikonzept_desktop.model.store.lock import FileLock
from ikonzept_desktop.model.store.plain_reading import kept_snapshot, picture_data
from ikonzept_desktop.model.store.rows import Row
from ikonzept_desktop.model.store.snapshots import Snapshot, read_snapshot, snapshot_document, snapshot_of, snapshot_row
from ikonzept_desktop.model.store.writer_thread import PATIENCE, Acknowledged, Troubled, WriterThread

_STEP_PATIENCE = 2.0


class Store:
    """Keeps a concept in its file. Any thread may call; only what reads from the file waits for it."""

    def __init__(self, path: Path, lock: FileLock, thread: WriterThread) -> None:
        """Speak for a thread that writes under a lock."""
        self.path = path
        self._lock = lock
        self._thread = thread

    def record(self, entry: Entry) -> None:
        """Take an entry; it is on disk within two seconds."""
        self._thread.record(entry)

    def flush(self, timeout: float = 10.0) -> bool:
        """Write what waits, at once, and wait for it (seconds); tell whether everything is on disk."""
        return self._thread.flush(timeout)

    def close(self) -> None:
        """Write what waits and let the file go; raises NotSaved, and stays open, where that fails."""
        self._write_all()
        self.abandon()

    def leave(self) -> None:
        """Write what waits and let the file go in any case; raises NotSaved where something was not written.

        For a sitting without a window: a file that nothing had to be written to needs neither backup nor upkeep.
        """
        try:
            self._write_all()
        finally:
            self._thread.stop(upkeep=False)
            self._lock.release()

    def abandon(self) -> None:
        """Let the file go, and with it whatever is not on disk."""
        self._thread.stop()
        self._lock.release()

    def on_acknowledged(self, listener: Acknowledged) -> None:
        """Have the number of the last edit on disk, and when (UTC), told from the writing thread."""
        self._thread.on_acknowledged.append(listener)

    def on_trouble(self, listener: Troubled) -> None:
        """Have a failed write told in a German sentence, from the writing thread."""
        self._thread.on_trouble.append(listener)

    @property
    def acknowledged_number(self) -> int:
        """The number of the last edit whose commit has returned."""
        return self._thread.acknowledged

    @property
    def acknowledged_at(self) -> datetime | None:
        """When the last commit returned (UTC); None before the first of this sitting."""
        return self._thread.acknowledged_at

    @property
    def trouble(self) -> str:
        """Why the last write failed; empty where it did not."""
        return self._thread.trouble

    @property
    def backup(self) -> Backup | None:
        """The verified copy of the file as it was opened; None as long as there is none."""
        return self._thread.backup

    @property
    def backup_trouble(self) -> str:
        """Why there is no backup; empty where there is one or it is still to be made."""
        return self._thread.backup_trouble

    def unacknowledged(self) -> int:
        """Count the edits that are not known to be on disk."""
        return self._thread.recorded - self._thread.acknowledged

    def step(self, number: int) -> Step | None:
        """Give a step of the history from the file, None where it is forgotten or the file does not answer."""
        try:
            return self._thread.ask(lambda kept: kept.step(number), _STEP_PATIENCE)
        except NotSaved:
            return None

    def add_image(self, data: bytes) -> str:
        """Take in a picture, or a cleaned PDF, and give its digest; raises NoImage unless it is PNG, JPEG or PDF."""
        try:
            found = kept_file(data)
        except PictureError as error:
            sentence = "Das ist kein Bild, das iKonzept übernehmen kann. Nehmen Sie eine PNG- oder JPEG-Datei."
            raise NoImage(self.path, sentence) from error
        self._thread.keep(image_row(found))
        return found.digest

    def image(self, digest: str) -> bytes:
        """Give the bytes of a picture; raises NoImage where the file has none of that digest or a damaged one."""
        data = (
            _waiting_image(self.waiting(), digest) or self._glance(digest) or self.ask(lambda kept: kept.image(digest))
        )
        if data is None:
            raise NoImage(self.path, "Das Bild fehlt in der Datei oder ist beschädigt. Fügen Sie es bitte neu ein.")
        return data

    def make_snapshot(self, document: Document, reason: str, when: datetime) -> Snapshot:
        """Keep a state for good; the same content gives the snapshot that was made of it first."""
        snapshot, content = snapshot_of(document, reason, when)
        known = self._known_snapshot(snapshot.id)
        if known is None:
            self._thread.keep(snapshot_row(snapshot, content))
        return known or snapshot

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give the snapshots, the oldest first."""
        waiting = [read_snapshot(str(row.values[0]), str(row.values[1])) for row in _snapshots_in(self.waiting())]
        return (*self.ask(lambda kept: kept.snapshots()), *waiting)

    def snapshot_document(self, id: str) -> Document:
        """Give the document of a snapshot; raises KeyError where there is none."""
        for row in _snapshots_in(self.waiting()):
            if row.key == (id,) and isinstance(row.values[2], bytes):
                return snapshot_document(row.values[2])
        return self.ask(lambda kept: kept.document_of_snapshot(id))

    def ask(self, question: Question[Result]) -> Result:
        """Read from the file what else there is; for the store's own rooms."""
        try:
            return self._thread.ask(question)
        except FormError as error:
            raise DamagedFile(self.path) from error

    def waiting(self) -> Batch:
        """Give what is not on disk yet."""
        return self._thread.waiting()

    def _write_all(self) -> None:
        if not self._thread.flush(PATIENCE):
            raise NotSaved(self.path, self._thread.trouble or "Noch nicht gespeichert.")

    def _glance(self, digest: str) -> bytes | None:
        """Give a picture of a section that is shown before the file is open for writing."""
        return None if self._thread.is_open else picture_data(self.path, digest)

    def _known_snapshot(self, id: str) -> Snapshot | None:
        """Give a snapshot that is kept or waits; one on disk is found without opening the file for writing."""
        for row in _snapshots_in(self.waiting()):
            if row.key == (id,):
                return read_snapshot(id, str(row.values[1]))
        seen = None if self._thread.is_open else kept_snapshot(self.path, id)
        return seen or self.ask(lambda kept: kept.snapshot(id))


def _waiting_image(waiting: Batch, digest: str) -> bytes | None:
    rows = (row for row in waiting.rows if row.table == "images" and row.key == (digest,))
    return next((data for row in rows if isinstance(data := row.values[2], bytes)), None)


def _snapshots_in(waiting: Batch) -> list[Row]:
    return [row for row in waiting.rows if row.table == "snapshots"]
