"""The list of copies: one row each, the name takes what room there is."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ikonzept_desktop.ui.kit.row_table import set_up_rows
from ikonzept_desktop.ui.window.returns import texts
from ikonzept_desktop.ui.window.returns.copies_header import CopiesHeader
from ikonzept_desktop.ui.window.returns.copies_model import Column, CopiesModel

ROW = 30
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_FOLDED_FIRST = (Column.FILE, Column.SENT, Column.RETURNED, Column.SCOPE)
_NARROWEST = {Column.REVIEWER: 150, Column.FILE: 200, Column.SCOPE: 140}
"""px that a column has at least; the others are as wide as what stands in them."""


class CopiesTable(QTableView):
    """One copy a row; Return marks it."""

    marked = Signal()
    menu_asked = Signal(QPoint)
    """Where on the screen the menu of the chosen copy is to stand."""

    def __init__(self, model: CopiesModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(texts.TABLE)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(16, 16))
        set_up_rows(self, max(ROW, self.fontMetrics().height() + 8))
        header = CopiesHeader(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(32)
        header.setSectionResizeMode(Column.REVIEWER, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_: self.fit())

    def event(self, event: QEvent) -> bool:
        """Keep Return from the commands of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers()
        if asked and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with Return."""
        if event.key() in _ENTER and not event.modifiers():
            self.marked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the present row where a key asked."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        if self.currentIndex().isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold columns for which there is no room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the columns their widths; what tells least folds first."""
        hints = {column: min(self.sizeHintForColumn(column) + 24, 320) for column in Column}
        heads = {column: self.horizontalHeader().sectionSizeHint(column) + 8 for column in Column}
        widths = {column: max(hints[column], heads[column]) for column in Column}
        widths |= {column: min(max(widths[column], least), 320) for column, least in _NARROWEST.items()}
        widths[Column.REVIEWER] = _NARROWEST[Column.REVIEWER]
        for column in _FOLDED_FIRST:
            if sum(widths.values()) <= self.viewport().width():
                break
            widths.pop(column)
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            if column in widths and column is not Column.REVIEWER:
                self.setColumnWidth(column, widths[column])
