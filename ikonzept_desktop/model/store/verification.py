"""Looks through a whole project file and says what of it is as it was written."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.json_forms import FormError, loads
from ikonzept_desktop.model.store import database, layout
from ikonzept_desktop.model.store.assembly import AssemblyError, document_of, state_of
from ikonzept_desktop.model.store.backups import newest_backup
from ikonzept_desktop.model.store.contents import Contents, Flaw, enter, manifest_flaws
from ikonzept_desktop.model.store.errors import DamagedFile, StoreError
from ikonzept_desktop.model.store.inspection import inspect
from ikonzept_desktop.model.store.layout import SCHEMAS, Layout
from ikonzept_desktop.model.store.leaf_pages import FoundRow, found_rows
from ikonzept_desktop.model.store.loading import check_schema, enter_all, manifest
from ikonzept_desktop.model.store.rows import key_of
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found in a file."""

    flaws: tuple[str, ...] = ()
    """What is wrong, in English, for the log."""
    sections: tuple[str, ...] = ()
    """The titles of the sections that suffered, where they are known."""

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.flaws


def verify(path: Path) -> Verification:
    """Check pages, rows, manifest, schema and document; raises StoreError only where nothing can be read at all."""
    version = inspect(path).version
    flaws: list[str] = []
    contents = Contents()
    try:
        with database.reading(path) as connection:
            flaws += database.defects(connection)
            check_schema(connection, path, SCHEMAS[version])
            contents = lenient_contents(connection, path)
    except (*database.ReadFailure, StoreError, KeyError) as error:
        flaws.append(str(error))
    contents.flaws.extend(_loose_ends(contents))
    if not flaws and not contents.flaws:
        contents.flaws.extend(_document_flaws(contents))
    flaws += [flaw.what for flaw in contents.flaws]
    return Verification(tuple(flaws), contents.damaged_sections())


def with_way_out(error: DamagedFile) -> DamagedFile:
    """Name in an error the sections that suffered and the newest backup, as far as they are known."""
    return type(error)(error.path, error.sections or _damaged_sections(error.path), newest_backup(error.path))


def _damaged_sections(path: Path) -> tuple[str, ...]:
    try:
        return verify(path).sections
    except StoreError:
        return ()


def lenient_contents(connection: Connection, path: Path) -> Contents:
    """Read whatever can be read, from the pages themselves where a table cannot be read in one go."""
    database.read_leniently(connection)
    contents = Contents()
    found: list[FoundRow] | None = None
    for table in layout.KEPT:
        try:
            enter_all(connection, table, contents, at_once=1)
        except database.ReadFailure:
            contents.flaws.append(Flaw(f"{table.name} cannot be read as a whole"))
            found = list(found_rows(path.read_bytes())) if found is None else found
            _enter_found(table, found, contents)
    try:
        contents.flaws.extend(manifest_flaws(manifest(connection), contents.accounts))
    except database.ReadFailure:
        contents.flaws.append(Flaw("the manifest is unreadable"))
    return contents


def _enter_found(table: Layout, found: list[FoundRow], contents: Contents) -> None:
    for row in found:
        if row.table == table.name and key_of(table.name, row.values) not in contents.accounts[table.name].hashes:
            enter(table.name, (*row.values, row.checksum), contents)
            if table in layout.HELD:
                contents.rows[table.name].append(row.values)


def _loose_ends(contents: Contents) -> Iterator[Flaw]:
    """Name the sections whose fields want blocks that are not there, and the blocks that nothing wants."""
    blocks = {str(id): str(section) for id, section, _content in contents.rows["blocks"]}
    wanted: set[str] = set()
    for section, *_address, content in contents.rows["fields"]:
        ids = set(_block_ids(str(content)))
        wanted |= ids
        if not ids <= blocks.keys():
            yield Flaw("a block is missing", str(section))
    for section in {blocks[id] for id in blocks.keys() - wanted}:
        yield Flaw("a field is missing", section)


def _block_ids(content: str) -> list[str]:
    try:
        found = loads(content)
    except FormError:
        return []
    ids = found.get("blocks") if isinstance(found, dict) else None
    return [str(id) for id in ids] if isinstance(ids, list) else []


def _document_flaws(contents: Contents) -> Iterator[Flaw]:
    try:
        document = document_of(contents)
        state_of(contents)
    except AssemblyError as error:
        yield Flaw(str(error), error.section)
        return
    yield from (Flaw(problem) for problem in schema.problems(document))
