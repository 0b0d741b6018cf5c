"""LibreOffice Calc's documents: the cells of `content.xml` as they were shown (OpenDocument 1.3 Part 3, chapter 9)."""

from collections.abc import Iterator

from lxml import etree

from ikonzept_desktop.reading.calc_marks import CalcMarks, repeated
from ikonzept_desktop.reading.cells import LONGEST, MOST_COLUMNS, MOST_ROWS, NoSheet, Sheet, sheet_of

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DAMAGED = "Die Datei ist beschädigt und kann nicht gelesen werden. An der Datei wurde nichts geändert."
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_NOT_SHOWN = {f"{_OFFICE}annotation", f"{_TABLE}shapes"}


def read_calc(content: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a document; raises NoSheet. Entities stay closed, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NoSheet(_DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NoSheet(_DAMAGED)
    tables = root.iter(f"{_TABLE}table")
    return tuple(_sheet(table) for table in tables)


def _sheet(table: etree._Element) -> Sheet:
    marks = CalcMarks()
    rows = list(_rows(table, marks))
    return sheet_of(table.get(f"{_TABLE}name", ""), rows, marks.of(table))


def _rows(table: etree._Element, marks: CalcMarks) -> Iterator[tuple[str, ...]]:
    left = MOST_ROWS * 2
    for row in table.iter(f"{_TABLE}table-row"):
        texts = _cells(row)
        # The empty rest of a sheet is one row said a million times; a filled one may stand often.
        times = min(repeated(row, "rows"), left)
        marks.take_row(row, times)
        yield from (texts,) * times
        left -= times
        if left <= 0:
            return


def _cells(row: etree._Element) -> tuple[str, ...]:
    texts: list[str] = []
    for cell in row:
        if cell.tag in _CELLS and len(texts) <= MOST_COLUMNS:
            times = min(repeated(cell, "columns"), MOST_COLUMNS + 1 - len(texts))
            texts.extend([_shown(cell)] * times)
    return tuple(texts)


def _shown(cell: etree._Element) -> str:
    lines = ("".join(_characters(line)) for line in cell if line.tag == f"{_TEXT}p")
    return "\n".join(lines)[: LONGEST + 1]


def _characters(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for inner in node:
        if inner.tag == f"{_TEXT}s":
            yield " " * min(int(inner.get(f"{_TEXT}c", "1")), 100)
        elif inner.tag == f"{_TEXT}tab":
            yield " "
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n"
        elif isinstance(inner.tag, str) and inner.tag not in _NOT_SHOWN:
            yield from _characters(inner)
        yield inner.tail or ""
