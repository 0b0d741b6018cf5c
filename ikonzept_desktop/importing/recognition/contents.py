"""A document's own table of contents: its lines name headings, their numbers and levels."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.recognition.lines import Line
from ikonzept_desktop.importing.recognition.numbers import Typed, typed_number
from ikonzept_desktop.importing.recognition.vocabulary import CONTENTS
from ikonzept_desktop.importing.recognition.words import key, letters
from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.inline import CrossReference, plain
from ikonzept_desktop.values import dataclass

_PAGE = re.compile(r"(?:[\s.…·_]*[\s.…·_])(?:\d{1,3}|[ivxl]{1,6})\s*$")
_STYLE_LEVEL = re.compile(r"(?:toc|verzeichnis|inhaltsverzeichnis|contents)\s*(\d)", re.IGNORECASE)
_LONGEST = 240
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the contents."""

    whole: str
    """The letters of number and title."""
    title: str
    """The letters of the title alone."""
    level: int
    typed: Typed | None


def contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Give the lines that are contents, by index: those that are marked so, those that are links below each other, and
    those typed below such a heading.
    """
    marked = {line.index for line in lines if line.where is Where.CONTENTS} | _linked(lines)
    spelled: Counter[str] = Counter()
    found: set[int] = set(marked)
    for at, line in enumerate(lines):
        if not (line.is_paragraph and line.index not in marked and key(line.text) in CONTENTS):
            continue
        spelled = spelled or Counter(letters(each.text) for each in lines if each.is_body and each.text)
        run = list(_run_below(lines[at + 1 :], marked, spelled))
        after = lines[at + 1 + len(run)] if at + 1 + len(run) < len(lines) else None
        ends = after is None or after.hints.level is not None
        if len(run) >= _FEWEST or (run and ends) or any(index in marked for index in run):
            found.update((line.index, *run))
    return frozenset(found)


def _linked(lines: Sequence[Line]) -> set[int]:
    """Give the lines that are a reference and at most a page, several in a row, before the first heading by style."""
    first = next((at for at, line in enumerate(lines) if line.hints.level is not None), len(lines))
    found: set[int] = set()
    for is_link, run in groupby(lines[:first], key=_is_link):
        indexes = [line.index for line in run]
        if is_link and len(indexes) >= _FEWEST:
            found.update(indexes)
    return found


def _is_link(line: Line) -> bool:
    if not isinstance(line.block, Paragraph) or not line.is_body:
        return False
    others = [inline for inline in line.block.inlines if not isinstance(inline, CrossReference)]
    return len(others) < len(line.block.inlines) and not plain(tuple(others)).strip(" \t.…0123456789")


def _run_below(lines: Sequence[Line], marked: set[int], spelled: Counter[str]) -> Iterator[int]:
    """Go through the lines right below a heading of contents that end in a page, or stand again further below."""
    for line in lines:
        if line.index in marked:
            yield line.index
            continue
        text = line.text
        again = spelled[letters(text)] > 1 or spelled[letters(_without_number(text))] > 1
        if not (line.is_body and 0 < len(text) <= _LONGEST and (_PAGE.search(text) or again)):
            return
        if not _PAGE.search(text) and spelled[letters(text)] < 2:
            return
        spelled[letters(text)] -= 1
        yield line.index


def _without_number(text: str) -> str:
    typed = typed_number(text)
    return text[len(typed.cut) :] if typed else text


def listed(lines: Sequence[Line], contents: frozenset[int]) -> tuple[Listed, ...]:
    """Read the lines of the contents, lists of tables and figures and headings of contents left out."""
    found = (_listed(line) for line in lines if line.index in contents and line.text and key(line.text) not in CONTENTS)
    return tuple(line for line in found if line.title)


def _listed(line: Line) -> Listed:
    text = _PAGE.sub("", line.raw.strip()).strip()
    typed = typed_number(text)
    styled = _STYLE_LEVEL.search(line.hints.style)
    if styled:
        level = int(styled[1]) - 1
    elif typed is not None:
        level = len(typed.number) - 1
    else:
        level = 0
    title = letters(text[len(typed.cut) :] if typed else text)
    return Listed(letters(text), title or letters(text), level, typed)


def in_contents(lines: Sequence[Line], entries: Sequence[Listed], contents: frozenset[int]) -> dict[int, Listed]:
    """Find the headings the contents name, in order: by number and title, else by title; by index of their lines."""
    wanted = {name for entry in entries for name in (entry.whole, entry.title)}
    places: dict[str, list[Line]] = {}
    for line in lines:
        if line.is_body and line.is_paragraph and line.index not in contents and len(line.text) <= _LONGEST:
            for name in {letters(line.text), letters(_without_number(line.text))} & wanted:
                places.setdefault(name, []).append(line)
    found: dict[int, Listed] = {}
    last = -1
    for entry in entries:
        here = [line for line in places.get(entry.whole, ()) if line.index > last]
        here = here or [line for line in places.get(entry.title, ()) if line.index > last]
        best = next((line for line in here if _stands_out(line)), here[0] if here else None)
        if best is not None:
            last = best.index
            found[last] = entry
    return found


def _stands_out(line: Line) -> bool:
    return line.hints.level is not None or line.is_bold or typed_number(line.raw) is not None
