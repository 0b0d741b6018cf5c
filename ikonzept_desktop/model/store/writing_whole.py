"""Writes a whole project file at once, new or as a copy."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.assembly import State, state_row
from ikonzept_desktop.model.store.changing import begin_manifest, carry_out, prepare
from ikonzept_desktop.model.store.document_rows import document_changes
from ikonzept_desktop.model.store.errors import NotWritten
from ikonzept_desktop.model.store.layout import SCHEMAS, VERSION
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.model.store.recovery import make_self_contained
from ikonzept_desktop.model.store.rows import Row, new_accounts
from ikonzept_desktop.model.store.whereabouts import lies_elsewhere
from ikonzept_desktop.os_errors import in_german


def write_file(path: Path, document: Document, state: State, rows: Iterable[Row] = ()) -> None:
    """Write a whole project file, which takes the place of what stood there only when it is complete and sound."""
    try:
        with _being_written(path) as temporary:
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


@contextmanager
def _being_written(path: Path) -> Iterator[Path]:
    """Give a file that takes the place of another on leaving; for one that lies elsewhere, on this machine's disk."""
    if not lies_elsewhere(path.absolute()):
        with atomic_file.writing(path) as temporary:
            yield temporary
        return
    with atomic_file.passing_folder() as folder:
        finished = Path(folder) / path.name
        finished.touch()
        yield finished
        atomic_file.replace(finished, path)


def _not_written(path: Path, error: BaseException) -> str:
    if isinstance(error, atomic_file.FileHeldOpen):
        return str(error)
    reason = "dort darf nicht geschrieben werden"
    if isinstance(error, OSError):
        reason = in_german(error)
    elif isinstance(error, DBAPIError) and database.is_full(error):
        reason = "auf dem Laufwerk ist kein Platz mehr"
    return f"Die Datei „{path.name}“ ließ sich nicht schreiben: {reason}. Bitte wählen Sie einen anderen Ort."
