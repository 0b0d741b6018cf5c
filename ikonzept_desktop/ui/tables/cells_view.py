"""The grid: cells are chosen, written in, filled and emptied from the keyboard and with the mouse."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ikonzept_desktop.model.table_grid import Area, Placed, widened
from ikonzept_desktop.ui.editor.keys import typed
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.tables import texts
from ikonzept_desktop.ui.tables.cell_editor import way_of
from ikonzept_desktop.ui.tables.cell_paint import CellDelegate
from ikonzept_desktop.ui.tables.cells_model import CellsModel

LEAST_ROW = 24
NARROWEST = 56
"""px"""
_NUMBERS_WIDTH = 40
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Standard = QKeySequence.StandardKey
_Flag = QItemSelectionModel.SelectionFlag
_CLIPBOARD = {_Standard.Copy: "copy", _Standard.Cut: "cut", _Standard.Paste: "paste"}
_MARKS = {Qt.Key.Key_B: "bold", Qt.Key.Key_I: "italic"}


class CellsView(QTableView):
    """Shows a model's cells; what is to be done is asked for by signals."""

    writing_asked = Signal(object)
    """A key or composition that begins a cell anew, or None to go on with what stands in it."""
    tool_asked = Signal(str)
    """The key of a tool (see `steps`)."""
    clipboard_asked = Signal(str)
    """copy, cut or paste."""
    row_asked = Signal()
    """Tab in the last cell: another row."""
    widths_dragged = Signal(tuple)
    """The widths of the columns as they were dragged. px"""
    leave_asked = Signal(bool)
    """Strg+Tab: the keyboard is to go on (True), or back, to what stands beside the cells."""
    entered = Signal()
    """The keyboard came: cells are chosen now, no text is written in."""
    fitted = Signal()
    """Rows or columns have another size."""

    def __init__(self, model: CellsModel, delegate: CellDelegate, parent: QWidget) -> None:
        """Show a model."""
        super().__init__(parent)
        self._cells = model
        self._delegate = delegate
        self._sizing = False
        self._dragged = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(texts.CELLS)
        self.setAccessibleDescription(texts.CELLS_HELP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_headers()
        model.modelReset.connect(self._begin)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.fit_rows())
        self._begin()

    def copy(self) -> None:
        """Copy the chosen cells."""
        self.clipboard_asked.emit("copy")

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.clipboard_asked.emit("cut")

    def paste(self) -> None:
        """Fill the cells from the current one on."""
        self.clipboard_asked.emit("paste")

    def area(self) -> Area:
        """Give what is chosen: no cell is cut through."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(index) for index in range(chosen.count()))
        spots = [(part.top(), part.left(), part.bottom(), part.right()) for part in ranges]
        current = self.currentIndex()
        if not spots:
            spots = [(max(current.row(), 0), max(current.column(), 0)) * 2]
        height, width = len(self._cells.table.rows), len(self._cells.table.columns)
        top, left = min(max(min(s[0] for s in spots), 0), height - 1), max(min(s[1] for s in spots), 0)
        bottom, right = min(max(s[2] for s in spots), height - 1), min(max(s[3] for s in spots), width - 1)
        area = Area(top, left, bottom - top + 1, right - left + 1)
        return area if self._cells.grid.plain else widened(self._cells.table, area)

    def current(self) -> Placed:
        """Give the current cell, the first one where there is none."""
        index = self.currentIndex()
        row = min(max(index.row(), 0), len(self._cells.table.rows) - 1)
        return self._cells.grid.cell(self._cells.table, row, max(index.column(), 0))

    def choose(self, area: Area) -> None:
        """Choose an area, its first cell the current one."""
        height, width = len(self._cells.table.rows), len(self._cells.table.columns)
        row, column = min(max(area.row, 0), height - 1), min(max(area.column, 0), width - 1)
        first = self._cells.index(*self._cells.grid.owner(row, column))
        last = self._cells.index(min(area.end_row, height) - 1, min(area.end_column, width) - 1)
        self.selectionModel().setCurrentIndex(first, _Flag.ClearAndSelect)
        if (area.rows, area.columns) != (1, 1):
            self.selectionModel().select(QItemSelection(first, last), _Flag.ClearAndSelect)
        self.scrollTo(first)

    def go(self, way: str) -> None:
        """Go to the next, the previous or the cell below; Tab in the last one asks for another row."""
        here, table = self.current(), self._cells.table
        row, column = here.row, here.column
        if way == "below":
            self.choose(Area(min(here.end_row, len(table.rows) - 1), column))
            return
        order = [(p.row, p.column) for r in range(max(row - 1, 0), len(table.rows)) for p in _near(self._cells, r, row)]
        at = order.index((row, column)) + (1 if way == "next" else -1)
        if at == len(order):
            self.row_asked.emit()
        elif at >= 0:
            self.choose(Area(*order[at]))
        else:
            self.leave_asked.emit(False)

    def fit(self) -> None:
        """Give columns and rows their sizes anew, once they can be seen."""
        if not self.isVisible():
            return
        self._fit_columns()
        self.fit_rows()

    def fit_rows(self) -> None:
        """Make the rows in sight as high as their text; those never seen wait until they come into sight."""
        bottom = self.viewport().height()
        row = max(self.rowAt(0), 0)
        self._sizing = True
        while row < self._cells.rowCount() and self.rowViewportPosition(row) <= bottom:
            self._fit_row(row)
            row += 1
        self._sizing = False
        self.fitted.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that belong to cells from the window's commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, write, empty, copy, move; the rest is Qt's."""
        if not self._do(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to compose in the current cell."""
        if event.preeditString() or event.commitString():
            self.writing_asked.emit(event)
        else:
            super().inputMethodEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write in the cell that is double-clicked."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.writing_asked.emit(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Give columns and rows their sizes."""
        super().showEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that cells are chosen now."""
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Keep the current cell in sight, as high as its text."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._fit_row(current.row())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Hear when the mouse lets a dragged edge of a column go."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._dragged:
            self._dragged = False
            header = self.horizontalHeader()
            self.widths_dragged.emit(tuple(header.sectionSize(index) for index in range(header.count())))
        return False

    def _do(self, event: QKeyEvent) -> bool:
        clipboard = next((act for key, act in _CLIPBOARD.items() if event.matches(key)), "")
        way, mark = way_of(event), _mark_of(event)
        if clipboard:
            self.clipboard_asked.emit(clipboard)
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and event.modifiers() & _CTRL:
            self.leave_asked.emit(event.key() == Qt.Key.Key_Tab and not event.modifiers() & _SHIFT)
        elif way and way != "out":
            self.go(way)
        elif mark:
            self.tool_asked.emit(mark)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.tool_asked.emit("clear")
        elif event.key() == Qt.Key.Key_F2:
            self.writing_asked.emit(None)
        elif typed(event) and event.key() != Qt.Key.Key_Escape:
            self.writing_asked.emit(event)
        else:
            return False
        return True

    def _begin(self) -> None:
        self.clearSpans()
        if not self._cells.grid.plain:
            for placed in self._cells.grid.cells(self._cells.table):
                if placed.spans:
                    self.setSpan(placed.row, placed.column, placed.cell.row_span, placed.cell.column_span)
        self.fit()

    def _dress_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(LEAST_ROW)
        rows.setDefaultSectionSize(LEAST_ROW)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.setFixedWidth(_NUMBERS_WIDTH)
        rows.setHighlightSections(False)
        columns.setFixedHeight(LEAST_ROW)
        for header in (rows, columns):
            header.setFont(fonts.small_font())
        columns.setMinimumSectionSize(NARROWEST)
        columns.setHighlightSections(False)
        columns.sectionResized.connect(self._notice_drag)
        columns.viewport().installEventFilter(self)
        self.setCornerButtonEnabled(True)

    def _notice_drag(self) -> None:
        self._dragged = self._dragged or not self._sizing

    def _fit_columns(self) -> None:
        columns = self._cells.table.columns
        whole, room = sum(column.width for column in columns), self.viewport().width()
        edges, edge = [0], 0.0
        for column in columns:
            edge += column.width / whole * room
            edges.append(round(edge))
        self._sizing = True
        for index in range(len(columns)):
            width = max(edges[index + 1] - edges[index], NARROWEST)
            if self.columnWidth(index) != width:
                self.setColumnWidth(index, width)
        self._sizing = False

    def _fit_row(self, row: int) -> None:
        needed = LEAST_ROW
        for column in range(self._cells.columnCount()):
            placed = self._cells.placed(row, column)
            if placed is None:
                needed = max(needed, self._delegate.height(self._cells.shown(row, column), self.columnWidth(column)))
            elif placed.end_row == row + 1 and placed.column == column:
                width = sum(self.columnWidth(each) for each in range(placed.column, placed.end_column))
                above = sum(self.rowHeight(each) for each in range(placed.row, row))
                needed = max(needed, self._delegate.height(self._cells.shown(row, column), width) - above)
        if self.rowHeight(row) != needed:
            self.setRowHeight(row, needed)


def _near(model: CellsModel, row: int, around: int) -> list[Placed]:
    """Give the cells of a row, of the rows beside one alone: Tab need not know a thousand."""
    if abs(row - around) <= 1 or not model.grid.plain:
        return list(model.grid.row(model.table, row))
    return []


def _mark_of(event: QKeyEvent) -> str:
    held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return _MARKS.get(Qt.Key(event.key()), "") if held else ""


def _is_ours(event: QKeyEvent) -> bool:
    keys = (*_CLIPBOARD, _Standard.SelectAll)
    return bool(
        any(event.matches(key) for key in keys)
        or (way_of(event) and way_of(event) != "out")
        or event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete}
    )
