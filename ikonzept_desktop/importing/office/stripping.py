"""An OpenDocument text packed anew without anything that leads out of it, runs, or was locked (OpenDocument 1.3).

What a program would look up when it opens the document goes: linked images, sections and objects, sources of data,
scripts, events, forms that send. Links that a reader may follow stay. Nothing is unpacked beyond the bounds of a Word
file.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from ikonzept_desktop.importing.refusals import damaged, locked, suspicious, too_large, too_long
from ikonzept_desktop.reading.word.package import (
    DENSE_FROM,
    DENSEST,
    MOST_DIRECTORY,
    MOST_ENTRIES,
    MOST_MARKUP,
    MOST_UNPACKED,
    MOST_XML,
)

_HREF = "{http://www.w3.org/1999/xlink}href"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _OFFICE, _DRAW, _TABLE = (f"{{{_OASIS}:{name}:1.0}}" for name in ("text", "office", "drawing", "table"))
_META, _MANIFEST = f"{{{_OASIS}:meta:1.0}}", f"{{{_OASIS}:manifest:1.0}}"
_FOLLOWED = frozenset({f"{_TEXT}a", f"{_DRAW}a"})
"""Links that lead somewhere only when a reader wants it."""
_GOING = frozenset(
    {
        f"{_TEXT}section-source",
        f"{_OFFICE}dde-source",
        f"{_TEXT}dde-connection-decls",
        f"{_OFFICE}scripts",
        f"{_OFFICE}event-listeners",
        f"{_TABLE}table-source",
        f"{_TABLE}cell-range-source",
        f"{_META}auto-reload",
        f"{_META}template",
    }
)
_XFORMS = "{http://www.w3.org/2002/xforms}"
_LEFT_OUT = ("Basic/", "Scripts/", "Dialogs/", "Configurations2/", "Thumbnails/", "META-INF/documentsignatures.xml")
_SEALS = frozenset({f"{_MANIFEST}encryption-data"})
_MANIFEST_FILE, _SEALED_PACKAGE = "META-INF/manifest.xml", "encrypted-package"
_MIMETYPE = "mimetype"
_END, _END_LENGTH, _LONGEST_REMARK = b"PK\x05\x06", 22, 0xFFFF
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_ENCODED = 0x1
MOST_PARAGRAPHS = 100_000
"""Of a document, those in cells among them; LibreOffice takes half a minute for three times as many."""
_PARAGRAPH = b"<text:p"
_DEEPEST = 20
"""Folders within each other that are looked at."""
_DECLARATIONS = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_STORED_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def stripped(data: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """Give the document without what leads out of it, and where that led; raises ImportRefused."""
    try:
        return _stripped(data, name)
    except _BROKEN as error:
        raise damaged(name) from error


def _stripped(data: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    _check_the_end(data, name)
    held = io.BytesIO()
    links: dict[str, None] = {}
    markup = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w") as clean:
        entries = _checked(package.infolist(), name)
        paths = _with_folders(entries)
        if _SEALED_PACKAGE in entries:
            raise locked(name)
        for entry in _in_order(entries):
            content = _content(package, entry, name)
            if entry.filename.endswith((".xml", ".rdf")):
                markup += content.count(b"<") + content.count(b"=")
                if content.count(_PARAGRAPH) > MOST_PARAGRAPHS:
                    raise too_long(name)
                if markup > MOST_MARKUP:
                    raise too_large(name)
                content = _clean(content, name, _Inside(entry.filename, paths), links)
            kind = zipfile.ZIP_STORED if entry.filename == _MIMETYPE else zipfile.ZIP_DEFLATED
            clean.writestr(entry.filename, content, kind, compresslevel=1)
    return held.getvalue(), tuple(links)


def _check_the_end(data: bytes, name: str) -> None:
    """Count the entries before any is looked at (APPNOTE 4.3.16: end of central directory record)."""
    at = data.rfind(_END, max(len(data) - _END_LENGTH - _LONGEST_REMARK, 0))
    if at < 0 or at + _END_LENGTH > len(data):
        raise damaged(name)
    entries, length = struct.unpack_from("<HI", data, at + 10)
    if entries > MOST_ENTRIES or length > MOST_DIRECTORY:
        raise too_large(name)


def _checked(found: list[zipfile.ZipInfo], name: str) -> dict[str, zipfile.ZipInfo]:
    """Give the entries by name; raises ImportRefused for what no program packs."""
    entries: dict[str, zipfile.ZipInfo] = {}
    unpacked = 0
    for entry in found:
        if entry.filename in entries or ".." in entry.filename.split("/") or entry.filename.startswith("/"):
            raise suspicious(name)
        if entry.flag_bits & _ENCODED:
            raise locked(name)
        unpacked += entry.file_size
        dense = entry.file_size > DENSEST * max(entry.compress_size, 1)
        if unpacked > MOST_UNPACKED or (dense and entry.file_size > DENSE_FROM):
            raise too_large(name)
        entries[entry.filename] = entry
    return entries


def _with_folders(entries: Iterable[str]) -> frozenset[str]:
    """Give the paths of entries and of all folders they lie in."""
    paths: set[str] = set()
    for entry in entries:
        parts = entry.split("/", _DEEPEST)
        paths.update("/".join(parts[:count]) for count in range(1, len(parts)))
        paths.add(entry)
    return frozenset(paths)


def _in_order(entries: dict[str, zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    """Go through the entries that stay, the one that says the kind first, and the list of all right behind it."""
    first = [entries[name] for name in (_MIMETYPE, _MANIFEST_FILE) if name in entries]
    yield from first
    for entry in entries.values():
        if entry not in first and not entry.is_dir() and not _is_left_out(entry.filename):
            yield entry


def _is_left_out(path: str) -> bool:
    return path.startswith(_LEFT_OUT)


def _content(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.compress_type not in _STORED_KINDS:
        raise damaged(name)
    if entry.filename.endswith(".xml") and entry.file_size > MOST_XML:
        raise too_large(name)
    with package.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise suspicious(name)
    return content


def _clean(content: bytes, name: str, inside: "_Inside", links: dict[str, None]) -> bytes:
    """Give an XML part without what leads out of the package, and note where it led."""
    root = _parsed(content, name)
    if root is None:
        return content
    for element in list(root.iter(etree.Element)):
        tag = str(element.tag)
        if tag in _SEALS:
            raise locked(name)
        href = element.get(_HREF)
        if href is not None and tag not in _FOLLOWED and not inside.holds(href):
            links[href] = None
            del element.attrib[_HREF]
        if tag in _GOING or tag.startswith(_XFORMS) or _is_listed_out(element):
            _take_out(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _parsed(content: bytes, name: str) -> etree._Element | None:
    """Parse a part without opening anything else; None for one that is empty."""
    if not content.strip():
        return None
    if any(declaration in content for declaration in _DECLARATIONS):
        raise suspicious(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error
    if root.getroottree().docinfo.doctype:
        raise suspicious(name)
    return root


class _Inside:
    """What a part may name: other entries of the package, from its own folder or from the top."""

    def __init__(self, part: str, paths: frozenset[str]) -> None:
        """Be asked for links of a part, in a package of entries and folders of these paths."""
        self._folder = part.rpartition("/")[0]
        self._paths = paths

    def holds(self, href: str) -> bool:
        """Tell whether a link leads to something in the package, or to a place in the same part."""
        path = unquote(href.partition("#")[0]).removeprefix("./").rstrip("/")
        if not path:
            return not href.startswith("/")
        names = (path, f"{self._folder}/{path}" if self._folder else path)
        return any(each in self._paths for each in names)


def _is_listed_out(element: etree._Element) -> bool:
    """Tell whether an element of the list of all entries names one that is left out."""
    path = element.get(f"{_MANIFEST}full-path")
    return path is not None and _is_left_out(path)


def _take_out(element: etree._Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
