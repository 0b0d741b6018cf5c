"""A project file that is open, as everybody else knows it."""

from collections.abc import Mapping
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project file that is open."""

    path: Path
    project: Project
    store: Store | ReadOnlyStore
    read_only: bool = False
    holder: Holder | None = None
    """Who has it open for writing, where it is open to be read."""


def begin(
    path: Path, lock: FileLock, held: Held, access: Access, steps: Mapping[int, Step] = NOTHING_KNOWN
) -> OpenProject:
    """Begin a sitting at a file that holds just this, and to which `access` leads; `steps` are known already."""
    state = held.state
    store = Store(path, lock, WriterThread(path, lock, state.number, access))
    history = History(state.position, state.newest, lambda number: steps.get(number) or store.step(number))
    return OpenProject(path, Project(held.document, journal=store, history=history, number=state.number), store)
