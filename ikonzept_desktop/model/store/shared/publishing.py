"""One giving back of a working copy: the whole file in one step, beside the original where that is another by now."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store.connecting import connect_to_read
from ikonzept_desktop.model.store.errors import AlreadyOpen
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.lock import FileLock, user_name
from ikonzept_desktop.model.store.shared.desk_copy import DeskCopy
from ikonzept_desktop.model.store.shared.fingerprint import Fingerprint, fingerprint, is_still
from ikonzept_desktop.paths import free_path, safe_file_name

_PATIENCE = 5.0
"""Seconds to wait for a commit that is under way in the working copy."""
_TRIES = 20

Replace = Callable[[Path, Path], None]


class GoneAstrayError(Exception):
    """The original is another by now, or somebody else's; nothing was written over it."""


def give_back(copy: DeskCopy, lock: FileLock, replace: Replace = atomic_file.replace) -> bool:
    """Put the working copy, as it is between two commits, in the original's place; tell whether there was need.

    Raises GoneAstrayError where the original is not what it was, OSError and FileHeldOpen where it cannot be done now.
    """
    outgoing = taken_out(copy)
    base = copy.base()
    if base is not None and outgoing.digest == base.digest:
        return False
    must_be_ours(copy.original, base, lock)
    copy.remember(_put(copy, copy.original, outgoing, replace))
    return True


def must_be_ours(original: Path, base: Fingerprint | None, lock: FileLock) -> None:
    """Raise GoneAstrayError unless the original is still what it was, and OSError where its drive does not answer."""
    if not original.parent.is_dir():
        raise FileNotFoundError(str(original.parent))
    try:
        same = base is not None and is_still(original, base) and not has_open_journal(original)
    except FileNotFoundError as error:
        if not original.parent.is_dir():
            raise  # the drive has gone in this instant, which is no other's doing
        raise GoneAstrayError from error
    if not same or (not lock.is_ours() and lock.is_anothers()):
        raise GoneAstrayError
    if not lock.is_ours():
        raise OSError("the lock cannot be read")


def give_beside(copy: DeskCopy, now: datetime, replace: Replace = atomic_file.replace) -> tuple[DeskCopy, FileLock]:
    """Put the working copy beside the original, under a name of its own; give it as the copy of that file, locked.

    Raises OSError and FileHeldOpen; the working copy is as it was then.
    """
    outgoing = taken_out(copy)
    target, lock = _free_and_locked(copy.original, now)
    try:
        base = _put(copy, target, outgoing, replace)
        moved = copy.of_another(target, base)
    except BaseException:
        lock.release()
        raise
    return moved, lock


def taken_out(copy: DeskCopy) -> Fingerprint:
    """Copy the working copy as it is between two commits, and give the fingerprint of that; raises OSError."""
    import sqlite3

    try:
        with closing(connect_to_read(copy.file, _PATIENCE)) as connection:
            # Whoever reads holds off whoever would write: what is copied is one state, to the byte.
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            shutil.copyfile(copy.file, copy.outgoing)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    return fingerprint(copy.outgoing)


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
            return target, FileLock(target)
        except AlreadyOpen:
            continue
    raise FileExistsError(str(original))


def beside_name(original: Path, now: datetime) -> str:
    """Name what is put beside the original: whose it is, and of when."""
    said = f" (Fassung von {user_name()}, {now:%d.%m.%Y %H.%M} Uhr)"
    return safe_file_name(f"{original.stem[:60].rstrip()}{said}", original.suffix)
