"""What a writing thread needs of its file; knows no database, so that a window can stand before one is loaded."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from ikonzept_desktop.model.store.batch import Batch
from ikonzept_desktop.model.store.errors import Backup
from ikonzept_desktop.model.store.kept import Question, Result

_IMPORTING = threading.RLock()


class Disk(Protocol):
    """A file that is open to be written, by one thread. What the world does comes as NotSaved, told in a sentence."""

    def write(self, batch: Batch) -> int:
        """Bring a batch to disk and give the number of the last edit there; raises NotSaved."""

    def ask(self, question: Question[Result]) -> Result:
        """Read from the file; raises NotSaved."""

    def back_up(self) -> Backup:
        """Keep a verified copy of the file as it is; raises StoreError."""

    def tidy(self, now: datetime) -> None:
        """Forget what nobody needs any longer; raises NotSaved."""

    def close(self) -> None:
        """Let the file go."""


class Access(Protocol):
    """The way to a file that only its thread opens, when there is need."""

    def open(self) -> Disk:
        """Open the file, sound as a whole; raises StoreError."""

    def look(self, question: Question[Result]) -> Result:
        """Read from a file that is not open, as far as it is sound; raises StoreError."""


class AtHand:
    """The way to a file that is open already."""

    def __init__(self, disk: Disk) -> None:
        """Lead to an open file."""
        self._disk = disk

    def open(self) -> Disk:
        """Give the file."""
        return self._disk

    def look(self, question: Question[Result]) -> Result:
        """Read from the file; raises NotSaved."""
        return self._disk.ask(question)


@contextmanager
def importing() -> Iterator[None]:
    """Have one thread at a time import the database: imports that cross in two threads may see half a module."""
    with _IMPORTING:
        yield
