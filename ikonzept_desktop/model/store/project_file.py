"""Opens, makes and copies project files: the way in for everybody else.

In every case that raises a StoreError the file, and the folder beside it, are left as they were, to the byte.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model import schema
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import History
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.assembly import State, state_row
from ikonzept_desktop.model.store.changing import begin_manifest, carry_out, prepare
from ikonzept_desktop.model.store.document_rows import document_changes
from ikonzept_desktop.model.store.errors import Holder, NotWritten
from ikonzept_desktop.model.store.images import image_row, picture
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.lock import FileLock, holder_of
from ikonzept_desktop.model.store.read_only import ReadOnlyStore
from ikonzept_desktop.model.store.rows import Row, new_accounts
from ikonzept_desktop.model.store.store import Store
from ikonzept_desktop.model.store.tables import SCHEMAS, VERSION
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
    pictures = [image_row(picture(data)) for data in images]
    lock = FileLock(path)
    try:
        write_file(path, document, State(), pictures)
        return _open(path, lock)
    except BaseException:
        lock.release()
        raise


def open_project(path: Path, *, read_only: bool = False) -> OpenProject:
    """Open a project file; raises StoreError.

    What is opened to be read only is never written to, nor is anything beside it.
    """
    if read_only:
        held = load(path)
        return OpenProject(path, Project(held.document), ReadOnlyStore(path), True, holder_of(path))
    load(path)
    lock = FileLock(path)
    try:
        return _open(path, lock)
    except BaseException:
        lock.release()
        raise


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
    except (OSError, DBAPIError, atomic_file.FileHeldOpen) as error:
        raise NotWritten(path, _not_written(path, error)) from error


def _open(path: Path, lock: FileLock) -> OpenProject:
    held = load(path)
    thread = WriterThread(path, lock, held, first=lambda: None)
    store = Store(path, lock, thread)
    state = held.state
    history = History(state.position, state.newest, store.step)
    project = Project(held.document, journal=store, history=history, number=state.number)
    return OpenProject(path, project, store)


def _not_written(path: Path, error: BaseException) -> str:
    if isinstance(error, atomic_file.FileHeldOpen):
        return str(error)
    full = isinstance(error, DBAPIError) and database.is_full(error)
    reason = "auf dem Laufwerk ist kein Platz mehr" if full else "dort darf nicht geschrieben werden"
    return f"Die Datei „{path.name}“ ließ sich nicht schreiben: {reason}. Bitte wählen Sie einen anderen Ort."
