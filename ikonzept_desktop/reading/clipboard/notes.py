"""Footnotes in HTML: a short link to a place that links back; word processors, Wikipedia and pandoc all do it so."""

import re

from ikonzept_desktop.reading.clipboard.tree import Node

_BODY = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote|fn|cite_note|footnote|endnote)[-_:.]?\S*\d\S*", re.IGNORECASE)
_MARK = 12
"""Characters that the mark of a note has at most: `[12]`, `[Anm. 3]`."""
_LONGEST = 6_000
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class Notes:
    """Which links are marks of notes, and where what the notes say stands."""

    def __init__(self, root: Node) -> None:
        """Find the notes of a document."""
        self._bodies: dict[Node, Node] = {}
        self._all: set[Node] = set()
        self._leading_back: dict[Node, frozenset[str]] = {}
        links = [node for node in root.walk() if node.tag == "a" and "#" in node.get("href")]
        if not links:
            return
        names: dict[str, Node] = {}
        order: dict[Node, int] = {}
        for place, node in enumerate(root.walk()):
            order[node] = place
            for name in (node.get("id"), node.get("name")):
                if name:
                    names.setdefault(name, node)
        for link in links:
            target = names.get(_target(link))
            # The sign at the note's own beginning leads back in the same way: a note stands behind its mark.
            if target is None or order[target] < order[link]:
                continue
            body = self._body_of(link, target)
            if body is not None:
                self._bodies[link] = body
                self._all.add(body)

    def body(self, link: Node) -> Node | None:
        """Give what the note of a mark says; None for any other link."""
        return self._bodies.get(link)

    def is_body(self, node: Node) -> bool:
        """Tell whether an element is what a note says, and no part of the text."""
        return node in self._all

    def _body_of(self, link: Node, target: Node) -> Node | None:
        if len(link.text().strip()) > _MARK:
            return None
        body = _around(target)
        if body is None or _is_within(link, body):
            return None
        own = {name for node in _near(link) for name in (node.get("id"), node.get("name")) if name}
        return body if own & self._leads(body) else None

    def _leads(self, body: Node) -> frozenset[str]:
        """Give the names of the places that what may be a note leads back to."""
        known = self._leading_back.get(body)
        if known is None:
            links = (node for node in body.walk() if node.tag == "a")
            short = len(body.text()) <= _LONGEST
            known = self._leading_back[body] = frozenset(map(_target, links)) if short else frozenset()
        return known


def _target(link: Node) -> str:
    """Give the name of a place within the document; Word sometimes writes the document's own path before it."""
    before, _, name = link.get("href").partition("#")
    return name if not before or name.startswith(("_ftn", "_edn")) else ""


def _around(target: Node) -> Node | None:
    """Give the element that holds the whole note whose place was found."""
    nearest: Node | None = None
    node: Node | None = target
    for _ in range(6):
        if node is None or node.tag in _HEADINGS or node.tag in {"body", "html"}:
            break
        if _BODY.fullmatch(node.get("id")) and node.tag not in {"a", "span", "sup"}:
            return node
        if node.style.get("mso-element") in {"footnote", "endnote"}:
            return node
        if nearest is None and node.tag in {"li", "p", "div", "aside", "dd"}:
            nearest = node
        node = node.parent
    return nearest


def _near(link: Node) -> list[Node]:
    """Give a link with what is right around it and in it: one of them has the name that the note leads back to."""
    around = [link]
    if link.parent is not None:
        around.append(link.parent)
        if link.parent.parent is not None and link.parent.parent.tag in {"sup", "span"}:
            around.append(link.parent.parent)
    return [*around, *(child for child in link.children if isinstance(child, Node))]


def _is_within(node: Node | None, other: Node) -> bool:
    while node is not None:
        if node is other:
            return True
        node = node.parent
    return False
