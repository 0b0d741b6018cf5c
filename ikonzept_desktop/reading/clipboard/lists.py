"""What item of which list a paragraph is: by HTML's own lists, or by what Word says in a style.

Word writes no lists to the clipboard but paragraphs with `mso-list:l0 level1 lfo1`, the sign or number spelled out
in a span with `mso-list:Ignore`; whether a level counts is in its style rules (`@list l0:level1`).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from ikonzept_desktop.model.inline import Inline, Text
from ikonzept_desktop.model.schema import DEEPEST_LIST_LEVEL
from ikonzept_desktop.reading.clipboard.tree import Node

_WORD = re.compile(r"(l\d+)\s+level(\d)")
_COUNTING = re.compile(r"[(\[]?(?:\d+(?:\.\d+)*[.)\]]?|[a-z]{1,4}[.)\]])", re.IGNORECASE)
_FIRST = re.compile(r"[(\[]?(?:(?:\d+\.)*1|a)[.)\]]?", re.IGNORECASE)
_SIGNS = "·•▪‣◦§o\uf0a7\uf0b7–-"
_GAP = "[ \u00a0]*\u00a0[ \u00a0]*\u00a0[ \u00a0]*"
_TYPED = re.compile(rf"\s*([{_SIGNS}]|[(]?(?:\d{{1,3}}|[a-zA-Z]{{1,2}})[.)]){_GAP}")


class Item:
    """An item of a list while its lines are read; only the first of them bears its sign."""

    __slots__ = ("first", "level", "ordered", "typed", "used")

    def __init__(self, level: int, *, ordered: bool, first: bool = False, typed: bool = False) -> None:
        """Begin an item, the first of its list or a later one; its sign may be typed before it as mere text."""
        self.typed = typed
        self.level = min(max(level, 0), DEEPEST_LIST_LEVEL)
        self.ordered = ordered
        self.first = first
        self.used = False


def word_item(node: Node, formats: Mapping[str, str]) -> Item | None:
    """Give the item that a paragraph of Word's is; None where it is none."""
    match = _WORD.search(node.style.get("mso-list", ""))
    if match is None:
        return _typed_item(node)
    marker = _marker(node)
    format = formats.get(f"{match[1]}:level{match[2]}", "")
    if format == "none" and not marker:
        return None
    counting = _COUNTING.fullmatch(marker) is not None
    ordered = counting if marker or not format else format not in {"bullet", "image", "none"}
    first = _FIRST.fullmatch(marker) is not None or ("roman" in format and marker.strip("().").lower() == "i")
    return Item(int(match[2]) - 1, ordered=ordered, first=first)


def is_marker(node: Node) -> bool:
    """Tell whether an element spells out the sign or number of an item."""
    return node.style.get("mso-list") == "ignore"


def without_typed_marker(pieces: list[Inline]) -> list[Inline]:
    """Give the pieces of an item's line without the sign that Word's filtered HTML has typed before it."""
    leading = list(takewhile(lambda piece: isinstance(piece, Text), pieces))
    match = _TYPED.match("".join(piece.text for piece in leading if isinstance(piece, Text)))
    over = match.end() if match else 0
    left: list[Inline] = []
    for piece in leading:
        assert isinstance(piece, Text)
        left.append(replace(piece, text=piece.text[over:]))
        over = max(over - len(piece.text), 0)
    return [*left, *pieces[len(leading) :]]


def _marker(node: Node) -> str:
    found = next((below for below in node.walk() if is_marker(below)), None)
    return found.text().replace("\u00a0", " ").strip() if found else ""


def _typed_item(node: Node) -> Item | None:
    """Give the item that a list paragraph of filtered HTML is: its sign stands before it as mere text."""
    if not node.get("class").lower().startswith("msolistparagraph") or node.style.get("mso-list"):
        return None
    match = _TYPED.match(node.text())
    if match is None:
        return None
    indent = re.match(r"([\d.]+)pt", node.style.get("margin-left", ""))
    level = round(float(indent[1]) / 36) - 1 if indent and len(indent[1]) < 8 and indent[1].count(".") < 2 else 0
    sign = match[1]
    counting, first = _COUNTING.fullmatch(sign) is not None, _FIRST.fullmatch(sign) is not None
    return Item(level, ordered=counting, first=first, typed=True)
