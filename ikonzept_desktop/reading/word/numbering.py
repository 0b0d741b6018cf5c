"""Lists, their levels and the forms of their numbers (ECMA-376 Part 1, 17.9)."""

from collections.abc import Iterable, Mapping

from lxml import etree

from ikonzept_desktop.reading.word.names import W, child, child_value, number, value

MOST_LEVELS = 9
"""Of a list (ECMA-376 Part 1, 17.9.6)."""
_Levels = Mapping[int, etree._Element]


class Lists:
    """The lists of a document by the ids paragraphs name them with."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take them from the part of the numbering, where there is one."""
        abstract = [] if root is None else root.findall(f"{W}abstractNum")
        self._abstract = {value(node, "abstractNumId"): node for node in abstract}
        self._by_link = {link: node for node in abstract if (link := child_value(node, "styleLink")) is not None}
        self._lists = {value(node, "numId"): node for node in ([] if root is None else root.findall(f"{W}num"))}
        self._formats: dict[tuple[str, int], str] = {}
        self._levels: dict[etree._Element, _Levels] = {}
        self._overrides: dict[str, _Levels] = {}

    def format(self, list_id: str, level: int) -> str:
        """Give the form of the numbers at a level, nothing where the file does not say."""
        key = (list_id, level)
        if key not in self._formats:
            node = self.level(list_id, level)
            self._formats[key] = "" if node is None else _format(node)
        return self._formats[key]

    def level(self, list_id: str, level: int) -> etree._Element | None:
        """Give what is said of a level, by the list itself or by what it is a list of (17.9.6)."""
        own = child(self.overrides(list_id).get(level), "lvl")
        return own if own is not None else self.levels(list_id).get(level)

    def overrides(self, list_id: str) -> _Levels:
        """Give what a list says of levels otherwise (17.9.8)."""
        if list_id not in self._overrides:
            node = self._lists.get(list_id)
            said = () if node is None else node.iterchildren(f"{W}lvlOverride")
            self._overrides[list_id] = _by_level(said)
        return self._overrides[list_id]

    def levels(self, list_id: str) -> _Levels:
        """Give the levels of what it is a list of."""
        base = self.base(list_id)
        if base is None:
            return {}
        if base not in self._levels:
            self._levels[base] = _by_level(base.iterchildren(f"{W}lvl"))
        return self._levels[base]

    def base(self, list_id: str) -> etree._Element | None:
        """Give what it is a list of: lists of the same count on together (17.9.1, 17.9.21)."""
        base = self._abstract.get(child_value(self._lists.get(list_id), "abstractNumId"))
        if base is not None and (linked := child_value(base, "numStyleLink")) is not None:
            base = self._by_link.get(linked, base)
        return base


def _by_level(nodes: Iterable[etree._Element]) -> _Levels:
    found: dict[int, etree._Element] = {}
    for node in nodes:
        found.setdefault(number(node, -1, "ilvl"), node)
    return found


def _format(level: etree._Element) -> str:
    found = number_format(level)
    return "" if found is None else value(found) or ""


def number_format(level: etree._Element) -> etree._Element | None:
    """Give the element that says the form of a level's numbers; newer forms stand in an alternative (17.9.17)."""
    found = child(level, "numFmt")
    return found if found is not None else next((node for node in level.iter(f"{W}numFmt")), None)
