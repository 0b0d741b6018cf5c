"""The table of the overview: keys, sorting by its head, columns that fold where it is narrow."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from ikonzept_desktop.ui.kit import fonts
from ikonzept_desktop.ui.kit.row_table import set_up_rows
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.arranging import next_sorting
from ikonzept_desktop.ui.window.overview.columns import Column
from ikonzept_desktop.ui.window.overview.delegate import BAR_WIDTH, MARGIN, ROW, SHAPE
from ikonzept_desktop.ui.window.overview.table_header import OverviewHeader
from ikonzept_desktop.ui.window.overview.table_model import OverviewModel

NARROWEST_TITLE = 190
_RICHES = ("late names", "names", "")
"""What there is room for in the columns, from the widest table down: the word that a deadline is late, whole names."""
_FOLDED_FIRST = (Column.SHARE, Column.TARGET, Column.WORDS, Column.FINDINGS, Column.NOTES)
_OWN_KEYS = {Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class OverviewTable(QTableView):
    """One row a section; several can be chosen at once."""

    opened = Signal(str)
    """The section that is to be opened."""
    menu_asked = Signal(QPoint)
    """Where on the screen the menu of what is chosen is to stand."""
    sorted = Signal()

    def __init__(self, model: OverviewModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.lines = model
        self.setModel(model)
        self._set_up()
        self._set_up_header()
        self.doubleClicked.connect(self._open_or_edit)

    def chosen(self) -> list[str]:
        """Give the sections that are chosen, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return self.lines.sections_at(rows)

    def choose(self, section: str) -> None:
        """Choose one section and bring it into sight; nothing where it is not shown."""
        row = self.lines.row_of(section)
        if row >= 0:
            index = self.lines.index(row, Column.TITLE)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def sort_by(self, column: Column) -> None:
        """Sort by a column: up, then down, then as in the outline."""
        asked = self.lines.asked
        by, descending = next_sorting(asked.column, descending=asked.descending, column=column)
        self.lines.ask(replace(asked, column=by, descending=descending))
        self.show_sorting()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self.sorted.emit()

    def show_sorting(self) -> None:
        """Show at the head of which column it is sorted by."""
        asked, header = self.lines.asked, self.horizontalHeader()
        header.setSortIndicatorShown(asked.column is not None)
        if asked.column is not None:
            order = Qt.SortOrder.DescendingOrder if asked.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(asked.column, order)

    def commit(self) -> None:
        """Take what is being typed into a cell, and close its editor."""
        if self.state() == QAbstractItemView.State.EditingState:
            editor = self.indexWidget(self.currentIndex())
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def edit_column(self, column: Column) -> None:
        """Edit a cell of the present row."""
        index = self.currentIndex().siblingAtColumn(column)
        if index.isValid() and not self.isColumnHidden(column):
            flags = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flags)
            self.edit(index)

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: Any = None,
    ) -> bool:
        """Open the editor of a cell; a choice unfolds at once where no letter has chosen."""
        opened = bool(super().edit(index, trigger, event))
        if opened and trigger != QAbstractItemView.EditTrigger.AnyKeyPressed:
            box = self.indexWidget(index)
            if isinstance(box, QComboBox):
                QTimer.singleShot(0, box, box.showPopup)
        return opened

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the table from the commands of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers()
        if asked and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, edit with F2, Return or a letter, sort with F4."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState or not index.isValid() or event.modifiers():
            super().keyPressEvent(event)
        elif event.key() in _ENTER and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self.lines.shown[index.row()].section)
        elif event.key() in _ENTER:
            self.edit(index)
        elif event.key() == Qt.Key.Key_F4:
            self.sort_by(Column(index.column()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the present cell where a key asked."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold columns for which there is no room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the columns their widths, the title what is left; what tells least folds first."""
        room = self.viewport().width() - NARROWEST_TITLE
        widths = next((each for each in map(self._widths, _RICHES) if sum(each.values()) <= room), self._widths(""))
        for column in _FOLDED_FIRST:
            if sum(widths.values()) <= room:
                break
            widths.pop(column, None)
        for column in Column:
            self.setColumnHidden(column, column is not Column.TITLE and column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _widths(self, rich: str) -> dict[Column, int]:
        """Give the widths of all columns but the title's, at one of the _RICHES. px"""
        strong = fonts.emphasised(self.font())
        measure = QFontMetrics(strong).horizontalAdvance
        lines = self.lines.every
        late = f"00.00.0000 {texts.LATE}" if "late" in rich else "00.00.0000"
        words = {
            Column.NUMBER: max((line.number for line in lines), key=len, default=""),
            Column.STATUS: max((line.status.label for line in lines), key=len, default=""),
            Column.RESPONSIBLE: "Kreisintegrationszentrum" if "names" in rich else "Verantwortlich x",
            Column.DEADLINE: late,
            Column.WORDS: "00.000",
            Column.TARGET: "00.000",
            Column.SHARE: "000 %",
            Column.NOTES: "",
            Column.FINDINGS: "",
        }
        shapes = {Column.STATUS: SHAPE + 6, Column.DEADLINE: SHAPE + 6, Column.SHARE: BAR_WIDTH + 8}
        widths = {
            column: max(measure(text) + shapes.get(column, 0), measure(texts.COLUMNS[column]) + 4) + 2 * MARGIN
            for column, text in words.items()
        }
        if self.lines.findings_of is None:
            widths.pop(Column.FINDINGS)
        return widths

    def _set_up(self) -> None:
        self.setAccessibleName(texts.TABLE)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed)
        set_up_rows(self, max(ROW, self.fontMetrics().height() + 6))

    def _set_up_header(self) -> None:
        header = OverviewHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setFixedHeight(32)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(lambda column: self.sort_by(Column(column)))

    def _open_or_edit(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.opened.emit(self.lines.shown[index.row()].section)
