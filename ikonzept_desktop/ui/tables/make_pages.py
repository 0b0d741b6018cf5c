"""The ways a table is made: empty, from the clipboard, from a file."""

from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.table_content import from_cells, looks_like_header
from ikonzept_desktop.model.tables import make
from ikonzept_desktop.reading.cells import Rows, Sheet, sheet, tab_cells
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.lined_rows import line_rows
from ikonzept_desktop.ui.tables import make_texts as texts
from ikonzept_desktop.ui.tables.cells_model import letters
from ikonzept_desktop.ui.tables.sheet_reader import SheetReader
from ikonzept_desktop.ui.tables.size_picker import SizePicker

_SHOWN = 50
_MOST_ROWS, _MOST_COLUMNS = 1000, 50
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class EmptyPage(QWidget):
    """A size, by drawing or by number."""

    decided = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin with three columns and four rows."""
        super().__init__(parent)
        self.picker = SizePicker(self)
        self.rows = _spin(texts.ROWS, _MOST_ROWS, self)
        self.columns = _spin(texts.COLUMNS, _MOST_COLUMNS, self)
        self.header = QCheckBox(texts.HEADER, self)
        self.header.setChecked(True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(texts.ROWS, self.rows)
        form.addRow(texts.COLUMNS, self.columns)
        beside = QVBoxLayout()
        beside.addLayout(form)
        beside.addWidget(self.header)
        beside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside, 1)
        self.picker.picked.connect(self._take)
        self.picker.decided.connect(self.decided)
        for spin in (self.rows, self.columns):
            spin.valueChanged.connect(lambda _: self.picker.show_size(self.rows.value(), self.columns.value()))
        self._take(4, 3)
        self.picker.show_size(4, 3)

    def ready(self) -> bool:
        """Tell that any size will do."""
        return True

    def table(self) -> Table:
        """Make the table."""
        return make(self.rows.value(), self.columns.value(), header_rows=int(self.header.isChecked()))

    def begin(self) -> None:
        """Bring the keyboard to the number of rows."""
        self.rows.setFocus()
        self.rows.selectAll()

    def _take(self, rows: int, columns: int) -> None:
        self.rows.setValue(rows)
        self.columns.setValue(columns)


class CellsPage(QWidget):
    """Cells that are there already, and what is made of them."""

    changed = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        """Say where cells come from while there are none."""
        super().__init__(parent)
        self.sheet = Sheet("", ())
        self.hint = labels.hint(hint)
        self.preview = QTableView(self)
        self.preview.setAccessibleName(texts.PREVIEW)
        self.preview.setModel(_Preview((), self))
        self.preview.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.preview.setProperty("role", "field")
        line_rows(self.preview)
        self.counted = labels.hint("")
        self.header = QCheckBox(texts.HEADER, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        for widget in (self.hint, self.preview, self.counted, self.header):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.preview, 1)
        self.column.addStretch(0)
        self.show_sheet(self.sheet)

    def ready(self) -> bool:
        """Tell whether there are cells."""
        return bool(self.sheet.rows)

    def table(self) -> Table:
        """Make the table."""
        return from_cells(self.sheet.rows, header=self.header.isChecked())

    def begin(self) -> None:
        """Bring the keyboard to what is there."""
        self.header.setFocus()

    def show_sheet(self, found: Sheet) -> None:
        """Show cells, or where they come from where there are none."""
        self.sheet = found
        there = bool(found.rows)
        self.preview.setModel(_Preview(found.rows[:_SHOWN], self))
        self.preview.resizeColumnsToContents()
        self.counted.setText(texts.counted(len(found.rows), len(found.rows[0]), found.left_out) if there else "")
        self.header.setChecked(looks_like_header(found.rows))
        self.hint.setVisible(not there)
        for widget in (self.preview, self.counted, self.header):
            widget.setVisible(there)
        self.changed.emit()


class ClipboardPage(CellsPage):
    """What was copied in Word, Excel or Calc."""

    def __init__(self, parent: QWidget) -> None:
        """Look into the clipboard."""
        super().__init__(texts.NO_CELLS, parent)
        text = QGuiApplication.clipboard().text()
        self.show_sheet(sheet("", tab_cells(text)) if "\t" in text else Sheet("", ()))


class FilePage(CellsPage):
    """A file, and which sheet of it."""

    def __init__(self, parent: QWidget) -> None:
        """Wait for a file to be chosen."""
        self.choose = push_button(texts.CHOOSE_FILE, "folder-open")
        self.choose.setAutoDefault(False)  # the way on stays the dialog's own button
        self.sheets = QComboBox()
        super().__init__(texts.NO_FILE, parent)
        self._reader = SheetReader(self)
        self.name = labels.Elided("", self)
        self.sheets.setAccessibleName(texts.SHEET)
        self.sheets.hide()
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.name, 1)
        row.addWidget(self.sheets)
        self.column.insertLayout(0, row)
        self.choose.clicked.connect(self._ask)
        self.sheets.activated.connect(lambda index: self.show_sheet(self._found[index]))
        self._found: tuple[Sheet, ...] = ()
        self._reader.found.connect(self._take)
        self._reader.failed.connect(lambda sentence: self._say(sentence, "red"))

    def begin(self) -> None:
        """Bring the keyboard to the button, or to what is there."""
        (self.header if self.ready() else self.choose).setFocus()

    def read(self, path: Path) -> None:
        """Have a file read."""
        self._say(texts.READING, "muted")
        self.name.setText(path.name)
        self.sheets.hide()
        self._reader.read(path)

    def close_worker(self) -> None:
        """End the child process."""
        self._reader.close()

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE_TITLE, "", texts.FILTER)
        if path:
            self.read(Path(path))

    def _take(self, found: tuple[Sheet, ...]) -> None:
        self._found = found
        self.sheets.clear()
        self.sheets.addItems([each.name for each in found])
        self.sheets.setVisible(len(found) > 1)
        self.show_sheet(found[0])

    def _say(self, words: str, role: str) -> None:
        self.show_sheet(Sheet("", ()))
        self.hint.setText(words)
        labels.set_role(self.hint, role)


class _Preview(QAbstractTableModel):
    """The first rows, as they are."""

    def __init__(self, rows: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()][index.column()][:200] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letters(section) if way is Qt.Orientation.Horizontal else str(section + 1)


def _spin(name: str, most: int, parent: QWidget) -> QSpinBox:
    spin = QSpinBox(parent)
    spin.setRange(1, most)
    spin.setAccessibleName(name)
    return spin
