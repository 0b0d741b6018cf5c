"""What a Calc document says of its cells beside their texts (OpenDocument 1.3 Part 3, 9.1.3 to 9.1.8 and 19.749)."""

from lxml import etree

from ikonzept_desktop.reading.cells import MOST_COLUMNS, Marks, Merged

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HIDDEN = frozenset({"collapse", "filter"})
_MOST_MERGED = 20_000


class CalcMarks:
    """Takes notice of the rows of a sheet one after the other."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._rows: set[int] = set()
        self._merged: list[Merged] = []
        self._uncomputed = 0
        self._at = 0

    def take_row(self, row: etree._Element, times: int) -> None:
        """Take notice of a row that stands so many times."""
        if row.get(f"{_TABLE}visibility") in _HIDDEN:
            self._rows.update(range(self._at, self._at + times))
        column = 0
        for cell in row:
            if cell.tag == f"{_TABLE}table-cell":
                self._take_cell(cell, column)
            column += repeated(cell, "columns")
        self._at += times

    def of(self, table: etree._Element) -> Marks:
        """Give what is known of the whole sheet."""
        return Marks(frozenset(self._rows), frozenset(_hidden_columns(table)), tuple(self._merged), self._uncomputed)

    def _take_cell(self, cell: etree._Element, column: int) -> None:
        down, across = _spanned(cell, "rows"), _spanned(cell, "columns")
        if down * across > 1 and len(self._merged) < _MOST_MERGED:
            self._merged.append(Merged(self._at, column, down, across))
        if cell.get(f"{_TABLE}formula") is not None and cell.get(f"{_OFFICE}value-type") is None and not len(cell):
            self._uncomputed += 1


def repeated(node: etree._Element, what: str) -> int:
    """Give how often a row or cell stands in a row; once where that is no number."""
    return _number(node.get(f"{_TABLE}number-{what}-repeated", "1"))


def _spanned(node: etree._Element, what: str) -> int:
    return _number(node.get(f"{_TABLE}number-{what}-spanned", "1"))


def _number(text: str) -> int:
    try:
        return max(int(text), 1)
    except ValueError:
        return 1


def _hidden_columns(table: etree._Element) -> set[int]:
    hidden: set[int] = set()
    at = 0
    for column in table.iter(f"{_TABLE}table-column"):
        end = min(at + repeated(column, "columns"), MOST_COLUMNS)
        if column.get(f"{_TABLE}visibility") in _HIDDEN:
            hidden.update(range(at, end))
        at = end
    return hidden
