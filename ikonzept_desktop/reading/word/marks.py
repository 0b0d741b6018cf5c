"""The bookmarks by which our own blocks are known again: `_ik_` and the block's id, over the whole block.

What others make of them: a copied paragraph gets `_Copy_1` after the name (LibreOffice), a split one holds the start of
the bookmark in its first part and the end in its last.
"""

import re
from functools import lru_cache

from ikonzept_desktop.reading.word.content import Act, Block
from ikonzept_desktop.values import dataclass

PREFIX = "_ik_"
_MARK = re.compile(r"_?ik_([A-Za-z0-9]\w*?)((?:_Copy_\d+)*)", re.ASCII)

_BEGINNINGS = (PREFIX, PREFIX[1:])


@dataclass(frozen=True, slots=True)
class Mark:
    """The block a bookmark tells of."""

    id: str
    copied: bool = False


@lru_cache(maxsize=1 << 14)  # five copies of one text name the same blocks, several times each
def mark_in(name: str) -> Mark | None:
    """Give what the name of a bookmark tells, nothing where it is not ours."""
    found = _MARK.fullmatch(name) if name.startswith(_BEGINNINGS) else None
    return Mark(found[1], bool(found[2])) if found else None


def marks_of(block: Block) -> tuple[Mark, ...]:
    """Give the marks that begin in a block: of several, paragraphs made one, the first is the block's own.

    What is copied to where a block was moved to is no copy but the block.
    """
    if not block.bookmarks:
        return ()
    marks = tuple(mark for name in block.bookmarks if (mark := mark_in(name)) is not None)
    if any(mark.copied for mark in marks) and _is_moved_here(block):
        return tuple(Mark(mark.id) for mark in marks)
    return marks


def _is_moved_here(block: Block) -> bool:
    texts = [span.revisions for span in block.spans if span.text] or [block.mark]
    return all(any(each.act is Act.MOVED_TO for each in revisions) for revisions in texts)


def id_of(block: Block) -> str | None:
    """Give the id of our block that this is, nothing for others and for copies."""
    return next((mark.id for mark in marks_of(block) if not mark.copied), None)
