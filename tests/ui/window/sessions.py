"""Sessions over concepts in memory, whose store says what a test has it say."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.ui.session import Session


class SpokenStore:
    """Acknowledges and complains when it is told to."""

    def __init__(self) -> None:
        self.waiting = 0
        self.closed = False
        self.disk_is_full = False
        self.images: dict[str, bytes] = {}
        self._listeners: list[Callable[[int, datetime], None]] = []
        self._complainers: list[Callable[[str], None]] = []
        self._refusal: StoreError | None = None

    def flush(self, timeout: float) -> bool:
        return not self.disk_is_full

    def close(self) -> None:
        self.closed = True

    def unacknowledged(self) -> int:
        return self.waiting

    def snapshot_for_export(self, now: datetime) -> str:
        if self._refusal is not None:
            raise self._refusal
        return "snapshot"

    def snapshots(self) -> frozenset[str]:
        return frozenset({"snapshot"})

    def refuse_snapshots(self, error: StoreError) -> None:
        self._refusal = error

    def image(self, digest: str) -> bytes:
        return self.images[digest]

    def add_image(self, data: bytes) -> str:
        self.images["0" * 64] = data
        return "0" * 64

    def on_acknowledged(self, listener: Callable[[int, datetime], None]) -> None:
        self._listeners.append(listener)

    def on_trouble(self, listener: Callable[[str], None]) -> None:
        self._complainers.append(listener)

    def acknowledge(self, number: int, when: datetime = datetime(2015, 3, 12, 9, 42, 7, tzinfo=UTC)) -> None:
        for listener in self._listeners:
            listener(number, when)

    def complain(self, sentence: str) -> None:
        for complainer in self._complainers:
            complainer(sentence)


def session(document: Document, *, read_only: bool = False) -> tuple[Session, SpokenStore]:
    """Give a session over a document, and the store behind it."""
    store = SpokenStore()
    return Session(Path("Konzept.ikonzept"), Project(document), store, read_only=read_only), store
