"""The lock beside a project file: one writer at a time, and others are told who it is.

The system's own file lock tells whether the holder of the same machine lives; the heartbeat in the file tells it of
another machine, where a network drive may not pass the system's lock on.
"""

import contextlib
import errno
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ikonzept_desktop.model.store.errors import AlreadyOpen, FolderWriteProtected, Holder, Unreachable, WriteProtected
from ikonzept_desktop.os_errors import in_german

HEARTBEAT = 20.0
"""Seconds between two signs of life."""
STALE = 180.0
"""Seconds without a sign of life after which a lock of another machine no longer counts."""

# Locked far behind the end, so that on Windows, where locks are mandatory, everybody can still read who it is.
_LOCKED_BYTE = 1 << 30
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_ROUNDS = 100
"""How often a lock is begun anew; some drives give a file another number whenever they are asked for it."""
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_DENIED = {errno.EACCES, errno.EPERM}


def lock_path(path: Path) -> Path:
    """Give the path of the lock of a project file."""
    return path.with_name(f".{path.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Tell who has a project file open for writing, as far as the lock beside it says so; leaves no trace."""
    found = _read(lock_path(path))
    return None if found is None or _is_stale(found[1]) else found[0]


class FileLock:
    """The right to write a project file, held until `release`."""

    def __init__(self, path: Path) -> None:
        """Take the lock of a file; raises AlreadyOpen, FolderWriteProtected, WriteProtected or Unreachable."""
        self._project = path
        self._path = lock_path(path)
        self._token = os.urandom(8).hex()
        self._descriptor = self._acquired()
        self._beaten = 0.0
        try:
            self._say_who()
        except OSError as error:
            self._let_go()
            raise Unreachable(path, in_german(error), readable=True) from error
        _hide(self._path)

    def beat(self) -> None:
        """Give a sign of life, unless the last is recent or the lock is another's by now; raises OSError."""
        if time.monotonic() - self._beaten >= HEARTBEAT and self.is_ours():
            self._say_who()

    def _say_who(self) -> None:
        said = {
            "user": user_name(),
            "host": host_name(),
            "process": os.getpid(),
            "heartbeat": time.time(),
            "token": self._token,
        }
        data = json.dumps(said).encode().ljust(400)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, data)
        self._beaten = time.monotonic()

    def is_ours(self) -> bool:
        """Tell whether nobody has taken the lock over, as another machine may while this one slept."""
        try:
            return self._is_token_there()
        except FileNotFoundError:
            return self._laid_anew()
        except (OSError, ValueError):
            return False

    def is_anothers(self) -> bool:
        """Tell whether the lock can be read and names another holder; a drive that is away tells nothing."""
        try:
            return _read(self._path) is not None and not self._is_token_there()
        except (OSError, ValueError):
            return False

    def _is_token_there(self) -> bool:
        found = json.loads(self._path.read_bytes())
        return isinstance(found, dict) and found.get("token") == self._token

    def _laid_anew(self) -> bool:
        """Lay the lock once more where somebody has but cleared it away; tell whether it is ours."""
        try:
            descriptor = os.open(self._path, _FLAGS | os.O_EXCL, 0o644)
        except OSError:
            return False
        os.close(self._descriptor)
        self._descriptor = descriptor
        if _try_lock(descriptor) is False:
            return False
        self._say_who()
        return True

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._descriptor < 0:
            return
        try:
            ours = self._is_token_there()
        except (OSError, ValueError):
            ours = False
        if ours:
            self._let_go()
        else:
            os.close(self._descriptor)
        self._descriptor = -1

    def _let_go(self) -> None:
        # Whoever took the lock in this instant keeps the file open, and Windows keeps it for them. Whatever else keeps
        # it from going: left behind it hinders nobody, as nobody lives who holds it.
        with contextlib.suppress(OSError):
            if os.name == "posix":
                self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        with contextlib.suppress(OSError):
            if os.name != "posix":
                self._path.unlink(missing_ok=True)

    def _acquired(self) -> int:
        rounds = 0
        while True:
            descriptor = self._opened()
            alone = _try_lock(descriptor)
            found = _read(self._path)
            if alone is False or (found and not _is_free(found, alone)):
                os.close(descriptor)
                raise AlreadyOpen(self._project, found[0] if found else None)
            if rounds >= _ROUNDS or _is_same_file(descriptor, self._path):
                return descriptor
            os.close(descriptor)  # its holder removed it in this instant: begin anew
            rounds += 1

    def _opened(self) -> int:
        try:
            return os.open(self._path, _FLAGS, 0o644)
        except OSError as error:
            if error.errno == errno.EROFS:
                raise WriteProtected(self._project) from error
            if error.errno in _DENIED:
                raise FolderWriteProtected(self._project) from error
            raise Unreachable(self._project, in_german(error)) from error


@contextlib.contextmanager
def locked(path: Path) -> Iterator[FileLock]:
    """Give the lock of a file, which is released only where the body fails."""
    lock = FileLock(path)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _read(path: Path) -> tuple[Holder, float] | None:
    try:
        found = json.loads(path.read_bytes())
        holder = Holder(str(found["user"]), str(found["host"]), int(found["process"]))
        return holder, float(found["heartbeat"])
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def _is_free(found: tuple[Holder, float], alone: bool | None) -> bool:
    holder, heartbeat = found
    if alone and holder.host == host_name():
        return True  # its process has ended: the system would not have given us the lock
    return _is_stale(heartbeat)


def _is_stale(heartbeat: float) -> bool:
    return abs(time.time() - heartbeat) > STALE


def _is_same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def host_name() -> str:
    """Give the name of this machine; the module `socket` would know it too, but takes longer to load."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "?")


def user_name() -> str:
    """Give the name by which this user is known to the system."""
    import getpass  # with termios and all that; only who locks is asked

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


if sys.platform == "win32":
    import msvcrt

    def _hide(path: Path) -> None:
        """Keep a file out of sight where a dot before its name does not: whoever sees it may clear it away."""
        import ctypes

        hidden = 2  # FILE_ATTRIBUTE_HIDDEN; where that fails it is seen, and nothing else
        ctypes.windll.kernel32.SetFileAttributesW(str(path), hidden)

    def _try_lock(descriptor: int) -> bool | None:
        """Take the system's lock: True taken, False held by another, None where there is no such lock."""
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return False if error.errno in {*_HELD, 0} else None  # 0: Wine's runtime gives no reason
        return True

else:
    import fcntl

    def _hide(_path: Path) -> None:
        """Do nothing: the dot before its name keeps it out of sight."""

    def _try_lock(descriptor: int) -> bool | None:
        """Take the system's lock: True taken, False held by another, None where there is no such lock."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return False if error.errno in _HELD else None
        return True
