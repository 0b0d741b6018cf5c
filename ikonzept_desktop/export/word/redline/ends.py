"""Paragraphs in a row, and which of their ends go with them.

Where a paragraph is struck out with its end, what is left of it goes on in the next one. At the end of a cell, of a
note or of the text, and before a table, there is no next one: there the end of the paragraph before goes instead, as it
does where somebody writes on behind it.
"""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from ikonzept_desktop.export.word.redline.hand import Hand, W, properties_of
from ikonzept_desktop.export.word.redline.lines import changed_paragraph, touches_end, touches_start, whole_paragraph
from ikonzept_desktop.export.word.redline.pairing import Pair, can_be, style_of_paragraph
from ikonzept_desktop.publication.differences import Change


def ended(pairs: Sequence[Pair], hand: Hand, *, is_last: bool, closes: bool) -> list[etree._Element]:
    """Write paragraphs that stand in a row, the last of all or not; `closes` where their last end has to stay."""
    row = _closed(pairs) if closes else list(pairs)
    written = [_written(pair, hand) for pair in row]
    ends = [_fate(pair) for pair in row]
    if closes:
        _give_end(row, written, ends, hand, is_last=is_last)
    struck: set[int] = set()
    for at in range(len(row) - 1):
        if ends[at] is None and touches_end(written[at]):
            _part(at, row, written, ends, struck, hand)
    for paragraph, end in zip(written, ends, strict=True):
        if end is not None:
            hand.mark(paragraph, end)
    return written


def _part(
    at: int,
    row: Sequence[Pair],
    written: list[etree._Element],
    ends: list[Change | None],
    struck: set[int],
    hand: Hand,
) -> None:
    """See that no new words before an end that stays are followed by new ones behind it.

    LibreOffice 7.4 takes them for one change with all between, and so loses the end where that is refused. `struck` are
    the paragraphs that begin with an old word for this.
    """
    old, new = row[at + 1]
    if old and new:
        if touches_start(written[at + 1]):
            written[at + 1] = changed_paragraph(old.element, new.element, hand, begins_struck=True)
            struck.add(at + 1)
    elif new:
        last = at + 1
        while last + 1 < len(row) and ends[last + 1] is Change.NEW:
            last += 1
        before, after = row[at]
        if before and after and style_of_paragraph(before.element) != style_of_paragraph(written[last]):
            # An end that goes would take the style along: for headings LibreOffice would count with it.
            written[at] = changed_paragraph(
                before.element, after.element, hand, begins_struck=at in struck, ends_struck=True
            )
        if touches_end(written[at]):
            _swap_ends(at, last, row, written, ends, hand)


def _give_end(
    row: Sequence[Pair], written: list[etree._Element], ends: list[Change | None], hand: Hand, *, is_last: bool
) -> None:
    """Have the last end stay, and that of the last paragraph that is in both states go instead."""
    if ends[-1] is None:
        return
    kept = next((at for at in range(len(row) - 1, -1, -1) if ends[at] is None), -1)
    if kept < 0 or not _swap_ends(kept, len(row) - 1, row, written, ends, hand):
        ends[-1] = None if is_last else ends[-1]


def _swap_ends(
    kept: int,
    last: int,
    row: Sequence[Pair],
    written: list[etree._Element],
    ends: list[Change | None],
    hand: Hand,
) -> bool:
    """Have the end of one paragraph go and that of the last one behind it stay, unless pages end there."""
    if _breaks(row[kept]) or _breaks(row[last]):
        return False
    ends[kept], ends[last] = ends[last], None
    if None not in row[kept]:
        _style_last(row[kept], row[last], written[last], hand)
    return True


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


def _breaks(pair: Pair) -> bool:
    return any(unit.element.find(f"{W}pPr/{W}sectPr") is not None for unit in pair if unit)


def _style_last(kept: Pair, last: Pair, written: etree._Element, hand: Hand) -> None:
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
