"""Proposals made edits of the concept as it is now: one step of its history each, undone like any other."""

import re
from collections.abc import Mapping

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, line_of, with_line
from ikonzept_desktop.model.document import Document, field_value, find_section
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, SetAttribute, SetField
from ikonzept_desktop.model.fields import FieldAddress, Line, RichText
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, NoteInline, Text, length, normalise, part, plain
from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.publication.block_ids import PREFIX, Spot, spots
from ikonzept_desktop.publication.labels import Labels, labels
from ikonzept_desktop.reading.word.content import STAND_IN
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.line_view import GroundShifted, LineView
from ikonzept_desktop.values import dataclass


class NotByItself(Exception):
    """A proposal that somebody has to carry out by hand: no edit of the concept says the same."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where in the concept, as it is now, the words stand that a proposal is about."""

    spot: Spot
    start: int
    end: int
    """Positions in the line, in code points; a note and a cross-reference count one."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a proposal is about, as it was given out, and the line it stands in now."""

    spot: Spot
    base: str
    start: int
    end: int


class TakingOver:
    """Makes edits of proposals, on the concept as it is at that moment."""

    def __init__(self, document: Document, ids: IdSource = new_id) -> None:
        """Take the concept."""
        self._document = document
        self._spots: Mapping[str, Spot] = spots(document)
        self._labels: Labels = labels(document)
        self._ids = ids

    def edit(self, proposal: KeptProposal, variant: int = 0, text: str | None = None) -> Edit | None:
        """Give the edit a proposal comes to, with one of its variants or another text; None where it is so already.

        Raises GroundShifted where the words it is about have been changed since, and NotByItself where it has to be
        carried out by hand.
        """
        wanted = _as_a_concept_holds_it(proposal.variants[variant].text if text is None else text)
        match proposal.kind:
            case Kind.TEXT if PARAGRAPH_END not in wanted:
                return self._of_text(self._ground(proposal), wanted)
            case Kind.TEXT | Kind.SPLIT:
                return self._of_split(self._ground(proposal), wanted)
            case Kind.INSERT:
                return self._of_insertion(self._ground(proposal), wanted)
            case Kind.DELETE:
                return self._of_deletion(self._ground(proposal))
            case Kind.JOIN:
                return self._of_join(proposal, wanted)
            case _:
                raise NotByItself

    def go_on(self, edit: Edit) -> None:
        """Take the concept as it is after an edit that one of its proposals came to."""
        self._document = apply(self._document, edit)

    def whereabouts(self, proposal: KeptProposal) -> Whereabouts | None:
        """Give where a proposal's words stand now; None where they were changed since, or are not the concept's."""
        try:
            ground = self._ground(proposal)
            line = self._line(ground.spot)
            start, end = LineView(line, self._labels).place(ground.base, ground.start, ground.end)
        except (GroundShifted, NotByItself):
            return None
        return Whereabouts(ground.spot, start, end)

    def _line(self, spot: Spot) -> Inlines:
        """Give the words of a spot; raises NotByItself for what is no text, GroundShifted where a note is gone."""
        address = spot.address
        if not spot.block:
            return (Text(self._short_text(address)),)
        line = line_of(self._block(spot), spot.line)
        if not spot.note:
            return line
        for inline in line:
            if isinstance(inline, Footnote) and inline.id == spot.note:
                return inline.content
        raise GroundShifted

    def _short_text(self, address: FieldAddress) -> str:
        section = find_section(self._document, address.section)
        if section is None:
            raise NotByItself  # a line of the cover
        if not address.field:
            return section.title
        value = field_value(self._document, address)
        if not isinstance(value, Line):
            raise NotByItself  # a day, a choice: what was written need not be one
        return value.text

    def _ground(self, proposal: KeptProposal, at: int = 0) -> _Ground:
        if len(proposal.grounds) <= at:
            raise NotByItself  # the program's own words
        ground = proposal.grounds[at]
        spot = self._spots.get(PREFIX + ground.id)
        if spot is None:
            raise GroundShifted
        return _Ground(spot, ground.text, ground.start, ground.end)

    def _of_text(self, ground: _Ground, wanted: str) -> Edit | None:
        address = ground.spot.address
        if not address.field:
            return self._of_title(ground, wanted)
        if not ground.spot.block:
            return self._of_short_field(ground, wanted)
        block = self._block(ground.spot)
        line = line_of(block, ground.spot.line)
        if not ground.spot.note:
            return replace_line(address, block, ground.spot.line, self._replaced(line, ground, wanted))
        return replace_line(address, block, ground.spot.line, self._with_note(line, ground, wanted))

    def _replaced(self, line: Inlines, ground: _Ground, wanted: str) -> Inlines:
        return LineView(line, self._labels).replaced(ground.base, ground.start, ground.end, wanted)

    def _with_note(self, line: Inlines, ground: _Ground, wanted: str) -> Inlines:
        found: list[Inline] = []
        for inline in line:
            if isinstance(inline, Footnote) and inline.id == ground.spot.note:
                content = self._replaced(inline.content, ground, wanted)
                kept: tuple[NoteInline, ...] = tuple(each for each in content if not isinstance(each, Footnote))
                found.append(Footnote(inline.id, kept))
            else:
                found.append(inline)
        return tuple(found)

    def _of_title(self, ground: _Ground, wanted: str) -> Edit | None:
        section = find_section(self._document, ground.spot.address.section)
        if section is None:
            raise NotByItself  # a line of the cover
        after = plain(self._replaced((Text(section.title),), ground, wanted))
        return SetAttribute(section.id, "title", section.title, after) if after != section.title else None

    def _of_short_field(self, ground: _Ground, wanted: str) -> Edit | None:
        address = ground.spot.address
        value = field_value(self._document, address)
        if not isinstance(value, Line):
            raise NotByItself  # a day, a choice: what was written need not be one
        after = Line(plain(self._replaced((Text(value.text),), ground, wanted)))
        return SetField(address, value, after) if after != value else None

    def _of_split(self, ground: _Ground, wanted: str) -> Edit:
        at, blocks = self._paragraph(ground.spot)
        block = blocks[at]
        line = self._replaced(line_of(block, ""), ground, wanted.replace(PARAGRAPH_END, _MARK))
        return ReplaceBlocks(ground.spot.address, at, (block,), self._parted(block, line))

    def _parted(self, block: Block, line: Inlines) -> Blocks:
        lines: list[Inlines] = [()]
        for at in range(length(line)):
            piece = part(line, at, at + 1)
            if plain(piece) == _MARK:
                lines.append(())
            else:
                lines[-1] = (*lines[-1], *piece)
        first, *others = (with_line(block, "", normalise(each)) for each in lines)
        return (first, *(self._fresh(each) for each in others))

    def _of_insertion(self, ground: _Ground, wanted: str) -> Edit:
        at, blocks = self._paragraph(ground.spot)
        lines = ((Text(each),) if each else () for each in wanted.split(PARAGRAPH_END))
        new = tuple(self._fresh(with_line(blocks[at], "", line)) for line in lines)
        return ReplaceBlocks(ground.spot.address, at + 1, (), new)

    def _of_deletion(self, ground: _Ground) -> Edit:
        at, blocks = self._paragraph(ground.spot)
        if LineView(line_of(blocks[at], ""), self._labels).text != ground.base:
            raise GroundShifted
        return ReplaceBlocks(ground.spot.address, at, (blocks[at],), ())

    def _of_join(self, proposal: KeptProposal, glue: str) -> Edit:
        one, other = self._ground(proposal).spot, self._ground(proposal, 1).spot
        at, blocks = self._paragraph(one)
        next_at, _ = self._paragraph(other)
        if one.address != other.address or next_at != at + 1:
            raise GroundShifted
        glued = (Text(glue),) if glue else ()
        joined = (*line_of(blocks[at], ""), *glued, *line_of(blocks[next_at], ""))
        return ReplaceBlocks(one.address, at, blocks[at : next_at + 1], (with_line(blocks[at], "", normalise(joined)),))

    def _paragraph(self, spot: Spot) -> tuple[int, Blocks]:
        """Give a paragraph or list item by its place among the blocks of its field, and these."""
        block = self._block(spot)
        if not isinstance(block, Paragraph | ListItem) or spot.note:
            raise NotByItself
        blocks = self._blocks(spot.address)
        return blocks.index(block), blocks

    def _block(self, spot: Spot) -> Block:
        for block in self._blocks(spot.address):
            if block.id == spot.block:
                return block
        raise NotByItself if not spot.block else GroundShifted

    def _blocks(self, address: FieldAddress) -> Blocks:
        value = field_value(self._document, address)
        return value.blocks if isinstance(value, RichText) else ()

    def _fresh(self, block: Block) -> Block:
        assert isinstance(block, Paragraph | ListItem)
        if isinstance(block, Paragraph):
            return Paragraph(self._ids(), block.inlines, block.style)
        return ListItem(self._ids(), block.inlines, block.level, block.ordered)


_MARK = "\ue000"
"""Stands for the end of a paragraph while a line is put together; no text of a concept holds it from elsewhere."""


_BORDERS = re.compile(f"([\n{STAND_IN}{PARAGRAPH_END}])")


def _as_a_concept_holds_it(text: str) -> str:
    """Clean a text but for line ends, what stands for notes, and ends of paragraphs."""
    return "".join(part if _BORDERS.fullmatch(part) else clean(part) for part in _BORDERS.split(text))
