"""A line of text out of the pieces that lie between two blocks: spaces collapsed as browsers do, breaks kept."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, Text, normalise
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.clipboard.mending import mended

_SPACES = re.compile("[ \u00a0]* [ \u00a0]*|\u00a0{2,}")
_PADDING = " \u00a0"


def lines_of(pieces: Iterable[Inline]) -> list[Inlines]:
    """Give the paragraphs in the pieces; two breaks after each other, as mail programs put them, begin another one."""
    paragraphs: list[list[Inline]] = [[]]
    for piece in _collapsed(_runs(pieces)):
        line = paragraphs[-1]
        if isinstance(piece, LineBreak) and line and isinstance(line[-1], LineBreak):
            line.pop()
            paragraphs.append([])
        elif not isinstance(piece, LineBreak) or line:
            line.append(piece)
    finished = (normalise(_without_end(line)) for line in paragraphs)
    return [line for line in finished if line]


def line_of(pieces: Iterable[Inline]) -> Inlines:
    """Give the pieces as one line."""
    return joined(lines_of(pieces))


def joined(lines: Iterable[Inlines]) -> Inlines:
    """Give lines as one, parted by breaks."""
    whole: list[Inline] = []
    for line in lines:
        whole.extend((LineBreak(), *line) if whole else line)
    return normalise(tuple(whole))


def _runs(pieces: Iterable[Inline]) -> Iterable[Inline]:
    """Go through the pieces, neighbours that look the same as one."""
    for is_text, group in groupby(pieces, lambda piece: isinstance(piece, Text) and (piece.marks, piece.link)):
        if not is_text:
            yield from group
            continue
        runs = [run for run in group if isinstance(run, Text)]
        yield replace(runs[0], text="".join(run.text for run in runs))


def _collapsed(pieces: Iterable[Inline]) -> Iterable[Inline]:
    """Go through the pieces with one space where there were many, and none at the ends of lines."""
    waiting: Text | None = None
    at_start = True
    for piece in pieces:
        if not isinstance(piece, Text):
            if waiting is not None:
                yield _stripped(waiting) if isinstance(piece, LineBreak) else waiting
                waiting = None
            yield piece
            at_start = isinstance(piece, LineBreak)
            continue
        text = _SPACES.sub(" ", mended(clean(piece.text)))
        if at_start or (waiting is not None and waiting.text.endswith(" ")):
            text = text.lstrip(_PADDING if at_start else " ")
        if not text:
            continue
        if waiting is not None:
            yield waiting
        waiting, at_start = replace(piece, text=text), False
    if waiting is not None:
        yield waiting


def _stripped(run: Text) -> Text:
    return replace(run, text=run.text.rstrip(_PADDING))


def _without_end(line: list[Inline]) -> Inlines:
    while line:
        last = line[-1]
        if isinstance(last, LineBreak):
            line.pop()
        elif isinstance(last, Text):
            stripped = _stripped(last)
            if stripped.text:
                return (*line[:-1], stripped)
            line.pop()
        else:
            break
    return tuple(line)
