"""What every part of the typesetting needs at hand, and paragraphs, which every part is made of."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.composing import Composer, Words
from ikonzept_desktop.export.pdf.flow import Flow
from ikonzept_desktop.export.pdf.looks import Look, Looks
from ikonzept_desktop.export.pdf.painting import Block, note_anchor
from ikonzept_desktop.export.pdf.rows import Label, LineRow, Row
from ikonzept_desktop.export.pdf.structure import Element, HeadingLevels
from ikonzept_desktop.publication.tree import Note, Publication, Runs, TextRun

_NOTE_INDENT = 1.9
"""Room for a note's number, in sizes of its type."""
_SMALLER = 0.85
_SMALLEST = 4.0
"""From one size to the next smaller one, and the size below which nothing is made smaller, in pt."""
_SMALLER_FOR_A_WORD = 0.7
"""How far that goes to spare a word a break."""


@dataclass(slots=True)
class Setting:
    """One publication on its way to the page."""

    publication: Publication
    images: Mapping[str, bytes]
    """By the `picture` of their figures."""
    looks: Looks
    composer: Composer
    canvas: TaggedCanvas
    width: float
    """Of the column, in pt."""
    depth: float
    """Of the column, in pt."""
    indent: float = 0.0
    """How far running text stands in, in pt."""
    columns: int = 1
    """Of lists."""
    levels: HeadingLevels = field(default_factory=HeadingLevels)
    without_image: list[str] = field(default_factory=list)
    """The ids of figures whose image cannot be shown."""
    opened: list[str] = field(default_factory=list)
    """The ids of the fields of action that have had their colour, in order."""
    without_words: list[str] = field(default_factory=list)
    """The ids of figures that are not described; their caption stands for what they show."""
    annexes: dict[str, object] = field(default_factory=dict)
    """Attached PDFs that are open, by digest; see `annex_files`."""
    closing: ExitStack = field(default_factory=ExitStack)
    """Shuts what was opened for this publication."""
    annex_findings: list[str] = field(default_factory=list)
    """German sentences about attached PDFs."""
    _flow: Flow | None = None
    _notes: dict[int, Note] = field(default_factory=dict)
    _note_elements: dict[int, Element] = field(default_factory=dict)
    _note_rows: dict[int, list[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._notes = {note.number: note for note in self.publication.notes}

    @property
    def flow(self) -> Flow:
        """The pages being filled."""
        assert self._flow is not None
        return self._flow

    @flow.setter
    def flow(self, flow: Flow) -> None:
        self._flow = flow

    def let_go(self) -> None:
        """Let go of the pages: they and the setting hold each other."""
        self._flow = None
        self._note_rows.clear()
        self.annexes.clear()
        self.closing.close()

    def narrowed(self, width: float) -> "Setting":
        """Give the same setting for a narrower column, in pt."""
        return replace(self, width=width, indent=0.0)

    def in_small(self) -> "Setting":
        """Give the same setting in the small type of an imprint."""
        style = self.looks.style
        size = max(style.text_size_pt * 0.85, style.small_size_pt)
        leading = style.leading_pt * size / style.text_size_pt
        small = replace(style, text_size_pt=size, leading_pt=leading, justified=False)
        return replace(self, looks=Looks(replace(small, text_font=style.heading_font)))

    def text_rows(
        self, runs: Runs, look: Look, element: Element | None, left: float = 0.0, right: float = 0.0
    ) -> list[Row]:
        """Give the lines of a paragraph as rows that leave no line alone; indents in pt."""
        return self.block_rows(self.block(runs, look, self.width - left - right, element), left)

    def block(self, runs: Runs, look: Look, width: float, element: Element | None) -> Block:
        """Give a paragraph of that width in pt, laid out."""
        return make_block(self.composer, runs, look, width, element)

    def fitting_block(self, text: str, look: Look, room: float, element: Element | None) -> Block:
        """Give a text over the column's width, its type as small as it takes to stay within that height in pt.

        It is made smaller for a word that would be broken too, though not much.
        """
        unbroken = look.size * _SMALLER_FOR_A_WORD
        while True:
            block = self.block((TextRun(text),), look, self.width, element)
            breaks = look.size > unbroken and any(line.until for line in block.lines)
            if (block.height <= room and not breaks) or look.size < _SMALLEST:
                return block
            look = replace(look, size=look.size * _SMALLER, leading=look.leading * _SMALLER)

    def block_rows(self, block: Block, left: float, label: Label | None = None) -> list[Row]:
        """Give the lines of a laid out paragraph as rows."""
        last = len(block.lines) - 1
        return [
            LineRow(
                height=block.leading,
                block=block,
                index=index,
                left=left,
                notes=tuple(line.notes),
                keep=last > 0 and index in (0, last - 1),
                label=label if index == 0 else None,
            )
            for index, line in enumerate(block.lines)
        ]

    def prepare_notes(self, rows: Sequence[Row], parent: Element) -> None:
        """Give the notes of the rows their place in the reading order: here."""
        for row in rows:
            for number in row.notes:
                element = parent.below("Note")
                element.id = note_anchor(number)
                self._note_elements[number] = element

    def note_rows(self, number: int) -> list[Row]:
        """Give the lines of a note, laid out when it is first needed."""
        rows = self._note_rows.get(number)
        if rows is None:
            rows = self._note_rows[number] = self._lay_out_note(number)
        return rows

    def note_in_line(self, number: int) -> Runs:
        """Give the content of a note that is set where its mark would stand."""
        self.flow.notes_drawn.add(number)
        return self._notes[number].runs

    def _lay_out_note(self, number: int) -> list[Row]:
        note, element = self._notes[number], self._note_elements[number]
        look = self.looks.note
        indent = look.size * _NOTE_INDENT
        left = self.indent
        sign = self.block((TextRun(str(number)),), look, indent, element.below("Lbl"))
        block = self.block(note.runs, look, self.width - left - indent, element.below("P"))
        rows = self.block_rows(block, left + indent, Label(sign, left))
        if rows:
            rows[0].anchors = (note_anchor(number),)
            rows[0].space = look.after
        return rows


def make_block(composer: Composer, runs: Runs, look: Look, width: float, element: Element | None) -> Block:
    """Give a paragraph of that width in pt, laid out."""
    lines = composer.lines(runs, look, width)
    ascent = look.leading * 0.5 + look.size * 0.33
    return Block(lines, width, look.leading, look.alignment, ascent, element)


def width_of(words: Words) -> float:
    """Give the width of words in one line."""
    return words.ends[-1] if words.ends else 0.0
