"""The overview on paper: as it is shown, its heads on every page, pages numbered. Measures in points."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.status_shapes import draw_status
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.overview import print_texts, texts
from ikonzept_desktop.ui.window.overview.columns import AT_RIGHT, Column
from ikonzept_desktop.ui.window.overview.table_model import cell_words
from ikonzept_desktop.values import dataclass

if TYPE_CHECKING:  # for types alone
    from ikonzept_desktop.ui.window.overview.page import OverviewPage

MARGIN_MM = 15
_TITLE, _TEXT, _SMALL = 13, 9, 8
_HEAD, _ROW, _PAD, _INDENT, _SHAPE = 18.0, 15.0, 4.0, 9.0, 8.0
_TOP, _FOOT = 40.0, 18.0
_INK, _QUIET, _LINE, _GROUND = QColor("#000000"), QColor("#444444"), QColor("#999999"), QColor("#EEEEEE")
_ELASTIC = {Column.TITLE: 3, Column.RESPONSIBLE: 2}
"""Columns that share what width the others leave, and their parts of it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be printed."""

    title: str
    shown: str
    """What the list leaves out, and how it is sorted."""
    today: date
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    findings: tuple[int, ...]
    """Of each line."""
    sums: tuple[str, ...]


def sheet_of(page: "OverviewPage", session: Session) -> Sheet:
    """Give what an overview shows at present, with all its columns."""
    model = page.model
    count = model.findings_of
    columns = tuple(column for column in Column if count is not None or column is not Column.FINDINGS)
    found = tuple(count(line.section) if count else 0 for line in model.shown)
    shown = model.shown
    sums = [
        texts.words_summed(sum(line.words for line in shown), sum(line.target or 0 for line in shown)),
        texts.notes_summed(sum(line.open_notes for line in shown)),
    ]
    if count is not None:
        sums.append(texts.findings_summed(sum(found)))
    said = print_texts.shown(model.asked, len(shown), len(model.every), session.document.template)
    return Sheet(session.title, said, model.today(), columns, tuple(shown), found, tuple(sums))


def page_layout(*, landscape: bool) -> QPageLayout:
    """Give an A4 page with its margins."""
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, margins, QPageLayout.Unit.Millimeter)


def print_sheet(sheet: Sheet, device: QPagedPaintDevice) -> int:
    """Paint a sheet onto as many pages as it needs and tell how many; 0 where the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return 0
    scale = device.logicalDpiX() / 72
    painter.scale(scale, scale)
    # A preview records what differs from a painter's beginning; the rest it paints in the window's ink: white, if dark.
    painter.setPen(_LINE)
    paper = device.pageLayout().paintRect(QPageLayout.Unit.Point)
    count = _Pages(sheet, painter, QRectF(0, 0, paper.width(), paper.height())).paint(device)
    painter.end()
    return count


class _Pages:
    """Paints one sheet, page by page."""

    def __init__(self, sheet: Sheet, painter: QPainter, paper: QRectF) -> None:
        self._sheet, self._painter, self._paper = sheet, painter, paper
        self._widths = _widths(sheet, paper.width())
        room = paper.height() - _TOP - _HEAD - _FOOT
        each = max(int(room // _ROW), 2)
        rows = list(zip(sheet.lines, sheet.findings, strict=True))
        self._parts = [rows[at : at + each] for at in range(0, len(rows), each)] or [[]]
        if len(self._parts[-1]) == each:  # the sums need a row too
            self._parts.append([])

    def paint(self, device: QPagedPaintDevice) -> int:
        """Paint every page and tell how many there are."""
        for number, part in enumerate(self._parts, start=1):
            if number > 1:
                device.newPage()
            self._paint_top()
            y = self._paint_heads(_TOP)
            for line, findings in part:
                y = self._paint_row(y, line, findings)
            if number == len(self._parts):
                self._paint_sums(y)
            self._paint_foot(number)
        return len(self._parts)

    def _paint_top(self) -> None:
        width = self._paper.width()
        self._write(QRectF(0, 0, width - 90, 18), self._sheet.title, _font(_TITLE, strong=True))
        self._write(QRectF(width - 90, 0, 90, 18), written(self._sheet.today), _font(_TEXT), right=True)
        self._write(QRectF(0, 18, width, 14), self._sheet.shown, _font(_SMALL), ink=_QUIET)

    def _paint_heads(self, y: float) -> float:
        self._painter.fillRect(QRectF(0, y, self._paper.width(), _HEAD), _GROUND)
        for column, box in self._boxes(y, _HEAD):
            self._write(box, texts.COLUMNS[column], _font(_SMALL, strong=True), right=column in AT_RIGHT)
        self._rule(y + _HEAD, _INK)
        return y + _HEAD

    def _paint_row(self, y: float, line: Line, findings: int) -> float:
        late = line.days_late(self._sheet.today)
        for column, box in self._boxes(y, _ROW):
            words = cell_words(line, column, findings)
            strong = bool(late) and column is Column.DEADLINE
            if column is Column.TITLE:
                box.setLeft(box.left() + line.depth * _INDENT)
            elif column is Column.STATUS:
                spot = QRectF(box.left(), box.center().y() - _SHAPE / 2, _SHAPE, _SHAPE)
                draw_status(self._painter, spot, line.status.shape, _INK, QColor("white"))
                box.setLeft(box.left() + _SHAPE + 4)
            if strong:
                words = f"{words}, {texts.LATE}"
            self._write(box, words, _font(_SMALL, strong=strong), right=column in AT_RIGHT)
        self._rule(y + _ROW, _LINE)
        return y + _ROW

    def _paint_sums(self, y: float) -> None:
        box = QRectF(_PAD, y, self._paper.width() - 2 * _PAD, _ROW + 2)
        self._write(box, texts.SUM, _font(_SMALL, strong=True))
        self._write(box, "     ".join(self._sheet.sums), _font(_SMALL, strong=True), right=True)

    def _paint_foot(self, number: int) -> None:
        box = QRectF(0, self._paper.height() - _FOOT, self._paper.width(), _FOOT)
        self._write(box, print_texts.page_of(number, len(self._parts)), _font(_SMALL), right=True, ink=_QUIET)

    def _boxes(self, y: float, height: float) -> list[tuple[Column, QRectF]]:
        boxes, x = [], 0.0
        for column in self._sheet.columns:
            width = self._widths[column]
            boxes.append((column, QRectF(x + _PAD, y, width - 2 * _PAD, height)))
            x += width
        return boxes

    def _write(self, box: QRectF, words: str, font: QFont, *, right: bool = False, ink: QColor = _INK) -> None:
        self._painter.setFont(font)
        self._painter.setPen(ink)
        elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 0.5)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), elided)

    def _rule(self, y: float, ink: QColor) -> None:
        self._painter.setPen(QPen(ink, 0.5))
        self._painter.drawLine(QPointF(0, y), QPointF(self._paper.width(), y))


def _widths(sheet: Sheet, whole: float) -> dict[Column, float]:
    """Give the columns their widths: what stands in them, and to the elastic ones what is left."""
    metrics = QFontMetricsF(_font(_SMALL, strong=True))
    widths = {}
    for column in sheet.columns:
        if column in _ELASTIC:
            continue
        late = f", {texts.LATE}" if column is Column.DEADLINE else ""
        words = [cell_words(line, column, 0) + late for line in sheet.lines]
        widest = max(map(metrics.horizontalAdvance, [texts.COLUMNS[column], *words]), default=0.0)
        shape = _SHAPE + 4 if column is Column.STATUS else 0
        widths[column] = widest + shape + 2 * _PAD + 2
    left = max(whole - sum(widths.values()), 0.2 * whole)
    parts = sum(_ELASTIC.values())
    return widths | {column: left * part / parts for column, part in _ELASTIC.items()}


def _font(size: int, *, strong: bool = False) -> QFont:
    font = fonts.tabular(QFont(fonts.ui_font().family()))
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
