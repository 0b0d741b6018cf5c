"""Opens, makes and copies project files: the way in for everybody else.

In every case that raises a StoreError the file, and the folder beside it, are left as they were, to the byte.
A sound file is open, and takes what is typed, before the database is loaded.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.assembly import State
from ikonzept_desktop.model.store.copying import shown_images, whole_history
from ikonzept_desktop.model.store.disk import importing
from ikonzept_desktop.model.store.errors import NotWritten, StoreError
from ikonzept_desktop.model.store.file_header import has_open_journal
from ikonzept_desktop.model.store.images import image_row, kept_file
from ikonzept_desktop.model.store.inspection import inspect, must_be_writable
from ikonzept_desktop.model.store.layout import VERSION
from ikonzept_desktop.model.store.lock import FileLock, locked
from ikonzept_desktop.model.store.opened import OpenProject, begin
from ikonzept_desktop.model.store.plain_reading import first_look
from ikonzept_desktop.model.store.second_look import SecondLook
from ikonzept_desktop.model.store.whereabouts import lies_elsewhere, working_folder
from ikonzept_desktop.paths import is_same_file


def create_project(path: Path, document: Document, images: Iterable[bytes] = ()) -> OpenProject:
    """Make a project file, in the place of what stood there, and open it.

    Raises SchemaError for an invalid document, PictureError for bytes that are no picture, and StoreError.
    """
    schema.check(document)
    path = _without_link(path)
    rows = [image_row(kept_file(data)) for data in images]
    with importing():
        from ikonzept_desktop.model.store.full_opening import begin_loaded
        from ikonzept_desktop.model.store.writing_whole import write_file
    with locked(path) as lock:
        write_file(path, document, State(), rows)
        if not lies_elsewhere(path):
            return begin_loaded(path, lock)
    lock.release()
    return open_project(path)


def open_project(path: Path, *, read_only: bool = False) -> OpenProject:
    """Open a project file; raises StoreError.

    What is opened to be read only is never written to, nor is anything beside it.
    """
    path = _without_link(path)
    if read_only or not (lies_elsewhere(path) or _is_awaited(path)):
        return _open_own(path, read_only=read_only)

    from ikonzept_desktop.model.store.shared.opening import open_shared

    return open_shared(path, _open_own)


def save_copy(opened: OpenProject, path: Path, *, history: bool) -> None:
    """Write an open concept, as it is on screen, into another file; raises StoreError.

    With its history it is the same concept at another place, to be opened there („Speichern unter“). Without, it is fit
    to be given away („Kopie weitergeben“): no steps, no snapshots, no Papierkorb, no picture that is not shown.
    """
    path = _without_link(path)
    if is_same_file(path, opened.path):
        raise NotWritten(path, f"„{path.name}“ ist das geöffnete Konzept selbst. Bitte wählen Sie einen anderen Namen.")
    document = opened.project.document
    if history:
        state, rows = whole_history(opened.store)
    else:
        document = replace(document, trash=())
        state, rows = State(opened.project.number), shown_images(opened.store, document)
    with importing():
        from ikonzept_desktop.model.store.writing_whole import write_file
    lock = FileLock(path)
    try:
        write_file(path, document, state, rows)
    finally:
        lock.release()


def _is_awaited(path: Path) -> bool:
    """Tell whether there is a working copy of a file, be it that the file no longer lies elsewhere."""
    if not working_folder().exists():
        return False
    from ikonzept_desktop.model.store.shared.desk_copy import known_copy

    return known_copy(path) is not None


def _without_link(path: Path) -> Path:
    """Follow a link: lock and journal lie beside the file itself, where whoever comes by another name finds them.

    Wherever the program goes meanwhile, the file stays where it is: the path is absolute.
    """
    try:
        return Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
    except OSError:
        return path.absolute()  # what hinders is told when the file is opened


def _open_own(path: Path, *, read_only: bool = False) -> OpenProject:
    opened = None if read_only else _open_at_once(path)
    if opened is not None:
        return opened
    with importing():
        from ikonzept_desktop.model.store.full_opening import open_fully
    return open_fully(path, read_only=read_only)


def _open_at_once(path: Path) -> OpenProject | None:
    """Open a file after a first look; None where it is anything but sound, present and free: that takes a full look."""
    try:
        if inspect(path).version != VERSION:
            return None
        must_be_writable(path)
        lock = FileLock(path)
    except (StoreError, OSError):
        return None
    opened = None
    try:
        identity = path.stat()
        seen = None if has_open_journal(path) else first_look(path)
        if seen is not None:
            opened = begin(path, lock, seen.held, SecondLook(path, lock, seen.held, identity), seen.steps)
    finally:
        if opened is None:
            lock.release()
    return opened
