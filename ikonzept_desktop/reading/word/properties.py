"""What stands beside the text: custom properties, people, and how comments belong together."""

from lxml import etree

from ikonzept_desktop.reading.word.content import Person
from ikonzept_desktop.reading.word.names import W15
from ikonzept_desktop.values import dataclass

_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_ON = frozenset({"1", "true", "on"})


def custom_properties(root: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """Give the custom properties, names and values, in their order (ECMA-376 Part 1, 22.3)."""
    if root is None:
        return ()
    return tuple((node.get("name", ""), "".join(node.itertext()).strip()) for node in root.iter(_CUSTOM))


def saved_by(root: etree._Element | None) -> str:
    """Give who saved a file last, by its core properties (ECMA-376 Part 2, 11.1)."""
    found = None if root is None else root.findtext(f"{_CORE}lastModifiedBy")
    return (found or "").strip()


def title(root: etree._Element | None) -> str:
    """Give what a file is called, by its core properties."""
    found = None if root is None else root.findtext(f"{_DUBLIN_CORE}title")
    return " ".join((found or "").split())


def people(root: etree._Element | None) -> tuple[Person, ...]:
    """Give those who have written in the file ([MS-DOCX], 2.5.3.3)."""
    if root is None:
        return ()
    found = []
    for node in root.iter(f"{W15}person"):
        presence = node.find(f"{W15}presenceInfo")
        provider, user = ("", "") if presence is None else (_said(presence, "providerId"), _said(presence, "userId"))
        found.append(Person(_said(node, "author"), provider, user))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Thread:
    """How a comment belongs to others: by the ids of their last paragraphs ([MS-DOCX], 2.5.3.1)."""

    parent: str
    resolved: bool


def threads(root: etree._Element | None) -> dict[str, Thread]:
    """Give what is said of comments, by the ids of their paragraphs."""
    if root is None:
        return {}
    return {
        _said(node, "paraId"): Thread(_said(node, "paraIdParent"), _said(node, "done") in _ON)
        for node in root.iter(f"{W15}commentEx")
    }


def _said(node: etree._Element, name: str) -> str:
    return node.get(W15 + name) or ""
