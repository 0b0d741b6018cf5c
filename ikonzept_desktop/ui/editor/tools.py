"""What the tools above the text do to the view that has the keyboard."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Block, Blocks, Cell, Column, Figure, Row, Table
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, Marks, Text, length, part
from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.ui.editor import commands, texts
from ikonzept_desktop.ui.editor.commands import BlockKind, kind_of
from ikonzept_desktop.ui.editor.keys import settle_look
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.objects import KEY, look_of
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, inlines_of, is_atom
from ikonzept_desktop.ui.editor.writing import EMPTY
from ikonzept_desktop.values import dataclass


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


def _behind(where: Range) -> Range:
    return Range(where.end, where.end)


def _below(blocks: Blocks, where: Range, block: Block) -> Outcome:
    at = where.end.block
    present = blocks[at]
    empty = not is_atom(present) and not inlines_of(present)
    before = at if empty or (is_atom(present) and where.end.offset == 0) else at + 1
    rest = blocks[at + 1 :] if empty else blocks[before:]
    return Outcome((*blocks[:before], block, *rest), commands.atom_selected(before))
