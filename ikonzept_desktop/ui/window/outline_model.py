"""The outline as Qt's views see it: a thin adapter over the concept's sections."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from ikonzept_desktop.model.document import Document, Place, Section, walk
from ikonzept_desktop.model.inboxes import inbox_kinds
from ikonzept_desktop.model.template import Placement, Template
from ikonzept_desktop.ui.kit.node_model import Index, Node, NodeModel
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import texts

NUMBER, TITLE, STATUS = range(3)
SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""The section's id; empty for the heading of a part."""
STATUS_ROLE = Qt.ItemDataRole.UserRole + 2
"""The key of the section's status."""
WAITS_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether the section waits for its place in the concept."""
MIME = "application/x-ikonzept-section"

Places = list[tuple[str, str, str]]
"""Id, parent and part of every section in reading order: as long as these are the same, so are the rows."""


class _Node(Node):
    __slots__ = ("number", "section", "status", "title", "waits")

    def __init__(self, section: str, title: str, number: str, status: str, *, waits: bool = False) -> None:
        super().__init__()
        self.section, self.title, self.number, self.status = section, title, number, status
        self.waits = waits
        """For its place in the concept."""


class OutlineModel(NodeModel):
    """Numbers, titles and states of the sections; the parts of the concept stand as headings between them."""

    move_asked = Signal(str, object)
    """A section was dropped: its id and the Place counted before the move."""
    rename_asked = Signal(str, str)

    def __init__(self, number_of: Callable[[str], str], parent: QObject | None = None) -> None:
        """Show nothing yet; `number_of` gives the number printed before a section's title, or nothing."""
        super().__init__(_Node("", "", "", ""), parent)
        self._number_of = number_of
        self._by_id: dict[str, _Node] = {}
        self._document: Document | None = None
        self._waiting: frozenset[str] = frozenset()
        self._editable = True

    def set_editable(self, editable: bool) -> None:
        """Allow renaming and moving, or not."""
        self._editable = editable

    def show(self, document: Document) -> None:
        """Show a concept's sections; whoever looks at the model keeps selection and folding by id."""
        self.beginResetModel()
        self._document = document
        self._root = _Node("", "", "", "")
        self._by_id = {}
        self._fill(document)
        self.endResetModel()

    def refresh(self, document: Document) -> None:
        """Show changed titles, numbers and states of the same sections in the same order."""
        self._document, self._waiting = document, inbox_kinds(document.template)
        for section in walk(document.sections):
            node = self._by_id.get(section.id)
            if node is not None and self._take(node, section):
                index = self.createIndex(node.row, NUMBER, node)
                self.dataChanged.emit(index, index.siblingAtColumn(STATUS))

    def numbers_in_column(self) -> set[str]:
        """Give the numbers that need room in their column; `Anlage 1` runs on before its title where no arrow is."""
        return {node.number for node in self._by_id.values() if " " not in node.number or node.children}

    def index_of(self, section: str, column: int = TITLE) -> QModelIndex:
        """Give the index of a section, invalid where it is not shown."""
        node = self._by_id.get(section)
        return QModelIndex() if node is None else self.createIndex(node.row, column, node)

    def section_at(self, index: Index) -> str:
        """Give the id of the section there; empty for a heading or nothing."""
        node = self._node(index)
        return node.section if node else ""

    def _fill(self, document: Document) -> None:
        self._waiting = inbox_kinds(document.template)
        parts = _parts(document.template)
        last = ""
        for section in document.sections:
            part = parts.get(section.kind, texts.PARTS[Placement.BODY])
            if part != last:
                self._root.add(_Node("", part, "", ""))
                last = part
            self._add_section(self._root, section)

    def _add_section(self, parent: _Node, section: Section) -> None:
        node = _Node(section.id, "", "", "")
        self._take(node, section)
        self._by_id[section.id] = node
        parent.add(node)
        for child in section.children:
            self._add_section(node, child)

    def _take(self, node: _Node, section: Section) -> bool:
        new = (section.title, self._number_of(section.id), section.status, section.kind in self._waiting)
        changed = (node.title, node.number, node.status, node.waits) != new
        node.title, node.number, node.status, node.waits = new
        return changed

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number, title, status."""
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return texts.OUTLINE_COLUMNS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A section can be chosen, renamed and moved; a heading nothing, so that the arrows go over it."""
        node = self._node(index)
        drop = Qt.ItemFlag.ItemIsDropEnabled if self._editable else Qt.ItemFlag.NoItemFlags
        if node is None:
            return drop
        if not node.section:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._editable:
            flags |= drop | Qt.ItemFlag.ItemIsDragEnabled
            if index.column() == TITLE:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a view shows of a cell."""
        node = self._node(index)
        if node is None or self._document is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (node.number, node.title or (texts.UNTITLED if node.section else ""), "")[index.column()]
            case Qt.ItemDataRole.EditRole:
                return node.title if index.column() == TITLE else None
            case Qt.ItemDataRole.ToolTipRole:
                return _tool_tip(node, self._document)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(node, index.column(), self._document)
            case _ if role == SECTION_ROLE:
                return node.section
            case _ if role == STATUS_ROLE:
                return node.status
            case _ if role == WAITS_ROLE:
                return node.waits
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new title; it is shown when the concept has it."""
        node = self._node(index)
        if node is None or not node.section or role != Qt.ItemDataRole.EditRole or value == node.title:
            return False
        self.rename_asked.emit(node.section, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        """Sections are moved, never copied, by dragging."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only sections of this program can be dropped."""
        return [MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """Carry the id of the dragged section."""
        data = QMimeData()
        dragged = next((self.section_at(index) for index in indexes), "")
        data.setData(MIME, dragged.encode("ascii"))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Ask for the move; False always, so that the view does not take rows out by itself."""
        section = bytes(data.data(MIME).data()).decode("ascii") if data.hasFormat(MIME) else ""
        if section in self._by_id:
            self.move_asked.emit(section, self._place(row, parent))
        return False

    def _place(self, row: int, parent: Index) -> Place:
        owner = self._node(parent) or self._root
        at = len(owner.children) if row < 0 else row
        before = sum(1 for child in owner.children[:at] if child.section)
        return Place(owner.section, before)


def places_of(document: Document) -> Places:
    """Give the place of every section of a concept."""
    parts = _parts(document.template)

    def below(parent: str, sections: tuple[Section, ...]) -> Iterator[tuple[str, str, str]]:
        for section in sections:
            yield section.id, parent, parts.get(section.kind, "")
            yield from below(section.id, section.children)

    return list(below("", document.sections))


def _parts(template: Template) -> dict[str, str]:
    """Give what the heading says above sections of each kind."""
    waiting = inbox_kinds(template)
    return {
        kind.key: texts.INBOX_PART if kind.key in waiting else texts.PARTS[kind.placement] for kind in template.kinds
    }


def _tool_tip(node: _Node, document: Document) -> str | None:
    if not node.section:
        return None
    status = _state(node, document)
    return tip(texts.outline_tip(node.number, node.title or texts.UNTITLED, status))


def _state(node: _Node, document: Document) -> str:
    return texts.WAITS if node.waits else document.template.status(node.status).label


def _spoken(node: _Node, column: int, document: Document) -> str:
    if column == STATUS and node.section:
        return _state(node, document)
    return f"{node.number} {node.title or texts.UNTITLED}".strip() if node.section else node.title
