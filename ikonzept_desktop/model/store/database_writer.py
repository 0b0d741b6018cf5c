"""Writes batches into an open file, each whole or not at all, and knows what the file holds."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select

from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.assembly import AssemblyError, State, read_state, state_row
from ikonzept_desktop.model.store.batch import Batch, batch_changes, state_after
from ikonzept_desktop.model.store.changing import carry_out, prepare
from ikonzept_desktop.model.store.file_header import remove_empty_journal
from ikonzept_desktop.model.store.held import Held
from ikonzept_desktop.model.store.lock import FileLock
from ikonzept_desktop.model.store.rows import RowChanges
from ikonzept_desktop.model.store.tables import META
from ikonzept_desktop.model.store.troubles import MovedError, TakenOverError
from ikonzept_desktop.model.store.write_failures import WriteFailure

Result = TypeVar("Result")


@dataclass(slots=True)
class _Attempt:
    """What a file holds if a commit that reported a failure was carried out all the same."""

    held: Held
    batch: Batch


class DatabaseWriter:
    """The only connection to a file, used by one thread."""

    def __init__(self, path: Path, lock: FileLock, held: Held, identity: os.stat_result) -> None:
        self._path = path
        self._lock = lock
        self._held = held
        self._identity = identity
        self._engine = database.writing_engine(path)
        self._attempt: _Attempt | None = None

    @property
    def held(self) -> Held:
        """What the file holds, by the last commit that returned."""
        return self._held

    def write(self, batch: Batch) -> None:
        """Bring a batch to disk; raises WriteFailure, and then the file holds all of it or nothing."""
        if self._recover() and self._is_done(batch):
            return
        state = state_after(self._held.state, batch, os.urandom(8).hex())
        changes = batch_changes(batch, self._held.document, state, self._held.accounts)
        self._commit(batch, state, changes)

    def change(self, find: Callable[[Connection, Held], RowChanges]) -> None:
        """Change other rows than a document's; raises WriteFailure."""
        changes = self.read(lambda connection: find(connection, self._held))
        if not changes.put and not changes.drop:
            return
        state = state_after(self._held.state, Batch(), os.urandom(8).hex())
        self._commit(Batch(), state, changes)

    def read(self, question: Callable[[Connection], Result]) -> Result:
        """Read from the file; raises WriteFailure."""
        with self._engine.begin() as connection:
            return question(connection)

    def close(self) -> None:
        """Let the file go; the lock is left to its owner."""
        self._engine.dispose()
        with suppress(OSError):  # a drive that is gone by now has all the same what was committed
            if self._is_same_file():
                remove_empty_journal(self._path)

    def _commit(self, batch: Batch, state: State, changes: RowChanges) -> None:
        changes.add([state_row(state)])
        prepared = prepare(changes, self._held.accounts)
        document = batch.entry.document if batch.entry else self._held.document
        try:
            if not self._path.exists():
                raise MovedError
            with self._engine.begin() as connection:
                self._guard(connection)
                changed = carry_out(connection, prepared, self._held.accounts)
                self._attempt = _Attempt(Held(document, state, self._held.accounts | changed), batch)
        except WriteFailure:
            # The failed transaction was rolled back; the connection may be past helping, a new one is not.
            self._engine.dispose()
            raise
        self._settle()

    def _guard(self, connection: Connection) -> None:
        """Refuse to write over what somebody else has written, and into a file that no name leads to."""
        if not self._is_same_file() or not self._lock.is_ours():
            raise TakenOverError
        if self._commit_found(connection) != self._held.state.commit:
            raise TakenOverError

    def _recover(self) -> bool:
        """Find out whether the commit that failed last is on disk nevertheless; tell whether it was."""
        if self._attempt is None:
            return False
        if self.read(self._commit_found) == self._attempt.held.state.commit:
            self._settle()
            return True
        self._attempt = None
        return False

    def _is_done(self, batch: Batch) -> bool:
        entry = batch.entry
        done = entry is None or entry.number == self._held.state.number
        return done and all(row.key in self._held.accounts[row.table].hashes for row in batch.rows)

    def _settle(self) -> None:
        assert self._attempt is not None
        self._held, self._attempt = self._attempt.held, None

    def _commit_found(self, connection: Connection) -> str:
        content = connection.execute(select(META.c.content).where(META.c.key == "state")).scalar()
        try:
            return read_state(str(content)).commit
        except AssemblyError as error:
            raise TakenOverError from error

    def _is_same_file(self) -> bool:
        try:
            return os.path.samestat(self._path.stat(), self._identity)
        except FileNotFoundError:
            return False
