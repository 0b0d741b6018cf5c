"""Opens a project file with everything in it looked at, or says why it cannot be opened."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.backups import make_backup
from ikonzept_desktop.model.store.disk import AtHand
from ikonzept_desktop.model.store.errors import DamagedFile, NewerFile, StoreError, Unreachable
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.inspection import inspect, must_be_writable
from ikonzept_desktop.model.store.loading import load, load_newer
from ikonzept_desktop.model.store.lock import FileLock, holder_of, locked
from ikonzept_desktop.model.store.migration import is_older, migrate
from ikonzept_desktop.model.store.open_file import OpenFile
from ikonzept_desktop.model.store.opened import OpenProject, begin
from ikonzept_desktop.model.store.read_only import ReadOnlyStore
from ikonzept_desktop.model.store.recovery import copy_in, recover, recovered_copy
from ikonzept_desktop.model.store.verification import with_way_out
from ikonzept_desktop.model.store.whereabouts import lies_elsewhere
from ikonzept_desktop.os_errors import in_german


def open_fully(path: Path, *, read_only: bool) -> OpenProject:
    """Open a project file; raises StoreError."""
    try:
        return _open_to_read(path) if read_only else _open_to_write(path)
    except NewerFile as error:
        raise NewerFile(path, readable=not read_only and _can_read_newer(path)) from error
    except DamagedFile as error:
        raise with_way_out(error) from error


def _open_to_write(path: Path) -> OpenProject:
    inspect(path)
    must_be_writable(path)
    with locked(path) as lock:
        recover(path)
        if is_older(path):
            make_backup(path, datetime.now(UTC), check=inspect)
            migrate(path)
        return begin_loaded(path, lock)


def begin_loaded(path: Path, lock: FileLock) -> OpenProject:
    """Load a file of the present version and begin a sitting at it; raises StoreError."""
    held = load(path)
    return begin(path, lock, held, AtHand(OpenFile(path, lock, held, path.stat())))


def _open_to_read(path: Path) -> OpenProject:
    newer = False
    try:
        inspect(path)
    except NewerFile:
        newer = True
    source, release = _readable(path)
    try:
        held = load_newer(source) if newer else load(source)
    except BaseException:
        release()
        raise
    store = ReadOnlyStore(path, held.state.number, source, release)
    return OpenProject(path, Project(held.document, number=held.state.number), store, True, holder_of(path))


def _readable(path: Path) -> tuple[Path, Callable[[], None]]:
    """Give the file itself, or a copy: of one elsewhere, and where an interrupted change is to be taken back first."""
    if lies_elsewhere(path):
        return _copied(path)
    try:
        with database.reading(path) as connection:
            database.schema_of(connection)
    except database.ReadFailure as error:
        if has_open_journal(path) and database.needs_recovery(error):
            return _copied(path)
    return path, lambda: None


def _copied(path: Path) -> tuple[Path, Callable[[], None]]:
    try:
        folder = recovered_copy(path)
    except OSError as error:
        raise Unreachable(path, in_german(error)) from error
    return copy_in(folder, path), folder.cleanup


def _can_read_newer(path: Path) -> bool:
    try:
        load_newer(path)
    except StoreError:
        return False
    return True
