"""Cells on the clipboard: ours with everything, for Word, Excel and Calc as tab-separated text."""

from PySide6.QtCore import QMimeData

from ikonzept_desktop.model.blocks import Blocks, Table
from ikonzept_desktop.model.blocks import lines_of as lines_of_block
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Footnote, plain
from ikonzept_desktop.model.table_content import Lines, lines_in, part_of, text_lines
from ikonzept_desktop.model.table_grid import Area
from ikonzept_desktop.reading.cells import as_tabs, tab_cells
from ikonzept_desktop.ui.editor import clipboard
from ikonzept_desktop.ui.editor.spots import caret_at
from ikonzept_desktop.ui.images.source import offers_images


def mime_of(table: Table, area: Area, images: clipboard.Images) -> QMimeData:
    """Give an area for the clipboard; in a text of ours it becomes a table of its own."""
    part = part_of(table, area)
    data = clipboard.mime_of((part,), clipboard.Origin("", FieldAddress("", ""), caret_at(0, 0)), images)
    data.setText(as_tabs(tuple(tuple(plain(line) for line in row) for row in lines_in(part))))
    return data


def holds_cells(data: QMimeData) -> bool:
    """Tell whether there is more than one cell in it."""
    if data.hasFormat(clipboard.MIME):
        return _own_table(data) is not None
    text = data.text()
    return "\t" in text or (_is_column(data) and len(tab_cells(text)) > 1)


def holds_image_alone(data: QMimeData) -> bool:
    """Tell whether there is an image in it, or files, and nothing that cells could take."""
    return not data.hasFormat(clipboard.MIME) and offers_images(data)


def repeated(lines: Lines, area: Area) -> Lines:
    """Give cells as often below and beside each other as they fill an area; once where they do not go into it."""
    height, width = len(lines), max(map(len, lines), default=0)
    notes = any(isinstance(inline, Footnote) for row in lines for line in row for inline in line)
    if not width or notes or area.rows % height or area.columns % width:
        return lines
    return tuple(row * (area.columns // width) for row in lines) * (area.rows // height)


def lines_of(data: QMimeData) -> Lines:
    """Give the cells in it with notes under ids of their own; a text without tabs is one cell, no text is none."""
    own = _own_table(data)
    if own is not None:
        return lines_in(own)
    written = clipboard.in_one_line(_own_blocks(data), notes=True)
    if written:
        return ((lines_of_block(written[0])[0],),)
    text = data.text()
    if not text:
        return ()
    return text_lines(tab_cells(text) if "\t" in text or _is_column(data) else ((text,),))


def _is_column(data: QMimeData) -> bool:
    """Tell whether the lines of a text without tabs are cells: one column of a table program, or of a table in Word."""
    return "\n" in data.text() and data.hasHtml() and "<table" in data.html().lower()


def _own_table(data: QMimeData) -> Table | None:
    blocks = _own_blocks(data)
    if len(blocks) != 1:
        return None
    return blocks[0] if isinstance(blocks[0], Table) else None


def _own_blocks(data: QMimeData) -> Blocks:
    return clipboard.blocks_of(data, _NoImages()) or () if data.hasFormat(clipboard.MIME) else ()


class _NoImages:
    """Cells hold none."""

    def image(self, digest: str) -> bytes:
        raise KeyError(digest)

    def add_image(self, data: bytes) -> str:
        raise KeyError("cells hold no images")
