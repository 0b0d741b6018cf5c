"""A Word file unpacked within bounds: its parts by name, each read when it is asked for (ECMA-376 Part 2).

Nothing is fetched and nothing written; what no word processor writes is refused before it is unpacked.
"""

import codecs
import io
import re
import struct
import zipfile
import zlib

from lxml import etree

from ikonzept_desktop.reading.word.kinds import OTHER_OFFICE, OTHER_PACKAGES, refuse_what_is_not_packed
from ikonzept_desktop.reading.word.names import STRICT, as_transitional
from ikonzept_desktop.reading.word.refusals import (
    MOST_BYTES,
    WordDamaged,
    WordRefused,
    damaged,
    locked,
    not_word,
    of_other_kind,
    suspicious,
    too_large,
    with_macros,
)

MOST_ENTRIES = 5_000
MOST_DIRECTORY = 4 * 1024 * 1024
"""Bytes of the package's own list of what is in it."""
MOST_UNPACKED = 400 * 1024 * 1024
"""Bytes of everything in a package."""
MOST_XML = 40 * 1024 * 1024
"""Bytes of one part that is parsed."""
MOST_MARKUP = 1_200_000
"""Tags and attributes of all parts together: each takes some hundred bytes once parsed; a page of ours has 1,200."""
DENSEST = 200
"""How many bytes may come of one in a part of more than `DENSE_FROM`."""
DENSE_FROM = 4 * 1024 * 1024
_END, _END_LENGTH, _LONGEST_REMARK = b"PK\x05\x06", 22, 0xFFFF
_UNPACKABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ODD_NAME = re.compile(r"^/|\\|:|(^|/)\.\.(/|$)|[\x00-\x1f]")
_DECLARATIONS = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCODED = 0x1
"""The bit of an entry's flags that says it is encrypted (APPNOTE 4.4.4)."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of one file; a part's name begins without a slash and is found in whatever case."""

    def __init__(self, data: bytes, name: str, markup: int = 0) -> None:
        """Look at the list of the parts, with so much markup already read elsewhere; raises WordRefused."""
        self.name = name
        self.markup = markup
        if len(data) > MOST_BYTES:
            raise too_large(name)
        refuse_what_is_not_packed(data, name)
        _check_the_end(data, name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise damaged(name) from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._check_the_entries()
        self._refuse_other_kinds()

    def names(self) -> list[str]:
        """Give the names of all parts in the order of the file."""
        return [entry.filename for entry in self._entries.values()]

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part.lower() in self._entries

    def size(self, part: str) -> int:
        """Give the unpacked size in bytes, as the file says it."""
        return self._entries[part.lower()].file_size

    def data(self, part: str, most: int | None = None) -> bytes:
        """Unpack a part; raises WordRefused where it is larger than it says or than it may be."""
        entry = self._entries[part.lower()]
        if entry.file_size > (MOST_XML if most is None else most):
            raise too_large(self.name)
        if entry.compress_type not in _UNPACKABLE:
            raise damaged(self.name)
        try:
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size + 1)
        except _BROKEN as error:
            raise damaged(self.name) from error
        if len(data) != entry.file_size:
            raise suspicious(self.name)
        return data

    def xml(self, part: str) -> etree._Element:
        """Parse a part, its names in the transitional namespaces; raises WordRefused."""
        data = self.data(part)
        root = self.parsed(data)
        if STRICT in data or (not data.isascii() and data[:2] in _UTF_16):
            as_transitional(root)
        return root

    def xml_or_nothing(self, part: str | None) -> etree._Element | None:
        """Parse a part without which a document is read all the same; raises WordRefused for one that does harm."""
        if part is None or not self.has(part):
            return None
        try:
            return self.xml(part)
        except WordDamaged:
            return None

    def parsed(self, data: bytes) -> etree._Element:
        """Parse the bytes of a part without opening anything else; raises WordRefused."""
        if any(declaration in data for declaration in _DECLARATIONS):
            raise suspicious(self.name)
        self.markup += data.count(b"<") + data.count(b"=")
        if self.markup > MOST_MARKUP:
            raise too_large(self.name)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            # Deeper than 256 or text longer than ten million bytes are among these.
            raise damaged(self.name) from error
        if root.getroottree().docinfo.doctype:
            raise suspicious(self.name)
        return root

    def _check_the_entries(self) -> None:
        unpacked = 0
        for entry in self._zip.infolist():
            key = entry.filename.lower()
            if key in self._entries or _ODD_NAME.search(entry.orig_filename):
                raise suspicious(self.name)
            if entry.flag_bits & _ENCODED:
                raise locked(self.name)
            unpacked += entry.file_size
            dense = entry.file_size > DENSEST * max(entry.compress_size, 1)
            if unpacked > MOST_UNPACKED or (dense and entry.file_size > DENSE_FROM):
                raise too_large(self.name)
            if not entry.is_dir():
                self._entries[key] = entry
        if any(key.rsplit("/", 1)[-1] == "vbaproject.bin" for key in self._entries):
            raise with_macros(self.name)

    def _refuse_other_kinds(self) -> None:
        if self.has("mimetype"):
            kind = OTHER_PACKAGES.get(self.data("mimetype", 1024).decode("latin-1").strip())
            raise of_other_kind(self.name, kind) if kind else not_word(self.name)
        for part, kind in OTHER_OFFICE.items():
            if self.has(part):
                raise of_other_kind(self.name, kind)
        if not self.has("[Content_Types].xml") and not self.has("_rels/.rels"):
            raise not_word(self.name)


def _check_the_end(data: bytes, name: str) -> None:
    """Count the entries before any is looked at (APPNOTE 4.3.16: end of central directory record)."""
    at = data.rfind(_END, max(len(data) - _END_LENGTH - _LONGEST_REMARK, 0))
    if at < 0 or at + _END_LENGTH > len(data):
        raise damaged(name)
    entries, length = struct.unpack_from("<HI", data, at + 10)
    if entries > MOST_ENTRIES or length > MOST_DIRECTORY:
        raise too_large(name)


__all__ = ["Package", "WordRefused"]
