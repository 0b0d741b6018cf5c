"""A project file that is open, as everybody else knows it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from ikonzept_desktop.model.history import History, Step
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store.disk import Access
from ikonzept_desktop.model.store.errors import Holder
from ikonzept_desktop.model.store.held import Held
from ikonzept_desktop.model.store.lock import FileLock
from ikonzept_desktop.model.store.read_only import ReadOnlyStore
from ikonzept_desktop.model.store.store import Store
from ikonzept_desktop.model.store.writer_thread import WriterThread
from ikonzept_desktop.values import dataclass

NOTHING_KNOWN: Mapping[int, Step] = {}


class GivingBack(Protocol):
    """Gives a working copy back to where its concept lies; tells of it in its own thread."""

    @property
    def is_back(self) -> bool:
        """Whether all that was written is where the concept lies."""

    @property
    def place(self) -> Path:
        """Where the words go: to the concept that was opened, or to a file beside it."""

    def on_told(self, listener: "Callable[[Told], None]") -> None:
        """Have everything told that comes of giving back, from another thread."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of giving a working copy back."""

    sentence: str = ""
    """For the user: why it is not there yet, or what else happened; empty where all went well."""
    when: datetime | None = None
    """When it was given back (UTC); None where it was not."""
    beside: Path | None = None
    """The file in which the user goes on, where the original is another by now."""
    waits: bool = False
    """Whether it is tried again, on asking at once."""


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project file that is open."""

    path: Path
    project: Project
    store: Store | ReadOnlyStore
    read_only: bool = False
    holder: Holder | None = None
    """Who has it open for writing, where it is open to be read."""
    working_copy: Path | None = None
    """The file that is written, where the concept lies on a share or in a synchronised folder."""
    giving_back: GivingBack | None = None
    """Who brings that copy back."""

    @property
    def file(self) -> Path:
        """The file that holds what is written, to be read beside this program."""
        return self.working_copy or self.path


def begin(
    path: Path, lock: FileLock, held: Held, access: Access, steps: Mapping[int, Step] = NOTHING_KNOWN
) -> OpenProject:
    """Begin a sitting at a file that holds just this, and to which `access` leads; `steps` are known already."""
    state = held.state
    store = Store(path, lock, WriterThread(path, lock, state.number, access))
    history = History(state.position, state.newest, lambda number: steps.get(number) or store.step(number))
    return OpenProject(path, Project(held.document, journal=store, history=history, number=state.number), store)
