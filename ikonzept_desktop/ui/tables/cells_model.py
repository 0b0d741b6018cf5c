"""The table as Qt's views ask for it: a thin layer over the frozen value, the computed rows below."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from ikonzept_desktop.model.blocks import Cell, Column, Row, Table
from ikonzept_desktop.model.inline import Inlines, plain
from ikonzept_desktop.model.table_grid import Grid, Placed
from ikonzept_desktop.model.table_numbers import is_wrong, shown_line, total_kinds, total_rows
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.tables import texts
from ikonzept_desktop.values import dataclass

QUIET = 150
"""ms after the last key until totals are computed anew."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is drawn."""

    cell: Cell
    line: Inlines
    """As it is printed."""
    column: Column
    header: bool = False
    total: bool = False
    wrong: bool = False
    """It stands in a column of numbers and is none."""


class CellsModel(QAbstractTableModel):
    """Rows and columns of one table; cells that a merged one covers are the merged one's."""

    def __init__(self, table: Table, parent: QObject) -> None:
        """Show a table."""
        super().__init__(parent)
        self.table = table
        self.grid = Grid(table)
        self._totals: tuple[Row, ...] | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._total_anew)

    def show(self, table: Table) -> bool:
        """Show the table as it is now; tell whether its shape has changed, and with it everything."""
        old = self.table
        changed = _changed_rows(old, table)
        if changed is not None:
            self.table = table
            self._tell_changed(old, table, changed)
            return False
        self.beginResetModel()
        self.table, self.grid, self._totals = table, Grid(table), None
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows and the computed ones."""
        return 0 if parent.isValid() else len(self.table.rows) + len(total_kinds(self.table))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.table.columns)

    def placed(self, row: int, column: int) -> Placed | None:
        """Give the cell that takes a spot; None for a computed one."""
        return self.grid.cell(self.table, row, column) if row < len(self.table.rows) else None

    def shown(self, row: int, column: int) -> Shown:
        """Give what is drawn at a spot."""
        placed = self.placed(row, column)
        if placed is None:
            if self._totals is None:  # they are computed when they come into sight
                self._totals = total_rows(self.table)
            cell = self._totals[row - len(self.table.rows)].cells[column]
            return Shown(cell, cell.inlines, self.table.columns[column], total=True)
        held, cell = self.table.columns[placed.column], placed.cell
        if placed.row < self.table.header_rows:
            return Shown(cell, cell.inlines, held, header=True)
        header = placed.column < self.table.header_columns
        return Shown(cell, shown_line(cell, held), held, header, wrong=is_wrong(cell, held))

    def wrong_cells(self) -> int:
        """Count the cells of columns of numbers that hold something else."""
        columns = [index for index, column in enumerate(self.table.columns) if column.number is not None]
        rows = range(self.table.header_rows, len(self.table.rows))
        return sum(self._is_wrong(row, column) for row in rows for column in columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Give a cell's words, and what is wrong with it."""
        if not index.isValid():
            return None
        if role == _Role.DisplayRole:
            return plain(self.shown(index.row(), index.column()).line)
        if role in {_Role.ToolTipRole, _Role.AccessibleDescriptionRole}:
            shown = self.shown(index.row(), index.column())
            said = texts.no_number(plain(shown.line)) if shown.wrong else ""
            return tip(said) if role == _Role.ToolTipRole else said
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Name columns by letters and rows by numbers, as every table program does."""
        if role == _Role.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            whole = sum(column.width for column in self.table.columns)
            return texts.width_of(self.table.columns[section].width / whole)
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return letters(section)
        return str(section + 1) if section < len(self.table.rows) else "Σ"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be chosen but those that are computed."""
        if index.isValid() and index.row() < len(self.table.rows):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.NoItemFlags

    def _is_wrong(self, row: int, column: int) -> bool:
        placed = self.grid.cell(self.table, row, column)
        return placed.row == row and placed.column == column and is_wrong(placed.cell, self.table.columns[column])

    def _tell_changed(self, old: Table, new: Table, changed: list[int]) -> None:
        last = len(new.columns) - 1
        if new.columns != old.columns or new.header_rows != old.header_rows or new.header_columns != old.header_columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new.rows) - 1, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self._total_anew()
            return
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))
            if total_kinds(new):
                self._quiet.start()

    def _total_anew(self) -> None:
        self._quiet.stop()
        self._totals = None
        if total_kinds(self.table):
            first, last = len(self.table.rows), self.rowCount() - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.table.columns) - 1))


def letters(column: int) -> str:
    """Name a column: A to Z, AA, AB."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _changed_rows(old: Table, new: Table) -> list[int] | None:
    """Give the rows that differ; None where the shape does."""
    if len(old.rows) != len(new.rows) or len(old.columns) != len(new.columns):
        return None
    if total_kinds(old) != total_kinds(new):
        return None
    changed = [at for at, (row, before) in enumerate(zip(new.rows, old.rows, strict=True)) if row is not before]
    return changed if all(_alike(new.rows[at], old.rows[at]) for at in changed) else None


def _alike(row: Row, other: Row) -> bool:
    if len(row.cells) != len(other.cells):
        return False
    pairs = zip(row.cells, other.cells, strict=True)
    return all((a.row_span, a.column_span) == (b.row_span, b.column_span) for a, b in pairs)
