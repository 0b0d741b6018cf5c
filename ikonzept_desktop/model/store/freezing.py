"""Every file that is given out carries the id of the state it was made from."""

from datetime import datetime

from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.snapshots import snapshot_row


def freeze(opened: OpenProject, reason: str, when: datetime) -> str:
    """Keep the concept as it stands in its file for good, and give the id of that state.

    A concept that is open to be read only gets the same id for the same content, and its file stays as it is.
    """
    document = opened.project.document
    if opened.read_only:
        return snapshot_row(document, reason, when)[0].id
    snapshot = opened.store.make_snapshot(document, reason, when)
    opened.store.flush()
    return snapshot.id
