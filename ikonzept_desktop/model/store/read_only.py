"""The store of a concept that is only looked at: gives what the file holds and takes nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.project import Entry
from ikonzept_desktop.model.store.batch import Batch
from ikonzept_desktop.model.store.disk import importing
from ikonzept_desktop.model.store.errors import Backup, NoImage, NothingToSave
from ikonzept_desktop.model.store.kept import Question, Result
from ikonzept_desktop.model.store.snapshots import Snapshot


class ReadOnlyStore:
    """Has the face of a Store; the file is opened for each question and let go at once."""

    acknowledged_at: datetime | None = None
    trouble = ""
    backup: Backup | None = None
    backup_trouble = ""

    def __init__(self, path: Path, number: int, source: Path, release: Callable[[], None]) -> None:
        """Speak for a file whose last edit has that number, reading from `source`; `release` ends it."""
        self.path = path
        self.acknowledged_number = number
        self._source = source
        self._release = release

    def record(self, _entry: Entry) -> NoReturn:
        """Refuse: nothing may change here; raises NothingToSave."""
        raise NothingToSave(self.path)

    def flush(self, _timeout: float = 0.0) -> bool:
        """Tell that nothing is left to write."""
        return True

    def close(self) -> None:
        """Let the file go."""
        self._release()

    abandon = leave = close

    def on_acknowledged(self, _listener: Callable[[int, datetime], None]) -> None:
        """Do without: nothing is ever written."""

    def on_trouble(self, _listener: Callable[[str], None]) -> None:
        """Do without: nothing is ever written."""

    def unacknowledged(self) -> int:
        """Count nothing."""
        return 0

    def step(self, number: int) -> Step | None:
        """Give a step of the history, None where it is forgotten."""
        return self.ask(lambda kept: kept.step(number))

    def add_image(self, _data: bytes) -> NoReturn:
        """Refuse; raises NothingToSave."""
        raise NothingToSave(self.path)

    def image(self, digest: str) -> bytes:
        """Give the bytes of a picture; raises NoImage where the file has none of that digest or a damaged one."""
        data = self.ask(lambda kept: kept.image(digest))
        if data is None:
            raise NoImage(self.path, "Das Bild fehlt in der Datei oder ist beschädigt.")
        return data

    def make_snapshot(self, _document: Document, _reason: str, _when: datetime) -> NoReturn:
        """Refuse; raises NothingToSave."""
        raise NothingToSave(self.path)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Give the snapshots, the oldest first."""
        return self.ask(lambda kept: kept.snapshots())

    def snapshot_document(self, id: str) -> Document:
        """Give the document of a snapshot; raises KeyError where there is none."""
        return self.ask(lambda kept: kept.document_of_snapshot(id))

    def waiting(self) -> Batch:
        """Give nothing: all there is stands in the file."""
        return Batch()

    def ask(self, question: Question[Result]) -> Result:
        """Read from the file; raises StoreError."""
        with importing():
            from ikonzept_desktop.model.store.asking import ask
        return ask(self.path, self._source, question)
