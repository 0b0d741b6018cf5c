"""How far what is one thing stays on one page: whole where the page before has little room left, or in fair parts."""

from collections.abc import Sequence

from ikonzept_desktop.export.pdf.rows import Row
from ikonzept_desktop.export.pdf.setting import Setting

_LARGEST_WHOLE = 0.5
"""Share of the column's height up to which a thing is kept on one page."""
_GAP = 0.22
"""Share of the column's height from which on a page is not left empty for its sake."""
_TALLEST_PART = 0.2
"""Share of the column's height above which rows are not bound to one another."""


def height_of(rows: Sequence[Row]) -> float:
    """Give the height of rows with the room between them, in pt."""
    return sum(row.height + row.space for row in rows)


def stays_whole(setting: Setting, rows: Sequence[Row]) -> bool:
    """Tell whether rows that begin here are kept on one page, the next one if need be."""
    height = height_of(rows)
    return height <= setting.depth * _LARGEST_WHOLE and not height > setting.flow.room > setting.depth * _GAP


def bind_ends(setting: Setting, rows: Sequence[Row], least: int) -> None:
    """Let no page have fewer than so many of these rows, the first or the last, or as many of them as are not tall."""
    for end in (slice(0, least), slice(-least, None)):
        part = list(rows[end])
        while height_of(part) > setting.depth * _TALLEST_PART:
            part.pop(-1 if end.start == 0 else 0)
        for row in part[:-1]:
            row.keep = True
