"""Tables, figures and attached PDFs within the text, shown whole, as one character each; they are changed elsewhere."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
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

from ikonzept_desktop.model.blocks import Alignment, Attachment, Cell, Column, Figure, Table, Total
from ikonzept_desktop.model.cropping import WHOLE
from ikonzept_desktop.model.inline import Inlines, LineBreak, Marks, Text
from ikonzept_desktop.model.table_grid import placed_cells
from ikonzept_desktop.ui.editor import attachment_face, texts
from ikonzept_desktop.ui.editor.chips import Chips
from ikonzept_desktop.ui.editor.clipboard import Images
from ikonzept_desktop.ui.editor.faces import look_alike
from ikonzept_desktop.ui.editor.figure_images import FigureImages
from ikonzept_desktop.ui.editor.looks import Look, TextStyle, run_format, thing_format
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.editor.objects import CHIP, KEY, Things, placeholder
from ikonzept_desktop.ui.editor.positions import for_qt
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.values import dataclass

_KEPT = 64
_ALIGNMENTS = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_Thing = Table | Figure | Attachment
_NO_PICTURE_HEIGHT = 120.0
SHOWN_ROWS = 30
"""Rows of a table that are drawn in the text: all of a long one are in its panel."""
Paper = Callable[[], float]
"""Gives the width of the text on paper. mm"""
Filler = Callable[[QTextCursor, Cell, bool], None]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A table, figure or PDF made ready to be drawn. px"""

    size: QSizeF
    words: QTextDocument
    """The caption, cells and source; of a figure the caption and source, below its image."""
    above: float = 0.0
    """Room for the image of a figure, with what parts it from the words."""
    image: QSizeF | None = None
    """How large the image is drawn; None where it is lost."""
    beside: float = 0.0
    """Room for the sheet of a PDF, at the left of the words."""


class Atoms(QPyTextObject):
    """Measures and draws the tables and figures of one view."""

    def __init__(
        self, things: Things, chips: Chips, naming: Naming, images: Images, paper: Paper, parent: QObject
    ) -> None:
        """Draw these things, the notes and references in them as these chips; `paper` is the width of printed text."""
        super().__init__(parent)
        self._things = things
        self._chips = chips
        self._naming = naming
        self._images = FigureImages(images)
        self._paper = paper
        self._ready: OrderedDict[tuple[int, float], tuple[_Thing, _Picture]] = OrderedDict()
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
        thing = self._things.find(str(format.property(KEY)))
        painter.save()
        painter.translate(QRectF(rect).topLeft())
        if isinstance(thing, Figure):
            if picture.image is not None:
                self._draw_image(painter, thing, picture.image)
            else:
                _draw_gap(painter, picture.size.width())
        elif isinstance(thing, Attachment):
            self._draw_attachment(painter, thing, picture)
        painter.translate(picture.beside, picture.above)
        picture.words.drawContents(painter)
        painter.restore()

    def forget(self) -> None:
        """Make everything ready anew: names, sizes or colours have changed."""
        self._ready.clear()

    def _picture(self, document: QTextDocument, format: QTextFormat) -> _Picture | None:
        thing = self._things.find(str(format.property(KEY)))
        width = document.textWidth()
        if not isinstance(thing, _Thing) or self.look is None or width <= 0:
            return None
        key = (id(thing), width)
        known = self._ready.get(key)
        if known is None:
            made = self._of_earlier_state(thing, width)
            if made is None:
                made = self._made(thing, width)
            # The thing is kept with its picture, so that its identity is not given to another.
            known = self._ready[key] = (thing, made)
            if len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return known[1]

    def _made(self, thing: _Thing, width: float) -> _Picture:
        match thing:
            case Table():
                return self._table(thing, width)
            case Figure():
                return self._figure(thing, width)
            case Attachment():
                return self._attachment(thing, width)

    def _of_earlier_state(self, thing: _Thing, width: float) -> _Picture | None:
        """Give the picture of an earlier state that looks alike: a note within has changed, nothing else."""
        states = ((at, state, made) for (at, wide), (state, made) in self._ready.items() if wide == width)
        for at, state, made in states:
            if state.id == thing.id and look_alike(state, thing):
                del self._ready[at, width]
                return made
        return None

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
        if not (figure.alternative_text.strip() or figure.decorative):
            self._remark(cursor, texts.NO_ALTERNATIVE_TEXT, "amber")
        image = self._image_size(figure, width)
        above = _NO_PICTURE_HEIGHT if image.isEmpty() else image.height() + self.look.style.gap / 2
        size = QSizeF(width, above + words.size().height())
        return _Picture(size, words, above, None if image.isEmpty() else image)

    def _attachment(self, attachment: Attachment, width: float) -> _Picture:
        assert self.look is not None
        sheet = attachment_face.sheet_size(self._images.size(attachment.file.preview).toSizeF(), self.look.style.size)
        beside = attachment_face.room_for_words(sheet, self.look.style.size)
        words = self._words(self.look, max(width - beside - attachment_face.MARGIN, 1.0))
        cursor = QTextCursor(words)
        self._insert(cursor, _in_bold(attachment.caption or (Text(attachment.file.name),)))
        for sentence, colour in attachment_face.said_of(attachment):
            self._remark(cursor, sentence, colour)
        height = max(words.size().height(), sheet.height()) + 2 * attachment_face.MARGIN
        above = attachment_face.MARGIN
        return _Picture(QSizeF(width, height), words, above, sheet, beside)

    def _draw_attachment(self, painter: QPainter, attachment: Attachment, picture: _Picture) -> None:
        assert picture.image is not None
        fineness = max(painter.device().devicePixelRatioF(), 1.0)
        image = self._images.image(attachment.file.preview, WHOLE, round(picture.image.width() * fineness))
        attachment_face.draw(painter, picture.size, picture.image, image)

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
        self._insert(cursor, _in_bold(cell.inlines) if header else cell.inlines)

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
            cursor.insertText(for_qt(placeholder(inline)), format)

    def _image_size(self, figure: Figure, width: float) -> QSizeF:
        """Give how large an image stands in a text of that width, as on paper; nothing for a lost one."""
        own = self._images.size(figure.image, figure.crop)
        if own.isEmpty():
            return QSizeF()
        share = min(figure.width_mm / self._paper(), 1.0) if figure.width_mm else figure.width
        return QSizeF(share * width, share * width * own.height() / own.width())

    def _draw_image(self, painter: QPainter, figure: Figure, room: QSizeF) -> None:
        """Decode no more than is shown, and only when it is: an image may be far larger than the screen."""
        fineness = max(painter.device().devicePixelRatioF(), 1.0)
        image = self._images.image(figure.image, figure.crop, round(room.width() * fineness))
        if not image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(QPointF(0, 0), room), image)


def _in_bold(inlines: Inlines) -> Inlines:
    return tuple(Text(i.text, i.marks | Marks.BOLD, i.link) if isinstance(i, Text) else i for i in inlines)


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


def _draw_gap(painter: QPainter, width: float) -> None:
    room = QRectF(0, 0, width, _NO_PICTURE_HEIGHT).adjusted(0.5, 0.5, -0.5, -8.5)
    painter.setPen(QPen(theme.colour("border"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("chip"))
    painter.drawRoundedRect(room, 4, 4)
    painter.setPen(theme.colour("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, texts.NO_IMAGE)
