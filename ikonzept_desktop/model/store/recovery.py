"""Takes back a change that a crash interrupted, after trying it on a copy."""

import shutil
import tempfile
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.file_header import has_open_journal, journal_of
from ikonzept_desktop.model.store.inspection import inspect
from ikonzept_desktop.model.store.layout import VERSION
from ikonzept_desktop.model.store.loading import load, refusal


def recovered_copy(path: Path) -> "tempfile.TemporaryDirectory[str]":
    """Give a folder with a copy of the file as it was before the interrupted change; raises StoreError."""
    folder = atomic_file.passing_folder()
    copy = copy_in(folder, path)
    try:
        shutil.copyfile(path, copy)
        if has_open_journal(path):
            shutil.copyfile(journal_of(path), journal_of(copy))
        _take_back(copy)
    except BaseException:
        folder.cleanup()
        raise
    return folder


def copy_in(folder: "tempfile.TemporaryDirectory[str]", path: Path) -> Path:
    """Give the path of the copy."""
    return Path(folder.name) / path.name


def recover(path: Path) -> None:
    """Take an interrupted change of a file back, under its lock; raises StoreError, and then it is as it was."""
    if not has_open_journal(path):
        return
    with recovered_copy(path) as folder:
        copy = Path(folder) / path.name
        if inspect(copy).version == VERSION:
            load(copy)
    _take_back(path)


def make_self_contained(path: Path) -> None:
    """See to it that no interrupted change lies beside a file that is about to be replaced, under its lock.

    Played back into the new file, it would destroy it. What cannot be taken back any more is moved aside.
    """
    if not has_open_journal(path):
        return
    try:
        recover(path)
    except StoreError:
        journal = journal_of(path)
        journal.replace(journal.with_name(f"{journal.name}.alt"))


def _take_back(path: Path) -> None:
    try:
        with database.writing(path):
            pass
    except DBAPIError as error:
        raise refusal(path, error) from error
