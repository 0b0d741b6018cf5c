"""The smallest edits that turn one text into another."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import (
    Attachment,
    Block,
    Blocks,
    Figure,
    ListItem,
    Paragraph,
    Table,
    line_of,
    with_line,
)
from ikonzept_desktop.model.document import Document, field_value
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress, RichText
from ikonzept_desktop.model.inline import (
    Inline,
    Inlines,
    Text,
    length,
    normalise,
    part,
    same_look,
    size,
    splice,
)


def replace_text(document: Document, address: FieldAddress, after: Blocks) -> Edit | None:
    """Give the edit that makes the blocks of a rich text these ones; None where they are so already.

    One changed line gives a ReplaceSpan of what differs in it, all else a ReplaceBlocks.
    """
    value = field_value(document, address)
    before = value.blocks if isinstance(value, RichText) else ()
    after = tuple(normal_block(block) for block in after)
    start = _common_start(before, after)
    end = _common_end(before[start:], after[start:])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not old and not new:
        return None
    if len(old) == len(new) == 1 and (span := _span_between(address, old[0], new[0])):
        return span
    return ReplaceBlocks(address, start, old, new)


def replace_line(address: FieldAddress, block: Block, line: str, after: Inlines) -> ReplaceSpan | None:
    """Give the edit that makes one line of a block these inlines; None where it is so already."""
    before, after = line_of(block, line), normalise(after)
    if before == after:
        return None
    start = _common_prefix(before, after)
    limit = min(length(before), length(after)) - start
    end = min(_common_prefix(_mirrored(before), _mirrored(after)), limit)
    removed = part(before, start, length(before) - end)
    return ReplaceSpan(address, block.id, line, start, removed, part(after, start, length(after) - end))


def merge_spans(first: ReplaceSpan, second: ReplaceSpan) -> ReplaceSpan | None:
    """Give one edit for two in a row that touch each other in the same line; None where they do not."""
    if (first.address, first.block, first.line) != (
        second.address,
        second.block,
        second.line,
    ):
        return None
    grown, shrunk = length(first.inserted), length(second.removed)
    offset = second.start - first.start
    if offset > grown or offset + shrunk < 0:
        return None
    removed = (
        part(second.removed, 0, max(-offset, 0)) + first.removed + part(second.removed, max(grown - offset, 0), shrunk)
    )
    inserted = (
        part(first.inserted, 0, max(offset, 0)) + second.inserted + part(first.inserted, max(offset + shrunk, 0), grown)
    )
    start = min(first.start, second.start)
    return replace(first, start=start, removed=normalise(removed), inserted=normalise(inserted))


def merge_typing(first: Edit, second: Edit) -> Edit | None:
    """Give one edit for two in a row that are typing in one place; None where they are not.

    The first letter in an empty text brings its paragraph with it, and what is typed on belongs to the same step.
    """
    if isinstance(first, ReplaceSpan) and isinstance(second, ReplaceSpan):
        return merge_spans(first, second)
    if not isinstance(first, ReplaceBlocks) or not isinstance(second, ReplaceSpan) or len(first.after) != 1:
        return None
    begun = first.after[0]
    if first.address != second.address or begun.id != second.block or second.line:
        return None
    if not isinstance(begun, Paragraph | ListItem):
        return None
    end = second.start + length(second.removed)
    return replace(first, after=(with_line(begun, "", splice(begun.inlines, second.start, end, second.inserted)),))


def normal_block(block: Block) -> Block:
    """Give the block with every line cleaned and joined as a concept holds it."""
    match block:
        case Paragraph() | ListItem():
            inlines = normalise(block.inlines)
            return block if inlines == block.inlines else replace(block, inlines=inlines)
        case Table():
            rows = tuple(
                replace(
                    row,
                    cells=tuple(replace(cell, inlines=normalise(cell.inlines)) for cell in row.cells),
                )
                for row in block.rows
            )
            return replace(
                block,
                rows=rows,
                caption=normalise(block.caption),
                source=normalise(block.source),
            )
        case Figure():
            return replace(block, caption=normalise(block.caption), source=normalise(block.source))
        case Attachment():
            return replace(block, caption=normalise(block.caption))


def _span_between(address: FieldAddress, old: Block, new: Block) -> ReplaceSpan | None:
    if not isinstance(new, Paragraph | ListItem) or not isinstance(old, Paragraph | ListItem):
        return None
    return replace_line(address, old, "", new.inlines) if with_line(old, "", new.inlines) == new else None


def _common_start(before: Blocks, after: Blocks) -> int:
    count = 0
    for old, new in zip(before, after, strict=False):
        if old is not new and old != new:
            break
        count += 1
    return count


def _common_end(before: Blocks, after: Blocks) -> int:
    return _common_start(before[::-1], after[::-1])


def _common_prefix(before: Inlines, after: Inlines) -> int:
    total = 0
    for old, new in zip(before, after, strict=False):
        if old == new:
            total += size(old)
            continue
        if isinstance(old, Text) and isinstance(new, Text) and same_look(old, new):
            total += _common_characters(old.text, new.text)
        break
    return total


def _common_characters(left: str, right: str) -> int:
    """Count the characters both begin with, halving rather than stepping: paragraphs are long."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _mirrored(inlines: Inlines) -> Inlines:
    return tuple(_mirrored_inline(inline) for inline in reversed(inlines))


def _mirrored_inline(inline: Inline) -> Inline:
    return replace(inline, text=inline.text[::-1]) if isinstance(inline, Text) else inline
