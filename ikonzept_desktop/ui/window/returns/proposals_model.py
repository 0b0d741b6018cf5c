"""The entries as Qt's list sees them, a heading before those of each section: a thin adapter over two tuples."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.entries import Entry
from ikonzept_desktop.values import dataclass

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Heading or Entry of a row."""
KIND_ROLE = Qt.ItemDataRole.UserRole + 2
"""What an entry is, in words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's number and title, and how many of its entries are open."""

    name: str
    open: int


Row = Heading | Entry


class ProposalsModel(QAbstractListModel):
    """A row for each heading and each entry."""

    def __init__(self, name_of: Callable[[str], str], parent: QObject | None = None) -> None:
        """Show nothing yet; `name_of` gives number and title of a section."""
        super().__init__(parent)
        self._name_of = name_of
        self.rows: list[Row] = []
        self._row_of: dict[str, int] = {}

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries; where they are the same ones, what has changed of them."""
        rows = list(self._rows(entries))
        same = [_key(row) for row in rows] == [_key(row) for row in self.rows]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self._row_of = {row.id: at for at, row in enumerate(rows) if isinstance(row, Entry)}
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """Give the row of an entry; -1 where it is not shown."""
        return self._row_of.get(id, -1)

    def entry_at(self, row: int) -> Entry | None:
        """Give the entry of a row; None for a heading, and where there is no such row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Entry) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count headings and entries."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be chosen, headings not."""
        if isinstance(index.data(ROW_ROLE), Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a view shows of a row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == KIND_ROLE:
            return self._kind(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, self._kind(row))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.name if isinstance(row, Heading) else texts.shortened(row.words)
        return None

    def _kind(self, row: Row) -> str:
        if isinstance(row, Heading):
            return texts.open_count(row.open)
        return texts.kind_line(row, self._name_of(row.goal) if row.goal else "")

    def _rows(self, entries: Sequence[Entry]) -> list[Row]:
        counts: dict[str, int] = {}
        for entry in entries:
            counts[entry.section] = counts.get(entry.section, 0) + entry.is_open
        rows: list[Row] = []
        section: str | None = None
        for entry in entries:
            if entry.section != section:
                section = entry.section
                rows.append(Heading(self._name_of(section), counts[section]))
            rows.append(entry)
        return rows


def _key(row: Row) -> str:
    return row.name if isinstance(row, Heading) else row.id


def _spoken(row: Row, kind: str) -> str:
    if isinstance(row, Heading):
        return f"{row.name}, {kind}"
    who = ", ".join(person.name for person in row.persons)
    return f"{kind}: {texts.shortened(row.words, 120)} ({who})"
