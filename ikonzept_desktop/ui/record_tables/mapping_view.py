"""The first rows of a table, and over each of its columns the choice where it belongs."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.lined_rows import line_rows
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.kit.style import HEIGHT
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.record_tables import texts
from ikonzept_desktop.values import dataclass

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEAST, _MOST = 150, 260
"""px of width of a column."""
_BESIDE = 56
"""px that a choice needs beside its words."""
_LOWEST = 40
"""px of height of the table."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    """What each row is called."""


class MappingView(QWidget):
    """A strip of choices over a table that both scroll together."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._strip = QWidget(self)
        self._strip.setFixedHeight(HEIGHT + 4)
        self._window = QWidget(self._strip)
        self.table = QTableView(self)
        self.boxes: list[QuietCombo] = []
        self.before: QWidget | None = None
        """The control from which Tab leads to the choices."""
        self._model = _Rows(Shown((), (), ()), self)
        self.table.setModel(self._model)
        self.table.setAccessibleName(texts.PREVIEW)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setProperty("role", "field")
        self.table.setMinimumHeight(_LOWEST)
        line_rows(self.table)
        self.table.verticalHeader().setDefaultSectionSize(25)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.sectionResized.connect(lambda *_: self._place())
        header.geometriesChanged.connect(self._place)
        self.table.verticalHeader().geometriesChanged.connect(self._place)
        self.table.horizontalScrollBar().valueChanged.connect(lambda _: self._place())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self.table, 1)

    def show_rows(self, shown: Shown, choices: Sequence[tuple[str, str]], columns: Sequence[str]) -> None:
        """Show rows; `choices` are the names and keys of where a column can belong, `columns` where each does."""
        self._model = _Rows(shown, self)
        self.table.setModel(self._model)
        names = {key: name for name, key in choices}
        for column, key in enumerate(columns):
            chosen = self.fontMetrics().horizontalAdvance(names.get(key, "")) + _BESIDE
            width = max(self.table.sizeHintForColumn(column) + 12, chosen, _LEAST)
            self.table.setColumnWidth(column, min(width, _MOST))
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = [self._box(head, choices, key) for head, key in zip(shown.heads, columns, strict=True)]
        self._chain()
        self._mark_unmapped()
        self._place()

    def columns(self) -> tuple[str, ...]:
        """Give the key of where each column belongs; nothing for nowhere."""
        return tuple(str(box.currentData()) for box in self.boxes)

    def mark(self, wrong: frozenset[tuple[int, int]]) -> None:
        """Mark cells, by the number of their row and their column, as such that do not fit."""
        self._model.wrong = wrong
        self.table.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the column of the choice that has the keyboard into sight."""
        if event.type() == QEvent.Type.FocusIn and watched in self.boxes:
            bar = self.table.horizontalScrollBar()
            at = self.boxes.index(watched)
            left = self.table.columnViewportPosition(at)
            over = left + self.table.columnWidth(at) - self.table.viewport().width()
            if left < 0 or over > 0:
                bar.setValue(bar.value() + (left if left < 0 else min(over, left)))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choices over their columns."""
        super().resizeEvent(event)
        self._place()

    def _box(self, head: str, choices: Sequence[tuple[str, str]], key: str) -> QuietCombo:
        box = QuietCombo(self._window)
        for name, each in choices:
            box.addItem(name, each)
        box.setCurrentIndex(max(box.findData(key), 0))
        box.setMaxVisibleItems(20)
        box.setAccessibleName(texts.column_of(head))
        box.setToolTip(tip(texts.column_of(head)))
        box.installEventFilter(self)
        box.currentIndexChanged.connect(lambda _: self._tell())
        box.show()
        return box

    def _chain(self) -> None:
        """Let Tab go through the choices and then into the table."""
        before = self.before
        for box in (*self.boxes, self.table):
            if before is not None:
                QWidget.setTabOrder(before, box)
            before = box

    def _tell(self) -> None:
        self._mark_unmapped()
        self.changed.emit()

    def _mark_unmapped(self) -> None:
        self._model.quiet = frozenset(at for at, key in enumerate(self.columns()) if not key)
        self.table.viewport().update()

    def _place(self) -> None:
        left = self.table.viewport().x()
        self._window.setGeometry(left, 0, self.table.viewport().width(), self._strip.height())
        for at, box in enumerate(self.boxes):
            box.setGeometry(self.table.columnViewportPosition(at), 0, self.table.columnWidth(at) - 4, HEIGHT)


class _Rows(QAbstractTableModel):
    """The rows as they are; what does not fit its column has a sign before it."""

    def __init__(self, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self.wrong: frozenset[tuple[int, int]] = frozenset()
        self.quiet: frozenset[int] = frozenset()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._shown.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(text[:_LONGEST].split())
            case Qt.ItemDataRole.ToolTipRole:
                return tip(text[: 4 * _LONGEST])
            case Qt.ItemDataRole.DecorationRole if self._is_wrong(index):
                return icon("triangle-alert", "amber")
            case Qt.ItemDataRole.ForegroundRole if index.column() in self.quiet:
                return theme.colour("muted")
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._shown.heads[section] if way is Qt.Orientation.Horizontal else str(self._shown.numbers[section])

    def _is_wrong(self, index: _Index) -> bool:
        return (self._shown.numbers[index.row()], index.column()) in self.wrong
