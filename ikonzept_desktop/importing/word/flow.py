"""The text in reading order: paragraphs, tables and drawings as pieces, text boxes behind what they hang in."""

from collections.abc import Iterable, Iterator, Sequence

from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.word.boxes import is_captioned_picture
from ikonzept_desktop.importing.word.captions import evenly
from ikonzept_desktop.importing.word.desk import Desk, words_of
from ikonzept_desktop.importing.word.figures import figure_of
from ikonzept_desktop.importing.word.grids import Held
from ikonzept_desktop.importing.word.hints import (
    hints_of,
    is_caption_style,
    is_contents,
    is_source_style,
    paragraph_style,
)
from ikonzept_desktop.importing.word.lines import Line, is_empty, read_line
from ikonzept_desktop.importing.word.lists import list_place
from ikonzept_desktop.importing.word.made import Made
from ikonzept_desktop.importing.word.notes import Notes
from ikonzept_desktop.importing.word.tables import has_words, is_cover, is_for_layout, rows_of, table_of, unfolded
from ikonzept_desktop.importing.word.tree import Item, Para, TableItem
from ikonzept_desktop.model.blocks import Paragraph, ParagraphStyle, lines_of
from ikonzept_desktop.model.inline import Inlines, plain
from ikonzept_desktop.reading.word.content import Atom

_FRONT, _LEAST_BEHIND = 3, 12
"""Pieces within which a document begins, and what it has in all where a table at its beginning is no more than that."""


class Flow:
    """Makes pieces of paragraphs and tables, one after the other."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self.desk = desk
        self.notes = Notes(desk)
        self.made: list[Made] = []
        self._boxes = dict(desk.stories.boxes)
        self._telling = {*desk.stories.boxes, *(each.block for each in desk.copy.not_taken)}
        """Paragraphs whose drawings say something in another way."""
        self._waiting: list[str] = []
        """Bookmarks of paragraphs without words, for the next piece."""
        self._page = False
        """Whether the next piece begins a page."""
        self._last_words = ""

    def body(self) -> None:
        """Read the running text, with the text boxes in it; those whose place is gone come last."""
        self.read(self.desk.stories.body, Where.BODY)
        self.finish()

    def finish(self) -> None:
        """Read what is left of text boxes, and give the last piece the bookmarks that wait for one."""
        while self._boxes:
            self._read_boxes([next(iter(self._boxes))], Where.BOX)
        if self._waiting and self.made:
            self.made[-1].bookmarks += tuple(self._waiting)
        self._waiting = []

    def read(self, items: Iterable[Item], where: Where, place: str = "") -> None:
        """Read paragraphs and tables that stand there."""
        for item in items:
            if isinstance(item, Para):
                self._paragraph(item, where, place)
                self._read_boxes(item.blocks, where)
            elif is_for_layout(self.desk, item) or self._is_front(item):
                for cell in unfolded(self.desk, item):
                    self.read(cell.items, where, place)
            else:
                self._table(item, where, place)

    def _is_front(self, item: TableItem) -> bool:
        goes_on = len(self.desk.stories.body) > _LEAST_BEHIND
        return len(self.made) < _FRONT and is_cover(self.desk, item, goes_on=goes_on)

    def _paragraph(self, para: Para, where: Where, place: str) -> None:
        desk = self.desk
        block = desk.copy.blocks[para.owner]
        if where is Where.BODY and is_contents(block):
            where = Where.CONTENTS
        line = read_line(desk, para.blocks, self.notes.read, typed=where is Where.CONTENTS)
        drawings = self._drawings(line.placed, para.blocks, where, place)
        if not line.text_first:
            self._add_all(drawings, para.blocks, given=not line.inlines)
        if not is_empty(line.inlines):
            self._add(self._made(para, line, where, place), para.blocks)
        if line.text_first:
            self._add_all(drawings, para.blocks, given=is_empty(line.inlines))
        self._add_hidden(line.hidden, para.blocks, plain(line.inlines))
        self._put_note_drawings(place)
        if is_empty(line.inlines) and not drawings:
            self._pass_by(para)
        if line.page_after or (line.page_before and is_empty(line.inlines)):
            self._page = True

    def _made(self, para: Para, line: Line, where: Where, place: str) -> Made:
        block = self.desk.copy.blocks[para.owner]
        style = paragraph_style(block)
        inlines = evenly(line.inlines) if style is ParagraphStyle.QUOTE else line.inlines
        return Made(
            Paragraph(self.desk.ids(), inlines, style),
            hints_of(block, line, begins_page=self._page),
            where,
            place,
            item=None if where is Where.CONTENTS else list_place(block),
            indent=block.form.indent if block.form is not None else 0.0,
            is_caption=line.counts or is_caption_style(block),
            is_source=is_source_style(block),
        )

    def _table(self, item: TableItem, where: Where, place: str) -> None:
        desk = self.desk
        rows = rows_of(desk, item, self.notes.read)
        blocks = tuple(at for para in item.paras() for at in para.blocks)
        table = table_of(desk, item, rows)
        if table is None:
            desk.tell("large_table", "", desk.place(blocks[:1]))
            self.read(_lines_of(item), where, place)
            return
        words = next((words_of(desk.text(para.blocks)) for para in item.paras() if not para.is_empty), "")
        if has_words(table):
            made = Made(table, where=where, place=place)
            self._add(made, blocks)
            made.rows = tuple(self._names_by_row(item))
            below = {name for name, _ in made.rows}
            made.bookmarks = tuple(name for name in made.bookmarks if name not in below)
        else:
            self._keep_bookmarks(blocks)
        self._put_placed(rows, words, where)
        self._put_note_drawings(words)
        self._read_boxes(blocks, where)

    def _names_by_row(self, item: TableItem) -> Iterator[tuple[str, int]]:
        """Go through the bookmarks below the first row of a table."""
        for index, row in enumerate(item.rows[1:], 1):
            for para in TableItem(item.number, [row]).paras():
                for at in para.blocks:
                    yield from ((name, index) for name in self.desk.copy.blocks[at].bookmarks)

    def _put_placed(self, rows: Sequence[Sequence[Held]], words: str, where: Where) -> None:
        """Put behind a table what cannot stand in a cell."""
        for flat in (cell.flat for row in rows for cell in row):
            for made in self._drawings(flat.placed, flat.blocks, where, words):
                self.desk.tell("out_of_table", "", words)
                self._add(made, tuple(flat.blocks[:1]), bookmarks=False)
            for hidden, blocks in flat.hidden:
                self._add_hidden(hidden, blocks, words)

    def _drawings(self, placed: Iterable[Atom], blocks: Sequence[int], where: Where, place: str) -> list[Made]:
        found = []
        for atom in placed:
            made = figure_of(self.desk, atom, where, place or self._last_words)
            if made is not None:
                found.append(made)
            elif not atom.image and not atom.text and not any(at in self._telling for at in blocks):
                self.desk.tell("shape", "", place or self._last_words, atom.ref)
        return found

    def _put_note_drawings(self, place: str) -> None:
        placed, self.notes.placed = self.notes.placed, []
        for made in self._drawings(placed, (), Where.BODY, place):
            self._add(made, (), bookmarks=False)

    def _add_hidden(self, hidden: Inlines, blocks: tuple[int, ...], beside: str) -> None:
        """Add what is hidden as a piece, with the words it stands among, or those before it where it stands alone."""
        if not is_empty(hidden):
            place = words_of(beside) or self._last_words
            made = Made(Paragraph(self.desk.ids(), hidden), where=Where.HIDDEN, place=place)
            self._add(made, blocks, bookmarks=False)

    def _add_all(self, several: Iterable[Made], blocks: tuple[int, ...], *, given: bool) -> None:
        for made in several:
            self._add(made, blocks, bookmarks=given)
            given = False

    def _add(self, made: Made, blocks: tuple[int, ...], *, bookmarks: bool = True) -> None:
        """Add a piece made of paragraphs, with their bookmarks unless another piece has them."""
        made.source = blocks
        if bookmarks:
            own = (name for at in blocks for name in self.desk.copy.blocks[at].bookmarks)
            made.bookmarks = tuple(dict.fromkeys((*self._waiting, *own)))
            self._waiting = []
            self._page = False
            self._last_words = _shown_words(made) or self._last_words
        self.made.append(made)

    def _pass_by(self, para: Para) -> None:
        """Leave out a paragraph without words; what it says of pages and names goes to the next."""
        self._keep_bookmarks(para.blocks)
        form = self.desk.copy.blocks[para.owner].form
        self._page = self._page or (form is not None and form.begins_page)

    def _keep_bookmarks(self, blocks: Iterable[int]) -> None:
        self._waiting += (name for at in blocks for name in self.desk.copy.blocks[at].bookmarks)

    def _read_boxes(self, blocks: Iterable[int], where: Where) -> None:
        if not self._boxes:
            return
        for at in blocks:
            boxes = self._boxes.pop(at, [])
            place = (self.desk.place((at,)) if boxes else "") or self._last_words
            for items in boxes:
                waiting, self._waiting = self._waiting, []
                if where is Where.BODY and is_captioned_picture(self.desk, items):
                    self.read(items, where)
                else:
                    self.read(items, Where.BOX, place)
                self._waiting += waiting


def _shown_words(made: Made) -> str:
    """Give the words by which a piece is found."""
    lines = (plain(line) for line in lines_of(made.block))
    return next((words for line in lines if (words := words_of(line))), "")


def _lines_of(item: TableItem) -> Iterable[Item]:
    return item.paras()
