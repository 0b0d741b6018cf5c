"""What the tools above the text do to the view that has the keyboard."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Blocks, Cell, Column, Figure, Row, Table
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inlines,
    Marks,
    NoteInline,
    Text,
    length,
    normalise,
    part,
    plain,
)
from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.ui.editor import commands, texts
from ikonzept_desktop.ui.editor.commands import BlockKind, kind_of
from ikonzept_desktop.ui.editor.keys import settle_look
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.objects import KEY, look_of
from ikonzept_desktop.ui.editor.port import NotePort
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, inlines_of, is_atom
from ikonzept_desktop.ui.editor.writing import EMPTY
from ikonzept_desktop.values import dataclass

_BESIDE = 2
"""Positions around a caret in which the mark of a note is meant."""


@dataclass(frozen=True, slots=True)
class FormatState:
    """How the text at the caret is set, for the tools to show."""

    editable: bool = False
    """Whether the keyboard is in a text that may be changed."""
    structured: bool = False
    """Whether that text has paragraphs, lists, tables and figures; a footnote or caption has none."""
    marks: Marks = Marks.NONE
    kind: BlockKind | None = None
    link: str = ""
    in_list: bool = False
    selected: bool = False
    """Whether any of it is selected."""
    notes: bool = False
    """Whether it takes footnotes."""


def format_state(loop: TextLoop) -> FormatState:
    """Tell how the text at the caret is set."""
    selected = loop.selected()
    shown = loop.shown or (EMPTY,)
    block = shown[min(selected.caret.block, len(shown) - 1)]
    look = look_of(str(loop.view.currentCharFormat().property(KEY) or ""))
    kind = kind_of(block)
    return FormatState(
        editable=not loop.view.isReadOnly(),
        structured=not loop.port.one_line,
        marks=look.marks if selected.empty else _common_marks(shown, selected),
        kind=kind,
        link=look.link,
        in_list=kind in {BlockKind.BULLET, BlockKind.NUMBERED},
        selected=not selected.empty,
        notes=loop.port.takes_notes,
    )


def toggle_mark(loop: TextLoop, mark: Marks) -> None:
    """Set a mark on what is selected, or on what is typed next; take it off where it is set."""
    if loop.selected().empty:
        look = look_of(str(loop.view.currentCharFormat().property(KEY) or ""))
        loop.type_as(replace(look, marks=commands.marked(look.marks, mark, on=mark not in look.marks)))
    else:
        loop.run(lambda blocks, where: commands.toggle_mark(blocks, where, mark), texts.FORMAT)


def set_block(loop: TextLoop, kind: BlockKind) -> None:
    """Make the selected blocks paragraphs, quotations or list items; paragraphs again where they are so already."""
    if not loop.port.one_line:
        loop.run(lambda blocks, where: commands.set_kind(blocks, where, kind), texts.FORMAT)


def make_block(loop: TextLoop, kind: BlockKind) -> None:
    """Make the selected blocks of a kind; they stay what they are where they are so already."""
    if not loop.port.one_line:
        loop.run(lambda blocks, where: commands.make_kind(blocks, where, kind), texts.FORMAT)


def shift_level(loop: TextLoop, by: int) -> None:
    """Move the selected list items deeper or less deep."""
    loop.run(lambda blocks, where: commands.shift_level(blocks, where, by), texts.LIST_LEVEL)


def insert_link(loop: TextLoop, url: str) -> bool:
    """Link what is selected, or the link the caret is in, or else the address itself; an empty one takes it off.

    False where text may not point there.
    """
    if not is_allowed_link(url):
        return False
    selected = loop.selected()
    spread = _linked_around(loop.shown, selected.caret) if selected.empty else selected
    if spread is not None:
        loop.run(lambda blocks, _: _relinked(blocks, spread, selected, url), texts.LINK)
    elif url:
        settle_look(loop)
        run = Text(url, link=url)
        loop.run(lambda blocks, where: commands.insert_inlines(blocks, where, (run,)), texts.LINK)
    return True


def link_spread(loop: TextLoop) -> Range:
    """Give what a link is put on: what is selected, or the link the caret is in, or else the caret."""
    selected = loop.selected()
    return (_linked_around(loop.shown, selected.caret) or selected) if selected.empty else selected


def link_text(loop: TextLoop) -> str | None:
    """Give the words that a link is put on; None where they are more than plain words of one line."""
    spread = link_spread(loop)
    if spread.empty:
        return ""
    runs = [inline for block in commands.copied(loop.shown, spread) for inline in inlines_of(block)]
    if spread.start.block != spread.end.block or not all(isinstance(run, Text) for run in runs):
        return None
    return plain(tuple(runs))


def put_link(loop: TextLoop, url: str, text: str) -> bool:
    """Put a link with these words in the place of what `link_spread` gives; False where text may not point there."""
    if not text or not url or text == link_text(loop):
        return insert_link(loop, url)
    if not is_allowed_link(url):
        return False
    spread = link_spread(loop)
    settle_look(loop)
    runs = [inline for block in commands.copied(loop.shown, spread) for inline in inlines_of(block)]
    look = runs[0] if runs and isinstance(runs[0], Text) else Text("")
    run = replace(look, text=text, link=url)
    return loop.run(lambda blocks, _where: commands.insert_inlines(blocks, spread, (run,)), texts.LINK)


def insert_footnote(loop: TextLoop) -> str:
    """Put a footnote behind what is selected and give its id; nothing within a footnote."""
    if not loop.port.takes_notes:
        return ""
    note = Footnote(new_id())
    loop.run(lambda blocks, where: commands.insert_inlines(blocks, _behind(where), (note,)), texts.FOOTNOTE)
    return note.id


def insert_reference(loop: TextLoop, reference: CrossReference) -> None:
    """Put a cross-reference at the caret."""
    loop.run(lambda blocks, where: commands.insert_inlines(blocks, _behind(where), (reference,)), texts.REFERENCE)


def replace_reference(loop: TextLoop, reference: CrossReference) -> None:
    """Put another reference in the place of the one whose chip is selected, and leave it selected."""

    def exchange(blocks: Blocks, where: Range) -> Outcome:
        outcome = commands.insert_inlines(blocks, where, (reference,))
        return Outcome(outcome.blocks, Range(where.start, outcome.selected.caret))

    loop.run(exchange, texts.CHANGE_REFERENCE)


def note_from_text(loop: TextLoop) -> str:
    """Make what is selected a footnote in its place and give its id; nothing where there is none, or in a footnote.

    A space before the mark goes where one follows, what notes within it say stays, and blocks come into one line.
    """
    selected = loop.selected()
    if loop.port.one_line or selected.empty:
        return ""
    taken = commands.copied(loop.shown, selected)
    content = _in_one_line(taken)
    if any(map(is_atom, taken)) or not content:
        return ""
    note = Footnote(new_id(), content)
    loop.run(lambda blocks, where: _noted(blocks, where, note), texts.NOTE_FROM_TEXT)
    return note.id


def note_at(loop: TextLoop) -> str:
    """Give the id of the note whose mark is selected, or stands right before or behind the caret, or that is open."""
    if isinstance(loop.port, NotePort):
        return loop.port.note
    selected = loop.selected()
    if not loop.shown or selected.start.block != selected.end.block:
        return ""
    inlines = inlines_of(loop.shown[selected.caret.block])
    low, high = selected.start.offset, selected.end.offset
    if selected.empty:
        low, high = max(low - 1, 0), high + 1
    near = [inline for inline in part(inlines, low, high) if isinstance(inline, Footnote)]
    return near[0].id if near and high - low <= _BESIDE else ""


def insert_block(loop: TextLoop, block: Block, label: str) -> None:
    """Put a table or figure below the block of the caret, or in its place where that is empty."""
    if not loop.port.one_line:
        loop.run(lambda blocks, where: _below(blocks, where, block), label)


def comment_on(loop: TextLoop, id: str, along: Edit) -> None:
    """Have a comment cover what is selected, in one step with the edit that adds the comment."""
    selected = loop.selected()

    def cover(blocks: Blocks, where: Range) -> Outcome:
        return commands.restyled(blocks, where, lambda run: replace(run, comments=tuple(sorted({*run.comments, id}))))

    loop.run(cover if not selected.empty else Outcome, texts.COMMENT, along)


def new_table(rows: int, columns: int) -> Table:
    """Give an empty table with a header row. Raises ValueError for fewer than one row or column"""
    if rows < 1 or columns < 1:
        raise ValueError("a table has at least one row and one column")
    cells = (tuple(Cell(new_id()) for _ in range(columns)) for _ in range(rows))
    return Table(new_id(), (Column(),) * columns, tuple(Row(new_id(), each) for each in cells))


def new_figure(image: str, alternative_text: str = "", caption: str = "") -> Figure:
    """Give a figure of a kept image."""
    return Figure(new_id(), image, (Text(caption),) if caption else (), (), alternative_text)


def _common_marks(blocks: Blocks, selected: Range) -> Marks:
    runs = [run for block in commands.copied(blocks, selected) for run in inlines_of(block) if isinstance(run, Text)]
    marks = ~Marks.NONE if runs else Marks.NONE
    for run in runs:
        marks &= run.marks
    return marks


def _linked_around(blocks: Blocks, spot: Spot) -> Range | None:
    """Give the extent of the link a caret is in or behind."""
    inlines: Inlines = inlines_of(blocks[spot.block]) if blocks else ()
    here = part(inlines, max(spot.offset - 1, 0), spot.offset)
    if not here or not isinstance(here[0], Text) or not here[0].link:
        return None
    start, end, offset = spot.offset, spot.offset, 0
    for inline in inlines:
        span = length((inline,))
        if isinstance(inline, Text) and inline.link == here[0].link and offset <= end and offset + span >= start:
            start, end = min(start, offset), max(end, offset + span)
        offset += span
    return Range(Spot(spot.block, start), Spot(spot.block, end))


def _relinked(blocks: Blocks, spread: Range, selected: Range, url: str) -> Outcome:
    return Outcome(commands.restyled(blocks, spread, lambda run: replace(run, link=url)).blocks, selected)


def _in_one_line(blocks: Blocks) -> tuple[NoteInline, ...]:
    """Give the lines of blocks as one, with what their notes say in the place of the marks."""
    line: list[NoteInline] = []
    for block in blocks:
        if line:
            line.append(Text(" "))
        for inline in inlines_of(block):
            line.extend((Text(" "), *inline.content) if isinstance(inline, Footnote) else (inline,))
    return tuple(part for part in normalise(_stripped(tuple(line))) if not isinstance(part, Footnote))


def _stripped(line: tuple[NoteInline, ...]) -> Inlines:
    """Give a line without the spaces at its ends."""
    first = next((at for at, inline in enumerate(line) if not _is_blank(inline)), len(line))
    last = next((at for at in range(len(line) - 1, -1, -1) if not _is_blank(line[at])), -1)
    kept = list(line[first : last + 1])
    if kept and isinstance(kept[0], Text):
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept and isinstance(kept[-1], Text):
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _is_blank(inline: NoteInline) -> bool:
    return isinstance(inline, Text) and not inline.text.strip()


def _noted(blocks: Blocks, where: Range, note: Footnote) -> Outcome:
    """Put a note in the place of what is selected, closed up with the word before it."""
    erased = commands.erase(blocks, where)
    at = erased.selected.caret
    inlines = inlines_of(erased.blocks[at.block])
    before = plain(part(inlines, max(at.offset - 1, 0), at.offset))
    behind = plain(part(inlines, at.offset, at.offset + 1))
    spaced = before == " " and (not behind or not behind.isalnum())
    place = Range(Spot(at.block, at.offset - 1), at) if spaced else Range(at, at)
    return commands.insert_inlines(erased.blocks, place, (note,))


def _behind(where: Range) -> Range:
    return Range(where.end, where.end)


def _below(blocks: Blocks, where: Range, block: Block) -> Outcome:
    at = where.end.block
    present = blocks[at]
    empty = not is_atom(present) and not inlines_of(present)
    before = at if empty or (is_atom(present) and where.end.offset == 0) else at + 1
    rest = blocks[at + 1 :] if empty else blocks[before:]
    return Outcome((*blocks[:before], block, *rest), commands.atom_selected(before))
