"""The thread that gives a working copy back: after a pause, at the latest after a while, again after a failure.

Nobody waits for it: a drive that does not answer keeps this thread and no other.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop import logbook
from ikonzept_desktop.model.store.lock import HEARTBEAT, FileLock
from ikonzept_desktop.model.store.opened import Told
from ikonzept_desktop.model.store.shared import sentences
from ikonzept_desktop.model.store.shared.desk_copy import DeskCopy
from ikonzept_desktop.model.store.shared.publishing import GoneAstrayError, give_back, give_beside

QUIET = 10.0
"""Seconds without a commit after which is given back."""
LATEST = 60.0
"""Seconds after the first commit not given back at which it is done anyway."""
RETRY = 15.0
"""Seconds after a failure."""
_REMEMBERED = 5
CLOSING = 15.0
"""Seconds that a drive may take when a concept is closed."""

Give = Callable[[DeskCopy, FileLock], bool]


class Publisher:
    """Owns the lock of the original. Its methods may be called from any thread."""

    def __init__(self, copy: DeskCopy, lock: FileLock, *, give: Give = give_back) -> None:
        """Begin with a copy that may be ahead already; the lock of its original is released at the end."""
        self._copy, self._lock, self._give = copy, lock, give
        self._changed = threading.Condition()
        self._waiting = True  # once at first: of a copy that is not ahead nothing is written
        self._first = self._last = time.monotonic()
        self._not_before = 0.0
        self._urgent = self._closing = self._giving = self._ended = False
        self._listeners: list[Callable[[Told], None]] = []
        self._said: list[Told] = []
        self._thread = threading.Thread(target=self._run, name=f"giving back {copy.file.name}", daemon=True)
        self._thread.start()

    @property
    def is_back(self) -> bool:
        """Whether all that was committed is where the concept lies."""
        with self._changed:
            return not self._waiting and not self._giving

    @property
    def place(self) -> Path:
        """Where the words go: to the concept that was opened, or to a file beside it."""
        return self._copy.original

    def on_told(self, listener: Callable[[Told], None]) -> None:
        """Have everything told that comes of giving back, what was told already as well."""
        with self._changed:
            self._listeners.append(listener)
            said = tuple(self._said)
        for told in said:
            listener(told)

    def note(self) -> None:
        """Take note that something was committed to the working copy."""
        with self._changed:
            self._last = time.monotonic()
            if not self._waiting:
                self._waiting, self._first = True, self._last
                self._changed.notify_all()

    def hurry(self) -> None:
        """Give back at once what waits, without being waited for."""
        with self._changed:
            self._urgent = True
            self._changed.notify_all()

    def finish(self, patience: float = CLOSING) -> bool:
        """Give back for the last time, waiting so long (seconds); tell whether all is where the concept lies.

        What is not stays in the working copy, for the next opening.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(patience)
        return self.is_back and not self._thread.is_alive()

    def _run(self) -> None:
        try:
            while not self._ended:
                self._turn()
        finally:
            self._lock.release()

    def _turn(self) -> None:
        with self._changed:
            if not self._is_due():
                self._changed.wait(self._pause())
            due, closing = self._is_due(), self._closing
            self._urgent = False
        if due:
            self._give_back()
        else:
            self._beat()
        if closing:
            self._end()

    def _is_due(self) -> bool:
        if self._closing:
            return True
        now = time.monotonic()
        settled = now >= min(self._last + QUIET, self._first + LATEST)
        return self._waiting and (self._urgent or (settled and now >= self._not_before))

    def _pause(self) -> float:
        """Seconds until something is due by itself."""
        if not self._waiting:
            return HEARTBEAT
        due = max(min(self._last + QUIET, self._first + LATEST), self._not_before)
        return min(max(due - time.monotonic(), 0.0), HEARTBEAT)

    def _give_back(self) -> None:
        with self._changed:
            self._waiting, self._giving = False, True  # what is committed from now on waits anew
        try:
            done = self._give(self._copy, self._lock)
        except GoneAstrayError:
            self._go_on_beside()
        except Exception as error:  # noqa: BLE001  # whatever it is: what is not known to be there is not there
            self._keep_for_later(error)
        else:
            if done:
                self.tell(Told(when=datetime.now(UTC)))
        finally:
            with self._changed:
                self._giving = False

    def _go_on_beside(self) -> None:
        original = self._copy.original
        try:
            copy, lock = give_beside(self._copy, datetime.now().astimezone())
        except Exception as error:  # noqa: BLE001  # as above
            self._keep_for_later(error)
            return
        with suppress(OSError):
            self._lock.release()
        self._copy, self._lock = copy, lock
        sentence = sentences.goes_on_beside(original, copy.original)
        self.tell(Told(sentence, datetime.now(UTC), copy.original))

    def _keep_for_later(self, error: Exception) -> None:
        with self._changed:
            self._waiting = True
            self._not_before = time.monotonic() + RETRY
        logbook.note(f"Nicht zurückgegeben: {type(error.__cause__ or error).__name__}")
        self.tell(Told(sentences.not_given_back(self._copy.original, error), waits=True))

    def tell(self, told: Told) -> None:
        """Tell all listeners, and those to come; the same trouble again is no news."""
        with self._changed:
            if self._said and self._said[-1].sentence and self._said[-1].sentence == told.sentence:
                return
            self._said = [*self._said[-_REMEMBERED:], told]
            listeners = tuple(self._listeners)
        for listener in listeners:
            with suppress(RuntimeError):  # a window that is gone by now need not be told, and Qt says so in this way
                listener(told)

    def _beat(self) -> None:
        try:
            self._lock.beat()
        except OSError:
            return  # the drive is away; that is told when something is to go there

    def _end(self) -> None:
        self._ended = True
        with suppress(OSError):  # what cannot be compared is kept
            if self.is_back and not self._copy.is_ahead() and not self._copy.is_in_use():
                self._copy.remove()
