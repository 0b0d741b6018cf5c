"""What was read of a Word file, in the plain form that is written as JSON."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ikonzept_desktop.reading.word.content import Block, Comment, Copy, Part, Position, Span, View, is_shown
from ikonzept_desktop.reading.word.marks import marks_of
from ikonzept_desktop.reading.word.views import paragraphs, text_in_view

Json = dict[str, Any]


def inspected(copy: Copy) -> Json:
    """Give everything that was read of a file.

    A paragraph that is joined with others in one of the two texts has their whole text there where it is theirs, and
    null where it is another's; so all that is not null is the text, in its order. Comments are with the paragraph they
    begin in, those that begin nowhere apart.
    """
    placed, loose = _by_place(copy)
    return {"paragraphs": list(_paragraphs(copy, placed)), **_beside(copy, loose)}


def as_json(copy: Copy) -> str:
    """Write the same as JSON, a paragraph or whatever else there are several of to a line."""
    placed, loose = _by_place(copy)
    parts = [_listed("paragraphs", _paragraphs(copy, placed))]
    for key, value in _beside(copy, loose).items():
        parts.append(_listed(key, value) if isinstance(value, list) else f'"{key}": {_written(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


_written = json.JSONEncoder(ensure_ascii=False).encode


def _listed(key: str, values: Iterable[Json]) -> str:
    lines = ",\n".join(map(_written, values))
    return f'"{key}": [\n{lines}\n]' if lines else f'"{key}": []'


def _beside(copy: Copy, loose: list[Json]) -> Json:
    return {
        "comments": loose,
        "properties": dict(copy.properties),
        "people": [{"author": each.author, "provider": each.provider, "user": each.user} for each in copy.people],
        "not_taken_over": [
            {"kind": each.kind, "place": f"{each.source}#{each.block}", "text": each.text, "about": each.about}
            for each in copy.not_taken
        ],
    }


def _paragraphs(copy: Copy, comments: Mapping[int, list[Json]]) -> Iterator[Json]:
    """Go through all paragraphs but those of comments, each with what there is to say of it."""
    rejected, accepted = ({each.owner: each.text for each in paragraphs(copy.blocks, view)} for view in View)
    for index, block in enumerate(copy.blocks):
        if block.place.part is not Part.COMMENT:
            marks = marks_of(block)
            found = {
                "id": next((mark.id for mark in marks if not mark.copied), None),
                "part": block.place.part.value,
                "style": block.style,
                "rejected": rejected.get(index),
                "accepted": accepted.get(index),
                "changes": list(changes_of(block)),
                "comments": comments.get(index, []),
            }
            if marks and marks[0].copied:
                found["copy_of"] = marks[0].id
            _add_more(found, block)
            yield found


def _add_more(found: Json, block: Block) -> None:
    """Add what is to be said of some paragraphs alone."""
    place, numbering = block.place, block.numbering
    if place.holder:
        found["holder"] = place.holder
    if place.cells:
        found["cells"] = [[cell.table, cell.row, cell.column] for cell in place.cells]
    if place.box is not None:
        found["text_box"] = place.box
    if block.outline is not None:
        found["outline"] = block.outline
    if numbering is not None:
        found["list"] = [numbering.level, numbering.format]
    if codes := [span.text for span in block.spans if span.is_code]:
        found["instructions"] = codes


def changes_of(block: Block) -> Iterator[Json]:
    """Go through the tracked changes of a block: its text's, its end's, what it stands in, and those of form."""
    yield from _text_changes(block.spans)
    for kind, revisions in (("mark", block.mark), ("row", block.row), ("holder", block.within[len(block.row) :])):
        for each in revisions:
            text = "" if kind == "mark" else block.text
            yield _change(f"{kind}_{each.act.value}", each.author, each.date, text)
    for change in block.formats:
        yield _change(change.kind, change.author, change.date, change.text) | (
            {"before": change.before} if change.before else {}
        )


def _text_changes(spans: Sequence[Span]) -> list[Json]:
    """Give the changes of text in the order they begin; neighbours by the same act are one."""
    found: list[Json] = []
    running: dict[tuple[str, str, str], Json] = {}
    for span in spans:
        keys = [(each.act.value, each.author, each.date) for each in span.revisions]
        running = {key: change for key, change in running.items() if key in keys}
        for key in keys:
            if key not in running:
                running[key] = _change(*key, "")
                found.append(running[key])
            running[key]["text"] += span.text
    return found


def _change(kind: str, author: str, date: str, text: str) -> Json:
    return {"kind": kind, "author": author, "date": date, "text": text}


def _by_place(copy: Copy) -> tuple[dict[int, list[Json]], list[Json]]:
    """Give the comments by the paragraphs they begin in, their answers with them, and those that begin nowhere."""
    answers: dict[str, list[Comment]] = defaultdict(list)
    known = {each.id for each in copy.comments}
    for comment in copy.comments:
        if comment.answers in known and comment.answers != comment.id:
            answers[comment.answers].append(comment)
    placed: dict[int, list[Json]] = defaultdict(list)
    loose: list[Json] = []
    told: set[str] = set()
    roots = [each for each in copy.comments if each.answers not in known or each.answers == each.id]
    for comment in [*roots, *copy.comments]:  # those that answer each other in a circle come last
        if comment.id not in told:
            where = loose if comment.start is None else placed[comment.start.block]
            where.append(_comment(copy, comment, answers, told))
    return placed, loose


def _comment(copy: Copy, comment: Comment, answers: Mapping[str, list[Comment]], told: set[str]) -> Json:
    told.add(comment.id)
    blocks = [copy.blocks[index] for index in comment.blocks]
    accepted, rejected = (_said(blocks, view) for view in (View.ACCEPTED, View.REJECTED))
    replies = [_comment(copy, each, answers, told) for each in answers.get(comment.id, ()) if each.id not in told]
    found: Json = {
        "author": comment.author,
        "date": comment.date,
        "text": accepted,
        "anchor": anchor_text(copy, comment),
        "resolved": comment.resolved,
        "replies": replies,
    }
    if changes := [change for block in blocks for change in changes_of(block)]:
        found |= {"rejected": rejected, "changes": changes}
    return found


def _said(blocks: Sequence[Block], view: View) -> str:
    return "\n".join(each.text for each in paragraphs(blocks, view)).strip()


def anchor_text(copy: Copy, comment: Comment) -> str:
    """Give the text a comment is about as it will be with all changes, or as it was where that is nothing."""
    if comment.start is None or comment.end is None:
        return ""
    return next(filter(None, (_between(copy, comment.start, comment.end, view) for view in reversed(View))), "")


def _between(copy: Copy, start: Position, end: Position, view: View) -> str:
    lines = []
    for index in range(start.block, min(end.block, len(copy.blocks) - 1) + 1):
        first = start.offset if index == start.block else 0
        last = end.offset if index == end.block else None
        lines.append(_stretch(copy.blocks[index], first, last, view))
    return "\n".join(lines).strip("\n")


def _stretch(block: Block, first: int, last: int | None, view: View) -> str:
    if first == 0 and last is None:
        return text_in_view(block, view)
    at, texts = 0, []
    for span in block.spans:
        if not span.is_code and is_shown(span.revisions, view):
            texts.append(span.text[max(first - at, 0) : None if last is None else max(last - at, 0)])
        at += len(span.text)
    return "".join(texts)


def counted(copy: Copy) -> dict[str, int]:
    """Give how much there is of what, for who only wants to know that."""
    changes = [change for block in copy.blocks for change in changes_of(block)]
    return {
        "paragraphs": len(copy.blocks),
        "changes": len(changes),
        "comments": len(copy.comments),
        "not_taken_over": len(copy.not_taken),
    }
