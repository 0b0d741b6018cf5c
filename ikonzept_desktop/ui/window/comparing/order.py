"""What is to be made of two states of an open concept."""

from datetime import datetime
from pathlib import Path

from ikonzept_desktop.export.orders import Order
from ikonzept_desktop.export.states import PRESENT, GivenState, comparison, kept_name
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.snapshots import Snapshot
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests
from ikonzept_desktop.ui.opening import version
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.trouble import Trouble


def order_of(old: Snapshot | None, new: Snapshot | None, session: Session, finished: Path, now: datetime) -> Order:
    """Order the file; None stands for the present state. Raises StoreError where a state cannot be read."""
    older, newer = _state(old, session, now), _state(new, session, now)
    digests = dict.fromkeys(digest for state in (older, newer) for digest in image_digests(state.publication))
    images = {digest: session.keeper.image(digest) for digest in digests}
    return comparison(older, newer, images, finished, now)


def _state(kept: Snapshot | None, session: Session, now: datetime) -> GivenState:
    if kept is None:
        return GivenState(build(session.document), PRESENT, now)
    found = version(session, kept.id)
    if isinstance(found, Trouble):
        raise StoreError(session.path, found.sentence)
    return GivenState(build(found), kept_name(kept.reason, kept.created), kept.created)
