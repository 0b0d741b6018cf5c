"""A project file as a database: the one module that knows the database is SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    event,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x694B6F6E
"""`iKon`, at offset 68 of the file (SQLite, Database File Format 1.3)."""
BUSY_TIMEOUT = 5.0
"""Seconds to wait for another program's lock."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
ReadFailure = (DBAPIError, UnicodeDecodeError)
"""What reading may meet; of a damaged file even the database's own complaint may be no text."""
_PATIENT = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a database file say."""

    application: int
    version: int
    pages: int
    page_size: int
    plain_journal: bool
    """Whether it is written with a rollback journal, as ours are."""


def header_of(start: bytes) -> Header | None:
    """Read the first 100 bytes of a file (SQLite, Database File Format 1.3); None where it is no database."""
    if len(start) < _HEADER or not start.startswith(_MAGIC):
        return None
    size = int.from_bytes(start[16:18], "big")
    counted = start[24:28] == start[92:96]
    return Header(
        int.from_bytes(start[68:72], "big"),
        int.from_bytes(start[60:64], "big"),
        int.from_bytes(start[28:32], "big") if counted else 0,
        65536 if size == 1 else size,
        start[18:20] == b"\x01\x01",
    )


def journal_of(path: Path) -> Path:
    """Give the path of the side file a transaction keeps the old pages in."""
    return path.with_name(f"{path.name}-journal")


def has_open_journal(path: Path) -> bool:
    """Tell whether a transaction is under way in the file, or was interrupted and is still to be taken back."""
    journal = journal_of(path)
    return journal.exists() and journal.stat().st_size > 0


def writing_engine(path: Path) -> Engine:
    """Open a file to write in it; it is made where there is none."""
    url = URL.create("sqlite", database=str(path))
    options = {"isolation_level": None, "check_same_thread": False, "timeout": BUSY_TIMEOUT}
    engine = create_engine(url, poolclass=StaticPool, connect_args=options)
    event.listen(engine, "connect", _prepare_writing)
    event.listen(engine, "begin", _begin_writing)
    return engine


def address_of(path: PurePath) -> str:
    """Give an absolute path as SQLite takes it in an address: a share's name is no authority to it, as in RFC 8089."""
    place = quote(path.as_posix(), safe="/:", errors="surrogateescape")
    return f"file:{'//' if place.startswith('/') else '///'}{place}"


def reading_engine(path: Path) -> Engine:
    """Open a file to read it; not a byte of it, nor beside it, is written."""

    def connect() -> sqlite3.Connection:
        address = f"{address_of(path.absolute())}?mode=ro"
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT)

    engine = create_engine("sqlite://", poolclass=StaticPool, creator=connect)
    event.listen(engine, "connect", _prepare_reading)
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


def remove_empty_journal(path: Path) -> None:
    """Remove the empty side file that a truncated journal leaves; only under the lock, when the file is closed."""
    journal = journal_of(path)
    if journal.exists() and journal.stat().st_size == 0:
        journal.unlink()


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
    _distrust(raw)
    raw.execute("PRAGMA journal_mode = TRUNCATE")
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute("PRAGMA foreign_keys = ON")


def _prepare_reading(raw: sqlite3.Connection, _record: object) -> None:
    _distrust(raw)
    raw.execute("PRAGMA query_only = ON")


def _distrust(raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA trusted_schema = OFF")
    raw.execute("PRAGMA cell_size_check = ON")


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
