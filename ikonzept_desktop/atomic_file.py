"""Finished files take the place of old ones in one step; nobody ever sees half a file."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE = 2.5
"""Seconds of retries while another program holds the target open."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
# Access denied, sharing violation, lock violation, a file mapped into memory: what Windows answers while Word, a viewer
# or a virus scanner has the file open.
_HELD_OPEN = {5, 32, 33, 1224}
# What network file systems answer that cannot sync a folder.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


class FileHeldOpen(Exception):
    """Another program holds the target open; the finished file is kept, to be moved once more or elsewhere."""

    def __init__(self, target: Path, finished: Path) -> None:
        super().__init__(target, finished)
        self.target = target
        self.finished = finished

    def __str__(self) -> str:
        return f"„{self.target.name}“ ist in einem anderen Programm geöffnet. Bitte schließen Sie die Datei dort."


def temporary_beside(target: Path) -> Path:
    """Create an empty file of a fresh name in the target's folder, where a later rename is one step."""
    while True:
        path = target.with_name(f".{target.stem[:40]}-{os.urandom(4).hex()}.tmp")
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            return path


def replace(
    finished: Path,
    target: Path,
    *,
    patience: float = PATIENCE,
    move: Callable[[Path, Path], None] = os.replace,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Put a finished file in the target's place, durably; the old file stays until that moment.

    Raises FileHeldOpen, with the finished file kept, when another program holds the target for longer than patience
    (seconds); OSError for everything else, the finished file kept as well.
    """
    target = Path(os.path.realpath(target)) if target.is_symlink() else target
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "write-protected", str(target))
    if target.is_dir():  # of which Windows would say that somebody holds it
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if finished.parent.absolute() == target.parent.absolute():
        _move_durably(finished, target, patience, move, sleep)
        return
    copy = temporary_beside(target)
    try:
        shutil.copyfile(finished, copy)
        _move_durably(copy, target, patience, move, sleep)
    except FileHeldOpen:
        raise FileHeldOpen(target, finished) from None
    finally:
        clear_away(copy)
    clear_away(finished)


@contextlib.contextmanager
def writing(target: Path) -> Iterator[Path]:
    """Give the path of a temporary file to write; on leaving it takes the target's place.

    When the body raises, the target stays as it was and the temporary file goes. Raises what `replace` raises;
    after FileHeldOpen the finished file is kept.
    """
    temporary = temporary_beside(target)
    try:
        yield temporary
        replace(temporary, target)
    except FileHeldOpen:
        raise
    except BaseException:
        clear_away(temporary)
        raise


def passing_folder() -> "tempfile.TemporaryDirectory[str]":
    """Make a folder that goes when it has been used; a file in it that somebody holds makes no work fail."""
    return tempfile.TemporaryDirectory(prefix="ikonzept-", ignore_cleanup_errors=True)


def clear_away(file: Path) -> None:
    """Remove a file that nobody needs any more; where a virus scanner holds it, it stays, which hinders nobody."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Write a whole text file as UTF-8 with line feeds; raises what `writing` raises."""
    write_bytes(target, text.encode("utf-8"))


def write_bytes(target: Path, data: bytes) -> None:
    """Write a whole file; raises what `writing` raises."""
    with writing(target) as temporary:
        temporary.write_bytes(data)


def _move_durably(
    finished: Path, target: Path, patience: float, move: Callable[[Path, Path], None], sleep: Callable[[float], None]
) -> None:
    if os.name == "posix" and target.exists():
        shutil.copymode(target, finished)
    _sync(finished)
    pause, waited = _FIRST_PAUSE, 0.0
    while True:
        try:
            move(finished, target)
            break
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_OPEN:
                raise
            if waited >= patience:
                raise FileHeldOpen(target, finished) from error
        sleep(pause)
        waited += pause
        pause = min(2 * pause, _LONGEST_PAUSE, max(patience - waited, 0.0))
    _sync_folder(target.parent)


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
