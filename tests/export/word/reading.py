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
    """Give what stands between the two ends of every bookmark of a part, by its name; one without an end has nothing.

    The sign of a note and a drawing are a character each; the number of a page, which every program counts anew, is …
    """
    names: dict[str, str] = {}
    open_now: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for node, said in _shown(root):
        id = node.get(f"{W}id", "")
        if node.tag == f"{W}bookmarkStart":
            names[id], open_now[id] = value(node, f"{W}name"), []
            found.setdefault(names[id], "")
        elif node.tag == f"{W}bookmarkEnd" and id in open_now:
            found[names[id]] = "".join(open_now.pop(id))
        for held in open_now.values() if said else ():
            held.append(said)
    return found


def lines(root: etree._Element) -> list[str]:
    """Give the paragraphs of a part, written as in `covered`."""
    found: list[list[str]] = []
    for node, said in _shown(root):
        if node.tag == f"{W}p":
            found.append([])
        elif found:
            found[-1].append(said)
    return ["".join(line) for line in found]


@dataclass
class Field:
    """A field: what it asks for, and what it shows."""

    code: str = ""
    shown: str = ""
    is_shown: bool = False

    @property
    def kind(self) -> str:
        return self.code.split()[0] if self.code.split() else ""


def fields(root: etree._Element) -> list[Field]:
    """Give the fields of a part in the order in which they begin."""
    found: list[Field] = []
    for node, said in _shown(root, found):
        del node, said
    return found


_ATOMS = frozenset({f"{W}footnoteReference", f"{W}drawing"})
_PAGES = frozenset({"PAGEREF", "PAGE", "NUMPAGES"})


def _shown(root: etree._Element, begun: list[Field] | None = None) -> Iterator[tuple[etree._Element, str]]:
    """Go through the elements of a part, each with the characters it shows; the fields that begin are told, too."""
    inside: list[Field] = []
    for node in root.iter():
        match node.get(f"{W}fldCharType") if node.tag == f"{W}fldChar" else None:
            case "begin":
                inside.append(Field())
                if begun is not None:
                    begun.append(inside[-1])
            case "separate":
                inside[-1].is_shown = True
            case "end":
                inside.pop()
        if node.tag == f"{W}instrText":
            inside[-1].code += node.text or ""
        is_of_pages = node.get(f"{W}type") in {"page", "column"}
        said = "\ufffc" if node.tag in _ATOMS else "" if is_of_pages else "".join(_own(node))
        if said and inside and inside[-1].kind in _PAGES:
            said = "" if inside[-1].shown else "…"
        for field in inside if said else ():
            field.shown += said
        yield node, said


def _own(node: etree._Element) -> Iterator[str]:
    if node.tag == f"{W}t":
        yield node.text or ""
    elif node.tag in _CHARACTERS and _stands_in_a_run(node):
        yield _CHARACTERS[node.tag]


def _stands_in_a_run(node: etree._Element) -> bool:
    """Tell a tab that is typed from a tab stop of a paragraph, which has the same name."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{W}r"
