"""The typographic help applied to text that is there already: to what is selected, or to the whole text."""

from collections.abc import Iterator
from dataclasses import replace

from ikonzept_desktop.model.blocks import Blocks
from ikonzept_desktop.model.inline import Inlines, Text, part, splice
from ikonzept_desktop.model.typography import EVERY_RULE, Replacement, Rule, replacements
from ikonzept_desktop.ui.editor import commands, texts
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.objects import placeholder
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, extent, inlines_of, is_atom, whole


def typeset(loop: TextLoop, off: frozenset[str]) -> int:
    """Correct what is selected, or else the whole text, as one step; give how many places were corrected."""
    counted = 0

    def correct(blocks: Blocks, where: Range) -> Outcome | None:
        nonlocal counted
        outcome, counted = corrected(blocks, where, EVERY_RULE - off)
        return outcome if counted else None

    loop.run(correct, texts.TYPOGRAPHY)
    return counted


def corrected(blocks: Blocks, where: Range, rules: frozenset[Rule]) -> tuple[Outcome, int]:
    """Give the text with what is selected, or else all of it, corrected, and the number of places."""
    spread = whole(blocks) if where.empty else where
    changed = list(blocks)
    counts: dict[int, list[Replacement]] = {}
    for index in range(spread.start.block, spread.end.block + 1):
        block = blocks[index]
        if is_atom(block):
            continue
        low = spread.start.offset if index == spread.start.block else 0
        high = spread.end.offset if index == spread.end.block else extent(block)
        found = list(_found(inlines_of(block), low, high, rules))
        if found:
            counts[index] = found
            changed[index] = commands.with_inlines(block, _replaced(inlines_of(block), found))
    after = Range(_moved(where.anchor, counts), _moved(where.caret, counts))
    return Outcome(tuple(changed), after), sum(map(len, counts.values()))


def _found(line: Inlines, low: int, high: int, rules: frozenset[Rule]) -> Iterator[Replacement]:
    text = "".join(map(placeholder, line))
    for found in replacements(text, rules):
        inside = part(line, found.start, max(found.end, found.start + 1))
        if low <= found.start and found.end <= high and all(map(_is_helped, inside)):
            yield found


def _replaced(line: Inlines, found: list[Replacement]) -> Inlines:
    for each in reversed(found):
        look = part(line, each.start, each.start + 1)[0]
        assert isinstance(look, Text)
        line = splice(line, each.start, each.end, (replace(look, text=each.text),))
    return line


def _moved(spot: Spot, counts: dict[int, list[Replacement]]) -> Spot:
    """Give where a place is after the corrections before it."""
    by = sum(len(each.text) - (each.end - each.start) for each in counts.get(spot.block, ()) if each.end <= spot.offset)
    return Spot(spot.block, spot.offset + by)


def _is_helped(inline: object) -> bool:
    return isinstance(inline, Text) and not inline.link and inline.language.partition("-")[0] in {"", "de"}
