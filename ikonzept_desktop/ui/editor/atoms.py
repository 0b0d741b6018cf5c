"""Tables and figures within the text, shown whole, as one character each; they are changed elsewhere."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QImageReader,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from ikonzept_desktop.model.blocks import Alignment, Cell, Column, Figure, Table, Total
from ikonzept_desktop.model.inline import Inlines, LineBreak, Marks, Text
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.model.table_grid import placed_cells
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.chips import Chips
from ikonzept_desktop.ui.editor.clipboard import Images
from ikonzept_desktop.ui.editor.looks import Look, TextStyle, run_format, thing_format
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.editor.objects import CHIP, KEY, Things, placeholder
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.values import dataclass

_KEPT = 64
_ALIGNMENTS = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_NO_PICTURE_HEIGHT = 120.0
SHOWN_ROWS = 30
"""Rows of a table that are drawn in the text: all of a long one are in its panel."""
Filler = Callable[[QTextCursor, Cell, bool], None]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A table or figure made ready to be drawn. px"""

    size: QSizeF
    words: QTextDocument
    """The caption, cells and source; of a figure the caption and source, below its image."""
    image: QImage | None = None
    image_size: QSizeF | None = None


class Atoms(QPyTextObject):
    """Measures and draws the tables and figures of one view."""

    def __init__(self, things: Things, chips: Chips, naming: Naming, images: Images, parent: QObject) -> None:
        """Draw these things, the notes and references in them as these chips."""
        super().__init__(parent)
        self._things = things
        self._chips = chips
        self._naming = naming
        self._images = images
        self._ready: OrderedDict[tuple[object, ...], tuple[Table | Figure, _Picture]] = OrderedDict()
        self.look: Look | None = None

    def intrinsicSize(self, document: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        """Say how much room a table or figure takes: the whole measure, and as much height as it needs."""
        picture = self._picture(document, format)
        return QSizeF(0, 0) if picture is None else picture.size

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format: QTextFormat
    ) -> None:
        """Draw a table or figure."""
        picture = self._picture(document, format)
        if picture is None:
            return
        place = QRectF(rect)
        painter.save()
        painter.translate(place.topLeft())
        if picture.image_size is not None:
            _draw_image(painter, picture)
            painter.translate(0, picture.image_size.height())
        picture.words.drawContents(painter)
        painter.restore()

    def forget(self) -> None:
        """Make everything ready anew: names, sizes or colours have changed."""
        self._ready.clear()

    def _picture(self, document: QTextDocument, format: QTextFormat) -> _Picture | None:
        thing = self._things.find(str(format.property(KEY)))
        width = document.textWidth()
        if not isinstance(thing, Table | Figure) or self.look is None or width <= 0:
            return None
        key = (id(thing), width)
        known = self._ready.get(key)
        if known is None:
            made = self._table(thing, width) if isinstance(thing, Table) else self._figure(thing, width)
            # The thing is kept with its picture, so that its identity is not given to another.
            known = self._ready[key] = (thing, made)
            if len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return known[1]

    def _table(self, table: Table, width: float) -> _Picture:
        assert self.look is not None
        words = self._words(self.look, width)
        cursor = QTextCursor(words)
        # As one change, or Qt lays the whole table out again for each cell.
        cursor.beginEditBlock()
        self._caption(cursor, table.id, table.caption)
        shown, left_out = _beginning(table)
        _insert_table(cursor, shown, self.look.style, self._cell)
        if left_out:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._remark(cursor, texts.more_rows(left_out), "muted")
        self._source(cursor, table.source)
        cursor.endEditBlock()
        return _Picture(QSizeF(width, words.size().height()), words)

    def _figure(self, figure: Figure, width: float) -> _Picture:
        assert self.look is not None
        words = self._words(self.look, width)
        cursor = QTextCursor(words)
        self._caption(cursor, figure.id, figure.caption)
        self._source(cursor, figure.source)
        if not figure.alternative_text.strip():
            self._remark(cursor, texts.NO_ALTERNATIVE_TEXT, "amber")
        image = self._image(figure, width)
        if image is None:
            room = QSizeF(width, _NO_PICTURE_HEIGHT)
        else:
            ratio = image.devicePixelRatio()
            room = QSizeF(image.width() / ratio, image.height() / ratio + self.look.style.gap / 2)
        return _Picture(QSizeF(width, room.height() + words.size().height()), words, image, room)

    def _words(self, look: Look, width: float) -> QTextDocument:
        words = QTextDocument()
        words.setUndoRedoEnabled(False)
        words.setDocumentMargin(0)
        small = Look(TextStyle(look.style.size * 0.86, look.style.line * 0.86, 0), look.colours)
        words.setDefaultFont(small.font())
        words.documentLayout().registerHandler(CHIP, self._chips)
        words.setTextWidth(width)
        return words

    def _caption(self, cursor: QTextCursor, id: str, caption: Inlines) -> None:
        number = self._naming.number(id)
        if number:
            self._insert(cursor, (Text(f"{number}  ", Marks.BOLD),))
        self._insert(cursor, caption)

    def _source(self, cursor: QTextCursor, source: Inlines) -> None:
        if source:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if not cursor.atBlockStart():
                cursor.insertBlock()
            self._insert(cursor, source, colour="muted")

    def _remark(self, cursor: QTextCursor, words: str, colour: str) -> None:
        if not cursor.atBlockStart():
            cursor.insertBlock()
        self._insert(cursor, (Text(words),), colour=colour)

    def _cell(self, cursor: QTextCursor, cell: Cell, header: bool) -> None:
        inlines = cell.inlines
        if header:
            inlines = tuple(Text(i.text, i.marks | Marks.BOLD, i.link) if isinstance(i, Text) else i for i in inlines)
        self._insert(cursor, inlines)

    def _insert(self, cursor: QTextCursor, inlines: Inlines, colour: str = "") -> None:
        assert self.look is not None
        for inline in inlines:
            if isinstance(inline, Text):
                format = QTextCharFormat(run_format(self.look, inline, quote=False))
                if colour:
                    format.setForeground(theme.colour(colour))
            elif isinstance(inline, LineBreak):
                format = QTextCharFormat()
            else:
                format = thing_format(self.look, inline)
            cursor.insertText(placeholder(inline), format)

    def _image(self, figure: Figure, width: float) -> QImage | None:
        """Decode no more than is shown: an image may be far larger than the screen."""
        try:
            data = self._images.image(figure.image)
        except NoImage:
            return None
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        own = reader.size()
        ratio = 2.0
        if own.isValid() and own.width() > 0:
            wanted = round(figure.width * width * ratio)
            reader.setScaledSize(QSize(wanted, max(round(own.height() * wanted / own.width()), 1)))
        image = reader.read()
        image.setDevicePixelRatio(ratio)
        return None if image.isNull() else image


def _beginning(table: Table) -> tuple[Table, int]:
    """Give a table as it is printed, a long one cut off but for its totals, and how many rows are left out."""
    from ikonzept_desktop.model import tables  # what only tables need comes with the first one
    from ikonzept_desktop.model.table_numbers import printed, total_rows

    count = len(table.rows)
    if count <= SHOWN_ROWS:
        return printed(table), 0
    keep = max(SHOWN_ROWS, min(table.header_rows, count))
    cut = tables.delete(table, tables.Axis.ROWS, keep, count - 1) if keep < count else None
    if cut is None:
        return printed(table), 0
    plain_columns = tuple(replace(column, total=Total.NONE) for column in cut.columns)
    shown = printed(replace(cut, columns=plain_columns))
    return replace(shown, rows=(*shown.rows, *total_rows(table))), count - keep


def _insert_table(cursor: QTextCursor, table: Table, style: TextStyle, fill: Filler) -> None:
    format = QTextTableFormat()
    format.setBorder(1)
    format.setBorderCollapse(True)
    format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    format.setBorderBrush(QBrush(theme.colour("line")))
    format.setCellPadding(round(style.size * 0.28))
    format.setTopMargin(style.gap / 3)
    format.setBottomMargin(style.gap / 3)
    format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    format.setColumnWidthConstraints(_widths(table.columns))
    grid = cursor.insertTable(len(table.rows), len(table.columns), format)
    for placed in placed_cells(table):
        row, column, cell = placed.row, placed.column, placed.cell
        if cell.row_span > 1 or cell.column_span > 1:
            grid.mergeCells(row, column, cell.row_span, cell.column_span)
        spot = grid.cellAt(row, column)
        header = row < table.header_rows or column < table.header_columns
        if header:
            shade = QTextTableCellFormat()
            shade.setBackground(theme.colour("chip"))
            spot.setFormat(shade)
        at = spot.firstCursorPosition()
        block = at.blockFormat()
        block.setAlignment(_ALIGNMENTS[cell.alignment or table.columns[column].alignment])
        at.setBlockFormat(block)
        fill(at, cell, header)


def _widths(columns: tuple[Column, ...]) -> list[QTextLength]:
    total = sum(column.width for column in columns)
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * column.width / total) for column in columns]


def _draw_image(painter: QPainter, picture: _Picture) -> None:
    assert picture.image_size is not None
    if picture.image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QPointF(0, 0), picture.image)
        return
    room = QRectF(QPointF(0, 0), picture.image_size).adjusted(0.5, 0.5, -0.5, -8.5)
    painter.setPen(QPen(theme.colour("border"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("chip"))
    painter.drawRoundedRect(room, 4, 4)
    painter.setPen(theme.colour("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, texts.NO_IMAGE)
