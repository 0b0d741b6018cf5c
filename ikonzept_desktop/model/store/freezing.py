"""Every file that is given out carries the id of the state it was made from."""

from datetime import datetime

from ikonzept_desktop.model.store.errors import NotSaved
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.snapshots import snapshot_of
from ikonzept_desktop.model.store.troubles import UNREACHABLE


def freeze(opened: OpenProject, reason: str, when: datetime) -> str:
    """Keep the concept as it stands in its file for good, and give the id of that state.

    A concept that is open to be read only gets the same id for the same content, and its file stays as it is.
    Raises StoreError where the state is not on disk: nothing may carry an id that its file does not know.
    """
    document = opened.project.document
    if opened.read_only:
        return snapshot_of(document, reason, when)[0].id
    snapshot = opened.store.make_snapshot(document, reason, when)
    if not opened.store.flush():
        raise NotSaved(opened.path, opened.store.trouble or UNREACHABLE)
    return snapshot.id
