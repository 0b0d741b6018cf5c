"""The rest of opening a file that a first look has shown: the database is loaded and all else is checked."""

import os
from pathlib import Path

from ikonzept_desktop.model.store.disk import Disk, importing
from ikonzept_desktop.model.store.held import Held
from ikonzept_desktop.model.store.kept import Question, Result
from ikonzept_desktop.model.store.lock import FileLock


class SecondLook:
    """The way to a file of which the document is known, and nothing else."""

    def __init__(self, path: Path, lock: FileLock, held: Held, identity: os.stat_result) -> None:
        """Know what the first look found, and in which file; raises nothing."""
        self._path = path
        self._lock = lock
        self._held = held
        self._identity = identity

    def open(self) -> Disk:
        """Check what the first look left out, and open the file to write in it; raises StoreError."""
        with importing():
            from ikonzept_desktop.model.store.open_file import open_after_first_look
        return open_after_first_look(self._path, self._lock, self._held, self._identity)

    def look(self, question: Question[Result]) -> Result:
        """Read from the file, as far as it is sound; raises StoreError."""
        with importing():
            from ikonzept_desktop.model.store.asking import ask
        return ask(self._path, self._path, question)
