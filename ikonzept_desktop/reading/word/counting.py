"""What lists print before their paragraphs, counted as Word does (ECMA-376 Part 1, 17.9).

Lists of one kind count on together; a list that has a start of its own begins there when it is first used.
"""

import re
from collections.abc import Hashable

from lxml import etree

from ikonzept_desktop.reading.word.measures import length
from ikonzept_desktop.reading.word.names import child, child_value, is_on, number, value
from ikonzept_desktop.reading.word.number_forms import printed
from ikonzept_desktop.reading.word.numbering import MOST_LEVELS, Lists, number_format
from ikonzept_desktop.reading.word.symbols import is_private, shown
from ikonzept_desktop.values import dataclass

BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_LONGEST = 60
"""Characters of what is printed before a paragraph."""
_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str = "decimal"
    text: str = ""
    """What is printed, `%1` standing for the number of the first level; of bullets the sign."""
    start: int = 0
    restart: int | None = None
    """The level, from 1, at which it begins anew; 0 never; nothing where at any above it (17.9.10)."""
    is_legal: bool = False
    """All numbers in it are decimal (17.9.4)."""
    style: str = ""
    """The id of the style that belongs to it (17.9.23)."""
    indent: float | None = None
    """mm."""


_NO_LEVEL = Level()


class Counting:
    """The counting of one document's lists."""

    def __init__(self, lists: Lists) -> None:
        """Begin to count."""
        self.language = ""
        """Of the ordinals."""
        self._lists = lists
        self._levels: dict[tuple[str, int], Level] = {}
        self._counters: dict[tuple[Hashable, etree._Element], list[int | None]] = {}
        self._begun: set[tuple[Hashable, str, int]] = set()
        self._by_style: dict[str, dict[str, int]] = {}

    def level(self, list_id: str, level: int) -> Level:
        """Give a level of a list."""
        key = (list_id, level)
        if key not in self._levels:
            node = self._lists.level(list_id, level)
            self._levels[key] = _NO_LEVEL if node is None else _level(node)
        return self._levels[key]

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """Give the level that belongs to a style, where one does (17.9.23)."""
        if list_id not in self._by_style:
            styles = [(self.level(list_id, at).style, at) for at in reversed(range(MOST_LEVELS))]
            self._by_style[list_id] = {id: at for id, at in styles if id}
        return self._by_style[list_id].get(style)

    def number(self, story: Hashable, list_id: str, level: int, *, counts: bool = True) -> str:
        """Give what is printed before the next paragraph; one that does not count is not gone on from."""
        base = self._lists.base(list_id)
        if base is None or not 0 <= level < MOST_LEVELS:
            return ""
        said = self.level(list_id, level)
        if said.form == "bullet":
            return said.text
        counters = self._counters.get((story, base)) or [None] * MOST_LEVELS
        counted = self._counted(story, list_id, level, counters, counts=counts)
        if counts:
            self._counters[story, base] = counted
        return self._printed(list_id, level, counted)

    def _counted(
        self, story: Hashable, list_id: str, level: int, counters: list[int | None], *, counts: bool
    ) -> list[int | None]:
        """Count one on at a level, and have those below begin anew."""
        at = counters[level]
        own = self._own_start(list_id, level)
        if own is not None and (story, list_id, level) not in self._begun:
            at = own
            if counts:
                self._begun.add((story, list_id, level))
        elif at is None:
            at = self.level(list_id, level).start if own is None else own
        else:
            at = min(at + 1, _LARGEST)
        below = [
            counters[each] if counters[each] is not None and self._goes_on(list_id, each, level) else None
            for each in range(level + 1, MOST_LEVELS)
        ]
        # A level above that was not used yet is used by this.
        above = [self.level(list_id, each).start if counters[each] is None else counters[each] for each in range(level)]
        return [*above, at, *below]

    def _goes_on(self, list_id: str, level: int, used: int) -> bool:
        """Tell whether a level counts on although one above it was used."""
        restart = self.level(list_id, level).restart
        return restart is not None and 0 <= restart <= level and used >= restart

    def _own_start(self, list_id: str, level: int) -> int | None:
        """Give where a list begins by itself (17.9.26)."""
        start = child(self._lists.overrides(list_id).get(level), "startOverride")
        return None if start is None else _bounded(number(start))

    def _printed(self, list_id: str, level: int, counters: list[int | None]) -> str:
        said = self.level(list_id, level)

        def put(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if at > level:
                return ""
            each = self.level(list_id, at)
            form = "decimal" if said.is_legal and each.form != "none" else each.form
            return printed(counters[at] or 0, form, self.language)

        return _PLACE.sub(put, said.text).strip()[:_LONGEST]


def _level(node: etree._Element) -> Level:
    found = number_format(node)
    form = "decimal" if found is None else value(found) or "decimal"
    if form == "custom" and found is not None:
        form = (value(found, "format") or "").partition(",")[0].strip()  # "001, 002, 003, …"
    text = (child_value(node, "lvlText") or "")[:_LONGEST]
    restart, legal = child(node, "lvlRestart"), child(node, "isLgl")
    indent = child(child(node, "pPr"), "ind")
    return Level(
        form,
        _sign(node, text) if form == "bullet" else text,
        _bounded(number(child(node, "start"))),
        None if restart is None else number(restart),
        legal is not None and is_on(legal),
        child_value(node, "pStyle") or "",
        None if indent is None else length(value(indent, "left") or value(indent, "start")),
    )


def _sign(node: etree._Element, text: str) -> str:
    """Give the sign of a bullet: what a symbol font shows, or a plain one where that is not known."""
    fonts = child(child(node, "rPr"), "rFonts")
    font = "" if fonts is None else value(fonts, "ascii") or value(fonts, "hAnsi") or ""
    sign = shown(font, text).strip()
    return BULLET if not sign or is_private(sign) else sign


def _bounded(number: int) -> int:
    return min(max(number, 0), _LARGEST)
