"""Paragraph styles by their names, and what they say of outline and lists (ECMA-376 Part 1, 17.7 and 17.9)."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from ikonzept_desktop.reading.word.names import W, child, child_value, number, value
from ikonzept_desktop.values import dataclass

_DEEPEST = 50
"""Styles upon styles that are followed; Word itself has eleven."""
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
        self.default = next((id for id, node in self._nodes.items() if value(node, "default") in _ON), "")

    def style(self, id: str) -> Style:
        """Give a style; one that is not there has no name."""
        if id not in self._known:
            self._known[id] = self._made(id)
        return self._known[id]

    def chain(self, id: str) -> Iterator[etree._Element]:
        """Go through a style and those it is based on, the nearest first."""
        return chain(self._nodes, id)

    def ids(self, id: str) -> Iterator[str]:
        """Go through the ids of a style and of those it is based on, the nearest first."""
        return (value(node, "styleId") or "" for node in self.chain(id))

    def _made(self, id: str) -> Style:
        if id not in self._nodes:
            return Style()
        outline = numbered = level = None
        for node in self.chain(id):
            properties = child(node, "pPr")
            if outline is None and (said := child(properties, "outlineLvl")) is not None:
                outline = number(said, _BODY_TEXT)
            if (numbers := child(properties, "numPr")) is not None:
                numbered = numbered if numbered is not None else child_value(numbers, "numId")
                if level is None and (said := child(numbers, "ilvl")) is not None:
                    level = number(said)
            if outline is None and (heading := _HEADING.fullmatch(child_value(node, "name") or "")) is not None:
                outline = int(heading[1]) - 1
        name = child_value(self._nodes[id], "name") or ""
        return Style(name, heading_level(outline), numbered, level)


def chain(nodes: Mapping[str, etree._Element], id: str) -> Iterator[etree._Element]:
    """Go through a style and those it is based on, by ids; one based on itself ends there."""
    seen: set[str] = set()
    while id in nodes and id not in seen and len(seen) < _DEEPEST:
        seen.add(id)
        yield nodes[id]
        id = child_value(nodes[id], "basedOn") or ""


def heading_level(outline: int | None) -> int | None:
    """Give the level of a heading, nothing for that of plain text."""
    return outline if outline is not None and 0 <= outline < _BODY_TEXT else None
