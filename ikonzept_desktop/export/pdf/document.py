"""ReportLab's document, written to the file object by object as they are finished, so that memory stays bounded.

Together with `canvas` the only module that leans on ReportLab's insides; tests/export/pdf/test_document.py holds them.
"""

import zlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import IO

from reportlab.pdfbase import pdfdoc

PDF_VERSION = (1, 7)
_COMPRESSION = 6
_SMALL = 2048
"""Bytes below which compressing is done at once: handing it on costs as much."""
_AHEAD = 4 * 1024 * 1024
"""Bytes of finished objects that may wait for one before them that is still being compressed."""


def text_string(text: str) -> str:
    """Give a text string (ISO 32000-1, 7.9.2.2) in UTF-16."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def byte_string(text: str) -> str:
    """Give a string of ASCII characters, escaped."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def name(text: str) -> str:
    """Give a name object (ISO 32000-1, 7.3.5)."""
    return str(pdfdoc.PDFName(text))


def number(value: float) -> str:
    """Give a number with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, body: str) -> None:
        self.body = body

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Give the bytes, as ReportLab asks for them."""
        return self.body.encode("latin-1")


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """A stream with a line end before `endstream`, which PDF/A asks for (ISO 19005-2, 6.1.7.1)."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: str = "", compress: bool = True) -> None:
        self._packed: bytes | Future[bytes] = _compressed(data) if compress else data
        self.size = len(data)
        """Bytes it was made of."""
        self.entries = entries + ("/Filter/FlateDecode" if compress else "")

    @property
    def data(self) -> bytes:
        """The bytes as they stand in the file, waited for where they are still being compressed."""
        if not isinstance(self._packed, bytes):
            self._packed = self._packed.result()
        return self._packed

    @property
    def is_ready(self) -> bool:
        """Whether nobody has to wait for its bytes."""
        return isinstance(self._packed, bytes) or self._packed.done()

    def again(self) -> "Stream":
        """Give the same for another file: ReportLab marks each object with its name in one."""
        found = Stream(b"", self.entries, compress=False)
        found._packed, found.size = self._packed, self.size
        return found

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Give the bytes, as ReportLab asks for them."""
        data = self.data
        head = f"<<{self.entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        # Data that ends in a carriage return would take the line feed for a part of its own line end.
        line_end = b"\r\n" if data.endswith(b"\r") else b"\n"
        return head + data + line_end + b"endstream\n"


@cache
def _packers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "compress")


def _compressed(data: bytes) -> "bytes | Future[bytes]":
    """Compress beside what goes on: zlib lets go of the interpreter."""
    if len(data) < _SMALL:
        return zlib.compress(data, _COMPRESSION)
    return _packers().submit(zlib.compress, data, _COMPRESSION)


class StreamedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab is untyped
    """A document whose finished objects go to the file at once."""

    def __init__(self, file: IO[bytes], version: tuple[int, int] = PDF_VERSION) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=version)
        self._file = file
        self._offset = 0
        self._waiting: deque[tuple[str, Stream | bytes]] = deque()
        self._ahead = 0
        """Bytes that wait, before they are compressed."""
        self.file_id = ""
        """32 hexadecimal digits that tell this file from others."""
        major, minor = version
        self._emit(f"%PDF-{major}.{minor}\n".encode("ascii") + b"%\xe2\xe3\xcf\xd3\n")

    def reference(self, object_name: str) -> str:
        """Give `12 0 R` for an object of that name."""
        count, version = self.idToObjectNumberAndVersion[object_name]
        return f"{count} {version} R"

    def reserve(self, object_name: str, placed: pdfdoc.PDFObject) -> str:
        """Number an object that is written when the file is closed; give its reference."""
        self.Reference(placed, object_name)
        return self.reference(object_name)

    def put(self, object_name: str, finished: pdfdoc.PDFObject) -> str:
        """Write an object; give its reference."""
        if object_name not in self.idToObjectNumberAndVersion:
            self.Reference(finished, object_name)
        self._write(object_name, finished)
        return self.reference(object_name)

    def close(self, canvas: object) -> None:
        """Write all that is left, the table of objects and the trailer."""
        catalog = self.Reference(self.Catalog)
        info = self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        count = 1
        while count in self.numberToId:
            object_name = self.numberToId[count]
            if self.idToObject[object_name] is not _WRITTEN:
                self._write(object_name, self.idToObject[object_name])
            count += 1
        self._settle(0)
        self._close_table(count, catalog, info)

    def _close_table(self, count: int, catalog: pdfdoc.PDFObjectReference, info: pdfdoc.PDFObjectReference) -> None:
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[each] for each in range(1, count)])
        start = self._offset
        self._emit(table.format(self))
        file_id = f"[<{self.file_id}><{self.file_id}>]".encode("ascii")
        trailer = pdfdoc.PDFTrailer(startxref=start, Size=count, Root=catalog, Info=info, ID=file_id)
        self._emit(trailer.format(self))

    def _write(self, object_name: str, finished: pdfdoc.PDFObject) -> None:
        """Take a finished object into the file, after all that was finished before it."""
        body = finished if isinstance(finished, Stream) else self._body(finished)
        self.idToObject[object_name] = _WRITTEN
        self._waiting.append((object_name, body))
        self._ahead += _size(body)
        self._settle(_AHEAD)

    def _body(self, finished: pdfdoc.PDFObject) -> bytes:
        if isinstance(finished, Raw):
            return finished.format(self)
        return bytes(pdfdoc.format(finished, self, toplevel=1))

    def _settle(self, most: int) -> None:
        """Write what is ready, and wait for what is not while more than so many bytes stand behind it."""
        while self._waiting:
            object_name, body = self._waiting[0]
            if isinstance(body, Stream) and not body.is_ready and self._ahead <= most:
                return
            self._waiting.popleft()
            self._ahead -= _size(body)
            inner = body.format(self) if isinstance(body, Stream) else body
            count, version = self.idToObjectNumberAndVersion[object_name]
            end = b"endobj\n" if inner.endswith(b"\n") else b"\nendobj\n"
            self.idToOffset[object_name] = self._offset
            self._emit(b"%d %d obj\n%b%b" % (count, version, inner, end))

    def _emit(self, data: bytes) -> None:
        self._file.write(data)
        self._offset += len(data)


def _size(body: Stream | bytes) -> int:
    return body.size if isinstance(body, Stream) else len(body)


_WRITTEN = pdfdoc.PDFObject()
"""Stands for every object that is already in the file."""
