"""The letters of a Word file counted without our reader: every `w:t` and `w:delText` of every part."""

import io
import zipfile
from collections import Counter

from lxml import etree

from ikonzept_desktop.reading.word.content import Copy

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_TEXTS = [f"{{{space}}}{name}" for space in _SPACES for name in ("t", "delText")]
NAMED_KINDS = frozenset({"ole", "chart", "smartart", "alternate", "chunk"})


def in_file(data: bytes) -> Counter[str]:
    """Count the letters of a file, those of documents laid into it as well."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            if part.startswith(b"PK") and b"word/document.xml" in part and b"afchunk" in name.lower().encode():
                found += in_file(part)
            elif name.lower().endswith(".xml"):
                try:
                    root = etree.fromstring(part)
                except etree.XMLSyntaxError:
                    continue
                for node in root.iter(*_TEXTS):
                    found.update("".join(node.itertext()))
    return found


def in_blocks(copy: Copy) -> Counter[str]:
    """Count the letters that were taken over."""
    found: Counter[str] = Counter()
    for block in copy.blocks:
        for span in block.spans:
            if span.atom is None:
                found.update(span.text)
    return found


def listed(copy: Copy) -> Counter[str]:
    """Count the letters on the list of what was not."""
    found: Counter[str] = Counter()
    for each in copy.not_taken:
        if each.kind != "smartart":  # its letters are another format's
            found.update(each.text)
    return found
