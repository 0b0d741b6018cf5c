"""Paragraphs in a row, and which of their ends go with them.

Where a paragraph is struck out with its end, what is left of it goes on in the next one. At the end of a cell, of a
note or of the text, and before a table, there is no next one: there the end of the paragraph before goes instead, as it
does where somebody writes on behind it.
"""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from ikonzept_desktop.export.word.redline.hand import Hand, W, properties_of
from ikonzept_desktop.export.word.redline.lines import changed_paragraph, whole_paragraph
from ikonzept_desktop.export.word.redline.pairing import Pair, can_be
from ikonzept_desktop.publication.differences import Change


def ended(pairs: Sequence[Pair], hand: Hand, *, is_last: bool, closes: bool) -> list[etree._Element]:
    """Write paragraphs that stand in a row, the last of all or not; `closes` where their last end has to stay."""
    row = _closed(pairs) if closes else list(pairs)
    written = [_written(pair, hand) for pair in row]
    ends = [_fate(pair) for pair in row]
    if closes and ends[-1] is not None:
        kept = next((at for at in range(len(row) - 1, -1, -1) if ends[at] is None), -1)
        if kept >= 0 and not any(_breaks(each) for each in (written[kept], written[-1])):
            _shift(row[kept], row[-1], written[-1], hand)
            ends[kept], ends[-1] = ends[-1], None
        elif is_last:
            ends[-1] = None
    for paragraph, end in zip(written, ends, strict=True):
        if end is not None:
            hand.mark(paragraph, end)
    return written


def _closed(pairs: Sequence[Pair]) -> list[Pair]:
    """Make one of the last paragraphs of both states, where each has its own."""
    start = next((at for at in range(len(pairs), 0, -1) if None not in pairs[at - 1]), 0)
    gone = [pair for pair in pairs[start:] if pair[1] is None]
    come = [pair for pair in pairs[start:] if pair[0] is None]
    old, new = gone[-1][0] if gone else None, come[-1][1] if come else None
    if old is None or new is None or not can_be(old, new):
        return list(pairs)
    return [*pairs[:start], *gone[:-1], *come[:-1], (old, new)]


def _written(pair: Pair, hand: Hand) -> etree._Element:
    old, new = pair
    if old and new:
        return changed_paragraph(old.element, new.element, hand)
    if new:
        return whole_paragraph(new.element, Change.NEW, hand)
    assert old is not None  # a pair has one of them
    return whole_paragraph(old.element, Change.GONE, hand)


def _fate(pair: Pair) -> Change | None:
    if None not in pair:
        return None
    return Change.GONE if pair[1] is None else Change.NEW


def _breaks(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _shift(kept: Pair, last: Pair, written: etree._Element, hand: Hand) -> None:
    """Let the last paragraph, whose end stays, look in either state as the one whose end it is there."""
    before, after = kept
    old, new = last
    assert before is not None  # it is there in both
    assert after is not None
    if old:
        properties = properties_of(written)
        written.replace(properties, deepcopy(properties_of(after.element)))
        hand.note_style(written, properties_of(old.element))
    elif new:
        hand.note_style(written, properties_of(before.element))
