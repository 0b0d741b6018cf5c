"""What the keys and tools do to a rich text, as functions of its blocks and the selection.

Each gives an Outcome, or None where there is nothing to do. An empty rich text is given as one empty paragraph.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, ParagraphStyle, TextBlock
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Inlines, Marks, Text, length, normalise, part, splice
from ikonzept_desktop.model.schema import DEEPEST_LIST_LEVEL
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, caret_at, extent, inlines_of, is_atom


class BlockKind(StrEnum):
    """What a block of text is to the writer."""

    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    BULLET = "bullet"
    NUMBERED = "numbered"
    TABLE = "table"
    FIGURE = "figure"


Restyle = Callable[[Text], Text]
_RAISED = Marks.SUPERSCRIPT | Marks.SUBSCRIPT


def kind_of(block: Block) -> BlockKind:
    """Tell what a block is to the writer."""
    match block:
        case Paragraph(style=style):
            return BlockKind.QUOTE if style is ParagraphStyle.QUOTE else BlockKind.PARAGRAPH
        case ListItem(ordered=ordered):
            return BlockKind.NUMBERED if ordered else BlockKind.BULLET
        case _:
            return BlockKind.FIGURE if hasattr(block, "image") else BlockKind.TABLE


def copied(blocks: Blocks, selected: Range) -> Blocks:
    """Give the selected part as blocks of their own, still under the ids they have in the text."""
    start, end = selected.start, selected.end
    taken: list[Block] = []
    for index in range(start.block, end.block + 1):
        block = blocks[index]
        low = start.offset if index == start.block else 0
        high = end.offset if index == end.block else extent(block)
        if is_atom(block):
            taken.extend((block,) if low < high else ())
        else:
            taken.append(with_inlines(block, part(inlines_of(block), low, high)))
    return tuple(taken)


def erase(blocks: Blocks, selected: Range, ids: IdSource = new_id) -> Outcome:
    """Take out what is selected, joining what is left before and after it."""
    start, end = selected.start, selected.end
    head, tail = _before(blocks[start.block], start.offset), _after(blocks[end.block], end.offset)
    kept = _joined(head, tail)
    caret = Spot(start.block, extent(head)) if head is not None else Spot(start.block, 0)
    rest = (*blocks[: start.block], *kept, *blocks[end.block + 1 :]) or (Paragraph(ids()),)
    return Outcome(rest, _nearest(rest, caret))


def split(blocks: Blocks, selected: Range, ids: IdSource = new_id) -> Outcome:
    """Begin a new paragraph or list item; in an empty item or quotation, end the list or quotation."""
    blocks, at = _erased(blocks, selected, ids)
    block = blocks[at.block]
    if is_atom(block):
        index = at.block + (1 if at.offset else 0)
        return Outcome((*blocks[:index], Paragraph(ids()), *blocks[index:]), caret_at(index, 0))
    if not inlines_of(block) and (calmer := _calmed(block)) is not None:
        return Outcome((*blocks[: at.block], calmer, *blocks[at.block + 1 :]), caret_at(at.block, 0))
    first, second = _halves(block, at.offset, ids)
    return Outcome((*blocks[: at.block], first, second, *blocks[at.block + 1 :]), caret_at(at.block + 1, 0))


def backspace(blocks: Blocks, at: Spot) -> Outcome | None:
    """Go back from the start of a block: out of a list or quotation first, then into the block before.

    A table or figure in the way is selected, not deleted.
    """
    block = blocks[at.block]
    if is_atom(block) and at.offset:
        return Outcome(blocks, atom_selected(at.block))
    if not is_atom(block) and (calmer := _calmed(block)) is not None:
        return Outcome((*blocks[: at.block], calmer, *blocks[at.block + 1 :]), caret_at(at.block, 0))
    if at.block and is_atom(block) and _is_blank(blocks[at.block - 1]):
        return Outcome((*blocks[: at.block - 1], *blocks[at.block :]), caret_at(at.block - 1, 0))
    if at.block and (is_atom(block) or is_atom(blocks[at.block - 1])):
        return Outcome(blocks, _entered(blocks, at.block - 1))
    return _merged(blocks, at.block - 1) if at.block else None


def delete_forward(blocks: Blocks, at: Spot) -> Outcome | None:
    """Take in what follows the end of a block; a table or figure in the way is selected, not deleted."""
    block, following = blocks[at.block], at.block + 1
    if is_atom(block) and not at.offset:
        return Outcome(blocks, atom_selected(at.block))
    if following == len(blocks):
        return None
    if is_atom(block) and _is_blank(blocks[following]):
        return Outcome((*blocks[:following], *blocks[following + 1 :]), caret_at(at.block, 1))
    if _is_blank(block) and is_atom(blocks[following]):
        return Outcome((*blocks[: at.block], *blocks[following:]), caret_at(at.block, 0))
    if is_atom(block) or is_atom(blocks[following]):
        selected = atom_selected(following) if is_atom(blocks[following]) else caret_at(following, 0)
        return Outcome(blocks, selected)
    return _merged(blocks, at.block)


def atom_selected(index: int) -> Range:
    """Select a table or figure."""
    return Range(Spot(index, 0), Spot(index, 1))


def insert_inlines(blocks: Blocks, selected: Range, inlines: Inlines, ids: IdSource = new_id) -> Outcome:
    """Put text in the place of the selection; beside a table or figure it becomes a paragraph of its own."""
    blocks, at = _erased(blocks, selected, ids)
    block = blocks[at.block]
    inlines = normalise(inlines)
    if is_atom(block):
        index = at.block + (1 if at.offset else 0)
        grown = (*blocks[:index], Paragraph(ids(), inlines), *blocks[index:])
        return Outcome(grown, caret_at(index, length(inlines)))
    # Text that joins with what stands before it may become shorter: a letter and its accent.
    head = splice(inlines_of(block), at.offset, length(inlines_of(block)), inlines)
    changed = with_inlines(block, splice(inlines_of(block), at.offset, at.offset, inlines))
    return Outcome((*blocks[: at.block], changed, *blocks[at.block + 1 :]), caret_at(at.block, length(head)))


def insert_blocks(blocks: Blocks, selected: Range, inserted: Blocks, ids: IdSource = new_id) -> Outcome:
    """Put blocks in the place of the selection; a lone plain paragraph runs into the line."""
    if not inserted:
        return erase(blocks, selected, ids)
    if len(inserted) == 1 and isinstance(inserted[0], Paragraph):
        return insert_inlines(blocks, selected, inserted[0].inlines, ids)
    blocks, at = _erased(blocks, selected, ids)
    head, tail = _before(blocks[at.block], at.offset), _after(blocks[at.block], at.offset)
    tail = _renamed(tail, head, ids)
    before = () if head is None or _is_blank(head) else (head,)
    after = () if tail is None or _is_blank(tail) else (tail,)
    middle = (*_run_in(before, inserted[:1]), *inserted[1:])
    last = len(middle) - 1
    caret = Spot(at.block + last, extent(middle[last]))
    middle = (*middle[:-1], *_run_in(middle[-1:], after))
    return Outcome((*blocks[: at.block], *middle, *blocks[at.block + 1 :]), Range(caret, caret))


def toggle_mark(blocks: Blocks, selected: Range, mark: Marks) -> Outcome | None:
    """Set a mark on the selected text, or take it off where all of it has the mark."""
    runs = [inline for block in copied(blocks, selected) for inline in inlines_of(block) if isinstance(inline, Text)]
    if not runs:
        return None
    everywhere = all(mark in run.marks for run in runs)
    return restyled(blocks, selected, lambda run: replace(run, marks=marked(run.marks, mark, on=not everywhere)))


def marked(marks: Marks, mark: Marks, *, on: bool) -> Marks:
    """Give the marks with one set or taken off; raised and lowered exclude each other."""
    if not on:
        return marks & ~mark
    return (marks & ~_RAISED if mark & _RAISED else marks) | mark


def restyled(blocks: Blocks, selected: Range, change: Restyle) -> Outcome:
    """Change every selected run of text."""
    start, end = selected.start, selected.end
    changed = list(blocks)
    for index in range(start.block, end.block + 1):
        block, inlines = blocks[index], inlines_of(blocks[index])
        low = start.offset if index == start.block else 0
        high = end.offset if index == end.block else extent(block)
        if not is_atom(block):
            inner = tuple(change(run) if isinstance(run, Text) else run for run in part(inlines, low, high))
            changed[index] = with_inlines(block, splice(inlines, low, high, inner))
    return Outcome(tuple(changed), selected)


def set_kind(blocks: Blocks, selected: Range, kind: BlockKind) -> Outcome:
    """Make the selected blocks of that kind; plain paragraphs where all are so already."""
    touched = blocks[selected.start.block : selected.end.block + 1]
    already = all(kind_of(block) is kind for block in touched if not is_atom(block))
    return make_kind(blocks, selected, BlockKind.PARAGRAPH if already else kind)


def make_kind(blocks: Blocks, selected: Range, kind: BlockKind) -> Outcome:
    """Make the selected blocks of that kind, whatever they were."""
    changed = list(blocks)
    for index in range(selected.start.block, selected.end.block + 1):
        if not is_atom(blocks[index]):
            changed[index] = as_kind(blocks[index], kind)
    return Outcome(tuple(changed), selected)


def shift_level(blocks: Blocks, selected: Range, by: int) -> Outcome | None:
    """Move the selected list items deeper or, for negative steps, less deep."""
    changed = list(blocks)
    for index in range(selected.start.block, selected.end.block + 1):
        block = blocks[index]
        if isinstance(block, ListItem):
            before = changed[index - 1] if index else None
            deepest = before.level + 1 if isinstance(before, ListItem) else 0
            level = min(max(block.level + by, 0), DEEPEST_LIST_LEVEL, max(deepest, block.level + min(by, 0)))
            changed[index] = replace(block, level=level)
    after = tuple(changed)
    return None if after == blocks else Outcome(after, selected)


def as_kind(block: Block, kind: BlockKind) -> TextBlock:
    """Give the block as a paragraph, quotation or list item, under its id and with its text."""
    if isinstance(block, Paragraph | ListItem) and kind_of(block) is kind:
        return block  # with all that a list item knows besides
    match kind:
        case BlockKind.BULLET | BlockKind.NUMBERED:
            level = block.level if isinstance(block, ListItem) else 0
            return ListItem(block.id, inlines_of(block), level, ordered=kind is BlockKind.NUMBERED)
        case BlockKind.QUOTE:
            return Paragraph(block.id, inlines_of(block), ParagraphStyle.QUOTE)
        case _:
            return Paragraph(block.id, inlines_of(block))


def _erased(blocks: Blocks, selected: Range, ids: IdSource) -> tuple[Blocks, Spot]:
    if selected.empty:
        return blocks, selected.caret
    outcome = erase(blocks, selected, ids)
    return outcome.blocks, outcome.selected.caret


def _before(block: Block, offset: int) -> Block | None:
    if is_atom(block):
        return block if offset else None
    return with_inlines(block, part(inlines_of(block), 0, offset))


def _after(block: Block, offset: int) -> Block | None:
    if is_atom(block):
        return None if offset else block
    return with_inlines(block, part(inlines_of(block), offset, extent(block)))


def _joined(head: Block | None, tail: Block | None) -> Blocks:
    if head is None or tail is None:
        return tuple(block for block in (head, tail) if block is not None)
    if is_atom(head) or is_atom(tail):
        return tuple(block for block in (head, tail) if not _is_blank(block))
    return (with_inlines(head, normalise(inlines_of(head) + inlines_of(tail))),)


def _nearest(blocks: Blocks, spot: Spot) -> Range:
    if spot.block >= len(blocks):
        last = len(blocks) - 1
        return caret_at(last, extent(blocks[last]))
    return caret_at(spot.block, min(spot.offset, extent(blocks[spot.block])))


def _calmed(block: Block) -> Block | None:
    """Give one step back towards a plain paragraph; None for one."""
    match block:
        case ListItem(level=level) if level:
            return replace(block, level=level - 1)
        case ListItem() | Paragraph(style=ParagraphStyle.QUOTE):
            return as_kind(block, BlockKind.PARAGRAPH)
        case _:
            return None


def _halves(block: Block, offset: int, ids: IdSource) -> tuple[Block, Block]:
    """Part a block; the half that holds its text keeps its id, and with it all that points there."""
    inlines = inlines_of(block)
    if inlines and offset == 0:
        second = replace(block, restart=False) if isinstance(block, ListItem) else block
        return replace(with_inlines(block, ()), id=ids()), second
    second = replace(with_inlines(block, part(inlines, offset, length(inlines))), id=ids())
    if isinstance(second, ListItem):
        second = replace(second, restart=False)
    return with_inlines(block, part(inlines, 0, offset)), second


def _entered(blocks: Blocks, index: int) -> Range:
    return atom_selected(index) if is_atom(blocks[index]) else caret_at(index, extent(blocks[index]))


def _merged(blocks: Blocks, index: int) -> Outcome:
    """Join two neighbouring texts; of an empty paragraph nothing stays."""
    first, second = blocks[index], blocks[index + 1]
    if _is_blank(first) and isinstance(first, Paragraph):
        return Outcome((*blocks[:index], *blocks[index + 1 :]), caret_at(index, 0))
    joined = with_inlines(first, normalise(inlines_of(first) + inlines_of(second)))
    return Outcome((*blocks[:index], joined, *blocks[index + 2 :]), caret_at(index, extent(first)))


def _run_in(first: Blocks, second: Blocks) -> Blocks:
    if not first or not second or is_atom(first[-1]) or is_atom(second[0]):
        return (*first, *second)
    return (with_inlines(first[-1], normalise(inlines_of(first[-1]) + inlines_of(second[0]))),)


def _renamed(tail: Block | None, head: Block | None, ids: IdSource) -> Block | None:
    if tail is None or head is None or is_atom(tail) or _is_blank(head):
        return tail
    return replace(tail, id=ids())


def _is_blank(block: Block) -> bool:
    return not is_atom(block) and not inlines_of(block)


def with_inlines(block: Block, inlines: Inlines) -> Block:
    """Give a paragraph or list item with another line."""
    assert isinstance(block, Paragraph | ListItem)
    return replace(block, inlines=inlines)
