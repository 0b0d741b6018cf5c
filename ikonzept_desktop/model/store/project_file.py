"""Opens, makes and copies project files: the way in for everybody else.

In every case that raises a StoreError the file, and the folder beside it, are left as they were, to the byte.
"""

import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model import schema
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import History
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.assembly import State, state_row
from ikonzept_desktop.model.store.backups import make_backup, newest_backup
from ikonzept_desktop.model.store.changing import begin_manifest, carry_out, prepare
from ikonzept_desktop.model.store.copying import shown_images, whole_history
from ikonzept_desktop.model.store.document_rows import document_changes
from ikonzept_desktop.model.store.errors import DamagedFile, Holder, NewerFile, NotWritten, StoreError, WriteProtected
from ikonzept_desktop.model.store.images import image_row, picture
from ikonzept_desktop.model.store.loading import inspect, load, load_newer
from ikonzept_desktop.model.store.lock import FileLock, holder_of
from ikonzept_desktop.model.store.migration import is_older, migrate
from ikonzept_desktop.model.store.read_only import ReadOnlyStore
from ikonzept_desktop.model.store.recovery import copy_in, make_self_contained, recover, recovered_copy
from ikonzept_desktop.model.store.rows import Row, new_accounts
from ikonzept_desktop.model.store.store import Store
from ikonzept_desktop.model.store.tables import SCHEMAS, VERSION
from ikonzept_desktop.model.store.verification import verify
from ikonzept_desktop.model.store.writer_thread import WriterThread


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project file that is open."""

    path: Path
    project: Project
    store: Store | ReadOnlyStore
    read_only: bool = False
    holder: Holder | None = None
    """Who has it open for writing, where it is open to be read."""


def create_project(path: Path, document: Document, images: Iterable[bytes] = ()) -> OpenProject:
    """Make a project file, in the place of what stood there, and open it.

    Raises SchemaError for an invalid document, PictureError for bytes that are no picture, and StoreError.
    """
    schema.check(document)
    rows = [image_row(picture(data)) for data in images]
    with _locked(path) as lock:
        write_file(path, document, State(), rows)
        return _open(path, lock)


def open_project(path: Path, *, read_only: bool = False) -> OpenProject:
    """Open a project file; raises StoreError.

    What is opened to be read only is never written to, nor is anything beside it.
    """
    try:
        return _open_to_read(path) if read_only else _open_to_write(path)
    except NewerFile as error:
        raise NewerFile(path, readable=not read_only and _can_read_newer(path)) from error
    except DamagedFile as error:
        sections = error.sections or _damaged_sections(path)
        raise type(error)(path, sections, newest_backup(path)) from error


def save_copy(opened: OpenProject, path: Path, *, history: bool) -> None:
    """Write an open concept, as it is on screen, into another file; raises StoreError.

    With its history it is the same concept at another place, to be opened there („Speichern unter“). Without, it is fit
    to be given away („Kopie weitergeben“): no steps, no snapshots, no Papierkorb, no picture that is not shown.
    """
    document = opened.project.document
    if history:
        state, rows = whole_history(opened.store)
    else:
        document = replace(document, trash=())
        state, rows = State(opened.project.number), shown_images(opened.store, document)
    lock = FileLock(path)
    try:
        write_file(path, document, state, rows)
    finally:
        lock.release()


@contextmanager
def _locked(path: Path) -> Iterator[FileLock]:
    """Give the lock of a file, which is released only where the body fails."""
    lock = FileLock(path)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _open_to_write(path: Path) -> OpenProject:
    inspect(path)
    _must_be_writable(path)
    with _locked(path) as lock:
        recover(path)
        if is_older(path):
            make_backup(path, datetime.now(UTC), check=inspect)
            migrate(path)
        return _open(path, lock)


def _open(path: Path, lock: FileLock) -> OpenProject:
    held = load(path)
    state = held.state
    thread = WriterThread(path, lock, held, back_up=lambda: make_backup(path, datetime.now(UTC)))
    store = Store(path, lock, thread)
    history = History(state.position, state.newest, store.step)
    project = Project(held.document, journal=store, history=history, number=state.number)
    return OpenProject(path, project, store)


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
    """Give the file itself, or a copy of it where an interrupted change would have to be taken back first."""
    try:
        with database.reading(path) as connection:
            database.schema_of(connection)
    except database.ReadFailure as error:
        if database.has_open_journal(path) and database.needs_recovery(error):
            folder = recovered_copy(path)
            return copy_in(folder, path), folder.cleanup
    return path, lambda: None


def _can_read_newer(path: Path) -> bool:
    try:
        load_newer(path)
    except StoreError:
        return False
    return True


def _damaged_sections(path: Path) -> tuple[str, ...]:
    try:
        return verify(path).sections
    except StoreError:
        return ()


def _must_be_writable(path: Path) -> None:
    if not path.stat().st_mode & stat.S_IWUSR:
        raise WriteProtected(path)
    try:
        path.open("r+b").close()
    except OSError as error:
        raise WriteProtected(path) from error


def write_file(path: Path, document: Document, state: State, rows: Iterable[Row] = ()) -> None:
    """Write a whole project file, which takes the place of what stood there only when it is complete and sound."""
    try:
        with atomic_file.writing(path) as temporary:
            changes = document_changes(None, document)
            changes.add([state_row(state), *rows])
            accounts = new_accounts()
            with database.writing(temporary) as connection:
                database.mark(connection, VERSION)
                for statement in SCHEMAS[VERSION].statements:
                    connection.exec_driver_sql(statement)
                begin_manifest(connection)
                carry_out(connection, prepare(changes, accounts), accounts)
            load(temporary)
            make_self_contained(path)
    except (OSError, DBAPIError, atomic_file.FileHeldOpen) as error:
        raise NotWritten(path, _not_written(path, error)) from error


def _not_written(path: Path, error: BaseException) -> str:
    if isinstance(error, atomic_file.FileHeldOpen):
        return str(error)
    full = isinstance(error, DBAPIError) and database.is_full(error)
    reason = "auf dem Laufwerk ist kein Platz mehr" if full else "dort darf nicht geschrieben werden"
    return f"Die Datei „{path.name}“ ließ sich nicht schreiben: {reason}. Bitte wählen Sie einen anderen Ort."
