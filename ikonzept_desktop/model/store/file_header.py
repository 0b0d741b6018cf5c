"""What the first bytes of a project file say, and the side file a change leaves beside it; no database is loaded."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from ikonzept_desktop.values import dataclass

APPLICATION_ID = 0x694B6F6E
"""`iKon`, at offset 68 of the file (SQLite, Database File Format 1.3)."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LONGEST_NAME = 255
"""UTF-16 code units (NTFS, exFAT, SMB)."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a database file say."""

    application: int
    version: int
    pages: int
    page_size: int
    plain_journal: bool
    """Whether it is written with a rollback journal, as ours are."""


def header_of(start: bytes) -> Header | None:
    """Read the first 100 bytes of a file (SQLite, Database File Format 1.3); None where it is no database."""
    if len(start) < _HEADER or not start.startswith(_MAGIC):
        return None
    size = int.from_bytes(start[16:18], "big")
    counted = start[24:28] == start[92:96]
    return Header(
        int.from_bytes(start[68:72], "big"),
        int.from_bytes(start[60:64], "big"),
        int.from_bytes(start[28:32], "big") if counted else 0,
        65536 if size == 1 else size,
        start[18:20] == b"\x01\x01",
    )


def journal_of(path: Path) -> Path:
    """Give the path of the side file a transaction keeps the old pages in."""
    return path.with_name(f"{path.name}-journal")


def has_open_journal(path: Path) -> bool:
    """Tell whether a transaction is under way in the file, or was interrupted and is still to be taken back.

    Raises OSError where the side file's name is longer than file systems take: Windows says then that it is not there.
    """
    journal = journal_of(path)
    if len(journal.name.encode("utf-16-le", "surrogatepass")) // 2 > _LONGEST_NAME:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(journal))
    return journal.exists() and journal.stat().st_size > 0


def remove_empty_journal(path: Path) -> None:
    """Remove the empty side file that a truncated journal leaves; only under the lock, when the file is closed."""
    journal = journal_of(path)
    with suppress(OSError):  # left behind it does no harm
        if journal.stat().st_size == 0:
            journal.unlink()
