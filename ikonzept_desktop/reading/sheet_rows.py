"""A sheet's rows as their reader takes them: what is hidden left out, a merged cell's text in each row it stands in."""

from ikonzept_desktop.reading.cells import Merged, Rows, Sheet
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class ReadRows:
    """Rows, and where in the sheet they stand."""

    rows: Rows
    numbers: tuple[int, ...]
    """The row of the sheet that each of them is, from 1."""
    columns: tuple[int, ...]
    """The column of the sheet that each of theirs is, from 0."""
    hidden_rows: int = 0
    """How many filled ones of the sheet cannot be seen, whether they are here or not."""
    hidden_columns: int = 0
    repeated: int = 0
    """Merged cells whose text now stands in several rows."""


def rows_of(sheet: Sheet, *, hidden: bool = False) -> ReadRows:
    """Give the rows of a sheet, those that cannot be seen only where they are wanted."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    filled = _with_merged(sheet)
    marks = sheet.marks
    rows = [index for index, row in enumerate(sheet.rows) if index in marks.hidden_rows and any(map(str.strip, row))]
    columns = [
        column
        for column in range(width)
        if column in marks.hidden_columns and any(row[column].strip() for row in sheet.rows)
    ]
    kept_rows = [at for at in range(len(filled)) if hidden or at not in marks.hidden_rows]
    kept_columns = [at for at in range(width) if hidden or at not in marks.hidden_columns]
    return ReadRows(
        tuple(tuple(filled[at][column] for column in kept_columns) for at in kept_rows),
        tuple(at + 1 for at in kept_rows),
        tuple(kept_columns),
        len(rows),
        len(columns),
        sum(_is_tall(merged, sheet) for merged in marks.merged),
    )


def _with_merged(sheet: Sheet) -> list[tuple[str, ...]]:
    """Repeat the texts of merged cells downwards, in rows that hold something of their own."""
    rows = list(sheet.rows)
    for merged in sheet.marks.merged:
        if not _is_tall(merged, sheet):
            continue
        text = sheet.rows[merged.row][merged.column]
        for at in range(merged.row + 1, min(merged.row + merged.rows, len(rows))):
            if any(map(str.strip, sheet.rows[at])) and not rows[at][merged.column]:
                rows[at] = (*rows[at][: merged.column], text, *rows[at][merged.column + 1 :])
    return rows


def _is_tall(merged: Merged, sheet: Sheet) -> bool:
    """Tell whether a merged cell holds a text and reaches over several of the rows that were read."""
    there = merged.row + 1 < len(sheet.rows) and merged.column < len(sheet.rows[0])
    return there and merged.rows > 1 and bool(sheet.rows[merged.row][merged.column].strip())
