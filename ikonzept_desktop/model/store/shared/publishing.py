"""One giving back of a working copy: the whole file in one step, beside the original where that is another by now."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store.connecting import connect_to_read
from ikonzept_desktop.model.store.errors import AlreadyOpen
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.lock import FileLock, user_name
from ikonzept_desktop.model.store.shared.desk_copy import DeskCopy
from ikonzept_desktop.model.store.shared.fingerprint import Fingerprint, fingerprint
from ikonzept_desktop.paths import free_path, safe_file_name

_PATIENCE = 5.0
"""Seconds to wait for a commit that is under way in the working copy."""
_TRIES = 20

Replace = Callable[[Path, Path], None]


class GoneAstrayError(Exception):
    """The original is another by now, or somebody else's; nothing was written over it."""


class NotReadyError(Exception):
    """What is to go out cannot be made ready on this machine; the drive has nothing to do with it."""


def give_back(copy: DeskCopy, lock: FileLock, replace: Replace | None = None) -> bool:
    """Put the working copy, as it is between two commits, in the original's place; tell whether there was need.

    Raises GoneAstrayError where the original is not what it was, NotReadyError, OSError and FileHeldOpen where it
    cannot be done now.
    """
    outgoing = taken_out(copy)
    if not copy.going() and _is(copy.base(), outgoing):
        return False
    must_be_ours(copy, lock)
    base = copy.base()
    if base is None or _is(base, outgoing):
        return False
    with _here():
        copy.remember(base, outgoing.digest)

    def move(finished: Path, target: Path) -> None:
        must_be_ours(copy, lock)  # once more: it took its time to get there
        Path(finished).replace(target)

    found = _put(copy, copy.original, outgoing, replace or partial(atomic_file.replace, move=move))
    with _here():
        copy.remember(found)
    return True


def _is(base: Fingerprint | None, outgoing: Fingerprint) -> bool:
    return base is not None and base.digest == outgoing.digest


def must_be_ours(copy: DeskCopy, lock: FileLock) -> None:
    """Raise GoneAstrayError unless the original is still what it was, and OSError where its drive does not answer."""
    original = copy.original
    if not original.parent.is_dir():
        raise FileNotFoundError(str(original.parent))
    try:
        same = copy.is_original_known() and not has_open_journal(original)
    except FileNotFoundError as error:
        if not original.parent.is_dir():
            raise  # the drive has gone in this instant, which is no other's doing
        raise GoneAstrayError from error
    if not same or (not lock.is_ours() and lock.is_anothers()):
        raise GoneAstrayError
    if not lock.is_ours():
        raise OSError("the lock cannot be read")


def give_beside(
    copy: DeskCopy,
    now: datetime,
    replace: Replace = atomic_file.replace,
    take: Callable[[DeskCopy], Fingerprint] | None = None,
) -> tuple[DeskCopy, FileLock]:
    """Put the working copy beside the original, under a name of its own; give it as the copy of that file, locked.

    Raises NotReadyError, OSError, FileHeldOpen and StoreError; the working copy is as it was then.
    """
    outgoing = (take or taken_out)(copy)
    target, lock = _free_and_locked(copy.original, now)
    try:
        base = _put(copy, target, outgoing, replace)
        with _here():
            moved = copy.of_another(target, base)
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)  # the next try makes another
        lock.release()
        raise
    return moved, lock


def taken_out(copy: DeskCopy) -> Fingerprint:
    """Copy the working copy as it is between two commits, and give the fingerprint of that; raises NotReadyError."""
    with _here(), closing(connect_to_read(copy.file, _PATIENCE)) as connection:
        # Whoever reads holds off whoever would write: what is copied is one state, to the byte.
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        shutil.copyfile(copy.file, copy.outgoing)
        return fingerprint(copy.outgoing)


def taken_whole(copy: DeskCopy) -> Fingerprint:
    """Copy a working copy that nobody writes in, sound or not, and give its fingerprint; raises NotReadyError."""
    with _here():
        if has_open_journal(copy.file):
            raise OSError("a change is still to be taken back")
        shutil.copyfile(copy.file, copy.outgoing)
        return fingerprint(copy.outgoing)


@contextmanager
def _here() -> Iterator[None]:
    """Tell what fails on this machine from what fails on a drive."""
    import sqlite3

    try:
        yield
    except (OSError, atomic_file.FileHeldOpen, sqlite3.Error) as error:
        raise NotReadyError from error


def _put(copy: DeskCopy, target: Path, outgoing: Fingerprint, replace: Replace) -> Fingerprint:
    replace(copy.outgoing, target)
    found = fingerprint(target)
    if found.digest != outgoing.digest:
        raise OSError("the file is not what was written")
    return found


def _free_and_locked(original: Path, now: datetime) -> tuple[Path, FileLock]:
    taken: set[Path] = set()
    for _ in range(_TRIES):
        target = free_path(original.parent, beside_name(original, now), taken)
        try:
            lock = FileLock(target)
        except AlreadyOpen:
            continue
        if not os.path.lexists(target):
            return target, lock
        lock.release()  # somebody was quicker, and has finished
    raise FileExistsError(str(original))


def beside_name(original: Path, now: datetime) -> str:
    """Name what is put beside the original: whose it is, and of when."""
    said = f" (Fassung von {user_name()}, {now:%d.%m.%Y %H.%M} Uhr)"
    return safe_file_name(f"{original.stem[:60].rstrip()}{said}", original.suffix)
