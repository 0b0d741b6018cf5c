"""Paragraph styles by their names, and what they say of outline and lists (ECMA-376 Part 1, 17.7 and 17.9)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from lxml import etree

from ikonzept_desktop.reading.word.names import W, child, child_value, number, value
from ikonzept_desktop.values import dataclass

T = TypeVar("T")
_DEEPEST = 12
"""Styles upon styles that are gone through; Word itself has eleven."""
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|nagłówek) ?([1-9])", re.IGNORECASE)
"""The names of the headings Word has of its own, as converters translate them too; their levels go without saying."""
_ON = frozenset({"1", "true", "on"})
_BODY_TEXT = 9
"""The outline level of text that is no heading (ECMA-376 Part 1, 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it has from those it is based on."""

    name: str = ""
    outline: int | None = None
    list_id: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take them from the part of the styles, where there is one."""
        nodes = [] if root is None else root.findall(f"{W}style")
        own = [node for node in nodes if value(node, "type") in {None, "paragraph"}]
        self._nodes = {value(node, "styleId") or "": node for node in own}
        self._known: dict[str, Style] = {}
        self._said: dict[str, Style] = {"": Style()}
        self.default = next((id for id, node in self._nodes.items() if value(node, "default") in _ON), "")

    def style(self, id: str) -> Style:
        """Give a style; one that is not there has no name."""
        if id not in self._known:
            made = self.inherited(id, self._said, _made)
            self._known[id] = Style(made.name, heading_level(made.outline), made.list_id, made.level)
        return self._known[id]

    def ids(self, id: str) -> Iterator[str]:
        """Go through the ids of a style and of those it is based on, the nearest first."""
        return (value(node, "styleId") or "" for node in chain(self._nodes, id))

    def inherited(self, id: str, known: dict[str, T], made: Callable[[etree._Element, T], T]) -> T:
        """Give what a style says with those it is based on, as made of each."""
        return inherited(self._nodes, id, known, made)


def _made(node: etree._Element, base: Style) -> Style:
    """Read a style that is based on another; the outline level is as it is said."""
    properties, name = child(node, "pPr"), child_value(node, "name") or ""
    said, numbers = child(properties, "outlineLvl"), child(properties, "numPr")
    heading = _HEADING.fullmatch(name)
    if said is not None:
        outline: int | None = number(said, _BODY_TEXT)
    else:
        outline = base.outline if heading is None else int(heading[1]) - 1
    list_id, level = child_value(numbers, "numId"), child(numbers, "ilvl")
    return Style(
        name,
        outline,
        base.list_id if list_id is None else list_id,
        base.level if level is None else number(level),
    )


def chain(nodes: Mapping[str, etree._Element], id: str) -> Iterator[etree._Element]:
    """Go through a style and those it is based on, by ids; one based on itself ends there."""
    seen: set[str] = set()
    while id in nodes and id not in seen and len(seen) < _DEEPEST:
        seen.add(id)
        yield nodes[id]
        id = child_value(nodes[id], "basedOn") or ""


def inherited(
    nodes: Mapping[str, etree._Element], id: str, known: dict[str, T], made: Callable[[etree._Element, T], T]
) -> T:
    """Give what a style says with those it is based on: each is made once, of what the one below it says.

    What a style without a base stands on is known under an empty id; one based on itself ends there.
    """
    path: dict[str, None] = {}
    at = id
    while at in nodes and at not in known and at not in path:
        path[at] = None
        at = child_value(nodes[at], "basedOn") or ""
    found = known.get(at, known[""])
    for each in reversed(path):
        found = known[each] = made(nodes[each], found)
    return found


def heading_level(outline: int | None) -> int | None:
    """Give the level of a heading, nothing for that of plain text."""
    return outline if outline is not None and 0 <= outline < _BODY_TEXT else None
