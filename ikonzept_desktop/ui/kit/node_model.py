"""Trees as Qt's views see them, and the look of an outline: lines know what they hang on, and what hangs on them."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeView

Index = QModelIndex | QPersistentModelIndex


class Node:
    """A line of a tree; what it says is added by whose tree it is."""

    __slots__ = ("children", "parent", "row")

    def __init__(self) -> None:
        """Hang on nothing yet."""
        self.parent: Any = None
        self.row = 0
        self.children: list[Any] = []

    def add(self, child: "Node") -> None:
        """Hang a line on this one, below all others."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)


class NodeModel(QAbstractItemModel):
    """What every model of a tree of lines says alike."""

    def __init__(self, root: Node, parent: QObject | None = None) -> None:
        """Show what hangs on a line that is not shown itself."""
        super().__init__(parent)
        self._root: Any = root

    def _node(self, index: Index) -> Any:
        """Give the line at an index; None for no index."""
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, Node) else None

    # What follows is QAbstractItemModel's own vocabulary.

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Give the index of a child."""
        owner = self._node(parent) or self._root
        if not (0 <= row < len(owner.children) and 0 <= column < self.columnCount()):
            return QModelIndex()
        return self.createIndex(row, column, owner.children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Give the index a child hangs on."""
        node = self._node(index)
        if node is None or node.parent is None or node.parent is self._root:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the children."""
        return 0 if parent.column() > 0 else len((self._node(parent) or self._root).children)


def set_up_outline(tree: QTreeView, title: int, name: str) -> None:
    """Let a tree look and feel like the outline: titles in that column, rows moved by dragging."""
    tree.setHeaderHidden(True)
    tree.setFrameShape(QTreeView.Shape.NoFrame)
    tree.setAllColumnsShowFocus(True)
    tree.setTreePosition(title)
    tree.setIndentation(14)
    tree.setUniformRowHeights(True)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setAccessibleName(name)
    tree.setTabKeyNavigation(False)
    tree.header().setStretchLastSection(False)
    tree.header().setMinimumSectionSize(20)
