"""The notes as Qt's list sees them: a thin adapter over a list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ikonzept_desktop.model.comments import Noted
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.comments import texts

Index = QModelIndex | QPersistentModelIndex
NOTED_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Noted of a row."""
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Number and title of its section."""


class NotesModel(QAbstractListModel):
    """A row for each note that is asked for."""

    def __init__(self, number_of: Callable[[str], str], parent: QObject | None = None) -> None:
        """Show nothing yet; `number_of` gives the number printed before a section's title."""
        super().__init__(parent)
        self._number_of = number_of
        self.notes: list[Noted] = []

    def show(self, notes: Sequence[Noted]) -> None:
        """Show these notes; where they are the same ones, what has changed of them."""
        now = list(notes)
        if [noted.comment.id for noted in now] == [noted.comment.id for noted in self.notes]:
            self.notes = now
            if now:
                self.dataChanged.emit(self.index(0), self.index(len(now) - 1))
            return
        self.beginResetModel()
        self.notes = now
        self.endResetModel()

    def row_of(self, comment: str) -> int:
        """Give the row of a note; -1 where it is not shown."""
        return next((row for row, noted in enumerate(self.notes) if noted.comment.id == comment), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the notes."""
        return 0 if parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a view shows of a note."""
        if not index.isValid() or index.row() >= len(self.notes):
            return None
        noted = self.notes[index.row()]
        number = self._number_of(noted.section.id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return noted.comment.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return texts.spoken(noted, number)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(noted.comment.text)
            case _ if role == NOTED_ROLE:
                return noted
            case _ if role == PLACE_ROLE:
                return texts.place(noted, number)
        return None
