"""Plain text whose lines end where a page was full, as it comes out of a PDF, made into paragraphs."""

import re
from itertools import pairwise

from ikonzept_desktop.model.blocks import Blocks, ListItem, Paragraph
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.clipboard.mending import is_joining, mended

_FEWEST = 3
"""Lines that run on into the next; fewer may be an address."""
_WIDTHS = range(40, 161)
_FULL = 0.75
"""Share of the longest line from which on a line counts as full."""
_MOST_LINES = 100_000
_BULLET = re.compile("[·•▪‣◦\uf0a7\uf0b7–]\\s+")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+")
_END = re.compile('[.:!?…]["“‘»”)]*$')


def is_wrapped(text: str) -> bool:
    """Tell whether most lines of a text end only because they were full."""
    lines = _lines(text)
    longest = max((len(line) for line in lines), default=0)
    if longest not in _WIDTHS:
        return False
    running_on = [line for line, following in pairwise(lines) if line and following]
    full = [line for line in running_on if len(line) >= _FULL * longest]
    open_ended = [line for line in full if not _END.search(line)]
    return len(open_ended) >= _FEWEST and 2 * len(full) >= len(running_on)


def paragraphs_of(text: str, ids: IdSource = new_id) -> Blocks:
    """Give a wrapped text as its paragraphs and list items; words parted at line ends are whole again."""
    lines = _lines(text)
    longest = max((len(line) for line in lines), default=0)
    found: list[list[str]] = [[]]
    for line in lines:
        held = found[-1]
        ended = bool(held) and len(held[-1]) < _FULL * longest and _END.search(held[-1]) is not None
        if held and (not line or ended or _BULLET.match(line) or _NUMBER.match(line)):
            found.append([])
        if line:
            found[-1].append(line)
    return tuple(_block(joined_lines(lines), ids) for lines in found if lines)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\r\n", "\n").replace("\f", "\n").split("\n", _MOST_LINES)]


def joined_lines(lines: list[str]) -> str:
    """Give the lines of a paragraph as one; words parted at their ends are whole again."""
    parts = [lines[0]]
    for line in lines[1:]:
        last = parts[-1]
        if last.endswith("\u00ad") or (_is_parted(last) and line[:1].islower() and not is_joining(line)):
            parts[-1] = last[:-1]
        elif not (_is_parted(last) and line[:1].isalnum() and not is_joining(line)):
            parts.append(" ")
        parts.append(line)
    return mended("".join(parts))


def _is_parted(line: str) -> bool:
    return line.endswith("-") and line[-2:-1].isalpha()


def _block(text: str, ids: IdSource) -> Paragraph | ListItem:
    bullet, number = _BULLET.match(text), _NUMBER.match(text)
    sign = bullet or number
    if sign is None:
        return Paragraph(ids(), _line(text))
    return ListItem(ids(), _line(text[sign.end() :]), ordered=number is not None)


def _line(text: str) -> tuple[Text, ...]:
    cleaned = clean(text)
    return (Text(cleaned),) if cleaned else ()
