"""A plain text as a manuscript: its paragraphs, lists, tables and what looks like headings."""

from collections.abc import Iterator

from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Told, Where
from ikonzept_desktop.importing.refusals import empty, too_large, too_long, unknown
from ikonzept_desktop.importing.text.chunks import Chunk, Form, chunks_of, is_capital
from ikonzept_desktop.importing.text.decoding import LARGEST_TEXT, Decoded, NotText, decoded
from ikonzept_desktop.importing.text.pages import Pages, without_edges
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.inline import Inline, Inlines, LineBreak, Text, normalise
from ikonzept_desktop.model.schema import DEEPEST_LIST_LEVEL
from ikonzept_desktop.model.table_content import from_cells

MOST_LINES = 150_000
MOST_CELLS, MOST_COLUMNS = 20_000, 60
"""Of a table made of lines with tabs; what is more stays lines."""
_LONGEST_PLACE = 60


def read_text(data: bytes, name: str, ids: IdSource = new_id) -> Manuscript:
    """Read the bytes of a text file; raises ImportRefused."""
    return text_manuscript(letters_of(data, name), name, ids)


def letters_of(data: bytes, name: str, declared: str = "", most: int = LARGEST_TEXT) -> Decoded:
    """Give the letters of a file of text of so many bytes, in the encoding it declares; raises ImportRefused."""
    if len(data) > most:
        raise too_large(name, most)
    try:
        found = decoded(data, declared)
    except NotText as error:
        raise unknown(name) from error
    if not found.text.strip():
        raise empty(name)
    return found


def text_manuscript(letters: Decoded, name: str, ids: IdSource = new_id) -> Manuscript:
    """Give what a text says; raises ImportRefused where it has no end."""
    if letters.text.count("\n") > MOST_LINES:
        raise too_long(name)
    pages = without_edges(letters.text)
    pieces = (*_pieces(chunks_of(pages.lines), ids), *(_head(line, ids) for line in pages.heads))
    return Manuscript(name, pieces, told=(*told_of_letters(letters), *_told_of_pages(pages)))


def told_of_letters(letters: Decoded) -> Iterator[Told]:
    """Tell what could not be read of the bytes, and what they were taken for."""
    if letters.encoding == "cp1252":
        yield Told("encoding", about="Windows-1252")
    if letters.lost:
        yield Told("letters_lost", about=str(letters.lost))
    if letters.controls:
        yield Told("controls_left_out", about=str(letters.controls))


def _told_of_pages(pages: Pages) -> Iterator[Told]:
    yield from (Told("page_number", text=line) for line in pages.numbers)
    yield from (Told("running_head", text=line) for line in pages.repeats)


def _head(line: str, ids: IdSource) -> Piece:
    return Piece(Paragraph(ids(), _words(line)), where=Where.HEADER)


def _pieces(chunks: list[Chunk], ids: IdSource) -> Iterator[Piece]:
    before: Block | None = None
    for chunk in chunks:
        block = _block(chunk, before, ids)
        before = block
        level = chunk.level if chunk.form is Form.HEADING else None
        yield Piece(block, Hints(level=level, is_capital=is_capital(" ".join(chunk.lines))))


def _block(chunk: Chunk, before: Block | None, ids: IdSource) -> Block:
    if chunk.form is Form.TABLE:
        rows = tuple(tuple(cell.strip() for cell in line.split("\t")) for line in chunk.lines)
        if len(rows[0]) <= MOST_COLUMNS and len(rows) * len(rows[0]) <= MOST_CELLS:
            return from_cells(rows, ids=ids)
    if not chunk.is_item:
        return Paragraph(ids(), _line(chunk.lines))
    ordered = chunk.form is Form.NUMBERED
    level = min(chunk.level, before.level + 1, DEEPEST_LIST_LEVEL) if isinstance(before, ListItem) else 0
    goes_on = isinstance(before, ListItem) and before.ordered and before.level == level
    return ListItem(ids(), _line(chunk.lines), level, ordered, restart=ordered and goes_on and chunk.number == 1)


def _line(lines: tuple[str, ...]) -> Inlines:
    found: list[Inline] = []
    for line in lines:
        words = _words(line)
        if words:
            found += [LineBreak(), *words] if found else words
    return normalise(tuple(found))


def _words(line: str) -> Inlines:
    return normalise((Text(" ".join(line.split())),))
