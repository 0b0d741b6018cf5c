"""Internal notes go along with the words they are fixed to when these go to another section."""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Blocks, named_lines
from ikonzept_desktop.model.document import Document, find_section
from ikonzept_desktop.model.edits import Edit, SetAttribute
from ikonzept_desktop.model.inline import Text


def comments_moved(document: Document, source: str, target: str, blocks: Blocks) -> Iterator[Edit]:
    """Go through the edits that take the notes of blocks to the section to which these are moved."""
    fixed = {
        id
        for block in blocks
        for _, line in named_lines(block)
        for inline in line
        if isinstance(inline, Text)
        for id in inline.comments
    }
    one, other = find_section(document, source), find_section(document, target)
    if one is None or other is None or source == target:
        return
    gone = tuple(each for each in one.comments if each.id in fixed)
    if gone:
        rest = tuple(each for each in one.comments if each.id not in fixed)
        yield SetAttribute(source, "comments", one.comments, rest)
        yield SetAttribute(target, "comments", other.comments, (*other.comments, *gone))
