"""A concept in a file, and somebody who types into its first paragraph."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Text, length, plain
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.project_file import create_project, open_project
from tests.model.small_concept import concept, paragraph, section


def small_document() -> Document:
    """Give a concept of three sections."""
    return concept(
        section("Ziele", paragraph("Der Kreis."), section("Leitbild", paragraph("Ein Satz zum Leitbild."))),
        section("Sprache", paragraph("Deutsch."), kind="field_of_action"),
    )


class Desk:
    """An open concept, with what its store says."""

    def __init__(self, opened: OpenProject) -> None:
        self.opened = opened
        self.project: Project = opened.project
        self.store = opened.store
        self.acknowledged: list[int] = []
        self.troubles: list[str] = []
        self.store.on_acknowledged(lambda number, _when: self.acknowledged.append(number))
        self.store.on_trouble(self.troubles.append)

    def type(self, text: str) -> None:
        """Type at the end of the first paragraph."""
        first = self.project.document.sections[0]
        block = first.blocks("text")[0]
        assert isinstance(block, Paragraph)
        edit = ReplaceSpan(FieldAddress(first.id, "text"), block.id, "", length(block.inlines), (), (Text(text),))
        self.project.apply(edit, "Tippen", typing=True)

    def text(self) -> str:
        """Give the first paragraph."""
        return first_text(self.project.document)

    def close(self) -> None:
        """Close as a window does."""
        self.store.close()


def new_desk(path: Path) -> Desk:
    """Make a file and sit down at it."""
    return Desk(create_project(path, small_document()))


def again(path: Path) -> Desk:
    """Open the file once more."""
    return Desk(open_project(path))


def first_text(document: Document) -> str:
    """Give the first paragraph of a concept."""
    block = document.sections[0].blocks("text")[0]
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


def text_on_disk(path: Path) -> str:
    """Give the first paragraph as the file has it, read beside the one who writes it."""
    opened = open_project(path, read_only=True)
    opened.store.close()
    return first_text(opened.project.document)


def files_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give everything in a folder, to the byte and the time of its last change."""
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in sorted(folder.iterdir())}


def png(width: int = 2, height: int = 1, grey: int = 128) -> bytes:
    """Give a small picture (ISO/IEC 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([grey]) * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@contextmanager
def full_disk(store_path: Path) -> Iterator[None]:
    """Let the file grow no further: what the database then says is what it says of a full disk."""
    pages = store_path.stat().st_size // 4096

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(Engine, "begin", limit)
