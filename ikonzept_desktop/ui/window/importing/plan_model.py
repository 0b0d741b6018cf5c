"""A plan as Qt's views see it: the outline that is proposed, with what each line becomes."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from ikonzept_desktop.importing import outlook as outlooks
from ikonzept_desktop.importing.outlook import section_id
from ikonzept_desktop.importing.plan import NAMING, Becomes
from ikonzept_desktop.importing.plan_edits import levels
from ikonzept_desktop.importing.shown_entry import label_of
from ikonzept_desktop.ui.kit.node_model import Index, Node, NodeModel
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.correcting import Correcting, is_listed

NUMBER, TITLE, BECOMES, LOOK = range(4)
PIECE_ROLE = Qt.ItemDataRole.UserRole + 1
BECOMES_ROLE = Qt.ItemDataRole.UserRole + 2
SURE_ROLE = Qt.ItemDataRole.UserRole + 3
MIME = "application/x-ikonzept-plan-entry"
_LONGEST = 200
"""Characters of a line's words that are shown."""


class _Node(Node):
    __slots__ = ("at", "cells", "piece")

    def __init__(self, at: int, piece: int, cells: tuple[str, str, str] = ("", "", "")) -> None:
        super().__init__()
        self.at = at
        """Which entry."""
        self.piece, self.cells = piece, cells


class PlanModel(NodeModel):
    """Lines for sections, below each its fields and tables, and text that could be a heading."""

    move_asked = Signal(int, int, int)
    """An entry was dropped: which one, before which one it is to stand, and on which level; counted before the move."""
    rename_asked = Signal(int, str)

    def __init__(self, correcting: Correcting, parent: QObject | None = None) -> None:
        """Show a plan."""
        super().__init__(_Node(-1, -1), parent)
        self._correcting = correcting
        self._by_piece: dict[int, _Node] = {}
        self.show()

    def show(self) -> None:
        """Show the plan as it is now; who looks at the model keeps selection and folding by piece."""
        self.beginResetModel()
        self._root = _Node(-1, -1)
        self._by_piece = {}
        self._fill()
        self.endResetModel()

    def index_of(self, piece: int, column: int = TITLE) -> QModelIndex:
        """Give the index of the entry that begins with a piece, invalid where it has no line."""
        node = self._by_piece.get(piece)
        return QModelIndex() if node is None else self.createIndex(node.row, column, node)

    def nearest(self, piece: int) -> int:
        """Give the piece at or before one with which a line begins, else the first there is; -1 where none is."""
        before = [each for each in self._by_piece if each <= piece]
        return max(before) if before else min(self._by_piece, default=-1)

    def at(self, index: Index) -> int:
        """Give which entry a line is of; -1 for none."""
        node = self._node(index)
        return node.at if node else -1

    def numbers(self) -> Iterator[str]:
        """Give all numbers, for the width of their column."""
        return (node.cells[NUMBER] for node in self._by_piece.values())

    def _fill(self) -> None:
        plan = self._correcting.plan
        counting = levels(plan)
        path: list[_Node] = []
        for at, entry in enumerate(plan.entries):
            if not is_listed(entry):
                continue
            node = _Node(at, entry.piece, self._cells(at))
            if entry.becomes is Becomes.SECTION:
                del path[counting[at] :]
                (path[-1] if path else self._root).add(node)
                path.append(node)
            else:
                (path[-1] if path else self._root).add(node)
            self._by_piece[entry.piece] = node

    def _cells(self, at: int) -> tuple[str, str, str]:
        hand = self._correcting
        entry = hand.plan.entries[at]
        template = hand.document.template
        number = hand.outlook().labels.number(section_id(at)) if entry.becomes is Becomes.SECTION else ""
        kind = outlooks.kind_of(template, entry).label if entry.becomes is Becomes.SECTION else ""
        of_whole = entry.becomes is Becomes.PROPERTY
        label = label_of(hand.document, hand.plan, at) if entry.field and not of_whole else entry.field
        table = hand.table(entry.piece)
        rows = max(len(table.rows) - (table.header_rows or int(entry.has_heads)), 0) if table else 0
        said = texts.becomes(entry.becomes, kind, label, 1 if entry.by_rows else rows)
        return number, self._words(at), said

    def _words(self, at: int) -> str:
        hand = self._correcting
        entry = hand.plan.entries[at]
        if entry.becomes in {Becomes.SECTION, *NAMING}:
            return entry.title or texts.UNTITLED
        if entry.becomes is Becomes.TEXT and entry.title:
            return f"{entry.typed}{entry.title}"[:_LONGEST]
        table = hand.table(entry.piece)
        words = hand.said(entry.piece)
        if table is not None:
            words = "".join(getattr(part, "text", "") for part in table.caption) or words
        return words[:_LONGEST] or texts.UNTITLED

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number, title, what it becomes, whether to look."""
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return texts.COLUMNS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every line can be chosen and moved; sections and titles can be renamed."""
        node = self._node(index)
        if node is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        becomes = self._correcting.plan.entries[node.at].becomes
        if becomes is Becomes.SECTION:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        if index.column() == TITLE and becomes in {Becomes.SECTION, *NAMING}:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a view shows of a cell."""
        node = self._node(index)
        if node is None:
            return None
        entry = self._correcting.plan.entries[node.at]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.cells[index.column()] if index.column() < LOOK else "" if entry.is_sure else texts.LOOK
            case Qt.ItemDataRole.EditRole:
                return entry.title if index.column() == TITLE else None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(f"{node.cells[TITLE]}\n{self.why(node.at)}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node, index.column())
            case _ if role == PIECE_ROLE:
                return node.piece
            case _ if role == BECOMES_ROLE:
                return entry.becomes
            case _ if role == SURE_ROLE:
                return entry.is_sure
        return None

    def why(self, at: int) -> str:
        """Say why an entry is proposed as it is."""
        entry = self._correcting.plan.entries[at]
        place = self._correcting.manuscript.pieces[entry.piece].place
        return texts.why(entry.becomes, entry.reason, place, sure=entry.is_sure)

    def _spoken(self, node: _Node, column: int) -> str:
        number, title, becomes = node.cells
        if column != TITLE:
            return str(self.data(self.createIndex(node.row, column, node)) or "")
        sure = self._correcting.plan.entries[node.at].is_sure
        return ", ".join(filter(None, (f"{number} {title}".strip(), becomes, "" if sure else texts.LOOK)))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new title; it is shown when the plan has it."""
        node = self._node(index)
        if node is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.rename_asked.emit(node.at, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        """Entries are moved, never copied, by dragging."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only lines of this plan can be dropped."""
        return [MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """Carry which entry is dragged: of several the first."""
        data = QMimeData()
        dragged = min((self.at(index) for index in indexes), default=-1)
        data.setData(MIME, str(dragged).encode("ascii"))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Ask for the move; False always, so that the view does not take rows out by itself."""
        at = int(bytes(data.data(MIME).data()).decode("ascii")) if data.hasFormat(MIME) else -1
        if at >= 0:
            before, level = self._goal(at, row, parent)
            self.move_asked.emit(at, before, level)
        return False

    def _goal(self, at: int, row: int, parent: Index) -> tuple[int, int]:
        """Give before which entry, and on which level, something dropped at a row of a parent is to stand."""
        plan = self._correcting.plan
        owner = self._node(parent)
        children = (owner or self._root).children
        level = levels(plan)[owner.at] + 1 if owner else 0
        is_section = plan.entries[at].becomes is Becomes.SECTION
        behind = children[row:] if row >= 0 else []
        if is_section:  # what is no section belongs to the head above it: nothing comes between
            behind = [node for node in behind if plan.entries[node.at].becomes is Becomes.SECTION]
        if behind:
            return behind[0].at, level
        if owner is not None:
            from ikonzept_desktop.importing.plan_edits import place_below

            return place_below(plan, at, owner.at)
        return len(plan.entries), level
