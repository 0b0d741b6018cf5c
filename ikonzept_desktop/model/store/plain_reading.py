"""Opens a project file with the standard library alone, to look at what is on screen first.

SQLAlchemy is a fifth of a second of imports that the first paint, and the export of a concept given out before,
need not wait for. What is read here are whole rows of the tables a document is made of, the steps that undo and redo
would take next, pictures, and one snapshot at a time; all else is SQLAlchemy's.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ikonzept_desktop import collector
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store import layout
from ikonzept_desktop.model.store.batch import step_of
from ikonzept_desktop.model.store.connecting import connect_to_read, is_as_it_should_be, rows_of, select_of
from ikonzept_desktop.model.store.contents import Contents, enter, manifest_flaws
from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.held import Held, held_in
from ikonzept_desktop.model.store.rows import sound_values
from ikonzept_desktop.model.store.snapshots import Snapshot, read_snapshot
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What a first look found: the document, and the steps next to where its history stands."""

    held: Held
    """The accounts of steps, pictures and snapshots are still empty."""
    steps: dict[int, Step]


def first_look(path: Path) -> Seen | None:
    """Read and check the rows of the document; None where anything at all is not as it should be."""
    try:
        with closing(connect_to_read(path)) as connection, collector.resting():
            connection.execute("BEGIN")
            return _look(connection, path)
    except (sqlite3.Error, UnicodeDecodeError, FormError, DamagedFile):
        return None


def picture_data(path: Path, digest: str) -> bytes | None:
    """Give the bytes of a picture, which its digest vouches for; None where they are not found whole."""
    try:
        with closing(connect_to_read(path)) as connection:
            found = connection.execute(f"{select_of(layout.IMAGES)} WHERE digest = ?", (digest,)).fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    data = found[2] if found else None
    return data if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest else None


def kept_snapshot(path: Path, id: str) -> Snapshot | None:
    """Give what a file says of a snapshot, which its hash vouches for; None where it is not found whole."""
    try:
        with closing(connect_to_read(path)) as connection:
            found = connection.execute(f"{select_of(layout.SNAPSHOTS)} WHERE id = ?", (id,)).fetchone()
        values = sound_values(layout.SNAPSHOTS.name, found) if found else None
        return read_snapshot(id, str(values[1])) if values else None
    except (sqlite3.Error, UnicodeDecodeError, FormError):
        return None


def _look(connection: sqlite3.Connection, path: Path) -> Seen | None:
    if not is_as_it_should_be(connection):
        return None
    contents = Contents()
    for table in layout.HELD:
        contents.rows[table.name] = [enter(table.name, row, contents) for row in rows_of(connection, table)]
    written = {str(name): (rows, total) for name, rows, total in rows_of(connection, layout.MANIFEST)}
    held_tables = {table.name for table in layout.HELD}
    accounts = {name: account for name, account in contents.accounts.items() if name in held_tables}
    if any(manifest_flaws(written, accounts, newer=True)):
        return None
    held = held_in(contents, path)
    return Seen(held, dict(_steps(connection, held.state.position, held.state.newest)))


def _steps(connection: sqlite3.Connection, position: int, newest: int) -> Iterator[tuple[int, Step]]:
    """Give the steps that undo and redo would take; raises FormError where one of them is damaged."""
    for number in range(max(position, 1), min(position + 1, newest) + 1):
        found = connection.execute(f"{select_of(layout.STEPS)} WHERE number = ?", (number,)).fetchone()
        if found is not None:
            values = sound_values(layout.STEPS.name, found)
            if values is None:
                raise FormError("a step does not match its hash")
            yield number, step_of(values)
