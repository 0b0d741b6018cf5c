"""An open concept as the windows know it: the project, its file, and Qt signals for what happens to both."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store.opened import GivingBack


class Keeper(Protocol):
    """What a session needs of the store."""

    def flush(self, timeout: float) -> bool:
        """Write what waits, at once; tell whether everything is on disk. Seconds."""

    def close(self) -> None:
        """Write what waits and let the file go."""

    def unacknowledged(self) -> int:
        """Count the edits that are not on disk yet."""

    def snapshot_for_export(self, now: datetime) -> str:
        """Freeze the concept as it stands and give the id of that state; the same content has the same id."""

    def snapshots(self) -> frozenset[str]:
        """Give the ids of the states that were frozen; raises StoreError."""

    def image(self, digest: str) -> bytes:
        """Give the bytes of an image."""

    def add_image(self, data: bytes) -> str:
        """Take in an image and give its digest."""

    def on_acknowledged(self, listener: Callable[[int, datetime], None]) -> None:
        """Have the number of each committed edit told, from another thread."""

    def on_trouble(self, listener: Callable[[str], None]) -> None:
        """Have a failed write told in a German sentence, from another thread."""


class Session(QObject):
    """One concept that is open in this program."""

    changed = Signal(object)
    """A Notice, after every edit."""
    saved = Signal(int, object)
    """The number of the last edit on disk, and when its commit returned (UTC)."""
    trouble = Signal(str)
    """A sentence that says why something is not on disk yet."""

    def __init__(
        self,
        path: Path,
        project: Project,
        keeper: Keeper,
        *,
        read_only: bool = False,
        file: Path | None = None,
        giving_back: GivingBack | None = None,
    ) -> None:
        """Watch over a project and the store that keeps it; of one that lies elsewhere, in a working copy."""
        super().__init__()
        self.path = path
        self.file = file or path
        """The file that holds what is written, for child processes to read."""
        self.giving_back = giving_back
        self.project = project
        self.read_only = read_only
        self._keeper = keeper
        self._saved_number = project.number
        self._saved_at: datetime | None = None
        self._unsubscribe = project.subscribe(self.changed.emit)
        # The store speaks from its writer thread; queued signals bring its words to this one.
        keeper.on_acknowledged(self.saved.emit)
        keeper.on_trouble(self.trouble.emit)
        self.saved.connect(self._take_acknowledgement)

    @property
    def document(self) -> Document:
        """The concept as it stands."""
        return self.project.document

    @property
    def keeper(self) -> Keeper:
        """The store that keeps the concept."""
        return self._keeper

    @property
    def saved_at(self) -> datetime | None:
        """When the last commit returned; None before the first of this sitting."""
        return self._saved_at

    @property
    def all_saved(self) -> bool:
        """Whether every edit is known to be on disk."""
        return self._saved_number >= self.project.number

    @property
    def title(self) -> str:
        """What the concept is called, by its own words or else by its file."""
        return self.document.properties.title or self.path.stem

    def apply(
        self,
        edit: Edit | None,
        label: str,
        *,
        selection: Selection | None = None,
        initiator: object = None,
    ) -> bool:
        """Carry out an edit that a command made; tell whether anything was done."""
        if edit is None or self.read_only:
            return False
        self.project.apply(edit, label, before=selection, after=selection, initiator=initiator)
        return True

    def save_now(self, timeout: float = 5.0) -> bool:
        """Write what waits at once; tell whether everything is on disk. Seconds."""
        return self.read_only or self._keeper.flush(timeout)

    def close(self) -> None:
        """Let the concept and its file go."""
        self._keeper.close()
        self._unsubscribe()
        # What hangs on the signals would keep the concept in memory for ever.
        self.deleteLater()

    def _take_acknowledgement(self, number: int, when: datetime) -> None:
        self._saved_number = max(self._saved_number, number)
        self._saved_at = when
