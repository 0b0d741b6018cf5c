"""Reads a whole project file, or says what is wrong with it; not a byte is changed on the way."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import collector
from ikonzept_desktop.model.store import database, layout
from ikonzept_desktop.model.store.contents import Contents, Manifest, enter, manifest_flaws
from ikonzept_desktop.model.store.errors import AlteredFile, DamagedFile, NewerFile, StoreError, Unreachable
from ikonzept_desktop.model.store.held import Held, held_in
from ikonzept_desktop.model.store.inspection import inspect
from ikonzept_desktop.model.store.layout import SCHEMAS, VERSION, Layout, Schema, statements_of
from ikonzept_desktop.model.store.tables import KEPT, MANIFEST


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
    return statements_of(database.schema_of(connection))


def read_all(connection: Connection, path: Path, *, newer: bool = False) -> Held:
    """Read and check every row, and put the document together; raises DamagedFile.

    The file of a newer version may have more tables.
    """
    contents = Contents()
    for table in layout.KEPT:
        enter_all(connection, table, contents)
    contents.flaws.extend(manifest_flaws(manifest(connection), contents.accounts, newer=newer))
    return held_in(contents, path)


def enter_all(connection: Connection, table: Layout, contents: Contents, *, at_once: int = 500) -> None:
    """Enter the rows of a table, so many at once, as far as they can be read."""
    for found in connection.execution_options(yield_per=at_once).execute(select(KEPT[table.name])):
        values = enter(table.name, found, contents)
        if table in layout.HELD:
            contents.rows[table.name].append(values)


def manifest(connection: Connection) -> Manifest:
    """Give what the manifest says of each table."""
    return {str(name): (rows, total) for name, rows, total in connection.execute(select(MANIFEST))}


def refusal(path: Path, error: BaseException) -> StoreError:
    """Give what to tell the user about an error that reading has met."""
    if isinstance(error, DBAPIError) and database.is_busy(error):
        return Unreachable(path, "ein anderes Programm hält sie fest")
    if isinstance(error, DBAPIError) and (database.is_missing(error) or database.is_io_error(error)):
        return Unreachable(path, "das Laufwerk antwortet nicht")
    return DamagedFile(path)
