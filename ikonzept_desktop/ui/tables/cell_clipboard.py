"""Cells on the clipboard: ours with everything, for Word, Excel and Calc as tab-separated text."""

from PySide6.QtCore import QMimeData

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.table_content import Lines, lines_in, part_of, text_lines
from ikonzept_desktop.model.table_grid import Area
from ikonzept_desktop.reading.cells import as_tabs, tab_cells, tab_separated
from ikonzept_desktop.ui.editor import clipboard
from ikonzept_desktop.ui.editor.spots import caret_at


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
    return tab_separated(data.text()) is not None or (data.hasText() and "\t" in data.text())


def lines_of(data: QMimeData) -> Lines:
    """Give the cells in it with notes under ids of their own; a text without tabs is one cell."""
    own = _own_table(data)
    if own is not None:
        return lines_in(own)
    text = data.text()
    return text_lines(tab_cells(text) if "\t" in text else ((text,),))


def _own_table(data: QMimeData) -> Table | None:
    if not data.hasFormat(clipboard.MIME):
        return None
    blocks = clipboard.blocks_of(data, _NoImages())
    if blocks is None or len(blocks) != 1:
        return None
    return blocks[0] if isinstance(blocks[0], Table) else None


class _NoImages:
    """Cells hold none."""

    def image(self, digest: str) -> bytes:
        raise KeyError(digest)

    def add_image(self, data: bytes) -> str:
        raise KeyError("cells hold no images")
