"""What a file need not keep any longer: old steps, and pictures that nothing refers to."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from ikonzept_desktop.model.store.batch import milliseconds
from ikonzept_desktop.model.store.held import Held
from ikonzept_desktop.model.store.images import images_of
from ikonzept_desktop.model.store.rows import RowChanges
from ikonzept_desktop.model.store.snapshots import snapshot_text
from ikonzept_desktop.model.store.tables import SNAPSHOTS, STEPS

OLDEST_STEP = timedelta(days=90)
"""Older steps are forgotten."""


def tidied(connection: Connection, held: Held, now: datetime) -> RowChanges:
    """Give the changes that forget what nobody needs; a picture goes once no step and no snapshot names it.

    Raises FormError where a snapshot cannot be read: then nothing is forgotten.
    """
    changes = RowChanges()
    old = _old_steps(connection, held, now)
    changes.remove(("steps", (number,)) for number in old)
    orphans = {str(key[0]) for key in held.accounts["images"].hashes} - images_of(held.document)
    if orphans:
        orphans -= _named(connection, orphans, set(old))
    changes.remove(("images", (digest,)) for digest in orphans)
    return changes


def _old_steps(connection: Connection, held: Held, now: datetime) -> list[int]:
    """Give the steps done so long ago that they are forgotten, all from the oldest on."""
    limit = milliseconds(now - OLDEST_STEP)
    last = connection.execute(
        select(func.max(STEPS.c.number)).where(STEPS.c.made < limit, STEPS.c.number <= held.state.position)
    ).scalar()
    known = [int(key[0]) for key in held.accounts["steps"].hashes]
    return [] if last is None else [number for number in known if number <= last]


def _named(connection: Connection, digests: set[str], forgotten: set[int]) -> set[str]:
    """Give those of the digests that steps or snapshots name."""
    steps = (
        content
        for number, content in connection.execute(select(STEPS.c.number, STEPS.c.content))
        if number not in forgotten
    )
    states = (snapshot_text(data) for (data,) in connection.execute(select(SNAPSHOTS.c.data)))
    found: set[str] = set()
    for content in (*steps, *states):
        found.update(digest for digest in digests if digest in content)
    return found
