"""What kind of document a file is: its content says it, and of text its name's ending."""

import pytest

from ikonzept_desktop.importing.kinds import DocumentKind, document_kind
from ikonzept_desktop.importing.refusals import ImportRefused

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN_TEXT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument."


def compound(stream: str, flags: int = 0) -> bytes:
    text = b"\xec\xa5" + bytes(9) + bytes([flags])
    return COMPOUND.ljust(512, b"\x00") + text.ljust(512, b"\x00") + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"PK\x03\x04" + bytes(40), "Entwurf.docx", DocumentKind.WORD),
        (b"PK\x03\x04" + bytes(40), "Entwurf.odt", DocumentKind.WORD),
        (OPEN_TEXT + b"textPK\x03\x04", "Entwurf.docx", DocumentKind.OPEN_TEXT),
        (compound("WordDocument"), "Entwurf.docx", DocumentKind.OLD_WORD),
        (b"{\\rtf1\\ansi Ziele}", "Entwurf.doc", DocumentKind.RICH_TEXT),
        (b"# Ziele", "Entwurf.MD", DocumentKind.MARKDOWN),
        (b"# Ziele", "Entwurf.txt", DocumentKind.TEXT),
        (b"# Ziele", "Entwurf", DocumentKind.TEXT),
        (b"BMW und andere", "Entwurf.txt", DocumentKind.TEXT),
        (b"<h1>Ziele</h1>", "Entwurf.htm", DocumentKind.HTML),
        (b'\xef\xbb\xbf\r\n<!DOCTYPE html><svg width="1"/>', "Entwurf", DocumentKind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "Entwurf.xhtml", DocumentKind.HTML),
    ],
)
def test_the_content_says_the_kind(data: bytes, name: str, kind: DocumentKind) -> None:
    assert document_kind(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "Leer.docx", "ist leer"),
        (b"\r\n \x00", "Leer.txt", "ist leer"),
        (b"%PDF-1.7", "Konzept.docx", "ist ein PDF"),
        (b"\x89PNG\r\n\x1a\n", "Konzept.txt", "ist ein Bild"),
        (b"MIME-Version: 1.0", "Konzept.doc", "ist ein Webarchiv"),
        (b'<?xml version="1.0"?><pkg:package>', "Konzept.xml", "ist eine XML-Datei"),
        (b"Nur Text", "Konzept.docx", "ist kein Text, den"),
        (OPEN_TEXT + b"spreadsheet", "Konzept.odt", "ist eine OpenDocument-Tabelle"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "Konzept.doc", "ist eine alte Excel-Arbeitsmappe"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "Konzept.docx", "ist mit einem Kennwort"),
        (compound("WordDocument", flags=1), "Konzept.doc", "ist mit einem Kennwort"),
    ],
)
def test_what_is_none_is_refused_by_its_name(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ImportRefused, match=f"^„{name}“ {words}.*; Ihr Konzept .* unverändert, .*\\.$"):
        document_kind(data, name)
