"""Telling what a file is that calls itself a Word file, by its first bytes; its name is not asked."""

from ikonzept_desktop.reading.word.refusals import WordRefused, empty, locked, not_word, of_other_kind

PACKED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A compound file ([MS-CFB], 2.2)."""
WORD_STREAM = "WordDocument".encode("utf-16-le")
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""[MS-OFFCRYPTO], 1.3.3: a document with a password is a stream of that name in a compound file."""
_LOOKED_AT = 1024
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body", b"mime-version:", b"content-type:")


def refuse_what_is_not_packed(data: bytes, name: str) -> None:
    """Let a ZIP pass; raises WordRefused for everything else, which it names."""
    if not data.startswith(PACKED):
        raise _refusal(data, name)


def _refusal(data: bytes, name: str) -> WordRefused:
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip():
        return empty(name)
    if data.startswith(COMPOUND):
        # Streams are named in the directory, which may lie anywhere.
        return of_other_kind(name, "im alten Word-Format (.doc)") if _is_old_word(data) else locked(name)
    if head.startswith(b"{\\rtf"):
        return of_other_kind(name, "ein RTF-Dokument")
    if head.startswith(b"%pdf-"):
        return of_other_kind(name, "ein PDF")
    if any(begin in head for begin in _PAGES):
        return of_other_kind(name, "eine Webseite (HTML)")
    if b"http://schemas.microsoft.com/office/word/2003/wordml" in data[: _LOOKED_AT * 8]:
        return of_other_kind(name, "ein Word-2003-XML-Dokument")
    if b"http://schemas.microsoft.com/office/2006/xmlpackage" in data[:_LOOKED_AT]:
        return of_other_kind(name, "ein Word-XML-Dokument (.xml)")
    return not_word(name)


def _is_old_word(data: bytes) -> bool:
    return WORD_STREAM in data and LOCKED_STREAM not in data


OTHER_PACKAGES = {
    "application/vnd.oasis.opendocument.text": "ein OpenDocument-Text (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "eine OpenDocument-Tabelle (.ods)",
    "application/vnd.oasis.opendocument.presentation": "eine OpenDocument-Präsentation (.odp)",
    "application/epub+zip": "ein E-Book (.epub)",
}
"""What packages of other kinds say in their entry `mimetype`."""

OTHER_OFFICE = {"xl/workbook.xml": "eine Excel-Arbeitsmappe", "ppt/presentation.xml": "eine PowerPoint-Präsentation"}
"""Entries that only packages of other programs have."""
