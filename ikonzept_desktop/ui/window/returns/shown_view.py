"""A text with proposals in it, to be read: frames and the ring around the present one are painted beside its words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.inline import Footnote
from ikonzept_desktop.publication.labels import Label, Labels
from ikonzept_desktop.review.shown_values import HeadKind, ShownLine
from ikonzept_desktop.ui.editor.chips import Chips
from ikonzept_desktop.ui.editor.looks import CHAPTER, MEASURE, Colours, Look
from ikonzept_desktop.ui.editor.objects import CHIP, OBJECT, Things
from ikonzept_desktop.ui.editor.rich_text import be_for_reading
from ikonzept_desktop.ui.editor.wheel import is_zoom
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.window.returns import shown_texts as texts
from ikonzept_desktop.ui.window.returns.shown_formats import Formats
from ikonzept_desktop.ui.window.returns.shown_marks import MARK, Marks, colour_of
from ikonzept_desktop.ui.window.returns.shown_setting import Frame, Persons, Reach, Setter, Setting

_NO_LABELS = Labels({}, {})
_BESIDE = 12.0
"""px by which a frame is wider than the text, on either side."""
_ABOVE = 7.0
_LEAST_MARGIN = 28
_TOP = 22
_MOST_READ = 400
"""Characters of a proposal that a screen reader is given at once."""


class KnownNames:
    """The numbers and titles of one state of a concept, for chips."""

    def __init__(self, known: Labels = _NO_LABELS) -> None:
        """Take the labels."""
        self.known = known

    def all(self) -> Labels:
        """Give the labels of everything."""
        return self.known

    def number(self, id: str) -> str:
        """Give the number printed before a title, or nothing."""
        return self.known.number(id)

    def label(self, id: str) -> Label | None:
        """Give the label of a target; None where it is gone."""
        return self.known.targets.get(id)

    def note(self, id: str) -> int | None:
        """Give a note's number; None where it is not printed."""
        return self.known.notes.get(id)


class ShownView(QTextEdit):
    """To be read, clicked, selected and copied."""

    clicked = Signal(str)
    """The id of the proposal or comment that was clicked on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        be_for_reading(self)
        self.setAccessibleName(texts.SHOWN)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would have every section laid out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.names = KnownNames()
        self.setting = Setting([], {}, {})
        self.current = ""
        self._zoom = 100
        self._pressed = QPointF()
        self._starts: list[tuple[int, int, str]] = []
        self._margin = -1
        self._own: QTextDocument | None = None
        self._things = Things()

    def _take(self, document: QTextDocument) -> None:
        """Show another document: to empty one takes longer than to fill a new one that nobody lays out meanwhile."""
        self._chips = Chips(self._things, self.names, document)
        self._marks = Marks(document)
        self._chips.style = CHAPTER.zoomed(self._zoom)
        self._marks.size = fonts.SMALL_SIZE * self._zoom / 100
        document.documentLayout().registerHandler(CHIP, self._chips)
        document.documentLayout().registerHandler(MARK, self._marks)
        before, self._own = self._own, document
        self.setDocument(document)
        if before is not None:
            before.deleteLater()

    def show_lines(self, crumbs: str, lines: Sequence[ShownLine], persons: Persons, known: Labels, zoom: int) -> None:
        """Show lines from their beginning, with nothing current."""
        self._zoom = zoom
        self.names.known = known
        look = Look(CHAPTER.zoomed(zoom), Colours.present())
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(look.font())
        self._things = Things()
        self._things.keep((Paragraph("", tuple(_notes(lines))),))
        self._margin = -1
        self._keep_measure(document)
        self.setting = Setter(QTextCursor(document), Formats(zoom), look, persons).write(crumbs, lines)
        self._take(document)
        self._starts = sorted(
            (reach.start, reach.end, id) for id, reaches in self.setting.reaches.items() for reach in reaches
        )
        self.current = ""

    def set_current(self, id: str) -> None:
        """Draw the ring around another proposal, and bring it into sight."""
        before, self.current = self.current, id if self.has(id) else ""
        if self.has(before):
            _draw_anew(self, before)
        if not self.current:
            return
        first = self._first_reach(id)
        self.setAccessibleDescription(self._words(first))
        cursor = QTextCursor(self.document())
        cursor.setPosition(first.start)
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)
        self._bring_into_sight(first)
        if self.verticalScrollBar().value() != place:
            self.viewport().update()
        else:
            _draw_anew(self, id)

    def has(self, id: str) -> bool:
        """Tell whether a proposal stands in the text that is shown."""
        return bool(id) and (id in self.setting.reaches or any(id in frame.ids for frame in self.setting.frames))

    def ring(self, id: str) -> QPainterPath:
        """Give the outline of a proposal. px of the viewport"""
        path = QPainterPath()
        frames = [frame for frame in self.setting.frames if id in frame.ids]
        if frames:
            for frame in frames:
                path.addRoundedRect(self._frame_box(frame).adjusted(-2, -2, 2, 2), 5, 5)
            return path
        for reach in self.setting.reaches.get(id, ()):
            for box in self.boxes(reach):
                path.addRect(box.adjusted(-2, 0, 2, 0))
        return path.simplified()

    def boxes(self, reach: Reach) -> list[QRectF]:
        """Give the rectangles of a stretch of the text, line by line. px of the viewport"""
        found: list[QRectF] = []
        block = self.document().findBlock(reach.start)
        while block.isValid() and block.position() <= reach.end:
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            found += _boxes_in(block, reach, origin - QPointF(0, self.verticalScrollBar().value()))
            block = block.next()
        return found

    def id_at(self, point: QPointF) -> str:
        """Give the proposal that is shown at a point of the viewport; of several the one with the fewest words."""
        at = self.cursorForPosition(point.toPoint()).position()
        upto = bisect_right(self._starts, (at, 1 << 60, ""))
        near = [(end - start, id) for start, end, id in self._starts[:upto] if end >= at]
        for _, id in sorted(near):
            boxes = (box for reach in self.setting.reaches[id] for box in self.boxes(reach))
            if any(box.adjusted(-3, -2, 3, 2).contains(point) for box in boxes):
                return id
        return next((frame.ids[0] for frame in self.setting.frames if self._frame_box(frame).contains(point)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where the mouse went down."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which proposal was clicked, unless words were selected."""
        super().mouseReleaseEvent(event)
        is_click = (event.position() - self._pressed).manhattanLength() < 4
        if event.button() is Qt.MouseButton.LeftButton and is_click and (id := self.id_at(event.position())):
            self.clicked.emit(id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            over = bool(self.id_at(event.position()))
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave Strg+wheel to what is around."""
        if is_zoom(event):
            event.ignore()
            return False
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines no longer than the text's own, in the middle of the width."""
        self._keep_measure(self.document())
        super().resizeEvent(event)
        if self.current:
            self._bring_into_sight(self._first_reach(self.current))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frames below the words, and the ring above them."""
        exposed = QRectF(event.rect())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame in self.setting.frames:
            box = self._frame_box(frame)
            if box.intersects(exposed):
                _draw_frame(painter, box, frame, self.palette().brush(QPalette.ColorRole.Base))
        painter.end()
        super().paintEvent(event)
        if self.current:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawPath(self.ring(self.current))
            painter.end()

    def column(self) -> tuple[int, int]:
        """Give where the text begins, and how wide it is. px of the viewport"""
        return self._margin, self.viewport().width() - 2 * self._margin

    def line_box(self, name: str) -> QRectF | None:
        """Give where a line of the concept is shown, by the name proposals know it by. px of the viewport"""
        reach = self.setting.lines.get(name)
        return self._band(reach) if reach is not None else None

    def place_of(self, id: str) -> QRectF | None:
        """Give the whole lines a proposal stands in. px of the viewport"""
        return self._band(self._first_reach(id)) if self.has(id) else None

    def _frame_box(self, frame: Frame) -> QRectF:
        return self._band(frame.reach).adjusted(-_BESIDE, -_ABOVE, _BESIDE, _ABOVE)

    def _band(self, reach: Reach) -> QRectF:
        """Give the lines of a stretch over the whole width of the text. px of the viewport"""
        layout, document = self.document().documentLayout(), self.document()
        top = layout.blockBoundingRect(document.findBlock(reach.start)).top()
        bottom = layout.blockBoundingRect(document.findBlock(reach.end)).bottom()
        scrolled = self.verticalScrollBar().value()
        width = self.viewport().width() - 2 * self._margin
        return QRectF(self._margin, top - scrolled, width, bottom - top)

    def _first_reach(self, id: str) -> Reach:
        frame = next((frame.reach for frame in self.setting.frames if id in frame.ids), None)
        return frame or self.setting.reaches[id][0]

    def _words(self, reach: Reach) -> str:
        """Give the words of a stretch, for who cannot see it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(reach.start)
        cursor.setPosition(min(reach.end, reach.start + _MOST_READ), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace(OBJECT, "").strip()

    def _sight(self, reach: Reach) -> QRectF:
        """Give what of a proposal has to be seen: its frame, or its words; of what is too high its beginning."""
        is_framed = any(frame.reach == reach for frame in self.setting.frames)
        boxes = [] if is_framed else self.boxes(reach)
        box = reduce(QRectF.united, boxes) if boxes else self._band(reach)
        box.setHeight(min(box.height(), self.viewport().height() / 2))
        return box

    def _bring_into_sight(self, reach: Reach) -> None:
        box, height = self._sight(reach), self.viewport().height()
        if box.top() >= 0 and box.bottom() <= height:
            return
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + box.top() - max(height / 3 - box.height() / 2, 16)))

    def _keep_measure(self, document: QTextDocument) -> None:
        measure = round(MEASURE * self._zoom / 100)
        beside = max((self.viewport().width() - measure) // 2, _LEAST_MARGIN)
        if beside == self._margin:
            return
        self._margin = beside
        root = document.rootFrame()
        format = root.frameFormat()
        format.setLeftMargin(beside)
        format.setRightMargin(beside)
        format.setTopMargin(_TOP)
        format.setBottomMargin(_TOP * 4)
        root.setFrameFormat(format)

    def sizeHint(self) -> QSize:
        """Ask for the measure."""
        return QSize(MEASURE + 2 * _LEAST_MARGIN, 400)


def _draw_anew(view: ShownView, id: str) -> None:
    """Have drawn anew what the ring around a proposal covers, and no more of the text."""
    view.viewport().update(view.ring(id).boundingRect().adjusted(-4, -4, 4, 4).toAlignedRect())


def _across(line: QTextLine, at: int) -> float:
    """Give how far from the left a position of a line is; the binding gives the position back beside it. px"""
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)


def _draw_frame(painter: QPainter, box: QRectF, frame: Frame, ground: QBrush) -> None:
    token = "red" if frame.kind is HeadKind.CONFLICT else colour_of(frame.person) if frame.person else "muted"
    pen = QPen(theme.colour(token), 1.5 if frame.kind is HeadKind.CONFLICT else 1.2)
    if frame.kind is not HeadKind.CONFLICT:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)


def _boxes_in(block: QTextBlock, reach: Reach, origin: QPointF) -> Iterator[QRectF]:
    """Go through the rectangles of a stretch in one paragraph, whose corner is the origin, line by line."""
    low, high = reach.start - block.position(), min(reach.end - block.position(), block.length() - 1)
    lines = block.layout()
    for at in range(lines.lineCount()):
        line = lines.lineAt(at)
        start, end = max(low, line.textStart()), min(high, line.textStart() + line.textLength())
        if start < end or (start == end == low == high):
            left, right = _across(line, start), _across(line, end)
            yield QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())


def _notes(lines: Sequence[ShownLine]) -> list[Footnote]:
    spans = (span for line in lines for held in (line.spans, *(cell.spans for cell in line.cells)) for span in held)
    return [span.inline for span in spans if isinstance(span.inline, Footnote)]
