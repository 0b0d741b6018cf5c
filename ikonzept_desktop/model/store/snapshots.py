"""Immutable states of a concept, named by their content: every export carries the name of the one it shows."""

import hashlib
import zlib
from dataclasses import replace
from datetime import datetime

from ikonzept_desktop.model import codec
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.json_forms import FormError, dumps, loads
from ikonzept_desktop.model.store.rows import Row
from ikonzept_desktop.values import dataclass

_ID_LENGTH = 20
_LARGEST = 256 * 1024 * 1024
_EFFORT = 2
"""zlib's level: every export waits for it, and the usual 6 takes three times as long for a sixth less."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state that was kept."""

    id: str
    """The first 20 digits of the digest."""
    created: datetime
    reason: str
    digest: str
    """The SHA-256 of the content, in hexadecimal: the same content gives the same."""


def snapshot_of(document: Document, reason: str, when: datetime) -> tuple[Snapshot, bytes]:
    """Give the snapshot of a document, and its content.

    Left out are the Papierkorb, who has been given copies, and what came back: what is given out twice unchanged is
    one state.
    """
    properties = replace(document.properties, concept="", copies=())
    kept = replace(document, trash=(), properties=properties, returned=(), proposals=())
    content = codec.DOCUMENT.dumps(kept).encode()
    digest = hashlib.sha256(content).hexdigest()
    return Snapshot(digest[:_ID_LENGTH], when, reason, digest), content


def snapshot_row(snapshot: Snapshot, content: bytes) -> Row:
    """Give the row that keeps a snapshot."""
    said = dumps({"created": snapshot.created.isoformat(), "reason": snapshot.reason, "digest": snapshot.digest})
    return Row("snapshots", (snapshot.id, said, zlib.compress(content, _EFFORT)))


def read_snapshot(id: str, content: str) -> Snapshot:
    """Read what a row says of its snapshot; raises FormError."""
    try:
        said = loads(content)
        snapshot = Snapshot(id, datetime.fromisoformat(said["created"]), str(said["reason"]), str(said["digest"]))
    except (KeyError, TypeError, ValueError) as error:
        raise FormError("a snapshot is unreadable") from error
    if snapshot.created.tzinfo is None:
        raise FormError("a snapshot of no certain time")  # which none could be put in order with
    return snapshot


def snapshot_document(data: bytes) -> Document:
    """Give the document of a snapshot; raises FormError."""
    return codec.DOCUMENT.loads(snapshot_text(data))


def snapshot_text(data: bytes) -> str:
    """Give the JSON of a snapshot, of at most 256 MB; raises FormError."""
    try:
        return zlib.decompressobj().decompress(data, _LARGEST).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise FormError("a snapshot is unreadable") from error
