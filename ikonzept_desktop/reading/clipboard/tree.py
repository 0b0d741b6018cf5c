"""The HTML as a small tree: only elements and attributes that say something about structure come into it.

The parser calls a builder for each tag, and the builder counts: what is too deep, too much or too slow ends the
reading at once. Nothing is ever looked up or opened; sources of images and the like do not even come into the tree.
"""

import re
import time
from collections.abc import Iterator, Mapping
from typing import Any, cast

from lxml import etree

from ikonzept_desktop.reading.clipboard.pasted import Left, TooMuch
from ikonzept_desktop.reading.clipboard.styles import Sheet

DEEPEST = 200
"""Elements within each other."""
MOST = 250_000
"""Elements in all."""
LONGEST = 3.0
"""Seconds of reading."""

_KEPT_ATTRIBUTES = frozenset(
    {"style", "class", "href", "id", "name", "colspan", "rowspan", "start", "align", "hidden", "width", "role"}
    | {"aria-level", "span"}
)
_CODE = frozenset({"script", "style", "template", "xml"})
"""What holds no words of a document."""
_DROPPED = frozenset(
    {"script", "title", "template", "noscript", "iframe", "object", "applet", "audio", "video", "canvas"}
    | {"map", "svg", "math", "select", "textarea", "button", "datalist", "output", "meter", "progress", "xml"}
    | {"frameset", "noframes", "rt", "rp", "noembed"}
)
OUTSIDE = "#outside"
"""Stands around text that was not selected: notes that Word adds behind, and line ends."""
_MARK = re.compile(r"<!--\s*StartFragment", re.IGNORECASE)
_VOID = frozenset(
    {"img", "meta", "link", "base", "input", "area", "param", "source", "track", "frame", "wbr"}
    | {"embed", "basefont", "bgsound", "keygen"}
)
"""What holds nothing; the parser may still put what follows into it."""
_CHUNK = 65_536


class Node:
    """An element."""

    __slots__ = ("attributes", "children", "parent", "style", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: "Node | None" = None) -> None:
        """Stand below a parent, not yet among its children."""
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []
        self.style: Mapping[str, str] = {}

    def get(self, name: str) -> str:
        """Give an attribute; nothing where it is not there."""
        return self.attributes.get(name, "")

    def walk(self) -> Iterator["Node"]:
        """Go through itself and all elements below in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    def text(self) -> str:
        """Give all characters within."""
        found: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                waiting += reversed(part.children)
        return "".join(found)


class Tree:
    """What was parsed."""

    def __init__(self) -> None:
        """Begin empty, and with the clock running."""
        self.root = Node("#root", {})
        self.images = 0
        self.title = ""
        self.left: list[Left] = []
        """What the document says and no part of the text will."""
        self.frames: set[Node] = set()
        """Tables with tables in them, which only put things beside each other."""
        self.deadline = time.monotonic() + LONGEST
        self.lists: Mapping[str, str] = {}
        """The number format of each of Word's lists and levels, by `l0:level1`."""

    def check_time(self) -> None:
        """Raise TooMuch where reading has taken longer than anybody would wait for."""
        if time.monotonic() > self.deadline:
            raise TooMuch("no end")


def parse(markup: str) -> Tree:
    """Read prepared HTML; raises TooMuch where it has no end in depth, number or time."""
    builder = _Builder(inside=_MARK.search(markup) is None)
    parser = etree.HTMLParser(target=cast(Any, builder), no_network=True, recover=True, huge_tree=False)
    try:
        for start in range(0, len(markup), _CHUNK):
            parser.feed(markup[start : start + _CHUNK])
        parser.close()
    except etree.XMLSyntaxError:  # there is no element in it at all
        builder.close()
    return _styled(builder)


def _styled(builder: "_Builder") -> Tree:
    sheet = Sheet("".join(builder.rules))
    for node in builder.tree.root.walk():
        node.style = sheet.style(node.get("class"), node.get("style"))
    builder.tree.lists = sheet.lists
    return builder.tree


class _Builder:
    """Takes the parser's calls."""

    def __init__(self, *, inside: bool) -> None:
        self.tree = Tree()
        self.rules: list[str] = []
        self._inside = inside
        self._open = [self.tree.root]
        self._text: list[str] = []
        self._tables: list[Node] = []
        self._skipped = 0
        self._skips = ""
        """The element whose content is passed over."""
        self._aside: list[str] = []
        self._code = 0
        """How many elements without words are open in it."""
        self._in_style = False
        self._elements = 0
        self._calls = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        self._check(len(self._open) + self._skipped)
        self._end_text()
        if self._skipped:
            self._skipped += 1
            self._code += tag in _CODE
            return
        if tag == "img":
            self._take_image(attributes)
        if tag == "style":
            self._in_style = True
        elif tag in _DROPPED or tag.startswith("v:"):
            self._skipped, self._skips, self._code = 1, tag, int(tag in _CODE)
        elif tag not in _VOID:
            kept = {name: value for name, value in attributes.items() if name in _KEPT_ATTRIBUTES}
            node = Node(tag, kept, self._open[-1])
            self._open[-1].children.append(node)
            self._open.append(node)
            if tag == "table":
                self.tree.frames.update(self._tables[-1:])
                self._tables.append(node)

    def end(self, tag: str) -> None:
        self._end_text()
        if self._skipped:
            self._skipped -= 1
            self._code -= tag in _CODE
            if not self._skipped:
                self._end_aside()
        elif tag == "style":
            self._in_style = False
        elif tag not in _VOID and len(self._open) > 1 and self._open.pop().tag == "table":
            self._tables.pop()

    def data(self, text: str) -> None:
        self._check(len(self._open))
        if self._in_style:
            self.rules.append(text)
        elif not self._skipped:
            self._text.append(text)
        elif not self._code:
            self._aside.append(text)

    def comment(self, text: str) -> None:
        self._end_text()
        mark = text.strip().lower()
        if mark == "startfragment":
            self._inside = True
        elif mark == "endfragment":
            self._inside = False

    def close(self) -> None:
        self._end_text()
        self._end_aside()

    def _take_image(self, attributes: Mapping[str, str]) -> None:
        """Count an image, and leave its alternative text where it stands."""
        if self._inside and _is_shown(attributes):
            self.tree.images += 1
            kept = {name: value for name, value in attributes.items() if name == "alt"}
            self._open[-1].children.append(Node("img", kept, self._open[-1]))

    def _end_aside(self) -> None:
        """Keep what an element says that is passed over."""
        words = " ".join("".join(self._aside).split())
        self._aside.clear()
        if words and self._skips == "title":
            self.tree.title = self.tree.title or words
        elif words:
            self.tree.left.append(Left(self._skips, words))

    def _end_text(self) -> None:
        """Put the text since the last tag, which comes in pieces, where it stands."""
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        top = self._open[-1]
        if self._inside:
            top.children.append(text)
        elif text.strip():
            outside = Node(OUTSIDE, {}, top)
            outside.children.append(text)
            top.children.append(outside)

    def _check(self, depth: int) -> None:
        self._calls += 1
        if self._calls % 512 == 0:
            self.tree.check_time()
        if depth > DEEPEST or self._elements > MOST:
            raise TooMuch(f"depth {depth}, {self._elements} elements")


def _is_shown(attributes: Mapping[str, str]) -> bool:
    """Tell a picture from the dots that count readers."""
    return not {attributes.get("width", ""), attributes.get("height", "")} & {"0", "1"}
