"""The grid with the cell that is written in: what is asked of it becomes edits, what edits change is shown."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.table_content import clear, fill
from ikonzept_desktop.model.table_grid import Area, Placed
from ikonzept_desktop.model.tables import has_room
from ikonzept_desktop.reading.cells import is_beyond
from ikonzept_desktop.ui.editor.clipboard import Images
from ikonzept_desktop.ui.editor.looks import Colours, Look, TextStyle
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.tables import cell_clipboard, texts
from ikonzept_desktop.ui.tables.cell_editor import CellEditor
from ikonzept_desktop.ui.tables.cell_layouts import CellLayouts
from ikonzept_desktop.ui.tables.cell_paint import CellDelegate
from ikonzept_desktop.ui.tables.cells_model import CellsModel
from ikonzept_desktop.ui.tables.cells_view import CellsView
from ikonzept_desktop.ui.tables.place import TablePlace
from ikonzept_desktop.ui.tables.steps import Step, step_for, with_widths

CELL = TextStyle(14, 20, 0)
_LIST_TOOLS = {
    "move_up": "row_up",
    "move_down": "row_down",
    "promote": "column_back",
    "demote": "column_on",
    "new_after": "row_below",
}


class CellsDesk(QWidget):
    """The cells of one table."""

    text_taken = Signal(object)
    """The RichTextEdit that is written in, or None when cells are chosen again."""
    text_made = Signal(object)
    """The RichTextEdit of cells, when it is made: the first time one is written in."""
    opened = Signal(object)
    """A note or reference in a cell that was opened."""
    moved = Signal()
    """Other cells are chosen, or the table has changed."""
    said = Signal(str)
    """Why something was not done."""

    def __init__(self, place: TablePlace, table: Table, naming: Naming, images: Images, parent: QWidget) -> None:
        """Show a table that is there."""
        super().__init__(parent)
        self._place = place
        self._naming = naming
        self._images = images
        self._zoom = 100
        self.model = CellsModel(table, self)
        self._layouts = CellLayouts(naming, self._look())
        self._delegate = CellDelegate(self.model, self._layouts, self)
        self.view = CellsView(self.model, self._delegate, self)
        self.editor: CellEditor | None = None
        self._written = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._connect()
        self.view.choose(Area(0, 0))

    @property
    def writing(self) -> bool:
        """Whether a cell is being written in."""
        return self.editor is not None and self.editor.isVisible()

    def do(self, key: str) -> bool:
        """Use a tool on the chosen cells; tell whether there was anything to do."""
        area = self.view.area()
        if key in {"delete_rows", "delete_columns"}:
            rows = key == "delete_rows"
            everything = area.rows == len(self.model.table.rows) if rows else area.columns == self.model.columnCount()
            if everything:
                self.said.emit(texts.EVERYTHING)
                return False
        return self.carry_out(step_for(key, self.model.table, area))

    def carry_out(self, step: Step | None) -> bool:
        """Make a step an edit and choose what it leaves chosen."""
        written = self.writing
        if not self._place.carry_out(step, self.view.area()) or step is None:
            return False
        self.stop_writing()
        self.view.choose(step.area)
        if written:
            self.view.setFocus()
        return True

    def take(self, notice: Notice, table: Table) -> None:
        """Show the table as an edit has left it."""
        here, before = self.view.current(), self.model.table
        reset = self.model.show(table)
        if reset:
            found = self.model.grid.find(table, here.cell.id)
            spot = (found.row, found.column) if found is not None else (here.row, here.column)
            self.view.choose(Area(*spot))
        editor = self.editor
        if editor is not None and self.writing:
            if self._found() is None:
                self.stop_writing()
            elif notice.initiator is not editor.text.loop:
                editor.text.loop.refresh()
        self._place_editor()
        heads = (before.header_rows, before.header_columns) != (table.header_rows, table.header_columns)
        own = editor is not None and notice.initiator is editor.text.loop
        if not reset and not own:
            self.view.fit()
        if reset or heads or before.columns != table.columns or notice.initiator is None:
            self.moved.emit()

    def write(self, event: object = None, *, at: Selection | None = None) -> None:
        """Write in the current cell: anew with a key or composition, else where its text ends or the caret was."""
        if self._place.read_only:
            return
        cell = self.view.current().cell
        editor = self._editor_at(cell.id)
        self._place_editor()
        editor.show()
        editor.raise_()
        editor.text.setFocus()
        if at is not None:
            editor.text.loop.restore(at)
        elif isinstance(event, QKeyEvent | QInputMethodEvent):
            editor.text.selectAll()
            QApplication.sendEvent(editor.text, event)
        else:
            editor.text.moveCursor(QTextCursor.MoveOperation.End)

    def stop_writing(self) -> None:
        """Choose the cell that was written in."""
        if self.editor is None or not self.editor.isVisible():
            return
        keyboard = self.editor.text.hasFocus()
        self._written = ""
        if keyboard:
            self.view.setFocus()
        self.editor.hide()
        self.view.fit_rows()

    def restore(self, selection: Selection) -> bool:
        """Choose the cell where undo or redo had the caret, and write on in it where it was within a text."""
        found = self.model.grid.find(self.model.table, selection.line)
        if found is None:
            return False
        if self._written != found.cell.id:
            self.stop_writing()
        self.view.choose(Area(found.row, found.column))
        if selection.anchor or selection.caret:
            self.write(at=selection)
        elif not self.writing:
            self.view.setFocus()
        return True

    def restyle(self, zoom: int) -> None:
        """Show everything at a zoom, per cent, in the present colours."""
        self._zoom = zoom
        self._layouts.look = self._look()
        self.refresh_names()
        if self.editor is not None:
            self.editor.text.restyle(self._look())

    def refresh_names(self) -> None:
        """Draw notes and references under their present names."""
        self._layouts.forget()
        self.view.fit()
        self.view.viewport().update()

    def contains_focus(self) -> bool:
        """Tell whether the keyboard is in the grid or in its cell."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle(self._zoom)

    def _connect(self) -> None:
        self.view.writing_asked.connect(self.write)
        self.view.tool_asked.connect(self.do)
        self.view.clipboard_asked.connect(self._use_clipboard)
        self.view.entered.connect(lambda: self.text_taken.emit(None))
        self.view.row_asked.connect(self._add_row)
        self.view.widths_dragged.connect(self._share_width)
        self.view.fitted.connect(self._place_editor)
        self.view.horizontalScrollBar().valueChanged.connect(lambda _: self._place_editor())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._leave_other_cell())

    def list_command(self, command: str) -> bool:
        """Do to rows and columns what the outline's keys say; tell whether they mean them."""
        tool = _LIST_TOOLS.get(command, "")
        return bool(tool) and self.contains_focus() and (self.do(tool) or True)

    def _share_width(self, widths: tuple[int, ...]) -> None:
        self.carry_out(with_widths(self.model.table, self.view.area(), widths))

    def _editor_at(self, cell: str) -> CellEditor:
        port = self._place.port(cell)
        if self.editor is None:
            self.editor = CellEditor(port, self._naming, self._images, self._look(), self.view.viewport())
            self.editor.grown.connect(self._place_editor)
            text = self.editor.text
            self.text_made.emit(text)
            text.focused.connect(self.text_taken.emit)
            text.opened.connect(self.opened.emit)
            text.went.connect(self._go)
            text.left.connect(self.stop_writing)
            text.cells_pasted.connect(self._fill)
        elif self._written != cell:
            self.editor.text.loop.load(port)
        self._written = cell
        self.editor.text.setAccessibleName(self._spoken())
        return self.editor

    def _spoken(self) -> str:
        index = self.view.currentIndex()
        column = self.model.headerData(index.column(), Qt.Orientation.Horizontal)
        return f"{texts.CELLS} {column}{index.row() + 1}"

    def _place_editor(self) -> None:
        """Lay the editor over its cell, and give the row the room the text needs."""
        editor = self.editor
        if editor is None or not self._written:
            return
        found = self._found()
        if found is None:
            return
        spot: QRect = self.view.visualRect(self.model.index(found.row, found.column))
        last = found.end_row - 1
        lacking = editor.needed() - spot.height()
        if lacking > 0:
            self.view.setRowHeight(last, self.view.rowHeight(last) + lacking)
            spot = self.view.visualRect(self.model.index(found.row, found.column))
        if editor.geometry() != spot:
            editor.setGeometry(QRect(QPoint(spot.left(), spot.top()), spot.size()))

    def _found(self) -> Placed | None:
        """Give the cell that is written in, where it is now."""
        current = self.view.currentIndex()
        near = (max(current.row(), 0), max(current.column(), 0))
        return self.model.grid.find(self.model.table, self._written, near)

    def _go(self, way: str) -> None:
        if way == "out":
            self.stop_writing()
            self.view.setFocus()
            return
        self.stop_writing()
        self.view.go(way)

    def _leave_other_cell(self) -> None:
        if self.writing and self.view.current().cell.id != self._written:
            self.stop_writing()

    def _add_row(self) -> None:
        if self._place.read_only:
            return
        last = Area(len(self.model.table.rows) - 1, 0)
        step = step_for("row_below", self.model.table, last)
        self.carry_out(step)

    def _use_clipboard(self, act: str) -> None:
        table, area = self.model.table, self.view.area()
        if act == "paste":
            if (held := _held_in_clipboard()) is not None:
                self._fill(held)
            return
        QGuiApplication.clipboard().setMimeData(cell_clipboard.mime_of(table, area, self._images))
        if act == "cut":
            self.carry_out(Step(clear(table, area), texts.CELL_CUT, area))

    def _fill(self, data: QMimeData) -> None:
        """Put the clipboard's cells in from the current one on; as often as they fill what is chosen."""
        if self._place.read_only:
            return
        if cell_clipboard.holds_image_alone(data):
            self.said.emit(texts.NO_IMAGES)
            return
        if is_beyond(data.text()):
            self.said.emit(texts.TOO_LARGE)
            return
        chosen, table = self.view.area(), self.model.table
        lines = cell_clipboard.repeated(cell_clipboard.lines_of(data), chosen)
        if not lines:
            return
        here = self.view.current()
        if not has_room(table, here.row + len(lines), here.column + max(map(len, lines))):
            self.said.emit(texts.TOO_LARGE)
            return
        made = fill(table, here.row, here.column, lines)
        area = Area(here.row, here.column, len(lines), max(map(len, lines)))
        if made != table:
            self.carry_out(Step(made, texts.CELL_PASTE, area))

    def _look(self) -> Look:
        return Look(CELL.zoomed(self._zoom), Colours.present())


def _held_in_clipboard() -> QMimeData | None:
    """Give what the clipboard holds; an empty one gives nothing, whatever its stub says."""
    return QGuiApplication.clipboard().mimeData()
