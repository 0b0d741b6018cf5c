"""The thread that brings what waits to disk: soon after a pause, at the latest after a while, again after a failure."""

import math
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.model.project import Entry
from ikonzept_desktop.model.store.batch import Batch
from ikonzept_desktop.model.store.disk import Access, Disk
from ikonzept_desktop.model.store.errors import Backup, DamagedFile, NotSaved, StoreError
from ikonzept_desktop.model.store.kept import Question, Result
from ikonzept_desktop.model.store.lock import HEARTBEAT, FileLock
from ikonzept_desktop.model.store.rows import Row
from ikonzept_desktop.model.store.troubles import BROKEN, RETRY, UNREACHABLE

QUIET = 0.4
"""Seconds without an edit after which is written."""
LATEST = 1.5
"""Seconds after the first edit not yet on disk at which is written anyway: a slow disk then keeps the promised two."""
OPEN_AFTER = 1.5
"""Seconds at which the file is opened, unless there is need before: the window comes first."""
BACKUP_AFTER = 3.0
"""Seconds after opening at which the backup is made, unless something is written before."""
PATIENCE = 30.0
"""Seconds an answer from the file may take, or its being opened."""

Acknowledged = Callable[[int, datetime], None]
Troubled = Callable[[str], None]


def _now() -> datetime:
    return datetime.now(UTC)


class WriterThread:
    """Opens the file when there is need, and owns the only connection. Its methods may be called from any thread."""

    def __init__(
        self, path: Path, lock: FileLock, number: int, access: Access, *, clock: Callable[[], datetime] = _now
    ) -> None:
        """Begin with a file whose last edit has that number; `clock` tells when a commit returned (UTC)."""
        self._path = path
        self._lock = lock
        self._access = access
        self._file: Disk | None = None
        self._backed_up = False
        self.backup: Backup | None = None
        self.backup_trouble = ""
        self._clock = clock
        self.recorded = self.acknowledged = number
        self.acknowledged_at: datetime | None = None
        self.trouble = ""
        self.on_acknowledged: list[Acknowledged] = []
        self.on_trouble: list[Troubled] = []
        self._changed = threading.Condition()
        self._pending, self._writing = Batch(), Batch()
        self._first_waiting = self._last_waiting = self._not_before = 0.0
        self._open_due = time.monotonic() + OPEN_AFTER
        self._backup_due = time.monotonic() + BACKUP_AFTER
        self._attempt = self._failed = 0
        self._urgent = self._closing = self._ended = False
        self._upkeep = True
        self._questions: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._run, name=f"writer of {path.name}", daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        """Whether the file has been opened."""
        return self._file is not None

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
            next_attempt = self._attempt + 1
            self._urgent = not self._all_written()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._all_written() or self._ended or self._failed >= next_attempt, timeout)
            return self._all_written()

    def ask(self, question: Question[Result], patience: float = PATIENCE) -> Result:
        """Read from the file and wait for the answer (seconds); raises StoreError where the file does not give it."""
        from concurrent.futures import Future  # with all of logging: not before the first question

        answer: Future[Result] = Future()

        def asked() -> None:
            try:
                answer.set_result(self._file.ask(question) if self._file else self._access.look(question))
            except (StoreError, LookupError, ValueError) as error:
                answer.set_exception(error)

        with self._changed:
            if self._ended or self._closing:
                raise NotSaved(self._path, "Die Datei ist nicht mehr geöffnet.")
            self._questions.append(asked)
            self._changed.notify_all()
            patience += 0.0 if self._file else PATIENCE
        try:
            return answer.result(patience)
        except TimeoutError as error:
            raise NotSaved(self._path, UNREACHABLE) from error

    def stop(self, *, upkeep: bool = True) -> None:
        """End the thread and let the file go; what is not on disk is lost.

        Without upkeep, a file that nothing had to be opened for is not opened for its backup either.
        """
        with self._changed:
            self._closing, self._upkeep = True, upkeep
            self._changed.notify_all()
        self._thread.join()

    def _note_time(self) -> None:
        self._last_waiting = time.monotonic()
        if not self._pending:
            self._first_waiting = self._open_due = self._last_waiting
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
                self._attempt += 1
                self._urgent = False
            closing = self._closing
        if self._file is None and (questions or self._writing or self._must_open() or (closing and self._upkeep)):
            self._open()
        for question in questions:
            question()
        if self._file is not None:
            if not self._backed_up and (self._writing or time.monotonic() >= self._backup_due or closing):
                self._make_backup(self._file)
            if self._writing:
                self._write(self._file)
        self._beat()
        return not closing

    def _is_called(self) -> bool:
        return bool(self._questions) or self._closing or self._is_due() or self._must_open()

    def _is_due(self) -> bool:
        return bool(self._pending) and (self._urgent or time.monotonic() >= self._due())

    def _due(self) -> float:
        return max(min(self._last_waiting + QUIET, self._first_waiting + LATEST), self._not_before)

    def _must_open(self) -> bool:
        return self._file is None and time.monotonic() >= self._open_due

    def _pause(self) -> float:
        """Seconds until something is due by itself."""
        due = self._due() if self._pending else time.monotonic() + HEARTBEAT
        if self._file is None:
            due = min(due, self._open_due)
        elif not self._backed_up:
            due = min(due, self._backup_due)
        return max(due - time.monotonic(), 0.0)

    def _open(self) -> None:
        """Open the file; where that fails nothing is acknowledged, and it is tried again when there is need."""
        try:
            file = self._access.open()
        except StoreError as error:
            damaged = isinstance(error, DamagedFile)
            self._open_due = math.inf if damaged else time.monotonic() + RETRY
            if self._writing or self._pending:
                self._keep_for_later(str(error))
            elif damaged and str(error) != self.trouble:
                self._tell(str(error))
            return
        self._file = file

    def _make_backup(self, file: Disk) -> None:
        self._backed_up = True
        try:
            self.backup = file.back_up()
        except StoreError as error:
            self.backup_trouble = str(error)

    def _write(self, file: Disk) -> None:
        try:
            number = file.write(self._writing)
        except NotSaved as error:
            self._keep_for_later(str(error))
            return
        with self._changed:
            self.acknowledged = number
            self.acknowledged_at = when = self._clock()
            self.trouble, self._not_before = "", 0.0
            self._writing = Batch()
            self._changed.notify_all()
        for listener in tuple(self.on_acknowledged):
            listener(self.acknowledged, when)

    def _keep_for_later(self, trouble: str) -> None:
        with self._changed:
            self._failed = self._attempt if self._writing else self._failed
            self._pending, self._writing = self._writing.then(self._pending), Batch()
            self._not_before = time.monotonic() + RETRY
            self._changed.notify_all()
        self._tell(trouble)

    def _tell(self, trouble: str) -> None:
        self.trouble = trouble
        for listener in tuple(self.on_trouble):
            listener(trouble)

    def _beat(self) -> None:
        try:
            self._lock.beat()
        except OSError:
            self.trouble = UNREACHABLE

    def _end(self) -> None:
        if self._file is None:
            return
        try:
            self._file.tidy(self._clock())
        except NotSaved as error:
            self.trouble = str(error)  # the words are on disk; old steps may wait for the next closing
        self._file.close()
