"""Comments of a Word file as notes of a concept, their answers with them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ikonzept_desktop.importing.manuscript import Remark
from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.made import Made
from ikonzept_desktop.model.document import Comment, Reply
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.reading.word import content
from ikonzept_desktop.reading.word.moments import moment
from ikonzept_desktop.reading.word.views import paragraphs


def roots_of(copy: content.Copy) -> tuple[content.Comment, ...]:
    """Give the comments that answer none; of those that answer each other in a circle all."""
    by_id = {each.id: each for each in copy.comments}
    return tuple(each for each in copy.comments if _is_root(each, by_id))


def _is_root(comment: content.Comment, by_id: Mapping[str, content.Comment]) -> bool:
    seen = {comment.id}
    at = comment
    while at.answers in by_id:
        at = by_id[at.answers]
        if at.id in seen:
            return True
        seen.add(at.id)
    return at is comment


def remarks_of(desk: Desk, made: Sequence[Made], when: datetime) -> Iterator[Remark]:
    """Go through the notes that the comments become; `when` is for those that do not say when they were made."""
    answers: dict[str, list[content.Comment]] = defaultdict(list)
    roots = roots_of(desk.copy)
    known = {each.id for each in roots}
    for each in desk.copy.comments:
        if each.id not in known:
            answers[each.answers].append(each)
    places = {block: at for at, each in reversed(list(enumerate(made))) for block in each.source}
    known_blocks = sorted(places)
    for comment in roots:
        note = Comment(
            desk.comments[comment.id],
            clean(comment.author),
            moment(comment.date, when),
            _said(desk, comment),
            clean(comment.initials),
            comment.resolved,
            tuple(_replies(desk, comment, answers, when)),
        )
        if made:
            yield Remark(note, _piece(comment, places, known_blocks))
        else:
            desk.tell("comment", "\n".join((note.text, *(reply.text for reply in note.replies))), "", note.author)


def _replies(
    desk: Desk, comment: content.Comment, answers: Mapping[str, Sequence[content.Comment]], when: datetime
) -> Iterator[Reply]:
    waiting = list(reversed(answers.get(comment.id, ())))
    while waiting:
        each = waiting.pop()
        author, initials = clean(each.author), clean(each.initials)
        yield Reply(desk.ids(), author, moment(each.date, when), _said(desk, each), initials)
        waiting += reversed(answers.get(each.id, ()))


def _said(desk: Desk, comment: content.Comment) -> str:
    blocks = [desk.copy.blocks[at] for at in comment.blocks]
    lines = (line for shown in paragraphs(blocks, content.View.REJECTED) for line in shown.text.split("\n"))
    return "\n".join(map(clean, lines)).strip()


def _piece(comment: content.Comment, places: Mapping[int, int], known: Sequence[int]) -> int:
    """Give the piece a comment stands at: that of its first paragraph, or of the last before it that became one."""
    block = comment.start.block if comment.start is not None else 0
    before = bisect_right(known, block) - 1
    return places[known[before]] if before >= 0 else 0
