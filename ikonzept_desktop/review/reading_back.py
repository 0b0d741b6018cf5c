"""Everything that came back, of all copies of one text: what they propose, what they remark, how sure that is."""

from collections.abc import Iterator, Mapping, Sequence

from ikonzept_desktop.reading.word.content import Comment, Copy, NotTaken, Part, Position
from ikonzept_desktop.review.comparing import Comparison, compare
from ikonzept_desktop.review.proposals import Proposal, proposals_of
from ikonzept_desktop.review.units import Unit, units_of, watermarks_of
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Returned:
    """A copy that came back."""

    copy: Copy
    reviewer: str = ""
    """To whom it was sent."""
    sheet: frozenset[str] = frozenset()
    """The lines of the sheet that went with it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, or the answer to one."""

    copy: str
    id: str
    author: str
    date: str
    text: str
    unit: int
    """What it stands at, by index in the text that was given out; -1 where that is not known."""
    block: str
    anchor: str
    """The words it is about, as the copy has them."""
    answers: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A change of form alone: it is told, and not taken over."""

    copy: str
    unit: int
    block: str
    kind: str
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What several copies of one text say."""

    units: tuple[Unit, ...]
    """The text that was given out."""
    proposals: tuple[Proposal, ...]
    remarks: tuple[Remark, ...]
    forms: tuple[Form, ...]
    not_taken: tuple[tuple[str, NotTaken], ...]
    """What was not taken over, with the copy it is of."""
    certainty: Mapping[str, float]
    """How sure it is that a copy is one of this text, from 0 to 1."""


def read_back(base: Copy, copies: Mapping[str, Returned]) -> ReadBack:
    """Hold copies, by what they are called, against the draft that was given out, read the same way."""
    ours = units_of(base, ranged=True)
    marks = watermarks_of(base)
    theirs = {name: units_of(returned.copy, marks | returned.sheet) for name, returned in copies.items()}
    found = {name: compare(ours, theirs[name], name, copies[name].reviewer) for name in sorted(copies)}
    placed = {name: _places(theirs[name], each) for name, each in found.items()}
    return ReadBack(
        ours,
        proposals_of(ours, found),
        tuple(remark for name in found for remark in _remarks(name, copies[name].copy, placed[name], ours)),
        tuple(form for name in found for form in _forms(name, copies[name].copy, placed[name], ours)),
        tuple((name, each) for name in found for each in _left_out(copies[name].copy)),
        {name: each.certainty for name, each in found.items()},
    )


def _left_out(copy: Copy) -> Iterator[NotTaken]:
    """Go through what is not compared: what the reader has listed, and the words of building blocks."""
    yield from copy.not_taken
    for at, block in enumerate(copy.blocks):
        if block.place.part is Part.GLOSSARY and block.text:
            yield NotTaken("glossary", block.place.source, at, block.text)


def _places(theirs: Sequence[Unit], found: Comparison) -> dict[int, int]:
    """Give the base's unit of every paragraph of the file; of one that is new that of the one before."""
    places: dict[int, int] = {}
    last = -1
    for at, unit in enumerate(theirs):
        last = found.base_of.get(at, last)
        places.update(dict.fromkeys(unit.blocks, last))
    return places


def _remarks(name: str, copy: Copy, places: Mapping[int, int], ours: Sequence[Unit]) -> Iterator[Remark]:
    for comment in copy.comments:
        unit = places.get(comment.start.block, -1) if comment.start else -1
        text = "\n".join(copy.blocks[at].text for at in comment.blocks)
        yield Remark(
            name,
            comment.id,
            comment.author,
            comment.date,
            text,
            unit,
            ours[unit].id if unit >= 0 else "",
            _anchor(copy, comment),
            comment.answers,
            comment.resolved,
        )


def _anchor(copy: Copy, comment: Comment) -> str:
    if comment.start is None or comment.end is None:
        return ""
    first, last = comment.start, comment.end
    if first.block == last.block:
        return copy.blocks[first.block].text[first.offset : last.offset]
    whole = (copy.blocks[at].text for at in range(first.block + 1, last.block))
    return "\n".join([copy.blocks[first.block].text[first.offset :], *whole, _until(copy, last)])


def _until(copy: Copy, position: Position) -> str:
    return copy.blocks[position.block].text[: position.offset]


def _forms(name: str, copy: Copy, places: Mapping[int, int], ours: Sequence[Unit]) -> Iterator[Form]:
    for at, block in enumerate(copy.blocks):
        if block.place.part is Part.COMMENT:
            continue
        unit = places.get(at, -1)
        for change in block.formats:
            id = ours[unit].id if unit >= 0 else ""
            yield Form(name, unit, id, change.kind, change.author, change.date, change.text)
