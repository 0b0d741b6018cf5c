"""The place of one table in the concept, and the one way its shape is changed."""

from dataclasses import replace

from ikonzept_desktop.model.blocks import Blocks, Cell, Table
from ikonzept_desktop.model.edits import Edit, ReplaceBlocks, compound
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.table_grid import Area, Grid
from ikonzept_desktop.model.text_edits import replace_line
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.port import blocks_at
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.tables.steps import Step

_FEW = 200
"""Cells up to which a change of their texts is told cell by cell: the history need not hold the table twice."""


class TablePlace:
    """A table by its id in the field at an address."""

    def __init__(self, session: Session, address: FieldAddress, id: str) -> None:
        """Stand for the table, whether or not it is there."""
        self.session = session
        self.address = address
        self.id = id

    @property
    def read_only(self) -> bool:
        """Whether the concept is only to be read."""
        return self.session.read_only

    def table(self) -> Table | None:
        """Give the table as it stands; None where it is gone."""
        found = next((block for block in self._blocks() if block.id == self.id), None)
        return found if isinstance(found, Table) else None

    def port(self, line: str) -> LinePort:
        """Give the place to write in of a cell, by its id, or of `caption` or `source`."""
        return LinePort(self.session.project, self.address, self.id, line)

    def carry_out(self, step: Step | None, before: Area) -> bool:
        """Make a step one edit, to which undo and redo lead back; tell whether there was anything to do."""
        table = self.table()
        if step is None or table is None or self.read_only:
            return False
        blocks = self._blocks()
        at = next(index for index, block in enumerate(blocks) if block.id == self.id)
        edit = _of_few_cells(self.address, table, step.table) or ReplaceBlocks(
            self.address, at, (table,), (step.table,)
        )
        self.session.project.apply(
            edit,
            step.label,
            before=self._selection(table, before),
            after=self._selection(step.table, step.area),
        )
        return True

    def _blocks(self) -> Blocks:
        return blocks_at(self.session.document, self.address)

    def _selection(self, table: Table, area: Area) -> Selection:
        row, column = min(area.row, len(table.rows) - 1), min(area.column, len(table.columns) - 1)
        cell = Grid(table).cell(table, row, column).cell
        return Selection(self.address.section, self.address, self.id, cell.id)


def _of_few_cells(address: FieldAddress, before: Table, after: Table) -> Edit | None:
    """Give the edit for a change of the texts of few cells; None where more has changed, or the shape."""
    if len(before.rows) != len(after.rows) or replace(after, rows=before.rows) != before:
        return None
    pairs = [(old, new) for old, new in zip(before.rows, after.rows, strict=True) if old is not new and old != new]
    edits: list[Edit | None] = []
    for old, new in pairs:
        if [_shape(cell) for cell in old.cells] != [_shape(cell) for cell in new.cells] or old.id != new.id:
            return None
        for was, cell in zip(old.cells, new.cells, strict=True):
            if was.inlines != cell.inlines:
                edits.append(replace_line(address, before, cell.id, cell.inlines))
    return compound(edits) if 0 < len(edits) <= _FEW else None


def _shape(cell: Cell) -> Cell:
    return replace(cell, inlines=())
