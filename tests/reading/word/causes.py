"""Why pandoc reads another text than we do: each cause is what it leaves unread, taken out of the XML.

A cause is proved for a file when we, reading the file without it, agree with pandoc reading the file with it.
"""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_ACTS = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
Cause = Callable[[etree._Element], bool]
"""Takes out of a part what pandoc does not read, and tells whether there was any."""


def text_boxes(root: etree._Element) -> bool:
    """Leave out text boxes."""
    return _take_out(list(root.iter(f"{W}txbxContent")))


def simple_fields(root: etree._Element) -> bool:
    """Leave out the results of fields that are one element (ECMA-376 Part 1, 17.16.19)."""
    return _take_out(list(root.iter(f"{W}fldSimple")))


def alternatives(root: etree._Element) -> bool:
    """Leave out alternatives (ECMA-376 Part 3, 7.6): pandoc knows the older form of pictures alone."""
    return _take_out(list(root.iter(f"{MC}AlternateContent")))


def tracked_rows(root: etree._Element) -> bool:
    """Let rows that were inserted or deleted be rows like all (17.13.5.16 and 17.13.5.12)."""
    acts = [node for node in root.iter(f"{W}ins", f"{W}del") if _parent(node) == f"{W}trPr"]
    return _take_out(acts)


def acts_in_acts(root: etree._Element) -> bool:
    """Leave out what was inserted or deleted within an insertion, a deletion or a move."""
    return _take_out([node for node in root.iter(f"{W}ins", f"{W}del") if _parent(node) in _ACTS])


def paragraphs_in_paragraphs(root: etree._Element) -> bool:
    """Leave out a paragraph that stands in one, by way of a content control."""
    return _take_out([node for node in root.iter(f"{W}p") if next(node.iterancestors(f"{W}p"), None) is not None])


def drop_caps(root: etree._Element) -> bool:
    """Let a first letter that stands in a frame of its own begin the paragraph after it (17.3.1.11)."""
    found = [node for node in root.iter(f"{W}framePr") if node.get(f"{W}dropCap")]
    for node in found:
        paragraph = next(node.iterancestors(f"{W}p"))
        following = paragraph.getnext()
        assert following is not None
        at = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
        for offset, run in enumerate(list(paragraph.iterchildren(f"{W}r"))):
            following.insert(at + offset, run)
    return _take_out([next(node.iterancestors(f"{W}p")) for node in found])


CAUSES: dict[str, Cause] = {
    "text boxes": text_boxes,
    "simple fields": simple_fields,
    "alternatives": alternatives,
    "tracked rows": tracked_rows,
    "acts within acts": acts_in_acts,
    "paragraphs in paragraphs": paragraphs_in_paragraphs,
    "drop caps": drop_caps,
}
STRICT = "strict namespaces"
"""The eighth: pandoc cannot open files with the names of ECMA-376 Part 1, annex A."""


def _parent(node: etree._Element) -> object:
    parent = node.getparent()
    return None if parent is None else parent.tag


def _take_out(nodes: list[etree._Element]) -> bool:
    for node in nodes:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return bool(nodes)


def in_transitional_names(data: bytes) -> bytes:
    """Give a file with its strict namespaces under the names pandoc knows."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in package.namelist():
            part = package.read(name)
            for strict, other in _SPACES:
                part = part.replace(strict, other)
            changed.writestr(name, part)
    return held.getvalue()


_SPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"),
    (b"openxmlformats.org/officeDocument/relationships", b"openxmlformats.org/officeDocument/2006/relationships"),
)


def without(data: bytes, cause: Cause) -> bytes | None:
    """Give a file without what a cause names, nothing where there is none of it."""
    held, found = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in package.namelist():
            part = package.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(part)
                if cause(root):
                    found, part = True, etree.tostring(root)
            changed.writestr(name, part)
    return held.getvalue() if found else None
