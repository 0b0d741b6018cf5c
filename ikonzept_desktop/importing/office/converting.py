"""A document of another word processor as the bytes of a Word file, made by LibreOffice in a passing folder."""

import re
import shutil
import tempfile
import time
from pathlib import Path

from ikonzept_desktop.importing.kinds import DocumentKind
from ikonzept_desktop.importing.manuscript import Told
from ikonzept_desktop.importing.office.finding import office_program
from ikonzept_desktop.importing.office.profile import write_profile
from ikonzept_desktop.importing.office.running import NotMade, TooSlow, convert
from ikonzept_desktop.importing.office.stripping import stripped
from ikonzept_desktop.importing.refusals import damaged, no_office, too_large, too_slow
from ikonzept_desktop.reading.word.refusals import MOST_BYTES

_SUFFIXES = {DocumentKind.OPEN_TEXT: ".odt", DocumentKind.OLD_WORD: ".doc", DocumentKind.RICH_TEXT: ".rtf"}
_BINARY = re.compile(rb"\\bin(\d{1,12})")
_PREFIX = "ikonzept-office-"
_STALE = 3600
"""Seconds after which a folder belongs to a process that has been ended."""


def converted(data: bytes, name: str, kind: DocumentKind) -> tuple[bytes, tuple[Told, ...]]:
    """Give a document as a Word file, and what was decided on the way; raises ImportRefused."""
    program = office_program()
    told = [Told("converted", about=kind.value)]
    if kind is DocumentKind.OPEN_TEXT:
        data, links = stripped(data, name)
        told += [Told("outside_link", about=link) for link in links]
    if kind is DocumentKind.RICH_TEXT and _says_too_much(data):
        raise damaged(name)
    if program is None:
        raise no_office(name, kind.value)
    _clear_away()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as held:
        return _made(program, data, name, kind, Path(held)), tuple(told)


def _made(program: Path, data: bytes, name: str, kind: DocumentKind, folder: Path) -> bytes:
    source, profile = folder / f"document{_SUFFIXES[kind]}", folder / "profile"
    source.write_bytes(data)
    write_profile(profile)
    try:
        made = convert(program, source, folder, profile)
    except TooSlow as error:
        raise too_slow(name) from error
    except (NotMade, OSError) as error:
        raise damaged(name) from error
    if made.stat().st_size > MOST_BYTES:
        raise too_large(name)
    return made.read_bytes()


def _says_too_much(data: bytes) -> bool:
    """Tell whether RTF announces more bytes of data than it has, for which LibreOffice would wait."""
    return any(int(match[1]) > len(data) for match in _BINARY.finditer(data))


def _clear_away() -> None:
    """Remove folders that were left by processes that have been ended."""
    before = time.time() - _STALE
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            stale = folder.stat().st_mtime < before
        except OSError:
            continue
        if stale:
            shutil.rmtree(folder, ignore_errors=True)
