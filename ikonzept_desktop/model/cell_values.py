"""What a cell of a foreign table says, as the value of a field."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph
from ikonzept_desktop.model.fields import Choice, ColumnValue, Day, Line, Links, RichText, YesNo
from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.german_days import read_day
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Text, normalise
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.model.text import clean

LinkReader = Callable[[FieldType, str], "tuple[str, ...] | None"]
"""Gives the ids of what a text names for a field of links; None where it names something else too."""
_YES = frozenset({"ja", "j", "x", "✓", "✔", "wahr", "true", "yes", "y", "1"})
_NO = frozenset({"nein", "n", "falsch", "false", "no", "0"})
_MIDNIGHT = re.compile(r"[T ]\s*00:00(:00(\.0+)?)?$")
# Days since 30 December 1899, as Excel counts them: from 1954 to 2119, so that no number of a year is one.
_SERIAL = re.compile(r"[2-7]\d{4}")
_EPOCH = date(1899, 12, 30)
_BULLET = re.compile(r"( *)[•◦▪·*\-–] +(?=\S)")
_DEEPEST = 8
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b]")
_ENDS = (",", ";", ":", ".", "-", "–", "/")


class Misfit(Enum):
    """Why a cell is no value of its column."""

    DAY = "day"
    """No day; it stays beside the day as it was typed."""
    CHOICE = "choice"
    ANSWER = "answer"
    LINK = "link"


def value_in(text: str, type: FieldType, links: LinkReader, ids: IdSource) -> tuple[ColumnValue | None, Misfit | None]:
    """Give the value that a filled cell says, and why not: a draft comes with its reason, no value with one too."""
    match type.kind:
        case FieldKind.LINE:
            return Line(in_one_line(text)), None
        case FieldKind.RICH_TEXT:
            return RichText(blocks_in(text, ids)), None
        case FieldKind.DAY:
            day = day_in(text)
            return (Day(day), None) if day else (Day(draft=in_one_line(text)), Misfit.DAY)
        case FieldKind.CHOICE:
            key = _option_in(text, type)
            return (Choice(key), None) if key else (None, Misfit.CHOICE)
        case FieldKind.YES_NO:
            answer = _answer_in(text)
            return (None, Misfit.ANSWER) if answer is None else (YesNo(answer), None)
        case _:
            targets = links(type, text.strip())
            return (Links(targets), None) if targets else (None, Misfit.LINK)


def in_one_line(text: str) -> str:
    """Give a cell as one line: its own lines are parted by a comma where they end in no other sign."""
    if text.isprintable():  # as nearly all are
        return clean(text).strip()
    said = ""
    for line in filter(None, (clean(line).strip() for line in _LINE_END.split(text))):
        between = "" if not said else " " if said.endswith(_ENDS) else ", "
        said += between + line
    return clean(said)


def blocks_in(text: str, ids: IdSource) -> tuple[Block, ...]:
    """Give a cell as running text: each of its lines a paragraph, or an item of a list after a sign for one."""
    blocks: list[Block] = []
    for line in _LINE_END.split(text):
        if not line.strip():
            continue
        bullet = _BULLET.match(clean(line))
        last = blocks[-1] if blocks else None
        if bullet is None:
            blocks.append(Paragraph(ids(), normalise((Text(clean(line).strip()),))))
            continue
        deepest = min(last.level + 1, _DEEPEST) if isinstance(last, ListItem) else 0
        words = normalise((Text(clean(line)[bullet.end() :].strip()),))
        blocks.append(ListItem(ids(), words, min(len(bullet[1]) // 2, deepest)))
    return tuple(blocks)


def day_in(text: str) -> date | None:
    """Read a day as Germans write it, as Excel counts it, or with midnight behind it; None where it is none."""
    text = _MIDNIGHT.sub("", text.strip())
    if _SERIAL.fullmatch(text):
        return _EPOCH + timedelta(days=int(text))
    return read_day(text)


def _option_in(text: str, type: FieldType) -> str:
    wanted = folded(" ".join(text.split())).rstrip(".")
    exact = (option.key for option in type.options if option.label == text.strip())
    alike = (option.key for option in type.options if folded(option.label) == wanted)
    return next(exact, "") or next(alike, "")


def _answer_in(text: str) -> bool | None:
    word = text.strip().casefold().rstrip(".")
    return True if word in _YES else False if word in _NO else None
