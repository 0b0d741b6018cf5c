"""The thread that brings what waits to disk: soon after a pause, at the latest after a while, again after a failure."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.project import Entry
from ikonzept_desktop.model.store.batch import Batch
from ikonzept_desktop.model.store.database_writer import DatabaseWriter, Held
from ikonzept_desktop.model.store.errors import Backup, NotSaved, StoreError
from ikonzept_desktop.model.store.lock import HEARTBEAT, FileLock
from ikonzept_desktop.model.store.rows import Row
from ikonzept_desktop.model.store.troubles import BROKEN, RETRY, WriteFailure, sentence
from ikonzept_desktop.model.store.upkeep import tidied

QUIET = 0.4
"""Seconds without an edit after which is written."""
LATEST = 1.5
"""Seconds after the first edit not yet on disk at which is written anyway: a slow disk then keeps the promised two."""
BACKUP_AFTER = 3.0
"""Seconds after opening at which the backup is made, unless something is written before: the window comes first."""
PATIENCE = 30.0
"""Seconds an answer from the file may take."""

Result = TypeVar("Result")
Acknowledged = Callable[[int, datetime], None]
Troubled = Callable[[str], None]


def _now() -> datetime:
    return datetime.now(UTC)


class WriterThread:
    """Owns the only connection to a file. Its methods may be called from any thread."""

    def __init__(
        self,
        path: Path,
        lock: FileLock,
        held: Held,
        *,
        back_up: Callable[[], Backup],
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Begin; `back_up` is called before anything is written, `clock` tells when a commit returned (UTC)."""
        self._path = path
        self._lock = lock
        self._back_up = back_up
        self._backed_up = False
        self.backup: Backup | None = None
        self.backup_trouble = ""
        self._clock = clock
        self._writer = DatabaseWriter(path, lock, held)
        self.recorded = self.acknowledged = held.state.number
        self.acknowledged_at: datetime | None = None
        self.trouble = ""
        self.on_acknowledged: list[Acknowledged] = []
        self.on_trouble: list[Troubled] = []
        self._changed = threading.Condition()
        self._pending, self._writing = Batch(), Batch()
        self._first_waiting = self._last_waiting = self._not_before = 0.0
        self._backup_due = time.monotonic() + BACKUP_AFTER
        self._failures = 0
        self._urgent = self._closing = self._ended = False
        self._questions: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._run, name=f"writer of {path.name}", daemon=True)
        self._thread.start()

    def record(self, entry: Entry) -> None:
        """Take an entry without waiting."""
        with self._changed:
            self._note_time()
            self._pending.add(entry)
            self.recorded = entry.number

    def keep(self, row: Row) -> None:
        """Take a picture or a snapshot without waiting."""
        with self._changed:
            self._note_time()
            self._pending.rows.append(row)

    def waiting(self) -> Batch:
        """Give what is not on disk yet."""
        with self._changed:
            return self._writing.then(self._pending)

    def flush(self, timeout: float) -> bool:
        """Write what waits, at once, and wait for it (seconds); tell whether everything is on disk."""
        with self._changed:
            enough = self._failures + (2 if self._writing else 1)
            self._urgent = not self._all_written()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._all_written() or self._ended or self._failures >= enough, timeout)
            return self._all_written()

    def ask(self, question: Callable[[Connection], Result], patience: float = PATIENCE) -> Result:
        """Read from the file and wait for the answer (seconds); raises NotSaved where the file does not give it."""
        answer: Future[Result] = Future()

        def asked() -> None:
            try:
                answer.set_result(self._writer.read(question))
            except (*WriteFailure, LookupError, ValueError) as error:
                answer.set_exception(error)

        with self._changed:
            if self._ended or self._closing:
                raise NotSaved(self._path, "Die Datei ist nicht mehr geöffnet.")
            self._questions.append(asked)
            self._changed.notify_all()
        try:
            return answer.result(patience)
        except WriteFailure as error:
            raise NotSaved(self._path, sentence(error)) from error

    def stop(self) -> None:
        """End the thread and let the file go; what is not on disk is lost."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _note_time(self) -> None:
        self._last_waiting = time.monotonic()
        if not self._pending:
            self._first_waiting = self._last_waiting
            self._changed.notify_all()  # once: the thread sees for itself whether more came before it is due

    def _all_written(self) -> bool:
        return not self._pending and not self._writing

    def _run(self) -> None:
        try:
            while self._turn():
                pass
            self._end()
        except BaseException:
            self._tell(BROKEN)
            raise
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _turn(self) -> bool:
        """Do what is due; tell whether there will be more."""
        with self._changed:
            if not self._is_called():
                self._changed.wait(self._pause())
            questions, self._questions = self._questions, []
            if self._is_due():
                self._writing, self._pending = self._pending, Batch()
                self._urgent = False
            closing = self._closing
        for question in questions:
            question()
        if not self._backed_up and (self._writing or time.monotonic() >= self._backup_due or closing):
            self._make_backup()
        if self._writing:
            self._write()
        self._beat()
        return not closing

    def _is_called(self) -> bool:
        return bool(self._questions) or self._closing or self._is_due()

    def _is_due(self) -> bool:
        return bool(self._pending) and (self._urgent or time.monotonic() >= self._due())

    def _due(self) -> float:
        return max(min(self._last_waiting + QUIET, self._first_waiting + LATEST), self._not_before)

    def _pause(self) -> float:
        """Seconds until something is due by itself."""
        due = self._due() if self._pending else time.monotonic() + HEARTBEAT
        return max((due if self._backed_up else min(due, self._backup_due)) - time.monotonic(), 0.0)

    def _make_backup(self) -> None:
        self._backed_up = True
        try:
            self.backup = self._back_up()
        except StoreError as error:
            self.backup_trouble = str(error)

    def _write(self) -> None:
        try:
            self._writer.write(self._writing)
        except WriteFailure as error:
            self._keep_for_later(sentence(error))
            return
        with self._changed:
            self.acknowledged = self._writer.held.state.number
            self.acknowledged_at = when = self._clock()
            self.trouble, self._not_before = "", 0.0
            self._writing = Batch()
            self._changed.notify_all()
        for listener in tuple(self.on_acknowledged):
            listener(self.acknowledged, when)

    def _keep_for_later(self, trouble: str) -> None:
        with self._changed:
            self._pending, self._writing = self._writing.then(self._pending), Batch()
            self._not_before = time.monotonic() + RETRY
            self._failures += 1
            self._changed.notify_all()
        self._tell(trouble)

    def _tell(self, trouble: str) -> None:
        self.trouble = trouble
        for listener in tuple(self.on_trouble):
            listener(trouble)

    def _beat(self) -> None:
        try:
            self._lock.beat()
        except OSError as error:
            self.trouble = sentence(error)

    def _end(self) -> None:
        try:
            self._writer.change(lambda connection, held: tidied(connection, held, self._clock()))
        except (*WriteFailure, FormError) as error:
            self.trouble = sentence(error)  # the words are on disk; old steps may wait for the next closing
        self._writer.close()
