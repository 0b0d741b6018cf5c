"""Where a table comes from: a file and a sheet of it, or the clipboard."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ikonzept_desktop.reading.cells import Sheet, sheet, tab_cells
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.record_tables import texts
from ikonzept_desktop.ui.tables import make_texts
from ikonzept_desktop.ui.tables.sheet_reader import SheetReader

FILE, CLIPBOARD = "file", "clipboard"


class SourceRow(QWidget):
    """Gives sheets; where cells lie in the clipboard, they are offered first."""

    found = Signal(object)
    """A Sheet that is to be shown."""
    nothing = Signal(str, str)
    """A sentence that says why there is none, and its role."""

    def __init__(self, parent: QWidget) -> None:
        """Look into the clipboard when asked to begin."""
        super().__init__(parent)
        ways = (Choice(FILE, texts.FILE, "file-spreadsheet"), Choice(CLIPBOARD, texts.CLIPBOARD, "clipboard"))
        self.ways = Segments(texts.SOURCE, ways, self)
        self.choose = push_button(make_texts.CHOOSE_FILE, "folder-open")
        self.choose.setAutoDefault(False)  # the way on stays the dialog's own button
        self.name = labels.Elided("", self)
        self.sheets = QuietCombo(self)
        self.sheets.setAccessibleName(make_texts.SHEET)
        self._sheets: tuple[Sheet, ...] = ()
        self._reader = SheetReader(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.ways)
        row.addWidget(self.choose)
        row.addWidget(self.name, 100)
        row.addWidget(self.sheets)
        row.addStretch(1)
        self.sheets.hide()
        self.ways.chosen.connect(self._go)
        self.choose.clicked.connect(lambda _on=False: self._ask())
        self.sheets.activated.connect(lambda at: self.found.emit(self._sheets[at]))
        self._reader.found.connect(self._take)
        self._reader.failed.connect(lambda sentence: self.nothing.emit(sentence, "red"))

    def begin(self) -> None:
        """Offer the cells in the clipboard, or else wait for a file."""
        way = CLIPBOARD if "\t" in QGuiApplication.clipboard().text() else FILE
        self.ways.choose(way)
        self._go(way)

    def read(self, path: Path) -> None:
        """Have a file read."""
        self.ways.choose(FILE)
        self._show_way(FILE)
        self.name.setText(path.name)
        self._sheets = ()
        self.sheets.hide()
        self.nothing.emit(make_texts.READING, "muted")
        self._reader.read(path)

    def close_worker(self) -> None:
        """End what still reads."""
        self._reader.close()

    def _go(self, way: str) -> None:
        self._show_way(way)
        if way == FILE:
            if self._sheets:
                self.found.emit(self._sheets[max(self.sheets.currentIndex(), 0)])
            else:
                self.nothing.emit(make_texts.NO_FILE, "muted")
            return
        text = QGuiApplication.clipboard().text()
        if "\t" in text or "\n" in text.strip():
            self.found.emit(sheet("", tab_cells(text)))
        else:
            self.nothing.emit(make_texts.NO_CELLS, "muted")

    def _show_way(self, way: str) -> None:
        for widget in (self.choose, self.name):
            widget.setVisible(way == FILE)
        self.sheets.setVisible(way == FILE and len(self._sheets) > 1)

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, make_texts.CHOOSE_TITLE, "", make_texts.FILTER)
        if path:
            self.read(Path(path))

    def _take(self, found: tuple[Sheet, ...]) -> None:
        self._sheets = found
        self.sheets.clear()
        self.sheets.addItems([each.name for each in found])
        self.sheets.setVisible(len(found) > 1)
        self.found.emit(found[0])
