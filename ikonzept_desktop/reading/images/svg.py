"""An SVG without anything that does more than draw: no scripts, no links, nothing from outside, no entities.

What may stay is listed; everything else goes. Images within it stay where they are written out in it and bounded.
"""

import base64
import binascii
import re
from collections.abc import Iterator

from lxml import etree

from ikonzept_desktop.model.store.images import PictureError, picture
from ikonzept_desktop.reading.images.taken import damaged, not_an_image, too_large

MOST_BYTES = 12_000_000
MOST_ELEMENTS = 100_000
MOST_INNER_PIXELS = 20_000_000
"""Of all images written out in it together."""
_SVG = "http://www.w3.org/2000/svg"
_HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
_DRAWING = frozenset(
    {"svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "text", "tspan", "image"}
    | {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"}
    | {"filter", "feGaussianBlur", "feOffset", "feMerge", "feMergeNode", "feFlood", "feComposite", "feBlend"}
    | {"feColorMatrix"}
)
_UNPACKED = frozenset({"a"})
"""What is left out itself, while what stands in it stays."""
_OUTSIDE = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)[^)]*\)?", re.IGNORECASE)
_IMPORT = re.compile(r"@(?:import|font-face|namespace|charset)[^;{]*(?:\{[^}]*\}|;|$)", re.IGNORECASE)
_DATA = re.compile(r"^data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)$")


def sanitised(data: bytes, name: str) -> bytes:
    """Give the SVG with nothing but its drawing; raises ImageRefused for what is none, or far too much of one."""
    if len(data) > MOST_BYTES:
        raise too_large(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if _local(root) != "svg":
        raise not_an_image(name)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise too_large(name)
    _clean(root)
    room = MOST_INNER_PIXELS
    for element in list(_all(root)):
        room -= _clean_attributes(element, room)
        if _local(element) == "image" and not any(element.get(href) for href in _HREFS):
            _take_out(element)
    return etree.tostring(root, encoding="utf-8")


def _all(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _local(element: etree._Element) -> str:
    """Give the name of an SVG element; nothing for one of another kind, an entity or what else is no element."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace in {_SVG, None} else ""


def _clean(root: etree._Element) -> None:
    """Take out all that is not drawing, from the innermost outwards."""
    for element in reversed(list(root.iter())):
        if element is root:
            continue
        local = _local(element)
        if local in _UNPACKED:
            element.tag = f"{{{_SVG}}}g"
        elif local not in _DRAWING:
            _take_out(element)
        if local == "style":
            element.text = _clean_css("".join(element.itertext()))
            for inner in list(element):
                element.remove(inner)


def _take_out(element: etree._Element) -> None:
    """Take an element out, leaving the words behind it where they are."""
    parent, before, words = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is None:
        parent.text = (parent.text or "") + words
    else:
        before.tail = (before.tail or "") + words
    element.tail = None
    parent.remove(element)


def _clean_attributes(element: etree._Element, room: int) -> int:
    """Take out what leads outside or runs; give the px of an image that is written out in the element."""
    pixels = 0
    for key, value in list(element.attrib.items()):
        name, text = str(key), str(value)
        if name in _HREFS and not text.strip().startswith("#"):
            pixels = _inner_pixels(text) if _local(element) == "image" else 0
            pixels = pixels if pixels <= room else 0
            text = text if pixels else ""
        elif name not in _HREFS:
            text = _clean_value(etree.QName(name).localname.lower(), text)
        del element.attrib[key]
        if text:
            element.set(key, text)  # anew: an entity in it is written out by that
    return pixels


def _clean_value(name: str, text: str) -> str:
    """Give what may stay of an attribute's value; nothing where it leads outside or runs."""
    if name.startswith("on") or name in {"base", "src", "href"}:
        return ""
    if name == "style":
        return _clean_css(text)
    return "" if "\\" in text or _OUTSIDE.search(text) else text


def _clean_css(text: str) -> str:
    """Give rules without anything from outside; a backslash could hide a word, so no rule with one stays."""
    return "" if "\\" in text or "/*" in text else _OUTSIDE.sub("none", _IMPORT.sub("", text))


def _inner_pixels(link: str) -> int:
    """Count the px of a PNG or JPEG that is written out in a link; 0 for anything else."""
    found = _DATA.match(link.strip())
    if found is None:
        return 0
    try:
        inner = picture(base64.b64decode("".join(found[1].split()), validate=True))
    except (PictureError, binascii.Error):
        return 0
    return inner.width * inner.height
