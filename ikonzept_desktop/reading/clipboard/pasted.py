"""What was read from the clipboard: blocks as a concept has them, headings between, and what stayed behind."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Blocks, Paragraph
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Inlines, Marks, Text
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
class Pasted:
    """What the clipboard held, in reading order."""

    parts: tuple[Part, ...] = ()
    omitted: Omitted = Omitted()

    @property
    def headings(self) -> int:
        """How many headings there are."""
        return sum(isinstance(part, Heading) for part in self.parts)


def as_text(parts: tuple[Part, ...], ids: IdSource = new_id) -> Blocks:
    """Give the parts as one text, headings as bold paragraphs; a heading that is all there is as plain words."""
    if len(parts) == 1 and isinstance(parts[0], Heading):
        return (Paragraph(ids(), parts[0].inlines),)
    return tuple(_bold(part, ids) if isinstance(part, Heading) else part for part in parts)


def _bold(heading: Heading, ids: IdSource) -> Paragraph:
    inlines = (
        replace(inline, marks=inline.marks | Marks.BOLD) if isinstance(inline, Text) else inline
        for inline in heading.inlines
    )
    return Paragraph(ids(), tuple(inlines))
