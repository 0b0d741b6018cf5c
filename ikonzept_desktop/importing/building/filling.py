"""Blocks that came to the fields of a section made into the values of these; what does not fit stays as text."""

from collections.abc import Iterable, Sequence

from ikonzept_desktop.importing.building import heads
from ikonzept_desktop.importing.building.drafts import Bit, Draft, Stray
from ikonzept_desktop.importing.building.kinds import running_text
from ikonzept_desktop.importing.building.links import Waiting
from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import shown
from ikonzept_desktop.importing.manuscript import Pointer
from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inlines, Marks, Text


class Filling:
    """Fills the fields of drafts, one part after the other."""

    def __init__(self, pointers: Sequence[Pointer], ids: IdSource, telling: Telling) -> None:
        """`pointers` are those of the manuscript."""
        self.pointers = pointers
        self.ids = ids
        self.telling = telling
        self.waiting: list[Waiting] = []
        """Fields of links, whose targets are known when everything has come."""
        self.strays: list[Stray] = []
        """Text that no field of its section takes."""
        self.places: dict[int, tuple[str, str]] = {}
        self.records: dict[int, str] = {}
        """The record that a piece became, by the piece's index."""
        self.rows: dict[tuple[int, int], str] = {}
        """The record that a row of a table went to, by the indices of piece and row."""

    def write(self, draft: Draft, key: str, bits: Iterable[Bit]) -> None:
        """Put blocks behind those of a rich text."""
        known = draft.value(key)
        blocks = list(known.blocks if isinstance(known, RichText) else ())
        for bit in bits:
            blocks.append(bit.block)
            if bit.piece >= 0:
                self.places[bit.piece] = (draft.id, bit.block.id)
        draft.values[key] = RichText(tuple(blocks))

    def aside(self, draft: Draft, bits: Iterable[Bit]) -> None:
        """Put what a section has no running text for into the inbox."""
        kept = list(bits)
        if kept:
            self.strays.append(Stray(heads.NO_TEXT.format(title=heads.shortened(draft.title)), kept))
            self.telling.tell("no_text", place=draft.title, about=draft.kind.label)

    def as_text(self, draft: Draft, label: str, bits: Iterable[Bit]) -> None:
        """Leave in the section's text, below its label, what a field does not take."""
        kept = [bit for bit in bits if not _is_blank(bit.block)]
        if not kept:
            return
        self.write_text(draft, [Bit(self.label(label)), *kept] if label else kept)
        if label:
            self.telling.tell("stays_text", place=draft.title, about=label)

    def write_text(self, draft: Draft, bits: Iterable[Bit]) -> None:
        """Put blocks behind those of the section's running text; into the inbox where it has none."""
        text = running_text(draft.kind)
        if text is None:
            self.aside(draft, bits)
        else:
            self.write(draft, text.key, bits)

    def label(self, words: str) -> Paragraph:
        """Give a bold line."""
        return Paragraph(self.ids(), (Text(words, Marks.BOLD),))

    def plain(self, inlines: Inlines) -> str:
        """Give the words of a line as the document shows them."""
        return shown(inlines, self.pointers)


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph | ListItem) and is_blank_line(block.inlines)
