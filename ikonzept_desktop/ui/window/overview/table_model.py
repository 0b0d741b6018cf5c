"""The overview as Qt's table sees it: a thin adapter over a list of lines."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.ui.kit.german_day import no_day
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.arranging import Arrangement, arranged
from ikonzept_desktop.ui.window.overview.columns import (
    AT_RIGHT,
    ATTRIBUTES,
    DRAFT_ROLE,
    FINDINGS_ROLE,
    LINE_ROLE,
    Column,
)
from ikonzept_desktop.ui.window.texts import UNTITLED, thousands

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OverviewModel(QAbstractTableModel):
    """A row for each section that is asked for, in the order asked for."""

    def __init__(
        self,
        today: Callable[[], date],
        findings_of: Callable[[str], int] | None = None,
        *,
        editable: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Show nothing yet; without findings their column is empty."""
        super().__init__(parent)
        self.today = today
        self.findings_of = findings_of
        self.asked = Arrangement()
        self.every: list[Line] = []
        self.shown: list[Line] = []
        self._editable = editable

    def take(self, lines: Sequence[Line]) -> None:
        """Show the concept as it stands now; only rows that have changed are painted anew."""
        before, self.every = self.shown, list(lines)
        now = arranged(self.every, self.asked, self.today(), self.findings_of)
        if [line.section for line in before] != [line.section for line in now]:
            self._move_to(now)
            return
        self.shown = now
        for row, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                self._announce(row)

    def ask(self, asked: Arrangement) -> None:
        """Show other sections, or in another order."""
        self.asked = asked
        self._move_to(arranged(self.every, asked, self.today(), self.findings_of))

    def refresh_findings(self) -> None:
        """Count the findings anew."""
        if self.shown:
            first = self.index(0, Column.FINDINGS)
            self.dataChanged.emit(first, first.siblingAtRow(len(self.shown) - 1))

    def row_of(self, section: str) -> int:
        """Give the row of a section; -1 where it is not shown."""
        return next((row for row, line in enumerate(self.shown) if line.section == section), -1)

    def sections_at(self, rows: Sequence[int]) -> list[str]:
        """Give the sections of rows."""
        return [self.shown[row].section for row in rows]

    def words(self, line: Line, column: Column) -> str:
        """Give the words of a cell."""
        return cell_words(line, column, self._findings(line))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the sections that are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return texts.COLUMNS[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section in AT_RIGHT else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return texts.SORT_TIP
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen; those of attributes can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._editable and index.column() in ATTRIBUTES:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a view shows of a cell."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        line, column = self.shown[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._spoken(line, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line, column)
            case _ if role == LINE_ROLE:
                return line
            case _ if role == DRAFT_ROLE:
                return line.deadline_draft if column is Column.DEADLINE else ""
            case _ if role == FINDINGS_ROLE:
                return self._findings(line)
        return None

    def _spoken(self, line: Line, column: Column) -> str:
        match column:
            case Column.TITLE:
                return texts.named(line)
            case Column.DEADLINE:
                draft = line.deadline_draft
                return no_day(draft) if draft else texts.deadline_spoken(line, self.today())
            case _:
                return cell_words(line, column, self._findings(line))

    def _findings(self, line: Line) -> int:
        return self.findings_of(line.section) if self.findings_of else 0

    def _announce(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _move_to(self, now: list[Line]) -> None:
        """Show other rows, or the same ones elsewhere; what is chosen stays chosen where it is still shown."""
        self.layoutAboutToBeChanged.emit()
        rows = {line.section: row for row, line in enumerate(now)}
        before = self.persistentIndexList()
        places = [(rows.get(self.shown[index.row()].section, -1), index.column()) for index in before]
        self.shown = now
        after = [self.index(row, column) if row >= 0 else QModelIndex() for row, column in places]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def cell_words(line: Line, column: Column, findings: int) -> str:
    """Give the words of a cell."""
    match column:
        case Column.NUMBER:
            return line.number
        case Column.TITLE:
            return line.title or UNTITLED
        case Column.STATUS:
            return line.status.label
        case Column.RESPONSIBLE:
            return line.responsible
        case Column.DEADLINE:
            return line.deadline_draft or (texts.DONE if line.done and line.deadline else written(line.deadline))
        case Column.WORDS:
            return thousands(line.words) if line.words else texts.NOTHING
        case Column.TARGET:
            return thousands(line.target) if line.target else ""
        case Column.SHARE:
            return f"{line.share} %" if line.share is not None else ""
        case Column.NOTES:
            return str(line.open_notes or "")
        case _:
            return str(findings or "")
