"""A window with one table in its text, and hands at its panel."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.blocks import Block, Table
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.table_grid import Area
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.table_panel import TablePanel
from tests.builders import chapter, doc, p
from tests.model.grids import written
from tests.ui.desk import made, settle, shown

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class TableDesk:
    """The window, and the panel of its table."""

    def __init__(self, program: Program, folder: Path, table: Table, *more: Block, read_only: bool = False) -> None:
        concept = doc(chapter("Ziele", p("davor"), table, p("danach"), *more, id="ziele"))
        self.window: ConceptWindow = shown(program, made(folder / "a.ikonzept", concept), read_only=read_only)
        self.window.resize(1300, 900)
        self.window.activateWindow()
        self.id = table.id
        self.address = FieldAddress("ziele", "text")
        settle()

    @property
    def table(self) -> Table:
        blocks = self.window.session.document.sections[0].blocks("text")
        found = next(block for block in blocks if block.id == self.id)
        assert isinstance(found, Table)
        return found

    @property
    def cells(self) -> list[str]:
        assert list(schema.problems(self.window.session.document)) == []
        return written(self.table)

    @property
    def panel(self) -> TablePanel:
        panel = self.window.drawer.panel
        assert isinstance(panel, TablePanel)
        return panel

    def opens(self) -> None:
        self.window.text.focus_field()
        self.window.text.atom_opened.emit((self.address, self.table))
        settle()

    def chooses(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self.panel.desk.view.setFocus()
        self.panel.desk.view.choose(Area(row, column, rows, columns))
        settle()

    def uses(self, key: str) -> None:
        self.panel.tools.actions_by_key[key].trigger()
        settle()

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focused(), key, held)
        settle()

    def types(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(focused(), letter)
        settle()

    def undoes(self) -> None:
        self.window.actions_by_key["undo"].trigger()
        settle()

    def redoes(self) -> None:
        self.window.actions_by_key["redo"].trigger()
        settle()

    def spot(self) -> tuple[int, int]:
        here = self.panel.desk.view.current()
        return here.row, here.column


def focused() -> QWidget:
    """Give what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
