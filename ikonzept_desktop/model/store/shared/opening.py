"""Opens a concept on a share or in a synchronised folder: locks it there, and works in a copy here."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ikonzept_desktop.atomic_file import FileHeldOpen
from ikonzept_desktop.model.store.errors import (
    AlreadyOpen,
    DamagedFile,
    EmptyFile,
    ForeignFile,
    StoreError,
    Unreachable,
)
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.inspection import inspect, must_be_writable
from ikonzept_desktop.model.store.lock import holder_of, locked
from ikonzept_desktop.model.store.opened import OpenProject, Told
from ikonzept_desktop.model.store.shared import sentences
from ikonzept_desktop.model.store.shared.desk_copy import (
    DeskCopy,
    originals_put_aside,
    put_aside_of,
    stands_for,
)
from ikonzept_desktop.model.store.shared.leavings import sweep
from ikonzept_desktop.model.store.shared.publisher import Publisher
from ikonzept_desktop.model.store.shared.publishing import NotReadyError, give_beside, taken_whole
from ikonzept_desktop.model.store.shared.shared_store import SharedStore
from ikonzept_desktop.model.store.store import Store
from ikonzept_desktop.model.store.whereabouts import working_folder
from ikonzept_desktop.os_errors import in_german

OpenOwn = Callable[[Path], OpenProject]
Sentence = Callable[[Path, Path], str]

_SPOILT = (DamagedFile, EmptyFile, ForeignFile)


def open_shared(path: Path, open_own: OpenOwn) -> OpenProject:
    """Open a concept by way of its working copy, which `open_own` opens; raises StoreError."""
    inspect(path)
    said: list[str] = []
    try:
        copy = DeskCopy(path)
        must_be_writable(path)
        with locked(path) as lock:
            sweep(path)
            opened = _opened(copy, open_own, said)
    except StoreError as error:
        error.sentence = " ".join((error.sentence, *said))  # what was moved is told, whatever hinders then
        raise
    except FileHeldOpen as error:
        raise _unreachable(path, "ein anderes Programm hält sie fest", said) from error
    except OSError as error:
        raise _unreachable(path, in_german(error), said) from error
    assert isinstance(opened.store, Store)
    publisher = Publisher(copy, lock)
    if said:
        publisher.tell(Told(" ".join((*said, sentences.SEEN_HERE))))
    store = SharedStore(opened.store, path, publisher)
    return OpenProject(path, opened.project, store, working_copy=copy.file, giving_back=publisher)


def _unreachable(path: Path, reason: str, said: list[str]) -> StoreError:
    error = Unreachable(path, reason)
    error.sentence = " ".join((error.sentence, *said))
    return error


def _opened(copy: DeskCopy, open_own: OpenOwn, said: list[str]) -> OpenProject:
    """Open the working copy, with what is to be opened in it; what the user has to know is added to `said`."""
    said.extend(_kept_words(aside, sentences.lies_beside) for aside in put_aside_of(copy.original))
    if copy.is_ahead():
        try:
            if copy.is_original_known():
                return open_own(copy.file)
            said.append(_kept_words(copy, sentences.lies_beside))
        except _SPOILT:
            said.append(_kept_words(copy, sentences.lies_beside_spoilt))
    if has_open_journal(copy.original):
        from ikonzept_desktop.model.store.recovery import recover

        recover(copy.original)
    copy.fetch()
    return open_own(copy.file)


def _kept_words(copy: DeskCopy, sentence: Sentence) -> str:
    """Keep words of an earlier sitting that the original has not, beside it or at least here.

    Raises OSError, and AlreadyOpen where somebody writes in them.
    """
    if copy.is_in_use():
        raise AlreadyOpen(copy.original, holder_of(copy.file))
    try:
        with suppress(StoreError):
            if has_open_journal(copy.file):
                from ikonzept_desktop.model.store.recovery import recover

                recover(copy.file)
        moved, lock = give_beside(copy, datetime.now().astimezone(), take=taken_whole)
        lock.release()
        moved.remove()
        return sentence(copy.original, moved.original)
    except (OSError, FileHeldOpen, NotReadyError, StoreError):
        return sentence(copy.original, copy.put_aside())


def kept_copy(original: Path) -> Path | None:
    """Give the working copy of a concept that cannot be reached; None where there is none with words of its own."""
    with suppress(OSError, StoreError):
        copy = DeskCopy(original)
        if copy.is_ahead() and not copy.is_in_use():
            return copy.file
    return next((aside.file for aside in put_aside_of(original)), None)


def not_given_back() -> tuple[Path, ...]:
    """Give the concepts whose words wait on this machine for the drive on which they lie."""
    try:
        originals = {file: stands_for(file) for file in sorted(working_folder().glob("*/*.ikonzept"))}
    except OSError:
        return ()
    waiting = [original for file, original in originals.items() if original != file and kept_copy(original) == file]
    return tuple(dict.fromkeys((*waiting, *originals_put_aside())))
