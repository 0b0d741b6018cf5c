"""How wide the columns of a table are: after their shares, but never narrower than their longest word, if that can be.

Widths are twips.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.measures import Measure
from ikonzept_desktop.export.word.metrics import text_width
from ikonzept_desktop.publication.tree import BreakRun, NoteRun, Run, TableCell, TableElement, TableRow

_BREAKS = re.compile(r"[\s-]+")
_EVEN_WIDE_LETTERS = 0.9
_SPARE = 30
"""What a word has to spare in its cell, so that another program's rounding does not break it."""
_BESIDE = 2 * measures.TABLE_MARGIN[1] + _SPARE
"""What of a column's width no word can fill."""


def column_widths(shares: Sequence[float], width: int) -> list[int]:
    """Part the width after the shares, to the twip."""
    total = sum(shares) or 1.0
    edges = [0]
    reached = 0.0
    for share in shares:
        reached += share
        edges.append(round(width * reached / total))
    return [right - left for left, right in pairwise(edges)]


def fitted_widths(table: TableElement, width: int) -> list[int]:
    """Part the width so that no word must be broken; where that cannot be, after the longest words."""
    wanted = column_widths(table.widths, width)
    least = least_widths(table, width)
    if sum(least) >= width:
        return column_widths(least, width)
    narrow: set[int] = set()
    while any(wanted[column] < least[column] for column in range(len(wanted)) if column not in narrow):
        narrow.update(column for column in range(len(wanted)) if wanted[column] < least[column])
        room = width - sum(least[column] for column in narrow)
        shares = [0.0 if column in narrow else share for column, share in enumerate(table.widths)]
        others = column_widths(shares, room)
        wanted = [least[column] if column in narrow else others[column] for column in range(len(wanted))]
    return wanted


def least_widths(table: TableElement, width: int) -> list[int]:
    """Give the width each column needs for its longest word; nothing but 0 where their shares of the width do."""
    shared = column_widths(table.widths, width)
    if all(needed <= share for needed, share in zip(_longest_words(table, shared), shared, strict=True)):
        return [0] * len(shared)
    return _longest_words(table, [0] * len(shared))


def _longest_words(table: TableElement, enough: Sequence[int]) -> list[int]:
    """Give the width of each column's longest word, or 0 where at a glance all fit into `enough`."""
    least = [0] * len(table.widths)
    for place, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.column_span == 1:
                head = place < table.header_rows or cell.header
                needed = _longest_word(cell, measures.TABLE_HEAD if head else measures.TABLE_TEXT, enough[cell.column])
                least[cell.column] = max(least[cell.column], needed)
    return least


def is_one_line(row: TableRow, widths: Sequence[int]) -> bool:
    """Tell whether a row of body text is certain to be one line high."""
    return all(_is_one_line(cell, sum(widths[cell.column : cell.column + cell.column_span])) for cell in row.cells)


def _is_one_line(cell: TableCell, width: int) -> bool:
    measure = measures.TABLE_HEAD if cell.header else measures.TABLE_TEXT
    text = "".join(map(_characters, cell.runs))
    is_parted = any(isinstance(run, BreakRun) for run in cell.runs)
    return not is_parted and round(text_width(text, measure.size, measure.bold) * 20) + _BESIDE <= width


def _longest_word(cell: TableCell, measure: Measure, enough: int) -> int:
    surely = (enough - _BESIDE) / (measure.half_points * 10 * _EVEN_WIDE_LETTERS)
    text = "".join(map(_characters, cell.runs))
    if len(text) <= surely:
        return 0
    words = _BREAKS.split(text)
    long = [word for word in words if len(word) > surely]
    return max((round(text_width(word, measure.size, measure.bold) * 20) + _BESIDE for word in long), default=0)


def _characters(run: Run) -> str:
    match run:
        case BreakRun():
            return " "
        case NoteRun(number=number):
            # As wide as on the line, though it stands above it: its sign is smaller, and never parted from its word.
            return str(number)
        case _:
            return run.text
