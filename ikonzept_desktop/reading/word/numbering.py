"""Lists and the forms of their numbers (ECMA-376 Part 1, 17.9)."""

from lxml import etree

from ikonzept_desktop.reading.word.names import W, child, child_value, number, value

MOST_LEVELS = 9
"""Of a list (ECMA-376 Part 1, 17.9.6)."""


class Lists:
    """The lists of a document by the ids paragraphs name them with."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take them from the part of the numbering, where there is one."""
        abstract = [] if root is None else root.findall(f"{W}abstractNum")
        self._abstract = {value(node, "abstractNumId"): node for node in abstract}
        self._by_link = {link: node for node in abstract if (link := child_value(node, "styleLink")) is not None}
        self._lists = {value(node, "numId"): node for node in ([] if root is None else root.findall(f"{W}num"))}
        self._formats: dict[tuple[str, int], str] = {}

    def format(self, list_id: str, level: int) -> str:
        """Give the form of the numbers at a level, nothing where the file does not say."""
        key = (list_id, level)
        if key not in self._formats:
            self._formats[key] = self._found(list_id, level)
        return self._formats[key]

    def _found(self, list_id: str, level: int) -> str:
        node = self._lists.get(list_id)
        if node is None:
            return ""
        for override in node.findall(f"{W}lvlOverride"):
            if number(override, -1, "ilvl") == level and (own := child(override, "lvl")) is not None:
                return _format(own)
        base = self._abstract.get(child_value(node, "abstractNumId"))
        if base is not None and (linked := child_value(base, "numStyleLink")) is not None:
            base = self._by_link.get(linked, base)
        if base is None:
            return ""
        return next((_format(each) for each in base.findall(f"{W}lvl") if number(each, -1, "ilvl") == level), "")


def _format(level: etree._Element) -> str:
    found = child(level, "numFmt")
    if found is None:
        found = next((node for node in level.iter(f"{W}numFmt")), None)  # newer forms stand in an alternative
    return "" if found is None else value(found) or ""
