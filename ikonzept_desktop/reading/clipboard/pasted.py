"""What was read from the clipboard: blocks as a concept has them, headings between, and what stayed behind."""

from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Blocks, Paragraph, Table
from ikonzept_desktop.model.grafts import Graft
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, Marks, Text, plain
from ikonzept_desktop.values import dataclass


class TooMuch(Exception):
    """The HTML is larger, deeper or slower to read than anything a person copies; its plain text may still be."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, which in a concept is a section and never part of a text."""

    level: int
    """1 to 9."""
    inlines: Inlines


Part = Heading | Block
_LONGEST_PLACE, _PIECES_OF_PLACE = 60, 4


@dataclass(frozen=True, slots=True)
class Omitted:
    """What was there and has not been taken over, for the user to be told."""

    images: int = 0
    comments: int = 0
    deletions: int = 0
    """Passages that change tracking had struck out."""
    contents: bool = False
    """A table of contents: the program computes its own."""


@dataclass(frozen=True, slots=True)
class Left:
    """Letters that are in none of the parts, or the target of a link that has gone."""

    kind: str
    """`image`, `link`, `label` (of a caption), `deleted`, `hidden`, `comment`, `contents`, `note`, `header`, `footer`,
    or an element's name."""
    text: str
    place: str = ""
    """What stands before it, as far as it is known."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the clipboard held, in reading order."""

    parts: tuple[Part, ...] = ()
    omitted: Omitted = Omitted()
    left: tuple[Left, ...] = ()
    """What the parts do not say, for those who may lose nothing of a document."""
    title: str = ""
    """What the document calls itself."""

    @property
    def headings(self) -> int:
        """How many headings there are."""
        return sum(isinstance(part, Heading) for part in self.parts)


def place_of(parts: Sequence[Part], pieces: Inlines | list[Inline]) -> str:
    """Give the words before a place: of its own line, or else of the part before."""
    line = _end_of(pieces)
    before = next((part for part in reversed(parts[-_PIECES_OF_PLACE:]) if not isinstance(part, Table)), None)
    if not line and before is not None:
        line = _end_of(getattr(before, "inlines", ()))
    words = line.split()
    while len(words) > 1 and sum(map(len, words)) + len(words) > _LONGEST_PLACE:
        words.pop(0)
    return " ".join(words)[-_LONGEST_PLACE:]


def _end_of(pieces: Inlines | list[Inline]) -> str:
    last = (piece.text[-2 * _LONGEST_PLACE :] for piece in pieces[-_PIECES_OF_PLACE:] if isinstance(piece, Text))
    return " ".join(last).strip()


def as_text(parts: tuple[Part, ...], ids: IdSource = new_id) -> Blocks:
    """Give the parts as one text, headings as bold paragraphs; a heading that is all there is as plain words."""
    if len(parts) == 1 and isinstance(parts[0], Heading):
        return (Paragraph(ids(), parts[0].inlines),)
    return tuple(_bold(part, ids) if isinstance(part, Heading) else part for part in parts)


def as_grafts(parts: tuple[Part, ...], ids: IdSource = new_id) -> tuple[Blocks, tuple[Graft, ...]]:
    """Give the text before the first heading, and each heading with the text below it."""
    head: list[Block] = []
    grafts: list[tuple[Heading, list[Block]]] = []
    for part in parts:
        if isinstance(part, Heading):
            grafts.append((part, _notes_of(part, ids)))
        else:
            (grafts[-1][1] if grafts else head).append(part)
    return tuple(head), tuple(Graft(part.level, _title(part), tuple(blocks)) for part, blocks in grafts)


def _title(heading: Heading) -> str:
    return " ".join(plain(heading.inlines).split())


def _notes_of(heading: Heading, ids: IdSource) -> list[Block]:
    """Give a paragraph with the notes of a heading, which a title has no room for; nothing without any."""
    notes = tuple(inline for inline in heading.inlines if isinstance(inline, Footnote))
    return [Paragraph(ids(), notes)] if notes else []


def _bold(heading: Heading, ids: IdSource) -> Paragraph:
    inlines = (
        replace(inline, marks=inline.marks | Marks.BOLD) if isinstance(inline, Text) else inline
        for inline in heading.inlines
    )
    return Paragraph(ids(), tuple(inlines))
