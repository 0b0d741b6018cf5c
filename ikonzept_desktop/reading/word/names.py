"""The names of WordprocessingML, and what is asked of an element again and again (ECMA-376 Part 1, 17)."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

_STRICT = "http://purl.oclc.org/ooxml/"
STRICT = _STRICT.encode()
"""How the names of the strict namespaces begin, in the bytes of a part."""
_TRANSITIONAL = {
    "wordprocessingml/main": W,
    "officeDocument/relationships": R,
    "officeDocument/math": MATH,
    "officeDocument/customProperties": "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}",
    "officeDocument/docPropsVTypes": "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}",
    "drawingml/wordprocessingDrawing": DRAWING,
    "drawingml/main": A,
    "drawingml/chart": "{http://schemas.openxmlformats.org/drawingml/2006/chart}",
    "drawingml/diagram": "{http://schemas.openxmlformats.org/drawingml/2006/diagram}",
}
"""The strict namespaces (ECMA-376 Part 1, annex A) and those of Part 4 that nearly all files use."""
_OFF = frozenset({"0", "false", "off"})


def as_transitional(root: etree._Element) -> None:
    """Give elements and attributes of the strict namespaces their transitional names, in place."""
    for node in root.iter(etree.Element):
        tag = node.tag
        if isinstance(tag, str) and tag.startswith(_STRICT, 1):
            node.tag = _renamed(tag)
            for name, value in node.attrib.items():
                if str(name).startswith(_STRICT, 1):
                    del node.attrib[name]
                    node.set(_renamed(str(name)), value)


def _renamed(name: str) -> str:
    space, _, local = name[1:].rpartition("}")
    return _TRANSITIONAL.get(space.removeprefix(_STRICT), f"{{{space}}}") + local


def value(node: etree._Element, name: str = "val") -> str | None:
    """Give an attribute of WordprocessingML."""
    return node.get(W + name)


def number(node: etree._Element | None, default: int = 0, name: str = "val") -> int:
    """Give an attribute as a whole number, the default where it is missing or none."""
    try:
        return int(value(node, name) or default) if node is not None else default
    except ValueError:
        return default


def is_on(node: etree._Element) -> bool:
    """Tell whether a property that is on or off is on (ECMA-376 Part 1, 17.17.4: it is where it says nothing)."""
    return (value(node) or "").lower() not in _OFF


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """Give the first child of that name in WordprocessingML."""
    return None if node is None else next(node.iterchildren(W + name), None)


def child_value(node: etree._Element | None, name: str) -> str | None:
    """Give what the first child of that name says."""
    found = child(node, name)
    return None if found is None else value(found)
