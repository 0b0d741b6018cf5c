"""The copies as Qt's table sees them: those that are late first, then those that are out, then the rest."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ikonzept_desktop import local_time
from ikonzept_desktop.model.copies import Standing, standing
from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.look import colour
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.returns import texts

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What is told of each copy."""

    STANDING = 0
    REVIEWER = 1
    SCOPE = 2
    SENT = 3
    DUE = 4
    RETURNED = 5
    FILE = 6


class CopiesModel(QAbstractTableModel):
    """A row for each copy."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.today = today
        self.shown: list[GivenCopy] = []

    def take(self, copies: Sequence[GivenCopy]) -> None:
        """Show the copies as they stand now."""
        now = sorted(copies, key=self._order)
        if now == self.shown:
            return
        same = [each.id for each in now] == [each.id for each in self.shown]
        if same:
            self.shown = now
            self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.shown = now
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """Give the row of a copy; -1 where there is none."""
        return next((row for row, copy in enumerate(self.shown) if copy.id == id), -1)

    def words(self, copy: GivenCopy, column: Column) -> str:
        """Give the words of a cell."""
        match column:
            case Column.STANDING:
                return texts.STANDINGS[standing(copy, self.today())][0]
            case Column.REVIEWER:
                return copy.reviewer
            case Column.SCOPE:
                return texts.scope(copy)
            case Column.SENT:
                return written(local_time.here(copy.sent).date())
            case Column.DUE:
                return texts.due(copy, self.today())
            case Column.RETURNED:
                return written(local_time.here(copy.returned).date()) if copy.returned else texts.NOTHING
            case Column.FILE:
                return copy.file or texts.NOTHING

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the copies."""
        return 0 if parent.isValid() else len(self.shown)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return texts.COLUMNS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what the view shows of a cell."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        copy, column = self.shown[index.row()], Column(index.column())
        stands = standing(copy, self.today())
        _word, shape, role_of_colour = texts.STANDINGS[stands]
        is_late = stands is Standing.OVERDUE and column in (Column.STANDING, Column.DUE)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(copy, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.words(copy, column))
            case Qt.ItemDataRole.DecorationRole if column is Column.STANDING:
                return icon(shape, role_of_colour)
            case Qt.ItemDataRole.FontRole if is_late:
                return fonts.ui_font(strong=True)
            case Qt.ItemDataRole.ForegroundRole if is_late:
                return colour("red")
            case Qt.ItemDataRole.ForegroundRole if stands is Standing.CLOSED:
                return colour("muted")
        return None

    def _order(self, copy: GivenCopy) -> tuple[int, date, str]:
        order = list(Standing).index(standing(copy, self.today()))
        return order, copy.due or date.max, copy.reviewer.casefold()
