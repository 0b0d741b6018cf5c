"""Whether every word of a manuscript is somewhere after it was built: in the concept, or in what is told."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import chain

from ikonzept_desktop.importing.building.result import Built
from ikonzept_desktop.importing.building.wording import pointer_of, words_in
from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Pointer
from ikonzept_desktop.model.blocks import Block, Figure, lines_of
from ikonzept_desktop.model.document import Comment, Section, walk
from ikonzept_desktop.model.edits import Compound, Edit, InsertSection, SetAttribute, SetField, SetProperties
from ikonzept_desktop.model.fields import Day, FieldValue, Line, Records, RichText
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, LineBreak, Text

_EDGE = "\x00"
"""Stands on both sides of a pointer's words; no text of a manuscript holds it."""
_POINTER = re.compile(f"{_EDGE}([^{_EDGE}]*){_EDGE}")


def missing(manuscript: Manuscript, built: Built) -> tuple[str, ...]:
    """Give the lines of a manuscript of which a word is nowhere; none where nothing is lost.

    Words are counted: one that stood there twice has to be there twice. Which of two equal ones is lost nobody can say.
    """
    here = _counted(_after(manuscript, built))
    lost_pointers = frozenset(told.about for told in built.told if told.kind == "lost_reference")
    lines = list(_before(manuscript))
    if _counted(next(iter(_ways(line, lost_pointers))) for line in lines) <= here:
        return ()
    return tuple(_lost(lines, here, lost_pointers))


def _counted(lines: Iterable[str]) -> Counter[str]:
    return Counter(words_in("\n".join(lines)))


def _lost(lines: Iterable[str], here: Counter[str], lost_pointers: Container[str]) -> Iterator[str]:
    for line in lines:
        ways = (_counted((way,)) for way in _ways(line, lost_pointers))
        words = next((words for words in ways if words <= here), None)
        if words is None:
            yield line.replace(_EDGE, " ")
        else:
            here.subtract(words)


def _ways(line: str, lost: Container[str]) -> Iterable[str]:
    """Give how a line may read: a pointer that became text is one word with what it touches, a reference is not."""
    if _EDGE not in line:
        return (line,)

    def set_in(found: re.Match[str]) -> str:
        return found[1] if found[1] in lost else f" {found[1]} "

    return dict.fromkeys((_POINTER.sub(set_in, line), line.replace(_EDGE, ""), line.replace(_EDGE, " ")))


def _before(manuscript: Manuscript) -> Iterator[str]:
    for piece in manuscript.pieces:
        yield from _lines_of_piece(piece, manuscript.pointers)
    for remark in manuscript.remarks:
        yield from _comment(remark.comment)


def _lines_of_piece(piece: Piece, pointers: tuple[Pointer, ...]) -> Iterator[str]:
    yield from _block(piece.block, pointers)


def _block(block: Block, pointers: tuple[Pointer, ...]) -> Iterator[str]:
    for line in lines_of(block):
        yield from _line(line, pointers)
    if isinstance(block, Figure):
        yield block.alternative_text


def _line(line: Inlines, pointers: tuple[Pointer, ...]) -> Iterator[str]:
    """Give the characters of a line, then of each of its notes."""
    own: list[str] = []
    for inline in line:
        match inline:
            case Text(text=text):
                own.append(text)
            case LineBreak():
                own.append("\n")
            case CrossReference(target=target):
                pointer = pointer_of(inline, pointers)
                own.append(f"{_EDGE}{pointer.shown}{_EDGE}" if pointer else "" if target.startswith("#") else " ")
            case Footnote(content=content):
                yield from _line(content, pointers)
    yield "".join(own)


def _comment(comment: Comment) -> Iterator[str]:
    yield comment.text
    for reply in comment.replies:
        yield reply.text


def _after(manuscript: Manuscript, built: Built) -> Iterator[str]:
    own = built.told[len(manuscript.told) :]
    yield from (told.text for told in own)
    if built.edit is not None:
        yield from _edit(built.edit)


def _edit(edit: Edit) -> Iterator[str]:
    match edit:
        case Compound(edits=edits):
            yield from chain.from_iterable(map(_edit, edits))
        case InsertSection(section=section):
            yield from _section(section)
        case SetField(before=before, after=after):
            yield from _come(before, after)
        case SetAttribute(name="comments", before=before, after=after):
            kept = before if isinstance(before, tuple) else ()
            new = after if isinstance(after, tuple) else ()
            for comment in new[len(kept) :]:
                yield from _comment(comment)
        case SetProperties(before=before, after=after):
            for name in ("title", "subtitle", "publisher", "as_of", "draft"):
                if getattr(before, name) != getattr(after, name):
                    yield getattr(after, name)


def _section(section: Section) -> Iterator[str]:
    for each in walk((section,)):
        yield each.title
        yield from chain.from_iterable(_comment(comment) for comment in each.comments)
        yield from chain.from_iterable(_value(field.value) for field in each.fields)


def _come(before: FieldValue | None, after: FieldValue | None) -> Iterator[str]:
    """Give the texts of what came to a value: texts and records are only added to, at the end."""
    match before, after:
        case RichText(blocks=old), RichText(blocks=new):
            yield from _value(RichText(new[len(old) :]))
        case Records(records=old), Records(records=new):
            yield from _value(Records(new[len(old) :]))
        case Line(text=old), Line(text=new):
            yield new.removeprefix(old)
        case _, None:
            pass
        case _, _:
            yield from _value(after)


def _value(value: FieldValue | None) -> Iterable[str]:
    match value:
        case RichText(blocks=blocks):
            return chain.from_iterable(_block(block, ()) for block in blocks)
        case Records(records=records):
            return chain.from_iterable(_value(field.value) for record in records for field in record.fields)
        case Line(text=text):
            return (text,)
        case Day(draft=draft):
            return (draft,) if value.day is None else ()
        case _:
            return ()
