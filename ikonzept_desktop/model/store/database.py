"""A project file as a database, through SQLAlchemy: engines with their settings, and what SQLite's errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from ikonzept_desktop.model.store.connecting import connect_to_read, connect_to_write, distrust
from ikonzept_desktop.model.store.file_header import APPLICATION_ID, remove_empty_journal

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another program's lock."""

ReadFailure = (DBAPIError, UnicodeDecodeError)
"""What reading may meet; of a damaged file even the database's own complaint may be no text."""
_PATIENT = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def writing_engine(path: Path) -> Engine:
    """Open a file to write in it; where there is none, none is made."""
    engine = create_engine("sqlite://", poolclass=StaticPool, creator=lambda: connect_to_write(path, BUSY_TIMEOUT))
    event.listen(engine, "connect", _prepare_writing)
    event.listen(engine, "begin", _begin_writing)
    return engine


def reading_engine(path: Path) -> Engine:
    """Open a file to read it; not a byte of it, nor beside it, is written."""

    engine = create_engine("sqlite://", poolclass=StaticPool, creator=lambda: connect_to_read(path, BUSY_TIMEOUT))
    event.listen(engine, "begin", _begin_reading)
    return engine


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """Give a connection that sees one state of the file and leaves no trace."""
    engine = reading_engine(path)
    try:
        with engine.connect() as connection:
            connection.begin()
            yield connection  # and nothing to commit, which a destroyed page can prevent
    finally:
        engine.dispose()


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """Give a connection whose changes are on disk, all of them or none, when the body is left."""
    engine = writing_engine(path)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()
        remove_empty_journal(path)


def mark(connection: Connection, version: int) -> None:
    """Write into the file whose it is and of what version; part of the transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def schema_of(connection: Connection) -> frozenset[tuple[str, str, str]]:
    """Give everything the file is made of: type, name and statement of tables, indices, triggers and views."""
    found = connection.exec_driver_sql("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return frozenset((str(row[0]), str(row[1]), str(row[2])) for row in found)


def defects(connection: Connection) -> list[str]:
    """Give what the database itself finds wrong with its pages, in its own words."""
    try:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    except ReadFailure as error:
        return [str(error)]
    return [line for line in found if line != "ok"]


def read_leniently(connection: Connection) -> None:
    """Let text that is no UTF-8 be read nevertheless; such bytes come as lone surrogates."""
    raw: Any = connection.connection.driver_connection
    raw.text_factory = lambda data: data.decode("utf-8", "surrogateescape")


def error_code(error: DBAPIError) -> int:
    """Give SQLite's primary result code of an error; 0 where there is none."""
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF


def is_full(error: DBAPIError) -> bool:
    """Tell whether the disk is full."""
    return error_code(error) == sqlite3.SQLITE_FULL


def is_write_protected(error: DBAPIError) -> bool:
    """Tell whether the file takes no writing."""
    return error_code(error) in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


def is_busy(error: DBAPIError) -> bool:
    """Tell whether another program holds the file."""
    return error_code(error) in _PATIENT


def is_missing(error: DBAPIError) -> bool:
    """Tell whether the file cannot be opened where it should be."""
    return error_code(error) == sqlite3.SQLITE_CANTOPEN


def is_io_error(error: DBAPIError) -> bool:
    """Tell whether the drive failed."""
    return error_code(error) == sqlite3.SQLITE_IOERR


def needs_recovery(error: BaseException) -> bool:
    """Tell whether reading failed because an interrupted change would first have to be taken back."""
    if not isinstance(error, DBAPIError):
        return False
    code = int(getattr(error.orig, "sqlite_errorcode", 0))
    return code in {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_CANTLOCK} or is_missing(error)


def _prepare_writing(raw: sqlite3.Connection, _record: object) -> None:
    distrust(raw)
    raw.execute("PRAGMA journal_mode = TRUNCATE")
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA secure_delete = ON")  # Debian builds SQLite so, Python for Windows does not


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
