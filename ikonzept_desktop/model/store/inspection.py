"""Looks at a file without opening it as a database."""

import stat
from pathlib import Path

from ikonzept_desktop.model.store.errors import (
    AlteredFile,
    EmptyFile,
    ForeignFile,
    NewerFile,
    NoSuchFile,
    TruncatedFile,
    Unreachable,
    WriteProtected,
)
from ikonzept_desktop.model.store.file_header import APPLICATION_ID, Header, has_open_journal, header_of
from ikonzept_desktop.model.store.layout import VERSION
from ikonzept_desktop.os_errors import TOO_LONG, in_german, is_too_long


def inspect(path: Path, newest: int = VERSION) -> Header:
    """Look at the first bytes and the length of a file; raises the StoreError that fits what is wrong with them."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ForeignFile(path)  # a folder, a device, or a pipe that would have us wait for ever
        with path.open("rb") as file:
            header = header_of(start := file.read(100))
            size = path.stat().st_size
        under_way = has_open_journal(path)
    except FileNotFoundError as error:
        if is_too_long(str(path)):
            raise Unreachable(path, TOO_LONG) from error
        raise NoSuchFile(path) from error
    except OSError as error:
        raise Unreachable(path, in_german(error)) from error
    if not start:
        raise EmptyFile(path)
    if header is None or header.application != APPLICATION_ID:
        raise ForeignFile(path)
    if not under_way and size < header.pages * header.page_size:
        raise TruncatedFile(path)
    if header.version > newest:
        raise NewerFile(path)
    if not header.plain_journal:
        raise AlteredFile(path)
    return header


def must_be_writable(path: Path) -> None:
    """Raise WriteProtected where the file takes no writing."""
    if not path.stat().st_mode & stat.S_IWUSR:
        raise WriteProtected(path)
    try:
        path.open("r+b").close()
    except OSError as error:
        raise WriteProtected(path) from error
