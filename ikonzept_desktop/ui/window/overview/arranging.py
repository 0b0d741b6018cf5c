"""Which sections the overview shows, and in which order."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.ui.window.overview.columns import Column
from ikonzept_desktop.values import dataclass

_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the user asked to see."""

    words: str = ""
    """Stand in number, title or name of those responsible."""
    responsible: str | None = None
    """None for all; the empty name for sections without one."""
    status: str = ""
    """The key of a status; empty for all."""
    only_late: bool = False
    column: Column | None = None
    """What is sorted by; None for the order of the outline."""
    descending: bool = False


def arranged(
    lines: Sequence[Line], asked: Arrangement, today: date, findings_of: Callable[[str], int] | None = None
) -> list[Line]:
    """Give the lines that are asked for in the order asked for; what has no value to sort by stands at the end."""
    shown = [line for line in lines if _fits(line, asked, today)]
    if asked.column is None:
        return shown
    keyed = [(_key(line, asked.column, findings_of), line) for line in shown]
    with_key = [(key, line) for key, line in keyed if key is not None]
    if asked.column is Column.NUMBER:
        return [line for _key, line in (reversed(keyed) if asked.descending else keyed)]
    with_key.sort(key=lambda pair: pair[0], reverse=asked.descending)
    return [line for _key, line in with_key] + [line for key, line in keyed if key is None]


def next_sorting(asked: Column | None, *, descending: bool, column: Column) -> tuple[Column | None, bool]:
    """Give what a click on a column leads to: up, then down, then back to the outline."""
    if asked is not column:
        return column, False
    return (None, False) if descending else (column, True)


def _fits(line: Line, asked: Arrangement, today: date) -> bool:
    if asked.only_late and not line.days_late(today):
        return False
    if asked.status and line.status.key != asked.status:
        return False
    if asked.responsible is not None and line.responsible != asked.responsible:
        return False
    searched = f"{line.number} {line.title} {line.responsible}".casefold()
    return all(word in searched for word in asked.words.casefold().split())


def _key(line: Line, column: Column, findings_of: Callable[[str], int] | None) -> Any:
    """Give what a line is sorted by in a column; None where it has nothing there."""
    match column:
        case Column.TITLE:
            return _collated(line.title)
        case Column.STATUS:
            return line.status_place
        case Column.RESPONSIBLE:
            return _collated(line.responsible) or None
        case Column.DEADLINE:
            return None if line.done else line.deadline
        case Column.WORDS:
            return line.words
        case Column.TARGET:
            return line.target
        case Column.SHARE:
            return line.share
        case Column.NOTES:
            return line.open_notes
        case Column.FINDINGS:
            return findings_of(line.section) if findings_of else 0
        case _:
            return ""


def _collated(name: str) -> str:
    """Give what words are sorted by, as DIN 5007 has it: ä like a."""
    return name.casefold().translate(_PLAIN)
