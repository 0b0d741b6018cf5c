"""What lies in a file beside the concept: steps, pictures and snapshots, each held against its hash."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from ikonzept_desktop.model import codec
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store.batch import moment_of
from ikonzept_desktop.model.store.rows import Values, row_hash
from ikonzept_desktop.model.store.snapshots import Snapshot, read_snapshot, snapshot_document
from ikonzept_desktop.model.store.tables import IMAGES, SNAPSHOTS, STEPS


def step(connection: Connection, number: int) -> Step | None:
    """Give a step of the history; None where it is forgotten or damaged, as undo can go no further then."""
    values = _sound("steps", connection.execute(select(STEPS).where(STEPS.c.number == number)).first())
    if values is None:
        return None
    _number, made, content = values
    try:
        return codec.step_of(str(content), number, moment_of(int(made)))
    except (FormError, OverflowError):
        return None


def image(connection: Connection, digest: str) -> bytes | None:
    """Give the bytes of a picture; None where it is missing or damaged."""
    data = connection.execute(select(IMAGES.c.data).where(IMAGES.c.digest == digest)).scalar()
    return data if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest else None


def snapshots(connection: Connection) -> tuple[Snapshot, ...]:
    """Give what is said of every snapshot, the oldest first; raises FormError where that is damaged."""
    found = connection.execute(select(SNAPSHOTS.c.id, SNAPSHOTS.c.content))
    return tuple(sorted((read_snapshot(id, content) for id, content in found), key=lambda each: each.created))


def document_of_snapshot(connection: Connection, id: str) -> Document:
    """Give the document of a snapshot; raises KeyError where there is none and FormError where it is damaged."""
    values = _sound("snapshots", connection.execute(select(SNAPSHOTS).where(SNAPSHOTS.c.id == id)).first())
    if values is None:
        raise KeyError(id)
    assert isinstance(values[2], bytes)
    return snapshot_document(values[2])


def _sound(table: str, found: Row[Any] | Sequence[Any] | None) -> Values | None:
    """Give a row's values without its hash, or None where they do not match it."""
    if found is None:
        return None
    *values, checksum = found
    return tuple(values) if row_hash(table, tuple(values)) == checksum else None
