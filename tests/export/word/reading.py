"""A reading of Word files of the tests' own, which knows nothing of the writer: lxml over the parts as they are."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHARACTERS = {f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011", f"{W}br": "\n", f"{W}tab": "\t"}


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file, parsed."""

    parts: dict[str, etree._Element]
    names: tuple[str, ...]

    @property
    def body(self) -> etree._Element:
        return self.parts["word/document.xml"][0]


def read(path: Path) -> WordFile:
    """Parse every part of XML; raises XMLSyntaxError for one that is not well formed."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        names = tuple(package.namelist())
        parts = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    return WordFile(parts, names)


def paragraphs(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(f"{W}p"))


def find(element: etree._Element, path: str) -> etree._Element:
    """Give the first element at a path; fails where there is none."""
    found = element.find(path)
    assert found is not None, f"no {path} in {element.tag!r}"
    return found


def value(element: etree._Element, name: str = f"{W}val") -> str:
    """Give an attribute; fails where there is none."""
    said = element.get(name)
    assert said is not None, f"no {name} on {element.tag!r}"
    return said


def style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def text(element: etree._Element) -> str:
    """Give the characters a reader sees: the results of fields, never their instructions."""
    return "".join(_characters(element))


def _characters(element: etree._Element) -> Iterator[str]:
    for node in element.iter():
        yield from _own(node)


def bookmarks(element: etree._Element) -> list[str]:
    return [node.get(f"{W}name", "") for node in element.iter(f"{W}bookmarkStart")]


def between(root: etree._Element, name: str) -> str:
    """Give the characters between the two ends of a bookmark."""
    start = next(node for node in root.iter(f"{W}bookmarkStart") if node.get(f"{W}name") == name)
    inside = False
    found: list[str] = []
    for node in root.iter():
        if node is start:
            inside = True
        elif node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == start.get(f"{W}id"):
            return "".join(found)
        elif inside:
            found.extend(_own(node))
    raise AssertionError(f"The bookmark {name} has no end.")


def covered(root: etree._Element) -> dict[str, str]:
    """Give the characters between the two ends of every bookmark of a part, by its name, in their order."""
    names: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for node in root.iter():
        id = node.get(f"{W}id", "")
        if node.tag == f"{W}bookmarkStart":
            names[id] = value(node, f"{W}name")
            found[names[id]] = []
        elif node.tag == f"{W}bookmarkEnd":
            names.pop(id, None)
        else:
            for own in _own(node):
                for name in names.values():
                    found[name].append(own)
    return {name: "".join(parts) for name, parts in found.items()}


def _own(node: etree._Element) -> Iterator[str]:
    if node.tag == f"{W}t":
        yield node.text or ""
    elif node.tag in _CHARACTERS and _stands_in_a_run(node):
        yield _CHARACTERS[node.tag]


def _stands_in_a_run(node: etree._Element) -> bool:
    """Tell a tab that is typed from a tab stop of a paragraph, which has the same name."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{W}r"
