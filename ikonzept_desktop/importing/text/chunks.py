"""Lines of plain text into paragraphs, items, headings and tables, as people set them on a typewriter."""

import re
from dataclasses import replace
from enum import Enum
from itertools import chain, takewhile

from ikonzept_desktop.reading.clipboard.plain import joined_lines
from ikonzept_desktop.values import dataclass


class Form(Enum):
    """What a chunk is."""

    PARAGRAPH = "paragraph"
    LINES = "lines"
    """A paragraph whose line ends are meant: an address, a poem."""
    HEADING = "heading"
    """Underlined."""
    BULLET = "bullet"
    NUMBERED = "numbered"
    TABLE = "table"
    """Lines with tabs between what stands side by side."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that belong together."""

    form: Form
    lines: tuple[str, ...]
    level: int = 0
    """Of a heading or an item, from 0."""
    indent: int = 0
    """Of an item: the column its sign stands in."""
    number: int = 0
    """Of a numbered item."""
    typed: str = ""
    """The number and what parts it from the words, as it is typed."""

    @property
    def is_item(self) -> bool:
        """Tell whether it is an item of a list."""
        return self.form in {Form.BULLET, Form.NUMBERED}


_BULLET = re.compile("(\\s*)(?:[-*•·▪‣◦–—\uf0a7\uf0b7]|(?<=\\s)o)[ \t\u00a0]+(?=\\S)")
_NUMBER = re.compile(r"(\s*)(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_MANY_LEVELS = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00a0]+\S")
_UNDERLINES = {"=": 0, "-": 1, "~": 2, "*": 1, "_": 1}
_UNDERLINE = re.compile(r"\s*([=\-~*_])\1{2,}\s*")
_LONGEST_TITLE = 120
_INDENT = 2
"""Columns by which an item has to stand further in to be of a deeper level."""
_COLUMNS = re.compile(r"\S {3,}\S")
_LONGEST_LINE = 160
"""Characters of a line that somebody may have broken by hand, or a program at the page's width."""
_LONG = 45
_EVEN = 0.65
"""Share of the longest line that each but the last has at least where lines were broken at the page's width."""
_TAB = 8


def chunks_of(lines: tuple[str, ...]) -> list[Chunk]:
    """Give what stands in the lines, in their order; lines of nothing but a rule are left out."""
    wrapped = _are_broken(lines)
    found: list[Chunk] = []
    for block in _blocks(lines):
        _read(block, found, wrapped=wrapped)
    return _without_lone_numbers(found)


def _are_broken(lines: tuple[str, ...]) -> bool:
    """Tell whether paragraphs are several lines; otherwise each line is one, as programs store text."""
    filled = [line for line in lines if line.strip()]
    long = sum(len(line) > _LONGEST_LINE for line in filled)
    if long * 50 > len(filled):
        return False
    return len(filled) < len(lines) or sum(len(line) > _LONG for line in filled) * 2 > len(filled)


def _blocks(lines: tuple[str, ...]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _read(block: list[str], found: list[Chunk], *, wrapped: bool) -> None:
    """Take a block apart: headings over it and items in it are chunks of their own."""
    if _is_table(block):
        found.append(Chunk(Form.TABLE, tuple(block)))
        return
    held: list[str] = []
    item: Chunk | None = None
    for index, line in enumerate(block):
        below = block[index + 1] if index + 1 < len(block) else ""
        rule = _rule_under(line, below)
        if rule or _UNDERLINE.fullmatch(line):
            _end(held, item, found, wrapped=wrapped)
            if rule and not _UNDERLINE.fullmatch(line):
                found.append(_underlined(line, _UNDERLINES[rule[1]]))
            held, item = [], None
        elif begun := _item_at(line, found, item):
            _end(held, item, found, wrapped=wrapped)
            held, item = [begun.lines[0]], begun
        elif held and not line[:1].isspace() and (not wrapped or (item and len(held[-1]) < _LONG)):
            _end(held, item, found, wrapped=wrapped)
            held, item = [line], None
        elif not held and below and _is_title(line, below):
            found.append(Chunk(Form.PARAGRAPH, (line.strip(),)))
        else:
            held.append(line)
    _end(held, item, found, wrapped=wrapped)


def _rule_under(line: str, below: str) -> re.Match[str] | None:
    """Give the rule in the line below that is drawn under the words of a line.

    One much longer, or below words in columns, ends a table, say.
    """
    rule = _UNDERLINE.fullmatch(below)
    is_near = len(below.strip()) <= 2 * len(line.strip()) + _INDENT and not _COLUMNS.search(line)
    return rule if is_near else None


def _underlined(line: str, level: int) -> Chunk:
    """Give the heading that a line over a rule is; a long one is only a paragraph that a rule ends."""
    words = (line.strip(),)
    return Chunk(Form.HEADING, words, level) if len(line) <= _LONGEST_TITLE else Chunk(Form.PARAGRAPH, words)


def _is_table(block: list[str]) -> bool:
    """Tell whether each line has as many tabs amid its words as the others."""
    tabs = block[0].count("\t")
    return len(block) > 1 and tabs > 0 and all(line.count("\t") == tabs and not _starts_item(line) for line in block)


def _end(held: list[str], item: Chunk | None, found: list[Chunk], *, wrapped: bool) -> None:
    """Make a chunk of the lines held."""
    if not held:
        return
    lines = [line.strip() for line in held]
    runs_on = len(lines) > 1 and wrapped and (item is not None or _is_even(lines))
    text = (joined_lines(lines),) if runs_on else tuple(lines)
    if item is not None:
        found.append(replace(item, lines=text))
    else:
        found.append(Chunk(Form.LINES if len(text) > 1 else Form.PARAGRAPH, text))


def _is_even(lines: list[str]) -> bool:
    """Tell whether lines were broken because they were full."""
    longest = max(map(len, lines))
    return longest >= _LONG and all(len(line) >= _EVEN * longest for line in lines[:-1])


def _is_title(line: str, below: str) -> bool:
    """Tell whether a line right over a text is its heading: numbered at several levels, or in capitals."""
    if len(line) > _LONGEST_TITLE or _starts_item(below):
        return False
    return _MANY_LEVELS.match(line) is not None or (is_capital(line) and not is_capital(below))


def is_capital(text: str) -> bool:
    """Tell whether words are typed in capitals."""
    letters = [letter for letter in text if letter.isalpha() and letter != "ß"]
    return len(letters) > 2 and all(letter.isupper() for letter in letters)


def _starts_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def _item_at(line: str, found: list[Chunk], open_item: Chunk | None) -> Chunk | None:
    """Give the item that begins in a line; None where it begins none."""
    bullet, number = _BULLET.match(line), _NUMBER.match(line)
    sign = bullet or number
    if sign is None:
        return None
    indent = len(sign[1].expandtabs(_TAB))
    words, level = (line[sign.end() :],), _level_at(indent, found, open_item)
    if bullet is None and number is not None:
        return Chunk(Form.NUMBERED, words, level, indent, int(number[2]), sign[0].strip())
    return Chunk(Form.BULLET, words, level, indent)


def _level_at(indent: int, found: list[Chunk], open_item: Chunk | None) -> int:
    """Give the level of an item by how far in it stands compared with those before it."""
    before = takewhile(lambda chunk: chunk.is_item, reversed(found))
    for other in chain((open_item,) if open_item else (), before):
        if indent >= other.indent + _INDENT:
            return other.level + 1
        if indent > other.indent - _INDENT:
            return other.level
    return 0


def _without_lone_numbers(found: list[Chunk]) -> list[Chunk]:
    """Give the chunks with numbers back where they count nothing: headings have numbers too."""
    counting: set[int] = set()
    last: dict[int, int] = {}
    """By level the last item of the list that is being read."""
    for index, chunk in enumerate(found):
        last = {level: at for level, at in last.items() if chunk.is_item and level <= chunk.level}
        if chunk.form is Form.NUMBERED:
            before = last.get(chunk.level)
            if before is not None and found[before].number + 1 == chunk.number:
                counting |= {before, index}
        if chunk.is_item:
            last[chunk.level] = index
    return [
        _as_text(chunk) if chunk.form is Form.NUMBERED and index not in counting else chunk
        for index, chunk in enumerate(found)
    ]


def _as_text(chunk: Chunk) -> Chunk:
    lines = (f"{chunk.typed} {chunk.lines[0]}", *chunk.lines[1:])
    return Chunk(Form.LINES if len(lines) > 1 else Form.PARAGRAPH, lines)
