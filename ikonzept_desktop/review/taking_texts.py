"""Words changed within a line, or parted into several: of a paragraph, a cell, a caption, a note, a title, a value."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, line_of, with_line
from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, SetAttribute, SetField, SetProperties
from ikonzept_desktop.model.fields import FieldAddress, RichText
from ikonzept_desktop.model.inline import Footnote, Inline, Inlines, LineBreak, NoteInline, Text, normalise, plain
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.model.template import FieldKind
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.line_view import LineView, inlines_of
from ikonzept_desktop.review.standing import MARK, Standing, Strand
from ikonzept_desktop.review.values_read import value_read


def edit_of_text(standing: Standing, kept: KeptProposal, wanted: str) -> Edit | None:
    """Give the edit that writes something in place of words; None where it stands there already."""
    strand = standing.strand(kept, standing.ground(kept))
    if strand.pieces:
        return _with_pieces(standing, strand, wanted)
    if not strand.spot.block:
        return _of_short(standing, strand, wanted)
    line = _written(standing, strand, wanted.replace(PARAGRAPH_END, "\n"))
    return None if line is None else with_words(standing, strand, line)


def with_words(standing: Standing, strand: Strand, line: Inlines) -> Edit | None:
    """Give the edit that makes the line of a cell, a caption, a source or a note this one."""
    spot, block = strand.spot, standing.block(strand.spot)
    if normalise(line) == normalise(strand.line):
        return None
    if spot.note:
        line = tuple(_with_note(line_of(block, spot.line), spot.note, line))
    return replace_line(spot.address, block, spot.line, line)


def line_added(standing: Standing, kept: KeptProposal, wanted: str) -> Edit | None:
    """Give the edit that writes more lines at the end of a cell or a note: no paragraph can follow there."""
    strand = standing.strand(kept, standing.ground(kept))
    more = inlines_of(wanted.replace(PARAGRAPH_END, "\n"))
    return with_words(standing, strand, (*strand.line, *((LineBreak(),) if strand.line else ()), *more))


def short_value(standing: Standing, address: FieldAddress, after: str) -> Edit | None:
    """Give the edit that makes a title, a short value or a line of the cover say something else."""
    after = clean(after)
    if not address.section:
        properties = standing.document.properties
        line: dict[str, Any] = {address.field: after}
        changed = replace(properties, **line)
        return SetProperties(properties, changed) if changed != properties else None
    if not address.field:
        section = find_section(standing.document, address.section)
        if section is None or section.title == after:
            return None
        return SetAttribute(section.id, "title", section.title, after)
    before = standing.value(address)
    value = value_read(after, standing.type(address), standing.document, standing.labels, standing.ids)
    return SetField(address, before, value) if value != before else None


def pieces_of(lines: Sequence[Inlines], pieces: Blocks, standing: Standing) -> Blocks:
    """Give lines as blocks: those that were there keep their ids, further ones are set as what they follow."""
    kept = [line_of(piece, "") for piece in pieces]
    tail = 0
    while tail < min(len(kept), len(lines)) - 1 and kept[-1 - tail] == lines[-1 - tail]:
        tail += 1
    old, new = pieces[: len(pieces) - tail], lines[: len(lines) - tail]
    made = [with_line(piece, "", line) for piece, line in zip(old, new, strict=False)]
    made += [fresh(old[-1], line, standing) for line in new[len(old) :]]
    return (*made, *pieces[len(pieces) - tail :])


def fresh(model: Block | None, line: Inlines, standing: Standing) -> Paragraph | ListItem:
    """Give a new block set as another one; a paragraph where that is none of words."""
    match model:
        case ListItem(level=level, ordered=ordered):
            return ListItem(standing.ids(), normalise(line), level, ordered)
        case Paragraph(style=style):
            return Paragraph(standing.ids(), normalise(line), style)
        case _:
            return Paragraph(standing.ids(), normalise(line))


def _with_pieces(standing: Standing, strand: Strand, wanted: str) -> Edit | None:
    line = _written(standing, strand, wanted.replace(PARAGRAPH_END, MARK))
    if line is None:
        return None
    address, pieces = strand.spot.address, strand.pieces
    after = pieces_of(list(_parted(line)), pieces, standing)
    changed = [at for at, (old, new) in enumerate(zip(pieces, after, strict=False)) if old != new]
    if len(after) == len(pieces) and len(changed) == 1:
        (at,) = changed
        return replace_line(address, pieces[at], "", line_of(after[at], ""))
    return ReplaceBlocks(address, strand.at, pieces, after) if pieces != after else None


def _written(standing: Standing, strand: Strand, wanted: str) -> Inlines | None:
    """Give the line with something in place of words; None where it stands there already."""
    view = LineView(strand.line, standing.labels)
    try:
        return view.replaced(strand.base, strand.start, strand.end, wanted)
    except GroundShifted:
        if view.text == strand.base[: strand.start] + wanted + strand.base[strand.end :]:
            return None
        raise


def _parted(line: Inlines) -> Iterator[Inlines]:
    current: list[Inline] = []
    for inline in line:
        first, *others = inline.text.split(MARK) if isinstance(inline, Text) and MARK in inline.text else (None,)
        if first is None:
            current.append(inline)
            continue
        assert isinstance(inline, Text)
        current.append(replace(inline, text=first))
        for text in others:
            yield normalise(tuple(current))
            current = [replace(inline, text=text or "")]
    yield normalise(tuple(current))


def _with_note(line: Inlines, note: str, content: Inlines) -> Iterator[Inline]:
    words: tuple[NoteInline, ...] = tuple(each for each in content if not isinstance(each, Footnote))
    for inline in line:
        is_this = isinstance(inline, Footnote) and inline.id == note
        yield Footnote(note, words) if is_this else inline


def _of_short(standing: Standing, strand: Strand, wanted: str) -> Edit | None:
    address = strand.spot.address
    is_text = isinstance(standing.value(address), RichText) or _holds_text(standing, address)
    if PARAGRAPH_END in wanted and not is_text:
        raise NotByItself(Reason.VALUE if address.field else Reason.SECTION)
    if is_text:
        lines = [inlines_of(each) for each in wanted.split(PARAGRAPH_END)]
        if standing.blocks(address):
            raise GroundShifted  # somebody has written there since
        return ReplaceBlocks(address, 0, (), tuple(fresh(None, line, standing) for line in lines))
    line = _written(standing, strand, wanted)
    return None if line is None else short_value(standing, address, plain(line))


def _holds_text(standing: Standing, address: FieldAddress) -> bool:
    return bool(address.section and address.field) and standing.type(address).kind is FieldKind.RICH_TEXT
