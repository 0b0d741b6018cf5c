"""Tells whether a file is still the one that was read or put there, reading all of it only where it must."""

import hashlib
import os
from pathlib import Path

from ikonzept_desktop.values import dataclass

_HEAD = 100
"""Bytes of the header of a database, which counts every change (SQLite, Database File Format, 1.3)."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A whole file as it was at one moment."""

    size: int
    changed: int
    """When it was changed last, in ns, as its file system says."""
    head: str
    """Its first bytes, in hexadecimal."""
    digest: str
    """SHA-256 of its bytes."""


def fingerprint(path: Path) -> Fingerprint:
    """Take the fingerprint of a file, reading all of it; raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        said = os.fstat(file.fileno())
    return Fingerprint(said.st_size, said.st_mtime_ns, head.hex(), digest)


def is_still(path: Path, known: Fingerprint) -> bool:
    """Tell whether a file is what it was; it is read whole only where its times have changed. Raises OSError."""
    with path.open("rb") as file:
        said, head = os.fstat(file.fileno()), file.read(_HEAD)
    if said.st_size != known.size or head.hex() != known.head:
        return False
    return said.st_mtime_ns == known.changed or fingerprint(path).digest == known.digest
