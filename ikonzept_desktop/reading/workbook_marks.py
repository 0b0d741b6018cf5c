"""What a sheet of a workbook says of its cells beside their texts (ECMA-376 Part 1, 18.3.1.4, .13, .40, .55, .73)."""

import re
from typing import IO, Any

from lxml import etree

from ikonzept_desktop.reading.cells import MOST_COLUMNS, MOST_ROWS, Marks, Merged

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_SHOWN = frozenset({"", "0", "false"})
_MOST_MERGED = 20_000
_ASKED = ("{*}row", "{*}c", "{*}col", "{*}mergeCell")


def marks_of(source: IO[bytes]) -> Marks:
    """Read what is hidden, merged or not computed; raises SyntaxError where the part is damaged.

    Of sheets longer than what is read, merged cells stay unknown: they are named at the end.
    """
    reading = _Reading()
    with source:
        for event, node in etree.iterparse(
            source, events=("start", "end"), tag=_ASKED, resolve_entities=False, no_network=True, huge_tree=False
        ):
            if not reading.take(event, str(node.tag).rpartition("}")[2], node):
                break
    return Marks(frozenset(reading.rows), frozenset(reading.columns), tuple(reading.merged), reading.uncomputed)


class _Reading:
    """Takes notice of one element after the other."""

    def __init__(self) -> None:
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self.merged: list[Merged] = []
        self.uncomputed = 0
        self._row = 0

    def take(self, event: str, name: str, node: Any) -> bool:
        """Take notice of an element that begins or ends; False where there is nothing more to be known."""
        if event == "start":
            if name == "row":
                self._begin_row(node)
                return self._row <= MOST_ROWS * 2
            return True
        match name:
            case "c":
                self.uncomputed += _is_uncomputed(node)
            case "col" if node.get("hidden", "") not in _SHOWN:
                first, last = int(node.get("min", "1")), int(node.get("max", "1"))
                self.columns.update(range(first - 1, min(last, MOST_COLUMNS)))
            case "mergeCell" if len(self.merged) < _MOST_MERGED:
                self._add_merged(node.get("ref", ""))
            case "row":
                node.clear()
                while node.getprevious() is not None:
                    del node.getparent()[0]
        return True

    def _begin_row(self, node: Any) -> None:
        told = node.get("r", "")
        self._row = int(told) if told.isdigit() else self._row + 1
        if node.get("hidden", "") not in _SHOWN:
            self.rows.add(self._row - 1)

    def _add_merged(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found is None:
            return
        left, right = _column(found[1]), _column(found[3])
        top, bottom = int(found[2]) - 1, int(found[4]) - 1
        if top >= 0 and bottom >= top and right >= left:
            self.merged.append(Merged(top, left, bottom - top + 1, right - left + 1))


def _is_uncomputed(cell: Any) -> bool:
    """Tell whether a cell holds a formula and no value of it; an empty text is one."""
    if cell.find("{*}f") is None or cell.get("t") == "str":
        return False
    return not cell.findtext("{*}v")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
