"""Words of others as runs and cells: clean, with breaks where lines and paragraphs end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ikonzept_desktop.model.blocks import Alignment
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.tree import BreakRun, Run, Runs, TableCell, TableElement, TableRow, TextRun

PARAGRAPH_END = "\u2029"
"""Stands in what copies propose where a paragraph ends."""
STAND_IN = "\ufffc"
"""Stands there for a note or a picture."""
_SHOWN_STAND_IN, _BETWEEN_CELLS = "[…]", " | "
_BORDERS = re.compile(f"([\n{PARAGRAPH_END}])")


def said(text: str, marks: Marks = Marks.NONE) -> Runs:
    """Give a text as runs: ends of lines break, ends of paragraphs show their sign too."""
    shown = text.replace(STAND_IN, _SHOWN_STAND_IN).replace("\t", _BETWEEN_CELLS)
    return tuple(_runs(_BORDERS.split(shown), marks))


def _runs(parts: Iterable[str], marks: Marks) -> Iterator[Run]:
    for part in parts:
        if part == PARAGRAPH_END:
            yield TextRun("¶", marks)
            yield BreakRun()
        elif part == "\n":
            yield BreakRun()
        elif words := clean(part):
            yield TextRun(words, marks)


def lines(*parts: Runs) -> Runs:
    """Put lines below each other, the empty ones left out."""
    found: list[Run] = []
    for part in parts:
        if part:
            found += (BreakRun(), *part) if found else part
    return tuple(found)


def strong(text: str) -> Runs:
    """Give a text set bold."""
    return said(text, Marks.BOLD)


def aside(text: str) -> Runs:
    """Give a text that the record itself says, set apart from words of the concept."""
    return said(text, Marks.ITALIC)


def table(
    id: str,
    head: Sequence[str],
    rows: Iterable[Sequence[Runs]],
    widths: Sequence[float],
    *,
    counts: int = 0,
) -> TableElement:
    """Give a table with a head; the last `counts` columns hold numbers.

    The first column heads the rows where there are several: of one row there would be more heads than cells.
    """
    whole, numbers = sum(widths), len(widths) - counts
    cells = list(rows)
    sides = int(len(cells) > 1)
    first = _row(f"{id}_0", [said(words) for words in head], len(head), numbers)
    body = (_row(f"{id}_{at}", (_bold(side), *rest), sides, numbers) for at, (side, *rest) in enumerate(cells, start=1))
    shares = tuple(width / whole for width in widths)
    return TableElement(id, "", (), shares, (first, *body), header_rows=1, header_columns=sides)


def _row(id: str, cells: Sequence[Runs], heads: int, numbers: int) -> TableRow:
    """Give a row of which the first cells are heads, and those from a column on numbers."""
    found = (
        TableCell(
            f"{id}_{column}",
            runs or said("–"),
            column,
            alignment=Alignment.RIGHT if column >= numbers else Alignment.LEFT,
            header=column < heads,
        )
        for column, runs in enumerate(cells)
    )
    return TableRow(id, tuple(found))


def _bold(runs: Runs) -> Runs:
    return tuple(replace(run, marks=run.marks | Marks.BOLD) if isinstance(run, TextRun) else run for run in runs)
