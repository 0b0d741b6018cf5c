"""Connections to a file by the standard library alone: it must be there, and nothing that stands in it is run."""

import sqlite3
from pathlib import Path, PurePath
from urllib.parse import quote

from ikonzept_desktop.model.store.layout import SCHEMAS, VERSION, Layout, statements_of


def address_of(path: PurePath) -> str:
    """Give an absolute path as SQLite takes it in an address: a share's name is no authority to it, as in RFC 8089."""
    place = quote(path.as_posix(), safe="/:", errors="surrogateescape")
    return f"file:{'//' if place.startswith('/') else '///'}{place}"


def connect_to_read(path: Path, patience: float = 0.0) -> sqlite3.Connection:
    """Open a file to read it, waiting so long for another program (seconds).

    Not a byte of it, nor beside it, is written.
    """
    raw = _connected(path, "ro", patience)
    distrust(raw)
    raw.execute("PRAGMA query_only = ON")
    return raw


def connect_to_write(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file that is there to write in it, waiting so long for another program (seconds)."""
    return _connected(path, "rw", patience)


def _connected(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    address = f"{address_of(path.absolute())}?mode={mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=patience)


def distrust(raw: sqlite3.Connection) -> None:
    """Have nothing that stands in a file carried out, and its pages checked."""
    raw.execute("PRAGMA trusted_schema = OFF")
    raw.execute("PRAGMA cell_size_check = ON")


def is_as_it_should_be(connection: sqlite3.Connection) -> bool:
    """Tell whether a file consists of what our version of it does: no table, view or trigger more or less."""
    things = connection.execute("SELECT type, name, sql FROM sqlite_master")
    return statements_of((kind, name, sql or "") for kind, name, sql in things) == set(SCHEMAS[VERSION].statements)


def rows_of(connection: sqlite3.Connection, table: Layout) -> sqlite3.Cursor:
    """Give the rows of a table, each with its hash."""
    return connection.execute(select_of(table))


def select_of(table: Layout) -> str:
    """Give the question for the whole rows of a table, to which a condition may be added."""
    return " ".join(("SELECT", ", ".join(table.columns), "FROM", table.name))
