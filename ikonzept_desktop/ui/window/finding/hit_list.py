"""The list of hits: painted in one row each, the hit bold in its context, what it becomes beside it."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.window.finding import texts
from ikonzept_desktop.ui.window.finding.hits_model import Heading, HitLine, HitsModel, Index

ROW_HEIGHT = 26
_BAR = 3
_EDGE = 16
_TICK = 16
"""px"""


class HitList(QTableView):
    """Walks through the hits with the arrow keys; the space bar ticks, Return goes into the text."""

    hit_reached = Signal(int)
    """The number of the hit that was walked to or clicked."""
    hit_entered = Signal(int)
    """The number of the hit whose text is to get the keyboard."""
    ticked = Signal(object, bool)
    """A range of hits, and whether they are to be replaced."""

    def __init__(self, model: HitsModel, parent: QWidget) -> None:
        """Show the rows of a model."""
        super().__init__(parent)
        self._hits = model
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self._lay_out()
        self.setAccessibleName(texts.HITS)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        self.doubleClicked.connect(lambda index: self._enter(index.row()))

    def choose(self, hit: int) -> None:
        """Have a hit chosen and in sight, without a signal; none for -1."""
        self._quiet = True
        row = self._hits.row_of(hit)
        index = self._hits.index(row) if row >= 0 else self._hits.index(-1)
        self.setCurrentIndex(index)
        if row > 0 and self._hits.hit_of(row - 1) < 0:
            self.scrollTo(self._hits.index(row - 1))
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by the space bar, go into the text by Return."""
        row = self.currentIndex().row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self._enter(row)
        elif plain and event.key() == Qt.Key.Key_Space and row >= 0:
            self._tick(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick what is clicked at its box."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._has_box_at(index.row(), round(event.position().x())):
            self._tick(index.row())
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and a ring around them while they have the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_ring(QPainter(self.viewport()), QRectF(self.viewport().rect()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew where the font has another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _lay_out(self) -> None:
        """Be one column of rows of one height: a list view would ask for each of a hundred thousand rows."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def _fit_rows(self) -> None:
        height = max(ROW_HEIGHT, QFontMetrics(fonts.ui_font()).height() + 8)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _has_box_at(self, row: int, x: int) -> bool:
        shown = self._hits.row(row)
        indent = _EDGE if isinstance(shown, Heading) else 2 * _EDGE
        return shown.ticked is not None and indent - 4 <= x < indent + _TICK + 4

    def _tick(self, row: int) -> None:
        shown = self._hits.row(row)
        if shown.ticked is not None:
            on = shown.ticked is True or shown.ticked is Qt.CheckState.Checked
            self.ticked.emit(self._hits.hits_of(row), not on)

    def _enter(self, row: int) -> None:
        if (hit := self._hits.hit_of(row)) >= 0:
            self.hit_entered.emit(hit)

    def _tell(self, index: Index, _before: Index | None = None) -> None:
        if not self._quiet and (hit := self._hits.hit_of(index.row())) >= 0:
            self.hit_reached.emit(hit)


class HitDelegate(QStyledItemDelegate):
    """Paints headings and hits."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        model = index.model()
        if not isinstance(model, HitsModel):
            return
        row = model.row(index.row())
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # as Qt has it
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as Qt has it
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        pen = _Pen(painter, rect, chosen=chosen)
        pen.ground(pointed=bool(state & QStyle.StateFlag.State_MouseOver))
        view = self.parent()
        style = view.style() if isinstance(view, QWidget) else None
        if isinstance(row, Heading):
            _paint_heading(pen, row, option, style)
        else:
            _paint_hit(pen, row, option, style)
        painter.restore()


class _Pen:
    """Writes from left to right on one base line, until there is no room."""

    def __init__(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        self.painter = painter
        self.rect = rect
        self.chosen = chosen
        self.x = rect.left() + _EDGE
        self.end = rect.right() - _EDGE

    def ground(self, *, pointed: bool) -> None:
        if self.chosen:
            self.painter.fillRect(self.rect, theme.colour("soft"))
            bar = QRect(self.rect.left(), self.rect.top(), _BAR, self.rect.height())
            self.painter.fillRect(bar, theme.colour("accent"))
        elif pointed:
            self.painter.fillRect(self.rect, theme.colour("hover"))

    def write(self, text: str, ink: str = "ink", font: QFont | None = None, ground: str = "") -> None:
        """Write, cut off where there is no room; on a ground of its own where one is named."""
        used = font or fonts.ui_font()
        metrics = QFontMetrics(used)
        room = self.end - self.x
        if not text or room <= 0:
            return
        shown = text if metrics.horizontalAdvance(text) <= room else _cut(metrics, text, room)
        box = QRect(self.x, self.rect.top(), metrics.horizontalAdvance(shown), self.rect.height())
        if ground:
            self.painter.fillRect(box.adjusted(0, 4, 0, -4), theme.colour(ground))
        self.painter.setFont(used)
        self.painter.setPen(theme.colour(ink, chosen=self.chosen and not ground))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
        self.x += box.width()

    def write_at_right(self, text: str, ink: str = "muted") -> None:
        """Write at the right edge, and leave the rest to what follows."""
        font = fonts.ui_font(fonts.SMALL_SIZE)
        width = min(QFontMetrics(font).horizontalAdvance(text), max((self.end - self.x) // 2, 0))
        left, end, self.x = self.x, self.end, self.end - width
        self.write(text, ink, font)
        self.x, self.end = left, end - width - 12

    def box(self, state: Qt.CheckState, option: QStyleOptionViewItem, style: QStyle | None) -> None:
        """Draw a box to tick."""
        if style is not None:
            tick = QStyleOptionViewItem(option)
            tick.rect = QRect(  # type: ignore[attr-defined]  # as Qt has it
                self.x, self.rect.top() + (self.rect.height() - _TICK) // 2, _TICK, _TICK
            )
            flags = {
                Qt.CheckState.Checked: QStyle.StateFlag.State_On,
                Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
                Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
            }
            tick.state = QStyle.StateFlag.State_Enabled | flags[state]  # type: ignore[attr-defined]  # as Qt has it
            style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, self.painter)
        self.x += _TICK + 8


def _paint_heading(pen: _Pen, row: Heading, option: QStyleOptionViewItem, style: QStyle | None) -> None:
    if row.ticked is not None:
        pen.box(row.ticked, option, style)
    pen.write_at_right(texts.hits(len(row.hits)))
    if row.number:
        pen.write(f"{row.number}  ", "muted", fonts.tabular(fonts.ui_font(strong=True)))
    pen.write(row.title, font=fonts.ui_font(strong=True))


def _paint_hit(pen: _Pen, row: HitLine, option: QStyleOptionViewItem, style: QStyle | None) -> None:
    pen.x += _EDGE
    if row.obstacle is not None:
        spot = QRect(pen.x, pen.rect.top() + (pen.rect.height() - 16) // 2, 16, 16)
        icon("lock", "amber").paint(pen.painter, spot)
        pen.x += _TICK + 8
        pen.write_at_right(texts.OBSTACLES[row.obstacle], "amber")
    elif row.ticked is not None:
        pen.box(Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked, option, style)
        pen.write_at_right(row.place)
    else:
        pen.write_at_right(row.place)
    pen.write(row.before)
    strong = fonts.ui_font(strong=True)
    if row.new is None:
        pen.write(row.old, font=strong, ground="" if pen.chosen else "amber_tint")
    else:
        struck, added = fonts.ui_font(), fonts.ui_font(strong=True)
        struck.setStrikeOut(True)
        added.setUnderline(True)
        pen.write(row.old, "red", struck, "red_tint")
        pen.write(row.new, "green", added, "green_tint")
    pen.write(row.after)


def _cut(metrics: QFontMetrics, text: str, room: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
