"""A project file that is open to be written, with its whole contents known to be sound."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store import database, layout
from ikonzept_desktop.model.store.assembly import AssemblyError
from ikonzept_desktop.model.store.backups import make_backup
from ikonzept_desktop.model.store.batch import Batch
from ikonzept_desktop.model.store.contents import Contents, manifest_flaws
from ikonzept_desktop.model.store.database_writer import DatabaseWriter
from ikonzept_desktop.model.store.errors import Backup, DamagedFile, NotSaved
from ikonzept_desktop.model.store.held import Held
from ikonzept_desktop.model.store.kept import Question, Result
from ikonzept_desktop.model.store.kept_rows import KeptRows
from ikonzept_desktop.model.store.layout import SCHEMAS, VERSION
from ikonzept_desktop.model.store.loading import check_schema, enter_all, manifest, refusal
from ikonzept_desktop.model.store.lock import FileLock
from ikonzept_desktop.model.store.rows import Account
from ikonzept_desktop.model.store.troubles import MovedError, TakenOverError
from ikonzept_desktop.model.store.upkeep import tidied
from ikonzept_desktop.model.store.verification import with_way_out
from ikonzept_desktop.model.store.write_failures import WriteFailure, sentence


class OpenFile:
    """Writes, answers and backs up; see `disk.Disk`."""

    def __init__(self, path: Path, lock: FileLock, held: Held, identity: os.stat_result) -> None:
        """Open the file of that identity, which holds just this; the lock is left to its owner."""
        self._path = path
        self._writer = DatabaseWriter(path, lock, held, identity)

    def write(self, batch: Batch) -> int:
        """Bring a batch to disk and give the number of the last edit there; raises NotSaved."""
        try:
            self._writer.write(batch)
        except WriteFailure as error:
            raise NotSaved(self._path, sentence(error)) from error
        return self._writer.held.state.number

    def ask(self, question: Question[Result]) -> Result:
        """Read from the file; raises NotSaved."""
        try:
            return self._writer.read(lambda connection: question(KeptRows(connection)))
        except WriteFailure as error:
            raise NotSaved(self._path, sentence(error)) from error

    def back_up(self) -> Backup:
        """Keep a verified copy of the file as it is; raises StoreError."""
        return make_backup(self._path, datetime.now(UTC))

    def tidy(self, now: datetime) -> None:
        """Forget old steps and pictures that nothing names; raises NotSaved."""
        try:
            self._writer.change(lambda connection, held: tidied(connection, held, now))
        except WriteFailure as error:
            raise NotSaved(self._path, sentence(error)) from error
        except FormError as error:
            raise NotSaved(self._path, str(DamagedFile(self._path))) from error

    def close(self) -> None:
        """Let the file go."""
        self._writer.close()


def open_after_first_look(path: Path, lock: FileLock, seen: Held, identity: os.stat_result) -> OpenFile:
    """Check what a first look left out and open the file; raises DamagedFile, Unreachable or NotSaved."""
    try:
        if not os.path.samestat(path.stat(), identity):
            raise TakenOverError
        held = _completed(path, seen)
    except FileNotFoundError as error:
        raise NotSaved(path, sentence(MovedError())) from error
    except DamagedFile as error:
        raise with_way_out(error) from error
    except WriteFailure as error:
        raise NotSaved(path, sentence(error)) from error
    return OpenFile(path, lock, held, identity)


def _completed(path: Path, seen: Held) -> Held:
    """Give what a file holds, of which the document and its rows are known; raises StoreError and TakenOverError."""
    contents = Contents(accounts=seen.accounts | {table.name: Account() for table in layout.BESIDE})
    try:
        with database.reading(path) as connection:
            check_schema(connection, path, SCHEMAS[VERSION])
            if KeptRows(connection).state().commit != seen.state.commit:
                raise TakenOverError
            for table in layout.BESIDE:
                enter_all(connection, table, contents)
            contents.flaws.extend(manifest_flaws(manifest(connection), contents.accounts))
    except (*database.ReadFailure, AssemblyError) as error:
        raise refusal(path, error) from error
    if contents.flaws:
        raise DamagedFile(path)
    return replace(seen, accounts=contents.accounts)
