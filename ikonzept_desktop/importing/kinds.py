"""Telling what kind of document a file is: by its first bytes, and among those of plain text by its name's ending."""

from enum import Enum
from pathlib import PurePath

from ikonzept_desktop.importing.refusals import empty, locked, of_other_kind, unknown
from ikonzept_desktop.reading.images.kinds import kind_of as image_kind_of
from ikonzept_desktop.reading.word.kinds import COMPOUND, LOCKED_STREAM, OTHER_PACKAGES, PACKED, WORD_STREAM


class DocumentKind(Enum):
    """The kinds that are taken over, by what the user calls them."""

    WORD = "Word (.docx)"
    OPEN_TEXT = "OpenDocument-Text (.odt)"
    OLD_WORD = "Word 97–2003 (.doc)"
    RICH_TEXT = "Rich Text (.rtf)"
    MARKDOWN = "Markdown"
    HTML = "Webseite (HTML)"
    TEXT = "reiner Text"


SUFFIXES = (".docx", ".docm", ".odt", ".ott", ".doc", ".dot", ".rtf", ".md", ".markdown", ".html", ".htm", ".txt")
"""The endings to ask for."""
_OPEN_TEXT = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
_MIMETYPE = b"mimetype"
"""The first entry of an OpenDocument package, never compressed (OpenDocument 1.3 Part 2, 3.3)."""
_NAME_AT = 30
"""Where the name of a ZIP's first entry begins (APPNOTE 4.3.7)."""
_BY_ENDING = {
    ".md": DocumentKind.MARKDOWN,
    ".markdown": DocumentKind.MARKDOWN,
    ".html": DocumentKind.HTML,
    ".htm": DocumentKind.HTML,
    ".xhtml": DocumentKind.HTML,
}
_PACKED_ENDINGS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".doc", ".dot", ".rtf"})
_OTHERS = {b"%PDF-": "ein PDF", b"MIME-Version:": "ein Webarchiv (.mht)"}
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")
_LOOKED_AT = 1024
_OLD_OTHERS = {
    "Workbook": "eine alte Excel-Arbeitsmappe (.xls)",
    "PowerPoint Document": "eine alte Präsentation (.ppt)",
}
_WORD_BEGINNINGS = (b"\xec\xa5", b"\xdc\xa5")
"""Of the stream with the text, in Word 97 and Word 6 ([MS-DOC], 2.5.2: wIdent)."""
_FLAGS_AT, _ENCRYPTED = 11, 0x01
"""The byte of that stream with fEncrypted, and its bit."""
_SECTOR = 512


def document_kind(data: bytes, name: str) -> DocumentKind:
    """Tell the kind of a document; raises ImportRefused for what is none."""
    if not data.strip(b"\x00 \t\r\n"):
        raise empty(name)
    if data.startswith(PACKED):
        return _packed_kind(data, name)
    if data.startswith(COMPOUND):
        return _compound_kind(data, name)
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{\\rtf"):
        return DocumentKind.RICH_TEXT
    for beginning, other in _OTHERS.items():
        if head.startswith(beginning):
            raise of_other_kind(name, other)
    if _is_page(head) or data.startswith(b"BM") or image_kind_of(data) is None:  # a text may begin with BMW
        return _text_kind(head, name)
    raise of_other_kind(name, "ein Bild")


def _packed_kind(data: bytes, name: str) -> DocumentKind:
    """Tell OpenDocument from the rest; whether that is a Word file is seen when it is unpacked."""
    if not data.startswith(_MIMETYPE, _NAME_AT):
        return DocumentKind.OPEN_TEXT if _is_repacked_open_text(data) else DocumentKind.WORD
    head = data[_NAME_AT + len(_MIMETYPE) : _LOOKED_AT]
    if any(head.startswith(mime.encode() + b"PK") or mime.encode() in head for mime in _OPEN_TEXT):
        return DocumentKind.OPEN_TEXT
    others = [kind for mime, kind in OTHER_PACKAGES.items() if mime.encode() in head]
    raise of_other_kind(name, others[0]) if others else unknown(name)


def _is_repacked_open_text(data: bytes) -> bool:
    """Tell whether somebody has packed an OpenDocument anew, so that its kind does not stand first."""
    return b"META-INF/manifest.xml" in data and b"content.xml" in data and b"[Content_Types].xml" not in data


def _compound_kind(data: bytes, name: str) -> DocumentKind:
    if WORD_STREAM in data:
        if LOCKED_STREAM in data or _is_locked_word(data):
            raise locked(name)
        return DocumentKind.OLD_WORD
    for stream, kind in _OLD_OTHERS.items():
        if stream.encode("utf-16-le") in data:
            raise of_other_kind(name, kind)
    raise locked(name)  # what else is kept in this form is, nearly always, a document with a password


def _is_locked_word(data: bytes) -> bool:
    """Look for the stream with the text, which begins with a sector, and ask it."""
    starts = (at for at in range(_SECTOR, len(data) - _FLAGS_AT, _SECTOR) if data.startswith(_WORD_BEGINNINGS, at))
    first = next(starts, None)
    return first is not None and bool(data[first + _FLAGS_AT] & _ENCRYPTED)


def _text_kind(head: bytes, name: str) -> DocumentKind:
    """Tell the kind of what is text, if it is: of that the decoding is the judge."""
    ending = PurePath(name).suffix.lower()
    if ending in _PACKED_ENDINGS:
        raise unknown(name)
    by_ending = _BY_ENDING.get(ending)
    if by_ending is not None:
        return by_ending
    if _is_page(head):
        return DocumentKind.HTML
    if head.startswith(b"<?xml"):
        raise of_other_kind(name, "eine XML-Datei")
    return DocumentKind.TEXT


def _is_page(head: bytes) -> bool:
    """Tell whether text begins as a page of the web does."""
    lower = head.lower()
    return lower.startswith(_PAGES) or (lower.startswith((b"<?xml", b"<!--")) and b"<html" in lower)
