"""The findings as a list in groups, one group for each kind; a thin adapter over plain tuples."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ikonzept_desktop.checking.findings import SEVERITIES, Finding, Kind
from ikonzept_desktop.ui.window import checking_texts as texts

Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole
KIND = Qt.ItemDataRole.UserRole + 1


class Level(IntEnum):
    """What a row is."""

    GROUP = 0
    FINDING = 1


class FindingsModel(QAbstractItemModel):
    """Groups in the order of the kinds, findings in reading order."""

    def __init__(self, parent: QObject) -> None:
        """Begin without findings."""
        super().__init__(parent)
        self.groups: list[tuple[Kind, tuple[Finding, ...]]] = []

    def show(self, findings: Iterable[Finding]) -> None:
        """Show other findings."""
        by_kind: dict[Kind, list[Finding]] = {}
        for finding in findings:
            by_kind.setdefault(finding.kind, []).append(finding)
        self.beginResetModel()
        self.groups = [(kind, tuple(by_kind[kind])) for kind in Kind if kind in by_kind]
        self.endResetModel()

    def index_of(self, finding: Finding) -> QModelIndex:
        """Give where a finding stands; an invalid index where it is gone."""
        for row, (kind, found) in enumerate(self.groups):
            if kind is finding.kind and finding in found:
                return self.index(found.index(finding), 0, self.index(row, 0))
        return QModelIndex()

    def finding(self, index: Index) -> Finding | None:
        """Give the finding of a row; None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self.groups[index.internalId() - 1][1][index.row()]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Give a row's index: groups carry 0, findings the number of their group, from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        """Give the group of a finding."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count groups, or the findings of one."""
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() else len(self.groups[parent.row()][1])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Have one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a row says; the whole of it to a screen reader."""
        if not index.isValid():
            return None
        finding = self.finding(index)
        if finding is None:
            kind, found = self.groups[index.row()]
            return _group_data(kind, len(found), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return finding.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{texts.KINDS[finding.kind]}: {finding.text}. {finding.why}"
            case _ if role == FINDING:
                return finding
            case _:
                return None


def _group_data(kind: Kind, count: int, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return f"{texts.KINDS[kind]} ({count})"
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{texts.KINDS[kind]}, {texts.SEVERITIES[SEVERITIES[kind]]}, {texts.count(count)}"
        case _ if role == KIND:
            return kind
        case _:
            return None
