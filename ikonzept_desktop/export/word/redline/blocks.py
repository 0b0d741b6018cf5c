"""Two states of a row of paragraphs and tables as one, and of a table's rows and cells."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from ikonzept_desktop.export.word.redline.ends import ended
from ikonzept_desktop.export.word.redline.hand import Hand, W
from ikonzept_desktop.export.word.redline.lines import is_same, whole_paragraph
from ikonzept_desktop.export.word.redline.pairing import Pair, in_pairs, units_in
from ikonzept_desktop.export.word.tables import SPACER
from ikonzept_desktop.export.word.xml import NAMESPACES
from ikonzept_desktop.publication.differences import Change

_BLOCKS = (f"{W}p", f"{W}tbl")
_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"


def changed_blocks(old: etree._Element, new: etree._Element, hand: Hand) -> list[etree._Element]:
    """Write the paragraphs and tables within two bodies, cells or notes."""
    pairs = in_pairs(units_in(_blocks_of(old)), units_in(_blocks_of(new)))
    runs = [list(group) for _, group in groupby(pairs, key=_is_table)]
    written: list[etree._Element] = []
    for at, run in enumerate(runs):
        if _is_table(run[0]):
            written += [_table(pair, hand) for pair in run]
        else:
            is_last = at + 1 == len(runs)
            written += ended(run, hand, is_last=is_last, closes=is_last or None not in runs[at + 1][0])
    return _apart(written, hand)


def _blocks_of(holder: etree._Element) -> list[etree._Element]:
    return [each for each in holder if each.tag in _BLOCKS]


def _is_table(pair: Pair) -> bool:
    return any(unit is not None and unit.is_table for unit in pair)


def _apart(written: Sequence[etree._Element], hand: Hand) -> list[etree._Element]:
    """Part tables that would touch, and so become one, by a line that goes with the first of them."""
    parted: list[etree._Element] = []
    for each in written:
        if parted and each.tag == _TABLE == parted[-1].tag:
            spacer = etree.fromstring(f"<w:p {NAMESPACES}>{SPACER}</w:p>")[0]
            hand.mark(spacer, Change.GONE)
            parted.append(spacer)
        parted.append(each)
    return parted


def _table(pair: Pair, hand: Hand) -> etree._Element:
    old, new = pair
    if old and new:
        if is_same(old.element, new.element):
            return deepcopy(new.element)
        return _changed_table(old.element, new.element, hand)
    if new:
        return _whole_table(new.element, Change.NEW, hand)
    assert old is not None  # a pair has one of them
    return _whole_table(old.element, Change.GONE, hand)


def _changed_table(old: etree._Element, new: etree._Element, hand: Hand) -> etree._Element:
    made = _emptied(new, _ROW)
    widths = [int(column.get(f"{W}w", "0")) for column in new.findall(f"{W}tblGrid/{W}gridCol")]
    for was, now in in_pairs(units_in(old.findall(_ROW)), units_in(new.findall(_ROW))):
        if was and now and is_same(was.element, now.element):
            made.append(deepcopy(now.element))
        elif was and now:
            made.append(_changed_row(was.element, now.element, hand))
        elif now:
            made.append(_whole_row(now.element, Change.NEW, hand))
        elif was:
            made.append(_fitted(_whole_row(was.element, Change.GONE, hand), widths))
    return made


def _changed_row(old: etree._Element, new: etree._Element, hand: Hand) -> etree._Element:
    made = _emptied(new, _CELL)
    for was, now in zip(old.findall(_CELL), new.findall(_CELL), strict=True):
        cell = _emptied(now, *_BLOCKS)
        cell.extend(changed_blocks(was, now, hand))
        made.append(cell)
    return made


def _whole_table(table: etree._Element, change: Change, hand: Hand) -> etree._Element:
    made = _emptied(table, _ROW)
    made.extend(_whole_row(row, change, hand) for row in table.findall(_ROW))
    return made


def _whole_row(row: etree._Element, change: Change, hand: Hand) -> etree._Element:
    made = _emptied(row, _CELL)
    for cell in row.findall(_CELL):
        held = etree.SubElement(made, _CELL)
        held.extend(list(_emptied(cell, *_BLOCKS)))
        for block in _blocks_of(cell):
            is_table = block.tag == _TABLE
            held.append(_whole_table(block, change, hand) if is_table else whole_paragraph(block, change, hand))
        # The end of a cell is none that could go: the row takes it along.
        for paragraph in held.findall(f"{W}p")[:-1]:
            hand.mark(paragraph, change)
    hand.mark_row(made, change)
    return made


def _fitted(row: etree._Element, widths: Sequence[int]) -> etree._Element:
    """Give a row's cells the widths of the newer state's columns."""
    column = 0
    for cell in row.findall(_CELL):
        spanned = cell.find(f"{W}tcPr/{W}gridSpan")
        span = 1 if spanned is None else int(spanned.get(f"{W}val", "1"))
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is not None:
            width.set(f"{W}w", str(sum(widths[column : column + span])))
        column += span
    return row


def _emptied(element: etree._Element, *tags: str) -> etree._Element:
    """Copy an element without its children of those tags."""
    made = etree.Element(str(element.tag), dict(element.attrib))
    made.extend(deepcopy(child) for child in element if child.tag not in tags)
    return made
