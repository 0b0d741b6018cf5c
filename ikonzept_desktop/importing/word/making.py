"""A Word file, read with its forms, becomes a manuscript: story by story, piece by piece.

What a piece says is what was there before all tracked changes. Every letter of that is in a piece, in a note, in a
comment, or told.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.word.captions import with_captions
from ikonzept_desktop.importing.word.desk import Desk, KeepImage
from ikonzept_desktop.importing.word.flow import Flow
from ikonzept_desktop.importing.word.lists import with_lists
from ikonzept_desktop.importing.word.remarks import remarks_of, roots_of
from ikonzept_desktop.importing.word.rest import read_rest
from ikonzept_desktop.importing.word.tree import stories_of
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.word.content import Act, Block, Copy, Revisions


def manuscript_of(
    copy: Copy, name: str, *, keep_image: KeepImage, ids: IdSource = new_id, when: datetime | None = None
) -> Manuscript:
    """Give what a Word file says; `name` is that of the file, `when` the time of comments that do not say theirs."""
    desk = Desk(copy, stories_of(copy), ids, keep_image)
    desk.comments = {comment.id: ids() for comment in roots_of(copy)}
    flow = Flow(desk)
    flow.body()
    read_rest(desk, flow)
    made = with_captions(desk, with_lists(desk, flow.made))
    remarks = tuple(remarks_of(desk, made, when or datetime.now(UTC)))
    if desk.soft_hyphens:
        desk.tell("soft_hyphens", "\u00ad" * desk.soft_hyphens, "", str(desk.soft_hyphens))
    return Manuscript(
        name,
        tuple(each.piece() for each in made),
        " ".join(clean(copy.title).split()),
        tuple(desk.pointers),
        remarks,
        desk.images,
        tuple(desk.told),
        sum(map(_changes, copy.blocks)),
    )


def _changes(block: Block) -> int:
    """Count the tracked changes of a paragraph: of its text, of its end, and that it came or went with its row."""
    found = len(set(_acts(span.revisions for span in block.spans)))
    return found + len(block.mark) + bool(block.row)


def _acts(several: Iterable[Revisions]) -> Iterable[tuple[Act, str, str, str]]:
    return ((each.act, each.author, each.date, each.id) for revisions in several for each in revisions)
