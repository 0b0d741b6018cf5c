"""Opens a concept on a share or in a synchronised folder: locks it there, and works in a copy here."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store.errors import StoreError, Unreachable
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.inspection import inspect, must_be_writable
from ikonzept_desktop.model.store.lock import locked
from ikonzept_desktop.model.store.opened import OpenProject, Told
from ikonzept_desktop.model.store.shared import sentences
from ikonzept_desktop.model.store.shared.desk_copy import DeskCopy, stands_for, working_folder
from ikonzept_desktop.model.store.shared.fingerprint import is_still
from ikonzept_desktop.model.store.shared.publisher import Publisher
from ikonzept_desktop.model.store.shared.publishing import give_beside
from ikonzept_desktop.model.store.shared.shared_store import SharedStore
from ikonzept_desktop.model.store.store import Store
from ikonzept_desktop.os_errors import in_german

OpenOwn = Callable[[Path], OpenProject]


def open_shared(path: Path, open_own: OpenOwn) -> OpenProject:
    """Open a concept by way of its working copy, which `open_own` opens; raises StoreError."""
    inspect(path)
    copy = DeskCopy(path)
    try:
        must_be_writable(path)
        with locked(path) as lock:
            said = _prepare(copy)
            opened = open_own(copy.file)
    except OSError as error:
        raise Unreachable(path, in_german(error)) from error
    assert isinstance(opened.store, Store)
    publisher = Publisher(copy, lock)
    if said:
        publisher.tell(Told(said))
    store = SharedStore(opened.store, path, publisher)
    return OpenProject(path, opened.project, store, working_copy=copy.file, giving_back=publisher)


def _prepare(copy: DeskCopy) -> str:
    """See to it that the working copy holds what is to be opened; give what the user has to know. Raises OSError."""
    said = ""
    if copy.is_ahead():
        base = copy.base()
        if base is not None and is_still(copy.original, base):
            return ""
        said = _kept_words(copy)
    if has_open_journal(copy.original):
        from ikonzept_desktop.model.store.recovery import recover

        recover(copy.original)
    copy.fetch()
    return said


def _kept_words(copy: DeskCopy) -> str:
    """Keep the words of an earlier sitting that the original has not, beside it or at least here; raises OSError."""
    try:
        with suppress(StoreError):
            if has_open_journal(copy.file):
                from ikonzept_desktop.model.store.recovery import recover

                recover(copy.file)
        moved, lock = give_beside(copy, datetime.now().astimezone())
        lock.release()
        return sentences.lies_beside(copy.original, moved.original)
    except (OSError, atomic_file.FileHeldOpen):
        return sentences.lies_beside(copy.original, copy.put_aside())


def kept_copy(original: Path) -> Path | None:
    """Give the working copy of a concept that cannot be reached; None where there is none with words of its own."""
    copy = DeskCopy(original)
    with suppress(OSError, StoreError):
        if copy.is_ahead() and not copy.is_in_use():
            return copy.file
    return None


def not_given_back() -> tuple[Path, ...]:
    """Give the concepts whose words wait on this machine for the drive on which they lie."""
    try:
        originals = {file: stands_for(file) for file in sorted(working_folder().glob("*/*.ikonzept"))}
    except OSError:
        return ()
    return tuple(original for file, original in originals.items() if original != file and kept_copy(original) == file)
