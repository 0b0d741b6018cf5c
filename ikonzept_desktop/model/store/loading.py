"""Reads a whole project file, or says what is wrong with it; not a byte is changed on the way."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import collector
from ikonzept_desktop.model import schema
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.assembly import AssemblyError, document_of, state_of
from ikonzept_desktop.model.store.contents import Flaw, read_contents
from ikonzept_desktop.model.store.database_writer import Held
from ikonzept_desktop.model.store.errors import (
    AlteredFile,
    DamagedFile,
    EmptyFile,
    ForeignFile,
    NewerFile,
    NoSuchFile,
    StoreError,
    TruncatedFile,
    Unreachable,
)
from ikonzept_desktop.model.store.tables import SCHEMAS, VERSION, Schema
from ikonzept_desktop.os_errors import in_german


def inspect(path: Path, newest: int = VERSION) -> database.Header:
    """Look at the first bytes and the length of a file; raises the StoreError that fits what is wrong with them."""
    try:
        with path.open("rb") as file:
            header = database.header_of(start := file.read(100))
            size = path.stat().st_size
    except FileNotFoundError as error:
        raise NoSuchFile(path) from error
    except IsADirectoryError as error:
        raise ForeignFile(path) from error
    except OSError as error:
        raise Unreachable(path, in_german(error)) from error
    if not start:
        raise EmptyFile(path)
    if header is None or header.application != database.APPLICATION_ID:
        raise ForeignFile(path)
    if not database.has_open_journal(path) and size < header.pages * header.page_size:
        raise TruncatedFile(path)
    if header.version > newest:
        raise NewerFile(path)
    if not header.plain_journal:
        raise AlteredFile(path)
    return header


def load(path: Path, schemas: Mapping[int, Schema] = SCHEMAS) -> Held:
    """Read and check everything in a file of the newest of the given versions; raises StoreError."""
    version = inspect(path, max(schemas)).version
    try:
        with database.reading(path) as connection:
            check_schema(connection, path, schemas[version])
            with collector.resting():
                return read_all(connection, path)
    except (*database.ReadFailure, KeyError) as error:
        raise refusal(path, error) from error


def load_newer(path: Path) -> Held:
    """Read the file of a newer version, to be read only, as far as it keeps to our tables; raises NewerFile."""
    try:
        with database.reading(path) as connection:
            _check_newer_schema(connection, path)
            return read_all(connection, path, newer=True)
    except (*database.ReadFailure, DamagedFile) as error:
        raise NewerFile(path) from error


def check_schema(connection: Connection, path: Path, expected: Schema) -> None:
    """Raise AlteredFile unless the file consists of exactly what its version is made of."""
    if _statements(connection) != set(expected.statements):
        raise AlteredFile(path)


def _check_newer_schema(connection: Connection, path: Path) -> None:
    found = _statements(connection)
    harmless = all(statement.startswith(("CREATE TABLE ", "CREATE INDEX ")) for statement in found)
    if not harmless or not found.issuperset(SCHEMAS[VERSION].statements):
        raise NewerFile(path)


def _statements(connection: Connection) -> set[str]:
    found = database.schema_of(connection)
    return {statement for _type, name, statement in found if not name.startswith("sqlite_autoindex_")}


def read_all(connection: Connection, path: Path, *, newer: bool = False) -> Held:
    """Read and check every row, and put the document together; raises DamagedFile."""
    contents = read_contents(connection, newer=newer)
    if contents.flaws:
        raise DamagedFile(path, contents.damaged_sections())
    try:
        document = document_of(contents)
        state = state_of(contents)
    except AssemblyError as error:
        contents.flaws.append(Flaw(str(error), error.section))
        raise DamagedFile(path, contents.damaged_sections()) from error
    for problem in schema.problems(document):
        raise DamagedFile(path) from schema.SchemaError(problem)
    return Held(document, state, contents.accounts)


def refusal(path: Path, error: BaseException) -> StoreError:
    """Give what to tell the user about an error that reading has met."""
    if isinstance(error, DBAPIError) and database.is_busy(error):
        return Unreachable(path, "ein anderes Programm hält sie fest")
    if isinstance(error, DBAPIError) and (database.is_missing(error) or database.is_io_error(error)):
        return Unreachable(path, "das Laufwerk antwortet nicht")
    return DamagedFile(path)
